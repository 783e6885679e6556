"""Beginning a referral and writing it, page by page."""

from flask import Response, request, url_for

from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.services import Overtaken
from pprg.referrals.services.apart import leads_of
from pprg.referrals.states import Step
from pprg.referrals.views.door import A_STEP, bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/new")
@guard(may.start_referral)
def new() -> Response:
    """What to know before one begins."""
    leads = [lead for lead in leads_of(me().agency_id) if lead.id != me().id]
    return page("referrals/new.html", leads=leads)


@bp.post("/new")
@guard(may.start_referral)
def start() -> Response:
    referral = queries.untouched_draft_of(me()) or services.start_referral(by=me())
    return go_to(url_for(".show", referral_id=referral.id))


@bp.route(A_STEP, methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def step(referral: Referral, step: str) -> Response:
    """One page of the form: saved as it is typed, complete or not."""
    here = Step(step)
    if request.method == "GET" and not pages.is_open(referral, here):
        return go_to(url_for(".show", referral_id=referral.id))
    form = pages.form_for(referral, here)
    if request.method == "POST":
        try:
            pages.save(referral, here, form)
        except Overtaken:
            return pages.both_texts(referral, here, form)
        if onwards := pages.onwards(referral, here, form):
            return go_to(onwards)
    return pages.one_step(referral, here, form)


@bp.post(f"{A_STEP}/keep")
@guard(may.write_referral, referral=queries.referral_visible_to)
def keep(referral: Referral, step: str) -> Response:
    """Autosave: whatever is there now."""
    pages.save(referral, Step(step), pages.form_for(referral, Step(step)))
    return pages.kept(referral)
