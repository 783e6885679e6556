"""What somebody of the agency sees who answers."""

from __future__ import annotations

from flask import Response, url_for
from flask import request as sent
from wtforms.fields import SelectChoice

from pprg.accounts.models import Account
from pprg.errors import Mistaken
from pprg.requests import queries, reading, services
from pprg.requests import rules as may
from pprg.requests.forms import NothingForm, PartForm, ReturnForm, WriterForm, form_of
from pprg.requests.models import InfoRequest
from pprg.requests.questions import QUESTIONS, TITLES, Kind, said
from pprg.requests.states import Part
from pprg.requests.wording import BASES, criteria_for, period_of
from pprg.web.filters import at
from pprg.web.fragments import page
from pprg.web.sessions import me


def closed(request: InfoRequest) -> Response:
    """The envelope: who asks, why and until when, without the person."""
    return page("requests/closed.html", request=request, basis=BASES[request.asking.basis])


def to_answer(request: InfoRequest, *, nothing: NothingForm | None = None) -> Response:
    """What is asked, the pages of the answer, and the one button."""
    return page(
        "requests/answer.html",
        request=request,
        basis=BASES[request.asking.basis],
        form=nothing,
        nothing=nothing or NothingForm(formdata=None, data={"searched": period_of(request)}),
        parts=[_task(request, part) for part in Part],
        sections=queries.words_for(me(), request),
        returns=may.return_request(me(), request),
        has_answer=services.has_answer(request),
        with_files=[file for file in request.files if not file.removed_at],
    )


def form_of_part(request: InfoRequest, part: Part) -> PartForm:
    kept = request.answers.get(part, {})
    if part == Part.KNOWN and not kept.get("searched"):
        kept = {**kept, "searched": period_of(request)}
    own = bool(request.asking.questions or request.asks_again)
    return form_of(part, kept, version=request.version, own=own)


def one_part(
    request: InfoRequest, part: Part, form: PartForm, *, theirs: dict[str, str] | None = None
) -> Response:
    return page(
        "requests/part.html",
        request=request,
        part=part,
        title=TITLES[part],
        place=f"Page {list(Part).index(part) + 1} of {len(Part)}",
        form=form,
        events=reading.events_of(request.answers) if part == Part.DATES else (),
        theirs=theirs,
        criteria=criteria_for(request) if part == Part.TELLING else None,
    )


def both_texts(request: InfoRequest, part: Part, form: PartForm) -> Response:
    """Two browsers wrote on one page: this one's words stay in the boxes, the saved ones stand beside."""
    theirs = {}
    for one in form.asked:
        kept = said(request.answers, part, one.key)
        if kept != form.words[one.key]:
            theirs[one.key] = (reading.YES_NO.get(kept, "") if one.kind == Kind.YES_NO else kept) or "Nothing"
    form.version.data, form.version.raw_data = request.version, None
    answer = one_part(request, part, form, theirs=theirs)
    answer.status_code = 409
    return answer


def kept(request: InfoRequest) -> Response:
    """The answer to a page that saves itself."""
    return Response(
        status=204, headers={"X-Saved-At": at(request.saved_at), "X-Version": str(request.version)}
    )


def onwards(request: InfoRequest, part: Part) -> str:
    """Where to go once a page is saved: to how it reads, back to the list, or on."""
    if "look" in sent.form:
        return url_for(".answer", request_id=request.id, part=part) + "#reads"
    order = list(Part)
    if "later" in sent.form or part == order[-1]:
        return url_for(".show", request_id=request.id)
    return url_for(".answer", request_id=request.id, part=order[order.index(part) + 1])


def form_of_writers(request: InfoRequest) -> tuple[WriterForm, dict[str, Account]]:
    """Colleagues who may be named, by name and role."""
    able = {str(account.id): account for account in services.colleagues(request)}
    form = WriterForm()
    form.colleague.choices = [
        SelectChoice(key, account.name, render_kw={"hint": ", ".join(sorted(account.roles)).capitalize()})
        for key, account in able.items()
    ]
    return form, able


def to_name_writers(request: InfoRequest, form: WriterForm) -> Response:
    return page("requests/writers.html", request=request, form=form)


def to_return(request: InfoRequest, form: ReturnForm) -> Response:
    return page(
        "requests/return.html",
        request=request,
        form=form,
        missing=services.missing(request),
        sections=reading.sections(request.answers),
        undated=[event for event in reading.events_of(request.answers) if not event.when],
        with_files=[file for file in request.files if not file.removed_at],
    )


def returned(request: InfoRequest, form: ReturnForm) -> bool:
    """Send it; or let the page say what it needs first."""
    try:
        services.return_request(request, authorised_by=form.authorised_by.data or "", by=me())
    except Mistaken:
        form.form_errors.append("It was not returned: something is still needed.")
        return False
    return True


def signs(account: Account) -> str:
    """Name and role of somebody who answers for the agency themselves."""
    return f"{account.name}, {', '.join(sorted(account.roles))}"


def _task(request: InfoRequest, part: Part) -> dict[str, str]:
    told = [one for one in QUESTIONS[part] if said(request.answers, part, one.key).strip()]
    return {
        "label": TITLES[part],
        "url": url_for(".answer", request_id=request.id, part=part),
        "state": f"{len(told)} answered" if told else "Not started",
        "tone": "doing" if told else "none",
        "hint": "",
    }
