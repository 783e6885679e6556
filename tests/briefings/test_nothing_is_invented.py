"""Every sentence that is made is the record's or the house's, and no line is lost without being listed."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from pprg.briefings import compose, products
from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import Briefing, Slide, SlideKind, SlidePack
from pprg.briefings.desk import Desk
from pprg.briefings.handouts import house as on_handouts
from pprg.briefings.handouts.content import Handout
from pprg.briefings.house_sentences import SlideTitle
from pprg.briefings.orders import STEPS
from pprg.briefings.products import PRODUCTS
from pprg.briefings.sentences import sentences
from pprg.briefings.slides import spoken
from pprg.briefings.slides.packs import short_slides, team_meeting_slides
from pprg.documents import checking
from pprg.guidance.codes import AUDIENCE_LABELS
from pprg.publications.record import LearningRecord
from tests.briefings.any_record import records
from tests.briefings.records import NAMES, imprint, record

CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def strings(thing: object) -> Iterator[str]:
    """Every text in a record, wherever it stands."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from strings(value)
    elif isinstance(thing, (list, tuple)):
        for value in thing:
            yield from strings(value)


def of_the_record(read: LearningRecord) -> set[str]:
    """Its texts, the sentences of each, and the words for its codes."""
    texts = set(strings(read.model_dump(mode="json")))
    said = texts | {sentence for text in texts for sentence in sentences(text)}
    return said | set(AUDIENCE_LABELS.values()) | set(vars(imprint(read)).values())


def _notes() -> Iterator[str]:
    for ours in (*spoken.BY_KIND.values(), *spoken.ON.values(), *spoken.ON_FINDINGS):
        yield from (ours.say, ours.ask, ours.time, ours.avoid)
    yield from spoken.QUIETLY


OURS = {
    *(text for name, value in vars(on_handouts).items() if name.isupper() for text in strings(value)),
    *(do for do, _ in STEPS), *"123456789", "10", "30",
    *(value for name, value in vars(house).items() if name.isupper() and isinstance(value, str)),
    *house.BOX_HEADINGS.values(), *house.STANDING_QUESTIONS, *SlideTitle, *_notes(),
}  # fmt: skip
TEMPLATES = [
    re.compile(re.sub(r"\\\{\w+\\\}", "(.+)", re.escape(ours)), re.DOTALL)
    for ours in sorted(OURS, key=len, reverse=True)
    if re.sub(r"\{\w+\}", "", ours).strip()
]


def explained(text: str, known: set[str]) -> bool:
    """Whether a text is the record's, or a sentence of ours whose gaps the record fills."""
    bare = re.sub(r" \(\d+\)$", "", text)
    if not text or text in known or bare in known or _filled(text, known) or _filled(bare, known):
        return True
    return any(
        explained(text[: cut.start()], known) and explained(text[cut.end() :], known)
        for cut in re.finditer(r"\n|; | |: |, ", text)
        if text[: cut.start()] in known or _filled(text[: cut.start()], known)
    )


def _filled(text: str, known: set[str]) -> bool:
    for template in TEMPLATES:
        found = template.fullmatch(text)
        if found and all(explained(gap, known) for gap in found.groups()):
            return True
    return False


def said_in(made: Briefing | SlidePack | Handout) -> Iterator[str]:
    if isinstance(made, Handout):
        yield from (made.care.notice, made.name, made.for_whom)
        for part in made.parts:
            yield from (part.heading, part.intro, *part.columns, *(cell for row in part.rows for cell in row))
            yield from (text for line in part.lines for text in (line.lead, line.text))
        return
    if isinstance(made, Briefing):
        yield made.care.notice
        for box in made.boxes:
            yield box.heading
            yield from (text for line in box.lines for text in (line.lead, line.text))
            yield from (box.statistic.text, box.statistic.source) if box.statistic else ()
        return
    for slide in made.slides:
        yield from (slide.title, slide.question, slide.source, slide.care, slide.eyebrow)
        yield from (text for line in slide.lines for text in (line.lead, line.text))
        yield from "\n".join((slide.notes.say, slide.notes.ask, slide.notes.time, slide.notes.avoid)).split(
            "\n"
        )


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_every_product_is_the_records_or_the_houses(name, product):
    read = record(name)
    made = product.composes(read, {}, imprint(read))
    known = of_the_record(read) | {theme[0].upper() + theme[1:] for theme in [read.title.partition(": ")[2]]}
    known |= {"1", "2", "3", "5", "31 March 2024", str(read.report.pages), "pages"}

    unexplained = [text for text in said_in(made) if not explained(text, known)]

    assert not unexplained


def test_a_sentence_that_nobody_wrote_would_be_found():
    known = of_the_record(record("sar-marian"))

    assert explained("Marian lived mostly in one room.", known)
    assert explained("Who was Marian?", known)
    assert not explained("Marian was lonely.", known)
    assert not explained("Marian lived mostly in one room. She was lonely.", known)


@CALM
@given(records())
def test_whatever_a_record_holds_its_lines_are_whole(read):
    known = of_the_record(read)
    joined = {" ".join(said) for finding in read.findings for said in [sentences(finding.what)]}
    made = compose.briefing(read, {}, imprint(read))

    for box in made.boxes:
        for line in box.lines:
            assert line.text in known | joined | set(house.STANDING_QUESTIONS) | {""}
            assert line.lead in known | {""}


@CALM
@given(records())
def test_whatever_a_record_holds_each_line_is_in_the_briefing_or_listed(read):
    lines = offered(read)
    desk = Desk(read, {}, imprint(read))

    for box, chosen in as_it_stands(lines, {}).items():
        shown = [line.source for line in chosen.lines]
        assert sorted([*shown, *chosen.left_out], key=lambda one: one.address) == sorted(
            lines[box], key=lambda one: one.address
        )
        listed = desk.left_out.get(box, ())
        assert {one for one in lines[box] if not one.address.startswith("house/")} <= {*shown, *listed}


@CALM
@given(records())
def test_whatever_a_record_holds_the_packs_can_be_told(read):
    short, whole = short_slides(read, {}, imprint(read)), team_meeting_slides(read, {}, imprint(read))

    for pack in (short, whole):
        titles = [slide.title for slide in pack.slides]
        assert len(set(titles)) == len(titles)
        assert all(slide.notes.say or slide.notes.ask for slide in pack.slides)
        theirs = "\n".join(map(str, of_the_record(read)))
        for text in said_in(pack):
            gaps = re.findall(r"\{[a-z_]+\}|\bNone\b|<[a-z]+>", text)
            assert not [gap for gap in gaps if gap not in theirs]
    assert all(the_story_is_told(read, slide) for slide in whole.slides if slide.title == "What happened")


def the_story_is_told(read: LearningRecord, slide: Slide) -> bool:
    """Whole, or with a word that there is more of it."""
    there = [*(line.text for line in slide.lines), slide.notes.say]
    whole = all(any(event.event in text for text in there) for event in read.what_happened)
    return whole or house.MORE_IN_THE_REVIEW in slide.notes.say or slide.kind is not SlideKind.TIMELINE


@FEW
@given(records())
def test_whatever_a_record_holds_every_file_can_be_made_and_is_accessible(read):
    for product in PRODUCTS:
        for suffix in product.formats:
            made = products.drawn(product, suffix, read, {}, imprint(read))
            assert checking.faults(made, f".{suffix}") == []
