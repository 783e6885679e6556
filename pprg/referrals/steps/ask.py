"""Which reviews to think about, and what makes this case different at once."""

from pprg.guidance.codes import ROUTE_LABELS, Route
from pprg.referrals.questions import YES_NO, Choice, Kind, Question

NOT_SURE = "not_sure"

ASK = (
    Question(
        key="types",
        label="Which reviews should the group think about?",
        read_as="Reviews to think about",
        kind=Kind.SEVERAL,
        hint="Choose all that may fit. You need not be certain: the group decides.",
        choices=(
            *(Choice(route, ROUTE_LABELS[route]) for route in (Route.SAR, Route.CHILD, Route.DHR)),
            Choice(
                Route.LEARNING,
                ROUTE_LABELS[Route.LEARNING],
                "Good practice and near misses are welcome here.",
            ),
            Choice(NOT_SURE, "I am not sure. Please advise.", alone=True),
        ),
        missing="Choose which reviews the group should think about, or say that you are not sure.",
    ),
    Question(
        key="concerns",
        label="Who is it about?",
        read_as="About",
        kind=Kind.ONE,
        choices=(
            Choice("adult", "An adult"),
            Choice("child", "A child, under 18"),
            Choice("both", "Adults and children"),
        ),
        missing="Say whether it is about an adult, a child or both.",
    ),
    Question(
        key="alive",
        label="Has somebody died?",
        kind=Kind.ONE,
        choices=(
            Choice("died", "Yes, the person has died"),
            Choice("alive", "No, the person is alive"),
            Choice("unborn", "No, it is about an unborn child"),
            Choice("not_known", "Not known"),
        ),
        missing="Say whether the person has died.",
    ),
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
