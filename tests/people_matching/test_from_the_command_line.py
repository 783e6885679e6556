"""`flask people match FILE.json`: a file of pairs in, what is thought of each out."""

import json

import pytest

from tests.people_matching.kinds import ONE_PERSON, TWO_PEOPLE, pairs_of

WORN = {"given_name": "Grace", "family_name": "Finch", "date_of_birth": "1945-03-11"}


@pytest.fixture
def match(app, tmp_path):
    def run(content):
        file = tmp_path / "pairs.json"
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return app.test_cli_runner().invoke(args=["people", "match", str(file)])

    return run


def a_file():
    """A file as another team would hand it in: every kind a few times, under ids of its own."""
    pairs, answers = [], {}
    for same, kinds in ((True, ONE_PERSON), (False, TWO_PEOPLE)):
        for kind in kinds:
            for a, b in pairs_of(kind, number=8, seed=2):
                name = f"pair {len(pairs)}"
                pairs.append({"id": name, "a": a, "b": b, "kind": kind.__name__})
                answers[name] = same
    return {"note": "Pairs of people records.", "pairs": pairs}, answers


def test_each_pair_gets_its_answer_with_a_score_and_reasons_in_words(match):
    told, right = a_file()
    answer = match(told)
    assert answer.exit_code == 0, answer.output
    said = json.loads(answer.output)
    assert list(said) == list(right)
    found = {name for name, one in said.items() if one["same"]}
    alike = {name for name, same in right.items() if same}
    assert len(found & alike) >= 0.95 * len(alike)
    assert len(found & alike) >= 0.85 * len(found)
    for one in said.values():
        assert 0 <= one["score"] <= 1
        assert one["same"] == (one["score"] > 0.5)
        assert all(reason[0].isupper() for reason in one["reasons"])
        assert one["reasons"]


def test_the_list_alone_will_do_and_little_may_be_known(match):
    answer = match([{"id": "1", "a": WORN, "b": {"family_name": "Finch"}}])
    assert json.loads(answer.output)["1"]["reasons"] == ["Same family name"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "This is not JSON in UTF-8."),
        (b"{", "This is not JSON in UTF-8."),
        ({"people": []}, "It must hold a list of pairs"),
        ([3], "pairs[0]: A pair must have id, a and b."),
        ([{"a": WORN, "b": WORN}], "pairs[0].id: Every pair needs an id"),
        ([{"id": "1", "a": WORN}], "pairs[0].b: This must be a record of a person."),
        (
            [{"id": "1", "a": WORN | {"nhs_number": 12}, "b": WORN}],
            "pairs[0].a.nhs_number: This must be text",
        ),
        (
            [{"id": "1", "a": WORN | {"known_as": "Dot"}, "b": WORN}],
            "a.known_as: This must be a list of names.",
        ),
        ([{"id": "1", "a": WORN | {"date_of_birth": "1950-02-31"}, "b": WORN}], "“1950-02-31” is no date"),
        ([{"id": "1", "a": WORN, "b": WORN}] * 2, "pairs: The id 1 comes twice."),
    ],
)
def test_a_file_that_is_not_right_is_told_so_and_nothing_is_compared(match, content, said):
    answer = match(content)
    assert answer.exit_code == 1
    assert said in answer.output
    assert "Nothing was compared." in answer.output
    assert "Traceback" not in answer.output


def test_a_file_that_is_not_there_is_told_so(app):
    answer = app.test_cli_runner().invoke(args=["people", "match", "nowhere.json"])
    assert answer.exit_code == 1
    assert "nowhere.json cannot be read" in answer.output
