"""Three-valued logic after Kleene: yes, no, or not known yet, and which facts would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_


@dataclass(frozen=True)
class Truth:
    """What is so as far as the facts go. Only a truth that is not known has causes.

    *Missing* facts were not given; *unsure* ones were answered with doubt.
    """

    value: bool | None
    missing: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()

    @property
    def holds(self) -> bool:
        return self.value is True

    @property
    def fails(self) -> bool:
        return self.value is False

    @property
    def known(self) -> bool:
        return self.value is not None

    def __and__(self, other: Truth) -> Truth:
        if self.fails or other.fails:
            return NO
        return other if self.holds else self if other.holds else self._with(other)

    def __or__(self, other: Truth) -> Truth:
        if self.holds or other.holds:
            return YES
        return other if self.fails else self if other.fails else self._with(other)

    def __invert__(self) -> Truth:
        return self if self.value is None else truth(not self.value)

    def __bool__(self) -> bool:
        raise TypeError("A truth may be not known: ask whether it holds or fails.")

    def _with(self, other: Truth) -> Truth:
        return Truth(None, self.missing | other.missing, self.unsure | other.unsure)


YES = Truth(True)
NO = Truth(False)


def truth(value: bool) -> Truth:
    return YES if value else NO


def missing(fact: str) -> Truth:
    """Not known, because nobody has said."""
    return Truth(None, missing=frozenset({fact}))


def unsure(fact: str) -> Truth:
    """Not known, because whoever answered was in doubt."""
    return Truth(None, unsure=frozenset({fact}))


def all_of(*parts: Truth) -> Truth:
    return reduce(and_, parts, YES)


def any_of(*parts: Truth) -> Truth:
    return reduce(or_, parts, NO)
