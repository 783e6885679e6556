"""Adding to a referral after its words were fixed."""

from flask import Response, flash, url_for

from pprg.referrals import queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.notes import AddForm
from pprg.referrals.states import Event, after
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/<uuid:referral_id>/add", methods=["GET", "POST"])
@guard(may.add_to_referral, referral=queries.referral_visible_to)
def add(referral: Referral) -> Response:
    """Something that became known later, dated and with a receipt of its own."""
    after(referral.state, Event.ADD)
    form = AddForm()
    if form.validate_on_submit():
        with beside(form.words):
            services.add_to_referral(referral, form.words.data, by=me())
            flash("Added. It stands below what you sent, with today’s date.")
            return go_to(url_for(".show", referral_id=referral.id))
    return page("referrals/add.html", form=form, referral=referral, added=queries.added_to(me(), referral))
