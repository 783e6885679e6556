"""What was chosen is held against the record of today: a changed line is shown, never swapped in silence."""

from pprg.briefings.choosing.picks import Choice, Standing, as_it_stands, held_against, whole
from pprg.briefings.choosing.rows import Typed, Wanted, as_typed, groups_of, moved
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind
from tests.briefings.records import changed, record

PERSON = BoxKind.PERSON
FACTS = list(record("sar-marian").pen_picture)


def picked(*places, shorter=""):
    sources = offered(record("sar-marian"))[PERSON]
    return [whole(sources[place], shorter) for place in places]


def against(picks, facts):
    return held_against(picks, offered(changed("sar-marian", pen_picture=facts))[PERSON])


def test_a_line_that_stands_as_it_did_is_taken_whole():
    (line,) = against(picked(1), FACTS)

    assert (line.standing, line.text) == (Standing.WHOLE, FACTS[1])


def test_a_line_in_shorter_words_says_those():
    (line,) = against(picked(1, shorter="She grew sweet peas."), FACTS)

    assert (line.standing, line.text) == (Standing.SHORTER, "She grew sweet peas.")


def test_a_line_that_only_moved_is_followed():
    (line,) = against(picked(1), [FACTS[3], FACTS[2], FACTS[1], FACTS[0]])

    assert (line.standing, line.source.address) == (Standing.WHOLE, "pen_picture/2")


def test_a_line_whose_words_changed_shows_was_and_now():
    (line,) = against(picked(1), [FACTS[0], "She raised roses.", *FACTS[2:]])

    assert line.standing is Standing.CHANGED
    assert (line.pick.was, line.source.words) == (FACTS[1], "She raised roses.")


def test_a_changed_line_keeps_the_authors_words_until_a_person_decides():
    (line,) = against(picked(1, shorter="She grew sweet peas."), [FACTS[0], "She raised roses.", *FACTS[2:]])

    assert (line.standing, line.text) == (Standing.CHANGED, "She grew sweet peas.")


def test_a_line_that_is_gone_is_flagged_and_says_nothing():
    (line,) = against(picked(3), FACTS[:3])

    assert (line.standing, line.text, line.source) == (Standing.GONE, "", None)


def test_a_line_inserted_before_the_others_disturbs_none_of_them():
    lines = against(picked(0, 1, 3), ["She laughed easily.", *FACTS])

    assert [line.standing for line in lines] == [Standing.WHOLE] * 3
    assert [line.text for line in lines] == [FACTS[0], FACTS[1], FACTS[3]]


def test_a_line_whose_place_another_took_is_gone_not_mistaken_for_it():
    lines = against(picked(0, 1), [FACTS[1], FACTS[2], FACTS[3]])

    assert [line.standing for line in lines] == [Standing.GONE, Standing.WHOLE]
    assert len({line.address for line in lines}) == 2


def test_findings_that_changed_places_are_followed():
    read = record("sar-marian")
    lines = offered(read)[BoxKind.LEARNED]
    picks = [whole(line) for line in lines if line.address.endswith("/heading")]
    turned = [one.model_dump() | {"ref": f"F{n}"} for n, one in enumerate(reversed(read.findings), 1)]

    found = held_against(
        picks, offered(changed("sar-marian", findings=turned, recommendations=[]))[BoxKind.LEARNED]
    )

    assert [line.source.finding for line in found] == ["F5", "F4", "F3", "F2", "F1"]
    assert {line.standing for line in found} == {Standing.WHOLE}


def test_a_changed_season_counts_as_a_change():
    sources = offered(record("sar-marian"))[BoxKind.HAPPENED]
    events = [event.model_dump() for event in record("sar-marian").what_happened]
    events[0]["when"] = "Summer 2021"

    (line,) = held_against(
        [whole(sources[0])], offered(changed("sar-marian", what_happened=events))[BoxKind.HAPPENED]
    )

    assert line.standing is Standing.CHANGED


def groups(picks, facts=FACTS):
    lines = offered(changed("sar-marian", pen_picture=facts))
    standing = as_it_stands(lines, {PERSON: Choice(picks=tuple(picks), by_person=True)})
    return groups_of(standing[PERSON], lines[PERSON])


def test_the_page_shows_what_is_chosen_first_in_its_order_then_the_rest():
    shown = groups(picked(2, 0))

    assert [group.key for group in shown][:4] == [
        "pen_picture/2",
        "pen_picture/0",
        "pen_picture/1",
        "pen_picture/3",
    ]
    assert [group.taken for group in shown][:3] == [True, True, False]


def test_a_line_that_is_gone_is_still_on_the_page_to_be_taken_away():
    shown = groups(picked(0, 3), FACTS[:3])

    gone = [row for group in shown for row in group.rows if row.standing is Standing.GONE]
    assert [row.was for row in gone] == [FACTS[3]]


def test_a_page_that_could_not_be_saved_comes_back_as_it_was_typed():
    typed = Typed(
        wanted=(Wanted(address="pen_picture/1", shorter="Mine."),),
        shown=frozenset({"pen_picture/0", "pen_picture/1", "pen_picture/2"}),
    )

    rows = {row.address: row for group in as_typed(groups(picked(0, 2, 3)), typed) for row in group.rows}

    assert not rows["pen_picture/0"].taken
    assert (rows["pen_picture/1"].taken, rows["pen_picture/1"].shorter) == (True, "Mine.")
    assert rows["pen_picture/3"].taken


def test_a_finding_moves_with_all_its_lines():
    lines = [
        Wanted(address=address)
        for address in (
            "findings/F1/heading",
            "findings/F1/what/s0",
            "findings/F2/heading",
            "findings/F3/heading",
        )
    ]

    addresses = [line.address for line in moved(lines, "findings/F3", -1)]

    assert addresses == [
        "findings/F1/heading",
        "findings/F1/what/s0",
        "findings/F3/heading",
        "findings/F2/heading",
    ]
    assert moved(lines, "findings/F1", -1) == lines
    assert moved(lines, "nothing like it", 1) == lines
