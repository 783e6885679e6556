"""What in the notes of a meeting tells who somebody is.

Notes under a heading are read by everybody at the meeting, those under an item by everybody who has not
stepped out of it, and an extract by whoever is given it. So cases have a reference in them and people a
label, wherever they stand; a name stands behind a press of its own.

To be told "this is a name in a case" is to be told something of the case. So names are looked for in the
cases on the agenda that this reader may look into, and in no other. For whoever stepped out of a case, or
from whom it was closed quietly, its names are words like any other: no line on the page and no refusal
differs, whatever they try. What they wrote is shown to those who may look into that case.

Words that only look like a name *stay* for a reason. It holds for that sentence, and for the cases that
whoever gave it may look into: who sees that the same words name somebody in another case is asked again.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pprg.accounts.models import Account
from pprg.agencies.queries import agencies_of_today
from pprg.meetings.giving_away import given_away_in
from pprg.meetings.letters import compose
from pprg.meetings.minutes import Minutes, mark_of
from pprg.meetings.models import AgendaItem, Decision, Meeting
from pprg.meetings.queries.sitting import agenda_of
from pprg.meetings.rules.agenda import write_minutes
from pprg.meetings.states.naming import Stays
from pprg.meetings.words import texts_of
from pprg.publications.disclosure import Hit, Public
from pprg.publications.disclosure.folding import folded

ANOTHER = "[another case]"
_REFERENCE = re.compile(r"(?<![^\W_])PPRG[\s\-_]{0,2}\d{4}[\s\-_]{0,2}\d{2,4}(?![^\W_])", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")
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
    mark: str = ""
    """The same for the same words in the same sentence there: a reason to let them stay is for these."""
    cases: tuple[uuid.UUID, ...] = ()
    """Of what is sure, the cases open to the reader in which it is a name."""
    stays: Stays | None = None
    """Why it is none here, if that was said for each of these cases."""

    @property
    def stops(self) -> bool:
        return self.sure and self.stays is None


def named_in(reader: Account | None, meeting: Meeting, words: Minutes) -> list[Named]:
    """By place, what the notes in these minutes of theirs say of anybody in a case they may look into."""
    items = _items(reader, meeting)
    hits = _hits(words.notes, items, meeting)
    said = {minute.key: minute.stays or {} for minute in meeting.minutes}
    cases = _cases_of(hits, words.notes, items, meeting)
    found = [_named(hit, words.notes[hit.where], cases[hit.key], said.get(hit.where, {})) for hit in hits]
    found += [one for key, note in words.notes.items() for one in _elsewhere(key, note, items)]
    order = {key: place for place, key in enumerate(words.notes)}
    return sorted(found, key=lambda one: order[one.key])


def names_somebody(reader: Account | None, meeting: Meeting, words: str) -> bool:
    """Whether a text that everybody at the meeting reads surely names somebody in a case."""
    return any(hit.sure for hit in _hits({"": words}, _items(reader, meeting), meeting))


def named_in_decision(reader: Account | None, decision: Decision) -> list[Hit]:
    """What in its words surely names somebody, in this case or another of the meeting that is open to them.

    The words go far: minutes and letters repeat them, and a legal owner reads them all.
    """
    meeting = decision.item.meeting
    items = [decision.item, *(item for item in _items(reader, meeting) if item.id != decision.item_id)]
    return [hit for hit in _hits(texts_of(decision.words), items, meeting) if hit.sure]


def without_others(reader: Account | None, item: AgendaItem, texts: Iterable[str]) -> dict[str, str]:
    """Each text as it may stand in the extract of one case: other cases and their people are left out.

    A name that is this case's own as well stays: it is not another's; so does what somebody said is no name
    there. Whoever writes no minutes has nothing to try out, and for them names of every case are left out.
    """
    places = {str(number): text for number, text in enumerate(dict.fromkeys(texts))}
    writes = write_minutes(reader, item.meeting)
    there = _items(reader, item.meeting) if writes else item.meeting.items
    items = [other for other in there if other.case_id != item.case_id]
    others = _still_named(_hits(places, items, item.meeting), places, items, item)
    own = {hit.found for hit in given_away_in(places, [item.case_id])} if others else set()
    names = {hit.found for hit in others} - own
    return {text: _masked(text, names, item.case.reference) for text in places.values()}


def mark_of_named(named: Iterable[Named | Hit]) -> str:
    """The same for the same finds: tells whether a page shows the latest."""
    return mark_of(repr(list(named)))


def _named(hit: Hit, note: str, cases: tuple[uuid.UUID, ...], said: Mapping[str, Mapping[str, str]]) -> Named:
    mark = _bound_to(hit, note)
    why = [said.get(mark, {}).get(str(case)) for case in cases]
    stays = Stays[why[0]] if why and why[0] and all(why) else None
    return Named(
        key=hit.where,
        before=hit.before,
        found=hit.found,
        after=hit.after,
        sure=hit.sure,
        mark=mark,
        cases=cases,
        stays=stays,
    )


def _bound_to(hit: Hit, note: str) -> str:
    """The sentence, and where in it these words stand. In another sentence they may be somebody's name."""
    ends_at = hit.at + len(hit.found)
    begins = max((end.end() for end in _SENTENCE_ENDS.finditer(note, 0, hit.at)), default=0)
    end = _SENTENCE_ENDS.search(note, ends_at)
    sentence = note[begins : end.start() if end else None].rstrip(" .!?\r")
    return mark_of(f"{hit.where} {hit.at - begins} {hit.found} {sentence}")


def _cases_of(
    hits: Iterable[Hit], notes: Mapping[str, str], items: Collection[AgendaItem], meeting: Meeting
) -> dict[str, tuple[uuid.UUID, ...]]:
    """By find, the cases in which what is sure is a name: to say that it is none says so of these alone."""
    by_find: dict[str, tuple[uuid.UUID, ...]] = {hit.key: () for hit in hits}
    sure = [hit for hit in hits if hit.sure]
    for case in _cases(items) if sure else ():
        own = [one for one in given_away_in(notes, [case], public=_public(meeting, items)) if one.sure]
        for hit in sure:
            if any(_same_words(hit, one) for one in own):
                by_find[hit.key] += (case,)
    return by_find


def _same_words(one: Hit, other: Hit) -> bool:
    apart = one.at + len(one.found) <= other.at or other.at + len(other.found) <= one.at
    return one.where == other.where and not apart


def _still_named(
    hits: Collection[Hit], texts: Mapping[str, str], items: Collection[AgendaItem], item: AgendaItem
) -> list[Hit]:
    """The sure finds, without those of which it was said under this item that they are no name there."""
    minute = next((one for one in item.meeting.minutes if one.item_id == item.id and one.stays), None)
    sure = [hit for hit in hits if hit.sure]
    if minute is None or not sure:
        return sure
    cases = _cases_of(sure, texts, items, item.meeting)
    kept = {
        hit.key
        for hit in sure
        if texts[hit.where] == minute.words
        and _named(replace(hit, where=minute.key), minute.words, cases[hit.key], minute.stays).stays
    }
    return [hit for hit in sure if hit.key not in kept]


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
