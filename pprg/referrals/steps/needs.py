"""Health, needs for care and support, capacity: what the person could and could not do alone."""

from pprg.guidance.lists import CARE_NEEDS
from pprg.referrals.questions import YES_NO, YES_NO_UNSURE, Choice, Kind, Question, choices_of
from pprg.referrals.when import about_adult, capacity_counts, died, may_be_care_leaver

NEEDS = (
    Question(
        key="had_needs",
        label="Did the person have needs for care and support?",
        read_as="Needs for care and support",
        kind=Kind.ONE,
        hint="Whether or not anybody was meeting them, and whether or not an assessment was made.",
        law="“an adult in its area with needs for care and support (whether or not the local "
        "authority has been "
        "meeting any of those needs)” (Care Act 2014 s.44(1))",
        choices=YES_NO_UNSURE,
        missing="Say whether the person had needs for care and support. “Not sure” is an answer.",
        short=True,
        asked=about_adult,
        heading="Care and support",
    ),
    Question(
        key="kinds",
        label="Of what kind?",
        read_as="Kind of needs",
        kind=Kind.SEVERAL,
        choices=choices_of(CARE_NEEDS),
        asked=about_adult,
    ),
    Question(
        key="described",
        label="What did they need help with, and who says so?",
        read_as="What they needed help with, and who says so",
        kind=Kind.TEXT,
        useful="What did the person need help with, and who says so?",
        rests_on="had_needs",
        strong="Could not wash, cook or get out of bed without help (care assessment, April). "
        "Forgot her insulin twice in May (GP record).",
        weak="She was vulnerable.",
        rows=3,
        asked=about_adult,
    ),
    Question(
        key="services",
        label="What care or support did they have, and who paid for it?",
        read_as="Care and support they had, and who paid",
        kind=Kind.TEXT,
        rows=3,
        asked=about_adult,
    ),
    Question(
        key="learning_disability",
        label="Did the person have a learning disability?",
        read_as="Learning disability",
        kind=Kind.ONE,
        choices=YES_NO,
        missing="Say whether the person had a learning disability. “Not known” is an answer.",
        short=True,
        heading="Health",
    ),
    Question(
        key="autism",
        label="Was the person autistic?",
        read_as="Autistic",
        kind=Kind.ONE,
        choices=YES_NO,
        missing="Say whether the person was autistic. “Not known” is an answer.",
        short=True,
    ),
    Question(
        key="diagnosis",
        label="If either: is the diagnosis in a clinical record?",
        read_as="The diagnosis is in a clinical record",
        kind=Kind.ONE,
        hint="LeDeR asks this after a death.",
        choices=YES_NO,
        short=True,
    ),
    Question(
        key="mental_health_care",
        label="Was the person under mental health care?",
        read_as="Under mental health care",
        kind=Kind.ONE,
        hint="In hospital or in the community, when it happened.",
        choices=YES_NO,
        short=True,
    ),
    Question(
        key="capacity",
        label="Were there questions about their mental capacity?",
        read_as="Mental capacity",
        kind=Kind.TEXT,
        hint="Which decisions, what assessments, any deprivation of liberty, attorney or deputy.",
        law="Capacity is about one decision at one time, from the age of 16 (Mental Capacity Act "
        "2005 ss.1 to 3).",
        rows=3,
        asked=capacity_counts,
    ),
    Question(
        key="communication",
        label="Language, communication, interpreter",
        kind=Kind.LINE,
        hint="What made it easier or harder for the person to be heard.",
    ),
    Question(
        key="care_leaver",
        label="Had the person left the care of a council as a child?",
        read_as="Care leaver",
        kind=Kind.ONE,
        hint="A care leaver. Councils have duties up to 25.",
        choices=YES_NO,
        short=True,
        asked=may_be_care_leaver,
    ),
    Question(
        key="told_leder",
        label="Has LeDeR or the child death review been told?",
        read_as="LeDeR or the child death review has been told",
        kind=Kind.ONE,
        hint="LeDeR: somebody with a learning disability from 4, an autistic person from 18. "
        "Child death review: every child under 18.",
        choices=(*YES_NO[:2], Choice("not_needed", "Neither applies"), YES_NO[2]),
        short=True,
        asked=died,
    ),
)
