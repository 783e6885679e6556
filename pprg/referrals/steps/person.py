"""More about the person. Nearly all of it is for the vault."""

from pprg.guidance.lists import SETTINGS
from pprg.referrals.questions import Choice, Kind, Question, choices_of
from pprg.referrals.when import may_have_died

PERSON = (
    Question(
        key="aliases",
        label="Other names",
        kind=Kind.LINES,
        hint="Former names, nicknames and other spellings, one a line.",
        vault=True,
        rows=3,
        heading="Who the person is",
    ),
    Question(
        key="sex",
        label="Sex",
        kind=Kind.ONE,
        choices=(
            Choice("female", "Female"),
            Choice("male", "Male"),
            Choice("intersex", "Intersex"),
            Choice("not_known", "Not known"),
        ),
        missing="Say what sex the person is. “Not known” is an answer.",
        short=True,
    ),
    Question(
        key="cause",
        label="Cause of death, as far as it is known",
        hint="And who said so: a coroner, a doctor, the police.",
        useful="What is known of the cause of death, and who said so?",
        asked=may_have_died,
    ),
    Question(
        key="nhs_number",
        label="NHS number",
        hint="Ten digits, such as 999 000 0018. Leave it blank if you do not have it to hand.",
        useful="What is the NHS number? It helps agencies to find the right records.",
        vault=True,
        short=True,
        heading="How agencies can find their records",
    ),
    Question(
        key="other_ids",
        label="Other numbers",
        kind=Kind.LINES,
        hint="Social care, police, hospital, prison, a pupil’s number (UPN). One a line, with whose it is.",
        vault=True,
        rows=2,
    ),
    Question(
        key="gp",
        label="GP practice",
        vault=True,
    ),
    Question(
        key="places",
        label="College, workplace, day centre, care home",
        kind=Kind.LINES,
        hint="Names of places by which the person could be known, one a line.",
        vault=True,
        rows=3,
    ),
    Question(
        key="home",
        label="Where did they live when it happened?",
        read_as="Kind of home",
        kind=Kind.ONE,
        choices=choices_of(SETTINGS),
        missing="Say in what kind of place the person lived. “Not known” is an answer.",
        heading="Where they lived",
    ),
    Question(
        key="address",
        label="Address",
        kind=Kind.LINES,
        hint="Where they lived when it happened, and any other address that matters, one a line.",
        useful="Where did the person live?",
        vault=True,
        rows=4,
    ),
    Question(
        key="postcodes",
        label="Postcode",
        kind=Kind.LINES,
        hint="One a line.",
        vault=True,
        rows=2,
    ),
)
