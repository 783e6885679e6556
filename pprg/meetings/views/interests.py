"""Interests: what members say before a case opens to them, and what the chair makes of it."""

from __future__ import annotations

import uuid

from flask import Response, flash, url_for

from pprg.audit.services import record_read
from pprg.meetings.forms.interests import (
    EFFECT,
    ForAnotherForm,
    InterestForm,
    InterestsForm,
    NoneForm,
    RulingForm,
    interests_form,
)
from pprg.meetings.models import AgendaItem, Interest, Meeting
from pprg.meetings.queries import interests as queries
from pprg.meetings.queries import item_visible_to, meeting_visible_to
from pprg.meetings.rules import interests as may
from pprg.meetings.rules import read_meeting
from pprg.meetings.services import interests as services
from pprg.meetings.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/<uuid:meeting_id>/interests")
@guard(read_meeting, meeting=meeting_visible_to)
def interests(meeting: Meeting) -> Response:
    return _interests(meeting, _asked(meeting))


@bp.post("/<uuid:meeting_id>/interests")
@guard(may.say_interests, meeting=meeting_visible_to)
def say(meeting: Meeting) -> Response:
    """Something different of each case."""
    form = _asked(meeting)
    if not form.validate_on_submit():
        return _interests(meeting, form)
    items = {item.id: item for item in queries.to_answer(me(), meeting)}
    services.say_interests({items[item_id]: said for item_id, said in form.said.items()}, by=me())
    return _said(meeting)


@bp.post("/<uuid:meeting_id>/interests/none")
@guard(may.say_interests, meeting=meeting_visible_to)
def say_none(meeting: Meeting) -> Response:
    """None in any of the cases that the page showed."""
    shown = set(NoneForm().items.data)
    services.say_no_interest(
        [item for item in queries.to_answer(me(), meeting) if str(item.id) in shown], by=me()
    )
    return _said(meeting)


@bp.route("/items/<uuid:item_id>/interest", methods=["GET", "POST"])
@guard(may.declare_interest, item=queries.item_to_answer)
def declare(item: AgendaItem) -> Response:
    """Something has come to mind."""
    form = InterestForm()
    if form.validate_on_submit():
        with beside(form.kind):
            services.declare_interest(item, form.kind.data, words=form.words.data or "", by=me())
            return _said(item.meeting)
    return page("meetings/declare.html", item=item, form=form, of_another=False)


@bp.route("/items/<uuid:item_id>/interest-of-another", methods=["GET", "POST"])
@guard(may.declare_for_another, item=item_visible_to)
def declare_for_another(item: AgendaItem) -> Response:
    form, able = ForAnotherForm(), {str(each.id): each for each in queries.can_be_said_of(item, me())}
    form.offer(able.values())
    if form.validate_on_submit():
        with beside(form.account):
            who = able[form.account.data]
            services.declare_interest(item, form.kind.data, words=form.words.data, account=who, by=me())
            return _to(item.meeting)
    return page("meetings/declare.html", item=item, form=form, of_another=True)


@bp.route("/interests/<uuid:interest_id>/ruling", methods=["GET", "POST"])
@guard(may.rule_on_interest, interest=queries.interest_visible_to)
def rule(interest: Interest) -> Response:
    """The chair says what they may do."""
    form = RulingForm(data={"ruling": interest.ruling, "because": interest.ruled_because})
    if form.validate_on_submit():
        with beside(form.ruling):
            services.rule_on_interest(interest, form.ruling.data, because=form.because.data, by=me())
            flash("Your ruling is kept with its time. They are told that you have ruled.")
            return _to(interest.item.meeting)
    record_read("read an interest", interest.item, by=me())
    return page("meetings/ruling.html", said=interest, item=interest.item, form=form)


def _asked(meeting: Meeting) -> InterestsForm:
    return interests_form([(item.id, item.case.reference) for item in queries.to_answer(me(), meeting)])


def _interests(meeting: Meeting, form: InterestsForm) -> Response:
    said_of = queries.said_of(me(), meeting)
    for item, _ in said_of:
        record_read("looked at interests in", item, by=me())
    return page(
        "meetings/interests.html",
        meeting=meeting,
        form=form,
        asked=[(item, form[f"item-{item.id}"]) for item in queries.to_answer(me(), meeting)],
        mine=queries.own_answers(me(), meeting),
        said_of=said_of,
        rules_on={said.id for said in _all(said_of) if may.rule_on_interest(me(), said)},
        declares=any(may.declare_for_another(me(), item) for item, _ in said_of),
        effects=EFFECT,
    )


def _all(said_of: list[tuple[AgendaItem, list[queries.Said]]]) -> list[Interest]:
    return [one.interest for _, lines in said_of for one in lines if one.interest is not None]


def _said(meeting: Meeting) -> Response:
    left: list[uuid.UUID] = [item.id for item in queries.to_answer(me(), meeting)]
    flash("Thank you. It is kept with its time.")
    return _to(meeting) if left else go_to(url_for(".show", meeting_id=meeting.id))


def _to(meeting: Meeting) -> Response:
    return go_to(url_for(".interests", meeting_id=meeting.id))
