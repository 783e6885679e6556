"""From what was chosen to the words of the briefing and the slides."""

from dataclasses import replace

import pytest

from pprg.briefings import compose
from pprg.briefings.choosing.picks import Choice
from pprg.briefings.content import BoxKind, Line, SlideKind
from pprg.briefings.counting import minutes_to_read, minutes_to_talk, words_in
from pprg.briefings.slides.packs import short_slides, team_meeting_slides
from tests.briefings.records import NAMES, changed, chosen, imprint, record


def box_of(read, kind, choices=None):
    made = compose.briefing(read, choices or {}, imprint(read))
    return next((box for box in made.boxes if box.kind is kind), None)


def slide_of(pack, kind, place=0):
    return [slide for slide in pack.slides if slide.kind is kind][place]


@pytest.mark.parametrize(
    ("name", "heading"),
    [("sar-marian", "Who was Marian?"), ("lcspr-wren", "Who is Wren?"), ("dhr-rosa", "Who was Rosa?")],
)
def test_a_living_child_is_not_spoken_of_as_dead(name, heading):
    assert box_of(record(name), BoxKind.PERSON).heading == heading


def test_several_people_are_spoken_of_as_several():
    read = changed("sar-marian", pseudonym="Gwen and Alec")

    assert compose.headings_for_person(read) == ("Who were Gwen and Alec?", "Who are Gwen and Alec?")


def test_the_author_may_head_the_box_the_other_way():
    choices = chosen(record("lcspr-wren"), person=["pen_picture/0"])
    was = replace(choices[BoxKind.PERSON], heading="Who was Wren?")

    assert (
        box_of(record("lcspr-wren"), BoxKind.PERSON, choices | {BoxKind.PERSON: was}).heading
        == "Who was Wren?"
    )


def test_a_heading_that_is_neither_is_not_used():
    choices = {BoxKind.PERSON: Choice(heading="Anything")}

    made = compose.briefing(
        record("sar-marian"), chosen(record("sar-marian")) | choices, imprint(record("sar-marian"))
    )

    assert BoxKind.PERSON not in {box.kind for box in made.boxes}


def test_the_authors_order_is_the_order():
    choices = chosen(record("sar-marian"), happened=["what_happened/7", "what_happened/0"])

    box = box_of(record("sar-marian"), BoxKind.HAPPENED, choices)

    assert [line.lead for line in box.lines] == ["Late winter 2023", "Spring 2021"]


def test_a_shorter_line_stands_in_place_of_its_source():
    choices = chosen(
        record("sar-marian"), happened=[("what_happened/7", "Marian was found dead in her chair.")]
    )

    box = box_of(record("sar-marian"), BoxKind.HAPPENED, choices)

    assert box.lines == (Line(lead="Late winter 2023", text="Marian was found dead in her chair."),)


def test_a_finding_is_its_heading_and_the_lines_chosen_of_it():
    choices = chosen(
        record("sar-marian"),
        learned=[("findings/F2/heading", "“I'm managing”"), "findings/F2/why/s1", "findings/F1/heading"],
    )

    box = box_of(record("sar-marian"), BoxKind.LEARNED, choices)

    assert box.lines == (
        Line(
            lead="“I'm managing”", text="Staff did not go on to test whether she could act on what she said."
        ),
        Line(lead="Four services closed within five weeks", text=""),
    )


def test_the_number_brings_its_source_and_date():
    number = box_of(record("dhr-rosa"), BoxKind.WHY).statistic

    assert number.source == (
        "Marlshire Community Safety Partnership, yearly return on high-risk cases (fictional), 31 March 2024."
    )


def test_a_number_that_was_not_chosen_is_not_said():
    choices = chosen(record("dhr-rosa"), why=["why_reviewed/s0"])

    assert box_of(record("dhr-rosa"), BoxKind.WHY, choices).statistic is None


def test_a_box_that_the_author_emptied_is_left_out():
    assert box_of(record("sar-marian"), BoxKind.WORKED, chosen(record("sar-marian"), worked=[])) is None


def test_care_says_what_it_is_about_and_one_number():
    notice = compose.care(record("dhr-rosa")).notice

    assert notice == (
        "This is about: Suicide; Domestic abuse and coercive control. Names and some details are changed. "
        "To talk to somebody: Marlshire staff listening line, 01632 960114."
    )


def test_care_names_a_telephone_before_an_address():
    support = [
        {"name": "By mail", "contact": "a@example.org"},
        {"name": "By voice", "contact": "01632 960114"},
    ]

    assert "By voice, 01632 960114" in compose.care(changed("sar-marian", support=support)).notice


def test_care_without_warnings_or_support_says_only_that_names_are_changed():
    read = changed("sar-marian", support=[], content_warnings=[])

    assert compose.care(read).notice == "Names and some details are changed."


@pytest.mark.parametrize(
    ("words", "read", "talk"), [(0, 1, 6), (230, 1, 6), (231, 2, 5), (640, 3, 4), (750, 4, 3), (2000, 9, 3)]
)
def test_seven_minutes_are_for_reading_and_for_talking(words, read, talk):
    assert (minutes_to_read(words), minutes_to_talk(words)) == (read, talk)


def test_words_are_counted_as_a_person_would():
    assert words_in("Smith & Jones – 48 hours", "“Who?”") == 5


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
