"""The person and the family: who told them, what they want, and why we may share."""

from pprg.referrals.questions import Question

TOLD: tuple[Question, ...] = ()
