"""Looking through a referral and sending it; what follows; taking it back."""

from flask import Response, flash, url_for

from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.forms import VersionForm, WithdrawForm
from pprg.referrals.models import Referral
from pprg.referrals.services import NotReady, Overtaken
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/<uuid:referral_id>/check")
@guard(may.write_referral, referral=queries.referral_visible_to)
def check(referral: Referral) -> Response:
    """Look through everything that was written."""
    if referral.being_written or referral.rest_is_open:
        return pages.to_check(referral)
    return go_to(url_for(".show", referral_id=referral.id))


@bp.post("/<uuid:referral_id>/check")
@guard(may.send_referral, referral=queries.referral_visible_to)
def send(referral: Referral) -> Response:
    """Send it, or what was to follow."""
    form = VersionForm(version=referral.version)
    hand_over = services.send_the_rest if referral.rest_is_open else services.send_referral
    try:
        hand_over(referral, by=me(), version=form.version.data or 0)
    except (NotReady, Overtaken) as refusal:
        return pages.to_check(referral, refusal)
    return go_to(url_for(".show", referral_id=referral.id))


@bp.post("/<uuid:referral_id>/that-is-all")
@guard(may.send_referral, referral=queries.referral_visible_to)
def that_is_all(referral: Referral) -> Response:
    """Nothing is to follow any more."""
    services.say_that_is_all(referral, by=me())
    flash("Nothing more is to follow. You can still add to it.")
    return go_to(url_for(".show", referral_id=referral.id))


@bp.route("/<uuid:referral_id>/withdraw", methods=["GET", "POST"])
@guard(may.send_referral, referral=queries.referral_visible_to)
def withdraw(referral: Referral) -> Response:
    """Take it back: a draft for good, one that was sent with a reason."""
    form = WithdrawForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.withdraw_referral(referral, reason=form.reason.data or "", by=me())
            flash("Withdrawn." if referral.case else "The draft is gone, and its words with it.")
            return go_to(url_for(".index"))
    return page("referrals/withdraw.html", form=form, referral=referral)
