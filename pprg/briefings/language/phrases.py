"""Phrases that blame, label, pad or say nothing, each with what to say instead.

After the field's own guides to language: of family members who read reviews, of young people in care, of the
Samaritans on suicide, and of plain English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Phrase(NamedTuple):
    """A pattern over words in any case, and the better wording."""

    pattern: str
    better: str


_OFFERED = "“did not come to appointments”; say what was offered and what got in the way"
_NAME = "the person’s name"
_DECISION = "which decision, and what the person understood"
_NOW = "what is done differently now, and by whom"
_BY_WHEN = "by when, in days or weeks"

BLAMING = (
    Phrase(r"(?:failed|failing|failure) to engage|did not engage|refused to engage", _OFFERED),
    Phrase(r"non-?engag(?:ing|ement)|disengaged|disengagement|poor engagement", _OFFERED),
    Phrase(r"hard[- ]to[- ]reach", "“people we did not reach”; say what was tried"),
    Phrase(r"non-?complian(?:t|ce)|poor compliance",
           "what the person was asked to do, and what made it hard"),
    Phrase(r"failed to attend|did not attend|dna['’]?d", "“did not come”; of a child, “was not brought”"),
    Phrase(r"refused (?:help|support|services|care|treatment)", "“said no to …”; say what was offered"),
    Phrase(r"should have known", "what could be known then, and from whom"),
    Phrase(r"(?:with|in|the benefit of) hindsight", "what was known on the day"),
    Phrase(r"missed opportunit(?:y|ies)|opportunit(?:y|ies) (?:was|were) missed",
           "what could have been done, and what got in the way"),
    Phrase(r"fell through the (?:net|cracks?|gaps?)", "which service stopped, and who was left with whom"),
    Phrase(r"(?:failed|failing) to", "“did not …”; say what got in the way"),
    Phrase(r"poor (?:practice|decision[- ]making)", "what was done, and why it made sense then"),
    Phrase(r"lack of professional curiosity|professional curiosity", "the question that nobody asked"),
    Phrase(r"put (?:him|her|them)sel(?:f|ves) at risk|placed (?:him|her|them)sel(?:f|ves) at risk",
           "who or what was the danger"),
    Phrase(r"lifestyle choices?|(?:bad|poor|unwise) choices?", "what choices the person really had"),
    Phrase(r"in denial", "what the person said, in their own words"),
    Phrase(r"attention[- ]seeking", "“asked for help by …”"),
    Phrase(r"manipulative", "what the person did, and what they needed"),
    Phrase(r"frequent (?:flyers?|attenders?|callers?)", "how often the person asked for help, and for what"),
    Phrase(r"absconded|absconding", "“left” or “went missing”; say from what"),
    Phrase(r"volatile relationship|toxic relationship|domestic (?:dispute|incident)",
           "who did what to whom"),
    Phrase(r"(?:claimed|alleged|admitted) that", "“said that”"),
)  # fmt: skip

LABELLING = (
    Phrase(r"service[- ]users?|clients?", f"{_NAME}, or “people who use the service”"),
    Phrase(r"the (?:subject|deceased|victim)", _NAME),
    Phrase(r"chaotic", "what happened in the person’s days, and what was hard"),
    Phrase(r"challenging behaviours?", "what the person did, and what they were telling us"),
    Phrase(r"vulnerable (?:adults?|persons?|people|child|children)",
           "what put the person at risk, or “adult at risk”"),
    Phrase(r"suffer(?:s|ed|ing)? from|sufferers?", "“has” or “lives with”"),
    Phrase(r"commit(?:s|ted|ting)? suicide", "“died by suicide”"),
    Phrase(r"(?:successful|completed) suicides?", "“died by suicide”"),
    Phrase(r"(?:failed|unsuccessful) (?:suicide )?attempts?", "“tried to take their own life”"),
    Phrase(r"alcoholics?|drunks?", "“somebody who drinks more than is safe”, or what they drank"),
    Phrase(r"addicts?|junkies?|(?:drug|substance|alcohol) (?:ab|mis)users?", "“somebody who uses drugs”"),
    Phrase(r"the (?:elderly|aged)", "“older people”"),
    Phrase(r"the (?:disabled|handicapped)|handicapped", "“disabled people”"),
    Phrase(r"wheelchair[- ]bound|confined to (?:a|his|her|their) wheelchair", "“uses a wheelchair”"),
    Phrase(r"bed[- ]?block(?:er|ers|ing)", "“waiting to leave hospital”"),
    Phrase(r"schizophrenics?|(?:mental|psychiatric) patients?", "“somebody who lives with …”"),
    Phrase(r"mentally ill", "“has a mental illness”, or which one"),
    Phrase(r"self-harmers?", "“somebody who self-harms”"),
    Phrase(r"child prostitut\w+|promiscuous|streetwise|sexually active child", "“was sexually exploited”"),
    Phrase(r"looked[- ]after child(?:ren)?", "“child in care”"),
    Phrase(r"placements?", "“home”, or where the person lived"),
    Phrase(r"siblings?", "“brothers and sisters”"),
    Phrase(r"respite", "“short break”"),
    Phrase(r"non-?verbal", "“does not use speech”; say how they do talk"),
    Phrase(r"incapacitous|(?:had|has|have|lacked|lacks) (?:mental )?capacity", _DECISION),
    Phrase(r"toileting", "“using the toilet”"),
    Phrase(r"illegal immigrants?", "“somebody without leave to stay”"),
    Phrase(r"BAME|BME|ethnic minorit(?:y|ies)", "which community the person belonged to"),
    Phrase(r"honou?r (?:killings?|based violence)", "“so-called honour-based abuse”"),
    Phrase(r"historic(?:al)? (?:sexual )?abuse", "“abuse in the past”"),
    Phrase(r"low[- ]level (?:neglect|abuse|concerns?|violence)",
           "what it was, and what it did to the person"),
)  # fmt: skip

EMPTY = (
    Phrase(r"lessons? (?:(?:have|has|were|was|will|must|to|can|had) )?(?:been |be )?learn(?:ed|t)", _NOW),
    Phrase(r"ensur(?:e|es|ed|ing)(?: that)?", "who does it, and how they will know it is done"),
    Phrase(r"robust(?:ly)?", "what makes it hold: who, what and when"),
    Phrase(r"inappropriate(?:ly)?", "what was wrong with it, and for whom"),
    Phrase(r"(?:where|as|when|if) appropriate", "when, in plain words"),
    Phrase(r"timely|in a timely (?:manner|way)|as soon as (?:possible|practicable)", _BY_WHEN),
    Phrase(r"(?:professionals|practitioners|staff) should (?:consider|be (?:aware|mindful|reminded))",
           "what to do, beginning with a verb"),
    Phrase(r"be (?:mindful|aware) of", "what to do about it"),
    Phrase(r"holistic(?:ally)?", "“whole”, or all that you mean"),
    Phrase(r"signpost(?:ed|ing)?", "what was offered, and whether it was taken up"),
    Phrase(r"stakeholders?", "who they are"),
    Phrase(r"wrap-?around", "which help, from whom"),
    Phrase(r"silos?|silo working", "which services did not talk to each other"),
    Phrase(r"red flags?", "“signs”, and which"),
    Phrase(r"no further action|nfa['’]?d", "what was decided, and why"),
    Phrase(r"it is (?:important|vital|essential) (?:to note )?that|it should be noted that",
           "nothing: begin with what follows"),
    Phrase(r"embed(?:s|ded|ding)?", "what people will do, and how often"),
    Phrase(r"cohorts?", "“group”"),
    Phrase(r"think family", "whom in the family to ask"),
)  # fmt: skip

PADDED = (
    Phrase(r"going forward|moving forward", "“from now on”, or nothing"),
    Phrase(r"in order to", "“to”"),
    Phrase(r"prior to", "“before”"),
    Phrase(r"subsequent(?:ly)?(?: to)?", "“later” or “after”"),
    Phrase(r"utilis(?:e|es|ed|ing)|utiliz(?:e|es|ed|ing)", "“use”"),
    Phrase(r"commenc(?:e|es|ed|ing)", "“start”"),
    Phrase(r"ascertain(?:s|ed|ing)?", "“find out”"),
    Phrase(r"facilitat(?:e|es|ed|ing)", "“help” or “run”"),
    Phrase(r"(?:in|with) (?:regards?|respect|relation) (?:to|of)", "“about”"),
    Phrase(r"at (?:this|that) point in time", "“now” or “then”"),
    Phrase(r"due to the fact that", "“because”"),
    Phrase(r"in the event (?:that|of)", "“if”"),
    Phrase(r"on a (?:daily|weekly|monthly|regular) basis", "“every day”, “every week”; say how often"),
    Phrase(r"a (?:number|range|variety) of", "how many, or “several”"),
    Phrase(r"ongoing", "“still going on”, or until when"),
    Phrase(r"disclos(?:ed|ure)(?: that| to)?", "“told”"),
    Phrase(r"presented (?:with|at|to)", "“came with” or “came to”"),
    Phrase(r"residing|resided|resides", "“lived” or “lives”"),
    Phrase(r"deceased", "“died” or “dead”"),
    Phrase(r"incident of", "what happened"),
)  # fmt: skip

PHRASES = (*BLAMING, *LABELLING, *EMPTY, *PADDED)


class FoundPhrase(NamedTuple):
    start: int
    end: int
    better: str


def phrases_in(words: str) -> Iterator[FoundPhrase]:
    """Each stretch once, for the first phrase that it fits."""
    for found in _any_of_them().finditer(words):
        number = int((found.lastgroup or "p0")[1:])
        yield FoundPhrase(found.start(), found.end(), PHRASES[number].better)


@cache
def _any_of_them() -> re.Pattern[str]:
    each = "|".join(f"(?P<p{number}>{phrase.pattern})" for number, phrase in enumerate(PHRASES))
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE)
