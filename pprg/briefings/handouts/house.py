"""The house's own sentences on handouts. Words in braces are filled with the record's."""

from __future__ import annotations

SUPERVISION = "Supervision pack"
FACILITATOR = "Facilitator sheet"
RECORD_OF_USE = "Record of use"

FOR_SUPERVISION = "For supervision, one to one or in a small group"
FOR_FACILITATOR = "One page for whoever leads the talk"
FOR_TEAM = "One page for each team"

# --- supervision ---------------------------------------------------------------------------------

HOW_TO = "How to use it"
HOW_TO_LINES = (
    ("Choose.", "Take one question, or two. The others can wait for another day."),
    ("Listen.", "Ask what made good work easier or harder. Nobody’s practice is being marked."),
    ("Write little.", "Keep notes where your agency keeps them. Write no names of people on this paper."),
)
STORY = "From this review"
MOMENT = "A moment that mattered"
MOMENT_INTRO = "Think of a moment in your own work that this brings to mind."
MOMENT_QUESTIONS = (
    "What did you think was happening then?",
    "What was on your mind, and what else was going on around you?",
    "What did you hope for, and which choices did you feel that you had?",
    "What shaped them: the family, your role, your team, other agencies, the conditions?",
    "What went well, and what would help you now?",
)
AGREED = "What we agree"
AGREED_COLUMNS = ("What we will do", "Who, by role", "By when")
AGREED_ROWS = 3
BEFORE_LEAVING = "Before you finish"
BEFORE_LEAVING_LINES = (
    ("Ask.", "How are you, after this? What do you need today?"),
    ("Say.", "Whom they can turn to, and when you will ask again."),
)

# --- whoever leads the talk ----------------------------------------------------------------------

BEFORE = "Before you start"
BEFORE_LINES = (
    ("The room.", "Say beforehand what it is about. Anybody may step out, and nobody asks why."),
    ("Names check.", "Say {name} only. If a real name is said, stop kindly and go on without it."),
    ("Who is here.", "If somebody may have known the people in this review, speak with them first."),
    ("Support.", "If somebody is upset, pause. Check on them quietly, the same day."),
)
ORDER = "Running order"
ORDER_INTRO = "Follow one column; leave out what has a dash. 7 and 10: short slides; 30: team meeting slides."
ORDER_DO = "What we do"
ORDER_MINUTES = "{minutes} min"
LEFT_OUT = "–"
ASK = "Ask one of these"
DO_AND_DO_NOT = "Do and do not"
DO, DO_NOT = "Do", "Do not"
DO_AND_DO_NOT_ROWS = (
    ("Meet the person first.", "Begin with needs or diagnoses."),
    ("Ask what made it likely, here too.", "Ask who got it wrong."),
    ("Leave a silence after a question.", "Answer it yourself first."),
    ("Say where the review has no answer.", "Guess, or add what you heard elsewhere."),
    ("End with one change, a role and a day.", "Settle for a reminder or a training day."),
)

# --- what a team makes of it ---------------------------------------------------------------------

WHAT_WE_DID = "What we did, and what we will change"
NO_NAMES = "No names of people, and nothing about anybody that you work with."
ASKED_COLUMNS = ("What we ask", "Your answer")
ASKED_OF_TEAM = (
    ("Date", "", 1),
    ("Team", "What kind of team, and where", 1),
    ("Occasion", "Meeting, supervision, training, other", 1),
    ("Staff by role", "How many of each: 3 nurses, 1 manager", 2),
    ("The one change", "What we will do differently", 3),
    ("Who", "The role that sees to it", 1),
    ("By when", "", 1),
    ("Evidence", "How we will know that it has changed", 2),
    ("Six months on", "What is different for people now?", 2),
)
SEND = "Tell the partnership"
SEND_LINES = (
    "Open the page with the square code, or the address below. It asks for the first five of these.",
    "Keep this paper, and look at it again in six months.",
)
SEND_COLUMNS = ("On the hub", "Record your use")
