"""A decision's words: what is typed, what is still missing, the sentence read aloud, the digest."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pprg.guidance.codes import Route
from pprg.guidance.criteria import CriteriaSet
from pprg.guidance.labels import BY_LAW, dhr_label
from pprg.meetings.states import Agreement, Answer, Outcome


@dataclass(frozen=True, kw_only=True)
class WeighingWords:
    """What the group says of one criterion. Empty until it has said it."""

    answer: Answer | None = None
    evidence: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DissentWords:
    """What one agency that disagrees says."""

    agency_id: uuid.UUID | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionWords:
    """Something to be done at once."""

    what: str = ""
    agency_id: uuid.UUID | None = None
    owner: str = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionWords:
    """Everything typed into a decision. `weighings` are by criterion key, in the set's order."""

    weighings: Mapping[str, WeighingWords] = field(default_factory=dict)
    outcome: Outcome | None = None
    reason: str = ""
    of_whom: str = ""
    until: date | None = None
    agreement: Agreement | None = None
    for_and_against: str = ""
    dissents: tuple[DissentWords, ...] = ()
    dissent: str = ""
    equality: str = ""
    voice: str = ""
    learning_now: str = ""
    actions: tuple[ActionWords, ...] = ()

    @property
    def blank(self) -> bool:
        return self == DecisionWords(weighings={key: WeighingWords() for key in self.weighings})


def texts_of(words: DecisionWords) -> dict[str, str]:
    """Whatever somebody wrote freely, by the box it stands in, as `missing` calls them: "needs.reason"."""
    plain = ("reason", "of_whom", "for_and_against", "dissent", "learning_now", "equality", "voice")
    weighed = {
        f"{key}.{part}": getattr(said, part)
        for key, said in words.weighings.items()
        for part in ("evidence", "reason")
    }
    disagreed = {f"dissents.{row}.words": said.words for row, said in enumerate(words.dissents)}
    asked = {
        f"actions.{row}.{part}": getattr(act, part)
        for row, act in enumerate(words.actions)
        for part in ("what", "owner")
    }
    return weighed | {name: getattr(words, name) for name in plain} | disagreed | asked


CALLED = {"answer": "an answer", "evidence": "the evidence relied on", "reason": "a reason"}
NOT_YET = "The group has not decided yet."
WHOM = {
    Outcome.SINGLE_AGENCY: "Say which agency looks at its own part and reports back.",
    Outcome.OTHER_ROUTE: "Say which process the case goes to.",
    Outcome.WAIT: "Say from whom the information is awaited.",
}
"""What an outcome asks for besides itself."""
BY_WHEN = {
    Outcome.SINGLE_AGENCY: "Say by when the agency reports back.",
    Outcome.WAIT: "Say by when the information is wanted. The clock keeps running.",
}
_NAMES = {Outcome.SINGLE_AGENCY: "one agency", Outcome.OTHER_ROUTE: "another process"}
_ALREADY_SAID = re.compile(r"^because\b[\s,:]*", re.IGNORECASE)
_OPENS_A_SENTENCE = re.compile(
    r"^(The|This|That|These|Those|There|It|He|She|They|We|His|Her|Their|Our|A|An|No|None|All|Both|Each|"
    r"Some|Two|Three|Four|Five|Six|Seven|Several|Many|Not|In|On|At|After|Before|When|While|Although)\b"
)


def decided(outcome: Outcome, *, on: date | None = None, of_whom: str = "", until: date | None = None) -> str:
    """An outcome with such reviews named as they were on a day; today, unless one is named.

    Where it needs them, with the agency, process or source and the day: "ask Marlshire Housing to …".
    """
    said = outcome.replace(BY_LAW, dhr_label(on=on))
    if whom := of_whom.strip() if outcome in WHOM else "":
        said = said.replace(_NAMES[outcome], whom) if outcome in _NAMES else f"{said} from {whom}"
    return f"{said} by {until.day} {until:%B %Y}" if until and outcome in BY_WHEN else said


def sentence(
    outcome: Outcome | None,
    reason: str,
    *,
    on: date | None = None,
    of_whom: str = "",
    until: date | None = None,
    who: str = "The group",
) -> str:
    """What the chair reads aloud: "The group decided to … because …."."""
    if outcome is None:
        return NOT_YET
    to = decided(outcome, on=on, of_whom=of_whom, until=until)
    why = _ALREADY_SAID.sub("", reason.strip())
    if not why:
        return f"{who} decided to {to}."
    # A name or an abbreviation keeps its capital; a word that only began a sentence does not.
    why = _OPENS_A_SENTENCE.sub(lambda first: first[0].lower(), why)
    end = "" if why[-1] in ".!?…" else "."
    return f"{who} decided to {to} because {why}{end}"


