"""Reviews of domestic homicide, and the regime that is to follow and is not in force."""

from datetime import date

from pprg.guidance.codes import Route
from pprg.guidance.criterion import CriteriaSet, Criterion

DVCVA = "Domestic Violence, Crime and Victims Act 2004 s.9"
NEW_REGIME = "Domestic Violence, Crime and Victims Act 2004 s.8A"
INSERTED_BY = "Victims and Prisoners Act 2024 s.19"
PARTNERSHIP = "The Community Safety Partnership"

NO_ONE_OF_16 = "nobody of 16 or over has died"
NOT_HERE = "the person did not live in our area"
NOT_CLOSE = "no partner, former partner, relative or member of the household is alleged responsible"
NOT_FROM_ABUSE = "nothing shows that the death resulted from abuse or neglect by somebody close"

UNDER_SECTION_9 = (
    Criterion(
        key="age",
        question="Was the person who died 16 or over?",
        law="The death of a person aged 16 or over.",
        source=DVCVA,
        otherwise=NO_ONE_OF_16,
    ),
    Criterion(
        key="area",
        question="Does the death belong to this partnership’s area?",
        law="Where the person usually lived commonly decides.",
        source="Statutory guidance 2016",
        to_be_confirmed=True,
        otherwise=NOT_HERE,
    ),
    Criterion(
        key="relationship",
        question="Was it a relative, a present or past partner, or somebody of the same household?",
        law="A relative, someone in an intimate personal relationship with the person, "
        "or a member of the same household.",
        source=DVCVA,
        otherwise=NOT_CLOSE,
    ),
    Criterion(
        key="abuse",
        question="Did the death appear to result from violence, abuse or neglect by them?",
        law="Suicide is included where control or abuse gives concern; nobody has to be charged.",
        source=DVCVA,
        otherwise=NOT_FROM_ABUSE,
    ),
)

UNDER_SECTION_8A = (
    Criterion(
        key="age",
        question="Was the person who died 16 or over?",
        law="The Domestic Abuse Act 2021 speaks of people aged 16 or over.",
        source="Domestic Abuse Act 2021 s.1",
        to_be_confirmed=True,
        otherwise=NO_ONE_OF_16,
    ),
    Criterion(
        key="area",
        question="Does the death belong to this partnership’s area?",
        law="The new guidance will say.",
        source="Guidance to come",
        to_be_confirmed=True,
        otherwise=NOT_HERE,
    ),
    Criterion(
        key="relationship",
        question="Were the two personally connected?",
        law="Personally connected in the sense of the Domestic Abuse Act 2021.",
        source="Domestic Abuse Act 2021 s.2",
        to_be_confirmed=True,
        otherwise=NOT_CLOSE,
    ),
    Criterion(
        key="abuse",
        question="Has the death, or does it appear to have, resulted from domestic abuse towards the person?",
        law="A death that has, or appears to have, resulted from domestic abuse towards the person.",
        source=f"{NEW_REGIME}, inserted by {INSERTED_BY}",
        to_be_confirmed=True,
        otherwise=NOT_FROM_ABUSE,
    ),
)

SETS = (
    CriteriaSet(
        of=Route.DHR,
        basis=DVCVA,
        version="Statutory guidance of December 2016",
        valid_from=date(2011, 4, 13),
        valid_to=None,
        decided_by=PARTNERSHIP,
        so="A review is due, and the Community Safety Partnership decides on it.",
        note="At 16 and 17 a rapid review may be due as well.",
        criteria=UNDER_SECTION_9,
    ),
    CriteriaSet(
        of=Route.DHR,
        basis=NEW_REGIME,
        version=f"Inserted by {INSERTED_BY}",
        valid_from=None,
        valid_to=None,
        to_be_confirmed=True,
        decided_by=PARTNERSHIP,
        so="A review is due, and the Community Safety Partnership decides on it.",
        note="“Domestic abuse related death review”. Made by Parliament and not in force when last looked "
        "at. Reports will go to the Secretary of State and to the Domestic Abuse Commissioner.",
        criteria=UNDER_SECTION_8A,
    ),
)
