"""An author chooses lines for a box, words them shorter, and settles what has changed since."""

import pytest

from pprg import clock
from pprg.audit.queries import lines_of_case
from pprg.briefings import queries, services
from pprg.briefings.choosing.picks import Settling, Standing
from pprg.briefings.choosing.rows import Wanted
from pprg.briefings.content import BoxKind
from pprg.database import commit
from pprg.errors import Refused
from pprg.publications.states import ProofState, State
from tests.briefings.builders import a_publication, facts, rewritten, wanted

PERSON = BoxKind.PERSON


@pytest.fixture
def author(people):
    return people.author().account


@pytest.fixture
def publication(author):
    return a_publication(by=author)


def choose(publication, *lines, by, box=PERSON, version=0, **more):
    return services.choose(publication, box, wanted(*lines), version=version, by=by, **more)


def said(publication, box=PERSON):
    commit()
    return [(line.lead, line.text) for line in queries.desk_of(publication).boxes[box].lines]


@pytest.mark.both_databases
def test_what_is_chosen_is_kept_in_its_order(publication, author):
    choose(publication, "pen_picture/3", ("pen_picture/1", "She grew sweet peas."), by=author)

    assert said(publication) == [("", facts()[3]), ("", "She grew sweet peas.")]
    assert queries.desk_of(publication).boxes[PERSON].by_person


@pytest.mark.both_databases
def test_the_same_line_may_be_chosen_again_in_another_place(publication, author):
    row = choose(publication, "pen_picture/0", "pen_picture/1", by=author)
    commit()

    choose(publication, "pen_picture/1", "pen_picture/0", "pen_picture/2", by=author, version=row.version)

    assert [text for _, text in said(publication)] == [facts()[1], facts()[0], facts()[2]]


@pytest.mark.both_databases
def test_two_people_never_write_over_one_another(publication, author, people):
    row = choose(publication, "pen_picture/0", by=author)
    commit()
    seen = row.version
    choose(publication, "pen_picture/1", by=people.coordinator().account, version=seen)
    commit()

    with pytest.raises(Refused, match="Somebody else chose for this box"):
        choose(publication, "pen_picture/2", by=author, version=seen)

    assert said(publication) == [("", facts()[1])]


def test_a_first_choice_meanwhile_made_by_another_is_not_written_over(publication, author, people):
    choose(publication, "pen_picture/1", by=people.coordinator().account)
    commit()

    with pytest.raises(Refused, match="Somebody else chose"):
        choose(publication, "pen_picture/0", by=author)


def test_choosing_the_same_again_changes_nothing(publication, author):
    row = choose(publication, "pen_picture/0", by=author)
    commit()
    before = (publication.revision, row.version, row.chosen_at)

    choose(publication, "pen_picture/0", by=author, version=row.version)

    assert (publication.revision, row.version, row.chosen_at) == before


def test_a_shorter_line_that_is_the_line_is_the_line_whole(publication, author):
    choose(publication, ("pen_picture/0", facts()[0]), by=author)

    assert queries.choices_of(publication)[PERSON].picks[0].shorter == ""


def test_a_line_that_is_not_there_cannot_be_chosen(publication, author):
    with pytest.raises(Refused, match="The record changed while you were choosing"):
        choose(publication, "pen_picture/17", by=author)


def test_a_line_that_changed_while_somebody_chose_is_refused(publication, author):
    seen = queries.desk_of(publication).boxes[PERSON].lines[0].source
    rewritten(publication, "person", by=author, pen_picture=["She sang.", *facts()[1:]])

    line = Wanted(address=seen.address, digest=seen.digest)
    with pytest.raises(Refused, match="The record changed"):
        services.choose(publication, PERSON, [line], version=0, by=author)


def test_a_line_of_a_finding_brings_its_heading(publication, author):
    choose(publication, "findings/F2/why/s0", by=author, box=BoxKind.LEARNED)

    picks = queries.choices_of(publication)[BoxKind.LEARNED].picks
    assert [pick.address for pick in picks] == ["findings/F2/heading", "findings/F2/why/s0"]


def test_a_box_may_be_left_out_on_purpose(publication, author):
    choose(publication, by=author, box=BoxKind.WORKED)

    desk = queries.desk_of(publication)
    assert desk.boxes[BoxKind.WORKED].by_person
    assert BoxKind.WORKED not in {box.kind for box in desk.words.boxes}


def test_the_first_choice_can_be_taken_as_it_is(publication, author):
    offered = said(publication)

    services.take_first_choice(publication, PERSON, version=0, by=author)

    assert said(publication) == offered
    assert queries.desk_of(publication).boxes[PERSON].by_person


