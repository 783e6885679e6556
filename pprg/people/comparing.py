"""Two people side by side, as a page shows them: what stands how, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pprg.people.matching.reasons import Aspect, Reason, Standing
from pprg.people.matching.sketches import Sketch
from pprg.people.models import Identity, Match

ONE_SIDE = "known in one only"
NEITHER = "known in neither"
TONES = {
    Standing.SAME: "done",
    Standing.CLOSE: "soon",
    Standing.DIFFERS: "late",
    ONE_SIDE: "none",
    NEITHER: "none",
}
VERY_LIKELY, LIKELY = 0.99, 0.9


@dataclass(frozen=True, kw_only=True)
class Row:
    """One aspect. `sides` is empty while names and dates are hidden."""

    label: str
    standing: str
    why: Sequence[str]
    sides: tuple[str, str] | None = None

    @property
    def tone(self) -> str:
        return TONES[self.standing]


ROWS: list[tuple[str, tuple[Aspect, ...]]] = [
    ("Names", (Aspect.GIVEN, Aspect.FAMILY)),
    *(
        (str(aspect), (aspect,))
        for aspect in Aspect
        if aspect not in {Aspect.GIVEN, Aspect.FAMILY, Aspect.WHOLE}
    ),
]


def rows_of(match: Match, *, shown: bool = False) -> list[Row]:
    """Every aspect that either record knows. With `shown` what each says, once reading it is recorded."""
    both = (match.other.identity, match.person.identity)
    sketches = [Sketch.from_plain(identity.sketch or {}) for identity in both]
    rows = []
    for label, aspects in ROWS:
        reasons = [reason for reason in match.reasons if reason.aspect in aspects]
        known = [any(_has(sketch, aspect) for aspect in aspects) for sketch in sketches]
        rows.append(
            Row(
                label=label,
                standing=_standing(reasons, known),
                why=[reason.words for reason in reasons],
                sides=(_words(both[0], label), _words(both[1], label)) if shown else None,
            )
        )
    return [row for row in rows if row.standing != NEITHER]


def notes_of(match: Match) -> list[str]:
    """What only all of it together says."""
    return [reason.words for reason in match.reasons if reason.aspect == Aspect.WHOLE]


def what_stands_out(match: Match) -> list[str]:
    """For a list: what is not simply the same, and what ties them whatever they are called; three at most."""
    odd = [reason for reason in match.reasons if reason.standing != Standing.SAME]
    ties = [reason for reason in match.reasons if reason.ties and reason not in odd]
    return [reason.words for reason in [*ties, *odd, *match.reasons][:3]]


def how_likely(match: Match) -> str:
    """The score in words."""
    if match.score >= VERY_LIKELY:
        return "Very likely one person"
    return "Likely one person" if match.score >= LIKELY else "Perhaps one person"


def _standing(reasons: Sequence[Reason], known: Sequence[bool]) -> str:
    stands = {reason.standing for reason in reasons}
    for standing in (Standing.DIFFERS, Standing.CLOSE, Standing.SAME):
        if standing in stands:
            return standing
    return ONE_SIDE if any(known) else NEITHER


def _has(sketch: Sketch, aspect: Aspect) -> bool:
    return bool({
        Aspect.NHS: sketch.nhs, Aspect.GIVEN: sketch.givens, Aspect.FAMILY: sketch.families,
        Aspect.BORN: sketch.born, Aspect.DIED: sketch.died, Aspect.SEX: sketch.sex,
        Aspect.HOME: sketch.homes, Aspect.PHONE: sketch.phones,
    }[aspect])  # fmt: skip


def _words(identity: Identity, label: str) -> str:
    said: dict[str, Sequence[str | None]] = {
        "Names": identity.names,
        Aspect.NHS: [identity.nhs_spaced],
        Aspect.BORN: [_day(identity.born)],
        Aspect.DIED: [_day(identity.died)],
        Aspect.SEX: [(identity.sex or "").capitalize()],
        Aspect.HOME: [*identity.addresses, *identity.postcodes],
        Aspect.PHONE: identity.phones or [],
    }
    return "\n".join(words for words in said[label] if words)


def _day(known: str | None) -> str:
    """11 03 1945, so that a day and a month the wrong way round are seen at a glance."""
    return " ".join(reversed((known or "").split("-")))
