"""What each page about a referral shows. The views say when; the templates say how."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, request, url_for

from pprg import clock
from pprg.cases.rules import look_into_case
from pprg.errors import Refused
from pprg.people.forms import PurposeForm
from pprg.people.queries import people_of
from pprg.people.rules import reveal_person
from pprg.referrals import completeness, queries, reading, services
from pprg.referrals import rules as may
from pprg.referrals.forms import StepForm, form_of
from pprg.referrals.models import Referral
from pprg.referrals.questions import Answers, said
from pprg.referrals.services import NotReady
from pprg.referrals.states import State, Step
from pprg.referrals.steps.asking import TITLES, questions_of
from pprg.web.fragments import page
from pprg.web.sessions import me

STEPS = list(Step)


GROUPS = {
    State.RECEIVED: "Waiting",
    State.RETURNED: "Returned",
    State.TABLED: "On an agenda",
    State.DECIDED: "Decided",
    State.WITHDRAWN: "Withdrawn",
}


def the_list(stands: State, number: int) -> Response:
    """A reader's own referrals, and one page of those of others that stand so."""
    reader = me()
    numbers, may_start = queries.how_many_stand(reader), may.start_referral(reader)
    ways = [
        {
            "label": label,
            "url": url_for(".index", stands=state.name.lower()),
            "number": numbers.get(state, 0),
            "current": state == stands,
        }
        for state, label in GROUPS.items()
    ]
    return page(
        "referrals/index.html",
        drafts=queries.drafts_of(reader),
        sent=queries.sent_by(reader),
        ways=ways if numbers or not may_start else [],
        found=queries.sent_to_us(reader, stands, number=number),
        page_of=lambda at: url_for(".index", stands=stands.name.lower(), page=at),
        may_start=may_start,
    )


def what_is_left(referral: Referral) -> Response:
    """The task list of somebody who is writing."""
    tasks = [
        {
            "label": TITLES[step],
            "url": url_for(".step", referral_id=referral.id, step=step),
            "state": completeness.stands(step, referral.answers, on=clock.today()),
            "hint": referral.about if step == Step.PERSON and step in referral.marks else "",
        }
        for step in Step
    ]
    return page("referrals/tasks.html", referral=referral, tasks=tasks, gaps=_gaps(referral))


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
    if step == STEPS[-1]:
        return url_for(".check", referral_id=referral.id)
    return url_for(".step", referral_id=referral.id, step=STEPS[STEPS.index(step) + 1])


def one_step(
    referral: Referral, step: Step, form: StepForm, *, theirs: Mapping[str, str] | None = None
) -> Response:
    place = STEPS.index(step) + 1
    return page(
        "referrals/step.html",
        referral=referral,
        step=step,
        title=TITLES[step],
        place=f"Step {place} of {len(STEPS)}",
        form=form,
        theirs=theirs,
    )


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
        wanting=completeness.missing(referral.answers, on=today),
        gaps=_gaps(referral),
        at_risk=completeness.leaves_a_risk(referral.answers),
        refusal=refusal,
    )
    if refusal is not None:
        answer.status_code = 422 if isinstance(refusal, NotReady) else 409
    return answer


def to_read(referral: Referral, *, form: PurposeForm | None = None, as_written: bool = False) -> Response:
    """What was sent, as this reader may read it. `form` asks why they want to read it with the names."""
    reader, here = me(), url_for(".show", referral_id=referral.id)
    why = {
        person: PurposeForm(formdata=None, prefix=person.id.hex, data={"back": here})
        if reveal_person(reader, person)
        else None
        for person in (people_of(reader, referral.case_id) if referral.case_id else [])
    }
    return page(
        "referrals/own.html" if may.write_referral(reader, referral) else "referrals/read.html",
        referral=referral,
        parts=queries.words_for(reader, referral, as_written=as_written),
        people=why,
        form=form or PurposeForm(formdata=None, prefix="words"),
        as_written=as_written,
        masked=not (as_written or may.is_of_its_agency(reader, referral)),
        may_read_as_written=may.read_as_written(reader, referral),
        may_return=may.return_referral(reader, referral),
        works_on_case=referral.case is not None and look_into_case(reader, referral.case),
    )


def _gaps(referral: Referral) -> list[completeness.Missing]:
    """What the group will ask, of the steps that have been begun."""
    found = completeness.gaps(referral.answers, on=clock.today())
    return [gap for gap in found if gap.step in referral.marks]
