"""Who writes, sends and reads letters. *When* is in states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.letters.kinds import OUTCOMES
from pprg.meetings.states import LetterState
from pprg.referrals import rules as referrals

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case
    from pprg.meetings.models import Letter
    from pprg.referrals.models import Referral


def read_letter(reader: Account | None, letter: Letter) -> bool:
    """Coordinators and chairs of the case; once it is sent, the agency whose referral it answers, and of an outcome the panel of the case."""  # noqa: E501
    if reader is None or not reader.active:
        return False
    looks_in = cases.look_into_case(reader, letter.case)
    if looks_in and reader.holds(Role.COORDINATOR, Role.CHAIR):
        return True
    if letter.state != LetterState.SENT:
        return False
    if looks_in and letter.kind in OUTCOMES and reader.holds(Role.REPRESENTATIVE):
        return True
    return letter.referral is not None and read_letters_to(reader, letter.referral)


def read_letters_to(reader: Account, referral: Referral) -> bool:
    """The agency that made the referral: its writer and its safeguarding leads."""
    return referrals.is_of_its_agency(reader, referral) and referrals.read_referral(reader, referral)


def list_letters(reader: Account | None, case: Case) -> bool:
    """Who looks into the case sees a list; each letter says for itself whether it is on it."""
    return cases.look_into_case(reader, case)


def list_letters_of_referral(reader: Account | None, referral: Referral) -> bool:
    """Who reads a referral sees a list of what was sent on it; each letter says for itself whether it is on it."""  # noqa: E501
    return referrals.read_referral(reader, referral)


def begin_letter(reader: Account | None, case: Case) -> bool:
    """Coordinators of the case begin letters."""
    return reader is not None and reader.holds(Role.COORDINATOR) and cases.look_into_case(reader, case)


def write_letter(reader: Account | None, letter: Letter) -> bool:
    """Coordinators of the case change a letter, take a draft away and send it."""
    return begin_letter(reader, letter.case)
