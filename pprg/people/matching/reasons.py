"""The table of what weighs, and how much: the place to look when a pair was judged wrongly."""

from __future__ import annotations

from enum import Enum, StrEnum


class Aspect(StrEnum):
    """What two records are compared by, in the order in which a page shows it."""

    NHS = "NHS number"
    GIVEN = "Given names"
    FAMILY = "Family name"
    BORN = "Born"
    DIED = "Died"
    SEX = "Sex"
    HOME = "Address"
    PHONE = "Telephone"
    WHOLE = "All together"


class Standing(StrEnum):
    SAME = "same"
    CLOSE = "close"
    DIFFERS = "differs"


S, C, D = Standing.SAME, Standing.CLOSE, Standing.DIFFERS


class Reason(Enum):
    """Why a pair is or is not one person: aspect, standing, bits against a stranger and a relative, words.

    Bits are log2 of how much likelier one person's two records are to show this than two people's. The
    figures follow from what is known of registers: a birthday is shared by one in 22,000, a seldom name by
    one in several hundred, and nearly all of a family share name and home.
    """

    NHS_SAME = (Aspect.NHS, S, 18, 18, "Same NHS number")
    NHS_SLIP = (Aspect.NHS, C, 12, 9, "NHS numbers one slip apart")
    NHS_UNSOUND = (Aspect.NHS, D, -3, -3, "Different NHS numbers, one of them not a real number")
    NHS_DIFFERS = (Aspect.NHS, D, -18, -14, "Different NHS numbers, both sound")

    GIVEN_SAME = (Aspect.GIVEN, S, 9, 4, "Same given name")
    GIVEN_SAME_COMMON = (Aspect.GIVEN, S, 6, 4, "Same given name, a common one")
    GIVEN_SHORT = (Aspect.GIVEN, C, 6, 3, "One given name is a short or pet form of the other")
    GIVEN_SOUND = (Aspect.GIVEN, C, 6, 3, "Given names are spellings of one name")
    GIVEN_SLIP = (Aspect.GIVEN, C, 6, 3, "Given names a slip of the hand apart")
    GIVEN_PART = (Aspect.GIVEN, C, 6, 3, "One given name is part of the other")
    GIVEN_MIDDLE = (Aspect.GIVEN, C, 5, 3, "Known by a middle name")
    GIVEN_INITIAL = (Aspect.GIVEN, C, 3, 1, "Same initial")
    GIVEN_DIFFERS = (Aspect.GIVEN, D, -6, -7, "Different given names")
    SWAPPED = (Aspect.GIVEN, C, 14, 5, "Given and family names the other way round")
    MIDDLE_SAME = (Aspect.GIVEN, S, 3, 2, "Same middle name")
    MIDDLE_DIFFERS = (Aspect.GIVEN, D, -2, -2, "Different middle names")

    FAMILY_SAME = (Aspect.FAMILY, S, 11, 0.5, "Same family name")
    FAMILY_SAME_COMMON = (Aspect.FAMILY, S, 7, 0.5, "Same family name, a common one")
    FAMILY_PART = (Aspect.FAMILY, C, 7, 0.5, "Family names share a part")
    FAMILY_SOUND = (Aspect.FAMILY, C, 8, 0.5, "Family names sound alike")
    FAMILY_SLIP = (Aspect.FAMILY, C, 8, 0.5, "Family names a slip of the hand apart")
    FAMILY_CHANGED = (Aspect.FAMILY, D, -4, -1, "Different family names, as before and after a marriage")
    FAMILY_DIFFERS = (Aspect.FAMILY, D, -5, -2, "Different family names")

    BORN_SAME = (Aspect.BORN, S, 14, 6, "Same date of birth")
    BORN_NOMINAL = (Aspect.BORN, S, 7, 3, "Both born on a 1 January, often put where the day is not known")
    BORN_SWAPPED = (Aspect.BORN, C, 11, 9, "Day and month of birth the other way round")
    BORN_SLIP = (Aspect.BORN, C, 9, 6, "Dates of birth one figure apart")
    BORN_DECADE = (Aspect.BORN, C, 7, 4, "Same day and month of birth, years one figure apart")
    BORN_NEAR = (Aspect.BORN, C, 4, 3, "Born within a few days")
    BORN_PARTLY = (Aspect.BORN, C, 5, 3, "Dates of birth agree as far as they are known")
    BORN_YEAR = (Aspect.BORN, D, -4, -4, "Same year of birth, another day")
    BORN_DIFFERS = (Aspect.BORN, D, -9, -9, "Different dates of birth")
    BORN_GENERATION = (Aspect.BORN, D, -11, -11, "Born a generation apart")

    DIED_SAME = (Aspect.DIED, S, 10, 9, "Same date of death")
    DIED_PARTLY = (Aspect.DIED, C, 4, 3, "Dates of death agree as far as they are known")
    DIED_DIFFERS = (Aspect.DIED, D, -4, -4, "Different dates of death")

    SEX_SAME = (Aspect.SEX, S, 1, 0, "Same sex")
    SEX_DIFFERS = (Aspect.SEX, D, -5, -5, "Different sex")

    HOME_SAME = (Aspect.HOME, S, 10, 0.5, "Same address")
    HOME_BUILDING = (Aspect.HOME, C, 4, 0, "Same building")
    HOME_SHARED = (Aspect.HOME, S, 4, 0, "Same home, where many live")
    HOME_POSTCODE = (Aspect.HOME, C, 7, 0.5, "Same postcode")
    HOME_STREET = (Aspect.HOME, C, 2, 0, "Same street")
    HOME_DIFFERS = (Aspect.HOME, D, -2, -1, "Different addresses")

    PHONE_SAME = (Aspect.PHONE, S, 10, 0.5, "Same telephone number")
    PHONE_SHARED = (Aspect.PHONE, S, 1, 0, "Same telephone number, of a home where many live")
    PHONE_DIFFERS = (Aspect.PHONE, D, -0.5, 0, "Different telephone numbers")

    UNTIED = (Aspect.WHOLE, D, -8, 0, "The names are only alike, and no home, number or telephone ties them")
    ONE_BIRTH = (Aspect.WHOLE, S, 0, 6, "Same given name and birthday, which twins do not share")
    ONE_BIRTH_ALIKE = (Aspect.WHOLE, C, 0, 3, "Given names alike and one birthday")
    COULD_BE_TWINS = (Aspect.WHOLE, D, 0, 0, "Same family name and birthday: could be twins")
    COULD_BE_PARENT = (Aspect.WHOLE, D, 0, 0, "One name, a generation apart: could be parent and child")

    def __init__(self, aspect: Aspect, standing: Standing, stranger: float, relative: float, words: str):
        self.aspect, self.standing, self.words = aspect, standing, words
        self.stranger, self.relative = stranger, relative

    @property
    def ties(self) -> bool:
        """Whether it ties two records together whatever they are called."""
        return self in TIES


TIES = frozenset({
    Reason.NHS_SAME, Reason.NHS_SLIP, Reason.HOME_SAME, Reason.HOME_BUILDING, Reason.HOME_SHARED,
    Reason.HOME_POSTCODE, Reason.PHONE_SAME, Reason.PHONE_SHARED, Reason.DIED_SAME,
})  # fmt: skip