def missing(words: DecisionWords, criteria: CriteriaSet) -> list[tuple[str, str]]:
    """What a decision lacks before it can be recorded, as (where, sentence), in the form's order.

    One sentence for each criterion, at the first of its boxes that is empty: "needs.reason".
    """
    return [
        *_lacking_criteria(words, criteria),
        *_lacking_outcome(words),
        *_lacking_agreement(words),
        *_lacking_actions(words),
    ]


def _lacking_criteria(words: DecisionWords, criteria: CriteriaSet) -> Iterator[tuple[str, str]]:
    for number, criterion in enumerate(criteria.criteria, start=1):
        said = words.weighings.get(criterion.key, WeighingWords())
        empty = [part for part in CALLED if not getattr(said, part)]
        if empty:
            wants = _listed([CALLED[part] for part in empty])
            yield f"{criterion.key}.{empty[0]}", f"Criterion {number} needs {wants}: “{criterion.question}”"


def _lacking_outcome(words: DecisionWords) -> Iterator[tuple[str, str]]:
    if words.outcome is None:
        yield "outcome", "Choose what the group decided."
    elif words.outcome in WHOM and not words.of_whom:
        yield "of_whom", WHOM[words.outcome]
    if words.outcome in BY_WHEN and words.until is None:
        yield "until", BY_WHEN[words.outcome]
    if not words.reason:
        yield "reason", "Give the group’s reason for what it decided."


def _lacking_agreement(words: DecisionWords) -> Iterator[tuple[str, str]]:
    if words.agreement is None:
        yield "agreement", "Say who agreed."
    elif words.agreement == Agreement.MOST and not words.for_and_against:
        yield "for_and_against", "Say who was for it and who against."
    for row, said in enumerate(words.dissents):
        if said.agency_id is None:
            yield f"dissents.{row}.agency_id", "Say which agency disagreed."
        elif not said.words:
            yield f"dissents.{row}.words", "Give the view of the agency that disagreed."


def _lacking_actions(words: DecisionWords) -> Iterator[tuple[str, str]]:
    asks = {
        "what": "what is to be done",
        "agency_id": "an agency",
        "owner": "somebody who sees to it",
        "due_on": "a date",
    }
    for row, act in enumerate(words.actions):
        empty = [part for part in asks if not getattr(act, part)]
        if empty:
            wants = _listed([asks[part] for part in empty])
            yield f"actions.{row}.{empty[0]}", f"Urgent action {row + 1} needs {wants}."


def _listed(several: list[str]) -> str:
    *first, last = several
    return f"{', '.join(first)} and {last}" if first else last


def prompts(words: DecisionWords, route: Route) -> list[str]:
    """What a chair would ask about. Nothing here stops anything."""
    asks = list(_law_and_outcome(words, route))
    if words.agreement == Agreement.CHAIR and not words.for_and_against:
        asks.append("The chair decided, and it does not say who was for it and who against.")
    if words.outcome and not words.equality:
        asks.append(
            "It does not say yet how race, culture, disability, sex, age and language were considered."
        )
    if words.outcome and not words.voice:
        asks.append("It does not say yet what the person or the family said or wanted.")
    return asks


def _law_and_outcome(words: DecisionWords, route: Route) -> Iterator[str]:
    answers = [said.answer for said in words.weighings.values()]
    every = bool(answers) and all(answer == Answer.MET for answer in answers)
    must = {Route.SAR: Outcome.MANDATORY_SAR, Route.DHR: Outcome.DHR}.get(route)
    if every and words.outcome == Outcome.DISCRETIONARY_SAR:
        yield "Every criterion is met, so section 44 says that this review must be held: it is no choice."
    elif every and must and words.outcome not in {must, Outcome.WAIT, None}:
        yield "Every criterion is met, and still no review of this kind is chosen. Does the reason say why?"
    if words.outcome == must == Outcome.MANDATORY_SAR and answers and not every:
        yield "Not every criterion is met, so section 44 does not say that this review must be held."


def digest(words: DecisionWords, **circumstances: str) -> str:
    """SHA-256 of the words and of what stands around them (reference, route, who, when).

    What was asked later than the first decisions is part of it where it is answered, so theirs still hold.
    """
    later = {
        "of_whom": words.of_whom,
        "until": words.until and words.until.isoformat(),
        "for_and_against": words.for_and_against,
        "dissents": [[str(said.agency_id or ""), said.words] for said in words.dissents],
        "voice": words.voice,
        "learning_now": words.learning_now,
        "actions": [
            [act.what, str(act.agency_id or ""), act.owner, act.due_on and act.due_on.isoformat()]
            for act in words.actions
        ],
    }
    plain = {
        **circumstances,
        **{name: said for name, said in later.items() if said},
        "outcome": words.outcome,
        "reason": words.reason,
        "agreement": words.agreement,
        "dissent": words.dissent,
        "equality": words.equality,
        "weighings": {
            key: [said.answer, said.evidence, said.reason] for key, said in words.weighings.items()
        },
    }
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
