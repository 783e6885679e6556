"""What happened when, as a list of dated events: the chronology."""

from pprg.referrals.questions import Kind, Question

MOST_EVENTS = 2_000

EVENTS = Question(
    key="events",
    label="Events",
    kind=Kind.ROWS,
    one="event",
    hint="The dates that matter, from any agency. Three or more for a child.",
    most=MOST_EVENTS,
    by_day="on",
    columns=(
        Question(
            key="on",
            label="When",
            kind=Kind.DAY,
            called="The day of the event",
            hint="Only a year, or a month and a year, will do.",
            missing="Enter when it was, as far as you know.",
            partial=True,
        ),
        Question(key="time", label="Time of day, if it matters", read_as="Time", short=True),
        Question(
            key="what",
            label="What happened",
            kind=Kind.TEXT,
            missing="Say what happened.",
            strong="The GP wrote to adult social care that she had lost 9 kg since January. No "
            "answer is on file.",
            weak="Concerns raised.",
            rows=4,
        ),
        Question(key="source", label="Which agency’s record says so", read_as="Source"),
        Question(
            key="matters",
            label="Why it matters",
            hint="Leave it blank if it is plain.",
            kind=Kind.TEXT,
            rows=2,
        ),
    ),
)
DATES = (EVENTS,)
