from __future__ import annotations

from flask import Blueprint, Response, flash, request, url_for

from pprg.people.forms import PurposeForm
from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.forms import ReturnForm, VersionForm, WithdrawForm
from pprg.referrals.models import Referral, Sending
from pprg.referrals.services import NotReady, Overtaken
from pprg.referrals.states import State, Step
from pprg.web.filters import at
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me
from pprg.web.setting import show_the_way

bp = Blueprint("referrals", __name__, url_prefix="/referrals")
show_the_way("Referrals", "referrals.index", may.list_referrals)

A_STEP = f"/<uuid:referral_id>/<any({','.join(Step)}):step>"


@bp.get("/")
@guard(may.list_referrals)
def index() -> Response:
    asked = request.args.get("stands", "").upper()
    return pages.the_list(State.__members__.get(asked, State.RECEIVED), request.args.get("page", 1, int))


@bp.get("/new")
@guard(may.start_referral)
def new() -> Response:
    """What to know before one begins."""
    return page("referrals/new.html")


@bp.post("/new")
@guard(may.start_referral)
def start() -> Response:
    referral = queries.untouched_draft_of(me()) or services.start_referral(by=me())
    return go_to(url_for(".show", referral_id=referral.id))


@bp.get("/<uuid:referral_id>")
@guard(may.read_referral, referral=queries.referral_visible_to)
def show(referral: Referral) -> Response:
    """To its writer: what is left to do, or where it stands. To others: what was sent, without names."""
    if may.write_referral(me(), referral) and referral.being_written:
        return pages.what_is_left(referral)
    services.note_reading(referral, by=me())
    return pages.to_read(referral)


@bp.route(A_STEP, methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def step(referral: Referral, step: str) -> Response:
    """One page of the form: saved as it is typed, complete or not."""
    if request.method == "GET" and not referral.being_written:
        return go_to(url_for(".show", referral_id=referral.id))
    form = pages.form_for(referral, Step(step))
    if request.method == "POST":
        try:
            pages.save(referral, Step(step), form)
        except Overtaken:
            return pages.both_texts(referral, Step(step), form)
        if form.validate():
            return go_to(pages.onwards(referral, Step(step)))
    return pages.one_step(referral, Step(step), form)


@bp.post(f"{A_STEP}/keep")
@guard(may.write_referral, referral=queries.referral_visible_to)
def keep(referral: Referral, step: str) -> Response:
    """Autosave: whatever is there now."""
    pages.save(referral, Step(step), pages.form_for(referral, Step(step)))
    told = {"X-Saved-At": at(referral.saved_at), "X-Version": str(referral.version)}
    return Response(status=204, headers=told)


@bp.route("/<uuid:referral_id>/check", methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def check(referral: Referral) -> Response:
    """Look through everything, and send it."""
    form = VersionForm(version=referral.version)
    if request.method == "POST":
        try:
            services.send_referral(referral, by=me(), version=form.version.data or 0)
        except (NotReady, Overtaken) as refusal:
            return pages.to_check(referral, refusal)
    elif referral.being_written:
        return pages.to_check(referral)
    return go_to(url_for(".show", referral_id=referral.id))


@bp.route("/<uuid:referral_id>/return", methods=["GET", "POST"])
@guard(may.return_referral, referral=queries.referral_visible_to)
def give_back(referral: Referral) -> Response:
    """Ask its writer for more."""
    form = ReturnForm()
    if form.validate_on_submit():
        with beside(form.question):
            services.return_referral(referral, form.question.data, by=me())
            flash("Returned with your question. The referrer is told.")
            return go_to(url_for(".show", referral_id=referral.id))
    return page("referrals/give-back.html", form=form, referral=referral)


@bp.route("/<uuid:referral_id>/withdraw", methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def withdraw(referral: Referral) -> Response:
    """Take it back: a draft for good, one that was sent with a reason."""
    form = WithdrawForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.withdraw_referral(referral, reason=form.reason.data or "", by=me())
            flash("Withdrawn." if referral.case else "The draft is gone, and its words with it.")
            return go_to(url_for(".index"))
    return page("referrals/withdraw.html", form=form, referral=referral)


@bp.post("/<uuid:referral_id>/as-written")
@guard(may.read_as_written, referral=queries.referral_visible_to)
def as_written(referral: Referral) -> Response:
    """The words with the names in them, once the reading of them is written down."""
    form = PurposeForm(prefix="words")
    if not form.validate_on_submit():
        return pages.to_read(referral, form=form)
    services.note_reading_as_written(referral, purpose=form.purpose.data, by=me())
    return pages.to_read(referral, form=form, as_written=True)


@bp.get("/sendings/<uuid:sending_id>")
@guard(may.take_words, sending=queries.sending_visible_to)
def words(sending: Sending) -> Response:
    """The words as they were sent, as a file whose SHA-256 is the receipt."""
    services.note_taking(sending.referral, by=me())
    named = f'attachment; filename="{sending.referral.reference}.txt"'
    return Response(sending.text, mimetype="text/plain", headers={"Content-Disposition": named})
