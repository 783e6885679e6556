"""The person and the family: who told them, what they want, and why we may share."""

from pprg.guidance.lists import LAWFUL_BASES, SENSITIVITIES
from pprg.referrals.questions import YES_NO, Answers, Choice, Kind, Question, choices_of, note, said
from pprg.referrals.states import Step


def _nobody_told_them(answers: Answers) -> bool:
    return bool(said(answers, Step.HAPPENED, "told") != "yes")


TOLD = (
    Question(
        key="plan",
        label="Who will tell the person or the family, and when?",
        read_as="Who will tell the person or family, and when",
        kind=Kind.TEXT,
        hint="And anything the police or prosecutors have asked us to wait for.",
        missing="Say who will tell the person or the family and when, or why nobody can.",
        useful="Who will tell the person or the family, and when?",
        strong="The social worker who knows her daughter visits on 4 December with the family "
        "liaison officer, "
        "who agrees.",
        weak="Family to be informed in due course.",
        rows=3,
        asked=_nobody_told_them,
        heading="The person and the family",
    ),
    Question(
        key="views",
        label="What do they think, ask, and want from a review?",
        read_as="What the person or family think, ask and want",
        kind=Kind.TEXT,
        useful="What do the person or the family want from a review?",
        rows=4,
    ),
    Question(
        key="advocate",
        label="Does anybody need an advocate?",
        read_as="Advocate",
        kind=Kind.ONE,
        hint="Somebody who would find it very hard to take part, and has nobody suitable to help.",
        law="An independent advocate must be arranged where somebody would have substantial "
        "difficulty in being "
        "involved (Care Act 2014 s.68). Wording to be confirmed.",
        choices=(
            Choice("appointed", "Yes, and one is there"),
            Choice("needed", "Yes, and nobody yet"),
            Choice("no", "No"),
            Choice("not_known", "Not known"),
        ),
    ),
    note(
        "Consent is not the reason for sharing here, and nobody has to ask for it: the law asks or "
        "lets agencies "
        "share what a review needs. Tell people openly where that is safe.",
        key="consent",
        heading="Why we may share",
    ),
    Question(
        key="basis",
        label="On what ground do you share this?",
        read_as="Ground for sharing",
        kind=Kind.SEVERAL,
        choices=choices_of(LAWFUL_BASES),
        missing="Choose on what ground you share this. “Not known” is an answer.",
    ),
    Question(
        key="sensitive",
        label="Does anything need special care?",
        read_as="Needs special care",
        kind=Kind.SEVERAL,
        hint="The coordinators then let fewer people see the case.",
        choices=choices_of(SENSITIVITIES),
        missing="Say whether anything needs special care. “None of these” is an answer.",
        heading="Handle with care",
    ),
    Question(
        key="sensitive_why",
        label="What should we take care of?",
        read_as="What to take care of",
        kind=Kind.TEXT,
        rows=2,
    ),
    Question(
        key="conflict",
        label="Does a member of the group have an interest in this?",
        read_as="A member of the group has an interest",
        kind=Kind.ONE,
        hint="They know the person or the family, managed the service, or decided something in the case.",
        choices=YES_NO,
        short=True,
    ),
    Question(
        key="conflict_who",
        label="Who, and what interest?",
        read_as="Whose interest, and what",
        kind=Kind.TEXT,
        hint="By their role. Only if you answered yes.",
        rests_on="conflict",
        vault=True,
        rows=2,
    ),
)
