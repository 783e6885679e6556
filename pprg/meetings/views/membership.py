"""The register of who sits on the group."""

from flask import Response, url_for

from pprg.accounts.models import Account
from pprg.clock import today
from pprg.errors import Mistaken
from pprg.meetings.forms.membership import MemberForm
from pprg.meetings.models import CoreMember
from pprg.meetings.queries import membership as queries
from pprg.meetings.rules import membership as may
from pprg.meetings.services import membership as services
from pprg.meetings.states import Capacity, Voice
from pprg.meetings.views.door import bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/members")
@guard(may.list_members)
def members() -> Response:
    everybody = queries.core_members_visible_to(me())
    here = [one for one in everybody if queries.sits_today(one)]
    return page(
        "meetings/core-members.html",
        today=here,
        others=[one for one in everybody if one not in here],
        unheard=[voice for voice in Voice if voice not in {one.voice for one in here}] if here else [],
        keeps=may.enter_member(me()),
    )


@bp.route("/members/new", methods=["GET", "POST"])
@guard(may.enter_member)
def enter_member() -> Response:
    form, people = MemberForm(), _people()
    form.offer(people.values())
    if form.validate_on_submit():
        try:
            services.enter_member(people[form.account.data], _said(form, people), by=me())
            return go_to(url_for(".members"))
        except Mistaken as mistaken:
            _beside(form, mistaken)
    return page("meetings/core-member.html", form=form, member=None)


@bp.route("/members/<uuid:core_member_id>", methods=["GET", "POST"])
@guard(may.change_member, core_member=queries.core_member_visible_to)
def change_member(core_member: CoreMember) -> Response:
    form, people = _as_it_stands(core_member), _people()
    form.offer([*people.values(), *_no_longer_able(core_member, people)])
    if form.validate_on_submit():
        try:
            services.change_member(core_member, _said(form, people, core_member), by=me())
            return go_to(url_for(".members"))
        except Mistaken as mistaken:
            _beside(form, mistaken)
    return page("meetings/core-member.html", form=form, member=core_member)


@bp.post("/members/<uuid:core_member_id>/removal")
@guard(may.change_member, core_member=queries.core_member_visible_to)
def remove_member(core_member: CoreMember) -> Response:
    services.remove_member(core_member, by=me())
    return go_to(url_for(".members"))


def _as_it_stands(member: CoreMember) -> MemberForm:
    form = MemberForm(
        data={
            "account": str(member.account_id),
            "capacity": member.capacity.name,
            "voice": member.voice.name if member.voice else "",
            "deputy": str(member.deputy_id or ""),
            "from_day": member.from_day,
            "to_day": member.to_day,
        }
    )
    form.account.data = str(member.account_id)  # whose entry it is does not change
    return form


def _said(
    form: MemberForm, people: dict[str, Account], member: CoreMember | None = None
) -> services.Membership:
    kept = {str(member.deputy_id): member.deputy} if member else {}
    return services.Membership(
        capacity=Capacity[form.capacity.data],
        voice=Voice[form.voice.data] if form.voice.data else None,
        deputy=people.get(form.deputy.data) or kept.get(form.deputy.data),
        from_day=form.from_day.data or today(),  # there is one: the form asked for it
        to_day=form.to_day.data,
    )


def _beside(form: MemberForm, mistaken: Mistaken) -> None:
    for where, sentence in mistaken.mistakes:
        form[where].errors = [*form[where].errors, sentence]


def _people() -> dict[str, Account]:
    return {str(account.id): account for account in queries.people_who_may_sit()}


def _no_longer_able(member: CoreMember, people: dict[str, Account]) -> list[Account]:
    """Whose role has ended stays to be read in the entry."""
    named = {str(one.id): one for one in (member.account, member.deputy) if one is not None}
    return [one for key, one in named.items() if key not in people]
