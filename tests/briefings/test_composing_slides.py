"""From what was chosen to the words of the slides and of their notes."""

import pytest

from pprg.briefings.content import SlideKind
from pprg.briefings.counting import words_in
from pprg.briefings.slides.packs import short_slides, team_meeting_slides
from tests.briefings.records import NAMES, changed, chosen, imprint, record


def slide_of(pack, kind, place=0):
    return [slide for slide in pack.slides if slide.kind is kind][place]


@pytest.mark.parametrize("name", NAMES)
def test_four_slides_for_seven_minutes(name):
    pack = short_slides(record(name), {}, imprint(record(name)))

    assert [slide.kind for slide in pack.slides] == [
        SlideKind.PERSON, SlideKind.TIMELINE, SlideKind.FINDING, SlideKind.COMMITMENT,
    ]  # fmt: skip
    assert pack.slides[0].title == record(name).title
    assert "You may step out" in pack.slides[0].care
    assert pack.slides[3].question == record(name).questions[0]


@pytest.mark.parametrize("name", NAMES)
def test_half_an_hour_of_slides_and_an_appendix(name):
    pack = team_meeting_slides(record(name), {}, imprint(record(name)))
    main = [slide for slide in pack.slides if not slide.appendix]

    assert len(main) == 13
    assert [slide.title for slide in pack.slides[len(main) :]] == [
        "We also learned", "For supervision", "What has changed already", "Further help",
    ]  # fmt: skip
    minutes = sum(int(slide.notes.time.split()[0]) for slide in main)
    assert 25 <= minutes <= 30


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tell", [short_slides, team_meeting_slides])
def test_a_slide_says_little_and_its_notes_say_the_rest(tell, name):
    pack = tell(record(name), {}, imprint(record(name)))

    for slide in pack.slides:
        words = words_in(*(line.text for line in slide.lines), slide.question)
        if slide.kind not in {SlideKind.TIMELINE, SlideKind.ACTIONS} and not slide.appendix:
            assert words <= 40, slide.title
        notes = slide.notes
        assert all((notes.say, notes.ask, notes.time, notes.avoid)), slide.title
        assert 80 <= words_in(notes.say, notes.ask, notes.time, notes.avoid) <= 150, slide.title


@pytest.mark.parametrize("name", NAMES)
def test_the_slide_and_its_notes_together_tell_every_event(name):
    read = record(name)

    slide = slide_of(team_meeting_slides(read, {}, imprint(read)), SlideKind.TIMELINE)

    shown = [line.text for line in slide.lines]
    every = all(event.event in shown or event.event in slide.notes.say for event in read.what_happened)
    assert every or "There is more of this in the review itself." in slide.notes.say
    assert slide.notes.say.startswith("Read the events on the slide aloud")


@pytest.mark.parametrize("name", NAMES)
def test_labels_leave_the_events_themselves_to_the_notes(name):
    events = [event.model_dump() | {"short": "Label"} for event in record(name).what_happened]
    read = changed(name, what_happened=events)

    slide = slide_of(team_meeting_slides(read, {}, imprint(read)), SlideKind.TIMELINE)

    shown = {line.lead for line in slide.lines}
    assert {line.text for line in slide.lines} == {"Label"}
    told = [event for event in read.what_happened if f"{event.when}: {event.event}" in slide.notes.say]
    assert shown <= {event.when for event in told}


def test_the_number_stands_with_what_the_review_is_not_and_without_it_whose_it_is():
    read = record("dhr-rosa")
    without = changed("dhr-rosa", statistic=None)

    slide = team_meeting_slides(read, {}, imprint(read)).slides[3]
    alone = team_meeting_slides(without, {}, imprint(without)).slides[3]

    assert slide.lines[0].text == read.statistic.text
    assert slide.source
    assert "Domestic Homicide Review looks at how services worked" in slide.lines[1].text
    assert (alone.title, alone.source) == ("What this review is", "")
    assert "Marlshire Community Safety Partnership" in alone.lines[1].text


def test_a_person_is_told_in_three_facts_if_a_slide_holds_them_and_in_two_if_not():
    short = ["She sang in the kitchen.", "She kept a drawer of odd buttons.", "She never got lost."]
    long, brief = record("dhr-rosa"), changed("dhr-rosa", pen_picture=short)

    two = slide_of(team_meeting_slides(long, {}, imprint(long)), SlideKind.PERSON)
    three = slide_of(team_meeting_slides(brief, {}, imprint(brief)), SlideKind.PERSON)

    assert len(two.lines) == 2
    assert [line.text for line in three.lines] == short


def test_findings_say_which_of_how_many_they_are():
    read = record("dhr-rosa")

    slides = team_meeting_slides(read, {}, imprint(read)).slides

    said = [slide.eyebrow for slide in slides if slide.kind is SlideKind.FINDING]
    assert said == [f"What we learned, {number} of 3" for number in (1, 2, 3)]


