"""Sentences that more than one letter needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pprg.guidance.codes import Route
from pprg.meetings.letters.facts import Decided, Facts, House, Weighed
from pprg.meetings.states import Answer, Outcome

COLLEAGUE = "Dear colleague,"
ANSWERED = {
    Answer.MET: "Met.",
    Answer.NOT_MET: "Not met.",
    Answer.NOT_ENOUGH: "There is not enough information to say.",
    None: "Not answered.",
}


def letter(*parts: str | Iterable[str]) -> str:
    """Paragraphs in a row; those that say nothing are left out."""
    said = (part if isinstance(part, str) else "\n".join(part) for part in parts)
    return "\n\n".join(part for part in said if part)


def points(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def day(when: date) -> str:
    """With spaces that hold its parts on one line."""
    return f"{when.day}\u00a0{when:%B}\u00a0{when.year}"


def telephone(number: str) -> str:
    return number.replace(" ", "\u00a0")


def reach_us(house: House) -> str:
    return f"Ring us on {telephone(house.telephone)} or write to {house.email}."


def a(label: str) -> str:
    return f"an {label}" if label[:1] in "AEIO" else f"a {label}"


def thanks(facts: Facts) -> str:
    """The first sentence to a referrer; to others, what it is about."""
    if facts.received_on is None:
        return f"This letter is about the case {facts.reference}."
    return f"Thank you for your referral {facts.reference}, which we received on {day(facts.received_on)}."


def whose_decision(decided: Decided) -> str:
    """Who recommended it when, who agreed when, and with which changes."""
    group = f"The group met on {day(decided.held_on)}."
    if not decided.owners or decided.agreed_on is None:
        return group
    changed = f" What was changed: {decided.changes}" if decided.changes else ""
    owners = decided.owners[:1].upper() + decided.owners[1:]
    return f"{group} {owners}, whose decision it finally is, agreed on {day(decided.agreed_on)}.{changed}"


def each_criterion(weighed: Iterable[Weighed]) -> str:
    """A heading for each, and under it the answer and why."""
    return letter(
        *(
            part
            for number, one in enumerate(weighed, start=1)
            for part in (f"## {number}. {one.question}", f"{ANSWERED[one.answer]} {one.reason}".strip())
        )
    )


def in_danger(house: House) -> str:
    adults, children = telephone(house.adults_front_door_telephone), house.childrens_front_door_telephone
    return (
        "If somebody is in danger now, ring 999. If you are worried about an adult, ring "
        f"{house.adults_front_door} on {adults}. If you are worried about a child, ring "
        f"{house.childrens_front_door} on {telephone(children)}. Do not wait for us."
    )


LEARN_YOURSELF = "Nothing else follows from us. Your own agency can still learn from the case."


def instead(decided: Decided, otherwise: str = LEARN_YOURSELF) -> str:
    """What happens in place of the review that was weighed; `otherwise` if nothing of ours does."""
    whom = decided.of_whom or "[the agency]"
    by = day(decided.until) if decided.until else "[day]"
    return {
        Outcome.LEARNING_REVIEW: (
            "The group will hold a learning review. No law asks for it. The group chose it because the case "
            "can still teach us something, and we will share what it finds."
        ),
        Outcome.SINGLE_AGENCY: (
            f"We have asked {whom} to review its own part and to tell us by {by} what it found. We read its "
            "report. If it shows that more than one agency could have done better, the group can look at "
            "the case again."
        ),
        Outcome.BRIEFING: (
            "We will share what can be learned with staff in a short briefing. It names nobody."
        ),
        Outcome.OTHER_ROUTE: (
            f"The case goes to another process: {decided.of_whom or '[which process]'}. It can look into "
            "what a review of ours cannot."
        ),
    }.get(decided.outcome, otherwise)


def not_held(decided: Decided) -> str:
    """The review that is not held, with its article."""
    if decided.route == Route.CHILD:
        return "a child safeguarding practice review"
    return "a learning review" if decided.route == Route.LEARNING else a(decided.label)


def again(house: House) -> str:
    """How to ask for a decision to be looked at again."""
    return (
        "You can ask us to look at the decision again. Do it within 20 working days of the date of this "
        f"letter. {reach_us(house)} Tell us what is new, or what went wrong in how it was decided. Somebody "
        "who had no part in the decision will look at it, with a lawyer’s advice. They will write to you and "
        "give their reasons."
    )


OMBUDSMAN = (
    "also complain to the council. After that the Local Government and Social Care Ombudsman can look at the "
    "complaint (lgo.org.uk)."
)
