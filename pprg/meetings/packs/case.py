"""One item of a pack: everything of its case that one reader may read before the meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.queries import Due, clocks_of
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.guidance.labels import review_type_label, route_label, route_names
from pprg.meetings.models import AgendaItem
from pprg.meetings.packs import telling
from pprg.meetings.packs.chronology import merged
from pprg.meetings.packs.content import BlankForm, Clock, Earlier, Event, Item, Return, Said
from pprg.meetings.queries.packs import Learned, earlier_learning
from pprg.meetings.states import OPEN_TO, Section
from pprg.meetings.words import decided
from pprg.people.masking import mask
from pprg.people.queries import identifiers_of_case
from pprg.referrals.queries import referrals_of_case, words_for
from pprg.referrals.reading import Part as Read
from pprg.referrals.states import Step
from pprg.requests.queries import ForPack, for_pack
from pprg.requests.states import State as RequestState
from pprg.web.filters import day

STATUTORY = (Route.SAR, Route.CHILD, Route.DHR)
WHAT_THEN = "To decide what follows, and to say why."
_STANDS = {
    RequestState.RETURNED: ("Returned", "done"),
    RequestState.NOTHING_KNOWN: ("Nothing known", "done"),
    RequestState.WITHDRAWN: ("Withdrawn", "none"),
}


@dataclass(frozen=True)
class Source:
    """What one reader may read of one item, read once. Nobody in particular reads it without names."""

    reader: Account | None
    item: AgendaItem

    @cached_property
    def words(self) -> Sequence[Read]:
        """The referral as it was sent, names masked as for this reader."""
        return words_for(self.reader, self.item.referral) if self.item.referral else []

    @cached_property
    def told_before(self) -> Sequence[Read]:
        """The same; of a review, the words that the case began with."""
        if self.words:
            return self.words
        first = referrals_of_case(self.reader, self.item.case_id)
        return words_for(self.reader, first[0]) if first else []

    @cached_property
    def returns(self) -> Sequence[ForPack]:
        return for_pack(self.reader, self.item.case_id)

    @cached_property
    def hide(self) -> Callable[[str], str]:
        return mask(identifiers_of_case(self.item.case_id))

    @cached_property
    def routes(self) -> list[Route]:
        """Those that were asked for, and those on which a decision was begun; failing both, each by law."""
        asked = set(telling.lines_of(self.words, Step.ESSENTIALS, "types"))
        begun = {decision.route for decision in self.item.decisions}
        found = [route for route in Route if route in begun or asked & route_names(route)]
        return found or (list(STATUTORY) if self.item.referral else [])

    def label_of(self, route: Route) -> str:
        return route_label(route, on=self.item.meeting.held_on)


def item_of(reader: Account, item: AgendaItem, number: int) -> Item:
    """The caller has asked `open_pack`."""
    source = Source(reader, item)
    whole = told(source, number, clocks_of(reader, item.case_id))
    forms = tuple(_form(source, route) for route in source.routes) if item.referral else ()
    return replace(whole, forms=forms)


def told(source: Source, number: int, dues: Sequence[Due]) -> Item:
    """What is said of the case, without room to write."""
    item, reader = source.item, source.reader
    return Item(
        id=str(item.id),
        case_id=str(item.case_id),
        referral_id=str(item.referral_id or ""),
        review_id=str(item.review_id or ""),
        number=number,
        reference=item.case.reference,
        label=item.about or _review(item),
        facts=_facts(source),
        asked=_asked(source),
        asked_by_us=not item.asked,
        urgent=item.urgent,
        clocks=tuple(_clock(due) for due in dues if due.clock.runs),
        referral=telling.parts_of(source.words, reader, item.referral),
        documents=telling.documents_of(reader, item.referral),
        returns=tuple(_return(one) for one in source.returns),
        chronology=_chronology(source),
        family=telling.family_of(source.words),
        processes=telling.processes_of(source.words, item.referral),
        earlier=tuple(_earlier(one) for one in earlier_learning(item, telling.themes_of(source.told_before))),
        notes=telling.lines(source.hide(item.office_notes or "")),
        forms=(),
    )


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    item, referral = source.item, source.item.referral
    presents = ", ".join(f"{one.account.name}, {one.account.agency_name}" for one in item.presenters)
    facts = [
        ("Under", item.section.value),
        ("Referred by", item.agency_name),
        ("Sent", day(referral.sent_at) if referral else ""),
        ("Types sought", "; ".join(telling.lines_of(source.words, Step.ESSENTIALS, "types"))),
        *_facts_of_review(item),
        ("Time", item.starts_at),
        ("Presented by", presents),
    ]
    return tuple((name, said) for name, said in facts if said)


def _facts_of_review(item: AgendaItem) -> list[tuple[str, str]]:
    review = item.review
    if review is None:
        return []
    scope = review.scope
    return [
        ("Review", _review(item)),
        ("Status", str(review.state).capitalize()),
        ("Commissioned", day(review.commissioned_on)),
        ("Written by", review.author.name if review.author else "Nobody yet"),
        ("Report by", day(scope.report_by) if scope else ""),
    ]


def _review(item: AgendaItem) -> str:
    return review_type_label(item.review.review_type, on=item.meeting.held_on) if item.review else ""


def _asked(source: Source) -> tuple[str, ...]:
    """What the group is asked, as somebody wrote it; failing that, what follows from what it is."""
    if source.item.asked:
        return telling.lines(source.hide(source.item.asked))
    if source.item.review:
        reports = source.item.section == Section.REPORTS
        return (
            "To agree the report, or to say what it still lacks."
            if reports
            else "To hear how the review stands, and to decide what it needs to go on.",
        )
    routes = "; ".join(source.label_of(route) for route in source.routes)
    return (f"To weigh the case against the criteria of each review to think about ({routes}).", WHAT_THEN)


def _clock(due: Due) -> Clock:
    return Clock(
        what=due.rule.label, owner=due.rule.owner, due=day(due.due_on), stands=due.stands, tone=due.tone
    )


def _return(told: ForPack) -> Return:
    stands, tone = _stands(told)
    return Return(
        agency=told.agency,
        stands=stands,
        tone=tone,
        words=told.words,
        said=tuple(Said(label, telling.lines(words)) for label, words in told.parts if words),
        files=told.files,
    )


def _stands(told: ForPack) -> tuple[str, str]:
    here = told.parts or told.chronology or told.files
    if told.state == RequestState.RETURNED and not here:
        return "Held back", "none"
    if told.state in _STANDS:
        return _STANDS[told.state]
    if here:
        return "Asked again", "waiting"
    return ("Late", "late") if told.due_on < clock.today() else ("Not returned yet", "waiting")


def _chronology(source: Source) -> tuple[Event, ...]:
    ours = source.item.agency_name
    told = [
        [
            (when, Event(when=when or telling.NO_DAY, what=what, source=one.agency))
            for when, what in one.chronology
        ]
        for one in source.returns
    ]
    return merged([telling.events_of(source.words, ours), *told], today=clock.today())


def _earlier(one: Learned) -> Earlier:
    release, record = one.release, one.record
    asked, changed = len(record.recommendations), len(record.changes_already_made)
    return Earlier(
        reference=release.publication.reference,
        title=record.title,
        release_id=str(release.id),
        themes=", ".join(one.shared),
        stands=f"Released {day(release.visible_from)}. Recommendations: {asked}; changes told: {changed}.",
    )


def _form(source: Source, route: Route) -> BlankForm:
    held_on = source.item.meeting.held_on
    criteria = criteria_on(route, held_on)
    return BlankForm(
        route=source.label_of(route),
        basis=criteria.basis,
        criteria=criteria.criteria,
        outcomes=tuple(decided(outcome, on=held_on) for outcome in OPEN_TO[route]),
    )
