"""The person’s life before, what was tried, and what they said."""

from pprg.referrals.questions import Choice, Kind, Question

BACKGROUND = (
    Question(
        key="summary",
        label="What should we know of their life before this?",
        read_as="Life before this",
        kind=Kind.TEXT,
        hint="Family, health, home, work or school, what had changed. A page at most.",
        missing="Tell something of the person’s life before this, or say that you do not know.",
        strong="She nursed her husband until he died in 2022, then stopped going out. Her daughter rings on "
        "Sundays. In March the bus to the village ended.",
        weak="Complex needs. Hard to engage.",
        rows=10,
    ),
    Question(
        key="wanted",
        label="What did the person say, want, or live through day by day?",
        read_as="What they said and wanted, and their daily life",
        kind=Kind.TEXT,
        hint="In their own words where you have them. Of a baby or somebody who does not speak: what "
        "was seen.",
        useful="What did the person say or want, and what was a day like for them?",
        strong="“I want to die in my own bed,” she told the nurse in May. Nobody asked who lit the fire.",
        weak="Did not wish to engage.",
        rows=5,
    ),
    Question(
        key="done_well",
        label="What was strong, and what was done well?",
        read_as="Strengths, and what was done well",
        kind=Kind.TEXT,
        hint="By the person, the family, neighbours, agencies.",
        rows=4,
    ),
    Question(
        key="concerns",
        label="Earlier concerns, referrals and enquiries",
        kind=Kind.ROWS,
        one="concern",
        hint="Each safeguarding concern, referral or enquiry that came before, and what came of it.",
        by_day="on",
        columns=(
            Question(
                key="kind",
                label="What it was",
                kind=Kind.ONE,
                choices=(
                    Choice("concern", "Concern or contact"),
                    Choice("referral", "Referral to another service"),
                    Choice("s42", "Section 42 enquiry"),
                    Choice("s47", "Section 47 enquiry or strategy discussion"),
                    Choice("conference", "Child protection conference"),
                    Choice("marac", "MARAC or another meeting about risk"),
                    Choice("review", "An earlier review"),
                    Choice("other", "Other"),
                ),
                missing="Say what it was.",
            ),
            Question(
                key="on",
                label="When, as far as you know",
                read_as="When",
                kind=Kind.DAY,
                called="The day of the concern",
                partial=True,
            ),
            Question(key="to", label="From whom, to whom", hint="Agencies, not people."),
            Question(key="about", label="What it was about", kind=Kind.TEXT, rows=3),
            Question(
                key="outcome",
                label="What came of it",
                kind=Kind.TEXT,
                missing="Say what came of it, or that you do not know.",
                rows=3,
            ),
        ),
    ),
)
