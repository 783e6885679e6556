from typing import Any

from flask import Blueprint, Response, flash, request, url_for

from pprg import clock
from pprg.people import queries, rules, services
from pprg.people.comparing import how_likely, notes_of, rows_of, what_stands_out
from pprg.people.forms import DecideForm, PurposeForm, ReasonForm
from pprg.people.models import Match, Person, StaffMatch
from pprg.people.states import MatchEvent
from pprg.web.fragments import beside, go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import local_path, me

bp = Blueprint("people", __name__, url_prefix="/people")

VERBS = {
    MatchEvent.LINK: services.link,
    MatchEvent.JOIN: services.join,
    MatchEvent.DISMISS: services.dismiss,
}


@bp.get("/<uuid:person_id>")
@guard(rules.reveal_person, person=queries.person_visible_to)
def show(person: Person) -> Response:
    """A person by label alone, and the way to learn more."""
    form = PurposeForm(prefix=person.id.hex, back=request.args.get("back", ""))
    return page("people/show.html", fragment="person", **_on_the_page(person, form))


@bp.post("/<uuid:person_id>/reveal")
@guard(rules.reveal_person, person=queries.person_visible_to)
def reveal(person: Person) -> Response:
    """Who a person is, on this one page, once the reading of it is written down."""
    form = PurposeForm(prefix=person.id.hex)
    shown = _on_the_page(person, form)
    if form.validate_on_submit():
        identity = services.reveal(person, purpose=form.purpose.data, by=me())
        shown |= {"identity": identity, "recorded_at": clock.now()}
    return page("people/show.html", fragment="person", **shown)


@bp.get("/matches")
@guard(rules.list_matches)
def matches() -> Response:
    """Who may be one person, and which colleagues may be in a case."""
    return page(
        "people/matches.html",
        possible=queries.matches_visible_to(me(), decided=False),
        decided=queries.matches_visible_to(me(), decided=True),
        kept=queries.staff_matches_visible_to(me()),
        how_likely=how_likely,
        what_stands_out=what_stands_out,
    )


@bp.get("/matches/<uuid:match_id>")
@guard(rules.see_match, match=queries.match_visible_to)
def match(match: Match) -> Response:
    """Two people, aspect by aspect, without what either record says."""
    return page("people/match.html", fragment="compared", **_compared(match))


@bp.post("/matches/<uuid:match_id>/compare")
@guard(rules.see_match, match=queries.match_visible_to)
def compare(match: Match) -> Response:
    """The same with names and dates, once the reading of both is written down."""
    form = PurposeForm(prefix=match.id.hex)
    shown = _compared(match) | {"form": form, "purpose": form}
    if form.validate_on_submit():
        services.note_comparing(match, purpose=form.purpose.data, by=me())
        shown |= {"rows": rows_of(match, shown=True), "recorded_at": clock.now()}
    return page("people/match.html", fragment="compared", **shown)


@bp.post("/matches/<uuid:match_id>/decision")
@guard(rules.see_match, match=queries.match_visible_to)
def decide(match: Match) -> Response:
    form = DecideForm()
    if form.validate_on_submit():
        with beside(form.what):
            VERBS[form.what.data](match, reason=form.reason.data, by=me())
            flash("Your decision is kept.")
            return go_to(url_for(".match", match_id=match.id))
    return page("people/match.html", **_compared(match) | {"form": form, "decide": form})


@bp.post("/matches/<uuid:match_id>/undo")
@guard(rules.see_match, match=queries.match_visible_to)
def undo(match: Match) -> Response:
    form = ReasonForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.undo(match, reason=form.reason.data, by=me())
            flash("That is undone. The two are to be looked at again.")
            return go_to(url_for(".match", match_id=match.id))
    return page("people/match.html", **_compared(match) | {"form": form, "again": form})


@bp.get("/kept-out/<uuid:staff_match_id>")
@guard(rules.see_staff_match, staff_match=queries.staff_match_visible_to)
def kept_out(staff_match: StaffMatch) -> Response:
    """A colleague who may be in a case, and the way to let them in."""
    return page("people/kept-out.html", kept=staff_match, form=ReasonForm())


@bp.post("/kept-out/<uuid:staff_match_id>/let-in")
@guard(rules.see_staff_match, staff_match=queries.staff_match_visible_to)
def let_in(staff_match: StaffMatch) -> Response:
    form = ReasonForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.let_in(staff_match, reason=form.reason.data, by=me())
            flash("The case is open to them as to others of their role.")
            return go_to(url_for(".matches"))
    return page("people/kept-out.html", kept=staff_match, form=form)


def _on_the_page(person: Person, form: PurposeForm) -> dict[str, object]:
    return {"person": person, "form": form, "back": local_path(form.back.data), "open": not wants_a_piece()}


def _compared(match: Match) -> dict[str, Any]:
    """All that the page shows while names and dates are hidden."""
    earlier, later = sorted(match.cases, key=lambda case: case.created_at)
    return {
        "match": match,
        "rows": rows_of(match),
        "notes": notes_of(match),
        "likely": how_likely(match),
        "earlier": earlier,
        "later": later,
        "purpose": PurposeForm(prefix=match.id.hex, formdata=None),
        "decide": DecideForm(formdata=None),
        "again": ReasonForm(formdata=None),
    }
