"""Safeguarding Adults Reviews. Every one is statutory: a duty under s.44(1) to (3), a power under s.44(4)."""

from datetime import date

from pprg.guidance.codes import Door, Route
from pprg.guidance.criterion import CriteriaSet, Criterion

CARE_ACT = "Care Act 2014 s.44"
VERSION = "As it stood in April 2026, unchanged since it came into force"
BOARD = "The Safeguarding Adults Board"

ADULT = Criterion(
    key="adult",
    question="Was the person an adult, 18 or over?",
    law="Section 44 speaks of an adult.",
    source=CARE_ACT,
    to_be_confirmed=True,
    otherwise="the person was under 18",
)
AREA = Criterion(
    key="area",
    question="Was the adult in the Board’s area?",
    law="“an adult in its area”",
    source="Care Act 2014 s.44(1)",
    otherwise="the person neither lived in our area nor was placed here",
)
NEEDS = Criterion(
    key="needs",
    question="Did the adult have needs for care and support, met or not?",
    law="“with needs for care and support (whether or not the local authority has been "
    "meeting any of those needs)”",
    source="Care Act 2014 s.44(1)",
    otherwise="there were no needs for care and support",
)
WORKED_TOGETHER = Criterion(
    key="worked_together",
    question="Is there reasonable cause for concern about how agencies worked together?",
    law="“reasonable cause for concern about how the SAB, members of it or other persons "
    "with relevant functions worked together to safeguard the adult”",
    source="Care Act 2014 s.44(1)(a)",
    otherwise="there is no concern about how agencies worked together",
)
HARM = Criterion(
    key="harm",
    question="Did the adult die from abuse or neglect, or live through serious abuse?",
    law="Condition 1: the adult died, and abuse or neglect is known or suspected as the cause. "
    "Condition 2: the adult is alive and serious abuse or neglect is known or suspected. "
    "Self-neglect counts.",
    source="Care Act 2014 s.44(2) and (3)",
    otherwise="there was no death from abuse or neglect, and no serious abuse or neglect of somebody living",
)
ANY_OTHER_CASE = Criterion(
    key="any_other_case",
    question="Is it any other case, one that the Board need not review?",
    law="The Board may arrange a review of any other case of an adult in its area with needs for care "
    "and support: a near miss, say, or good practice.",
    source="Care Act 2014 s.44(4)",
    otherwise="the Board must review it, so this is not “any other case”",
)

SETS = (
    CriteriaSet(
        of=Route.SAR,
        basis=CARE_ACT,
        version=VERSION,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        decided_by=BOARD,
        so="The Safeguarding Adults Board must arrange a review.",
        note="All five together make a duty. The first three alone leave the Board free to choose.",
        criteria=(ADULT, AREA, NEEDS, WORKED_TOGETHER, HARM),
    ),
    CriteriaSet(
        of=Door.SAR_MANDATORY,
        basis="Care Act 2014 s.44(1) to (3)",
        version=VERSION,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        decided_by=BOARD,
        so="The Safeguarding Adults Board must arrange a review.",
        note="All five together make a duty. The first three alone leave the Board free to choose.",
        criteria=(ADULT, AREA, NEEDS, WORKED_TOGETHER, HARM),
    ),
    CriteriaSet(
        of=Door.SAR_DISCRETIONARY,
        basis="Care Act 2014 s.44(4)",
        version=VERSION,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        decided_by=BOARD,
        so="The Safeguarding Adults Board may arrange a review. Nothing obliges it.",
        note="It is as statutory as the other, and never called a non-statutory review.",
        criteria=(ADULT, AREA, NEEDS, ANY_OTHER_CASE),
    ),
)
