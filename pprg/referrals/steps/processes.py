"""Other processes about the same events: police, coroner, enquiries."""

from pprg.referrals.questions import Question

PROCESSES: tuple[Question, ...] = ()