def test_notes_are_long_enough_to_say_and_never_longer_however_much_or_little_there_is():
    little = changed("sar-marian", pen_picture=["She cooked."], why_reviewed="She died.", statistic=None)
    much = changed("sar-marian", pen_picture=["She cooked school dinners for years and years."] * 8,
                   why_reviewed="It was a long story that went on. " * 40)  # fmt: skip

    for read in (little, much):
        for slide in team_meeting_slides(read, {}, imprint(read)).slides:
            notes = slide.notes
            assert 80 <= words_in(notes.say, notes.ask, notes.time, notes.avoid) <= 150, slide.title


def test_a_timeline_uses_the_authors_labels_and_five_events():
    events = [
        event.model_dump() | {"short": f"Label {number}"}
        for number, event in enumerate(record("sar-marian").what_happened)
    ]
    read = changed("sar-marian", what_happened=events)
    choices = chosen(read, happened=[f"what_happened/{number}" for number in range(8)])

    lines = slide_of(team_meeting_slides(read, choices, imprint(read)), SlideKind.TIMELINE).lines

    assert [line.text for line in lines] == ["Label 0", "Label 2", "Label 5", "Label 6", "Label 7"]


def test_a_timeline_on_one_slide_keeps_the_first_and_the_last_event():
    read = record("lcspr-wren")

    lines = slide_of(short_slides(read, {}, imprint(read)), SlideKind.TIMELINE).lines

    assert lines[0].lead == "Summer 2023"
    assert lines[-1].lead == "Spring 2024"
    assert words_in(*(line.text for line in lines)) <= 80


def test_what_life_was_like_is_told_in_the_persons_own_words():
    read = record("sar-marian")
    pack = team_meeting_slides(read, {}, imprint(read))

    slide = next(slide for slide in pack.slides if slide.title == "What life was like")

    (line,) = slide.lines
    assert line.text.endswith("she said that she was “tired of being visited and not helped”.")
    assert line.text in slide.notes.say
    assert "Marian lived mostly in one room. She slept in a chair" in slide.notes.say


def test_what_the_author_chose_of_a_life_goes_before_that():
    read = record("sar-marian")
    choices = chosen(read, person=["pen_picture/0", "lived_experience/s0"])

    pack = team_meeting_slides(read, choices, imprint(read))

    slide = next(slide for slide in pack.slides if slide.title == "What life was like")
    assert [line.text for line in slide.lines] == ["Marian lived mostly in one room."]


def test_the_finding_that_the_author_put_first_is_the_one_of_the_short_pack():
    read = record("dhr-rosa")
    choices = chosen(read, learned=["findings/F5/heading", "findings/F1/heading"])

    slide = slide_of(short_slides(read, choices, imprint(read)), SlideKind.FINDING)

    assert slide.title == read.findings[4].heading
    assert read.findings[4].what in slide.notes.say
    assert "The review also found: Six contacts were read as six separate events." in slide.notes.say


@pytest.mark.parametrize(("many", "slides", "shared"), [(1, 1, 0), (4, 3, 1), (5, 3, 2), (6, 3, 3)])
def test_findings_past_the_third_share_a_slide_by_their_headings(many, slides, shared):
    read = record("dhr-rosa")
    choices = chosen(read, learned=[f"findings/F{n}/heading" for n in range(1, many + 1)])

    pack = team_meeting_slides(read, choices, imprint(read))

    own = [slide for slide in pack.slides if slide.kind is SlideKind.FINDING]
    others = [slide for slide in pack.slides if slide.title == "We also learned"]
    assert (len(own), sum(len(slide.lines) for slide in others)) == (slides, shared)


def test_two_findings_with_one_heading_have_slides_with_two_titles():
    findings = [one.model_dump() | {"heading": "What happened"} for one in record("sar-marian").findings]
    read = changed("sar-marian", findings=findings)

    titles = [slide.title for slide in team_meeting_slides(read, {}, imprint(read)).slides]

    assert len(set(titles)) == len(titles)
    assert "What happened (2)" in titles


def test_a_title_without_a_name_and_a_point_stands_whole():
    read = changed("sar-marian", title="When every service closed at once")

    slide = team_meeting_slides(read, {}, imprint(read)).slides[0]

    assert (slide.title, slide.lines[0].text) == (
        "When every service closed at once",
        "Safeguarding Adults Review",
    )


def test_a_record_with_little_in_it_makes_short_packs():
    read = changed(
        "sar-marian", pen_picture=[], statistic=None, what_happened=[], lived_experience="", findings=[],
        good_practice=[], what_to_do=[], questions=[], supervision_prompts=[], recommendations=[],
        changes_already_made=[], content_warnings=[], support=[], report=None, method="", lead_reviewer="",
        period_covered="",
    )  # fmt: skip

    assert [slide.title for slide in short_slides(read, {}, imprint(read)).slides] == [
        "Marian: when every service closed at once", "One change we will make",
    ]  # fmt: skip
    assert [slide.title for slide in team_meeting_slides(read, {}, imprint(read)).slides] == [
        "Marian", "Before we start", "What this review is", "Talk about it", "One change we will make",
        "Further help",
    ]  # fmt: skip
