"""What has been done already: for safety, for staff, for learning."""

from pprg.referrals.questions import YES_NO, Kind, Question
from pprg.referrals.when import harm_is_asked

DONE = (
    Question(
        key="safety",
        label="What has been done to keep people safe?",
        read_as="What was done to keep people safe",
        kind=Kind.TEXT,
        hint="With dates, and by whom.",
        missing="Say what has been done to keep people safe, or that nothing was needed.",
        rows=4,
        asked=harm_is_asked,
    ),
    Question(
        key="notified",
        label="Who has been notified?",
        read_as="Who has been notified",
        kind=Kind.TEXT,
        hint="Regulators, commissioners, other areas, with dates. Police, coroner and enquiries have "
        "a page of "
        "their own.",
        rows=3,
    ),
    Question(
        key="candour",
        label="Has the duty of candour been met?",
        read_as="Duty of candour met",
        kind=Kind.ONE,
        hint="Only for health and care providers: telling the person or family openly that something "
        "went wrong.",
        law="Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, regulation 20.",
        choices=YES_NO,
        short=True,
        asked=harm_is_asked,
    ),
    Question(
        key="staff",
        label="How are staff supported?",
        read_as="Support for staff",
        kind=Kind.TEXT,
        rows=2,
    ),
    Question(
        key="learned",
        label="What has your agency learned or changed already?",
        read_as="Learned or changed already",
        kind=Kind.TEXT,
        hint="So that the group does not ask for it twice.",
        useful="What has your agency changed already?",
        rows=4,
    ),
)
