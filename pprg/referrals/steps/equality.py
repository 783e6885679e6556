"""Who the person was, in the words that the law on equality asks us to count by. Nearly all may be left."""

from pprg.guidance.lists import ARMED_FORCES, DISABILITIES, ETHNIC_GROUPS, MARITAL, ORIENTATIONS, RELIGIONS
from pprg.referrals.questions import YES_NO, Choice, Kind, Question, choices_of, note
from pprg.referrals.when import about_adult, capacity_counts

ETHNICITIES = tuple(
    choice for group, labels in ETHNIC_GROUPS.items() for choice in choices_of(labels, group=group)
)

EQUALITY = (
    note(
        "Say what the person said of themselves, or what is recorded. The group looks at whether who "
        "they were "
        "changed how they were treated. Leave blank what you do not know.",
        key="why",
    ),
    Question(
        key="ethnicity",
        label="Ethnic group",
        kind=Kind.ONE,
        choices=ETHNICITIES,
        missing="Choose an ethnic group. “Not known” is an answer.",
    ),
    Question(key="religion", label="Religion or belief", kind=Kind.ONE, choices=choices_of(RELIGIONS)),
    Question(key="nationality", label="Nationality", vault=True),
    Question(
        key="immigration",
        label="Immigration status, where it matters",
        read_as="Immigration status",
        vault=True,
    ),
    Question(key="disability", label="Disability", kind=Kind.SEVERAL, choices=choices_of(DISABILITIES)),
    Question(
        key="gender",
        label="Is their gender the same as the sex they were registered with at birth?",
        read_as="Gender is that registered at birth",
        kind=Kind.ONE,
        choices=(
            Choice("same", "Yes"),
            Choice("different", "No"),
            Choice("not_stated", "Not stated or not known"),
        ),
        short=True,
    ),
    Question(
        key="gender_how",
        label="If not, how do they describe it?",
        read_as="Gender, in their words",
        vault=True,
        short=True,
    ),
    Question(
        key="orientation",
        label="Sexual orientation",
        kind=Kind.ONE,
        choices=choices_of(ORIENTATIONS),
        asked=capacity_counts,
    ),
    Question(
        key="marital",
        label="Marriage or civil partnership",
        kind=Kind.ONE,
        choices=choices_of(MARITAL),
        asked=about_adult,
    ),
    Question(
        key="pregnancy",
        label="Was the person pregnant, or had they given birth in the last year?",
        read_as="Pregnant, or gave birth in the last year",
        kind=Kind.ONE,
        choices=YES_NO,
        short=True,
        asked=capacity_counts,
    ),
    Question(
        key="armed_forces",
        label="Link with the armed forces",
        kind=Kind.ONE,
        choices=choices_of(ARMED_FORCES),
    ),
    Question(
        key="mattered",
        label="What of this mattered to what happened?",
        read_as="What of this mattered",
        kind=Kind.TEXT,
        hint="For example, no interpreter was asked for, or a diagnosis hid another illness.",
        rows=3,
    ),
)
