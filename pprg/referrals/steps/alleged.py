"""Somebody alleged responsible, where there is one. Never shown on exports."""

from pprg.guidance.lists import CLOSENESS
from pprg.referrals.questions import YES_NO, Choice, Kind, Question, choices_of
from pprg.referrals.steps.family import ALIASES, BORN, NAME

ALLEGED = (
    Question(
        key="people",
        label="People alleged responsible",
        kind=Kind.ROWS,
        one="person",
        hint="Nothing is proved by an entry here. This page is left out of whatever leaves the group.",
        missing="Enter the person alleged responsible, or enter “not known” as the name.",
        columns=(
            NAME,
            ALIASES,
            BORN,
            Question(
                key="relationship",
                label="Who they are to the person",
                kind=Kind.ONE,
                choices=choices_of(CLOSENESS),
                missing="Say who they are to the person. “Not known” is an answer.",
            ),
            Question(
                key="address",
                label="Address, and where they are now",
                kind=Kind.LINES,
                vault=True,
                rows=2,
            ),
            Question(
                key="trust",
                label="Are they in a position of trust?",
                read_as="Position of trust",
                kind=Kind.ONE,
                hint="Their work or a voluntary task brings them to adults at risk or children.",
                choices=YES_NO,
                short=True,
            ),
            Question(
                key="mappa",
                label="MAPPA level",
                kind=Kind.ONE,
                hint="Under arrangements between police, probation and prisons for people who may "
                "harm others.",
                choices=(
                    Choice("0", "Not under MAPPA"),
                    Choice("1", "Level 1"),
                    Choice("2", "Level 2"),
                    Choice("3", "Level 3"),
                    Choice("not_known", "Not known"),
                ),
                short=True,
            ),
            Question(
                key="mental_health_care",
                label="Were they under mental health care?",
                read_as="Under mental health care",
                kind=Kind.ONE,
                choices=YES_NO,
                short=True,
            ),
            Question(
                key="risk",
                label="What was known of the risk they were?",
                read_as="Known risk",
                kind=Kind.TEXT,
                hint="MARAC, earlier abuse, offences, orders, and who knew.",
                rows=3,
            ),
            Question(
                key="charged",
                label="How far have the police come?",
                read_as="Police",
                kind=Kind.ONE,
                choices=(
                    Choice("none", "No action"),
                    Choice("investigated", "Under investigation"),
                    Choice("arrested", "Arrested"),
                    Choice("charged", "Charged"),
                    Choice("convicted", "Convicted"),
                    Choice("acquitted", "Acquitted, or the case was dropped"),
                    Choice("dead", "The person has died"),
                    Choice("not_known", "Not known"),
                ),
            ),
            Question(
                key="needs",
                label="Are they a child, or an adult with needs for care and support, themselves?",
                read_as="A child, or an adult with needs, themselves",
                kind=Kind.ONE,
                choices=(
                    Choice("child", "A child"),
                    Choice("adult", "An adult with needs for care and support"),
                    Choice("no", "Neither"),
                    Choice("not_known", "Not known"),
                ),
            ),
        ),
    ),
)
