from __future__ import annotations

import re
from dataclasses import dataclass, field

from flask import Response, abort, flash, make_response, request, url_for

from pprg.audit.services import record_read
from pprg.documents.pictures import CannotPicture
from pprg.documents.reading import Place
from pprg.errors import Refused
from pprg.publications import checks, queries, services
from pprg.publications import rules as may
from pprg.publications.checks import FileCheck, Found
from pprg.publications.disclosure.folding import folded
from pprg.publications.models import MadeFile
from pprg.publications.services import pictures
from pprg.publications.views.door import bp
from pprg.web.files import hand_over
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

LONGEST_REASON = 300
_UNSEEN = re.compile(r"\bnotes\b(?!.*name of a shape)|alternative text$")


@dataclass
class Sheet:
    """One page with its picture, or one place in words, and what was found on it."""

    label: str
    number: int | None = None
    words: str = ""
    unseen: list[Place] = field(default_factory=list)
    """Words that belong to the page and stand on no picture of it: notes, what is behind pictures."""
    found: list[Found] = field(default_factory=list)


@bp.get("/files/<uuid:file_id>")
@guard(may.read_made_file, file=queries.made_file_visible_to)
def made_file(file: MadeFile) -> Response:
    record_read("read", file, by=me())
    return _show(file)


@bp.post("/files/<uuid:file_id>/reasons")
@guard(may.check_made_file, file=queries.made_file_visible_to)
def judge(file: MadeFile) -> Response:
    """A reason given for one find counts for those of this file that read the same."""
    reasons: dict[str, str] = {}
    too_long = False
    for group in checks.check_of(file).alike:
        reason = request.form.get(group[0].key, "").strip()
        too_long = too_long or len(reason) > LONGEST_REASON
        reasons |= {one.key: reason for one in group if reason}
    if too_long:
        return _show(file, wrong=f"Use at most {LONGEST_REASON} characters for a reason.", typed=reasons)
    services.judge_several(file.proof, reasons, by=me())
    flash("Your reasons are kept.")
    return go_to(url_for(".made_file", file_id=file.id))


@bp.post("/files/<uuid:file_id>/looked")
@guard(may.check_made_file, file=queries.made_file_visible_to)
def look(file: MadeFile) -> Response:
    if not pictures.at_once(file):
        raise Refused("Its pages have not been drawn yet: open them and look first.")
    services.look_at(file, by=me())
    flash("You have looked at every page of that file.")
    return go_to(url_for(".proof", proof_id=file.proof_id))


@bp.get("/files/<uuid:file_id>/pages/<int:number>.png")
@guard(may.read_made_file, file=queries.made_file_visible_to)
def picture(file: MadeFile, number: int) -> Response:
    try:
        png = pictures.picture_of(file, number)
    except CannotPicture:
        png = None
    return make_response(png or abort(404), 200, {"Content-Type": "image/png"})


@bp.get("/files/<uuid:file_id>/content")
@guard(may.read_made_file, file=queries.made_file_visible_to)
def content(file: MadeFile) -> Response:
    record_read("took", file, by=me(), product=file.product, form=file.suffix)
    return hand_over(queries.content_of(file), file.file_name)


def _show(file: MadeFile, *, wrong: str = "", typed: dict[str, str] | None = None) -> Response:
    check = checks.check_of(file)
    # LibreOffice takes seconds: the page comes first and asks for its pictures afterwards.
    drawn = "draw" in request.args or bool(wrong) or pictures.at_once(file)
    sheets, why_no_pictures = _sheets(file, check) if drawn else ([], "")
    answer = page(
        "publications/file.html",
        drawn=drawn,
        file=file,
        check=check,
        sheets=sheets,
        why_no_pictures=why_no_pictures,
        empty_boxes=checks.empty_boxes(check),
        first={one.key: group[0].key for group in check.alike for one in group},
        times={group[0].key: len(group) for group in check.alike},
        checks_it=may.check_made_file(me(), file) and not checks.overtaken(file.proof),
        wrong=wrong,
        typed=typed or {},
    )
    answer.status_code = 422 if wrong else 200
    return answer


def _sheets(file: MadeFile, check: FileCheck) -> tuple[list[Sheet], str]:
    """Pages as pictures with their finds; where there can be none, the words place by place, and why."""
    try:
        pages = pictures.pages_of(file)
    except CannotPicture as trouble:
        return _in_words(file, check), str(trouble)
    each = "Slide" if file.suffix == "pptx" else "Page"
    sheets = [Sheet(f"{each} {one.number} of {len(pages)}", one.number, one.words) for one in pages]
    for place in () if check.trouble else checks.words_in(file):
        if place.page and place.page <= len(sheets) and _UNSEEN.search(place.where):
            sheets[place.page - 1].unseen.append(place)
    elsewhere = Sheet("Not on a page: the file’s name, its properties, what is behind the pages")
    for one in check.found:
        number = one.page or _page_with(one, sheets)
        next((sheet for sheet in sheets if sheet.number == number), elsewhere).found.append(one)
    return ([elsewhere] if elsewhere.found else []) + sheets, ""


def _page_with(found: Found, sheets: list[Sheet]) -> int | None:
    """Word files have no pages of their own: the one on which the find and what stands round it are read."""
    hit = found.hit
    for round_about in (20, 0):
        wanted = folded(hit.before[-round_about:] * bool(round_about) + hit.found + hit.after[:round_about])
        for sheet in sheets:
            if sheet.number and wanted in folded(sheet.words):
                return sheet.number
    return None


def _in_words(file: MadeFile, check: FileCheck) -> list[Sheet]:
    if check.trouble:
        return []
    sheets = [Sheet(place.where, words=place.text) for place in checks.words_in(file)]
    for one in check.found:
        sheets[one.hit.place].found.append(one)
    return sheets
