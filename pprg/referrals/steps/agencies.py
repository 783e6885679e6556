"""Each agency that knew the person or the family, and what it holds."""

from pprg.referrals.questions import Question

AGENCIES: tuple[Question, ...] = ()
