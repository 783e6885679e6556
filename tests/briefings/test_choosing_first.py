"""The first choice: sensible, whole lines only, the same every time."""

import pytest

from pprg.briefings import compose
from pprg.briefings.choosing.budgets import BUDGETS, WHOLE
from pprg.briefings.choosing.first_choice import first_choice
from pprg.briefings.choosing.picks import as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind
from pprg.briefings.drawing.fitting import fit
from pprg.briefings.sentences import sentences
from tests.briefings.records import NAMES, changed, imprint, record


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_can_be_made_at_once_within_the_words_and_on_two_pages(name):
    made = compose.briefing(record(name), {}, imprint(record(name)))

    assert WHOLE.least <= made.words <= WHOLE.most
    assert [box.kind for box in made.boxes] == list(BoxKind)
    assert fit(made).pages == 2
    assert (made.minutes_to_read, made.minutes_to_talk) == (3, 4)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_and_the_last_event_are_always_in(name):
    read = record(name)

    chosen = [source.address for source in first_choice(offered(read))[BoxKind.HAPPENED]]

    assert chosen[0] == "what_happened/0"
    assert chosen[-1] == f"what_happened/{len(read.what_happened) - 1}"
    assert 3 <= len(chosen) <= 5


def test_the_event_on_which_the_end_rests_is_in_too():
    chosen = first_choice(offered(record("lcspr-wren")))[BoxKind.HAPPENED]

    assert any("broken bones" in source.text for source in chosen)


def test_first_and_last_event_are_in_however_long_they_are():
    events = [{"when": f"Year {n}", "event": "word " * 80, "short": ""} for n in range(12)]
    read = changed("sar-marian", what_happened=events)

    chosen = [source.address for source in first_choice(offered(read))[BoxKind.HAPPENED]]

    assert chosen == ["what_happened/0", "what_happened/11"]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_keeps_its_heading(name):
    read = record(name)

    learned = next(
        box for box in compose.briefing(read, {}, imprint(read)).boxes if box.kind is BoxKind.LEARNED
    )

    assert [line.lead for line in learned.lines] == [finding.heading for finding in read.findings]
    assert learned.lines[0].text == read.findings[0].in_practice
    for line, finding in zip(learned.lines, read.findings, strict=True):
        assert line.text in {"", finding.in_practice}


def test_where_there_is_no_room_a_finding_is_its_heading_alone():
    findings = [
        record("dhr-rosa").findings[0].model_dump() | {"ref": f"F{n}", "in_practice": "word " * 100}
        for n in range(1, 11)
    ]
    read = changed("dhr-rosa", findings=findings, recommendations=[])

    learned = next(
        box for box in compose.briefing(read, {}, imprint(read)).boxes if box.kind is BoxKind.LEARNED
    )

    assert [line.lead for line in learned.lines] == [finding["heading"] for finding in findings]
    assert {line.text for line in learned.lines} == {""}


@pytest.mark.parametrize("name", NAMES)
def test_a_first_choice_is_whole_lines_of_the_record(name):
    read = record(name)
    said = {sentence for text in (read.why_reviewed, read.lived_experience) for sentence in sentences(text)}
    said |= {text for finding in read.findings for text in (finding.heading, finding.in_practice)}
    said |= {event.event for event in read.what_happened} | set(read.pen_picture) | set(read.questions)
    said |= {good.what for good in read.good_practice} | {one.action for one in read.what_to_do}

    for box, lines in first_choice(offered(read)).items():
        assert lines, box
        assert {line.text or line.lead for line in lines} <= said | {read.statistic.text}


@pytest.mark.parametrize("name", NAMES)
def test_a_box_keeps_to_what_it_may_take_unless_others_left_room(name):
    chosen = first_choice(offered(record(name)))

    for box in set(BoxKind) - {BoxKind.LEARNED, BoxKind.WORKED}:
        assert sum(line.length for line in chosen[box]) <= BUDGETS[box].most


def test_everyones_action_comes_first_and_there_are_six_at_most():
    actions = [{"audience": "police", "action": f"Do the {n}th thing."} for n in range(11)]
    read = changed("sar-marian", what_to_do=[*actions, {"audience": "all", "action": "Ring."}])

    chosen = first_choice(offered(read))[BoxKind.DO_NOW]

    assert [line.lead for line in chosen] == ["Everyone", *["Police"] * 5]


def test_a_story_with_too_few_questions_borrows_the_standing_ones():
    read = changed("sar-marian", questions=["What did Marian ask for?"])

    chosen = [source.address for source in first_choice(offered(read))[BoxKind.TALK]]

    assert chosen == ["questions/0", "house/questions/0", "house/questions/1"]


def test_a_record_that_says_nothing_makes_an_empty_choice():
    read = changed(
        "sar-marian", pen_picture=[], statistic=None, what_happened=[], lived_experience="", findings=[],
        good_practice=[], what_to_do=[], questions=[], recommendations=[],
    )  # fmt: skip

    made = compose.briefing(read, {}, imprint(read))

    assert [box.kind for box in made.boxes] == [BoxKind.WHY, BoxKind.TALK]


def test_it_is_offered_and_nobodys_choice():
    standing = as_it_stands(offered(record("sar-marian")), {})

    assert not any(box.by_person for box in standing.values())


def test_the_same_record_gives_the_same_choice():
    assert first_choice(offered(record("dhr-rosa"))) == first_choice(offered(changed("dhr-rosa")))
