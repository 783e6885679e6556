"""The box into which a chronology is pasted, and what can be read in it."""

from __future__ import annotations

from flask import Response, request, url_for

from pprg import clock
from pprg.errors import Refused
from pprg.referrals import chronology, services
from pprg.referrals.chronology import Reading
from pprg.referrals.forms import PasteForm
from pprg.referrals.models import Referral
from pprg.referrals.questions import said
from pprg.referrals.states import Step
from pprg.referrals.steps.dates import EVENTS, MOST_EVENTS
from pprg.web.fragments import page
from pprg.web.sessions import me

BOX = "pasted"
"""Kept with the page, and no answer to anything: it is neither sent nor read by others."""
SHOWN = 100
"""Rows that are wrong, shown at a time."""
SHOWN_GOOD = 10
"""Rows that are right, to see how they were read."""
NOTHING = "Paste some rows first."


def paste_form(referral: Referral) -> PasteForm:
    """The box with what is kept in it, and over that what was posted."""
    kept = said(referral.answers, Step.DATES, BOX)
    return PasteForm(data={"pasted": kept, "version": referral.version})


def keep_paste(referral: Referral, form: PasteForm) -> None:
    words = {BOX: form.pasted.data or ""}
    services.save_step(referral, Step.DATES, words, version=form.version.data or 0, by=me())


def add_pasted(referral: Referral, form: PasteForm) -> str:
    """Put the good rows into the list, and leave the others in the box. What was done, in a sentence."""
    read = _read(referral, form)
    if not read.good or _too_many(referral, read):
        return ""
    services.add_rows(referral, Step.DATES, EVENTS, [event.kept for event in read.good], by=me())
    services.save_step(referral, Step.DATES, {BOX: read.left}, version=referral.version, by=me())
    return f"{_events(len(read.good))} added."


def after_pasting(referral: Referral) -> str:
    """The box, while something stands in it; else the list."""
    left = said(referral.answers, Step.DATES, BOX)
    if left:
        return url_for(".paste", referral_id=referral.id)
    return url_for(".step", referral_id=referral.id, step=Step.DATES)


def to_paste(referral: Referral, form: PasteForm, refusal: Refused | None = None) -> Response:
    read = _read(referral, form)
    if request.method == "POST" and (trouble := _trouble(referral, form, read)):
        form.pasted.errors = [trouble]
    answer = page(
        "referrals/paste.html",
        referral=referral,
        form=form,
        read=read,
        wrong=read.bad[:SHOWN],
        right=read.good[:SHOWN_GOOD],
        adds=f"Add {_events(len(read.good))}",
        refusal=refusal,
    )
    if refusal is not None:
        answer.status_code = 409
    return answer


def _trouble(referral: Referral, form: PasteForm, read: Reading) -> str:
    """What is wrong with the box as a whole."""
    if trouble := _too_many(referral, read):
        return trouble
    if not (form.pasted.data or "").strip():
        return NOTHING
    number = len(read.bad)
    return f"{number:,} {'row' if number == 1 else 'rows'} cannot be added as they stand." if number else ""


def _too_many(referral: Referral, read: Reading) -> str:
    if read.too_many:
        return f"There are {read.too_many:,} rows. Paste {chronology.MOST_ROWS:,} or fewer at a time."
    there = len(said(referral.answers, Step.DATES, EVENTS.key) or [])
    if there + len(read.good) > MOST_EVENTS:
        return f"The list holds {MOST_EVENTS:,} events and has {there:,} already. Take out some rows."
    return ""


def _read(referral: Referral, form: PasteForm) -> Reading:
    there = said(referral.answers, Step.DATES, EVENTS.key) or []
    return chronology.read(form.pasted.data or "", today=clock.today(), there=there)


def _events(number: int) -> str:
    return "1 event" if number == 1 else f"{number:,} events"
