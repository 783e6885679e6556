"""What a coordinator does with a referral before a meeting, and what is told elsewhere."""

from flask import Response, abort, flash, url_for

from pprg.documents.letters import DRAWS
from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.screening_forms import RedirectForm, ScreenForm
from pprg.referrals.states import AnotherWay, Screening, State
from pprg.referrals.views.door import bp
from pprg.referrals.weighing import SCHEMES
from pprg.web.files import hand_over
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

SCHEME = f"any({','.join(scheme.name.lower() for scheme in SCHEMES)}):scheme"


@bp.get("/<uuid:referral_id>/triage")
@guard(may.weigh_referral, referral=queries.referral_visible_to)
def triage(referral: Referral) -> Response:
    """Which reviews the facts point to, and why. It advises; people decide."""
    services.note_reading(referral, by=me())
    return pages.the_grid(referral)


@bp.post("/<uuid:referral_id>/acknowledge")
@guard(may.screen_referral, referral=queries.referral_visible_to)
def acknowledge(referral: Referral) -> Response:
    """Tell its writer that somebody has seen it."""
    services.acknowledge_referral(referral, by=me())
    flash("The referrer is told that you have it.")
    return go_to(url_for(".show", referral_id=referral.id))


@bp.route("/<uuid:referral_id>/screen", methods=["GET", "POST"])
@guard(may.screen_referral, referral=queries.referral_visible_to)
def screen(referral: Referral) -> Response:
    """Say what you make of it before a meeting."""
    form = ScreenForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.screen_referral(referral, form.outcome.data, reason=form.reason.data, by=me())
            ask = form.outcome.data == Screening.MORE_NEEDED and referral.state == State.RECEIVED
            return go_to(url_for(".give_back" if ask else ".show", referral_id=referral.id))
    return page("referrals/screen.html", referral=referral, form=form)


@bp.route("/<uuid:referral_id>/redirect", methods=["GET", "POST"])
@guard(may.redirect_referral, referral=queries.referral_visible_to)
def redirect(referral: Referral) -> Response:
    """Send it another way: why, then the letter as it will be sent."""
    form = RedirectForm()
    if form.validate_on_submit():
        if not form.send.data or not (form.letter.data or "").strip():
            return pages.to_redirect(referral, pages.with_letter(referral, form))
        with beside(form.letter):
            words = {"reason": form.reason.data, "letter": form.letter.data}
            services.redirect_referral(referral, form.way.data, **words, by=me())
            flash("Sent another way. The referrer has the letter.")
            return go_to(url_for(".show", referral_id=referral.id))
    return pages.to_redirect(referral, form)


@bp.get("/<uuid:referral_id>/letter.<any(docx,pdf):suffix>")
@guard(may.take_letter, referral=queries.referral_visible_to)
def letter(referral: Referral, suffix: str) -> Response:
    """The letter with which it went another way, as a file."""
    words = pages.letter_of(referral) or abort(404)
    services.note_taking(referral, by=me())
    return hand_over(DRAWS[suffix](words), f"{referral.reference}-letter.{suffix}")


@bp.route(f"/<uuid:referral_id>/elsewhere/<{SCHEME}>", methods=["GET", "POST"])
@guard(may.note_elsewhere, referral=queries.referral_visible_to)
def elsewhere(referral: Referral, scheme: str) -> Response:
    """A death that must be told elsewhere too: how, and whether it was."""
    services.note_reading(referral, by=me())
    form = pages.elsewhere_form(referral, AnotherWay[scheme.upper()])
    if form.validate_on_submit():
        services.note_elsewhere(referral, AnotherWay[scheme.upper()], **form.said, by=me())
        flash("Noted.")
        return go_to(url_for(".show", referral_id=referral.id))
    return pages.to_note_elsewhere(referral, AnotherWay[scheme.upper()], form)
