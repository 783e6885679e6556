"""Asking agencies, and the table of what was asked."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from flask import Response, request
from wtforms.fields import SelectChoice

from pprg.agencies.models import Agency
from pprg.agencies.queries import agencies_of_today
from pprg.cases.models import Case
from pprg.errors import Mistaken
from pprg.requests import queries, services
from pprg.requests import rules as may
from pprg.requests.forms import AskForm
from pprg.requests.models import InfoRequest
from pprg.requests.questions import QUESTIONS
from pprg.requests.services import AskingWords
from pprg.requests.states import OPEN, Stand
from pprg.requests.suggesting import suggested
from pprg.requests.wording import BASES
from pprg.web.fragments import page
from pprg.web.sessions import me


def of_case(case: Case) -> Response:
    """One case's table: for its coordinators with what they can do, for others what came."""
    asked = queries.requests_of_case(me(), case.id)
    return page(
        "requests/of-case.html",
        fragment="asked",
        case=case,
        asked=asked,
        tickable=_tickable(asked),
        asks=may.ask_agencies(me(), case),
        sees=may.oversee_requests(me()),
    )


def overseen() -> Response:
    stand = request.args.get("stands", "")
    chosen = Stand(stand) if stand in set(Stand) else None
    number = request.args.get("page", 1, type=int)
    found = queries.requests_overseen(me(), chosen, number=number)
    to_come = sum(found.counts[one] for one in (Stand.SENT, Stand.OPENED, Stand.LATE))
    return page(
        "requests/all.html",
        found=found,
        chosen=chosen,
        to_come=to_come,
        tickable=_tickable(found.requests),
        stands=Stand,
    )


def form_to_ask(case: Case, named: Sequence[str]) -> AskForm:
    """With what the clocks of the case point to filled in; `named` agencies are ticked."""
    hint = suggested(case)
    form = AskForm(
        data={
            "agencies": list(named),
            "rapid": hint.rapid,
            "due_on": hint.day,
            "basis": hint.basis,
        }
    )
    asked = queries.agencies_asked(case.id)
    load = queries.open_requests_by_agency(me())
    form.agencies.choices = [
        _choice(agency, waits=asked.get(agency.id) in OPEN, load=load.get(agency.id, 0))
        for agency in agencies_of_today()
    ]
    form.explain({basis: said.hint(basis) for basis, said in BASES.items()})
    return form


def to_ask(case: Case, form: AskForm) -> Response:
    return page(
        "requests/ask.html",
        case=case,
        form=form,
        hint=suggested(case),
        usual=[one.label for part in QUESTIONS.values() for one in part if one.key != "own"],
    )


def asked(case: Case, chosen: Sequence[Agency], form: AskForm) -> bool:
    """Ask them; or say beside each box why not."""
    words = AskingWords(
        basis=form.basis.data,
        identifiers=form.identifiers.data or "",
        due_on=form.due_on.data,  # type: ignore[arg-type]  # InputRequired has seen to it
        period_from=form.period_from.data,
        period_to=form.period_to.data,
        questions=form.questions.data or "",
        rapid=bool(form.rapid.data),
    )
    try:
        services.ask_agencies(case, chosen, words, by=me())
    except Mistaken as mistaken:
        for where, sentence in mistaken.mistakes:
            form[where].errors = [*form[where].errors, sentence]
        return False
    return True


def said_of_chasing(count: int, ticked: int) -> tuple[str, str]:
    """What happened, and how it is shown."""
    if not ticked:
        return "Tick the agencies that you want to remind.", "refused"
    left = ticked - count
    said = "Nobody was reminded." if not count else f"{count} reminded."
    besides = f" {left} answered meanwhile or were reminded today already." if left else ""
    return said + besides, "message"


def is_id(words: str) -> bool:
    try:
        uuid.UUID(words)
    except ValueError:
        return False
    return True


def _tickable(asked: Sequence[InfoRequest]) -> set[uuid.UUID]:
    """Those that can be reminded now, by this reader."""
    return {one.id for one in asked if one.is_open and not one.chased_today and may.keep_request(me(), one)}


def _choice(agency: Agency, *, waits: bool, load: int) -> SelectChoice:
    """With what else it has to answer: each return costs its people hours."""
    has = f"Has {load} {'request' if load == 1 else 'requests'} to answer now" if load else ""
    hint = "Asked already, not answered yet" if waits else has
    return SelectChoice(str(agency.id), agency.name, render_kw={"hint": hint})
