"""From a learning record and what was chosen of it to the words of the 7-minute briefing.

Every sentence is the record's, its author's shorter wording beside it, or one of the house's own.
Nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pprg.briefings import counting
from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import BoxChosen, Choices, Chosen, as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import Box, BoxKind, Briefing, Care, Imprint, Line, Statistic, Support
from pprg.guidance.codes import ReviewType
from pprg.publications.record import LearningRecord

_SEVERAL = re.compile(r"\s(?:and|&)\s|,")
_TOLD_OF_A_DEATH = re.compile(
    r"\b(?:died|dies|death|deaths|dead|suicide|killed|killing|murder|murdered|fatal|homicide)\b",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(r"(?:\d[\s-]?){3,}")

Standing = Mapping[BoxKind, BoxChosen]


def briefing(record: LearningRecord, choices: Choices, imprint: Imprint) -> Briefing:
    """The words of every format. A box without words is left out, and the others close up."""
    return of_boxes(record, as_it_stands(offered(record), choices), imprint)


def of_boxes(record: LearningRecord, standing: Standing, imprint: Imprint) -> Briefing:
    """The same, from choices that are already held against the record."""
    boxes = tuple(
        box for box in (_box(record, standing[kind]) for kind in BoxKind) if box.lines or box.statistic
    )
    words = sum(words_of(box) for box in boxes)
    return Briefing(
        imprint=imprint,
        care=care(record),
        boxes=boxes,
        minutes_to_read=counting.minutes_to_read(words),
        minutes_to_talk=counting.minutes_to_talk(words),
        words=words,
    )


def words_of(box: Box) -> int:
    """The words of a box that count: its lines and its number, without the heading and the small print."""
    number = box.statistic.text if box.statistic else ""
    return counting.words_in(number, *(text for line in box.lines for text in (line.lead, line.text)))


def care(record: LearningRecord) -> Care:
    """What it is about, that names are changed, and one number to ring."""
    about = tuple(record.content_warnings)
    support = tuple(Support(name=one.name, contact=one.contact) for one in record.support)
    sentences = [house.ABOUT.format(about="; ".join(about))] if about else []
    sentences.append(house.CHANGED)
    sentences += [house.TURN_TO.format(name=one.name, contact=one.contact) for one in first_to_ring(support)]
    return Care(about=about, notice=" ".join(sentences), support=support)


def first_to_ring(support: Sequence[Support]) -> tuple[Support, ...]:
    """One contact, a telephone number if there is one; none where the record names nobody."""
    by_telephone = [one for one in support if _A_NUMBER.search(one.contact)]
    return tuple([*by_telephone, *support][:1])


def headings_for_person(record: LearningRecord) -> tuple[str, str]:
    """The two headings that an author may choose between; the first is what the record seems to call for.

    To ask who a living child *was* hurts, and so does the other mistake: hence only a proposal.
    """
    several = bool(_SEVERAL.search(record.pseudonym))
    past, present = (house.WERE, house.ARE) if several else (house.WAS, house.IS)
    both = past.format(name=record.pseudonym), present.format(name=record.pseudonym)
    return both if _tells_of_a_death(record) else (both[1], both[0])


def _tells_of_a_death(record: LearningRecord) -> bool:
    told = [
        record.title,
        record.one_line,
        *record.content_warnings,
        *(event.event for event in record.what_happened[-1:]),
    ]
    return record.review_type is ReviewType.DHR or any(_TOLD_OF_A_DEATH.search(words) for words in told)


def _box(record: LearningRecord, chosen: BoxChosen) -> Box:
    return Box(
        kind=chosen.box,
        heading=heading(record, chosen),
        lines=lines_of(chosen),
        statistic=statistic(record, chosen.lines),
    )


def heading(record: LearningRecord, chosen: BoxChosen) -> str:
    if chosen.box is not BoxKind.PERSON:
        return house.BOX_HEADINGS[chosen.box]
    both = headings_for_person(record)
    return chosen.heading if chosen.heading in both else both[0]


def lines_of(chosen: BoxChosen) -> tuple[Line, ...]:
    """The lines of a box as printed; the number stands apart, and the lines of a finding together."""
    there = [line for line in chosen.lines if line.source and line.source.address != "statistic"]
    if chosen.box is BoxKind.LEARNED:
        return tuple(_finding(lines) for lines in by_finding(there).values())
    return tuple(Line(lead=line.lead, text=line.text) for line in there)


def by_finding(lines: Iterable[Chosen]) -> dict[str, list[Chosen]]:
    """The lines of each finding, findings in the order of their first line."""
    found: dict[str, list[Chosen]] = {}
    for line in lines:
        if line.source:
            found.setdefault(line.source.finding, []).append(line)
    return found


def _finding(lines: Sequence[Chosen]) -> Line:
    headings = [line.lead for line in lines if line.source and line.source.heads_a_finding]
    return Line(lead=" ".join(headings), text=" ".join(line.text for line in lines if line.text))


def statistic(record: LearningRecord, lines: Sequence[Chosen]) -> Statistic | None:
    """The one number with its source, if it was chosen."""
    number = next((line for line in lines if line.source and line.source.address == "statistic"), None)
    if number is None or record.statistic is None:
        return None
    return Statistic(text=number.text, source=source_of_number(record))


def source_of_number(record: LearningRecord) -> str:
    if record.statistic is None:
        return ""
    as_of = record.statistic.as_of
    return house.COUNTED.format(
        source=record.statistic.source.rstrip(". "), as_of=f"{as_of.day} {as_of:%B %Y}"
    )
