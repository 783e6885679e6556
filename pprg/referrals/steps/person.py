"""Who the person is. Nearly all of it is for the vault."""

from pprg.referrals.questions import Answers, Choice, Kind, Question, said
from pprg.referrals.states import Step


def _may_have_died(answers: Answers) -> bool:
    return said(answers, Step.ASK, "alive") not in {"alive", "unborn"}


PERSON = (
    Question(
        key="name",
        label="Full name",
        missing="Enter the person’s name. If nobody knows it, enter “not known”.",
        vault=True,
    ),
    Question(
        key="aliases",
        label="Other names",
        kind=Kind.LINES,
        hint="Former names, nicknames and other spellings, one a line.",
        vault=True,
        rows=3,
    ),
    Question(
        key="born",
        label="Date of birth",
        kind=Kind.DAY,
        called="The date of birth",
        missing="Enter the date of birth, or the age as near as you can. “Not known” is an answer.",
        instead="age",
        vault=True,
        or_unknown=True,
    ),
    Question(
        key="age",
        label="Or the age, as near as you can",
        hint="In years, when it happened. Only if you do not have the date of birth.",
        vault=True,
        short=True,
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
        key="died",
        label="Date of death",
        kind=Kind.DAY,
        called="The date of death",
        missing="Enter the date of death. “Not known” is an answer.",
        vault=True,
        asked=_may_have_died,
        or_unknown=True,
    ),
    Question(
        key="cause",
        label="Cause of death, as far as it is known",
        hint="And who said so: a coroner, a doctor, the police.",
        asked=_may_have_died,
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
    Question(
        key="others",
        label="Other people in this",
        kind=Kind.LINES,
        hint="Full names only, one a line: family, carers, neighbours, anybody alleged responsible. "
        "They are kept out of whatever is published.",
        vault=True,
        rows=3,
        heading="Family and others",
    ),
    Question(
        key="told",
        label="Does the person, or their family, know of this referral?",
        kind=Kind.ONE,
        choices=(
            Choice("yes", "Yes"),
            Choice("no", "Not yet"),
            Choice("not_safe", "No, it would not be safe"),
            Choice("police", "No, the police have asked us to wait"),
            Choice("not_known", "Not known"),
        ),
        useful="Has the person or the family been told?",
    ),
)
