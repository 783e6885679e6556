"""Entries of a list, each on a page of its own, so that a list may grow long and nothing is renumbered."""

from flask import Response, abort, flash, request, url_for

from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.services import Overtaken
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import list_of
from pprg.referrals.views.door import A_STEP, bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

A_ROW = f"{A_STEP}/<key>/<row_id>"


@bp.route(A_ROW, methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def row(referral: Referral, step: str, key: str, row_id: str) -> Response:
    """One entry: saved as it is typed, complete or not."""
    entry = pages.entry_of(referral, Step(step), key, row_id)
    if request.method == "POST":
        try:
            pages.save_row(referral, entry)
        except Overtaken as refusal:
            return pages.one_row(referral, entry, refusal)
        if entry.form.validate():
            return go_to(pages.back_to_list(referral, entry))
    elif not referral.open_to_writing(entry.step):
        return go_to(url_for(".show", referral_id=referral.id))
    return pages.one_row(referral, entry)


@bp.post(f"{A_ROW}/keep")
@guard(may.write_referral, referral=queries.referral_visible_to)
def keep_row(referral: Referral, step: str, key: str, row_id: str) -> Response:
    """Autosave of one entry: whatever is there now."""
    pages.save_row(referral, pages.entry_of(referral, Step(step), key, row_id))
    return pages.kept(referral)


@bp.route(f"{A_ROW}/remove", methods=["GET", "POST"])
@guard(may.write_referral, referral=queries.referral_visible_to)
def remove_row(referral: Referral, step: str, key: str, row_id: str) -> Response:
    """Ask once, then take it out."""
    question = list_of(Step(step), key) or abort(404)
    if request.method == "POST":
        services.remove_row(referral, Step(step), question, row_id, by=me())
        flash("Removed.")
        return go_to(url_for(".step", referral_id=referral.id, step=step))
    entry = pages.entry_of(referral, Step(step), key, row_id)
    return page("referrals/remove-row.html", referral=referral, entry=entry)
