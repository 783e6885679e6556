"""Referrals, as they concern one reader today."""

from __future__ import annotations

from collections.abc import Iterator

from pprg import clock
from pprg.accounts.models import Account
from pprg.home.needs import AT_MOST, LATELY, Need, ago, counted, day_of, waiting
from pprg.meetings import rules as meetings
from pprg.referrals import queries
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.states import State

WITH_OTHERS = {
    State.AWAITING: "with the safeguarding lead",
    State.SENT_BACK: "sent back by the safeguarding lead, with its writer",
    State.RECEIVED: "with the group",
    State.TABLED: "on an agenda",
    State.RETURNED: "returned, with its writer",
}
COMES_BACK = frozenset({State.SENT_BACK, State.RETURNED})
LETTER = "Read the letter that answers {}"


def needs(reader: Account) -> Iterator[Need]:
    """A writer's own, to finish or to answer; a safeguarding lead's, to authorise; a coordinator's."""
    for referral in queries.drafts_of(reader):
        yield BACK_WITH_WRITER.get(referral.state, _to_finish)(referral)
    for referral in queries.referrals_to_authorise(reader):
        yield _to_authorise(referral)
    yield from _to_advise(reader)
    if meetings.arrange_meeting(reader):
        yield from _to_table(reader)
        for referral in queries.referrals_awaited(reader):
            if not referral.screenings:
                yield _to_screen(referral)


def waits(reader: Account) -> Iterator[Need]:
    """What lies with somebody else: one's own, the agency's for its safeguarding lead, what was returned."""
    for referral in queries.sent_by(reader):
        if referral.state in WITH_OTHERS:
            yield _lies(referral)
    theirs = {referral.id for referral in queries.referrals_to_authorise(reader)}
    for state in WITH_OTHERS:
        for referral in queries.sent_to_us(reader, state).referrals:
            waited_for = may.is_of_its_agency(reader, referral) or _chases(reader, referral)
            if waited_for and referral.id not in theirs and not may.write_referral(reader, referral):
                yield _lies(referral)


def decided(reader: Account) -> Iterator[Need]:
    """What the group decided lately about one's own and one's agency's referrals, or where it sent them."""
    for state, do in ((State.DECIDED, "Read what the group decided on {}"), (State.REDIRECTED, LETTER)):
        ours = [one for one in queries.sent_by(reader) if one.state == state]
        theirs = queries.sent_to_us(reader, state).referrals
        ours += [one for one in theirs if may.is_of_its_agency(reader, one)]
        for referral in ours:
            when = referral.decided_at
            if when is not None and clock.today() - day_of(when) <= LATELY:
                yield _need(referral, do, f"Decided {ago(when)}", "done")


def _to_finish(referral: Referral) -> Need:
    seen_by = "those who write it" if referral.shares else "you"
    saved = f"Saved {ago(referral.saved_at)}. Only {seen_by} can see it."
    return Need(
        do="Finish your referral",
        endpoint="referrals.show",
        ids={"referral_id": referral.id},
        about=f"{referral.about or 'Nobody named yet'}. {saved}",
        stands="Draft",
        tone="doing",
    )


def _to_answer(referral: Referral) -> Need:
    asked = referral.open_question
    return _need(
        referral,
        "Answer the group’s question on {}",
        f"Asked {ago(asked.created_at)}" if asked else "Returned to you",
        "soon",
    )


def _to_change(referral: Referral) -> Need:
    said = referral.authorisations[-1]
    return _need(referral, "Change {} and send it again", f"Sent back {ago(said.created_at)}", "soon")


BACK_WITH_WRITER = {State.RETURNED: _to_answer, State.SENT_BACK: _to_change}


def _to_authorise(referral: Referral) -> Need:
    """For the safeguarding lead. Late once the coordinators had to be told that nobody answered."""
    told = referral.authorise_by is not None and referral.authorise_by <= clock.now()
    since = waiting(referral.sent_at or referral.saved_at)
    stands = f"Urgent, {since}" if referral.urgent else since.capitalize()
    tone = "late" if referral.urgent or told else "soon"
    return _need(referral, "Authorise {}", stands, tone, endpoint="referrals.authorise")


def _to_screen(referral: Referral) -> Need:
    """For a coordinator: it may be screened, and goes on no agenda until its own lead has authorised it."""
    return _need(
        referral,
        "Screen {} while its authorisation is awaited",
        waiting(referral.sent_at or referral.saved_at).capitalize(),
        "late" if referral.urgent else "soon",
        who=referral.agency.name,
    )


def _to_advise(reader: Account) -> Iterator[Need]:
    """For a coordinator: what people ask the team before they refer, as one line."""
    asked = queries.advice_to_answer(reader)
    if asked:
        yield Need(
            do=f"Answer {counted(len(asked), 'question', 'questions')} to the team",
            endpoint="referrals.ask",
            stands=waiting(asked[0].created_at).capitalize(),
            tone="soon",
        )


def _to_table(reader: Account) -> Iterator[Need]:
    found = sorted(queries.referrals_waiting(reader), key=lambda referral: not referral.urgent)
    for referral in found[:AT_MOST]:
        since = waiting(referral.sent_at or referral.created_at)
        stands = f"Urgent, {since}" if referral.urgent else since.capitalize()
        yield _need(
            referral,
            "Put {} on an agenda, or return it",
            stands,
            "late" if referral.urgent else "waiting",
            who=referral.agency.name,
        )
    left = len(found) - AT_MOST
    if left > 0:
        yield Need(
            do=f"See {counted(left, 'other referral that waits', 'other referrals that wait')}",
            endpoint="referrals.index",
            stands="Waiting",
        )


def _lies(referral: Referral) -> Need:
    asked = referral.open_question
    if asked is not None:
        stands = f"Returned {ago(asked.created_at)}"
    elif referral.state == State.SENT_BACK:
        stands = f"Sent back {ago(referral.authorisations[-1].created_at)}"
    else:
        stands = f"Sent {ago(referral.sent_at or referral.saved_at)}"
    return _need(referral, "{} is " + WITH_OTHERS[referral.state], stands, "waiting")


def _chases(reader: Account, referral: Referral) -> bool:
    """Whoever may return a referral waits for it to come back, and for the lead once it is screened."""
    lies_elsewhere = referral.state in COMES_BACK or (
        referral.state == State.AWAITING and referral.screenings
    )
    return bool(lies_elsewhere) and may.return_referral(reader, referral)


def _need(
    referral: Referral,
    do: str,
    stands: str,
    tone: str,
    *,
    who: str = "",
    endpoint: str = "referrals.show",
) -> Need:
    return Need(
        do=do.format(referral.reference),
        endpoint=endpoint,
        ids={"referral_id": referral.id},
        about=" · ".join(filter(None, [referral.about, who])),
        stands=stands,
        tone=tone,
    )
