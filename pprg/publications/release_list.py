"""What must be settled before anything about a review goes out: the second person ticks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pprg.guidance.codes import ReviewType

ADULTS = frozenset({ReviewType.SAR_MANDATORY, ReviewType.SAR_DISCRETIONARY})
CHILDREN = frozenset({ReviewType.LCSPR, ReviewType.RAPID_REVIEW})


@dataclass(frozen=True, kw_only=True)
class Item:
    key: str
    words: str
    hint: str
    types: frozenset[ReviewType] | None = None
    """The types of review that it belongs to; None for all."""


ITEMS = (
    Item(
        key="family",
        words="The person or their family have seen it and know the day",
        hint="Or it was agreed with them how they will hear. What they asked for is in the case.",
    ),
    Item(
        key="courts",
        words="Any inquest, trial or family court case is over, or those in charge agree to this day",
        hint="Ask the coroner’s officer, the police and the local authority’s lawyer.",
    ),
    Item(
        key="agencies",
        words="Each agency has checked what is said of it",
        hint="Facts, and what it says it has changed.",
    ),
    Item(
        key="legal",
        words="Legal advice is taken and followed",
        hint="Reporting restrictions, court orders, confidentiality after death.",
    ),
    Item(
        key="names",
        words="One pseudonym is used for each person everywhere, and the family agrees with it",
        hint="Or they asked for the real name, and that is written down in the case.",
    ),
    Item(
        key="jigsaw",
        words="Read as a whole, it does not tell local people who it is",
        hint="Age, month, place, work, brothers and sisters, a rare event: three together can be enough.",
    ),
    Item(
        key="press",
        words="Whoever answers the press knows the day and what will be said",
        hint="Also for social media, and for questions from councillors.",
    ),
    Item(
        key="staff",
        words="Staff who worked with the person know the day and where to turn",
        hint="They should not first read it on the hub.",
    ),
    Item(
        key="national_panel",
        words="The national Panel had the report at least seven working days before",
        hint="Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018.",
        types=CHILDREN,
    ),
    Item(
        key="home_office",
        words="The Home Office has approved publication",
        hint="Domestic Violence, Crime and Victims Act 2004 s.9, statutory guidance. To be confirmed.",
        types=frozenset({ReviewType.DHR, ReviewType.JOINT}),
    ),
    Item(
        key="library",
        words="A copy is on its way to the national library of such reviews",
        hint="And somebody has a date on which this page is looked at again or taken down.",
    ),
)


def items_for(review_type: ReviewType) -> tuple[Item, ...]:
    """The release list of a review of this type, in order."""
    return tuple(item for item in ITEMS if item.types is None or review_type in item.types)


def all_done(review_type: ReviewType) -> dict[str, str]:
    """Every item ticked as done: what a checker's answers look like when nothing is left out."""
    return {item.key: "" for item in items_for(review_type)}


def left_open(review_type: ReviewType, ticks: Mapping[str, str]) -> list[Item]:
    """Items neither ticked nor, with a reason, marked as not applying."""
    return [item for item in items_for(review_type) if item.key not in ticks]
