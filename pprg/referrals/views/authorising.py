"""What a safeguarding lead of the agency says of a referral."""

from flask import Response, flash, url_for

from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.forms import AuthoriseForm
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView, State
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/<uuid:referral_id>/authorise", methods=["GET", "POST"])
@guard(may.authorise_referral, referral=queries.referral_visible_to)
def authorise(referral: Referral) -> Response:
    """Read it, comment on it, authorise it or send it back."""
    if referral.state != State.AWAITING:
        return go_to(url_for(".show", referral_id=referral.id))
    services.note_reading(referral, by=me())
    form = AuthoriseForm(receipt=referral.receipt)
    if form.validate_on_submit():
        with beside(form.view):
            services.authorise_referral(referral, form.view.data, by=me(), **form.words)
            authorised = form.view.data != LeadsView.SENT_BACK
            flash("Authorised. The group’s team is told." if authorised else "Sent back. Its writer is told.")
            return go_to(url_for(".show", referral_id=referral.id))
    return pages.to_authorise(referral, form)
