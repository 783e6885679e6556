"""Every door as an expression over the facts. All parts of a door must hold for it to open.

The parts are named as the criteria are in `pprg.guidance.law`, which holds their words and sources.
"""

from __future__ import annotations

from collections.abc import Mapping

from pprg.guidance.codes import Door
from pprg.guidance.triage.atoms import Atoms
from pprg.guidance.triage.logic import Truth, all_of, truth

Parts = Mapping[str, Truth]
"""The parts of one door, by the keys of its criteria."""


def doors(a: Atoms) -> dict[Door, Parts]:
    """All doors at once: some wait for others, so that a choice never displaces a duty."""
    sar = _sar_mandatory(a)
    rapid_review = _rapid_review(a)
    dhr = _dhr(a)
    child_death = {"died": a.died, "child": a.child, "area": a.area, "not_stillborn": a.not_stillborn}
    sar_due, rapid_due, dhr_due = whole(sar), whole(rapid_review), whole(dhr)
    return {
        Door.SAR_MANDATORY: sar,
        Door.SAR_DISCRETIONARY: {
            "adult": a.adult,
            "area": a.area,
            "needs": a.needs,
            # Open as soon as the duty is not established, whichever way a missing fact will fall.
            "any_other_case": truth(not sar_due.holds),
        },
        Door.RAPID_REVIEW: rapid_review,
        Door.DHR: dhr,
        Door.LEDER: {
            "died": a.died,
            "diagnosis": a.said("diagnosis_recorded"),
            "eligible": (a.aged(4) & a.said("learning_disability")) | (a.adult & a.said("autism")),
        },
        Door.CHILD_DEATH: child_death,
        Door.OFFENSIVE_WEAPON: {
            "adult": a.adult,
            "died": a.died,
            "weapon": a.weapon,
            "not_suicide": ~a.suicide,
            "no_other_review": ~(sar_due | dhr_due | whole(child_death)),
        },
        Door.LEARNING: {
            "new_learning": a.said("new_learning"),
            "not_only_good": ~a.good_practice,
            "no_duty": ~sar_due & ~rapid_due & ~dhr_due,
        },
        Door.GOOD_PRACTICE: {"good_practice": a.good_practice},
    }


def whole(parts: Parts) -> Truth:
    return all_of(*parts.values())


def _sar_mandatory(a: Atoms) -> Parts:
    return {
        "adult": a.adult,
        "area": a.area,
        "needs": a.needs,
        "worked_together": a.concern,
        "harm": (a.died & a.harm & a.linked) | (a.living & a.harm & a.serious),
    }


def _rapid_review(a: Atoms) -> Parts:
    """Abuse and death or serious harm: the abuse need not have caused it."""
    return {
        "child": a.child,
        "not_stillborn": a.not_stillborn,
        "abuse": a.harm_by_others,
        "harm": a.died_or_serious,
        "where": a.where("own") | (a.where("outside_england") & a.area),
    }


def _dhr(a: Atoms) -> Parts:
    """A suicide counts where there was domestic abuse and nobody has ruled out that it led there."""
    by_suicide = a.suicide & a.abused_before & a.link_not_ruled_out
    by_another = ~a.suicide & a.harm_by_others & a.linked
    return {
        "age": a.died & a.aged(16),
        "area": a.area,
        "relationship": a.close,
        "abuse": by_suicide | by_another,
    }
