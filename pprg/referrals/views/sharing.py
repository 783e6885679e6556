"""Letting a colleague write in a draft too."""

import uuid

from flask import Response, flash, url_for

from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.notes import ShareForm
from pprg.referrals.services import apart
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/<uuid:referral_id>/share", methods=["GET", "POST"])
@guard(may.share_referral, referral=queries.referral_visible_to)
def share(referral: Referral) -> Response:
    """Name a colleague of the same agency, or see who is named."""
    able = {str(account.id): account for account in apart.colleagues(referral)}
    form = ShareForm()
    form.colleague.choices = pages.not_named_yet(referral, able)
    if form.validate_on_submit():
        with beside(form.colleague):
            services.share_draft(referral, able[form.colleague.data], by=me())
            flash("Shared. Tell your colleague yourself: no e-mail goes out.")
            return go_to(url_for(".share", referral_id=referral.id))
    return pages.to_share(referral, form)


@bp.post("/<uuid:referral_id>/share/<uuid:account_id>/stop")
@guard(may.share_referral, referral=queries.referral_visible_to)
def stop_sharing(referral: Referral, account_id: uuid.UUID) -> Response:
    services.stop_sharing(referral, account_id, by=me())
    flash("Your colleague does not see it any more.")
    return go_to(url_for(".share", referral_id=referral.id))
