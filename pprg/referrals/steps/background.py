"""The person’s life before, what was tried, and what they said."""

from pprg.referrals.questions import Question

BACKGROUND: tuple[Question, ...] = ()
