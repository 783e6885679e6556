"""What happened when, as a list of dated events."""

from pprg.referrals.questions import Question

DATES: tuple[Question, ...] = ()
