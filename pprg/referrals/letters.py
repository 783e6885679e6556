"""The letter with which a referral goes another way: what is proposed, and what may not stand in it.

It is proposed in plain words for each way, changed by whoever sends it, and kept as it was sent. It names no
person and no other case.
"""

from __future__ import annotations

import re
import unicodedata

from pprg.referrals.states import AnotherWay

_A_REFERENCE = re.compile(r"\b[A-Z]{2,8}-[0-9]{4}-[0-9]{3,}\b")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")


def proposed(way: AnotherWay, *, reference: str, sent_on: str, reason: str, telephone: str) -> str:
    """Words to begin with. A blank line begins a new paragraph."""
    opening = (
        f"Thank you for the referral {reference}, which you sent on {sent_on}. We have read it with care. "
        "The group will not consider it, and this letter says why and what to do instead."
    )
    closing = (
        f"If more becomes known, or you think that we have got this wrong, ring us on {telephone}. You may "
        "refer again at any time. What you wrote is kept safe, and its reference stays the same."
    )
    return "\n\n".join(part for part in (opening, reason.strip(), *_WHAT_TO_DO[way], closing) if part)


_WHAT_TO_DO: dict[AnotherWay, tuple[str, ...]] = {
    AnotherWay.SAFEGUARDING: (
        (
            "What you describe needs somebody to act now rather than a review later. Please ring the "
            "council’s adult or children’s safeguarding front door today, and 999 if anybody is in "
            "danger. This letter alerts nobody: your call does."
        ),
        (
            "Tell your own safeguarding lead that you have done so, and write down when you rang and to whom "
            "you spoke."
        ),
    ),
    AnotherWay.OTHER_AREA: (
        (
            "The decision lies with the partnership of the area where the person lived or where it "
            "happened. Please send your referral to that partnership, in the words you sent to us. Ask us "
            "for the right address if you do not have it."
        ),
    ),
    AnotherWay.LEDER: (
        (
            "LeDeR learns from the lives and deaths of people with a learning disability and of autistic "
            "adults. Anybody can tell them of a death, at leder.nhs.uk. We send nothing in your place."
        ),
        "If LeDeR’s reviewer finds a safeguarding concern, they can refer it to us.",
    ),
    AnotherWay.CHILD_DEATH_REVIEW: (
        (
            "Every death of a child is looked into by the child death review of the area where the child "
            "lived, whatever the cause. Please make sure that its team has been told. We send nothing in "
            "your place."
        ),
    ),
    AnotherWay.COMPLAINT: (
        (
            "What you describe is about the service that one organisation gave. Its complaints process can "
            "look into it and put things right, which a review of this group cannot. Please give this letter "
            "to whoever leads on complaints there."
        ),
    ),
    AnotherWay.SINGLE_AGENCY: (
        (
            "Only one agency was involved, so what can be learned lies within it. We ask that agency to look "
            "into it in its own way, for example as a patient safety or a management review, and to let us "
            "know what it learned."
        ),
    ),
    AnotherWay.OTHER: ("[Say here what the other process is, who leads it, and how to reach them.]",),
}


def other_cases(letter: str, reference: str) -> list[str]:
    """References in it that are not its own, however they are written: "PPRG 2026/014" is one too."""
    prefix, year, number = reference.split("-")
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", _INVISIBLE.sub("", letter)))
    loosely = re.finditer(rf"(?i)\b{prefix}[\W_]{{0,3}}([0-9]{{4}})[\W_]{{1,3}}([0-9]{{3,}})\b", plain)
    found = {f"{prefix}-{one[1]}-{one[2]}" for one in loosely} | set(_A_REFERENCE.findall(plain))
    return sorted(found - {f"{prefix}-{year}-{number}"})


def left_open(letter: str) -> bool:
    """Whether something proposed in brackets is still to be written."""
    return any(words in letter for said in _WHAT_TO_DO.values() for words in said if words.startswith("["))
