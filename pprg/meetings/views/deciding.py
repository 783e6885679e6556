"""One decision being written down: saved in any state, by two people, put before the chair."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, make_response, request, url_for

from pprg.agencies.queries import agencies_of_today
from pprg.audit.services import record_read
from pprg.errors import Mistaken
from pprg.meetings import earlier, queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms import CRITERION, DecisionForm, HandBackForm, decision_form
from pprg.meetings.forms.deciding import box_id
from pprg.meetings.forms.rows import PACK
from pprg.meetings.models import Decision
from pprg.meetings.queries.deciding import last_decisions_like, suggestions_for
from pprg.meetings.queries.following import what_changes
from pprg.meetings.queries.naming import mark_of_named, named_in_decision
from pprg.meetings.services.deciding import bring_back
from pprg.meetings.services.undoing import words_at
from pprg.meetings.states import COMMISSIONS, State
from pprg.meetings.suggesting import as_evidence
from pprg.meetings.views.door import bp
from pprg.meetings.views.reading import record_page
from pprg.meetings.words import DecisionWords, missing, prompts
from pprg.web.filters import at
from pprg.web.fragments import go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/decisions/<uuid:decision_id>")
@guard(may.read_decision, decision=queries.decision_visible_to)
def decision(decision: Decision) -> Response:
    record_read("read", decision, by=me())
    if decision.state != State.DRAFT or not may.record_decision(me(), decision):
        return record_page(decision, HandBackForm(version=decision.version))
    form = _form(decision)
    form.one_more(request.args.get("more", ""))
    return _weigh(decision, form)


@bp.post("/decisions/<uuid:decision_id>")
@guard(may.record_decision, decision=queries.decision_visible_to)
def save(decision: Decision) -> Response:
    """Keep what is typed; where "record" was pressed, put it before the chair too, if it is ready."""
    form = _form(decision)
    if not form.validate() and not form.only_days_are_wrong:
        return _weigh(decision, form)
    try:
        return _saved(decision, form)
    except services.Overtaken:
        return _both(decision, form)
    except Mistaken as wrong:
        form.say(wrong.mistakes)
        return _weigh(decision, form)


@bp.post("/decisions/<uuid:decision_id>/keep")
@guard(may.record_decision, decision=queries.decision_visible_to)
def keep(decision: Decision) -> Response:
    """Autosave: what is there now, complete or not. A day half typed is no day yet."""
    form = _form(decision)
    if not form.validate() and not form.only_days_are_wrong:
        return make_response("", 422)
    services.save_decision(decision, form.words, version=form.version.data, by=me())
    return make_response("", 204, {"X-Saved-At": at(decision.saved_at), "X-Version": str(decision.version)})


@bp.get("/decisions/<uuid:decision_id>/aloud")
@guard(may.read_decision, decision=queries.decision_visible_to)
def aloud(decision: Decision) -> Response:
    record_read("read", decision, by=me())
    writes = may.record_decision(me(), decision) and wants_a_piece()
    return page("meetings/aloud.html", fragment="piece", live=writes, here=writes, **_so_far(decision))


@bp.post("/decisions/<uuid:decision_id>/change")
@guard(may.record_decision, decision=queries.decision_visible_to)
def take_back(decision: Decision) -> Response:
    services.take_back_decision(decision, by=me())
    return go_to(url_for(".decision", decision_id=decision.id))


@bp.post("/decisions/<uuid:decision_id>/removal")
@guard(may.record_decision, decision=queries.decision_visible_to)
def remove(decision: Decision) -> Response:
    item, amends = decision.item, decision.amends_id
    services.remove_decision(decision, by=me())
    if amends:
        flash("The amendment is dropped. The signed decision stands.")
        return go_to(url_for(".decision", decision_id=amends))
    flash("The decision that was begun is taken away. Nothing was written in it.")
    return go_to(url_for(".item", item_id=item.id))


def _saved(decision: Decision, form: DecisionForm) -> Response:
    """All that can be kept is kept; only a day that is half typed comes back."""
    _take_in(decision, form)
    services.save_decision(decision, form.words, version=form.version.data, by=me())
    form.stands_at(decision.version)
    if not form.errors:
        return _went_on(decision, form)
    form.one_more(request.form.get("more", ""))
    return _weigh(decision, form)


def _take_in(decision: Decision, form: DecisionForm) -> None:
    """What a button inside the form adds to what is typed, or takes from it."""
    asked = request.form
    if (key := asked.get("copy", "")) in form.keys:
        facts, says = suggestions_for(decision).get(key), queries.what_the_referral_says(me(), decision)
        form.add_evidence(key, as_evidence(facts, says.get(key, "")))
    if (key := asked.get("cite", "")) in form.keys and (part := asked.get(f"page_{key}", "")) in PACK:
        form.add_evidence(key, f"In the pack: {PACK[part]}.")
    form.one_less(asked.get("less", ""))


def _went_on(decision: Decision, form: DecisionForm) -> Response:
    """Saved; what else was pressed comes next."""
    asked = request.form
    here: dict[str, Any] = {"decision_id": decision.id}
    if "record" in asked:
        services.record_decision(decision, by=me(), names=form.names.data, of=form.named.data or "")
        flash("Recorded. The chair is told that it is ready to sign.")
    elif "undo" in asked and decision.savings:
        bring_back(decision, decision.savings[-1], version=None, by=me())
        flash("Undone. The words stand as they did before the last change.")
    elif more := asked.get("more"):
        here |= {"more": more, "_anchor": more}
    elif less := asked.get("less"):
        here |= {"_anchor": less.partition("-")[0]}
    elif key := asked.get("copy") or asked.get("cite"):
        here |= {"open": key, "_anchor": f"{CRITERION}{key}-evidence"}
    else:
        flash("Saved.")
    return go_to(url_for(".decision", **here))


def _weigh(decision: Decision, form: DecisionForm) -> Response:
    named = named_in_decision(me(), decision)
    form.shows(mark_of_named(named))
    return page(
        "meetings/weigh.html",
        form=form,
        named=[(hit, form.label_of(hit.where), box_id(hit.where)) for hit in named],
        said=queries.what_the_referral_says(me(), decision),
        facts=suggestions_for(decision),
        like=last_decisions_like(me(), decision),
        pack=PACK,
        agencies=agencies_of_today(),
        opened=request.args.get("open", ""),
        commissions=COMMISSIONS,
        here=True,
        **_so_far(decision),
    )


def _both(decision: Decision, form: DecisionForm) -> Response:
    """Two texts of one decision: a person chooses where both wrote, and nothing is overwritten."""
    mine, saved = form.words, decision.words
    words, clashes = earlier.both(words_at(decision, form.version.data or 0), saved, mine)
    own, there = earlier.boxes(mine), earlier.boxes(saved)
    merged = _form(decision, words=words)
    answer = page(
        "meetings/both.html",
        decision=decision,
        merged=merged,
        clashes=[(label, box, there[at], own[at]) for at, label, box in merged.boxes() if at in clashes],
        new=[
            (label, box)
            for at, label, box in merged.boxes()
            if at not in clashes and box.data and earlier.boxes(words)[at] != own[at]
        ],
        rows_differ=(mine.dissents, mine.actions) != (saved.dissents, saved.actions),
        names={agency.id: agency.name for agency in agencies_of_today()},
    )
    answer.status_code = 409
    return answer


def _so_far(decision: Decision) -> dict[str, Any]:
    left = missing(decision.words, decision.criteria)
    return {
        "decision": decision,
        "left": left,
        "next_box": box_id(left[0][0]) if left else "",
        "asks": prompts(decision.words, decision.route),
        "follows": what_changes(decision),
        "last": decision.savings[-1] if decision.savings else None,
    }


def _form(decision: Decision, *, words: DecisionWords | None = None) -> DecisionForm:
    """The form as posted or as saved; with `words`, of these."""
    chosen = [each.agency for each in decision.dissents if each.agency]
    chosen += [each.agency for each in decision.actions if each.agency]
    return decision_form(
        decision.route,
        decision.criteria,
        words or decision.words,
        version=decision.version,
        agencies=list({each.id: each.name for each in (*agencies_of_today(), *chosen)}.items()),
        posted=words is None,
    )
