"""What kind of harm it was, and what it had to do with it."""

from pprg.referrals.questions import Question

HARM: tuple[Question, ...] = ()
