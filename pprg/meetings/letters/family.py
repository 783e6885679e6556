"""To the person or the family, in plain words. Who somebody is, the coordinator types."""

from __future__ import annotations

from pprg.guidance.codes import Route
from pprg.meetings.letters.facts import Facts
from pprg.meetings.letters.outcome import of
from pprg.meetings.letters.phrases import OMBUDSMAN, a, again, instead, letter, points, reach_us
from pprg.meetings.states import Outcome

DEAR = "Dear [name],"
SORRY = "[We are very sorry for your loss. Or: We are sorry for what happened to you.]"
CALLED = {
    Outcome.RAPID_REVIEW: "rapid review",
    Outcome.LCSPR: "Local Child Safeguarding Practice Review",
    Outcome.NATIONAL: "national child safeguarding practice review",
    Outcome.LEARNING_REVIEW: "learning review",
}
IS_NOT = (
    "It is not a trial. It does not say who is to blame.",
    "It does not find out how somebody died. The coroner does that.",
    "It does not take the place of a complaint. We can tell you where to take one.",
)
TAKE_PART = (
    "You can meet the person who leads the review, at home or where you like.",
    "You can ring or write to us, or send us a recording.",
    "You can give us questions that the review should answer.",
    "You can read the report before others do, and tell us what you think.",
    "You can say no now, and yes later. You can stop at any time.",
    "You can have an interpreter, large print or other help. Tell us what you need.",
)


def review_agreed(facts: Facts) -> str:
    decided = of(facts)
    called = CALLED.get(decided.outcome, decided.label)
    return letter(
        DEAR,
        SORRY,
        f"We are writing to you as there will be a review of what happened. It is called {a(called)}. This "
        "letter says what it is, and how you can take part. You do not have to do anything.",
        *_who_we_are(facts),
        "## What a review is",
        "A review asks what services knew, what they did, and what they could do better. It helps us to keep "
        "other people safe.",
        "## What a review is not",
        points(IS_NOT),
        "## How you can take part",
        "We would like to hear from you. You know things that no file can tell us. You choose how much you "
        "want to do.",
        points(TAKE_PART),
        *_on_your_side(facts),
    )


def no_review(facts: Facts) -> str:
    decided = of(facts)
    return letter(
        DEAR,
        SORRY,
        "We were asked to think about a review of what happened. We have decided not to hold one of the kind "
        "that we were asked for. This letter says why, what happens instead, and what you can do if you do "
        "not agree.",
        *_who_we_are(facts),
        "## Why",
        "[Say why in a few plain words.]",
        "This does not mean that what happened does not matter.",
        "## What happens instead",
        instead(decided) if decided.outcome != Outcome.NO_REVIEW else "There will be no review.",
        "## If you do not agree",
        again(facts.house),
        f"You can {OMBUDSMAN}",
        *_on_your_side(facts),
    )


def _who_we_are(facts: Facts) -> list[str]:
    return [
        "## Who we are",
        (
            f"We are people from the council, the NHS, the police and other services in {facts.house.area}. "
            "When somebody has died or been badly hurt, we look at how services worked together."
        ),
    ]


def _on_your_side(facts: Facts) -> list[str]:
    by_abuse = facts.decided is not None and facts.decided.route == Route.DHR
    aafda = " Advocacy After Fatal Domestic Abuse (aafda.org.uk) helps families free of charge."
    return [
        "## Whom you can turn to",
        f"[Name] is here for you. {reach_us(facts.house)}",
        (
            "Somebody can go with you and speak for you. This is called an advocate. You do not pay for it. "
            f"[The service, and how to reach it.]{aafda if by_abuse else ''}"
        ),
    ]
