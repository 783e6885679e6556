from __future__ import annotations

from typing import Any

from flask import Response, flash, make_response, request, url_for

from pprg import clock
from pprg.errors import Mistaken
from pprg.publications import queries, services
from pprg.publications import rules as may
from pprg.publications.forms import reading
from pprg.publications.forms.sections import FORMS, RecommendationsForm, SectionForm
from pprg.publications.models import Publication
from pprg.publications.record import Mistake
from pprg.publications.sections import BY_KEY, SECTIONS, Section, in_their_order, section_of
from pprg.publications.views.door import bp
from pprg.reviews.services import RecommendationWords
from pprg.web.filters import at
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

A_SECTION = f"<any({', '.join(FORMS)}):section>"


@bp.route(f"/<uuid:publication_id>/sections/{A_SECTION}", methods=["GET", "POST"])
@guard(may.write_publication, publication=queries.publication_visible_to)
def section(publication: Publication, section: str) -> Response:
    part = BY_KEY[section]
    if request.method == "POST":
        return _save(publication, part)
    return _page(publication, part, queries.words_of(publication), one_more=request.args.get("more", ""))


@bp.post(f"/<uuid:publication_id>/sections/{A_SECTION}/keep")
@guard(may.write_publication, publication=queries.publication_visible_to)
def keep(publication: Publication, section: str) -> Response:
    """Saves while somebody types; says when, and which words those were."""
    posted = _posted(publication, BY_KEY[section])
    words = _words(publication, posted)
    services.change_section(publication, section, words, version=posted.version.data, by=me(), quietly=True)
    stamp = services.stamp_of(publication, section)
    return make_response("", 204, {"X-Saved-At": at(clock.now()), "X-Version": stamp})


def _save(publication: Publication, part: Section) -> Response:
    """Keep what was typed, whole or not; then say what is wrong with it, or go on."""
    posted = _posted(publication, part)
    posted.validate()
    words = _words(publication, posted)
    group = _rearranged(words)
    try:
        _keep(publication, part, words, posted.version.data)
    except services.Overtaken as overtaken:
        return _overtaken(publication, part, words, str(overtaken))
    except Mistaken as mistaken:
        wrong = [Mistake(where, sentence) for where, sentence in mistaken.mistakes]
        return _page(publication, part, words, posted=posted, mistakes=wrong)
    if group:
        return _with_rows(publication, part, group, words)
    wrong = [
        one for one in queries.mistakes_of(publication) if section_of(one.where) == part and not one.absent
    ]
    if wrong or posted.errors:
        return _page(publication, part, words, posted=posted, mistakes=wrong)
    flash("Saved.")
    return go_to(_onwards(publication, part))


def _posted(publication: Publication, part: Section) -> SectionForm:
    form = FORMS[part.key]()
    return _offered(publication, form)


def _words(publication: Publication, posted: SectionForm) -> dict[str, Any]:
    words = reading.said_in(posted)
    if "themes" in words:
        words["themes"] = in_their_order(publication.words["themes"], words["themes"])
    return words


def _offered(publication: Publication, form: SectionForm) -> SectionForm:
    if isinstance(form, RecommendationsForm):
        form.offer([(finding.ref, finding.heading) for finding in publication.review.findings])
    return form


def _keep(publication: Publication, part: Section, words: dict[str, Any], version: str) -> None:
    if part.key == "recommendations":
        given = [_recommendation(place, row) for place, row in enumerate(words[part.key], start=1)]
        services.change_recommendations(publication, given, version=version, by=me())
    else:
        services.change_section(publication, part.key, words, version=version, by=me())


def _recommendation(place: int, row: dict[str, Any]) -> RecommendationWords:
    return RecommendationWords(
        ref=f"R{place}",
        words=row["text"],
        addressed_to=row["addressed_to"],
        finding_ref=row["finding"],
        national=row["national"],
    )


def _rearranged(words: dict[str, Any]) -> str:
    """Do what a button of a group of rows asks for. Gives back the group, if it was one of those."""
    if group := request.form.get("add"):
        return group
    for what in ("remove", "up"):
        group, _, place = request.form.get(what, "").rpartition("-")
        rows = words.get(group)
        if isinstance(rows, list) and place.isdigit() and int(place) < len(rows):
            row = rows.pop(int(place))
            if what == "up":
                rows.insert(max(0, int(place) - 1), row)
            return group
    return ""


def _with_rows(publication: Publication, part: Section, group: str, words: dict[str, Any]) -> Response:
    """The same page anew, at the row that came or at the head of the group."""
    added = request.form.get("add") == group
    anchor = f"{group}-{len(words.get(group, []))}-row" if added else f"{group}-rows"
    more = group if added else None
    url = url_for(".section", publication_id=publication.id, section=part.key, more=more)
    return go_to(f"{url}#{anchor}")


def _page(
    publication: Publication,
    part: Section,
    words: dict[str, Any],
    *,
    posted: SectionForm | None = None,
    mistakes: list[Mistake] | None = None,
    one_more: str = "",
) -> Response:
    stamp = services.stamp_of(publication, part.key)
    form = reading.filled(FORMS[part.key], words, version=stamp, one_more=one_more)
    form = _offered(publication, form)
    if posted is not None:
        reading.carry_days(posted, form)
    reading.put_beside(form, mistakes or [])
    return page("publications/section.html", publication=publication, part=part, form=form, theirs=None)


def _overtaken(publication: Publication, part: Section, words: dict[str, Any], sentence: str) -> Response:
    """Both texts on one page: theirs to read, one's own still in the boxes."""
    stamp = services.stamp_of(publication, part.key)
    form = _offered(publication, reading.filled(FORMS[part.key], words, version=stamp))
    theirs = {field: queries.words_of(publication).get(field) for field in part.fields}
    answer = page(
        "publications/section.html",
        publication=publication,
        part=part,
        form=form,
        theirs=theirs,
        said=sentence,
    )
    answer.status_code = 409
    return answer


def _onwards(publication: Publication, part: Section) -> str:
    """The section after this one, or the list when somebody wants to stop here."""
    after = SECTIONS[SECTIONS.index(part) + 1 :]
    if request.form.get("then") == "list" or not after:
        return url_for(".show", publication_id=publication.id)
    if after[0].key == "findings":
        return url_for(".findings", publication_id=publication.id)
    return url_for(".section", publication_id=publication.id, section=after[0].key)
