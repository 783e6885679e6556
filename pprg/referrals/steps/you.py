"""More about who refers, whom they spoke to first, and what their agency has to do with it."""

from pprg.referrals.questions import YES_NO, Kind, Question

YOU = (
    Question(key="team", label="Your team or service", read_as="Team or service"),
    Question(
        key="presents",
        label="Who will speak to this at the meeting",
        read_as="Speaks to it at the meeting",
        hint="Name, role and how to reach them, if it is not you.",
    ),
    Question(
        key="lead",
        label="Who they are",
        read_as="Safeguarding lead they spoke to",
        hint="Your agency’s safeguarding lead. If that is you, enter your own name.",
        missing="Enter the name of the safeguarding lead you spoke to.",
        heading="The safeguarding lead you spoke to first",
    ),
    Question(key="lead_role", label="Their job title", read_as="Job title of the safeguarding lead"),
    Question(
        key="lead_contact",
        label="Their telephone number or e-mail address",
        read_as="How to reach the safeguarding lead",
    ),
    Question(
        key="lead_on",
        label="When you spoke",
        read_as="When they spoke",
        kind=Kind.DAY,
        called="The day you spoke",
        missing="Enter the day you spoke to the safeguarding lead.",
    ),
    Question(
        key="involvement",
        label="How your agency knew the person or family",
        read_as="How the agency knew the person or family",
        kind=Kind.TEXT,
        hint="What you did for them, from when to when, and whether you still do. "
        "If your agency never met them, say how you heard. A paragraph or two is enough.",
        missing="Say how your agency knew the person or family.",
        strong="Community nursing saw her twice a week for leg ulcers from May 2024 and closed her case on "
        "3 February 2025, after two visits at which nobody answered.",
        weak="Known to our service for some time.",
        heading="Your agency’s part",
    ),
    Question(
        key="records",
        label="Have your agency’s records been found and made safe?",
        read_as="Records are found and made safe",
        kind=Kind.ONE,
        hint="So that nothing is changed, lost or destroyed: paper, systems, messages, telephone recordings.",
        choices=YES_NO,
        missing="Say whether your agency’s records are safe. “Not known” is an answer.",
        short=True,
    ),
)
