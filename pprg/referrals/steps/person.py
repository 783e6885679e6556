"""More about the person. Nearly all of it is for the vault."""

from pprg.referrals.questions import Choice, Kind, Question
from pprg.referrals.steps.essentials import may_have_died

PERSON = (
    Question(
        key="aliases",
        label="Other names",
        kind=Kind.LINES,
        hint="Former names, nicknames and other spellings, one a line.",
        vault=True,
        rows=3,
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
        short=True,
    ),
    Question(
        key="cause",
        label="Cause of death, as far as it is known",
        hint="And who said so: a coroner, a doctor, the police.",
        asked=may_have_died,
    ),
    Question(
        key="nhs_number",
        label="NHS number",
        hint="Ten digits, such as 999 000 0018. Leave it blank if you do not have it to hand.",
        useful="What is the NHS number? It helps agencies to find the right records.",
        vault=True,
        short=True,
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
    Question(
        key="places",
        label="School, college, workplace, care home, GP practice",
        kind=Kind.LINES,
        hint="Names of places by which the person could be known, one a line.",
        vault=True,
        rows=3,
    ),
)
