"""To referrers and agencies: a review is held, or not; and in the end what it found."""

from __future__ import annotations

from pprg.guidance.codes import Route
from pprg.meetings.letters.facts import Decided, Facts, Reviewed
from pprg.meetings.letters.phrases import (
    COLLEAGUE,
    OMBUDSMAN,
    a,
    again,
    day,
    each_criterion,
    in_danger,
    instead,
    letter,
    not_held,
    points,
    reach_us,
    thanks,
    whose_decision,
)
from pprg.meetings.states import Answer, Outcome

HELD = {
    Outcome.MANDATORY_SAR: "There will be a Safeguarding Adults Review.",
    Outcome.DISCRETIONARY_SAR: "There will be a discretionary Safeguarding Adults Review.",
    Outcome.RAPID_REVIEW: "There will be a rapid review.",
    Outcome.LCSPR: "There will be a Local Child Safeguarding Practice Review.",
    Outcome.NATIONAL: "We ask the national Panel to think about a national review.",
    Outcome.LEARNING_REVIEW: "There will be a learning review.",
}
LAW = {
    Outcome.MANDATORY_SAR: "Section 44(1) to (3) of the Care Act 2014 says that it must be held.",
    Outcome.DISCRETIONARY_SAR: (
        "Section 44(4) of the Care Act 2014 leaves the Board free to hold it. It counts as much in law as "
        "one that must be held."
    ),
    Outcome.RAPID_REVIEW: (
        "It follows from section 16C of the Children Act 2004 and from Working Together to Safeguard "
        "Children."
    ),
    Outcome.LCSPR: "The safeguarding partners hold it under section 16F of the Children Act 2004.",
    Outcome.NATIONAL: "Under section 16B of the Children Act 2004 the choice is the Panel’s.",
    Outcome.DHR: "Its basis is section 9 of the Domestic Violence, Crime and Victims Act 2004.",
    Outcome.LEARNING_REVIEW: "No law asks for it. The group chose it, as the case can teach us something.",
}
TIME = {
    Outcome.MANDATORY_SAR: "It should end within six months of its start. A trial may make it longer.",
    Outcome.DISCRETIONARY_SAR: "It should end within six months of its start. A trial may make it longer.",
    Outcome.RAPID_REVIEW: "It goes to the national Panel within 15 working days.",
    Outcome.LCSPR: "It should be made public within six months.",
    Outcome.NATIONAL: "We will write to you when the Panel has answered.",
    Outcome.DHR: "It should end within six months, or the Home Office is told why not.",
    Outcome.LEARNING_REVIEW: "It should end within twelve weeks.",
}
KEEP = "Keep all records of the case as they are."
LOOK_AFTER = "Tell staff who knew the person, and look after them. A review wants to learn, not to blame."
OF_YOU = (
    KEEP,
    (
        "Tell us within ten working days who will sit on the review’s panel for your agency. They should be "
        "senior. They should not have worked on the case, nor manage anybody who did."
    ),
    LOOK_AFTER,
)
SOON = (
    KEEP,
    (
        "Tell us within two working days who will come to the meeting of the rapid review for your agency. "
        "They should be senior. They should not have worked on the case, nor manage anybody who did."
    ),
    LOOK_AFTER,
)
ASKED = {Outcome.RAPID_REVIEW: SOON, Outcome.NATIONAL: OF_YOU[:1]}
"""What agencies are asked, where it is not to name people for a panel."""


def review_agreed(facts: Facts) -> str:
    decided = of(facts)
    found = [one for one in decided.weighed if one.answer == Answer.MET]
    return letter(
        COLLEAGUE,
        f"{thanks(facts)} {held(decided)} {LAW[decided.outcome]}",
        whose_decision(decided),
        "## What was found",
        points(f"{one.question} Yes. {one.reason}".strip() for one in found)
        or "[What was found, and why there is a review although nothing in the law asks for one.]",
        *_learning(decided),
        "## What it looks at",
        *_looks_at(facts.reviewed),
        "## How long it takes",
        _how_long(decided, facts.reviewed),
        "## What we ask of you",
        points(ASKED.get(decided.outcome, OF_YOU)),
        "## Who will be in touch",
        f"Whoever leads the review will get in touch with you through our team. {reach_us(facts.house)}",
    )


def no_review(facts: Facts) -> str:
    decided = of(facts)
    own = decided.route == Route.LEARNING
    asks = "We asked these questions." if own else f"The law ({decided.basis}) asks these questions."
    return letter(
        COLLEAGUE,
        f"{thanks(facts)} The group looked at it with care. There will not be {not_held(decided)}. This "
        "letter says why, what happens instead, and what you can do if you do not agree.",
        whose_decision(decided),
        "## What the group was asked",
        f"{asks} For each, this is the group’s answer and why.",
        each_criterion(decided.weighed),
        "## What it decided",
        decided.sentence,
        "## What happens instead",
        instead(decided),
        *_learning(decided),
        "## If somebody is at risk",
        in_danger(facts.house),
        "## If you do not agree",
        again(facts.house),
        f"The person and the family can ask in the same way. They can {OMBUDSMAN}",
    )


def conclusion(facts: Facts) -> str:
    reviewed = facts.reviewed or Reviewed()
    return letter(
        COLLEAGUE,
        f"The review of the case {facts.reference} has ended. Thank you for your part in it.",
        "## What it found",
        points(reviewed.findings) or "[What the review found, in a few lines.]",
        "## What is to change",
        points(reviewed.recommendations) or "[What agencies are asked to change.]",
        "We ask each agency what it will do, by when, and how it will know that it helped.",
        "## When it is made public",
        _public(reviewed),
        "## If you have a question",
        reach_us(facts.house),
    )


def of(facts: Facts) -> Decided:
    """The decision, which these letters cannot do without."""
    if facts.decided is None:
        raise LookupError("This letter is of a decision.")
    return facts.decided


def held(decided: Decided) -> str:
    return HELD.get(decided.outcome) or f"There will be {a(decided.label)}."


def _learning(decided: Decided) -> list[str]:
    return ["## What can be learned now", decided.learning] if decided.learning else []


def _how_long(decided: Decided, reviewed: Reviewed | None) -> str:
    report_by = reviewed.report_by if reviewed else None
    return TIME[decided.outcome] + (f" Its report is to be ready by {day(report_by)}." if report_by else "")


def _public(reviewed: Reviewed) -> str:
    if not reviewed.published:
        return "It is not made public. Please keep this letter to those who need it."
    public = day(reviewed.publish_on) if reviewed.publish_on else "[day]"
    return (
        f"It is made public on {public}. Until then please keep this letter to those who need it. The person "
        "and the family hear of it first."
    )


def _looks_at(reviewed: Reviewed | None) -> list[str]:
    if reviewed is None or not (reviewed.questions or reviewed.period):
        return [
            "What it looks at, and how far back, is settled first with those who take part. We will tell you."
        ]
    way = f"This is how it is done: {reviewed.method}." if reviewed.method else ""
    over = (
        f"It looks at the time {reviewed.period[:1].lower()}{reviewed.period[1:]}." if reviewed.period else ""
    )
    asks = "It asks:" if reviewed.questions else ""
    return [way, f"{over} {asks}".strip(), points(reviewed.questions)]
