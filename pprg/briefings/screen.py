"""What the editor shows: the open box line by line, the briefing as it stands, what can be made of it."""

from __future__ import annotations

from typing import Any

from pprg import clock
from pprg.briefings import compose, foreseeing, products, queries
from pprg.briefings.choosing.budgets import BUDGETS, STOP, WHOLE
from pprg.briefings.choosing.rows import Group, Typed, as_typed, groups_of
from pprg.briefings.content import BoxKind, Briefing, SlidePack
from pprg.briefings.desk import Desk
from pprg.briefings.handouts.content import Handout
from pprg.briefings.language.ease import GOAL
from pprg.publications import checks
from pprg.publications.disclosure import Hit
from pprg.publications.family import agreed_with_family
from pprg.publications.models import Publication
from pprg.publications.states import State


def screen(
    publication: Publication,
    *,
    box: str = "",
    shows: str = "",
    typed: Typed | None = None,
    tried: Desk | None = None,
) -> dict[str, Any]:
    """Everything that the pages of the briefing may ask for.

    `typed` is what somebody could not save; `tried` the briefing as it would be, which nobody has saved.
    """
    desk, rows = tried or queries.desk_of(publication), queries.box_choices_of(publication)
    kind = _open_box(desk, box)
    product = products.product_called(shows) if shows in products.NAMES else products.PRODUCTS[0]
    groups = _groups(desk, kind)
    return {
        "publication": publication,
        "desk": desk,
        "box": kind,
        "groups": as_typed(groups, typed) if typed else groups,
        "row": rows.get(kind) if kind else None,
        "headings": compose.headings_for_person(desk.record) if kind is BoxKind.PERSON else (),
        "budgets": BUDGETS,
        "whole": WHOLE,
        "stop": STOP,
        "products": products.PRODUCTS,
        "everything": products.EVERYTHING,
        "formats": products.FORMAT_LABELS,
        "shown": product,
        **_seen_of(desk, product),
        "names": names_of(publication, desk),
        "checked_at": clock.now(),
        "goal": GOAL,
        "comments": queries.comments_on(publication, kind) if kind else (),
        "waiting": queries.open_comments(publication),
        "said_left_out": queries.left_out_of(publication),
        "agreed": agreed_with_family(publication),
        "autosaves": publication.state is State.DRAFT,
    }


def _open_box(desk: Desk, wanted: str) -> BoxKind | None:
    """The box that was asked for; else the first that nobody has chosen for; else the first."""
    if wanted in desk.boxes:
        return BoxKind(wanted)
    waiting = (box for box, chosen in desk.boxes.items() if chosen.undecided or not chosen.by_person)
    return next(waiting, next(iter(desk.boxes), None))


def _groups(desk: Desk, box: BoxKind | None) -> list[Group]:
    return groups_of(desk.boxes[box], desk.lines[box]) if box else []


def _seen_of(desk: Desk, product: products.Product) -> dict[str, Any]:
    """The words of a product, and what of it will not fit."""
    words = _words(desk, product)
    if isinstance(words, Briefing):
        return {"words": words, "will_not_fit": foreseeing.on_pages(words)}
    if isinstance(words, SlidePack):
        seen = foreseeing.on_slides(desk.record, desk.choices, desk.imprint)
        return {"words": words, "will_not_fit": seen}
    return {"words": words, "will_not_fit": ()}


def names_of(publication: Publication, desk: Desk) -> list[Hit]:
    """Whatever would give somebody away, in the record or in an author's own words for it."""
    own = {
        f"{desk.heading(box)}, your words for “{line.source.words[:40]}…”": line.pick.shorter
        for box, chosen in desk.boxes.items()
        for line in chosen.lines
        if line.source and line.pick.shorter
    }
    return checks.found_in_words(publication, beside=own)


def _words(desk: Desk, product: products.Product) -> Briefing | SlidePack | Handout:
    if product is products.PRODUCTS[0]:
        return desk.words
    made: Briefing | SlidePack | Handout = product.composes(desk.record, desk.choices, desk.imprint)
    return made
