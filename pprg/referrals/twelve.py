"""The twelve questions that are enough to send a referral on a Friday afternoon: how many are answered."""

from __future__ import annotations

from datetime import date

from pprg.referrals.completeness import stops, warnings
from pprg.referrals.questions import Answers
from pprg.referrals.states import Step

TWELVE = (
    # what it is              where it is asked
    ("Who you are",           Step.ESSENTIALS, ("referrer", "role", "phone")),
    ("Which reviews",         Step.ESSENTIALS, ("types",)),
    ("Whom it is about",      Step.ESSENTIALS, ("concerns", "name", "born")),
    ("Alive or died",         Step.ESSENTIALS, ("alive", "died")),
    ("Partners’ employees",   Step.ESSENTIALS, ("insider", "insiders")),
    ("Anyone at risk now",    Step.HAPPENED,   ("at_risk", "risk_done")),
    ("What happened",         Step.HAPPENED,   ("facts", "when", "where")),
    ("When your agency knew", Step.HAPPENED,   ("agency_knew",)),
    ("The council told",      Step.HAPPENED,   ("council_told", "council_knew")),
    ("Which agencies",        Step.HAPPENED,   ("agencies",)),
    ("Family told",           Step.HAPPENED,   ("told",)),
    ("Documents",             Step.HAPPENED,   ("documents",)),
)  # fmt: skip


def answered_of_twelve(answers: Answers, *, on: date) -> int:
    """How many are answered whole, and so that they can be read. "Not known" is an answer."""
    wanting = {(one.step, one.key) for one in (*stops(answers, on=on), *warnings(answers, on=on))}
    return sum(not any((step, key) in wanting for key in keys) for _, step, keys in TWELVE)
