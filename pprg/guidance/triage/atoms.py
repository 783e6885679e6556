"""Plain questions put to the facts. Each answer is yes, no, or not known and why."""

from __future__ import annotations

from functools import cached_property

from pprg.guidance.triage.facts import Facts, settled
from pprg.guidance.triage.logic import Truth, any_of, missing, truth, unsure

KNOWN_OR_SUSPECTED = {"known", "suspected"}
CLOSE = {"partner", "ex", "relative", "household"}


class Atoms:
    """The atoms of one case. Statutes that say "knows or suspects" are satisfied by suspicion."""

    def __init__(self, facts: Facts) -> None:
        self.facts = settled(facts)

    def aged(self, years: int) -> Truth:
        """This age or over."""
        age = self.facts.age
        return missing("age") if age is None else truth(age >= years)

    def said(self, fact: str, *values: str) -> Truth:
        """Whether the answer is one of these; "yes" unless others are named. "unsure" is no answer."""
        given = getattr(self.facts, fact)
        if given is None:
            return missing(fact)
        return unsure(fact) if given == "unsure" else truth(given in (values or {"yes"}))

    @cached_property
    def adult(self) -> Truth:
        return self.aged(18)

    @cached_property
    def child(self) -> Truth:
        return ~self.adult

    @cached_property
    def living(self) -> Truth:
        alive = self.facts.alive
        return missing("alive") if alive is None else truth(alive)

    @cached_property
    def died(self) -> Truth:
        return ~self.living

    @cached_property
    def area(self) -> Truth:
        return self.said("in_area")

    @cached_property
    def needs(self) -> Truth:
        return self.said("care_and_support_needs")

    @cached_property
    def concern(self) -> Truth:
        return self.said("agencies_worked_together_concern")

    @cached_property
    def harm(self) -> Truth:
        """Abuse or neglect of an adult: self-neglect counts."""
        return self.said("abuse_or_neglect", "self_neglect", *KNOWN_OR_SUSPECTED)

    @cached_property
    def harm_by_others(self) -> Truth:
        return self.said("abuse_or_neglect", *KNOWN_OR_SUSPECTED)

    @cached_property
    def linked(self) -> Truth:
        return self.said("death_linked", *KNOWN_OR_SUSPECTED)

    @cached_property
    def link_not_ruled_out(self) -> Truth:
        """Always known: a link that nobody has spoken of is not ruled out."""
        return truth(self.facts.death_linked != "no")

    @cached_property
    def serious(self) -> Truth:
        return self.said("seriously_harmed")

    @cached_property
    def died_or_serious(self) -> Truth:
        return self.died | (self.living & self.serious)

    @cached_property
    def close(self) -> Truth:
        return self.said("relationship_of_alleged", *CLOSE)

    @cached_property
    def suicide(self) -> Truth:
        """A suspected suicide counts as one: no finding of an inquest is needed."""
        return self.said("suicide", "yes", "suspected")

    @cached_property
    def abused_before(self) -> Truth:
        """Domestic abuse before. "suspected" is an account with nothing yet to support it: in doubt."""
        if self.facts.domestic_abuse_history == "suspected":
            return unsure("domestic_abuse_history")
        return self.said("domestic_abuse_history")

    @cached_property
    def not_stillborn(self) -> Truth:
        return ~self.said("stillbirth_or_termination")

    @cached_property
    def weapon(self) -> Truth:
        return self.said("offensive_weapon")

    @cached_property
    def good_practice(self) -> Truth:
        return self.said("good_practice_only")

    @cached_property
    def external_cause(self) -> Truth:
        """What brings the coroner, and the agencies together at once."""
        return any_of(
            self.said("sudden_or_unexplained"),
            self.said("in_custody_or_detained"),
            self.suicide,
            self.weapon,
        )

    def where(self, place: str) -> Truth:
        """Whether it happened there: own, other, outside_england."""
        return self.said("incident_area", place)
