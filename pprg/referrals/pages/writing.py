"""What somebody sees who is writing. The views say when; the templates say how."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, request, url_for

from pprg import clock
from pprg.errors import Refused
from pprg.referrals import completeness, reading, services
from pprg.referrals.forms import StepForm, form_of
from pprg.referrals.models import Referral
from pprg.referrals.pages.rows import listed
from pprg.referrals.questions import Answers, Kind, said
from pprg.referrals.services import NotReady, apart
from pprg.referrals.states import ESSENTIALS, Step
from pprg.referrals.steps.asking import TITLES, questions_of, steps_of
from pprg.web.filters import at
from pprg.web.fragments import page
from pprg.web.sessions import me

TO_FOLLOW, SENT = "To follow", "Sent"


def what_is_left(referral: Referral) -> Response:
    """The task list of somebody who is writing."""
    steps = steps_of(referral.answers)
    return page(
        "referrals/tasks.html",
        referral=referral,
        essentials=[_task(referral, step) for step in steps if step in ESSENTIALS],
        rest=[_task(referral, step) for step in steps if step not in ESSENTIALS],
        gaps=_gaps(referral),
        leads=apart.leads(referral),
    )


def _task(referral: Referral, step: Step) -> dict[str, str]:
    """One page of the form in the list of what is left to do."""
    stands = completeness.stands(step, referral.answers, on=clock.today())
    if referral.sendings:
        stands = SENT if step in referral.sent_steps else f"{TO_FOLLOW}: {stands[0].lower()}{stands[1:]}"
    open_now = referral.open_to_writing(step)
    return {
        "label": TITLES[step],
        "url": url_for(".step", referral_id=referral.id, step=step) if open_now else "",
        "state": stands,
        "hint": referral.about if step == Step.ESSENTIALS and step in referral.marks else "",
    }


def is_open(referral: Referral, step: Step) -> bool:
    """Whether this page is one of this referral, and its writer may change it now."""
    return referral.open_to_writing(step) and step in steps_of(referral.answers)


def form_for(referral: Referral, step: Step) -> StepForm:
    """The form of one step, with what was posted over what is kept."""
    today = clock.today()
    asked = questions_of(step, referral.answers, today)
    return form_of(asked, referral.answers.get(step, {}), version=referral.version, today=today)


def save(referral: Referral, step: Step, form: StepForm) -> None:
    services.save_step(referral, step, form.answers, version=form.version.data or 0, by=me())


def onwards(referral: Referral, step: Step) -> str:
    """Where to go once a step is saved: the next one, or the list if that was asked for."""
    if "later" in request.form:
        return url_for(".show", referral_id=referral.id)
    later = [one for one in steps_of(referral.answers) if referral.open_to_writing(one)]
    if step not in later or step in {ESSENTIALS[-1], later[-1]}:
        return url_for(".show" if step == ESSENTIALS[-1] else ".check", referral_id=referral.id)
    return url_for(".step", referral_id=referral.id, step=later[later.index(step) + 1])


def kept(referral: Referral) -> Response:
    """The answer to a page that saves itself."""
    told = {"X-Saved-At": at(referral.saved_at), "X-Version": str(referral.version)}
    return Response(status=204, headers=told)


def one_step(
    referral: Referral, step: Step, form: StepForm, *, theirs: Mapping[str, str] | None = None
) -> Response:
    lists = [q for q in questions_of(step, referral.answers, clock.today()) if q.kind == Kind.ROWS]
    return page(
        "referrals/step.html",
        referral=referral,
        step=step,
        title=TITLES[step],
        place=_place(step, steps_of(referral.answers)),
        lists=[listed(referral, step, question) for question in lists],
        form=form,
        theirs=theirs,
    )


def _place(step: Step, steps: list[Step]) -> str:
    """Where a page stands among those of its group. One that is no longer asked for has no number."""
    group = [one for one in steps if (one in ESSENTIALS) == (step in ESSENTIALS)]
    name = "Essentials" if step in ESSENTIALS else "The rest"
    return f"{name}: page {group.index(step) + 1} of {len(group)}" if step in group else name


def both_texts(referral: Referral, step: Step, form: StepForm) -> Response:
    """Two browsers wrote in one step: this one's words stay in the boxes, the saved ones stand beside."""
    typed: Answers = {step: form.answers}
    theirs: dict[str, str] = {}
    for question in form.questions:
        kept = reading.in_words(question, said(referral.answers, step, question.key))
        if kept != reading.in_words(question, said(typed, step, question.key)):
            theirs[question.key] = kept or "Nothing"
    answer = one_step(referral, step, form, theirs=theirs)
    answer.status_code = 409
    return answer


def to_check(referral: Referral, refusal: Refused | None = None) -> Response:
    """Everything that was answered, what is still needed, and the button that sends it."""
    today = clock.today()
    answer = page(
        "referrals/check.html",
        referral=referral,
        parts=reading.parts(referral.answers, on=today),
        wanting=completeness.stops(referral.answers, on=today),
        warnings=completeness.warnings(referral.answers, on=today),
        gaps=_gaps(referral),
        at_risk=completeness.leaves_a_risk(referral.answers),
        refusal=refusal,
    )
    if refusal is not None:
        answer.status_code = 422 if isinstance(refusal, NotReady) else 409
    return answer


def _gaps(referral: Referral) -> list[completeness.Missing]:
    """What the group will ask, of the steps that have been begun."""
    found = completeness.gaps(referral.answers, on=clock.today())
    return [gap for gap in found if gap.step in referral.marks]
