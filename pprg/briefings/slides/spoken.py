"""What a presenter is told beside the words of the record: the house's own sentences (see `noted`)."""

from __future__ import annotations

from pprg.briefings.content import BoxKind, Notes, SlideKind
from pprg.briefings.house_sentences import SlideTitle

BY_KIND = {
    SlideKind.TITLE: Notes(
        say="Today we take half an hour for {name}. We meet the person first. Then we hear what "
        "happened, what life was like, what worked and what was learned. After that we talk about "
        "our own team, and we end with one change that we will make.",
        ask="Who would rather listen than talk today? Both are welcome.",
        time="1 minute. The whole pack takes 25 to 30 minutes.",
        avoid="Do not try to work out who anyone is. If somebody here may have known the people in this "
        "review, speak with them before you start.",
    ),
    SlideKind.CARE: Notes(
        say="Some of us have met something like this, at work or at home. Look after yourself and "
        "after the person beside you. If you need to step out, do. Somebody will quietly check on "
        "you afterwards. The people you can turn to stand here and on the last slide. What is said here "
        "about people, and about ourselves, stays here.",
        ask="Is there anything that you need before we begin?",
        time="1 minute, without hurry.",
        avoid="Do not skip this slide, and do not ask anybody why they leave the room.",
    ),
    SlideKind.PERSON: Notes(
        say="Keep {name} in mind as a person while we hear the rest.",
        ask="What do we know like this about the people we work with?",
        time="2 minutes. Read slowly, then leave a moment of silence.",
        avoid="Do not begin with needs, diagnoses or services. They come later.",
    ),
    SlideKind.TIMELINE: Notes(
        say="",
        ask="Where could support have changed what came next?",
        time="2 minutes. Why it happened comes after.",
        avoid="Do not add what you have heard elsewhere. Nobody knew then how it would end.",
    ),
    SlideKind.ACTIONS: Notes(
        say="Each of these can begin today. Find the line for the work that we do, and the line for "
        "everyone.",
        ask="Which of these is ours, who will do it, and by when?",
        time="2 minutes.",
        avoid="Do not read out every line, and do not leave with a list: take what belongs to this team.",
    ),
    SlideKind.QUESTION: Notes(
        say="Talk in pairs first, then all together. There is no right answer. What is said here "
        "about people and about ourselves stays in this room; what we will change may leave it.",
        ask="{question}",
        time="5 minutes: three in pairs, two together.",
        avoid="Do not answer it yourself first. Leave a silence, even a long one.",
    ),
    SlideKind.COMMITMENT: Notes(
        say="Let us choose one thing that this team will do differently. Say who does it and by when. "
        "Small is good: a thing that we can begin this week and that somebody would notice. "
        "Then record it with the square code or the address on the slide: five short fields, and "
        "no names of people. Thank you for talking about this.",
        ask="What will we do differently, by when, and how will we know?",
        time="3 minutes.",
        avoid="Do not settle for a reminder or a training day unless somebody can say what will be "
        "different after it.",
    ),
    SlideKind.HELP: Notes(
        say="If this has stayed with you, talk to somebody soon: a manager, a colleague you trust, or "
        "the people named here. You do not need a reason, and you need not have known anybody in the "
        "review. The square code opens the review and all that was made from it.",
        ask="Is there somebody whom you would like to ring today?",
        time="Leave this slide up while people go, and stay until the last of them has gone.",
        avoid="Do not send the slides round instead of meeting: people should not be alone with this.",
    ),
}
"""What a presenter is told on slides of each kind, beside the words of the record."""

ON = {
    SlideTitle.REVIEW: Notes(
        say="",
        ask="What would we want to know, if this had happened here?",
        time="1 minute. Say any number together with its date and source.",
        avoid="Do not let the talk turn to who was at fault: no review like this sets out to find that.",
    ),
    SlideTitle.LIFE: Notes(
        say="",
        ask="How would we come to hear this from somebody who cannot say it in words?",
        time="2 minutes.",
        avoid="Do not guess at feelings or reasons that the review does not give.",
    ),
    BoxKind.WORKED: Notes(
        say="These are things that people did well, and that somebody remembered.",
        ask="Who does this here, and what lets them do it?",
        time="2 minutes.",
        avoid="Do not hurry past it to what went wrong: what worked is learning too.",
    ),
    SlideTitle.ELSE_LEARNED: Notes(
        say="These were found too, and each comes with what good looks like. They wait here for a second "
        "meeting, or for whoever asks what else there was.",
        ask="Which of these would surprise nobody here?",
        time="Not for the first meeting, unless one of them is closest to our work.",
        avoid="Do not try to talk about all of them. Choose one, and give it the time of a finding.",
    ),
    SlideTitle.CHANGED: Notes(
        say="These changes were made before the review came out. They are a beginning: a new rule on "
        "paper is not yet a new habit. Somebody here may know how it goes in practice, and what "
        "still gets in the way.",
        ask="Have we noticed any of these in our own work? What would show us that it has changed?",
        time="1 minute, or leave it for those who ask.",
        avoid="Do not say that it is all put right. If nobody has noticed a change, tell your manager.",
    ),
    SlideTitle.SUPERVISION: Notes(
        say="These are for one-to-one supervision, one or two at a time. Think of a moment that "
        "mattered: what did you think was happening, what else was on your mind, what did you "
        "hope for, and what choices did you feel you had? What made good work easier or harder: "
        "the family, your role, the conditions, other agencies?",
        ask="How are you, after this?",
        time="Not for the meeting itself.",
        avoid="Do not use them to judge one person's practice, and do not hurry past the feelings.",
    ),
}
"""The same, for slides that share a kind with others."""

ON_FINDINGS = (
    Notes(
        say="",
        ask="Could this happen here? What would it look like?",
        time="2 minutes.",
        avoid="Do not ask who got it wrong. Ask what made it likely.",
    ),
    Notes(
        say="",
        ask="What gets in our way here, and who could take it away?",
        time="2 minutes.",
        avoid="Do not answer with a policy. Ask what happens on a busy day.",
    ),
    Notes(
        say="",
        ask="If this came to us this afternoon, whom would we ring first?",
        time="2 minutes.",
        avoid="Do not look for it in other teams alone. Look here first.",
    ),
    Notes(
        say="",
        ask="What would make it easier here to say that something worries us?",
        time="2 minutes.",
        avoid="Do not let one voice answer for the whole team.",
    ),
)
"""One after the other, so that no two findings in a row are asked the same."""

QUIETLY = (
    "Say the words on the slide slowly, once, and give the room time to read them.",
    "Look up at the people here before you go on.",
    "If somebody is upset, stop and wait with them: the next slide can wait too.",
    "What the review did not find out, we do not fill in.",
    "If a question cannot be answered from the review, say so, and write it down for whoever can.",
)
"""How to be with a room, where the record leaves a presenter with little to say."""
