"""A county in which something of every kind waits for somebody: where each form of the meetings stands."""

from __future__ import annotations

from collections.abc import Iterator

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.database import commit, db
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import AgendaItem, CoreMember, Interest, Meeting
from pprg.meetings.services.between import take_chairs_action
from pprg.meetings.services.challenging import ask_to_consider, enter_challenge
from pprg.meetings.services.confirming import ask_to_confirm
from pprg.meetings.services.letters import propose_letter
from pprg.meetings.services.minuting import begin_meeting, close_meeting, save_minutes
from pprg.meetings.services.presenting import ask_to_present
from pprg.meetings.services.ratifying import answer_ratification
from pprg.meetings.states import Capacity, ChallengeBy, InterestKind, LetterKind, RatifyingEvent
from pprg.meetings.words import ActionWords
from pprg.reviews.services import appoint_author, save_scope
from tests.builders import a_sent_referral
from tests.meetings.builders import (
    a_decision,
    a_meeting,
    a_ratified_decision,
    a_recorded_decision,
    a_signed_decision,
    an_item,
    words,
)
from tests.meetings.letters import filled
from tests.people import Browser, People, an_account
from tests.reviews.builders import a_review
from tests.reviews.test_scoping import whole

Page = tuple[Browser, str]


class RoughCounty:
    """Each part gives the pages on which forms stand, with who may send them."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.coordinator, self.chair = people.coordinator(), people.chair()
        self.member, self.referrer = people.panel_member(), people.referrer()
        self.by = self.coordinator.account
        self.owner = people.decision_maker(LegalOwner.SAFEGUARDING_ADULTS_BOARD)

    def pages(self) -> list[Page]:
        parts = (
            self.in_the_room, self.between, self.deciding, self.answering, self.after, self.reviewing,
            self.preparing,
        )  # fmt: skip
        found = [page for part in parts for page in part()]
        commit()
        return found

    def _item(self, *members: Account) -> AgendaItem:
        return an_item(by=self.by, referrer=self.referrer.account, members=members)

    def preparing(self) -> Iterator[Page]:
        """Two meetings to come, a case on one of them, one that waits; the register."""
        item, waiting, second = self._item(), *(a_sent_referral(by=self.referrer.account) for _ in range(2))
        a_meeting(by=self.by, in_days=30)
        services.put_on_agenda(item.meeting, second, by=self.by)
        services.invite_member(item.meeting, self.member.account, by=self.by)
        ask_to_present(item, [self.referrer.account], starts_at="10:40", by=self.by)
        an_account("Ria Referrer", Role.REFERRER, "Marlshire Police")
        register = CoreMember(account=self.chair.account, capacity=Capacity.CHAIR)
        db.session.add(register)
        db.session.flush()
        meeting, one = f"/meetings/{item.meeting_id}", f"/meetings/items/{item.id}"
        for url in (
            "/meetings/new", meeting, f"{meeting}/change", f"{meeting}/calling-off", f"{meeting}/invitations",
            one, f"{one}/cover", f"{one}/presenters", f"/meetings/members/{register.id}",
            f"/meetings/extraordinary/{waiting.id}", f"/meetings/chairs-action/{waiting.id}",
            "/meetings/members/new", "/meetings/quorum/sar", "/meetings/log", f"/referrals/{waiting.id}",
        ):  # fmt: skip
            yield self.coordinator, url
        today = self._item(self.member.account).meeting
        today.held_on = clock.today()
        yield self.coordinator, f"/meetings/{today.id}"
        yield self.member, f"/meetings/invitations/{item.meeting.invited[0].id}"
        yield self.referrer, f"/meetings/presenting/{item.presenters[0].id}"

    def in_the_room(self) -> Iterator[Page]:
        """A meeting that sits, one that is closed; one member is still to say something, one has."""
        other = self.people.panel_member("Marlshire Council")
        item = self._item(other.account)
        services.invite_member(item.meeting, self.member.account, by=self.by)
        services.declare_interest(item, InterestKind.VIEW, words="I wrote about it.", by=other.account)
        services.start_decision(item, Route.DHR, by=self.by)
        item.meeting.held_on = clock.today()
        begin_meeting(item.meeting, by=self.by)
        services.note_arrival(item.meeting.invited[0], by=self.by)
        said = db.session.query(Interest).filter_by(kind=InterestKind.VIEW).one()
        meeting, one = f"/meetings/{item.meeting_id}", f"/meetings/items/{item.id}"
        for url in (
            meeting, f"{meeting}/minutes", f"{meeting}/attendance", one, f"{one}/room", f"{one}/joint",
            f"{one}/step-out", f"{one}/interest-of-another", f"/meetings/{self._closed().id}/reopening",
        ):  # fmt: skip
            yield self.coordinator, url
        yield self.coordinator, f"/meetings/{self._naming().id}/minutes/names"
        yield self.chair, f"/meetings/interests/{said.id}/ruling"
        yield self.member, f"{meeting}/interests"
        yield other, f"{one}/interest"

    def _naming(self) -> Meeting:
        """A meeting that sits, in whose minutes something looks like a name."""
        meeting = self._item(self.member.account).meeting
        meeting.held_on = clock.today()
        begin_meeting(meeting, by=self.by)
        save_minutes(meeting, {"DATES": "In the Theodora Room."}, marks="", by=self.by)
        return meeting

    def _closed(self) -> Meeting:
        """A meeting that was held today."""
        meeting = self._item(self.member.account).meeting
        meeting.held_on = clock.today()
        begin_meeting(meeting, by=self.by)
        close_meeting(meeting, by=self.by)
        return meeting

    def between(self) -> Iterator[Page]:
        """What the chair decided alone, on the agenda of the next meeting."""
        acted = take_chairs_action(a_sent_referral(by=self.referrer.account), because="Now.", by=self.by)
        decision = services.start_decision(acted, Route.SAR, by=self.by)
        services.save_decision(decision, words(), version=decision.version, by=self.by)
        services.record_decision(decision, by=self.by)
        services.sign_decision(decision, by=self.chair.account)
        db.session.flush()
        confirms = next(one for one in db.session.query(AgendaItem) if one.confirms is not None)
        yield self.coordinator, f"/meetings/items/{confirms.id}/confirmation"

    def deciding(self) -> Iterator[Page]:
        """A decision that is half written, one to be signed, one by too few."""
        half = a_decision(self._item(), by=self.by)
        services.save_decision(half, words(reason="Another."), version=half.version, by=self.by)
        empty = services.start_decision(self._item(), Route.SAR, by=self.by)
        recorded = a_recorded_decision(self._item(), by=self.by)
        few = services.start_decision(self._item(self.member.account), Route.SAR, by=self.by)
        services.save_decision(few, words(), version=few.version, by=self.by)
        services.record_decision(few, by=self.by)
        services.sign_decision(few, by=self.chair.account)
        yield self.coordinator, f"/meetings/decisions/{few.id}/confirmations"
        ask_to_confirm(few, [self.member.account.id], by=self.by)
        db.session.flush()
        for one in (half, empty, recorded):
            yield self.coordinator, f"/meetings/decisions/{one.id}"
        yield self.coordinator, f"/meetings/decisions/{half.id}/earlier"
        yield self.chair, f"/meetings/decisions/{recorded.id}"
        yield self.chair, f"/meetings/decisions/{few.id}/confirmations"
        yield self.member, f"/meetings/confirmations/{few.confirmations[0].id}"

    def answering(self) -> Iterator[Page]:
        """Before its legal owner, and not agreed by it; challenged and looked at again; an urgent action."""
        waits = a_signed_decision(self._item(), by=self.by, chair=self.chair.account)
        refused = a_signed_decision(self._item(), by=self.by, chair=self.chair.account)
        commit()
        answer_ratification(
            refused.ratifications[0], RatifyingEvent.REFUSE, reasons="Too narrow.", by=self.owner.account
        )
        act = ActionWords(what="Check.", agency_id=self.by.agency_id, owner="Head", due_on=clock.today())
        stands = a_ratified_decision(self._item(), by=self.by, chair=self.chair.account, actions=(act,))
        asks, looks = (
            enter_challenge(stands, who, received_on=clock.today(), words="Why?", by=self.by)
            for who in (ChallengeBy.FAMILY, ChallengeBy.REFERRER)
        )
        fresh = self.people.decision_maker(LegalOwner.PARTNER_POLICE)
        ask_to_consider(looks, fresh.account, by=self.by)
        db.session.flush()
        first = f"/meetings/ratifications/{waits.ratifications[0].id}"
        yield self.owner, first
        yield self.owner, f"{first}/interest"
        yield self.coordinator, f"/meetings/ratifications/{refused.ratifications[0].id}/escalation"
        for url in (
            f"/meetings/decisions/{stands.id}/challenges", f"/meetings/challenges/{asks.id}",
            f"/meetings/actions/{stands.actions[0].id}", f"/meetings/decisions/{stands.id}/amendment",
        ):  # fmt: skip
            yield self.coordinator, url
        yield fresh, f"/meetings/challenges/{looks.id}"

    def after(self) -> Iterator[Page]:
        """A letter in writing, to be sent, and one to begin; whoever referred it may ask for another look."""
        decision = a_ratified_decision(self._item(), by=self.by, chair=self.chair.account)
        referral = decision.item.referral
        kind = LetterKind.REVIEW_AGREED
        letter = propose_letter(kind, decision=decision, referral=referral, by=self.by)
        filled(letter, self.by)
        for url in ("", "/sending"):
            yield self.coordinator, f"/meetings/letters/{letter.id}{url}"
        yield self.coordinator, f"/meetings/of-case/{decision.case_id}/letters"
        yield self.coordinator, f"/meetings/items/{decision.item_id}/again"
        yield self.referrer, f"/meetings/challenges/of-referral/{referral.id}"

    def reviewing(self) -> Iterator[Page]:
        """A review without an author and a scope, and one whose scope waits to be agreed."""
        new, sketched = (a_review(by=self.by) for _ in range(2))
        appoint_author(sketched, self.people.author().account, by=self.by)
        save_scope(sketched, whole(), version=0, by=self.by)
        db.session.flush()
        for url in (f"{new.id}", f"{new.id}/author", f"{new.id}/scope", f"{new.id}/discontinuation"):
            yield self.coordinator, f"/reviews/{url}"
        for url in (f"{sketched.id}", f"{sketched.id}/scope"):
            yield self.coordinator, f"/reviews/{url}"
