"""Who else is in it: others whom the review is about, family, people who matter to them."""

from pprg.guidance.codes import Route
from pprg.referrals.questions import YES_NO, Answers, Choice, Kind, Question
from pprg.referrals.steps.equality import ETHNICITIES
from pprg.referrals.when import types


def _is_domestic(answers: Answers) -> bool:
    return Route.DHR in types(answers)


NAME = Question(key="name", label="Full name", missing="Enter a name, or “not known”.", vault=True)
ALIASES = Question(
    key="aliases",
    label="Other names",
    kind=Kind.LINES,
    hint="Former names, nicknames and other spellings, one a line.",
    vault=True,
    rows=2,
)
BORN = Question(
    key="born",
    label="Date of birth, or as much of it as you know",
    kind=Kind.DAY,
    called="The date of birth",
    partial=True,
    vault=True,
)

_PERSON = (
    NAME,
    ALIASES,
    Question(
        key="part",
        label="Their part in this",
        kind=Kind.ONE,
        choices=(
            Choice("subject", "It is about them too"),
            Choice("family", "Family"),
            Choice("household", "Lives in the household"),
            Choice("carer", "Carer"),
            Choice("other", "Somebody else who matters"),
        ),
    ),
    Question(
        key="relationship",
        label="Who they are to the person",
        hint="For example: mother, son, neighbour, former partner.",
        missing="Say who they are to the person.",
    ),
    BORN,
    Question(
        key="age",
        label="Or the age, as near as you can",
        read_as="Age",
        vault=True,
        short=True,
    ),
    Question(key="is_child", label="Are they under 18?", kind=Kind.ONE, choices=YES_NO, short=True),
    Question(
        key="same_home", label="Did they live with the person?", kind=Kind.ONE, choices=YES_NO, short=True
    ),
    Question(
        key="address",
        label="Address, if it is another",
        read_as="Address",
        kind=Kind.LINES,
        vault=True,
        rows=2,
    ),
    Question(
        key="legal",
        label="If a child: legal status, and any child protection plan",
        read_as="Legal status, child protection plan",
    ),
    Question(key="ethnicity", label="Ethnic group", kind=Kind.ONE, choices=ETHNICITIES),
    Question(key="next_of_kin", label="Are they next of kin?", kind=Kind.ONE, choices=YES_NO, short=True),
    Question(
        key="safe",
        label="Is it safe for us to write to them or ring them?",
        read_as="Safe to contact",
        kind=Kind.ONE,
        choices=YES_NO,
        short=True,
    ),
    Question(
        key="contact",
        label="How they would like to hear from us, and who speaks for them",
        read_as="How to reach them, and who speaks for them",
        hint="An advocate, a solicitor, a relative.",
        vault=True,
    ),
)

FAMILY = (
    Question(
        key="next_of_kin",
        label="Is anybody next of kin?",
        read_as="Next of kin",
        kind=Kind.ONE,
        hint="If so, give them an entry below.",
        choices=(
            Choice("yes", "Yes, entered below"),
            Choice("none", "Nobody that we know of"),
            Choice("not_known", "Not known"),
        ),
        missing="Say whether anybody is next of kin. “Not known” is an answer.",
    ),
    Question(
        key="children",
        label="Are there children of the person who died or of the person alleged responsible, and who has "
        "them now?",
        read_as="Children, and who has them now",
        kind=Kind.TEXT,
        hint="Say “none” if there are none. Give each child an entry below.",
        missing="Say whether there are children and who has them now.",
        useful="Are there children, and who has them now?",
        rows=3,
        asked=_is_domestic,
    ),
    Question(
        key="people",
        label="People",
        read_as="Family and others",
        kind=Kind.ROWS,
        one="person",
        hint="Everybody who matters to this: other people it is about, family, carers, neighbours. "
        "Somebody alleged responsible has a page of their own. They are kept out of whatever is published.",
        columns=_PERSON,
    ),
)
