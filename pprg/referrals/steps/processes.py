"""Other processes about the same events, and duties beside a review that are easily missed."""

from collections.abc import Callable

from pprg.guidance.lists import PROCESSES as OTHERS
from pprg.referrals.questions import YES_NO, Answers, Choice, Kind, Question, choices_of, note, said
from pprg.referrals.states import Step
from pprg.referrals.when import (
    CARE_LEAVER_TO,
    about_adult,
    about_child,
    age_then,
    alleged_is_asked,
    by_suicide,
    died,
    may_have_died,
)

PROCESS_IS = (
    Choice("none", "No"),
    Choice("considering", "Being considered"),
    Choice("open", "Open"),
    Choice("concluded", "Concluded"),
    Choice("not_known", "Not known"),
)


def _process(
    key: str, label: str, read_as: str, *, hint: str = "", asked: Callable[[Answers], bool] = lambda _: True
) -> Question:
    return Question(
        key=key,
        label=label,
        read_as=read_as,
        kind=Kind.ONE,
        hint=hint,
        choices=PROCESS_IS,
        missing=f"{label} “Not known” is an answer.",
        useful=label,
        asked=asked,
        short=True,
    )


def _looked_after(answers: Answers) -> bool:
    statuses = set(said(answers, Step.CHILD, "legal") or [])
    return died(answers) and about_child(answers) and bool(statuses & {"s20", "s31", "remand"})


def _care_leaver_died(answers: Answers) -> bool:
    left = "care_leaver" in (said(answers, Step.CHILD, "legal") or [])
    age = age_then(answers)
    young = age is None or age < CARE_LEAVER_TO
    return died(answers) and young and (left or said(answers, Step.NEEDS, "care_leaver") == "yes")


def _weapon(answers: Answers) -> bool:
    return died(answers) and about_adult(answers) and said(answers, Step.HARM, "weapon") == "yes"


def _elsewhere(answers: Answers) -> bool:
    return about_child(answers) and said(answers, Step.ASK, "happened_in") == "other"


def _any_alleged(answers: Answers, key: str, *values: str) -> bool:
    rows = said(answers, Step.ALLEGED, "people") or []
    return alleged_is_asked(answers) and any(row.get(key) in values for row in rows)


def _managed(answers: Answers) -> bool:
    return _any_alleged(answers, "mappa", "2", "3")


def _patient_killed(answers: Answers) -> bool:
    return died(answers) and _any_alleged(answers, "mental_health_care", "yes")


BESIDE = (
    (
        _looked_after,
        (
            "A looked-after child who dies, of whatever cause: the council tells the Department for "
            "Education and Ofsted."
        ),
    ),
    (
        _care_leaver_died,
        (
            "A care leaver who dies before the age of 25: the council notifies the Department for "
            "Education and Ofsted."
        ),
    ),
    (
        _elsewhere,
        (
            "A child harmed in another council’s area: that council notifies the national Panel, and "
            "works with us."
        ),
    ),
    (
        _weapon,
        (
            "An adult killed with a weapon: in pilot areas an offensive weapons homicide review may be "
            "due, unless another of these reviews is."
        ),
    ),
    (
        _managed,
        (
            "Somebody managed at MAPPA level 2 or 3 is charged with a grave offence: the MAPPA board "
            "decides about a review of its own."
        ),
    ),
    (
        _patient_killed,
        (
            "Somebody under mental health care is alleged to have killed: NHS England decides about an "
            "independent investigation. It may be held together with ours."
        ),
    ),
    (
        by_suicide,
        (
            "A suicide: ask about domestic abuse at any time in the person’s life, and think of others "
            "who may now be at risk of harming themselves."
        ),
    ),
)
"""Duties and reviews of others, and when to think of them."""


def beside(answers: Answers) -> Question | None:
    """What else to think of in this case, one a line."""
    told = [sentence for applies, sentence in BESIDE if applies(answers)]
    return note("\n".join(told), key="beside", heading="Think of these too") if told else None


PROCESSES = (
    _process(
        "criminal",
        "Is there a criminal investigation or trial?",
        "Criminal investigation or trial",
        hint="The police say what may be asked of witnesses and family meanwhile. A review need not wait.",
    ),
    _process(
        "coroner",
        "Is there an inquest, or has the coroner been told?",
        "Inquest",
        asked=may_have_died,
    ),
    _process("s42", "Is there a section 42 enquiry?", "Section 42 enquiry", asked=about_adult),
    _process(
        "s47",
        "Is there a section 47 enquiry or strategy discussion?",
        "Section 47 enquiry",
        asked=about_child,
    ),
    _process(
        "incident",
        "Is an agency holding an incident review of its own?",
        "Incident review by an agency",
        hint="An NHS patient safety response, an internal review, a professional regulator.",
    ),
    _process("complaint", "Is there a complaint or a claim?", "Complaint or claim"),
    Question(
        key="sin",
        label="Has a serious incident been notified to the national Panel?",
        read_as="Serious incident notified",
        kind=Kind.ONE,
        hint="The council does this within five working days of becoming aware.",
        choices=(*YES_NO[:2], Choice("considering", "Being considered"), YES_NO[2]),
        missing="Say whether a serious incident has been notified. “Not known” is an answer.",
        short=True,
        asked=about_child,
        heading="Serious incident notification",
    ),
    Question(
        key="sin_on",
        label="When was it notified?",
        read_as="Notified on",
        kind=Kind.DAY,
        hint="The rapid review is due fifteen working days later.",
        called="The day of the notification",
        rests_on="sin",
        or_unknown=True,
        missing="Enter the day of the notification. “Not known” is an answer.",
        asked=about_child,
    ),
    Question(
        key="sin_number",
        label="Its number",
        read_as="Number of the notification",
        rests_on="sin",
        vault=True,
        short=True,
        asked=about_child,
    ),
    Question(
        key="others",
        label="Leads, references and dates",
        kind=Kind.ROWS,
        one="process",
        hint="One entry for each process that is open or was concluded, also those not asked about above.",
        columns=(
            Question(
                key="which",
                label="Process",
                kind=Kind.ONE,
                choices=choices_of(OTHERS, group="Processes"),
                missing="Choose the process.",
            ),
            Question(key="stands", label="How it stands", kind=Kind.ONE, choices=PROCESS_IS[1:], short=True),
            Question(key="lead", label="Who leads it", hint="Name, role, how to reach them.", vault=True),
            Question(key="reference", label="Its reference", vault=True, short=True),
            Question(key="since", label="Began", kind=Kind.DAY, called="The day it began", partial=True),
            Question(
                key="until",
                label="Ended, or is due to",
                kind=Kind.DAY,
                called="The day it ended",
                hint="A trial or inquest may lie ahead.",
                partial=True,
                ahead=True,
                after="since",
            ),
            Question(
                key="effect",
                label="What it means for a review",
                kind=Kind.ONE,
                choices=(
                    Choice("proceed", "Both can go on"),
                    Choice("wait", "Parts of a review must wait"),
                    Choice("joint", "Could be held together"),
                    Choice("not_known", "Not known"),
                ),
            ),
            Question(key="found", label="What it has found so far", kind=Kind.TEXT, rows=3),
        ),
    ),
)
