"""Records that nobody should write, and that people do: far too much, far too little, in other scripts."""

from __future__ import annotations

from typing import Any

from pprg.publications.record import LearningRecord, check_words
from tests.briefings.any_record import AWKWARD, LONG_WORD
from tests.briefings.records import record

SENTENCE = "The worker rang twice on the day and wrote down what was said about the heating and the stairs."
LONG = " ".join([SENTENCE] * 5)
HEADING = " ".join(["What was seen here is told at such length that no slide could ever hold it,"] * 5)
PARAGRAPH = " ".join(f"{SENTENCE[:-1]} in week {week}." for week in range(1, 19))
SCRIPTS = "سلمى تحب الحديقة · Łódź 区 日本語 · Владислав · ਪੰਜਾਬੀ · 👩\u200d👧"


def _finding(number: int, **words: str) -> dict[str, Any]:
    usual = {"heading": f"{HEADING} {number}", "what": LONG, "why": LONG, "in_practice": LONG}
    return {"ref": f"F{number}", "themes": [], "report_paragraphs": [], **usual, **words}


def _much() -> dict[str, Any]:
    return {
        "pen_picture": [f"{LONG} {LONG_WORD} {number}." for number in range(8)],
        "why_reviewed": PARAGRAPH,
        "lived_experience": PARAGRAPH,
        "what_happened": [
            {
                "when": f"Early in spring {2010 + number}",
                "event": " ".join([SENTENCE] * 4),
                "short": "",
            }
            for number in range(12)
        ],
        "findings": [_finding(number) for number in range(1, 10)],
        "good_practice": [{"role": "Community nurse", "what": LONG}] * 8,
        "what_to_do": [{"audience": "all", "action": f"{LONG} {number}"} for number in range(12)],
        "questions": [f"{SENTENCE[:-1]}, {number}?" for number in range(8)],
        "supervision_prompts": [f"{LONG} {number}?" for number in range(10)],
        "recommendations": [
            {"ref": f"R{n}", "text": SENTENCE, "addressed_to": ["All"], "finding": "F1", "national": False}
            for n in range(1, 15)
        ],
        "changes_already_made": [{"agency": LONG_WORD, "change": LONG}] * 10,
        "content_warnings": [LONG] * 6,
        "support": [{"name": f"{LONG_WORD} {number}", "contact": SENTENCE} for number in range(8)],
    }


def _little() -> dict[str, Any]:
    lists = ("pen_picture", "what_happened", "findings", "good_practice", "what_to_do", "questions")
    more = ("supervision_prompts", "recommendations", "changes_already_made", "content_warnings", "support")
    empty: dict[str, Any] = {name: [] for name in (*lists, *more)}
    return empty | {
        "statistic": None, "lived_experience": "", "report": None, "method": "", "lead_reviewer": "",
        "period_covered": "",
    }  # fmt: skip


def _scripts() -> dict[str, Any]:
    return {
        "title": f"سلمى: {SCRIPTS}", "pseudonym": "سلمى", "one_line": AWKWARD,
        "pen_picture": [SCRIPTS, AWKWARD],
        "what_happened": [{"when": "Spring & summer", "event": SCRIPTS, "short": "سلمى"}] * 5,
        "findings": [_finding(1, heading=SCRIPTS, what=AWKWARD, why=SCRIPTS, in_practice=AWKWARD)],
        "recommendations": [], "questions": [SCRIPTS],
        "support": [{"name": "A & B", "contact": "<b>ring</b>"}],
    }  # fmt: skip


def _two_people() -> dict[str, Any]:
    return {
        "title": "Ada and Ben: two brothers and one front door", "pseudonym": "Ada and Ben",
        "pen_picture": ["Ada kept bees.", "Ben mended clocks.", "They shared a piano and its stool."],
    }  # fmt: skip


def _one_finding() -> dict[str, Any]:
    return {"findings": [_finding(1, heading="Nobody asked", in_practice="Ask.")], "recommendations": []}


def _of(**changes: Any) -> LearningRecord:
    return check_words(record("sar-marian").model_dump(mode="json") | changes)


HARD = {
    "much": _of(**_much()), "little": _of(**_little()), "other scripts": _of(**_scripts()),
    "two people": _of(**_two_people()), "one finding": _of(**_one_finding()),
}  # fmt: skip
