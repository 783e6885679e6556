"""What its writer sees before and after sending: what is left, all that was written, where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, current_app, url_for

from pprg import clock
from pprg.cases.rules import look_into_case
from pprg.errors import Refused
from pprg.guidance.calendar import working_days_after
from pprg.guidance.codes import Route
from pprg.guidance.labels import route_label
from pprg.guidance.queries import closed_days
from pprg.referrals import completeness, gaps, queries, reading
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.pages.screening import for_its_agency
from pprg.referrals.questions import said
from pprg.referrals.services import NotReady, apart
from pprg.referrals.services.sending import REST_WITHIN
from pprg.referrals.states import ESSENTIALS, State, Step
from pprg.referrals.steps.asking import TITLES, steps_of
from pprg.referrals.twelve import TWELVE, answered_of_twelve
from pprg.web.fragments import page
from pprg.web.sessions import me

TO_FOLLOW, SENT = "To follow", "Sent"
TONES = {completeness.DONE: "done", completeness.IN_PROGRESS: "doing", SENT: "done", TO_FOLLOW: "waiting"}


def what_is_left(referral: Referral) -> Response:
    """The task list of somebody who is writing."""
    steps, today = steps_of(referral.answers), clock.today()
    answered = answered_of_twelve(referral.answers, on=today)
    begun = next((one for one in ESSENTIALS if _stands(one, referral) != completeness.DONE), None)
    return page(
        "referrals/tasks.html",
        referral=referral,
        essentials=_tasks(referral, (step for step in steps if step in ESSENTIALS)),
        rest=[*_tasks(referral, (step for step in steps if step not in ESSENTIALS)), _documents(referral)],
        answered=answered,
        of=len(TWELVE),
        onwards=url_for(".step", referral_id=referral.id, step=begun) if begun else "",
        rest_would_be_by=working_days_after(today, REST_WITHIN, closed=closed_days()),
        gaps=gaps_of(referral),
        at_risk=completeness.leaves_a_risk(referral.answers),
        leads=apart.leads(referral),
        may_send=may.send_referral(me(), referral),
    )


def to_check(referral: Referral, refusal: Refused | None = None) -> Response:
    """Everything that was answered, what is still needed, and the button that sends it."""
    today = clock.today()
    answer = page(
        "referrals/check.html",
        referral=referral,
        parts=reading.parts(referral.answers, on=today),
        wanting=completeness.stops(referral.answers, on=today),
        warnings=completeness.warnings(referral.answers, on=today),
        gaps=gaps_of(referral),
        at_risk=completeness.leaves_a_risk(referral.answers),
        leads=apart.leads(referral),
        may_send=may.send_referral(me(), referral),
        refusal=refusal,
    )
    if refusal is not None:
        answer.status_code = 422 if isinstance(refusal, NotReady) else 409
    return answer


def to_its_writer(referral: Referral) -> Response:
    """Where a referral stands that was sent: who hears next and by when, what may follow, the receipts."""
    follows = completeness.to_follow(referral.answers, on=clock.today()) if referral.rest_is_open else []
    return page(
        "referrals/own.html",
        referral=referral,
        parts=queries.words_for(me(), referral),
        added=queries.added_to(me(), referral),
        leads=apart.leads(referral) if referral.state == State.AWAITING else [],
        coordinators_know=referral.authorise_by is not None and referral.authorise_by <= clock.now(),
        csp=_tells_the_csp(referral),
        follows=_tasks(referral, (step for step in follows if step not in referral.sent_steps)),
        gone=_tasks(referral, (step for step in steps_of(referral.answers) if step in referral.sent_steps)),
        may_send=may.send_referral(me(), referral),
        may_add=may.add_to_referral(me(), referral),
        works_on_case=referral.case is not None and look_into_case(me(), referral.case),
        **for_its_agency(referral),
    )


def gaps_of(referral: Referral) -> list[completeness.Missing]:
    """What the group will ask, of the steps that have been begun."""
    return gaps.gaps(referral.answers, on=clock.today(), among=referral.marks)


def _tells_the_csp(referral: Referral) -> dict[str, object] | None:
    """Whether sending it told the Community Safety Partnership, where a review under s.9 was asked for."""
    if Route.DHR not in (said(referral.answers, Step.ESSENTIALS, "types") or []):
        return None
    return {"told": current_app.config["PPRG"].csp_told, "review": route_label(Route.DHR)}


def _stands(step: Step, referral: Referral) -> str:
    return completeness.stands(step, referral.answers, on=clock.today())


def _tasks(referral: Referral, steps: Iterable[Step]) -> list[dict[str, str]]:
    return [_task(referral, step) for step in steps]


def _task(referral: Referral, step: Step) -> dict[str, str]:
    """One page of the form in the list of what is left to do."""
    stands = _stands(step, referral)
    tone, hint = TONES.get(stands, ""), ""
    if referral.sendings and not referral.being_written:
        begun = step not in referral.sent_steps and stands != completeness.NOT_STARTED
        hint = f"So far: {stands.lower()}" if begun else ""
        stands = SENT if step in referral.sent_steps else TO_FOLLOW
        tone = TONES[stands]
    if step == Step.ESSENTIALS and step in referral.marks:
        hint = referral.about
    open_now = referral.open_to_writing(step)
    url = url_for(".step", referral_id=referral.id, step=step) if open_now else ""
    return {"label": TITLES[step], "url": url, "state": stands, "tone": tone, "hint": hint}


def _documents(referral: Referral) -> dict[str, str]:
    number = sum(document.removed_at is None for document in referral.documents)
    return {
        "label": "Documents",
        "url": url_for(".documents", referral_id=referral.id),
        "state": f"{number} handed in" if number else "If you have any",
        "tone": "done" if number else "",
    }
