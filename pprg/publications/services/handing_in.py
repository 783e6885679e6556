"""A learning record comes in whole, from a file, or is begun with nothing in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pprg.accounts.models import Account
from pprg.accounts.services import command_line
from pprg.accounts.states import Role
from pprg.audit.services import record as note
from pprg.cases.models import Case
from pprg.cases.queries import case_by_reference, case_open_to
from pprg.cases.services import open_case
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType
from pprg.people import queries as people
from pprg.people import services as vault
from pprg.people.states import IdentityKind, SecretKind
from pprg.publications import queries
from pprg.publications.models import Publication
from pprg.publications.record import LearningRecord, Restricted, RestrictedPerson, read_record
from pprg.publications.sections import NOTHING
from pprg.publications.services.writing import words_changed
from pprg.publications.wording import Reference
from pprg.reviews import queries as review_queries
from pprg.reviews import services as reviews
from pprg.reviews.models import Review
from pprg.reviews.services import FindingWords, RecommendationWords
from pprg.reviews.states import State as ReviewState

_CASE_REFERENCE = re.compile(r"\bPPRG-\d{4}-\d{3,}\b")
_SUBJECTS = frozenset({"subject", "victim", "adult", "child"})


def start_publication(review: Review, record: LearningRecord, *, by: Account) -> Publication:
    """The learning record of a concluded review, from whole words."""
    publication = _new(review, record.reference, by)
    _write(publication, record, by)
    note("started", publication, by=by)
    return publication


def begin_publication(review: Review, reference: str, *, by: Account) -> Publication:
    """The learning record of a concluded review with nothing in it yet, to be typed section by section."""
    publication = _new(review, _fit(reference), by)
    publication.words = {
        "reference": publication.reference,
        "review_type": review.review_type.value,
        **NOTHING,
    }
    note("started", publication, by=by)
    return publication


def import_record(
    data: bytes, *, by: Account, review: Review | None = None, replace: bool = False
) -> Publication:
    """Take a record in from its file. Mistaken, by field, where it cannot be accepted.

    Without a review it goes to the one of the case that the file names, else to a new case and a
    concluded review. What is restricted goes into the case's vault and nowhere else. Nothing changes
    where the same words are there already; other words under the same reference need `replace`.
    """
    record, restricted = read_record(data)
    publication = queries.publication_referred_to(record.reference)
    if publication is None:
        publication = start_publication(review or _review_for(record, restricted, by), record, by=by)
    else:
        _take_again(publication, record, review, replace=replace, by=by)
    _keep_in_vault(publication.review.case, restricted, by)
    note("imported", publication, by=by)
    return publication


def _new(review: Review, reference: str, by: Account) -> Publication:
    if review.state == ReviewState.DISCONTINUED:
        raise Refused("The review was discontinued, so it has no learning record.")
    if review.state != ReviewState.CONCLUDED:
        raise Refused("The review is not concluded yet. Its learning record follows its report.")
    if there := queries.publication_of(review):
        raise Refused(f"This review has a learning record already: {there.reference}.")
    if queries.publication_referred_to(reference):
        raise Refused(f"The reference {reference} belongs to another learning record.")
    publication = Publication(review=review, reference=reference, last_changed_by_id=by.id, revision=1)
    db.session.add(publication)
    return publication


def _fit(reference: str) -> str:
    """A reference as the record allows it, or a refusal in the same words."""
    try:
        return Reference().check(reference)
    except ValueError as mistake:
        raise Refused(str(mistake)) from None


def _write(publication: Publication, record: LearningRecord, by: Account) -> None:
    """The record's own words here, findings and recommendations to the review."""
    if publication.review.review_type != record.review_type:
        raise Refused("The record is of another type of review than the one that it would belong to.")
    whole: dict[str, Any] = record.model_dump(mode="json", exclude={"findings", "recommendations"})
    publication.words = whole
    findings = [FindingWords(**one.model_dump()) for one in record.findings]
    recommendations = [
        RecommendationWords(
            ref=one.ref,
            words=one.text,
            addressed_to=list(one.addressed_to),
            finding_ref=one.finding,
            national=one.national,
        )
        for one in record.recommendations
    ]
    _to_review(publication.review, findings, recommendations, by)


