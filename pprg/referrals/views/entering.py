"""A referral that came by telephone or letter, entered in the name of its sender."""

from flask import Response, url_for

from pprg.agencies.queries import agencies_of_today
from pprg.referrals import rules as may
from pprg.referrals import services
from pprg.referrals.notes import EnterForm
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/enter", methods=["GET", "POST"])
@guard(may.enter_referral)
def enter() -> Response:
    """Whose it is and how it came; then the same form as everybody's."""
    agencies = {str(agency.id): agency for agency in agencies_of_today()}
    form = EnterForm()
    form.agency.choices = [("", "Choose an agency"), *((key, one.name) for key, one in agencies.items())]
    if form.validate_on_submit():
        with beside(form.name):
            said = {name: form[name].data for name in ("name", "role", "contact", "came_by")}
            referral = services.enter_referral(agencies[form.agency.data], **said, by=me())
            return go_to(url_for(".show", referral_id=referral.id))
    return page("referrals/enter.html", form=form)
