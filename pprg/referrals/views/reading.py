"""Lists of referrals, one referral as it was sent, and giving it back with a question."""

from flask import Response, flash, request, url_for

from pprg.people.forms import PurposeForm
from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral, Sending
from pprg.referrals.states import State
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/")
@guard(may.list_referrals)
def index() -> Response:
    asked = request.args.get("stands", "").upper()
    return pages.the_list(State.__members__.get(asked, State.RECEIVED), request.args.get("page", 1, int))


@bp.get("/<uuid:referral_id>")
@guard(may.read_referral, referral=queries.referral_visible_to)
def show(referral: Referral) -> Response:
    """To its writer: what is left to do, or where it stands. To others: what was sent, without names."""
    services.note_reading(referral, by=me())
    writes = may.write_referral(me(), referral)
    if writes and referral.being_written:
        return pages.what_is_left(referral)
    if writes and not may.screen_referral(me(), referral):
        return pages.to_its_writer(referral)
    return pages.to_read(referral)


@bp.get("/<uuid:referral_id>/sender")
@guard(may.write_referral, referral=queries.referral_visible_to)
def sender(referral: Referral) -> Response:
    """Where it stands for its sender, to a coordinator who entered it and now works on it too."""
    if referral.being_written:
        return go_to(url_for(".show", referral_id=referral.id))
    services.note_reading(referral, by=me())
    return pages.to_its_writer(referral)


@bp.route("/<uuid:referral_id>/return", methods=["GET", "POST"])
@guard(may.return_referral, referral=queries.referral_visible_to)
def give_back(referral: Referral) -> Response:
    """Ask its writer for more."""
    form = pages.question_form()
    if form.validate_on_submit():
        with beside(form.question):
            services.return_referral(referral, form.question.data, by=me())
            flash("Returned with your question. The referrer is told.")
            return go_to(url_for(".show", referral_id=referral.id))
    return page("referrals/give-back.html", form=form, referral=referral)


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
