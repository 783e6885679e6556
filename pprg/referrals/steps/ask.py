"""What makes this case different at once: urgency, news media, another area."""

from pprg.referrals.questions import YES_NO, Choice, Kind, Question

ASK = (
    Question(
        key="urgency",
        label="Does anything make this urgent?",
        read_as="What makes it urgent",
        kind=Kind.SEVERAL,
        hint="Leave this blank if nothing does.",
        choices=(
            Choice("notified", "A serious incident has been or will be notified: a legal clock runs"),
            Choice("hearing", "A trial or inquest has a date"),
            Choice("media", "News media know of it, or soon will"),
            Choice("others", "The same could happen to others now"),
            Choice("family", "The family has asked"),
        ),
    ),
    Question(
        key="urgency_why", label="Dates and details", read_as="Dates and details", kind=Kind.TEXT, rows=3
    ),
    Question(
        key="other_area",
        label="Is another council area involved?",
        kind=Kind.ONE,
        hint="For example, the person was placed there, came from there, or it happened there.",
        choices=YES_NO,
        missing="Say whether another area is involved. “Not known” is an answer.",
        short=True,
    ),
    Question(
        key="other_area_which", label="Which area, and what is its part?", read_as="Which area, and its part"
    ),
)
