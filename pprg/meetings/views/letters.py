"""Letters of a case: which are due, one being written, one being sent, one to read and to take."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response, current_app, flash, has_app_context, make_response, request, url_for

from pprg.audit.services import record_read
from pprg.cases.models import Case
from pprg.cases.queries import case_open_to
from pprg.documents.letters import DRAWS, LetterOnPaper
from pprg.errors import Mistaken
from pprg.meetings.forms.letters import BeginLetterForm, LetterForm, SendLetterForm
from pprg.meetings.letters import compose
from pprg.meetings.letters.facts import House
from pprg.meetings.letters.kinds import file_name
from pprg.meetings.letters.paper import digest_of, digests_of, kept_file, on_paper
from pprg.meetings.models import Letter
from pprg.meetings.queries import letters as queries
from pprg.meetings.queries.deciding import decisions_of_case
from pprg.meetings.queries.finds import Finds, finds_in
from pprg.meetings.queries.offers import code_of, offers
from pprg.meetings.rules import letters as may
from pprg.meetings.services import letters as services
from pprg.meetings.states import LetterKind, LetterState
from pprg.meetings.views.door import bp
from pprg.referrals.models import Referral
from pprg.referrals.queries import referral_visible_to
from pprg.web.files import hand_over
from pprg.web.filters import at
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

A_LETTER = "/letters/<uuid:letter_id>"


def _house_asked() -> House | None:
    house: House | None = current_app.config["PPRG"] if has_app_context() else None
    return house


compose.ask_whose_house(_house_asked)


@bp.get("/of-case/<uuid:case_id>/letters")
@guard(may.list_letters, case=case_open_to)
def letters(case: Case) -> Response:
    record_read("listed the letters of", case, by=me())
    return _letters(case, BeginLetterForm(formdata=None))


@bp.post("/of-case/<uuid:case_id>/letters")
@guard(may.begin_letter, case=case_open_to)
def begin_letter(case: Case) -> Response:
    form, able = BeginLetterForm(), offers(me(), case)
    form.offer(able.values())
    if not form.validate():
        return _letters(case, form)
    chosen = able[form.letter.data]
    letter = services.propose_letter(
        chosen.kind, case=case, referral=chosen.referral, decision=chosen.decision, by=me()
    )
    return go_to(url_for(".letter", letter_id=letter.id))


@bp.get("/letters/of-referral/<uuid:referral_id>")
@guard(may.list_letters_of_referral, referral=referral_visible_to)
def letters_of_referral(referral: Referral) -> Response:
    """What was written to the agency that made it; the referral's page fetches it as a piece."""
    found = queries.letters_of_referral(me(), referral)
    return page("meetings/letters-of-referral.html", fragment="piece", referral=referral, letters=found)


@bp.get(A_LETTER)
@guard(may.read_letter, letter=queries.letter_visible_to)
def letter(letter: Letter) -> Response:
    record_read("read", letter, by=me())
    if letter.state == LetterState.DRAFT and may.write_letter(me(), letter):
        return _editor(letter, _form(letter))
    return _paper(letter)


@bp.post(A_LETTER)
@guard(may.write_letter, letter=queries.letter_visible_to)
def save_letter(letter: Letter) -> Response:
    """Keep what is typed; where sending was asked for, look whether it can go."""
    form = LetterForm()
    if not form.validate():
        return _editor(letter, form)
    try:
        _save(letter, form)
    except services.Overtaken:
        return _both(letter, form)
    if "send" in request.form:
        return _before_sending(letter, form)
    flash("Saved.")
    return go_to(url_for(".letter", letter_id=letter.id))


@bp.post(f"{A_LETTER}/keep")
@guard(may.write_letter, letter=queries.letter_visible_to)
def keep_letter(letter: Letter) -> Response:
    """Autosave: what is there now, complete or not."""
    form = LetterForm()
    if not form.validate():
        return make_response("", 422)
    _save(letter, form)
    return make_response("", 204, {"X-Saved-At": at(letter.saved_at), "X-Version": str(letter.version)})


@bp.get(f"{A_LETTER}/preview")
@guard(may.read_letter, letter=queries.letter_visible_to)
def preview_letter(letter: Letter) -> Response:
    """As it will stand on paper."""
    record_read("read", letter, by=me())
    writes = letter.state == LetterState.DRAFT and may.write_letter(me(), letter)
    return page(
        "meetings/letter-preview.html",
        fragment="piece",
        letter=letter,
        paper=_on_paper(letter),
        finds=_finds(letter) if writes else None,
    )


