"""Writing the public words, section by section. Findings and recommendations go to their review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.publications import queries
from pprg.publications.differing import differing
from pprg.publications.models import Publication
from pprg.publications.sections import BY_KEY, OF_THE_REVIEW, Section, stamp
from pprg.publications.states import Event, ProofEvent
from pprg.reviews import services as reviews
from pprg.reviews.services import FindingWords, RecommendationWords

ONE_SITTING = timedelta(minutes=30)
MOST_FINDINGS = 10


class Overtaken(Refused):
    """Somebody else saved this section after it was opened. Nothing of theirs is written over."""

    def __init__(self) -> None:
        super().__init__("Somebody else saved this section while you had it open. Nothing of yours is lost.")


def words_changed(
    publication: Publication,
    *,
    by: Account,
    quietly: bool = False,
    choices: Mapping[str, Any] | None = None,
) -> None:
    """Something that readers would read has changed: what is before a second person is overtaken.

    Readers keep what is released. `quietly` is for saving while somebody types: one sitting of one
    person counts as one revision, unless it was put before a second person meanwhile. `choices` is what
    is chosen of the record now, where that is what changed.
    """
    now = clock.now()
    open_proofs = [publication.open_proof] if publication.open_proof else []
    same_sitting = (
        publication.last_changed_by_id == by.id
        and publication.last_changed_at is not None
        and now - publication.last_changed_at < ONE_SITTING
    )
    if open_proofs or not (quietly and same_sitting):
        publication.revision += 1
    for proof in open_proofs:
        proof.move(ProofEvent.OVERTAKE)
    publication.last_changed_by_id, publication.last_changed_at = by.id, now
    publication.differs_since = differing(publication, choices, now)
    publication.move(Event.CHANGE)


def change_section(
    publication: Publication,
    section: str,
    words: Mapping[str, Any],
    *,
    version: str,
    by: Account,
    quietly: bool = False,
) -> bool:
    """Make these the words of one section. `version` is the stamp of what was looked at (`stamp_of`).

    Gives back whether anything was different. Overtaken where somebody else saved in between.
    """
    part = BY_KEY[section]
    if section in OF_THE_REVIEW:
        raise LookupError(f"{section} belongs to the review: use the verbs for it.")
    _still_as_seen(publication, part, version)
    now = publication.words | {field: words[field] for field in part.fields}
    if now == publication.words:
        return False
    publication.words = now
    _changed(publication, section, by, quietly=quietly)
    return True


def stamp_of(publication: Publication, section: str) -> str:
    """What a page hands back so that two people never write over one another."""
    return stamp(BY_KEY[section], queries.words_of(publication))


def stamp_of_finding(words: FindingWords) -> str:
    return stamp(Section(words.ref, words.heading, tuple(vars(words))), vars(words))


def add_finding(publication: Publication, *, by: Account) -> str:
    """A new finding without words, after the others. Gives back its ref."""
    review = publication.review
    if len(review.findings) >= MOST_FINDINGS:
        raise Refused(f"A record holds at most {MOST_FINDINGS} findings.")
    ref = f"F{len(review.findings) + 1}"
    blank = FindingWords(ref=ref, heading="", what="", why="", in_practice="")
    reviews.set_findings(review, [*findings_of(publication), blank], by=by)
    _changed(publication, "findings", by)
    return ref


def change_finding(
    publication: Publication, words: FindingWords, *, version: str, by: Account, quietly: bool = False
) -> bool:
    """Say one finding in other words. Gives back whether anything was different."""
    _locked(publication)
    before = next((one for one in findings_of(publication) if one.ref == words.ref), None)
    if before is None:
        raise Refused("That finding is no longer there.")
    if stamp_of_finding(before) != version:
        raise Overtaken
    if before == words:
        return False
    row = next(finding for finding in publication.review.findings if finding.ref == words.ref)
    reviews.change_finding(row, words, by=by)
    _changed(publication, "findings", by, quietly=quietly)
    return True


def remove_finding(publication: Publication, ref: str, *, by: Account) -> None:
    """Take a finding out; those after it move up and recommendations follow their findings."""
    resting = [one.ref for one in publication.review.recommendations if one.finding_ref == ref]
    if resting:
        rest = "rests" if len(resting) == 1 else "rest"
        raise Refused(f"{' and '.join(resting)} {rest} on this finding: change that first.")
    _arrange(publication, [one.ref for one in publication.review.findings if one.ref != ref], by=by)


def move_finding_up(publication: Publication, ref: str, *, by: Account) -> None:
    refs = [one.ref for one in publication.review.findings]
    if ref not in refs or refs.index(ref) == 0:
        raise Refused("It is the first finding already.")
    place = refs.index(ref)
    refs[place - 1], refs[place] = refs[place], refs[place - 1]
    _arrange(publication, refs, by=by)


def change_recommendations(
    publication: Publication, words: Sequence[RecommendationWords], *, version: str, by: Account
) -> bool:
    """Make these the review's recommendations. Gives back whether anything was different."""
    _still_as_seen(publication, BY_KEY["recommendations"], version)
    if list(words) == recommendations_of(publication):
        return False
    reviews.set_recommendations(publication.review, words, by=by)
    _changed(publication, "recommendations", by)
    return True


def findings_of(publication: Publication) -> list[FindingWords]:
    return [
        FindingWords(
            ref=row.ref,
            heading=row.heading,
            what=row.what,
            why=row.why,
            in_practice=row.in_practice,
            themes=list(row.themes),
            report_paragraphs=list(row.report_paragraphs),
        )
        for row in publication.review.findings
    ]


def recommendations_of(publication: Publication) -> list[RecommendationWords]:
    return [
        RecommendationWords(
            ref=row.ref,
            words=row.words,
            addressed_to=list(row.addressed_to),
            finding_ref=row.finding_ref,
            national=row.national,
        )
        for row in publication.review.recommendations
    ]


def _arrange(publication: Publication, order: Sequence[str], *, by: Account) -> None:
    """Number the findings anew in this order; what rests on one goes on resting on it."""
    new_ref = {old: f"F{place}" for place, old in enumerate(order, start=1)}
    found = {one.ref: one for one in findings_of(publication)}
    findings = [_renamed(found[old], new_ref[old]) for old in order]
    resting = [
        RecommendationWords(**{**vars(one), "finding_ref": new_ref[one.finding_ref]})
        for one in recommendations_of(publication)
    ]
    # Recommendations first: the new refs are among the old ones, but not the other way round.
    reviews.set_recommendations(publication.review, resting, by=by)
    reviews.set_findings(publication.review, findings, by=by)
    _changed(publication, "findings", by)


def _renamed(finding: FindingWords, ref: str) -> FindingWords:
    return FindingWords(**{**vars(finding), "ref": ref})


def _locked(publication: Publication) -> None:
    """On PostgreSQL another may be writing this very moment: wait for them, then look."""
    db.session.refresh(publication, with_for_update=True)
    db.session.refresh(publication.review, attribute_names=["findings", "recommendations"])


def _still_as_seen(publication: Publication, section: Section, version: str) -> None:
    _locked(publication)
    if stamp(section, queries.words_of(publication)) != version:
        raise Overtaken


def _changed(publication: Publication, section: str, by: Account, *, quietly: bool = False) -> None:
    words_changed(publication, by=by, quietly=quietly)
    record("changed", publication, by=by, section=section)
