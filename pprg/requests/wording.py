"""Sentences that pages and letters say of a request: why it may be asked, how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from pprg.clock import LONDON
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.guidance.criterion import CriteriaSet
from pprg.requests.models import InfoRequest
from pprg.requests.states import LegalBasis, Stand


@dataclass(frozen=True)
class Basis:
    """What a legal basis means, in plain words, and where it stands."""

    when: str
    """For the coordinator: when it is the right one."""
    says: str
    """For the agency: what it may and has to do."""
    source: str

    def hint(self, name: str) -> str:
        """For the coordinator, with the source where the basis' name does not say it all."""
        return self.when if self.source.replace(",", "") == name else f"{self.when} {self.source}."


BASES = {
    LegalBasis.CARE_ACT: Basis(
        when="For an adult with needs for care and support: asked for the Safeguarding Adults Board.",
        says="The Safeguarding Adults Board may ask anybody who is likely to know something relevant, so "
        "that it can do its work. Whoever is asked in this way has to tell.",
        source="Care Act 2014, section 45",
    ),
    LegalBasis.CHILDREN_ACT: Basis(
        when="For a child: asked for the safeguarding partners, to identify and review serious cases.",
        says="The safeguarding partners may ask any person or body for information, so that serious "
        "child safeguarding cases are identified and reviewed. Whoever is asked has to comply.",
        source="Children Act 2004, section 16H, for the work under sections 16E and 16F",
    ),
    LegalBasis.DHR: Basis(
        when="For a death that appears to result from domestic abuse: asked for the Community Safety "
        "Partnership.",
        says="The Community Safety Partnership looks into the death. The bodies named in the Act must have "
        "regard to the statutory guidance, which expects them to tell what they know.",
        source="Domestic Violence, Crime and Victims Act 2004, section 9, and the guidance under it",
    ),
    LegalBasis.TASK: Basis(
        when="Where no duty to tell applies (yet): a learning review, or before the route is clear.",
        says="You may tell what you know where that is needed for a task in the public interest. You weigh "
        "whether it is needed and not more than needed, and write down why. Consent is not the basis.",
        source="UK GDPR Article 6(1)(e); for sensitive data Article 9(2)(g) with the Data Protection Act "
        "2018, Schedule 1, paragraph 18",
    ),
}

ROUTES = {
    LegalBasis.CARE_ACT: Route.SAR,
    LegalBasis.CHILDREN_ACT: Route.CHILD,
    LegalBasis.DHR: Route.DHR,
}
"""By which criteria a review is decided on where it is asked on this basis; for a task, none yet."""

TONES = {
    Stand.SENT: "waiting",
    Stand.OPENED: "doing",
    Stand.LATE: "late",
    Stand.RETURNED: "done",
    Stand.NOTHING_KNOWN: "done",
    Stand.WITHDRAWN: "none",
}


def criteria_for(request: InfoRequest) -> CriteriaSet | None:
    """The criteria of which the agency gives its first view: those of the day on which it was asked."""
    route = ROUTES.get(request.asking.basis)
    return criteria_on(route, request.created_at.astimezone(LONDON).date()) if route else None


def period_of(request: InfoRequest) -> str:
    """ "1 January 2024 to today"; all years where no period was set."""
    start, end = request.asking.period_from, request.asking.period_to
    if start is None and end is None:
        return "All years"
    first = f"{start.day} {start:%B %Y}" if start else "The beginning"
    last = f"{end.day} {end:%B %Y}" if end else "today"
    return f"{first} to {last}"
