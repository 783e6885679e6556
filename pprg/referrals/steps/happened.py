"""Whether anybody is at risk now, what happened, and on which days it was known."""

from pprg.referrals.questions import YES_NO, Kind, Question

HAPPENED = (
    Question(
        key="at_risk",
        label="Is anybody at risk now?",
        kind=Kind.ONE,
        hint="The person, a child, another resident or patient, a member of the public.",
        choices=YES_NO,
        missing="Say whether anybody is at risk now.",
    ),
    Question(
        key="risk_done",
        label="What has been done about it, by whom and when?",
        read_as="What has been done about it",
        kind=Kind.TEXT,
        hint="If somebody is at risk and nothing has been done, act first: ring 999 in danger, "
        "or the council’s adult or children’s safeguarding front door.",
        missing="Somebody is at risk now. Act first; then say what was done, by whom and when.",
        rests_on="at_risk",
        rows=3,
    ),
    Question(
        key="when",
        label="When it happened",
        kind=Kind.DAY,
        called="The day it happened",
        missing="Enter the day it happened, or say in words when it was.",
        instead="when_words",
        heading="What happened",
    ),
    Question(
        key="when_words",
        label="Or in words",
        read_as="When it happened, in words",
        hint="A time, a period, or what is known: “between March and June 2025”.",
    ),
    Question(
        key="where",
        label="Where it happened",
        hint="The kind of place and the council area: “at home, in Marlshire”.",
        missing="Say where it happened.",
    ),
    Question(
        key="facts",
        label="What happened",
        kind=Kind.TEXT,
        hint="Facts in order: who, what, when, where, and who told you. Leave opinions for the next page. "
        "About a page is enough.",
        missing="Say what happened.",
        rows=12,
    ),
    Question(
        key="agency_knew",
        label="When your agency learnt of it",
        read_as="When the referring agency learnt of it",
        kind=Kind.DAY,
        called="The day your agency learnt of it",
        missing="Enter the day your agency learnt of it. “Not known” is an answer.",
        heading="Who knew, and when",
        or_unknown=True,
    ),
    Question(
        key="council_knew",
        label="When the council learnt of it",
        kind=Kind.DAY,
        hint="Legal clocks run from this day. It may not be the day your agency learnt of it.",
        called="The day the council learnt of it",
        missing="Enter the day the council learnt of it. “Not known” is an answer.",
        or_unknown=True,
    ),
)
