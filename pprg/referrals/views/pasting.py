"""Dated events pasted from a spreadsheet: looked at row by row, then the good ones are added."""

from flask import Response, flash, request, url_for

from pprg.referrals import pages, queries
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.services import Overtaken
from pprg.referrals.states import Step
from pprg.referrals.views.door import bp
from pprg.web.fragments import go_to
from pprg.web.guard import guard

THE_BOX = "/<uuid:referral_id>/dates/paste"


@bp.route(THE_BOX, methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def paste(referral: Referral) -> Response:
    """The box is kept as it is; what can be read in it is shown, and added when that is asked for."""
    if request.method == "GET" and not pages.is_open(referral, Step.DATES):
        return go_to(url_for(".show", referral_id=referral.id))
    form = pages.paste_form(referral)
    if request.method == "POST":
        try:
            pages.keep_paste(referral, form)
        except Overtaken as refusal:
            return pages.to_paste(referral, form, refusal)
        if "add" in request.form and (added := pages.add_pasted(referral, form)):
            flash(added)
            return go_to(pages.after_pasting(referral))
    return pages.to_paste(referral, form)


@bp.post(f"{THE_BOX}/keep")
@guard(may.write_referral, referral=queries.referral_visible_to)
def keep_paste(referral: Referral) -> Response:
    """Autosave of the box."""
    pages.keep_paste(referral, pages.paste_form(referral))
    return pages.kept(referral)
