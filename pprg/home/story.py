"""One case from first letter to last action: each step that this reader may see, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.home.needs import counted, day_of
from pprg.learning.queries import times_used
from pprg.meetings import queries as meetings
from pprg.meetings.models import Decision, Letter
from pprg.meetings.queries.letters import letters_of_case
from pprg.meetings.states import State as DecisionState
from pprg.publications import queries as publications
from pprg.publications.models import Publication, Release
from pprg.referrals import queries as referrals
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView, State
from pprg.requests.models import InfoRequest
from pprg.requests.queries import requests_of_case
from pprg.reviews import queries as reviews
from pprg.reviews.models import Review

REFERRED, ASKED, TABLED, DECIDED, RATIFIED, TOLD, REVIEWED, SAID = range(8)
"""What comes first where two things happened on one day."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something that happened to a case, and the page that tells more. `code` is a type of review."""

    when: date
    place: int
    what: str
    code: str = ""
    about: str = ""
    endpoint: str
    ids: Mapping[str, Any]


def story_of(reader: Account, case: Case) -> list[Step]:
    """Oldest first."""
    steps: list[Step] = []
    for referral in referrals.referrals_of_case(reader, case.id):
        steps += _of_referral(referral)
    for request in requests_of_case(reader, case.id):
        steps += _of_request(request)
    for item in meetings.items_of_case(reader, case.id):
        steps.append(
            Step(
                when=item.meeting.held_on,
                place=TABLED,
                what="On the agenda of a meeting",
                endpoint="meetings.item",
                ids={"item_id": item.id},
            )
        )
    for decision in meetings.decisions_of_case(reader, case):
        steps += _of_decision(decision)
    for letter in letters_of_case(reader, case):
        steps += _of_letter(letter)
    for review in reviews.reviews_of_case(reader, case.id):
        steps += _of_review(reader, review)
    return sorted(steps, key=lambda step: (step.when, step.place))


def _of_referral(referral: Referral) -> Iterator[Step]:
    def step(when: datetime | None, what: str, place: int = REFERRED) -> Iterator[Step]:
        if when is not None:
            ids = {"referral_id": referral.id}
            yield Step(when=day_of(when), place=place, what=what, endpoint="referrals.show", ids=ids)

    yield from step(referral.sent_at, f"Referred by {referral.agency.name}")
    for said in referral.authorisations:
        back = said.view == LeadsView.SENT_BACK
        yield from step(said.created_at, f"{'Sent back' if back else 'Authorised'} by its safeguarding lead")
    for asked in referral.questions:
        yield from step(asked.created_at, "Returned with a question")
        yield from step(asked.answered_at, "Answered and sent again")
    if referral.withdrawn_because:
        yield from step(referral.saved_at, "Withdrawn by its writer")
    for added in referral.addenda:
        yield from step(added.created_at, "Its agency added something")
    redirected = referral.state == State.REDIRECTED
    told = "Sent another way, with a letter" if redirected else "The referrer was told what the group decided"
    yield from step(referral.decided_at, told, TOLD)


def _of_decision(decision: Decision) -> Iterator[Step]:
    when = decision.signed_at or decision.recorded_at
    if when is not None and decision.state != DecisionState.DRAFT:
        yield Step(
            when=day_of(when),
            place=DECIDED,
            what="Decision signed" if decision.signed_at else "Decision recorded, to be signed",
            about=decision.in_short if decision.outcome else "",
            endpoint="meetings.decision",
            ids={"decision_id": decision.id},
        )

    for answer in decision.ratifications:
        if answer.answered_at is not None:
            yield Step(
                when=day_of(answer.answered_at),
                place=RATIFIED,
                what=f"{answer.owner}: {answer.state}",
                endpoint="meetings.decision",
                ids={"decision_id": decision.id},
            )


def _of_request(request: InfoRequest) -> Iterator[Step]:
    ids = {"request_id": request.id}
    yield Step(
        when=day_of(request.created_at),
        place=ASKED,
        what=f"{request.agency.name} was asked what it knows",
        endpoint="requests.show",
        ids=ids,
    )
    if request.returned_at is not None:
        yield Step(
            when=day_of(request.returned_at),
            place=ASKED,
            what=f"{request.agency.name} answered",
            endpoint="requests.show",
            ids=ids,
        )


def _of_letter(letter: Letter) -> Iterator[Step]:
    if letter.sent_at is not None:
        yield Step(
            when=day_of(letter.sent_at),
            place=TOLD,
            what=f"Letter: {letter.kind}",
            endpoint="meetings.letter",
            ids={"letter_id": letter.id},
        )


def _of_review(reader: Account, review: Review) -> Iterator[Step]:
    days = {
        "commissioned": review.commissioned_on,
        "concluded": review.concluded_on,
        "discontinued": review.discontinued_on,
    }
    for what, when in days.items():
        if when is not None:
            yield Step(
                when=when,
                place=REVIEWED,
                what=f"Review {what}",
                code=review.review_type,
                endpoint="reviews.show",
                ids={"review_id": review.id},
            )
    publication = publications.publication_of(review)
    if publication and publications.publication_visible_to(reader, publication.id):
        yield from _of_publication(publication)


def _of_publication(publication: Publication) -> Iterator[Step]:
    def step(when: date | datetime, what: str, about: str = "") -> Step:
        ids = {"publication_id": publication.id}
        return Step(
            when=day_of(when), place=SAID, what=what, about=about, endpoint="publications.show", ids=ids
        )

    yield step(publication.created_at, f"Learning record begun: {publication.reference}")
    for release in publication.releases:
        out = "came out" if release.came_out else "comes out"
        yield step(release.visible_from, f"Version {release.version} of the learning {out}", _used(release))
        if release.withdrawn_at:
            yield step(release.withdrawn_at, f"Version {release.version} withdrawn")


def _used(release: Release) -> str:
    used = times_used(release) if release.readable else 0
    return f"Used by {counted(used, 'team', 'teams')} so far." if used else ""
