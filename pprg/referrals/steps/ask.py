"""What makes this case different at once: urgency, news media, another area."""

from pprg.guidance.codes import Route
from pprg.guidance.lists import PLACES
from pprg.referrals.questions import YES_NO, Answers, Choice, Kind, Question, choices_of
from pprg.referrals.when import GOOD_PRACTICE, NOT_SURE, types


def _may_be_good_practice(answers: Answers) -> bool:
    asked = set(types(answers))
    return bool(asked & {NOT_SURE, Route.LEARNING}) or {GOOD_PRACTICE} < asked


ASK = (
    Question(
        key="nature",
        label="What kind of event is it?",
        read_as="Kind of event",
        kind=Kind.ONE,
        choices=(
            Choice("death", "A death"),
            Choice("harm", "Serious harm"),
            Choice("near_miss", "A near miss"),
            Choice("pattern", "A pattern, or a worry about practice"),
            Choice("good_practice", "Good practice"),
        ),
        missing="Say what kind of event it is.",
    ),
    Question(
        key="good_only",
        label="Do you put it forward only because it was done well?",
        read_as="Put forward for good practice only",
        kind=Kind.ONE,
        hint="Then we ask nothing about harm.",
        choices=YES_NO,
        missing="Say whether it is put forward only for good practice. “Not known” is an answer.",
        short=True,
        asked=_may_be_good_practice,
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
        heading="Urgency",
    ),
    Question(
        key="urgency_why", label="Dates and details", read_as="Dates and details", kind=Kind.TEXT, rows=3
    ),
    Question(
        key="media",
        label="Do news media know of it, or may they soon?",
        read_as="News media know of it, or may soon",
        kind=Kind.ONE,
        hint="Or anybody else outside: a councillor, an MP, social media.",
        choices=YES_NO,
        missing="Say whether news media know of it. “Not known” is an answer.",
        short=True,
    ),
    Question(
        key="media_how",
        label="Who knows what, and who answers them?",
        read_as="What is known outside, and who answers",
        kind=Kind.TEXT,
        hint="Only if you answered yes.",
        rests_on="media",
        rows=2,
    ),
    Question(
        key="lived_here",
        label="Did the person live in our area, or had they been placed here to live?",
        read_as="Lived in our area, or was placed here",
        kind=Kind.ONE,
        hint="Where they lived when it happened. Which board must act depends on it.",
        law="“a case involving an adult in its area” (Care Act 2014 s.44(1)). For a death from "
        "domestic abuse, "
        "too, where the person usually lived commonly decides.",
        choices=YES_NO,
        missing="Say whether the person lived in our area. “Not known” is an answer.",
        useful="Did the person live in our area?",
        short=True,
        heading="Which area",
    ),
    Question(
        key="happened_in",
        label="In whose area did it happen?",
        read_as="Where it happened",
        kind=Kind.ONE,
        choices=(
            Choice("own", "Ours"),
            Choice("other", "Elsewhere in England"),
            Choice("outside_england", "Outside England"),
            Choice("not_known", "Not known"),
        ),
        law="The council in whose area a child dies or is seriously harmed notifies; the home "
        "council notifies "
        "what happens outside England (Children Act 2004 s.16C(1)).",
        missing="Say in whose area it happened. “Not known” is an answer.",
    ),
    Question(
        key="place",
        label="In what kind of place?",
        read_as="Kind of place",
        kind=Kind.ONE,
        choices=choices_of(PLACES, group="Places"),
        missing="Say in what kind of place it happened. “Not known” is an answer.",
    ),
    Question(
        key="other_area",
        label="Is another area involved?",
        read_as="Another area is involved",
        kind=Kind.ONE,
        hint="For example, the person was placed there, came from there, or it happened there.",
        choices=YES_NO,
        missing="Say whether another area is involved. “Not known” is an answer.",
        short=True,
    ),
    Question(
        key="areas",
        label="Other areas",
        kind=Kind.ROWS,
        one="area",
        hint="Only if another area is involved.",
        missing="Name the other area and its part.",
        rests_on="other_area",
        columns=(
            Question(key="area", label="Which area", missing="Name the area."),
            Question(
                key="of",
                label="Area of",
                kind=Kind.ONE,
                choices=(
                    Choice("council", "A council"),
                    Choice("police", "A police force"),
                    Choice("icb", "An integrated care board (NHS)"),
                    Choice("csp", "A community safety partnership"),
                ),
            ),
            Question(
                key="part",
                label="Its part",
                kind=Kind.SEVERAL,
                choices=(
                    Choice("home", "The person’s home area"),
                    Choice("placing", "It placed the person"),
                    Choice("happened", "It happened there"),
                    Choice("other", "Another part"),
                ),
            ),
            Question(key="told", label="Has it been told?", kind=Kind.ONE, choices=YES_NO, short=True),
        ),
    ),
    Question(
        key="referred_before",
        label="Has this been referred to the group before?",
        read_as="Referred to the group before",
        kind=Kind.ONE,
        hint="This event or an earlier one, by any agency.",
        choices=YES_NO,
        short=True,
        heading="Before this",
    ),
    Question(
        key="referred_how",
        label="Its reference, and what came of it",
        read_as="Earlier reference and outcome",
        hint="Only if you answered yes.",
        rests_on="referred_before",
    ),
)
