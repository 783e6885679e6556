"""What in the notes of a meeting tells who somebody is.

Notes under a heading are read by everybody at the meeting, those under an item by everybody who has not
stepped out of it, and an extract by whoever is given it. So cases have a reference in them and people a
label, wherever they stand; a name stands behind a press of its own.

To be told "this is a name in a case" is to be told something of the case. So names are looked for in the
cases on the agenda that this reader may look into, and in no other. For whoever stepped out of a case, or
from whom it was closed quietly, its names are words like any other: no line on the page and no refusal
differs, whatever they try. What they wrote is shown to those who may look into that case.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pprg.accounts.models import Account
from pprg.agencies.queries import agencies_of_today
from pprg.meetings.giving_away import given_away_in
from pprg.meetings.letters import compose
from pprg.meetings.minutes import Minutes, mark_of
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries.sitting import agenda_of
from pprg.meetings.rules.agenda import write_minutes
from pprg.publications.disclosure import Hit, Public
from pprg.publications.disclosure.folding import folded

ANOTHER = "[another case]"
_REFERENCE = re.compile(r"(?<![^\W_])PPRG[\s\-_]{0,2}\d{4}[\s\-_]{0,2}\d{2,4}(?![^\W_])", re.IGNORECASE)
_ROUND_ABOUT = 60
_SHORTEST = 3
"""Letters of a part of a name that means something alone."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A few words of a note. What is *sure* keeps the meeting from being closed; the rest a person judges."""

    key: str
    """The place where it stands."""
    before: str
    found: str
    after: str
    sure: bool
    elsewhere: bool = False
    """A case of this agenda that stands anywhere but under its own item."""


def named_in(reader: Account | None, meeting: Meeting, words: Minutes) -> list[Named]:
    """By place, what the notes in these minutes of theirs say of anybody in a case they may look into."""
    items = _items(reader, meeting)
    hits = _hits(words.notes, items, meeting)
    found = [
        Named(key=hit.where, before=hit.before, found=hit.found, after=hit.after, sure=hit.sure)
        for hit in hits
    ]
    found += [one for key, note in words.notes.items() for one in _elsewhere(key, note, items)]
    order = {key: place for place, key in enumerate(words.notes)}
    return sorted(found, key=lambda one: order[one.key])


def names_somebody(reader: Account | None, meeting: Meeting, words: str) -> bool:
    """Whether a text that everybody at the meeting reads surely names somebody in a case."""
    return any(hit.sure for hit in _hits({"": words}, _items(reader, meeting), meeting))


def without_others(reader: Account | None, item: AgendaItem, texts: Iterable[str]) -> dict[str, str]:
    """Each text as it may stand in the extract of one case: other cases and their people are left out.

    A name that is this case's own as well stays: it is not another's. Whoever writes no minutes has nothing
    to try out, and for them names of every case are left out.
    """
    places = {str(number): text for number, text in enumerate(dict.fromkeys(texts))}
    writes = write_minutes(reader, item.meeting)
    there = _items(reader, item.meeting) if writes else item.meeting.items
    items = [other for other in there if other.case_id != item.case_id]
    others = [hit for hit in _hits(places, items, item.meeting) if hit.sure]
    own = {hit.found for hit in given_away_in(places, [item.case_id])} if others else set()
    names = {hit.found for hit in others} - own
    return {text: _masked(text, names, item.case.reference) for text in places.values()}


def mark_of_named(named: Iterable[Named]) -> str:
    """The same for the same finds: tells whether a page shows the latest."""
    return mark_of(repr(list(named)))


def _items(reader: Account | None, meeting: Meeting) -> list[AgendaItem]:
    return [line.item for line in agenda_of(reader, meeting) if line.item and not line.waits]


def _hits(texts: Mapping[str, str], items: Collection[AgendaItem], meeting: Meeting) -> list[Hit]:
    return given_away_in(texts, _cases(items), public=_public(meeting, items))


def _cases(items: Iterable[AgendaItem]) -> list[uuid.UUID]:
    return list(dict.fromkeys(item.case_id for item in items))


def _public(meeting: Meeting, items: Iterable[AgendaItem]) -> Public:
    """Whoever sits at the meeting or presents there is named in its minutes; so are agencies, and the county.

    A part of such a name may be somebody else's too: that a person judges.
    """
    people = [seat.account.name for seat in meeting.invited]
    people += [presenter.account.name for item in items for presenter in item.presenters]
    parts = {part for name in people for part in re.findall(r"[^\W\d_]+", folded(name))}
    bodies = {folded(agency.name) for agency in agencies_of_today()}
    house = compose.house()
    county = re.findall(r"[^\W\d_]+", folded(f"{house.organisation} {house.area} {meeting.place}"))
    return Public(
        names=tuple(sorted({folded(name) for name in people})),
        phrases=tuple(sorted(bodies | {part for part in parts if len(part) >= _SHORTEST})),
        words=frozenset(county),
    )


def _elsewhere(key: str, note: str, items: Iterable[AgendaItem]) -> Iterator[Named]:
    places: dict[str, set[str]] = {}
    for item in items:
        places.setdefault(_plain(item.case.reference), set()).add(str(item.id))
    for found in _REFERENCE.finditer(note):
        if key not in places.get(_plain(found[0]), {key}):
            before, after = note[: found.start()], note[found.end() :]
            if len(before) > _ROUND_ABOUT:
                before = "… " + before[-_ROUND_ABOUT:].partition(" ")[2]
            if len(after) > _ROUND_ABOUT:
                after = after[:_ROUND_ABOUT].rpartition(" ")[0] + " …"
            yield Named(key=key, before=before, found=found[0], after=after, sure=False, elsewhere=True)


def _masked(text: str, names: Iterable[str], own: str) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", ANOTHER, text)
    return _REFERENCE.sub(lambda found: found[0] if _plain(found[0]) == _plain(own) else ANOTHER, text)


def _plain(reference: str) -> str:
    return re.sub(r"[\W_]", "", reference).upper()
