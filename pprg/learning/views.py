import uuid
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, flash, request, url_for

from pprg.briefings.orders import ORDERS
from pprg.documents.page_within import within
from pprg.guidance.codes import AUDIENCE_LABELS, theme_label
from pprg.guidance.labels import review_type_label
from pprg.learning import queries, services
from pprg.learning import rules as may
from pprg.learning.forms import FindForm, UseForm
from pprg.learning.queries import Card, Wanted
from pprg.learning.states import Occasion
from pprg.publications import queries as publications
from pprg.publications.models import Publication, Release
from pprg.web.files import hand_over
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard, open_to_visitors
from pprg.web.sessions import me
from pprg.web.setting import show_the_way

bp = Blueprint("learning", __name__, url_prefix="/learning")
show_the_way("Learning Hub", "learning.index", may.read_hub, visitors="public_hub")
HUB = "public_hub"
FOR_PAPER = frozenset({"code", "write"})
"""What the printed page has to be scanned or written on: a screen has links instead."""


@bp.get("/")
@open_to_visitors(may.read_hub, HUB)
def index() -> Response:
    form, cards = FindForm(request.args), queries.cards_readable()
    form.offer(
        theme={theme: theme_label(theme) for card in cards for theme in card.record.themes},
        audience={who: AUDIENCE_LABELS[who] for card in cards for who in card.audiences},
        review_type={card.record.review_type: review_type_label(card.record.review_type) for card in cards},
    )
    found = queries.cards_that_fit(cards, Wanted(**form.looked_for))
    return page("learning/index.html", fragment="results", form=form, cards=found, all=len(cards))


@bp.get("/<release_id>")
@open_to_visitors(may.read_learning, HUB, release=queries.release_readable)
def show(release: Release) -> Response:
    """A review's learning, short, with everything there is to take."""
    card = Card(release, queries.record_of(release))
    return page(
        "learning/show.html",
        release=release,
        products=queries.products_of(release),
        orders=ORDERS,
        related=queries.related_to(card),
        used=queries.times_used(release),
        reads_here=queries.briefing_page_of(release) is not None,
        may_see_uses=may.see_uses(me(), release.publication),
        **_working_in(release),
    )


@bp.get("/<release_id>/minutes/<int:minutes>")
@open_to_visitors(may.read_learning, HUB, release=queries.release_readable)
def take(release: Release, minutes: int) -> Response:
    """What to do with a team in that time, and what to do it with."""
    return page(
        "learning/take.html",
        release=release,
        order=ORDERS.get(minutes) or abort(404),
        products=queries.products_of(release),
        reads_here=queries.briefing_page_of(release) is not None,
        **_working_in(release),
    )


@bp.get("/<release_id>/briefing")
@open_to_visitors(may.read_learning, HUB, release=queries.release_readable)
def briefing(release: Release) -> Response:
    """The released briefing's own words, read here, with the way out at hand."""
    file = queries.briefing_page_of(release) or abort(404)
    services.read_here(file, release, by=me())
    working = _working_in(release)
    edition = queries.edition_for(file, working["audience"])
    return page(
        "learning/briefing.html",
        release=release,
        words=within(publications.content_of(edition), without=FOR_PAPER),
        product=queries.products_of(release)[file.product],
        **working,
    )


@bp.get("/<release_id>/files/<uuid:file_id>")
@open_to_visitors(may.read_learning, HUB, release=queries.release_readable)
def download(release: Release, file_id: uuid.UUID) -> Response:
    file = queries.file_of(release, file_id) or abort(404)
    if request.method == "GET":  # a mail scanner's HEAD takes nothing
        services.take_file(file, release, by=me())
    edition = queries.edition_for(file, request.args.get("audience", ""))
    return hand_over(publications.content_of(edition), edition.file_name)


@bp.route("/<release_id>/use", methods=["GET", "POST"])
@open_to_visitors(may.record_use, HUB, release=queries.release_readable)
def use(release: Release) -> Response:
    form = UseForm()
    if form.validate_on_submit() and (day := form.used_on.data):
        with beside(form.used_on):
            services.record_use(release, _words(form, day), by=me())
            flash("Thank you. Your use is recorded.")
            return go_to(url_for(".show", release_id=release.reference))
    return page("learning/use.html", release=release, record=queries.record_of(release), form=form)


@bp.get("/<publication_id>/uses")
@guard(may.see_uses, publication=queries.publication_ever_out)
def uses(publication: Publication) -> Response:
    """How it was used and taken, in every version; the words of what is withdrawn are not said again."""
    release = publication.current
    return page(
        "learning/uses.html",
        publication=publication,
        record=queries.record_of(release) if release else None,
        uses=queries.uses_of(publication),
        taken=queries.taken_of(publication),
    )


def _working_in(release: Release) -> dict[str, Any]:
    """The record, and where its reader says they work: for this page and its links, kept nowhere."""
    audiences, wanted = queries.audiences_of(release), request.args.get("audience", "")
    audience = wanted if wanted in audiences else ""
    record = queries.record_of(release)
    actions = queries.actions_for(record, audience)
    return {"record": record, "audiences": audiences, "audience": audience, "actions": actions}


def _words(form: UseForm, day: date) -> services.UseWords:
    return services.UseWords(
        used_on=day,
        team=form.team.data,
        occasion=Occasion(form.occasion.data),
        people=form.people.data,
        change=form.change.data,
    )