def _to_review(
    review: Review, findings: list[FindingWords], recommendations: list[RecommendationWords], by: Account
) -> None:
    """In the order in which every recommendation always rests on a finding that is there."""
    if len(findings) < len(review.findings):
        reviews.set_recommendations(review, recommendations, by=by)
        reviews.set_findings(review, findings, by=by)
    else:
        reviews.set_findings(review, findings, by=by)
        reviews.set_recommendations(review, recommendations, by=by)


def _take_again(
    publication: Publication, record: LearningRecord, review: Review | None, *, replace: bool, by: Account
) -> None:
    if review is not None and publication.review_id != review.id:
        raise Refused(f"The reference {record.reference} belongs to another learning record.")
    if not queries.mistakes_of(publication) and queries.record_of(publication) == record:
        return
    if not replace:
        raise Refused(
            f"There is a learning record {record.reference} already, in other words. "
            "Say that it is to be replaced, or give the new one its own reference."
        )
    _write(publication, record, by)
    words_changed(publication, by=by)
    note("replaced", publication, by=by)


def _review_for(record: LearningRecord, restricted: Restricted, by: Account) -> Review:
    """The concluded review of this type of the case that the file names; else a new case with one."""
    hand = command_line()
    case = _case_named(restricted, by, hand) or open_case(by=hand)
    review = review_queries.review_of(case, record.review_type)
    if review is not None:
        return review
    review = reviews.commission_review(case, ReviewType(record.review_type), by=hand)
    if by.holds(Role.AUTHOR):
        reviews.appoint_author(review, by, by=hand)
    reviews.conclude_review(review, by=hand)
    return review


def _case_named(restricted: Restricted, by: Account, hand: Account) -> Case | None:
    for person in restricted.people:
        for reference in _CASE_REFERENCE.findall(" ".join(person.other_identifiers)):
            case = case_by_reference(reference)
            if case is not None and (by.id == hand.id or case_open_to(by, case.id)):
                return case
    return None


def _keep_in_vault(case: Case, restricted: Restricted, by: Account) -> None:
    """What is kept already is not kept twice, so that a record may be handed in again."""
    db.session.flush()
    known = {(one.kind, one.words) for one in people.identifiers_of_case(case.id)}
    roles = Counter(person.role for person in restricted.people)
    seen: Counter[str] = Counter()
    for person in restricted.people:
        seen[person.role] += 1
        if not set(_identifiers(person)) <= known:
            label = person.role.capitalize() + (f" {seen[person.role]}" if roles[person.role] > 1 else "")
            _add(case, person, label, by)
    vault.keep_secrets(case, SecretKind.STAFF, restricted.staff, by=by)
    vault.keep_secrets(case, SecretKind.PLACE, restricted.places, by=by)
    days = [day.isoformat() for day in restricted.exact_dates]
    vault.keep_secrets(case, SecretKind.EXACT_DATE, days, by=by)


def _add(case: Case, person: RestrictedPerson, label: str, by: Account) -> None:
    vault.add_person(
        case,
        label=label,
        subject=person.role.casefold() in _SUBJECTS,
        by=by,
        names=person.names,
        born=person.date_of_birth,
        died=person.date_of_death,
        nhs_number=person.nhs_number,
        addresses=person.addresses,
        postcodes=person.postcodes,
        workplaces=person.school_or_workplace,
        other=person.other_identifiers,
    )


def _identifiers(person: RestrictedPerson) -> Iterator[tuple[IdentityKind, str]]:
    several = {
        IdentityKind.NAME: person.names,
        IdentityKind.ADDRESS: person.addresses,
        IdentityKind.POSTCODE: person.postcodes,
        IdentityKind.WORKPLACE: person.school_or_workplace,
        IdentityKind.OTHER: person.other_identifiers,
    }
    yield from ((kind, words) for kind, found in several.items() for words in found)
    if person.date_of_birth:
        yield IdentityKind.BORN, person.date_of_birth.isoformat()
    if person.date_of_death:
        yield IdentityKind.DIED, person.date_of_death.isoformat()
    if person.nhs_number:
        yield IdentityKind.NHS_NUMBER, person.nhs_number
