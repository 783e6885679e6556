"""What agencies are asked to tell: what this reader has to answer, or what is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.home.needs import SOON, Need, ahead, counted, in_words
from pprg.requests import queries
from pprg.requests import rules as may
from pprg.requests.models import InfoRequest
from pprg.requests.states import Stand


def needs(reader: Account) -> Iterator[Need]:
    """Each request that this reader's agency has to answer; for who oversees them, that some are late."""
    for request in queries.requests_to(reader):
        if request.is_open:
            yield _to_answer(request)
    if may.oversee_requests(reader):
        yield from _late(queries.requests_overseen(reader, Stand.LATE).requests)


def waits(_reader: Account) -> Sequence[Need]:
    return []


def _to_answer(request: InfoRequest) -> Need:
    late = request.is_late
    close = request.due_on - clock.today() <= SOON
    return Need(
        do=f"Tell what your agency knows about {request.case.reference}",
        endpoint="requests.show",
        ids={"request_id": request.id},
        about="Nothing known is an answer too.",
        stands=f"Late: was due {in_words(request.due_on)}" if late else f"Due {ahead(request.due_on)}",
        tone="late" if late else "soon" if close else "waiting",
        due_on=request.due_on,
    )


def _late(late: Sequence[InfoRequest]) -> Iterator[Need]:
    if late:
        agencies = len({request.agency_id for request in late})
        yield Need(
            do=f"Remind {counted(agencies, 'agency', 'agencies')}",
            endpoint="requests.all_requests",
            about=f"{counted(len(late), 'answer is', 'answers are')} late",
            stands="Late",
            tone="late",
            due_on=min(request.due_on for request in late),
        )
