"""Serious incidents, rapid reviews and local child safeguarding practice reviews; every child's death."""

from datetime import date

from pprg.guidance.codes import Door, Route
from pprg.guidance.criterion import CriteriaSet, Criterion

CHILDREN_ACT = "Children Act 2004 s.16C(1)"
REGULATIONS = "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018"
CHILD_DEATHS = "Children Act 2004 ss.16M to 16P"

CONSIDERATIONS = (
    Criterion(
        key="serious_case",
        question="Is abuse or neglect suspected, and did the child die or come to serious harm?",
        law="A serious child safeguarding case is both: abuse or neglect known or suspected, "
        "and death or serious harm.",
        source="Children Act 2004 s.16C",
    ),
    Criterion(
        key="improvements",
        question="Does it show improvements to make, even ones found before?",
        law="Whether the case highlights or may highlight improvements needed.",
        source=REGULATIONS,
    ),
    Criterion(
        key="recurrent",
        question="Does it show themes that keep coming back?",
        law="Whether the case highlights or may highlight recurrent themes.",
        source=REGULATIONS,
    ),
    Criterion(
        key="worked_together",
        question="Does it raise concerns about how two or more organisations worked together?",
        law="Whether organisations worked together effectively.",
        source=REGULATIONS,
    ),
    Criterion(
        key="panel_view",
        question="Has the national Panel said that a local review may be more fitting?",
        law="Whether the Panel has concluded that a local review may be more appropriate.",
        source=REGULATIONS,
    ),
)

NOTIFICATION = (
    Criterion(
        key="child",
        question="Was the person a child, under 18?",
        law="Section 16C speaks of a child.",
        source=CHILDREN_ACT,
        otherwise="the person was 18 or over",
    ),
    Criterion(
        key="not_stillborn",
        question="Was the child born alive?",
        law="A stillborn baby, or one lost in a planned termination, is not taken as a child here.",
        source=CHILDREN_ACT,
        to_be_confirmed=True,
        otherwise="it was a stillbirth or a planned termination",
    ),
    Criterion(
        key="abuse",
        question="Is it known or suspected that the child was abused or neglected?",
        law="“knows or suspects that a child has been abused or neglected”",
        source=CHILDREN_ACT,
        otherwise="no abuse or neglect by others is known or suspected",
    ),
    Criterion(
        key="harm",
        question="Did the child die, or come to serious harm?",
        law="“the child dies or is seriously harmed”. The abuse need not have caused the death. "
        "Recovery does not rule out serious harm.",
        source=f"{CHILDREN_ACT}(a) and (b)",
        otherwise="the child neither died nor was seriously harmed",
    ),
    Criterion(
        key="where",
        question="Did it happen in our area, or outside England to a child who normally lives here?",
        law="“in the local authority’s area”, or “while normally resident in the local authority’s area, "
        "the child dies or is seriously harmed outside England”",
        source=f"{CHILDREN_ACT}(a) and (b)",
        otherwise="it happened neither here nor, to a child who lives here, outside England",
    ),
)

DEATH_OF_A_CHILD = (
    Criterion(
        key="died",
        question="Has the person died?",
        law="Every death of a child, whatever the cause.",
        source=CHILD_DEATHS,
        otherwise="the person is alive",
    ),
    Criterion(
        key="child",
        question="Was the person under 18?",
        law="Deaths of children under 18.",
        source=CHILD_DEATHS,
        otherwise="the person was 18 or over",
    ),
    Criterion(
        key="area",
        question="Did the child normally live in our area?",
        law="Children normally resident in the area.",
        source=CHILD_DEATHS,
        otherwise="the child did not normally live in our area",
    ),
    Criterion(
        key="not_stillborn",
        question="Was the child born alive?",
        law="Stillbirths and planned terminations are left out.",
        source=CHILD_DEATHS,
        otherwise="it was a stillbirth or a planned termination",
    ),
)

SETS = (
    CriteriaSet(
        of=Route.CHILD,
        basis="Children Act 2004 ss.16A to 16F",
        version="Regulations of 2018; Working Together to Safeguard Children",
        valid_from=date(2018, 6, 29),
        valid_to=None,
        decided_by="The three safeguarding partners: council, integrated care board and police",
        note="Meeting one of them never compels a review: the partners decide and say why.",
        criteria=CONSIDERATIONS,
    ),
    CriteriaSet(
        of=Door.RAPID_REVIEW,
        basis=CHILDREN_ACT,
        version="Inserted in 2017; Working Together to Safeguard Children",
        valid_from=date(2018, 6, 29),
        valid_to=None,
        decided_by="The council, and then the three safeguarding partners",
        so="The council must notify the national Panel, and a rapid review follows.",
        note="The time limits of the 2026 edition of Working Together are to be confirmed.",
        criteria=NOTIFICATION,
    ),
    CriteriaSet(
        of=Door.CHILD_DEATH,
        basis=CHILD_DEATHS,
        version="Child death review statutory and operational guidance",
        valid_from=date(2018, 6, 29),
        valid_to=None,
        to_be_confirmed=True,
        decided_by="The child death review partners: council and integrated care board",
        so="The child death review partners must review this death, whatever its cause.",
        note="It runs beside a rapid review. The group does not decide it.",
        criteria=DEATH_OF_A_CHILD,
    ),
)
