"""Reading ease, held against texts and words whose figures are known."""

import pytest

from pprg.briefings.language.ease import GOAL, reading_ease, syllables

KNOWN = """
1 cat home closed learned asked looked helped judged
1 tried league vague wrote rules died our hours can't I'll
2 table little review practice wanted needed houses changes moments safely hopeful neighbour worker
2 abuse nurses people's mother's colleague trouble apple multi babies notice noticed judges wishes places
2 couldn't doesn't didn't isn't inquest measure adults mental lonely useful careful voices quiet science
3 agencies services government medical hospital appointment domestic homicide actual usual video easier
3 earlier different family carefully coroner partnership
3 decision recorded decided another together obvious assessment
4 information vulnerable situation experience relationship capacity statutory society everybody
5 communication individual recommendation psychiatric
6 physiotherapy
"""
WORDS = [(word, int(line.split()[0])) for line in KNOWN.strip().splitlines() for word in line.split()[1:]]


def test_syllables_of_known_words_are_counted_by_rule():
    wrong = {word: syllables(word) for word, many in WORDS if syllables(word) != many}

    assert wrong == {}
    assert len(WORDS) > 90


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The cat sat on the mat. The cat sat on the mat.", 116),  # 6 words of one syllable a sentence
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69),
        (
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            24,
        ),  # 13 words, 26 syllables
    ],
)
def test_texts_whose_syllables_are_known_come_out_as_the_formula_says(text, known):
    ease = reading_ease([text])

    assert ease is not None
    assert abs(ease - known) <= 3


def test_long_words_in_long_sentences_fall_below_the_goal_and_plain_ones_stand_above():
    heavy = (
        "The multi-agency safeguarding arrangements demonstrated considerable organisational fragmentation, "
        "necessitating comprehensive reconsideration of communication responsibilities."
    )
    plain = "She rang the nurse. The nurse did not come. No one told the ward that she was alone."

    assert reading_ease([heavy]) < 10
    assert reading_ease([plain]) > 90 > GOAL


def test_a_few_words_say_nothing_of_reading_ease():
    assert reading_ease(["Spring 2021."]) is None
    assert reading_ease([]) is None
