"""What else to think of besides the doors: whom to tell, and what may run beside a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pprg.guidance.codes import Door
from pprg.guidance.triage.atoms import Atoms
from pprg.guidance.triage.logic import Truth, truth

LEDER_SITE = "https://leder.nhs.uk/"


@dataclass(frozen=True)
class Signpost:
    code: str
    sentence: str
    link: str = ""
    """Where to do it, if that is public and the same for everybody. All else is local."""


_SENTENCES = {
    "front_door": "Somebody is at risk now. Ring 999, or the safeguarding front door: a referral here "
    "alerts nobody.",
    "sin_other_la": "The duty to notify lies with the council where it happened. Work with it as the "
    "home council.",
    "dfe_ofsted_lac_death": "The council tells the Department for Education and Ofsted of the death of "
    "any looked-after child.",
    "care_leaver_death": "The council tells the Department for Education and Ofsted of the death of a "
    "care leaver up to and including 24.",
    "cdr_home_area": "The child lived elsewhere: the child death review belongs to the home area.",
    "leder_after_cdr": "For a child of 4 to 17 the child death review comes first and shares its "
    "results with LeDeR.",
    "joint_agency_response": "A joint agency response is due: the death was sudden, from outside "
    "causes, in custody, or suspicious.",
    "coroner": "The coroner needs to know. Ask whether there is an inquest before speaking to witnesses.",
    "joint_review_dhr_rr": "Two statutory reviews are due for one young person. Agree with the "
    "Community Safety Partnership how to do them together.",
    "joint_review_sar_dhr": "The Board and the Community Safety Partnership may hold one joint review.",
    "s42_enquiry": "Ask whether the council has begun an enquiry under Care Act 2014 s.42, and what it "
    "found.",
    "s47_strategy": "Ask whether there was a strategy discussion and an enquiry under Children Act 1989 "
    "s.47.",
    "lado_or_pipot": "Somebody in a position of trust is alleged responsible: tell the LADO for work "
    "with children, or the lead for people in positions of trust for work with adults.",
    "regulator": "A regulated service is involved: tell its regulator, the Care Quality Commission or "
    "Ofsted.",
    "mappa_check": "The person alleged responsible is managed under MAPPA at level 2 or 3: ask the "
    "MAPPA board whether it reviews the case.",
    "mh_homicide_note": "The person alleged responsible was under mental health care: NHS England may "
    "commission an investigation of its own.",
    "owhr_note": "In pilot areas an offensive weapons homicide review may be due. Ask the police.",
    "custody_process": "A death in custody or detention has processes of its own, such as the Prisons "
    "and Probation Ombudsman. Ask who leads.",
    "other_area_board": "The person lived elsewhere: tell the board or partnership of that area.",
    "self_harm_pathway": "Use the local pathway after a suspected suicide, also for those left behind.",
    "ask_domestic_abuse": "Ask whether there was domestic abuse before: after a suicide it decides "
    "which review is due.",
}

_LINKS = {"leder_after_cdr": LEDER_SITE}


def signposts(a: Atoms, due: Mapping[Door, Truth]) -> tuple[Signpost, ...]:
    """Only those that certainly apply, by code in order of the alphabet."""
    shown = {**dict(_about_the_person(a)), **dict(_about_what_happened(a)), **dict(_beside_reviews(a, due))}
    return tuple(
        Signpost(code, _SENTENCES[code], _LINKS.get(code, "")) for code in sorted(shown) if shown[code].holds
    )


def _about_the_person(a: Atoms) -> Iterator[tuple[str, Truth]]:
    child_died = a.died & a.child
    yield "dfe_ofsted_lac_death", child_died & a.said("looked_after")
    yield "care_leaver_death", a.died & a.said("care_leaver") & ~a.aged(25)
    yield "cdr_home_area", child_died & ~a.area & a.not_stillborn
    yield "other_area_board", a.adult & ~a.area
    yield "s42_enquiry", a.adult & a.living & a.area & a.needs & a.harm
    yield "s47_strategy", a.child & a.living & a.harm_by_others


def _about_what_happened(a: Atoms) -> Iterator[tuple[str, Truth]]:
    a_death = a.died & a.not_stillborn
    yield "front_door", a.said("immediate_risk")
    yield "coroner", a_death & (a.external_cause | a.linked)
    yield "joint_agency_response", a_death & a.child & (a.external_cause | (a.harm_by_others & a.linked))
    yield "custody_process", a.died & a.said("in_custody_or_detained")
    yield "self_harm_pathway", a.suicide
    # Asked of the facts themselves: an answer in doubt is not a missing one.
    yield "ask_domestic_abuse", a.suicide & truth(a.facts.domestic_abuse_history is None)
    yield "lado_or_pipot", a.said("relationship_of_alleged", "professional") & a.harm_by_others
    yield "regulator", a.said("regulated_provider") & a.harm_by_others


def _beside_reviews(a: Atoms, due: Mapping[Door, Truth]) -> Iterator[tuple[str, Truth]]:
    in_mental_health_care = a.said("mental_health_care", "alleged", "both")
    elsewhere = a.where("other")
    yield "sin_other_la", a.child & a.not_stillborn & a.harm_by_others & a.died_or_serious & elsewhere
    yield "leder_after_cdr", due[Door.LEDER] & a.child
    yield "joint_review_dhr_rr", due[Door.DHR] & due[Door.RAPID_REVIEW]
    yield "joint_review_sar_dhr", due[Door.SAR_MANDATORY] & due[Door.DHR]
    yield "mappa_check", _managed_closely(a) & (a.died | a.serious)
    yield "mh_homicide_note", in_mental_health_care & a.died & ~a.suicide & (a.weapon | a.linked)
    yield "owhr_note", due[Door.OFFENSIVE_WEAPON]


def _managed_closely(a: Atoms) -> Truth:
    return truth((a.facts.mappa_level or 0) >= 2)
