"""What is outside the statutory reviews, and what others decide: LeDeR, offensive weapons."""

from datetime import date

from pprg.guidance.codes import Door, Route
from pprg.guidance.criterion import CriteriaSet, Criterion

CHOICE = "Partnership’s choice"
OUTSIDE = "By the partnership’s choice; outside Care Act 2014 s.44"
LEDER = "LeDeR programme, who is eligible"
WEAPONS = "Police, Crime, Sentencing and Courts Act 2022 s.24"
GROUP = "The group, noted by the partnership"

NEW_LEARNING = Criterion(
    key="new_learning",
    question="Is there new learning here for more than one agency?",
    law="No law asks for this review; the group chooses it where the learning is new.",
    source=CHOICE,
    otherwise="there is no new learning",
)
PROPORTIONATE = Criterion(
    key="proportionate",
    question="Is a review the lightest way to get that learning?",
    law="A table-top, an audit or a briefing note may do.",
    source=CHOICE,
)

BEYOND_GOOD_PRACTICE = (
    NEW_LEARNING,
    Criterion(
        key="not_only_good",
        question="Is it about more than good practice alone?",
        law="Good practice alone has a review of its own.",
        source=CHOICE,
        otherwise="it is put forward for good practice only",
    ),
    Criterion(
        key="no_duty",
        question="Is no statutory review due?",
        law="A review by choice never takes the place of one that the law asks for.",
        source=CHOICE,
        otherwise="a statutory review is due",
    ),
)

LEDER_ELIGIBLE = (
    Criterion(
        key="died",
        question="Has the person died?",
        law="LeDeR learns from lives and deaths.",
        source=LEDER,
        otherwise="the person is alive",
    ),
    Criterion(
        key="diagnosis",
        question="Is the diagnosis in the clinical record?",
        law="The learning disability or autism was diagnosed, and the record says so.",
        source=LEDER,
        otherwise="no diagnosis is in the clinical record",
    ),
    Criterion(
        key="eligible",
        question="Had the person a learning disability, at 4 or over, or were they autistic, at 18 or over?",
        law="Learning disability from 4 years; autism from 18 years. Under 18 the child death review leads.",
        source=LEDER,
        otherwise="there was neither a learning disability at 4 or over nor autism at 18 or over",
    ),
)

WEAPON_USED = (
    Criterion(
        key="adult",
        question="Was the person 18 or over?",
        law="The death of a person aged 18 or over.",
        source=WEAPONS,
        to_be_confirmed=True,
        otherwise="the person was under 18",
    ),
    Criterion(
        key="died",
        question="Has the person died?",
        law="A death, not an injury.",
        source=WEAPONS,
        to_be_confirmed=True,
        otherwise="the person is alive",
    ),
    Criterion(
        key="weapon",
        question="Was an offensive weapon used?",
        law="The death involved an offensive weapon.",
        source=WEAPONS,
        to_be_confirmed=True,
        otherwise="no offensive weapon was used",
    ),
    Criterion(
        key="not_suicide",
        question="Was it not a suicide?",
        law="The review is of a homicide.",
        source=WEAPONS,
        to_be_confirmed=True,
        otherwise="it was, or may have been, a suicide",
    ),
    Criterion(
        key="no_other_review",
        question="Is no other statutory review of the death due?",
        law="Not needed where an adults, a domestic or a child death review is already due.",
        source=WEAPONS,
        to_be_confirmed=True,
        otherwise="another statutory review of the death is due",
    ),
)

GOOD = (
    Criterion(
        key="good_practice",
        question="Is it put forward for good practice?",
        law="No law asks for it. What went well is learning too.",
        source=CHOICE,
        otherwise="it is not put forward for good practice only",
    ),
)

SETS = (
    CriteriaSet(
        of=Route.LEARNING,
        basis=OUTSIDE,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        decided_by=GROUP,
        criteria=(NEW_LEARNING, PROPORTIONATE),
    ),
    CriteriaSet(
        of=Door.LEARNING,
        basis=OUTSIDE,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        decided_by=GROUP,
        so="The group may hold a learning review outside the statutory routes. Nothing obliges it.",
        note="Not a Safeguarding Adults Review of any kind. It waits while a statutory review may be due.",
        criteria=BEYOND_GOOD_PRACTICE,
    ),
    CriteriaSet(
        of=Door.LEDER,
        basis="LeDeR: learning from lives and deaths, an NHS programme",
        version="Policy of 2021",
        valid_from=date(2022, 1, 1),
        valid_to=None,
        to_be_confirmed=True,
        decided_by="The NHS programme, run by integrated care boards",
        so="The death is to be notified to LeDeR, by anybody who knows of it.",
        note="The group does not decide it. Two notifications of one death are joined by the programme.",
        criteria=LEDER_ELIGIBLE,
    ),
    CriteriaSet(
        of=Door.OFFENSIVE_WEAPON,
        basis=WEAPONS,
        version="Piloted in parts of London, the West Midlands and South Wales",
        valid_from=date(2023, 4, 1),
        valid_to=None,
        to_be_confirmed=True,
        decided_by="Police, council and integrated care board, in pilot areas only",
        so="An offensive weapons homicide review may be due, in pilot areas only. Ask the police.",
        note="A note and not a finding: it is not live outside the pilot areas.",
        criteria=WEAPON_USED,
    ),
    CriteriaSet(
        of=Door.GOOD_PRACTICE,
        basis=OUTSIDE,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        decided_by=GROUP,
        so="The group may hold a good practice review. Nothing obliges it.",
        criteria=GOOD,
    ),
)
