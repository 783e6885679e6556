"""Every sentence that is the house's own. All else in a product is the record's, or its author's.

Words in braces are filled with the record's.
"""

from __future__ import annotations

from enum import StrEnum

from pprg.briefings.content import BoxKind

WAS, IS = "Who was {name}?", "Who is {name}?"
WERE, ARE = "Who were {name}?", "Who are {name}?"

BOX_HEADINGS = {
    BoxKind.WHY: "Why it matters",
    BoxKind.HAPPENED: "What happened",
    BoxKind.LEARNED: "What we learned",
    BoxKind.WORKED: "What worked",
    BoxKind.DO_NOW: "What to do now",
    BoxKind.TALK: "Talk about it",
}

STANDING_QUESTIONS = (
    "Which part of this could happen in our team tomorrow?",
    "What gets in the way of doing it well, and who can remove it?",
    "What will we do differently, by when, and how will we know?",
)
"""Offered with every review, after the questions of its own story."""

CHANGED = "Names and some details are changed."
TURN_TO = "To talk to somebody: {name}, {contact}."
ABOUT = "This is about: {about}."
STEP_OUT = "You may step out at any time, and nobody will ask why."

NO_BLAME = "This {kind} looks at how services worked, not at who is to blame."
HELD_FOR = "The review was held for {owner}."
COUNTED = "{source}, {as_of}."
IN_PRACTICE = "In practice"
IN_PAIRS = "{minutes} minutes, in pairs"
ALSO_LEARNED = "The review also found: {headings}."
OF_SEVERAL = "{name}, {number} of {many}"
MORE_IN_THE_REVIEW = "There is more of this in the review itself."
READ_THE_EVENTS = "Read the events on the slide aloud, slowly, each with its time."
IN_BETWEEN = "This came in between, for whoever asks:"
IF_THERE_IS_TIME = "If there is time: {questions}"
THE_REVIEW = "The review and its learning"
THE_REPORT = "The full report: {file_name}, {pages} {unit}."
CHANGED_ALREADY = "This has changed already. {changes}"
DONE_BY = "Written by {said}."
DONE_HOW = "How it was done: {said}."
COVERED = "Time covered: {said}."


class SlideTitle(StrEnum):
    """Titles that are ours; a finding's slide is headed by the finding."""

    CARE = "Before we start"
    REVIEW = "What this review is"
    LIFE = "What life was like"
    ELSE_LEARNED = "We also learned"
    QUESTION = "Talk about it"
    COMMITMENT = "One change we will make"
    CHANGED = "What has changed already"
    SUPERVISION = "For supervision"
    HELP = "Further help"
    SHORT_PACK = "Short slides"
    TEAM_PACK = "Team meeting slides"
