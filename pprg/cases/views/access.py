"""Who may know of a case: its list of names, its restriction, and the two who open it again."""

from __future__ import annotations

from flask import Blueprint, Response, flash, url_for

from pprg.accounts.models import Account
from pprg.audit.services import record_read
from pprg.cases import queries, services
from pprg.cases import rules as may
from pprg.cases.forms import ALL, NameForm, OpenForm
from pprg.cases.models import Case, Member, SteppingBack
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

bp = Blueprint("cases", __name__, url_prefix="/cases")


@bp.get("/<uuid:case_id>/access")
@guard(may.see_access, case=queries.case_open_to)
def access(case: Case) -> Response:
    record_read("looked at who knows of", case, by=me())
    return _access(case, NameForm())


@bp.post("/<uuid:case_id>/restriction")
@guard(may.restrict_case, case=queries.case_open_to)
def restrict(case: Case) -> Response:
    """Nobody but those named knows of it from now on."""
    services.restrict(case, by=me(), members=[me()])
    flash("The case is restricted. Only those on the list know of it now.")
    return _back_to(case)


@bp.post("/<uuid:case_id>/names")
@guard(may.restrict_case, case=queries.case_open_to)
def name(case: Case) -> Response:
    """One more knows of it by name."""
    form, able = NameForm(), {str(each.id): each for each in queries.people_to_name(case)}
    form.offer(able.values())
    if form.validate_on_submit():
        with beside(form.account):
            services.name(case, able[form.account.data], by=me())
            return _back_to(case, "names")
    return _access(case, form)


@bp.post("/names/<uuid:member_id>/removal")
@guard(may.take_name_away, member=queries.member_visible_to)
def take_away(member: Member) -> Response:
    case = member.case
    services.take_name_away(member, by=me())
    return go_to(url_for("home.cases")) if member.account_id == me().id else _back_to(case, "names")


@bp.route("/<uuid:case_id>/opening", methods=["GET", "POST"])
@guard(may.propose_opening, case=queries.case_open_to)
def propose(case: Case) -> Response:
    """Propose that somebody who stepped out, or everybody, may know of it again."""
    form, able = OpenForm(), _to_propose(case)
    form.offer(able.values(), restricted=case.restricted)
    if form.validate_on_submit():
        whom = None if form.account.data == ALL else able[form.account.data]
        with beside(form.account):
            services.propose_opening(case, whom, reason=form.reason.data, by=me())
            flash("The chairs are told. Nothing changes until one of them has agreed.")
            return _back_to(case)
    return page("cases/stepping-back.html", case=case, form=form)


@bp.post("/openings/<uuid:proposal_id>/yes", defaults={"agreed": True}, endpoint="agree")
@bp.post("/openings/<uuid:proposal_id>/no", defaults={"agreed": False}, endpoint="disagree")
@guard(may.answer_proposal, proposal=queries.proposal_visible_to)
def answer(proposal: SteppingBack, agreed: bool) -> Response:
    services.answer_proposal(proposal, agreed=agreed, by=me())
    return _back_to(proposal.case)


def _to_propose(case: Case) -> dict[str, Account]:
    return {str(each.id): each for each in queries.stepped_out_openly(case) if each.id != me().id}


def _access(case: Case, form: NameForm) -> Response:
    named = [member for member in case.members if member.counts]
    if not form.account.choices:
        form.offer(queries.people_to_name(case))
    proposals = queries.proposals_of(case)
    return page(
        "cases/access.html",
        case=case,
        form=form,
        named=sorted(named, key=lambda member: (member.account.name, member.part)),
        removable={each.id for each in named if case.restricted and may.take_name_away(me(), each)},
        stepped_out=queries.stepped_out_openly(case),
        proposals=proposals,
        answers={each.id for each in proposals if each.waits and may.answer_proposal(me(), each)},
        proposes=may.propose_opening(me(), case),
    )


def _back_to(case: Case, part: str | None = None) -> Response:
    return go_to(url_for(".access", case_id=case.id, _anchor=part))
