"""When a case cannot wait: an extraordinary meeting in two clicks; the chair's action between meetings."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Response, flash, request, url_for

from pprg.audit.services import record_read
from pprg.cases.queries import Due
from pprg.guidance.codes import Route
from pprg.meetings.forms.agenda import ChairsActionForm, ExtraordinaryForm
from pprg.meetings.models import CoreMember
from pprg.meetings.queries import agenda, membership
from pprg.meetings.queries.quorate import rule_on
from pprg.meetings.rules import agenda as may
from pprg.meetings.services import between
from pprg.meetings.states import CHAIRS
from pprg.meetings.views.door import bp
from pprg.referrals.models import Referral
from pprg.referrals.queries import referral_visible_to
from pprg.web.filters import day
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

BY_VIDEO = "By video; the link follows"


@bp.route("/extraordinary/<uuid:referral_id>", methods=["GET", "POST"])
@guard(may.call_extraordinary, referral=referral_visible_to)
def extraordinary(referral: Referral) -> Response:
    """Everything is proposed; one press arranges it, invites and puts the case on the agenda."""
    proposal = _proposal(referral)
    if proposal.form.validate_on_submit():
        with beside(proposal.form.held_on):
            called = between.call_extraordinary(referral, **proposal.typed, by=me())
            flash("The meeting is arranged, its members invited. Open its agenda when the papers are there.")
            return go_to(url_for(".show", meeting_id=called.id))
    return page("meetings/agenda-extraordinary.html", referral=referral, **vars(proposal))


@bp.route("/chairs-action/<uuid:referral_id>", methods=["GET", "POST"])
@guard(may.take_chairs_action, referral=referral_visible_to)
def chairs_action(referral: Referral) -> Response:
    form = ChairsActionForm()
    if request.method == "GET":
        record_read("opened chair’s action on", referral, by=me())
    elif form.validate():
        with beside(form.because):
            item = between.take_chairs_action(referral, because=form.because.data, by=me())
            return go_to(url_for(".item", item_id=item.id))
    coming = agenda.next_ordinary_meeting_for(me())
    return page("meetings/agenda-chairs-action.html", referral=referral, form=form, coming=coming)


@dataclass(frozen=True)
class _Proposal:
    """What the page proposes, and what somebody made of it."""

    form: ExtraordinaryForm
    due: Due | None
    able: Sequence[CoreMember]
    needed: Sequence[uuid.UUID]

    @property
    def typed(self) -> dict[str, Any]:
        chosen = self.form.members.data or []
        members = [one.account for one in self.able if str(one.account_id) in chosen]
        return {**self.form.arranged, "because": self.form.because.data, "members": members}


def _proposal(referral: Referral) -> _Proposal:
    proposed, due = agenda.day_for_rapid_review(me(), referral)
    able = membership.core_members_on(proposed)
    needed = [one.account_id for one in able if due is None or _is_needed(one, proposed)]
    form = ExtraordinaryForm(data=_proposed(needed, due) | {"held_on": proposed})
    form.offer([one.account for one in able])
    return _Proposal(form, due, able, needed)


def _proposed(needed: Sequence[uuid.UUID], due: Due | None) -> dict[str, object]:
    because = ""
    if due is not None:
        because = f"The rapid review goes to the national Panel by {day(due.due_on)}."
    return {
        "starts_at": "10:00",
        "ends_at": "12:00",
        "place": BY_VIDEO,
        "because": because,
        "members": [str(account_id) for account_id in needed],
    }


def _is_needed(member: CoreMember, on: date) -> bool:
    """Whoever chairs, and those whose voice a decision on a child's case needs that day."""
    return member.capacity in CHAIRS or any(
        member.voice in voices for voices in rule_on(Route.CHILD, on).needs
    )
