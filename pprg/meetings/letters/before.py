"""Letters before a decision: we have your referral, please tell us what you know, please present it."""

from __future__ import annotations

from pprg.guidance.codes import Route
from pprg.meetings.letters.facts import Facts
from pprg.meetings.letters.phrases import COLLEAGUE, day, in_danger, letter, points, reach_us, thanks

QUESTIONS = (
    "Did your agency know the person? Which of your services did?",
    "What were the main contacts, and when?",
    "What did you know of risk, and of the family?",
    "What did the person say or want?",
    "How were race, culture, disability, sex, age and language thought of?",
    "What worked well?",
    "What did not, and why?",
    "What have you changed since?",
    "Does anything have to be done at once?",
)
WHY_YOU_MAY = {
    Route.SAR: (
        "Section 45 of the Care Act 2014 lets the Safeguarding Adults Board ask you. You must answer if you "
        "are likely to know something that helps the Board in its work."
    ),
    Route.CHILD: (
        "Section 16H of the Children Act 2004 lets the safeguarding partners ask you, so that they can do "
        "their work. You must answer."
    ),
    Route.DHR: (
        "The death is looked at under section 9 of the Domestic Violence, Crime and Victims Act 2004. "
        "Guidance under that Act expects agencies to take part."
    ),
    Route.LEARNING: (
        "No law makes you answer. You may share what is needed as a task in the public interest: Article "
        "6(1)(e) of the UK GDPR."
    ),
}

WHO_IT_IS_ABOUT = "Who it is about"
"""The one heading under which a request may say whom to look for."""
WHOM_TO_LOOK_FOR = (
    "[If this goes by secure mail: the least by which they find the person, such as name, day of birth and "
    "NHS number. If not, take this away.]"
)
ON_WHAT_BASIS = "[On what legal basis you ask, in a plain sentence.]"


def acknowledgement(facts: Facts) -> str:
    when = "Then it goes to a meeting of the group. We will tell you the day."
    if facts.slot:
        when = f"The group talks about it on {day(facts.slot.held_on)}."
    elif facts.next_meeting:
        when = (
            f"Then it goes to a meeting of the group. The next is on {day(facts.next_meeting)}. We will tell "
            "you the day of yours."
        )
    return letter(
        COLLEAGUE,
        f"{thanks(facts)} It is safe with us. Please use this reference when you write to us, and no names.",
        "## What happens next",
        f"We read it and see what is missing. We may ask other agencies what they know. {when} Once there is "
        "a decision, we write to you and say why.",
        "## If somebody is at risk",
        f"Our group does not protect people from day to day. {in_danger(facts.house)}",
        "## If you have a question",
        f"{reach_us(facts.house)} If you learn more about the case, please tell us.",
    )


def information(facts: Facts) -> str:
    by = day(facts.wanted_by) if facts.wanted_by else "[day]"
    return letter(
        COLLEAGUE,
        f"We are looking at a case, and your agency may have known the person. Please tell us what you know "
        f"by {by}. The reference of the case is {facts.reference}.",
        "## Why you may tell us",
        *([WHY_YOU_MAY[route] for route in facts.routes] or [ON_WHAT_BASIS]),
        f"## {WHO_IT_IS_ABOUT}",
        WHOM_TO_LOOK_FOR,
        "If no name stands here, ring us. We will tell you in a safe way whom to look for in your records. "
        "When you answer, use the reference and no name.",
        "## Which time to search",
        f"{facts.period or 'From [day] to [day]'}. If something before that matters, tell us that too.",
        "## What we ask",
        points((*QUESTIONS, *facts.questions)),
        "## How to answer",
        f"If you have an account, answer on our website. If not, use secure mail to {facts.house.email}. "
        "Please do not use plain e-mail or the post. Let a safeguarding lead agree to your answer, and give "
        "us their name and role.",
        "If you did not know the person, please say so. That is an answer, and it helps us. If you cannot "
        f"answer in time, tell us soon. {reach_us(facts.house)}",
    )


def invitation(facts: Facts) -> str:
    slot = facts.slot
    where = f"on {day(slot.held_on)}, {slot.place or '[place]'}" if slot else "on [day] at [place]"
    begins = slot.starts_at if slot and slot.starts_at else "[time]"
    return letter(
        COLLEAGUE,
        f"The group will talk about your referral {facts.reference} {where}. Please come and present it.",
        "## When",
        f"Your item begins at {begins}. Please be there five minutes before. You are asked for this item "
        "only.",
        "## How it goes",
        "You have ten minutes:",
        points(
            (
                "Five to say what happened, and what worries you in how agencies worked together.",
                "Five for the group’s questions.",
            )
        ),
        "Then you leave and the group decides. We will write to you and say why.",
        "You need no slides. Keep to what is in your referral, and say what has changed since.",
        "## Keep it in the room",
        "Use the reference and no names. What is said stays in the room. If you have a personal link to "
        "anybody in the case, tell us before the meeting, and send a colleague.",
        f"Please tell us if you can come. {reach_us(facts.house)}",
    )
