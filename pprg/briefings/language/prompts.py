"""Prompts about the words of a briefing: which line, which words, what to say instead. They stop nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pprg.briefings.content import BoxKind
from pprg.briefings.counting import words_in
from pprg.briefings.language import telling
from pprg.briefings.language.acronyms import explained, short_forms, stands_for
from pprg.briefings.language.phrases import phrases_in
from pprg.briefings.sentences import sentences

LONGEST_SENTENCE = 25
LONGEST_BULLET = 22
PASSIVES = 0.2
FINDINGS, ACTIONS = 5, 6
QUESTIONS = (3, 4)
SHOUTS = 1
IN_BULLETS = frozenset([BoxKind.PERSON, BoxKind.WORKED, BoxKind.DO_NOW, BoxKind.TALK])
"""An event is a line or two of a story, and a finding prose under a heading: there a sentence is measured."""
OURSELVES = frozenset([BoxKind.TALK, BoxKind.DO_NOW])
"""Where a team speaks of itself."""


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One line of a box, as it will be read."""

    box: BoxKind
    address: str
    text: str
    lead: str = ""
    heads_a_finding: bool = False
    sourced: bool = False
    """Whether its source is printed beside it, as that of the one number is."""

    @cached_property
    def said(self) -> str:
        """All its words but those that somebody is quoted with."""
        return telling.unquoted(self.lead if self.heads_a_finding else self.text)


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """Something to think about. `quoted` is empty where it is about a whole box."""

    box: BoxKind | None
    says: str
    address: str = ""
    quoted: str = ""
    better: str = ""


def prompts_about(lines: Sequence[Spoken], *, known: str) -> tuple[Prompt, ...]:
    """First what is about the briefing as a whole. `known` are public names: the pseudonym, the body."""
    return (
        *_of_the_whole(lines),
        *(prompt for line in lines for prompt in _of_line(line, known)),
        *_short_forms(lines),
        *_passives(lines),
    )


def _of_the_whole(lines: Sequence[Spoken]) -> Iterator[Prompt]:
    many = Counter(line.box for line in lines)
    findings = sum(line.heads_a_finding for line in lines)
    if findings > FINDINGS:
        yield Prompt(
            box=BoxKind.LEARNED, says=f"It has {findings} findings. A team takes in {FINDINGS} at most."
        )
    if many[BoxKind.DO_NOW] > ACTIONS:
        says = f"It asks for {many[BoxKind.DO_NOW]} things. {ACTIONS} at most are done."
        yield Prompt(box=BoxKind.DO_NOW, says=says)
    asked = many[BoxKind.TALK]
    if asked not in QUESTIONS:
        questions = "one question" if asked == 1 else f"{asked or 'no'} questions"
        says = f"It asks {questions}. Three or four fill the time."
        yield Prompt(box=BoxKind.TALK if asked else None, says=says)
    if not many[BoxKind.WORKED]:
        yield Prompt(
            box=None, says="It names nothing that worked. A review that reads as failure alone is not heard."
        )
    shouts = sum(line.said.count("!") for line in lines)
    if shouts > SHOUTS:
        yield Prompt(box=None, says=f"It has {shouts} exclamation marks. The facts are loud enough.")


@lru_cache(maxsize=1024)
def _of_line(line: Spoken, known: str) -> tuple[Prompt, ...]:
    """Kept while words stay as they are: of a briefing that is being typed, one line changes."""
    return tuple(_about(line, known))


def _about(line: Spoken, known: str) -> Iterator[Prompt]:
    for found in phrases_in(line.said):
        yield _prompt(line, line.said[found.start : found.end], "", found.better)
    yield from _lengths(line)
    if line.box not in OURSELVES:
        for words in list(telling.first_person_in(line.said))[:1]:
            yield _prompt(line, words, "Who speaks here?", "the service or the review by name")
    for words, better in telling.days_in(line.said):
        yield _prompt(line, words, "An exact day can point to somebody.", better)
    for words in telling.places_in(line.said, known=known):
        yield _prompt(line, words, "A place can point to somebody.", "“a town”, “a hospital”")
    yield from _numbers(line)


def _lengths(line: Spoken) -> Iterator[Prompt]:
    whole = words_in(line.said)
    said = sentences(line.lead if line.heads_a_finding else line.text)
    for sentence in said:
        if (words := words_in(telling.unquoted(sentence))) > LONGEST_SENTENCE:
            yield _prompt(line, _start(sentence), f"{words} words in one sentence.", "two sentences")
    if len(said) > 1 and line.box in IN_BULLETS and whole > LONGEST_BULLET:
        says = f"{whole} words in one line; {LONGEST_BULLET} are read at a glance."
        yield _prompt(line, _start(line.text), says, "a shorter line beside it")


def _numbers(line: Spoken) -> Iterator[Prompt]:
    if line.sourced:
        return
    for sentence in sentences(line.text):
        if words := telling.number_alone_in(telling.unquoted(sentence)):
            yield _prompt(
                line, words, "Where is this number from, and of when?", "the number with source and year"
            )


def _short_forms(lines: Sequence[Spoken]) -> Iterator[Prompt]:
    """Each once, at its first place."""
    texts = [text for line in lines for text in (line.lead, line.text)]
    seen: set[str] = set()
    for line in lines:
        for found in short_forms(line.said):
            form = found[0]
            if form not in seen and not explained(form, texts):
                full = stands_for(form)
                better = f"“{full} ({form})” the first time" if full else f"the words in full, then ({form})"
                yield _prompt(line, form, "Not everybody knows this short form.", better)
            seen.add(form)


def _passives(lines: Sequence[Spoken]) -> Iterator[Prompt]:
    """Where more than a fifth of a box is passive; the first is shown."""
    for box in BoxKind:
        said = [
            (line, telling.unquoted(sentence))
            for line in lines
            if line.box is box
            for sentence in sentences(line.lead if line.heads_a_finding else line.text)
        ]
        passive = [(line, words) for line, sentence in said if (words := telling.passive_in(sentence))]
        if len(passive) > 1 and len(passive) > PASSIVES * len(said):
            line, words = passive[0]
            says = f"{len(passive)} of {len(said)} sentences here do not say who did it."
            yield _prompt(line, words, says, "who did what, for instance “the nurse rang”")


def _prompt(line: Spoken, quoted: str, says: str, better: str) -> Prompt:
    return Prompt(box=line.box, address=line.address, quoted=quoted.strip(), says=says, better=better)


def _start(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
