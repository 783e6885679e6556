"""What goes on the page, in plain frozen words: no database, no Office, no HTML.

Every product (Word, PDF, web page, slides) is made from the same words, so they cannot
disagree. Whoever fills these in (`compose`) has already chosen and shortened; whoever
draws them (`pprg/documents`) may lay them out but never cuts, adds or rewords.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """What every product says of itself: whose it is, which version, how it is marked."""

    organisation: str
    """The partnership's name, as in "Marlshire Practice Review Group"."""
    reference: str
    """The public learning reference, never the case's."""
    review_type: str
    """In words: "Safeguarding Adults Review"."""
    title: str
    """Pseudonym, then the point: "Marian: when every service closed at once"."""
    pseudonym: str
    published: str
    """Month and year of the review: "October 2024"."""
    version: str
    """"1.0" once released; "draft 3" until then."""
    released_on: str
    """The release date in words; empty while a draft. Never the day of printing."""
    marking: str
    """"OFFICIAL" for released learning; the case marking while a draft."""
    contact: str
    """Where to write or ring about this product."""
    hub_address: str
    """Full address of the review on the Learning Hub."""
    use_address: str
    """Full address of "record your use", which the QR code holds."""
    draft: bool
    """A draft says *Draft* on every page and slide."""
    fingerprint: str = ""
    """A few letters that tell the content and template of this file from any other's."""


@dataclass(frozen=True, kw_only=True)
class Support:
    """Someone a reader who is affected can turn to."""

    name: str
    contact: str


@dataclass(frozen=True, kw_only=True)
class Care:
    """Said before anything else: what it is about, that names are changed, where to turn."""

    about: tuple[str, ...]
    """Content warnings: "Death of an older person", "Self-neglect"."""
    notice: str
    """One or two composed sentences for the briefing's care line."""
    support: tuple[Support, ...]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence with the few words that lead it, shown in bold. Either may be empty."""

    text: str
    lead: str = ""


@dataclass(frozen=True, kw_only=True)
class Statistic:
    """The one number, with where it came from and when it was counted."""

    text: str
    source: str
    """Source and date in one line, ready to print."""


class BoxKind(StrEnum):
    """The seven places of a briefing, in their order. A box without words is left out."""

    PERSON = "person"
    WHY = "why"
    HAPPENED = "happened"
    LEARNED = "learned"
    WORKED = "worked"
    DO_NOW = "do_now"
    TALK = "talk"


@dataclass(frozen=True, kw_only=True)
class Box:
    """One numbered box. The number is its place among the boxes that are there.

    `lines` mean, by kind: PERSON facts (no lead); WHY sentences (no lead); HAPPENED
    lead = when, text = event; LEARNED lead = the finding's heading, text = one line;
    WORKED lead = role, text = what they did; DO_NOW lead = audience in words
    ("Everyone", "Housing"), text = action; TALK questions (no lead).
    """

    kind: BoxKind
    heading: str
    lines: tuple[Line, ...] = ()
    statistic: Statistic | None = None


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """The 7-minute briefing: page 1 is the story (boxes 1-4), page 2 our team (5-7)."""

    imprint: Imprint
    care: Care
    boxes: tuple[Box, ...]
    minutes_to_read: int
    minutes_to_talk: int
    words: int


class SlideKind(StrEnum):
    """How a slide is laid out; each is a layout in the house template."""

    TITLE = "title"
    CARE = "care"
    PERSON = "person"
    STATEMENT = "statement"
    TIMELINE = "timeline"
    FINDING = "finding"
    LIST = "list"
    ACTIONS = "actions"
    QUESTION = "question"
    COMMITMENT = "commitment"
    HELP = "help"


@dataclass(frozen=True, kw_only=True)
class Notes:
    """What the presenter sees: what to say, ask, how long, and the trap to avoid."""

    say: str
    ask: str = ""
    time: str = ""
    avoid: str = ""


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One slide. `title` is unique in its pack.

    `lines` mean, by kind: TITLE one line, the theme, under the name in `title`;
    CARE sentences; PERSON facts; STATEMENT one or two sentences; TIMELINE lead = when, text =
    short label (at most eight words when an author gave one, else the event itself);
    FINDING one line, the *in practice* sentence (lead = "In practice"), the title being
    the finding's heading; LIST lead = role or label, text; ACTIONS lead = audience,
    text = action; QUESTION one line each; COMMITMENT no lines (three rules to write on);
    HELP lead = name, text = contact.
    """

    kind: SlideKind
    title: str
    lines: tuple[Line, ...] = ()
    question: str = ""
    """One question shown below a finding or list; empty where there is none."""
    clock: str = ""
    """How long and in what company: "5 minutes, in pairs"."""
    source: str = ""
    """Small print: where a number came from."""
    care: str = ""
    """What it is about, and that one may step out: on the first slide of a pack without a care slide."""
    eyebrow: str = ""
    """A few words above the title that say where in the pack we are: "What we learned, 1 of 3"."""
    notes: Notes
    appendix: bool = False


@dataclass(frozen=True, kw_only=True)
class SlidePack:
    """A deck: `short-slides` for a seven-minute slot, `team-meeting-slides` for half an hour."""

    imprint: Imprint
    name: str
    """What the pack is called: "Short slides", "Team meeting slides"."""
    slides: tuple[Slide, ...]
