"""To national bodies: what was decided, and why."""

from __future__ import annotations

from pprg.meetings.letters.facts import Facts
from pprg.meetings.letters.outcome import LAW, held, of
from pprg.meetings.letters.phrases import (
    day,
    each_criterion,
    instead,
    letter,
    not_held,
    reach_us,
    whose_decision,
)
from pprg.meetings.states import Outcome

COLLEAGUES = "Dear colleagues,"


def panel(facts: Facts) -> str:
    decided = of(facts)
    lcspr = decided.outcome == Outcome.LCSPR
    verdict = "We will hold" if lcspr else "We will not hold"
    return letter(
        COLLEAGUES,
        "This letter goes with our rapid review of the serious incident that was notified to you as [your "
        f"number]. Our reference is {facts.reference}.",
        f"{verdict} a Local Child Safeguarding Practice Review."
        + (f" {held(decided)}" if decided.outcome == Outcome.NATIONAL else ""),
        whose_decision(decided),
        "## How each point was weighed",
        each_criterion(decided.weighed),
        "## The decision",
        decided.sentence,
        *(
            []
            if lcspr or decided.outcome == Outcome.NATIONAL
            else ["## What happens instead", instead(decided, "Nothing else follows from us.")]
        ),
        "## If you have a question",
        f"Please tell us whether you agree. {reach_us(facts.house)}",
    )


def home_office(facts: Facts) -> str:
    decided = of(facts)
    agreed = decided.outcome == Outcome.DHR
    on = day(decided.agreed_on) if decided.agreed_on else "[day]"
    verdict = held(decided) if agreed else f"There will not be {not_held(decided)}."
    return letter(
        COLLEAGUES,
        f"The Community Safety Partnership for {facts.house.area} was told of a death on [day]. On {on} it "
        f"decided whether to review it. {verdict} {LAW[Outcome.DHR] if agreed else ''}".strip(),
        f"Our reference is {facts.reference}. {whose_decision(decided)}",
        "## How each point was weighed",
        each_criterion(decided.weighed),
        "## The decision",
        decided.sentence,
        *([] if agreed else ["## What happens instead", instead(decided, "Nothing else follows from us.")]),
        "## What comes next",
        "We aim to end the review within six months. If we need longer, we will tell you why."
        if agreed
        else "We know that your panel may take another view. Please tell us if it does.",
        reach_us(facts.house),
    )
