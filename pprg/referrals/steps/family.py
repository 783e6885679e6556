"""Who else is in it: others whom the review is about, family, people who matter to them."""

from pprg.referrals.questions import YES_NO, Choice, Kind, Question

FAMILY = (
    Question(
        key="people",
        label="Family and others",
        kind=Kind.ROWS,
        one="person",
        hint="Everybody who matters to this: other people it is about, family, carers, neighbours. "
        "Somebody alleged responsible has a page of their own. They are kept out of whatever is published.",
        columns=(
            Question(key="name", label="Full name", missing="Enter a name, or “not known”.", vault=True),
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
            ),
            Question(
                key="born",
                label="Date of birth, or as much of it as you know",
                kind=Kind.DAY,
                called="The date of birth",
                partial=True,
                vault=True,
            ),
            Question(key="is_child", label="Are they under 18?", kind=Kind.ONE, choices=YES_NO, short=True),
        ),
    ),
)
