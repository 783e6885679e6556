"""A child: law that protects them, who cares for them, where they learn."""

from pprg.guidance.lists import LEGAL_STATUS
from pprg.referrals.questions import YES_NO, Choice, Kind, Question, choices_of
from pprg.referrals.when import may_be_stillborn

CHILD = (
    Question(
        key="stillborn",
        label="Was it a stillbirth or a planned termination?",
        read_as="Stillbirth or planned termination",
        kind=Kind.ONE,
        hint="Other rules hold then.",
        choices=YES_NO,
        missing="Say whether it was a stillbirth or a planned termination. “Not known” is an answer.",
        short=True,
        asked=may_be_stillborn,
    ),
    Question(
        key="where_was",
        label="Where was the child when it happened, and who was caring for them?",
        read_as="Where the child was, and who was caring",
        kind=Kind.TEXT,
        hint="Say who by their part, not by name: the mother’s partner, a foster carer.",
        missing="Say where the child was and who was caring for them, or that it is not known.",
        useful="Who was caring for the child when it happened?",
        rows=3,
    ),
    Question(
        key="legal",
        label="The child’s legal status",
        read_as="Legal status",
        kind=Kind.SEVERAL,
        hint="Choose all that hold now or held when it happened.",
        law="A looked-after child’s death is notified to the Department for Education and Ofsted, whatever "
        "its cause (Working Together to Safeguard Children).",
        choices=choices_of(LEGAL_STATUS),
        missing="Give the child’s legal status. “Not known” is an answer.",
        heading="The law and the child",
    ),
    Question(
        key="plan_category",
        label="Category of the child protection plan",
        kind=Kind.SEVERAL,
        hint="Only if there is or was a plan.",
        choices=(
            Choice("physical", "Physical abuse"),
            Choice("emotional", "Emotional abuse"),
            Choice("sexual", "Sexual abuse"),
            Choice("neglect", "Neglect"),
        ),
    ),
    Question(
        key="legal_more",
        label="Dates and details",
        read_as="Legal status, dates and details",
        kind=Kind.TEXT,
        hint="From when to when, which council, which order.",
        rows=3,
    ),
    Question(
        key="social_care",
        label="Was the child open to children’s social care or early help?",
        read_as="Open to children’s social care or early help",
        kind=Kind.ONE,
        choices=(
            Choice("social_care", "Yes, to children’s social care"),
            Choice("early_help", "Yes, to early help"),
            Choice("before", "No, but before"),
            Choice("no", "No"),
            Choice("not_known", "Not known"),
        ),
        missing="Say whether the child was open to children’s social care. “Not known” is an answer.",
        heading="Who was working with the child",
    ),
    Question(
        key="lead_worker",
        label="Their social worker or lead worker",
        read_as="Social worker or lead worker",
        hint="Name and team.",
        vault=True,
    ),
    Question(
        key="school",
        label="School, nursery or college",
        read_as="School, nursery or college",
        kind=Kind.LINES,
        hint="One a line. If the child was in none, say so: taught at home, excluded, missing education.",
        vault=True,
        rows=2,
    ),
    Question(
        key="attending",
        label="Did the child attend?",
        read_as="Attended school or nursery",
        kind=Kind.ONE,
        choices=(
            Choice("yes", "Yes, most days"),
            Choice("often_absent", "Often absent"),
            Choice("home", "Taught at home"),
            Choice("excluded", "Excluded or suspended"),
            Choice("missing", "Missing education"),
            Choice("too_young", "Too young, or not placed yet"),
            Choice("not_known", "Not known"),
        ),
    ),
)
