"""What somebody sees who is writing. The views say when; the templates say how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request, url_for

from pprg import clock
from pprg.referrals import reading, services
from pprg.referrals.completeness import leaves_a_risk
from pprg.referrals.contradictions import contradictions
from pprg.referrals.forms import StepForm, form_of
from pprg.referrals.models import Referral
from pprg.referrals.pages.rows import listed, to_a_new_row
from pprg.referrals.questions import Answers, Kind, said
from pprg.referrals.states import ESSENTIALS, Step
from pprg.referrals.steps.asking import TITLES, questions_of, steps_of
from pprg.web.filters import at
from pprg.web.fragments import page
from pprg.web.sessions import me


def is_open(referral: Referral, step: Step) -> bool:
    """Whether this page is one of this referral, and its writer may change it now."""
    return referral.open_to_writing(step) and step in steps_of(referral.answers)


def form_for(referral: Referral, step: Step) -> StepForm:
    """The form of one step, with what was posted over what is kept."""
    today, answers = clock.today(), referral.answers
    asked, kept = questions_of(step, answers, today), referral.answers.get(step, {})

    def against(typed: Mapping[str, Any]) -> Mapping[str, str]:
        return contradictions({**answers, step: {**kept, **typed}}, step, asked)

    return form_of(asked, kept, version=referral.version, today=today, against=against)


def save(referral: Referral, step: Step, form: StepForm) -> None:
    services.save_step(referral, step, form.answers, version=form.version.data or 0, by=me())


def onwards(referral: Referral, step: Step, form: StepForm) -> str:
    """Where to go once a step is saved: to a new entry, the next step, or the list if that was asked for.

    Nowhere, where something on the page is to be put right.
    """
    if "add" in request.form:
        return to_a_new_row(referral, step, request.form["add"])
    if not form.validate():
        return ""
    if "later" in request.form:
        return url_for(".show", referral_id=referral.id)
    if step == Step.HAPPENED and leaves_a_risk(referral.answers):
        return url_for(".step", referral_id=referral.id, step=step)  # it says there what to do first
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
    asked = questions_of(step, referral.answers, clock.today())
    return page(
        "referrals/step.html",
        referral=referral,
        step=step,
        title=TITLES[step],
        place=_place(step, steps_of(referral.answers)),
        questions=asked,
        lists={q.key: listed(referral, step, q) for q in asked if q.kind == Kind.ROWS},
        form=form,
        theirs=theirs,
        at_risk=step == Step.HAPPENED and leaves_a_risk(referral.answers),
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
