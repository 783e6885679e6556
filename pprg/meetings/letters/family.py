"""To the person or the family, in plain words. Who somebody is, the coordinator types."""

from __future__ import annotations

from pprg.guidance.codes import Route
from pprg.meetings.letters.facts import Decided, Facts, Reviewed
from pprg.meetings.letters.outcome import of
from pprg.meetings.letters.phrases import OMBUDSMAN, a, again, day, instead, letter, points, reach_us
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
    "It does not find out how somebody died. Where somebody has died, the coroner does that.",
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


IN_THREE_WEEKS = (
    "You can ring or write to us, or send us a recording.",
    "You can give us questions that the review should answer.",
    "You can say no now, and yes later. You can stop at any time.",
    "You can have an interpreter, large print or other help. Tell us what you need.",
)
"""How to take part in a review that is over in fifteen working days and has no report of its own to read."""


def review_agreed(facts: Facts) -> str:
    decided = of(facts)
    soon = decided.outcome == Outcome.RAPID_REVIEW
    return letter(
        DEAR,
        SORRY,
        f"{_there_will_be(decided)} This letter says what it is, and how you can take part. You do not have "
        "to do anything.",
        *_who_we_are(facts),
        "## What a review is",
        "A review asks what services knew, what they did, and what they could do better. It helps us to keep "
        "other people safe.",
        "## What a review is not",
        points(IS_NOT),
        "## How you can take part",
        "We would like to hear from you. You know things that no file can tell us. You choose how much you "
        "want to do.",
        points(IN_THREE_WEEKS if soon else TAKE_PART),
        *_on_your_side(facts),
    )


def _there_will_be(decided: Decided) -> str:
    """What it is called, and whether it is settled: about a national review others decide."""
    called = a(CALLED.get(decided.outcome, decided.label))
    if decided.outcome == Outcome.NATIONAL:
        return (
            f"We are writing to you about what happened. We have asked a national panel to hold {called}. "
            "The panel decides whether there is one. We will tell you."
        )
    words = f"We are writing to you as there will be a review of what happened. It is called {called}."
    if decided.outcome == Outcome.RAPID_REVIEW:
        words += " It is short. Within three weeks it says if there should be a longer one. We will tell you."
    return words


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


def review_ended(facts: Facts) -> str:
    reviewed = facts.reviewed or Reviewed()
    public = day(reviewed.publish_on) if reviewed.publish_on else "[day]"
    return letter(
        DEAR,
        "The review of what happened has ended. This letter says what it found. [Thank you for what you told "
        "us. Or take this away.]",
        "## What it found",
        points(reviewed.findings),
        "[Say it in a few plain words.]",
        "## What is to change",
        points(reviewed.recommendations),
        "[Say it in a few plain words.]",
        "We ask each service what it will do, and by when. We can tell you what has come of it.",
        "## Who can read it",
        f"You hear of it before others do. You can read it first and tell us what you think. Others can read "
        f"it from {public}. It does not use your names."
        if reviewed.published
        else "It is not made public. Staff learn from it without your names. [When you can read it.]",
        *_on_your_side(facts),
        "You can write to us or ring us at any time, also when others talk about it.",
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
