"""Prompts on wording: each names its box and line, quotes the words and offers better ones."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pprg.briefings.choosing.picks import as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind
from pprg.briefings.language import phrases
from pprg.briefings.language.ease import reading_ease
from pprg.briefings.language.prompts import Prompt, Spoken, prompts_about
from tests.briefings.records import NAMES, record


def line(
    text: str, box: BoxKind = BoxKind.WHY, *, lead: str = "", address: str = "why_reviewed/s0"
) -> Spoken:
    return Spoken(box=box, address=address, text=text, lead=lead)


QUESTIONS = [line(f"What helps, and who does it, {n}?", BoxKind.TALK) for n in ("first", "next", "last")]
WORKED = line("A nurse rang each week.", BoxKind.WORKED)


def about(*lines: Spoken, known: str = "Marian") -> list[Prompt]:
    """Prompts about these lines, in a briefing that is otherwise in order."""
    return list(prompts_about([*lines, WORKED, *QUESTIONS], known=known))


def quoted(text: str, **more) -> list[str]:
    return [prompt.quoted for prompt in about(line(text, **more))]


def test_a_phrase_that_blames_is_quoted_from_its_line_with_a_better_wording():
    (prompt,) = about(line("Marian failed to engage.", address="what_happened/3", box=BoxKind.HAPPENED))

    assert (prompt.box, prompt.address, prompt.quoted) == (
        BoxKind.HAPPENED,
        "what_happened/3",
        "failed to engage",
    )
    assert "did not come to appointments" in prompt.better
    assert "what got in the way" in prompt.better


@pytest.mark.parametrize(
    "words",
    ["non-engaging", "chaotic", "inappropriate", "should have known", "ensure that", "robust", "service user",
     "lessons have been learned", "committed suicide", "hard to reach", "going forward", "siblings"],
)  # fmt: skip
def test_phrases_of_the_field_are_met_in_any_case(words):
    assert quoted(f"It was {words} there.") == [words]
    assert quoted(f"{words.capitalize()} it was.") == [words.capitalize()]


def test_there_are_dozens_and_each_finds_itself_and_offers_something():
    assert len(phrases.PHRASES) > 60
    assert all(one.better for one in phrases.PHRASES)
    assert len({one.pattern for one in phrases.PHRASES}) == len(phrases.PHRASES)


@pytest.mark.parametrize("text", ["Robustness matters.", "A clientele came.", "The lesson in maths ended."])
def test_words_that_only_hold_such_letters_are_left_alone(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text",
    ["She said “I failed to engage, I was chaotic and we are robust”.",
     "She said ‘they’re hard to reach’ then.",
     'The note said "DNA\'d, chaotic, MARAC" and no more.', "He wrote 'we must ensure that' twice."],
)  # fmt: skip
def test_what_somebody_said_is_never_prompted(text):
    assert quoted(text) == []


def test_an_acronym_is_named_once_and_not_at_all_when_explained():
    (prompt,) = about(line("The MARAC met. The MARAC met again."), line("A MARAC is a meeting."))
    assert prompt.quoted == "MARAC"
    assert "multi-agency risk assessment conference (MARAC)" in prompt.better

    assert about(line("The risk conference (MARAC) met."), line("The MARAC met again.")) == []
    assert about(line("The MARAC (risk conference) met.")) == []


def test_what_everybody_knows_is_no_acronym():
    assert quoted("Her GP and the NHS rang A&E from the UK.") == []


def test_an_acronym_nobody_listed_is_prompted_too():
    (prompt,) = about(line("The ZQF panel met."))
    assert prompt.better == "the words in full, then (ZQF)"


def test_first_person_is_asked_about_but_not_where_a_team_speaks_of_itself():
    assert quoted("We found that our notes were thin.") == ["We"]
    assert about(line("What will we do in our team?", BoxKind.DO_NOW)) == []


def test_a_sentence_of_more_than_25_words_is_said_with_its_number():
    (prompt,) = about(line("She " + "and then " * 12 + "went home."))
    assert prompt.says == "27 words in one sentence."
    assert prompt.quoted.endswith("…")
    assert quoted("She " + "and then " * 11 + "went home.") == []


def test_a_bullet_of_more_than_22_words_is_long_even_in_short_sentences():
    words = "Ring the ward first and ask. " * 4
    (prompt,) = about(line(words, BoxKind.DO_NOW, address="what_to_do/0"))
    assert prompt.says.startswith("24 words in one line")


@pytest.mark.parametrize(
    ("text", "day", "better"),
    [
        ("She died on 14 March 2023 at home.", "14 March 2023", "“March 2023”"),
        ("She rang on March 3rd.", "March 3rd", "“March”"),
        ("Seen 03/04/2023 at home.", "03/04/2023", "the month or the season"),
    ],
)
def test_an_exact_day_is_offered_its_month(text, day, better):
    assert [(one.quoted, one.better) for one in about(line(text))] == [(day, better)]


@pytest.mark.parametrize(
    "text", ["In March 2023 she moved.", "In spring 2023 three nurses came.", "From May on."]
)
def test_a_month_is_no_exact_day(text):
    assert quoted(text) == []


@pytest.mark.parametrize("place", ["Thornbury", "Hollin Lane", "Ashdown Hospital"])
def test_a_place_is_offered_a_town(place):
    (prompt,) = about(line(f"She lived near {place} then."))
    assert prompt.quoted == place
    assert "a town" in prompt.better


@pytest.mark.parametrize(
    "text",
    [
        "She moved from Wales in March.",
        "A gift from Marian came.",
        "It is in the Care Act.",
        "In June it ended.",
    ],
)
def test_countries_months_laws_and_the_pseudonym_are_no_places(text):
    assert quoted(text) == []


def test_a_share_or_large_number_needs_its_source():
    assert quoted("About 40% of adults live alone.") == ["40%"]
    assert quoted("One in five adults lives alone.") == ["One in five"]
    assert quoted("According to the census, 40% of adults live alone.") == []
    assert quoted("She had 12 visits in 2023.") == []
    assert about(Spoken(box=BoxKind.WHY, address="statistic", text="40% live alone.", sourced=True)) == []


def test_one_exclamation_mark_may_stand_and_two_are_too_many():
    assert about(line("Stop! Then ring.")) == []
    (prompt,) = about(line("Stop! Ring!"))
    assert prompt.says.startswith("It has 2 exclamation marks")


def test_a_box_where_more_than_a_fifth_is_passive_is_told_once():
    passive = ["The file was closed.", "She was not seen.", "The nurse rang.", "He came."]
    (prompt,) = about(line(" ".join(passive)))
    assert prompt.quoted == "was closed"
    assert prompt.says.startswith("2 of 4 sentences")
    assert about(line("The file was closed. " + "The nurse rang. " * 9)) == []


def test_how_many_findings_actions_and_questions_there_are():
    headings = [
        Spoken(
            box=BoxKind.LEARNED,
            address=f"findings/F{n}/heading",
            text="",
            lead="One thing",
            heads_a_finding=True,
        )
        for n in range(6)
    ]
    actions = [line("Ring first.", BoxKind.DO_NOW) for _ in range(7)]
    says = [one.says for one in prompts_about([*headings, *actions, QUESTIONS[0]], known="")]

    assert says[0].startswith("It has 6 findings")
    assert says[1].startswith("It asks for 7 things")
    assert says[2].startswith("It asks one question.")
    assert says[3].startswith("It names nothing that worked")


@pytest.mark.parametrize("name", NAMES)
def test_the_three_records_as_first_chosen_are_hardly_prompted(name):
    """They were written by people who know how: what is left is worth a look."""
    read = record(name)
    standing = as_it_stands(offered(read), {})
    lines = [
        Spoken(box=box, address=one.address, text=one.text, lead=one.lead,
               heads_a_finding=one.source.heads_a_finding, sourced=one.address == "statistic")
        for box, chosen in standing.items() for one in chosen.lines
    ]  # fmt: skip

    assert len(prompts_about(lines, known=f"{read.pseudonym} {read.commissioned_by}")) <= 2


@given(st.text(max_size=400), st.sampled_from(BoxKind))
@example("“never closed and 'neither", BoxKind.PERSON)
@settings(max_examples=80, deadline=None)
def test_any_words_whatever_can_be_prompted_about_in_their_own_letters(text, box):
    for prompt in prompts_about([line(text, box)], known="Marian"):
        words = prompt.quoted.removesuffix(" …")
        assert " ".join(words.split()) in " ".join(text.split())
    reading_ease([text])
