"""Each agency that knew the person or the family, and what it holds."""

from pprg.referrals.questions import YES_NO, Choice, Kind, Question

AGENCIES = (
    Question(
        key="involved",
        label="Agencies",
        kind=Kind.ROWS,
        one="agency",
        hint="Yours first. Think of schools, housing, the GP, each hospital, ambulance, probation, "
        "drug and alcohol "
        "services, domestic abuse services, care providers, charities, military welfare.",
        missing="Enter the agencies that knew the person or the family.",
        columns=(
            Question(key="agency", label="Agency", missing="Name the agency."),
            Question(key="team", label="Team or service"),
            Question(key="worker", label="Who worked with them", hint="Name and job title.", vault=True),
            Question(key="contact", label="How to reach that person or team", vault=True),
            Question(
                key="since",
                label="Involved since",
                kind=Kind.DAY,
                called="The first day of involvement",
                partial=True,
            ),
            Question(
                key="until",
                label="Until",
                kind=Kind.DAY,
                called="The last day of involvement",
                hint="Leave it blank if they still are.",
                partial=True,
                after="since",
            ),
            Question(key="still", label="Still involved?", kind=Kind.ONE, choices=YES_NO, short=True),
            Question(
                key="part",
                label="What it did, and what it holds",
                kind=Kind.TEXT,
                hint="Records, assessments, recordings, reports of its own.",
                rows=3,
            ),
            Question(
                key="asked",
                label="Have you asked it for information?",
                read_as="Asked for information",
                kind=Kind.ONE,
                choices=(
                    Choice("yes", "Yes, and it answered"),
                    Choice("waiting", "Yes, no answer yet"),
                    Choice("no", "No"),
                    Choice("not_known", "Not known"),
                ),
            ),
        ),
    ),
)
