"""The pack beside a recommendation, for those whose decision it is; what they have to do with the case."""

from __future__ import annotations

from flask import Response, current_app, flash, url_for

from pprg.audit.services import record_read
from pprg.meetings.models import Ratification
from pprg.meetings.packs.content import Pack
from pprg.meetings.packs.drawing import as_pdf
from pprg.meetings.packs.owners import pack_for_owner, since
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.rules import ratifying as may
from pprg.meetings.services import interests
from pprg.meetings.states import InterestKind
from pprg.meetings.views.door import bp
from pprg.web.files import hand_over
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/ratifications/<uuid:ratification_id>/pack")
@guard(may.read_owners_pack, ratification=queries.owners_pack_visible_to)
def owners_pack(ratification: Ratification) -> Response:
    if not may.open_owners_pack(me(), ratification):
        return go_to(url_for(".owners_interest", ratification_id=ratification.id))
    pack = _pack(ratification, "opened pack")
    since_then = since(ratification, pack.items[0])
    return page("meetings/ratify-pack.html", ratification=ratification, pack=pack, since=since_then)


@bp.get("/ratifications/<uuid:ratification_id>/pack.pdf")
@guard(may.open_owners_pack, ratification=queries.owners_pack_visible_to)
def owners_pack_pdf(ratification: Ratification) -> Response:
    made = as_pdf(_pack(ratification, "took pack"))
    return hand_over(made, f"{ratification.case.reference}-pack.pdf")


@bp.get("/ratifications/<uuid:ratification_id>/pack/print")
@guard(may.open_owners_pack, ratification=queries.owners_pack_visible_to)
def owners_pack_print(ratification: Ratification) -> Response:
    back = url_for(".owners_pack", ratification_id=ratification.id)
    return page("meetings/print.html", pack=_pack(ratification, "printed pack"), back=back)


@bp.get("/ratifications/<uuid:ratification_id>/interest")
@guard(may.step_out_as_owner, ratification=queries.asked_of)
def owners_interest(ratification: Ratification) -> Response:
    """Asked before its pack opens, and to be had at any time."""
    said = ratification.decision.item.interest_of(me())
    asks = said is None and may.say_no_interest_as_owner(me(), ratification)
    return page("meetings/ratify-interest.html", ratification=ratification, said=said, asks=asks)


@bp.post("/ratifications/<uuid:ratification_id>/interest/none")
@guard(may.say_no_interest_as_owner, ratification=queries.asked_of)
def owners_no_interest(ratification: Ratification) -> Response:
    item = ratification.decision.item
    if item.interest_of(me()) is None:
        interests.declare_interest(item, InterestKind.NONE, by=me())
    has_a_pack = may.open_owners_pack(me(), ratification)
    to = ".owners_pack" if has_a_pack else ".ratification"
    return go_to(url_for(to, ratification_id=ratification.id))


@bp.post("/ratifications/<uuid:ratification_id>/interest/out")
@guard(may.step_out_as_owner, ratification=queries.asked_of)
def owners_step_out(ratification: Ratification) -> Response:
    interests.step_out(ratification.decision.item, by=me())
    flash("You have stepped out of this case. The coordinators are told.")
    return go_to(url_for(".ratifications"))


def _pack(ratification: Ratification, verb: str) -> Pack:
    """Written down before a word of it is shown; what cannot be written down is not shown."""
    record_read(verb, ratification.decision.item, by=me(), owner=ratification.owner.name)
    settings = current_app.config["PPRG"]
    return pack_for_owner(me(), ratification, house=settings.organisation, marking=settings.case_marking)
