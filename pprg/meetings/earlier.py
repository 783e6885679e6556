"""The words of a decision as they stood: how they are kept, what changed, what two people make of them.

Pure: no database, no web. *Where* names one box: "reason", "needs.answer", "dissents" for all its rows.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from itertools import takewhile
from typing import Any

from pprg.meetings.states import Agreement, Answer, Outcome
from pprg.meetings.words import ActionWords, DecisionWords, DissentWords, WeighingWords

KEEPS = 20
"""How many changes back one can go."""
FEW = 20
"""So many letters may be put right while somebody types on."""
ROWS = ("dissents", "actions")
CHOSEN = frozenset({"outcome", "agreement", "until", "answer"})
"""Boxes that are chosen, not typed letter by letter: each change of one is a change of its own."""
_PLAIN = tuple(field.name for field in fields(DecisionWords) if field.name not in {"weighings", *ROWS})


def kept(words: DecisionWords) -> dict[str, Any]:
    """As plain JSON, to be sealed."""
    plain = asdict(words)
    plain["until"] = words.until and words.until.isoformat()
    plain["dissents"] = [
        {"agency_id": said.agency_id and str(said.agency_id), "words": said.words} for said in words.dissents
    ]
    plain["actions"] = [
        asdict(act)
        | {"agency_id": act.agency_id and str(act.agency_id), "due_on": act.due_on and act.due_on.isoformat()}
        for act in words.actions
    ]
    return plain


def words_from(plain: Mapping[str, Any]) -> DecisionWords:
    """What `kept` kept."""
    return DecisionWords(
        **{name: plain[name] for name in _PLAIN if name not in {"outcome", "agreement", "until"}},
        weighings={
            key: WeighingWords(**said | {"answer": Answer(said["answer"]) if said["answer"] else None})
            for key, said in plain["weighings"].items()
        },
        outcome=Outcome(plain["outcome"]) if plain["outcome"] else None,
        agreement=Agreement(plain["agreement"]) if plain["agreement"] else None,
        until=_day(plain["until"]),
        dissents=tuple(DissentWords(**row | {"agency_id": _id(row)}) for row in plain["dissents"]),
        actions=tuple(
            ActionWords(**row | {"agency_id": _id(row), "due_on": _day(row["due_on"])})
            for row in plain["actions"]
        ),
    )


def _id(row: Mapping[str, Any]) -> uuid.UUID | None:
    return uuid.UUID(row["agency_id"]) if row["agency_id"] else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def boxes(words: DecisionWords) -> dict[str, Any]:
    """Every box by where it stands, in the form's order."""
    weighed: dict[str, Any] = {
        f"{key}.{part}": getattr(said, part)
        for key, said in words.weighings.items()
        for part in ("answer", "evidence", "reason")
    }
    return weighed | {name: getattr(words, name) for name in (*_PLAIN, *ROWS)}


def changed(before: DecisionWords, after: DecisionWords) -> list[str]:
    """Where these differ."""
    was, now = boxes(before), boxes(after)
    return [where for where in now if was.get(where) != now[where]]


def goes_on(before: DecisionWords, after: DecisionWords, earlier: list[str]) -> bool:
    """Whether somebody only typed on where they typed before: that is one change, not many.

    Where more than a few words go, or something is chosen, or a row comes or goes, it is another.
    """
    where = changed(before, after)
    if len(where) != 1 or where != earlier or where[0].rpartition(".")[2] in CHOSEN:
        return False
    was, now = _texts(boxes(before)[where[0]]), _texts(boxes(after)[where[0]])
    return len(was) == len(now) and all(_gone(one, other) <= FEW for one, other in zip(was, now, strict=True))


def _texts(box: Any) -> list[str]:
    if isinstance(box, tuple):
        return [str(said or "") for row in box for said in asdict(row).values()]
    return [str(box)]


def _gone(before: str, after: str) -> int:
    """How many letters of a text are not there any more, where one stretch of it was changed."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return len(before) - start - end


def _alike(one: str, other: str) -> int:
    """How many letters they begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def both(
    base: DecisionWords | None, saved: DecisionWords, mine: DecisionWords
) -> tuple[DecisionWords, list[str]]:
    """What two people made of the same words, and the boxes in which they cannot both stand.

    `base` is what both began from, if it is still known. A box that only one of them changed is theirs; of
    rows, all that either added stay and those that either took away go. In a box that both changed the
    saved words stand until a person has chosen.
    """
    was: dict[str, Any] = boxes(base) if base else {}
    theirs, own = boxes(saved), boxes(mine)
    clashes: list[str] = []
    stands: dict[str, Any] = {}
    for where, here in own.items():
        there, before = theirs.get(where), was.get(where)
        if where in ROWS:
            stands[where] = _rows(before or (), there or (), here)
        elif here == there or (base and here == before):
            stands[where] = there
        elif base and there == before:
            stands[where] = here
        elif here and there:
            stands[where] = there
            clashes.append(where)
        else:
            stands[where] = here or there
    return _filled(mine, stands), clashes


def _rows(base: tuple[Any, ...], saved: tuple[Any, ...], mine: tuple[Any, ...]) -> tuple[Any, ...]:
    stay = [row for row in saved if row in mine or row not in base]
    return (*stay, *(row for row in mine if row not in saved and row not in base))


def _filled(words: DecisionWords, stands: Mapping[str, Any]) -> DecisionWords:
    weighings = {
        key: WeighingWords(**{part: stands[f"{key}.{part}"] for part in ("answer", "evidence", "reason")})
        for key in words.weighings
    }
    return replace(words, weighings=weighings, **{name: stands[name] for name in (*_PLAIN, *ROWS)})
