"""What makes a page or a question come up: who it is about, whether they died, who did it."""

from __future__ import annotations

import re

from pprg.guidance.codes import Route
from pprg.referrals.days import known_of_day
from pprg.referrals.questions import Answers, said
from pprg.referrals.states import Step

ADULT_FROM = 18
DHR_FROM = 16
CARE_LEAVER_TO = 25
OLDEST = 120
_TURNING_POINTS = (1, 4, DHR_FROM, ADULT_FROM, CARE_LEAVER_TO)
"""Ages at which another question or another review comes in."""

GOOD_PRACTICE = "good_practice"
NOT_SURE = "not_sure"
CLOSE = frozenset({"partner", "ex", "relative", "household"})
SOMEBODY = CLOSE | {"professional", "stranger"}


def types(answers: Answers) -> list[str]:
    """The reviews that were asked for."""
    return list(said(answers, Step.ESSENTIALS, "types") or [])


def good_practice_only(answers: Answers) -> bool:
    """Nothing but good practice is put forward: nobody is asked about harm."""
    return types(answers) == [GOOD_PRACTICE] or said(answers, Step.ASK, "good_only") == "yes"


def harm_is_asked(answers: Answers) -> bool:
    return not good_practice_only(answers)


def died(answers: Answers) -> bool:
    return bool(said(answers, Step.ESSENTIALS, "alive") == "died")


def may_have_died(answers: Answers) -> bool:
    return said(answers, Step.ESSENTIALS, "alive") not in {"alive", "unborn"}


def may_live(answers: Answers) -> bool:
    return said(answers, Step.ESSENTIALS, "alive") in {"alive", "unborn", "not_known"}


def age_then(answers: Answers, *, otherwise: str = "") -> int | None:
    """In whole years, at death or when it happened, else on the day given. None: not known well enough.

    Of a birthday known in part the lower age is taken, unless a turning point lies between.
    """
    alive = said(answers, Step.ESSENTIALS, "alive")
    if alive == "unborn":
        return 0
    born = known_of_day(said(answers, Step.ESSENTIALS, "born"))
    if not born:
        return estimated(str(said(answers, Step.ESSENTIALS, "age")))
    then = known_of_day(said(answers, Step.ESSENTIALS, "died")) if alive == "died" else ""
    then = then or known_of_day(said(answers, Step.HAPPENED, "when")) or otherwise
    return _between(born, then) if then else None


def estimated(typed: str) -> int | None:
    """An age as somebody wrote it: "about 40", "3 months"."""
    number = re.search(r"[0-9]{1,3}", typed)
    if number is None or int(number[0]) > OLDEST:
        return None
    return 0 if re.search(r"month|week|day", typed, re.IGNORECASE) else int(number[0])


def _between(born: str, then: str) -> int | None:
    """Years from one day to another, each as far as it is known."""
    years = int(then[:4]) - int(born[:4])
    known = min(len(born), len(then))
    if then[4:known] == born[4:known] and known < len("2024-03-09"):
        # The birthday may or may not have come.
        return years - 1 if years >= 1 and years not in _TURNING_POINTS else None
    age = years - (then[4:known] < born[4:known])
    return age if age >= 0 else None


def about_child(answers: Answers) -> bool:
    """A child is in it: so it was said, or the age says so. At 16 and 17 two laws may both apply."""
    age = age_then(answers)
    concerns = said(answers, Step.ESSENTIALS, "concerns")
    return concerns in {"child", "both"} or (age is not None and age < ADULT_FROM)


def about_adult(answers: Answers) -> bool:
    """An adult is in it, as far as anybody has said."""
    age = age_then(answers)
    concerns = said(answers, Step.ESSENTIALS, "concerns")
    return concerns in {"adult", "both"} or (concerns != "child" and (age is None or age >= ADULT_FROM))


def capacity_counts(answers: Answers) -> bool:
    """The Mental Capacity Act 2005 speaks of people of 16 and over."""
    age = age_then(answers)
    return about_adult(answers) or (age is not None and age >= DHR_FROM)


def may_be_care_leaver(answers: Answers) -> bool:
    age = age_then(answers)
    return about_adult(answers) and (age is None or age <= CARE_LEAVER_TO)


def may_be_stillborn(answers: Answers) -> bool:
    return about_child(answers) and died(answers) and age_then(answers) in {0, None}


def by_suicide(answers: Answers) -> bool:
    return died(answers) and said(answers, Step.HARM, "suicide") in {"yes", "suspected"}


def alleged_is_asked(answers: Answers) -> bool:
    """Somebody is alleged responsible, or a domestic homicide review was asked for."""
    if good_practice_only(answers):
        return False
    by = said(answers, Step.HARM, "by")
    return by in SOMEBODY or (Route.DHR in types(answers) and by != "none")


def routes(answers: Answers) -> list[Route]:
    """The routes to weigh: those asked for, or, for somebody not sure, those that the answers suggest."""
    asked = types(answers)
    chosen = {route for route in Route if route in asked}
    if GOOD_PRACTICE in asked:
        chosen.add(Route.LEARNING)
    if not chosen and NOT_SURE in asked:
        return suggestion(answers)
    if Route.DHR in chosen and about_child(answers):
        chosen.add(Route.CHILD)  # at 16 and 17 both may apply
    return [route for route in Route if route in chosen]


def suggestion(answers: Answers) -> list[Route]:
    """What may fit, from who it is about, whether they died and by whom. The group decides."""
    if good_practice_only(answers):
        return [Route.LEARNING]
    found = {Route.CHILD} if about_child(answers) else set()
    if about_adult(answers):
        found.add(Route.SAR)
    if not said(answers, Step.ESSENTIALS, "concerns") and age_then(answers) is None:
        found = {Route.SAR, Route.CHILD}
    age = age_then(answers)
    old_enough = age >= DHR_FROM if age is not None else about_adult(answers)
    close = said(answers, Step.HARM, "by") in CLOSE
    abused = by_suicide(answers) and said(answers, Step.HARM, "abused_before") in {"yes", "suspected"}
    if died(answers) and old_enough and (close or abused):
        found.add(Route.DHR)
    if said(answers, Step.HARM, "abuse") == "none":
        found.add(Route.LEARNING)
    return [route for route in Route if route in found]
