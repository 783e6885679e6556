"""What a coordinator does before a meeting: the grid, screening, sending it another way, telling others."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response, abort, current_app, request, url_for

from pprg.clock import LONDON
from pprg.documents.letters import LetterOnPaper
from pprg.guidance.elsewhere import CHILD_DEATH_FIRST, ELSEWHERE, TO_FILL_IN, text_to_copy
from pprg.guidance.triage.questions import FACT_QUESTIONS
from pprg.referrals import letters, queries
from pprg.referrals import rules as may
from pprg.referrals.answers import day_of
from pprg.referrals.forms import ReturnForm
from pprg.referrals.models import Referral
from pprg.referrals.questions import said
from pprg.referrals.screening_forms import ElsewhereForm, RedirectForm
from pprg.referrals.states import AnotherWay, State, Step
from pprg.referrals.weighing import SCHEMES
from pprg.web.filters import day
from pprg.web.fragments import page
from pprg.web.sessions import me


def the_grid(referral: Referral) -> Response:
    """Which reviews the facts point to, and why."""
    return page("referrals/triage.html", fragment="grid", referral=referral, **grid_of(referral))


def grid_of(referral: Referral) -> dict[str, Any]:
    """What the grid's piece of a page asks for."""
    return {
        "weighed": queries.weighed_of(referral),
        "questions": FACT_QUESTIONS,
        "may_ask": may.return_referral(me(), referral) and referral.state == State.RECEIVED,
    }


def question_form() -> ReturnForm:
    """What to ask the referrer, begun with the facts that the grid needs: `?ask=alive&ask=in_area`."""
    asked = [FACT_QUESTIONS[fact] for fact in request.args.getlist("ask") if fact in FACT_QUESTIONS]
    return ReturnForm(data={"question": "\n".join(asked)})


def to_redirect(referral: Referral, form: RedirectForm) -> Response:
    """Where it goes and why; then the letter, proposed from that and open to change."""
    return page("referrals/redirect.html", referral=referral, form=form)


def with_letter(referral: Referral, form: RedirectForm) -> RedirectForm:
    """The form with the words that are proposed for this way."""
    form.letter.data = letters.proposed(
        form.way.data,
        reference=referral.reference,
        sent_on=day(referral.sent_at),
        reason=form.reason.data or "",
        telephone=current_app.config["PPRG"].telephone.replace(" ", "\u00a0"),
    )
    return form


def letter_of(referral: Referral) -> LetterOnPaper | None:
    """The letter with which it went another way, as it goes on paper."""
    sent = next((one for one in reversed(referral.screenings) if one.letter), None)
    house = current_app.config["PPRG"]
    if sent is None:
        return None
    return LetterOnPaper(
        reference=referral.reference,
        to=f"The referrer, {referral.agency.name}",
        dated=sent.created_at.astimezone(LONDON).date(),
        subject=f"Your referral {referral.reference}: it goes another way",
        words=sent.letter,
        signed=f"{sent.by.name}, for the {house.organisation}",
        house=house.organisation,
        contact=f"{house.telephone} · {house.email}",
        marking=house.case_marking,
        about="A letter to a referrer",
    )


def for_its_agency(referral: Referral) -> dict[str, Any]:
    """What its writer and the leads of its agency read of how it stands: dates, the letter, whom to tell."""
    return {
        "promised": queries.promised_to(referral),
        "letter": letter_of(referral),
        "told_elsewhere": told_elsewhere(referral),
    }


def elsewhere_form(referral: Referral, scheme: AnotherWay) -> ElsewhereForm:
    """What is noted so far; 404 for what this death need not be told to."""
    noted = queries.elsewhere_of(referral).get(scheme)
    if scheme not in queries.schemes_of(referral):
        abort(404)
    kept: dict[str, Any] = {"told": "yes" if noted.told else "no"} if noted else {}
    if noted and noted.told:
        kept |= {"told_on": noted.told_on, "told_by": noted.told_by, "their_reference": noted.their_reference}
    return ElsewhereForm(data=kept)


def to_note_elsewhere(referral: Referral, scheme: AnotherWay, form: ElsewhereForm) -> Response:
    """What it is, where to tell them, words to copy, and what is noted of it here."""
    house, about = current_app.config["PPRG"], ELSEWHERE[SCHEMES[scheme]]
    ours = may.is_of_its_agency(me(), referral)
    return page(
        "referrals/elsewhere.html",
        referral=referral,
        about=about,
        first=CHILD_DEATH_FIRST if len(queries.schemes_of(referral)) > 1 else "",
        text=text_to_copy(
            about.door,
            reference=referral.reference,
            label=referral.about,
            died_on=_died_on(referral),
            organisation=referral.agency.name if ours else house.organisation,
            contact=TO_FILL_IN if ours else house.telephone,
        ),
        form=form,
    )


def told_elsewhere(referral: Referral) -> list[dict[str, Any]]:
    """One line for each scheme that this death must be told to, or was."""
    noted = queries.elsewhere_of(referral)
    return [
        {
            "name": ELSEWHERE[SCHEMES[scheme]].name,
            "noted": noted.get(scheme),
            "url": url_for(".elsewhere", referral_id=referral.id, scheme=scheme.name.lower()),
        }
        for scheme in queries.schemes_of(referral)
    ]


def _died_on(referral: Referral) -> date | None:
    """The day is for its own agency, which wrote it; others fill it in."""
    if not may.is_of_its_agency(me(), referral):
        return None
    return day_of(said(referral.sendings[-1].answers, Step.ESSENTIALS, "died"))
