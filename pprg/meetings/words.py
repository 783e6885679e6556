"""A decision's words: what is typed, what is still missing, the sentence read aloud, the digest."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Mapping
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

    what: str
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


CALLED = {"answer": "an answer", "evidence": "the evidence relied on", "reason": "a reason"}
NOT_YET = "The group has not decided yet."
_ALREADY_SAID = re.compile(r"^because\b[\s,:]*", re.IGNORECASE)
_OPENS_A_SENTENCE = re.compile(
    r"^(The|This|That|These|Those|There|It|He|She|They|We|His|Her|Their|Our|A|An|No|None|All|Both|Each|"
    r"Some|Two|Three|Four|Five|Six|Seven|Several|Many|Not|In|On|At|After|Before|When|While|Although)\b"
)


def decided(outcome: Outcome, *, on: date | None = None) -> str:
    """An outcome with such reviews named as they were on a day; today, unless one is named."""
    return outcome.replace(BY_LAW, dhr_label(on=on))


def sentence(outcome: Outcome | None, reason: str, *, on: date | None = None) -> str:
    """What the chair reads aloud: "The group decided to … because …."."""
    if outcome is None:
        return NOT_YET
    why = _ALREADY_SAID.sub("", reason.strip())
    if not why:
        return f"The group decided to {decided(outcome, on=on)}."
    # A name or an abbreviation keeps its capital; a word that only began a sentence does not.
    why = _OPENS_A_SENTENCE.sub(lambda first: first[0].lower(), why)
    end = "" if why[-1] in ".!?…" else "."
    return f"The group decided to {decided(outcome, on=on)} because {why}{end}"


def missing(words: DecisionWords, criteria: CriteriaSet) -> list[tuple[str, str]]:
    """What a decision lacks before it can be recorded, as (where, sentence), in the form's order.

    One sentence for each criterion, at the first of its boxes that is empty: "needs.reason".
    """
    lacks = []
    for number, criterion in enumerate(criteria.criteria, start=1):
        said = words.weighings.get(criterion.key, WeighingWords())
        empty = [part for part in CALLED if not getattr(said, part)]
        if empty:
            wants = _listed([CALLED[part] for part in empty])
            asks = f"Criterion {number} needs {wants}: “{criterion.question}”"
            lacks.append((f"{criterion.key}.{empty[0]}", asks))
    if words.outcome is None:
        lacks.append(("outcome", "Choose what the group decided."))
    if not words.reason:
        lacks.append(("reason", "Give the group’s reason for what it decided."))
    return lacks


def _listed(several: list[str]) -> str:
    *first, last = several
    return f"{', '.join(first)} and {last}" if first else last


def prompts(words: DecisionWords, route: Route) -> list[str]:
    """What a chair would ask about. Nothing here stops anything."""
    answers = [said.answer for said in words.weighings.values()]
    every = bool(answers) and all(answer == Answer.MET for answer in answers)
    chosen, asks = words.outcome, []
    must = {Route.SAR: Outcome.MANDATORY_SAR, Route.DHR: Outcome.DHR}.get(route)
    if every and must and chosen not in {must, None}:
        asks.append(
            "Every criterion is met, and still no review of this kind is chosen. Does the reason say why?"
        )
    if chosen == must == Outcome.MANDATORY_SAR and answers and not every:
        asks.append("Not every criterion is met, so section 44 does not say that this review must be held.")
    if chosen and not words.agreement:
        asks.append("It does not say yet who agreed.")
    if chosen and not words.equality:
        asks.append(
            "It does not say yet how race, culture, disability, sex, age and language were considered."
        )
    return asks


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