@bp.route(f"{A_LETTER}/sending", methods=["GET", "POST"])
@guard(may.write_letter, letter=queries.letter_visible_to)
def send_letter(letter: Letter) -> Response:
    finds = _finds(letter)
    form = _sending(letter, finds)
    if form.validate_on_submit():
        try:
            services.send_letter(letter, by=me(), version=form.version.data, names=form.names.data)
        except Mistaken as wrong:
            return _editor(letter, _form(letter, wrong.mistakes))
        flash("Sent. Its words are fixed." if letter.referral else "Its words are fixed. Now send the file.")
        return go_to(url_for(".letter", letter_id=letter.id))
    record_read("read", letter, by=me())
    return page("meetings/letter-send.html", letter=letter, form=form, finds=finds, paper=_on_paper(letter))


@bp.post(f"{A_LETTER}/removal")
@guard(may.write_letter, letter=queries.letter_visible_to)
def remove_letter(letter: Letter) -> Response:
    case_id = letter.case_id
    services.remove_letter(letter, by=me())
    flash("The draft is taken away.")
    return go_to(url_for(".letters", case_id=case_id))


@bp.get(f"{A_LETTER}/file.<any(docx,pdf):suffix>")
@guard(may.read_letter, letter=queries.letter_visible_to)
def letter_file(letter: Letter, suffix: str) -> Response:
    """The very file that was sent; a draft as it is now, and marked as one."""
    record_read("took", letter, by=me(), kind=suffix)
    file = kept_file(letter, suffix) or DRAWS[suffix](_on_paper(letter))
    return hand_over(file, file_name(letter.kind, letter.case.reference, suffix))


def _letters(case: Case, form: BeginLetterForm) -> Response:
    writes = may.begin_letter(me(), case)
    able = offers(me(), case) if writes else {}
    form.offer(able.values())
    wanted = [
        one
        for decision in decisions_of_case(me(), case)
        for one in queries.letters_due(decision, concluded_on=compose.concluded_on(decision, me()))
    ]
    return page(
        "meetings/letters.html",
        case=case,
        letters=queries.letters_of_case(me(), case),
        wanted=[
            (
                one,
                code_of(
                    one.due.kind, one.decision.item.referral if one.due.to_referrer else None, one.decision
                ),
            )
            for one in wanted
            if one.letter is None and writes
        ],
        writes=writes,
        form=form,
    )


def _before_sending(letter: Letter, form: LetterForm) -> Response:
    """To the last look at it, if nothing stands in the way."""
    if wrong := services.mistakes_in(letter):
        form.stands_at(letter.version)
        form.say(wrong)
        return _editor(letter, form)
    return go_to(url_for(".send_letter", letter_id=letter.id))


def _sending(letter: Letter, finds: Finds) -> SendLetterForm:
    form = SendLetterForm(data={"version": letter.version})
    if letter.kind == LetterKind.FAMILY:
        form.must_ask()
    if finds.sure:
        form.must_say_why()
    return form


def _form(letter: Letter, wrong: Sequence[tuple[str, str]] = ()) -> LetterForm:
    kept = {"version": letter.version, "to": letter.to, "words": letter.words}
    form = LetterForm(formdata=None, data=kept)
    form.say(wrong)
    return form


def _save(letter: Letter, form: LetterForm) -> None:
    services.save_letter(
        letter, to=form.to.data or "", words=form.words.data or "", version=form.version.data, by=me()
    )


def _editor(letter: Letter, form: LetterForm, theirs: str = "") -> Response:
    return page(
        "meetings/letter-write.html",
        letter=letter,
        form=form,
        finds=_finds(letter),
        paper=_on_paper(letter),
        theirs=theirs,
    )


def _both(letter: Letter, form: LetterForm) -> Response:
    """What somebody else saved beside what this person typed: saving again is choosing."""
    form.stands_at(letter.version)
    answer = _editor(letter, form, theirs=f"{letter.to}\n\n{letter.words}")
    answer.status_code = 409
    return answer


def _paper(letter: Letter) -> Response:
    kept = digests_of({suffix: kept_file(letter, suffix) for suffix in DRAWS})
    return page(
        "meetings/letter.html",
        letter=letter,
        paper=_on_paper(letter),
        of_case=may.list_letters(me(), letter.case),
        whole=not letter.digest or letter.digest == digest_of(letter),
        kept=kept,
        files_whole=kept == queries.digests_at_sending(letter),
    )


def _on_paper(letter: Letter) -> LetterOnPaper:
    return on_paper(letter, current_app.config["PPRG"])


def _finds(letter: Letter) -> Finds:
    return finds_in(letter, current_app.config["PPRG"])
