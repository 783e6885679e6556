"""The pack: on screen, to print, as one PDF. Each is written down, case by case, before anything is shown."""

from __future__ import annotations

from flask import Response, current_app, url_for

from pprg import clock
from pprg.audit.services import record_read
from pprg.errors import Refused
from pprg.meetings import queries
from pprg.meetings import rules as may
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.packs import compose
from pprg.meetings.packs.content import Pack
from pprg.meetings.packs.drawing import as_pdf
from pprg.meetings.queries.packs import readiness_of, to_be_issued_on
from pprg.meetings.rules.packs import open_pack
from pprg.meetings.views.door import bp
from pprg.web.files import hand_over
from pprg.web.fragments import go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/<uuid:meeting_id>/pack")
@guard(may.read_meeting, meeting=queries.meeting_visible_to)
def pack(meeting: Meeting) -> Response:
    """Its agenda. What is said of a case is fetched, and that it was read written down, as it is opened."""
    _takes_place(meeting)
    front = compose.front_of(me(), meeting)
    if front.lines and all(line.waits for line in front.lines):
        return _to_interests(meeting)
    record_read("opened pack", meeting, by=me())
    return page("meetings/pack.html", meeting=meeting, front=front, mark=compose.mark_of(me()))


@bp.get("/<uuid:meeting_id>/pack.pdf")
@guard(may.read_meeting, meeting=queries.meeting_visible_to)
def pack_pdf(meeting: Meeting) -> Response:
    made = as_pdf(_whole(meeting, "took pack"))
    return hand_over(made, f"meeting-{meeting.held_on.isoformat()}-pack.pdf")


@bp.get("/<uuid:meeting_id>/pack/print")
@guard(may.read_meeting, meeting=queries.meeting_visible_to)
def pack_print(meeting: Meeting) -> Response:
    back = url_for(".pack", meeting_id=meeting.id)
    return page("meetings/print.html", pack=_whole(meeting, "printed pack"), back=back)


@bp.get("/<uuid:meeting_id>/pack/readiness")
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def pack_readiness(meeting: Meeting) -> Response:
    """What came and what did not, for whoever prepares it; the meeting's page fetches it as a piece."""
    return page(
        "meetings/pack-readiness.html",
        fragment="piece",
        meeting=meeting,
        ready=readiness_of(me(), meeting),
        issue_on=to_be_issued_on(meeting),
        today=clock.today(),
    )


@bp.get("/items/<uuid:item_id>/pack")
@guard(may.read_item, item=queries.item_visible_to)
def item_pack(item: AgendaItem) -> Response:
    if not open_pack(me(), item):
        return _to_interests(item.meeting)
    made = _of_item(item, "opened pack")
    ns = f"{made.items[0].number}-" if wants_a_piece() else ""
    return page("meetings/pack-item.html", fragment="piece", meeting=item.meeting, pack=made, ns=ns)


@bp.get("/items/<uuid:item_id>/pack.pdf")
@guard(open_pack, item=queries.item_visible_to)
def item_pack_pdf(item: AgendaItem) -> Response:
    return hand_over(as_pdf(_of_item(item, "took pack")), f"{item.case.reference}-pack.pdf")


@bp.get("/items/<uuid:item_id>/pack/print")
@guard(open_pack, item=queries.item_visible_to)
def item_pack_print(item: AgendaItem) -> Response:
    back = url_for(".item_pack", item_id=item.id)
    return page("meetings/print.html", pack=_of_item(item, "printed pack"), back=back)


def _whole(meeting: Meeting, verb: str) -> Pack:
    """Every case in it has a line of its own in the trail."""
    _takes_place(meeting)
    record_read(verb, meeting, by=me())
    for line in queries.agenda_of(me(), meeting):
        if line.item and compose.is_open(me(), line):
            record_read(verb, line.item, by=me())
    return compose.pack_of_meeting(me(), meeting, **_house())


def _of_item(item: AgendaItem, verb: str) -> Pack:
    _takes_place(item.meeting)
    record_read(verb, item, by=me())
    return compose.pack_of_item(me(), item, **_house())


def _takes_place(meeting: Meeting) -> None:
    if meeting.called_off:
        raise Refused("This meeting is called off, so there is no pack for it.")


def _house() -> dict[str, str]:
    settings = current_app.config["PPRG"]
    return {"house": settings.organisation, "marking": settings.case_marking}


def _to_interests(meeting: Meeting) -> Response:
    return go_to(url_for(".interests", meeting_id=meeting.id))
