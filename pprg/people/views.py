from flask import Blueprint, Response, request

from pprg import clock
from pprg.people import queries, rules, services
from pprg.people.forms import PurposeForm
from pprg.people.models import Person
from pprg.web.fragments import page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import local_path, me

bp = Blueprint("people", __name__, url_prefix="/people")


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


def _on_the_page(person: Person, form: PurposeForm) -> dict[str, object]:
    return {"person": person, "form": form, "back": local_path(form.back.data), "open": not wants_a_piece()}