def test_the_heading_is_one_of_the_two(publication, author):
    row = choose(publication, "pen_picture/0", by=author, heading="Who is Marian?")
    assert queries.desk_of(publication).heading(PERSON) == "Who is Marian?"

    choose(publication, "pen_picture/0", by=author, heading="The case of Marian", version=row.version)
    assert queries.desk_of(publication).heading(PERSON) == "Who was Marian?"


def test_choosing_ends_a_check_that_is_under_way(publication, author):
    services.take_first_choices(publication, by=author)
    proof = services.ask_for_release(publication, dated=clock.today(), by=author)
    commit()
    row = queries.box_choices_of(publication)[PERSON]

    choose(publication, "pen_picture/0", by=author, version=row.version)

    assert (proof.state, publication.state) == (ProofState.STALE, State.DRAFT)


def test_it_is_written_down_who_chose_for_which_box(publication, author):
    choose(publication, "pen_picture/0", by=author)

    newest = lines_of_case(publication.case_id)[0]
    assert (newest.actor_id, newest.verb, newest.detail) == (author.id, "chose", "box=PERSON")


@pytest.fixture
def stale(publication, author):
    """A box whose second line has changed in the record, and whose third is gone, since they were chosen."""
    choose(publication, "pen_picture/0", ("pen_picture/1", "Sweet peas."), "pen_picture/3", by=author)
    rewritten(publication, "person", by=author, pen_picture=[facts()[0], "She raised roses.", facts()[2]])
    commit()
    return publication


def settled(publication, place, how, author):
    line = queries.desk_of(publication).boxes[PERSON].lines[place]
    row = queries.box_choices_of(publication)[PERSON]
    services.settle(publication, PERSON, line.address, how, version=row.version, by=author)
    commit()
    return queries.desk_of(publication).boxes[PERSON].lines


def test_a_change_in_the_record_is_shown_and_stops_the_release(stale):
    lines = queries.desk_of(stale).boxes[PERSON].lines

    assert [line.standing for line in lines] == [Standing.WHOLE, Standing.CHANGED, Standing.GONE]
    assert any("The record has changed" in stop for stop in queries.desk_of(stale).stops)


def test_an_author_keeps_their_own_words(stale, author):
    lines = settled(stale, 1, Settling.KEEP, author)

    assert (lines[1].standing, lines[1].text) == (Standing.SHORTER, "Sweet peas.")


def test_an_author_takes_the_records_new_words(stale, author):
    lines = settled(stale, 1, Settling.TAKE, author)

    assert (lines[1].standing, lines[1].text) == (Standing.WHOLE, "She raised roses.")


def test_an_author_keeps_what_the_record_said_before(publication, author):
    choose(publication, "pen_picture/1", by=author)
    rewritten(publication, "person", by=author, pen_picture=[facts()[0], "She raised roses.", *facts()[2:]])
    commit()

    lines = settled(publication, 0, Settling.KEEP, author)

    assert (lines[0].standing, lines[0].text) == (Standing.SHORTER, facts()[1])


def test_a_line_that_is_gone_is_taken_away(stale, author):
    lines = settled(stale, 2, Settling.REMOVE, author)

    assert [line.standing for line in lines] == [Standing.WHOLE, Standing.CHANGED]


def test_saving_the_page_settles_nothing_by_accident(stale, author):
    desk, row = queries.desk_of(stale), queries.box_choices_of(stale)[PERSON]
    page = [
        Wanted(address=line.address, digest=line.pick.digest, shorter=line.pick.shorter)
        for line in desk.boxes[PERSON].lines
    ]

    services.choose(stale, PERSON, page, version=row.version, by=author)

    assert [line.standing for line in queries.desk_of(stale).boxes[PERSON].lines] == [
        Standing.WHOLE, Standing.CHANGED, Standing.GONE,
    ]  # fmt: skip


def test_drafts_say_the_records_words_while_a_change_is_not_settled(publication, author):
    services.take_first_choices(publication, by=author)
    rewritten(publication, "person", by=author, pen_picture=["She sang.", *facts()[1:]])
    commit()

    assert said(publication)[0] == ("", "She sang.")


def test_a_draft_says_that_no_person_chose_its_lines_until_one_did(publication, author):
    made = services.make(publication, "seven-minute-briefing", "html").content.decode()
    assert "draft 1, lines not yet chosen by a person" in made

    services.take_first_choices(publication, by=author)

    made = services.make(publication, "seven-minute-briefing", "html").content.decode()
    assert "not yet chosen" not in made
