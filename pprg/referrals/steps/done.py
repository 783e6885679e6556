"""What has been done already."""

from pprg.referrals.questions import Question

DONE: tuple[Question, ...] = ()
