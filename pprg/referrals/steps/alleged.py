"""Somebody alleged responsible, where there is one. Never shown on exports."""

from pprg.referrals.questions import Question

ALLEGED: tuple[Question, ...] = ()
