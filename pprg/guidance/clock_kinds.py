"""What a clock is: the kinds there are, what sets one going, how long it runs and on whose word.

A *clock* runs in one case from the day something happened, its *trigger*. The rule says how far; the
calendar says where that ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pprg.guidance.codes import Route


class ClockKind(StrEnum):
    SIN_NOTIFY = "sin_notify"
    RAPID_REVIEW = "rapid_review"
    LCSPR_PUBLISH = "lcspr_publish"
    LCSPR_PRESEND = "lcspr_presend"
    REPORT_ONLINE = "report_online"
    SAR_DECIDE = "sar_decide"
    SAR_COMPLETE = "sar_complete"
    DHR_DECIDE = "dhr_decide"
    DHR_HO_NOTICE = "dhr_ho_notice"
    DHR_COMPLETE = "dhr_complete"
    NSR_COMPLETE = "nsr_complete"
    ACK_REFERRER = "ack_referrer"
    INFO_RETURN = "info_return"
    INFO_RETURN_RR = "info_return_rr"
    OUTCOME_LETTER = "outcome_letter"
    PANEL_REPLY = "panel_reply"
    HOME_OFFICE_REPLY = "home_office_reply"
    RECONSIDER = "reconsider"


class Trigger(StrEnum):
    """What happened on day 0."""

    LA_AWARE = "la_became_aware"
    SIN_SENT = "sin_sent"
    LCSPR_DECIDED = "lcspr_decided"
    PUBLICATION_PLANNED = "publication_planned"
    PUBLISHED = "published"
    REFERRED = "referral_received"
    SAR_DECIDED = "sar_decided"
    CSP_TOLD = "csp_told"
    DHR_DECIDED = "dhr_decided"
    LEARNING_DECIDED = "learning_decided"
    INFO_ASKED = "info_asked"
    RATIFIED = "decision_ratified"
    PANEL_ANSWERED = "panel_answered"
    HOME_OFFICE_ANSWERED = "home_office_answered"
    CHALLENGED = "challenged"

    @property
    def words(self) -> str:
        """As one would say it: "counted from the day …"."""
        return _IN_WORDS[self]


_IN_WORDS = {
    Trigger.LA_AWARE: "the local authority became aware",
    Trigger.SIN_SENT: "the notification went to the national Panel",
    Trigger.LCSPR_DECIDED: "it was decided to hold a local child safeguarding practice review",
    Trigger.PUBLICATION_PLANNED: "publication is planned for",
    Trigger.PUBLISHED: "the report was published",
    Trigger.REFERRED: "the referral was received",
    Trigger.SAR_DECIDED: "it was decided to hold a Safeguarding Adults Review",
    Trigger.CSP_TOLD: "the Community Safety Partnership was told of the death",
    Trigger.DHR_DECIDED: "the Community Safety Partnership decided",
    Trigger.LEARNING_DECIDED: "it was decided to hold a learning review",
    Trigger.INFO_ASKED: "the information was asked for",
    Trigger.RATIFIED: "the decision was ratified",
    Trigger.PANEL_ANSWERED: "the national Panel’s answer came",
    Trigger.HOME_OFFICE_ANSWERED: "the Home Office’s answer came",
    Trigger.CHALLENGED: "the decision was challenged",
}


class Unit(StrEnum):
    WORKING_DAYS = "working days"
    DAYS = "days"
    MONTHS = "months"


class Basis(StrEnum):
    STATUTORY_GUIDANCE = "Statutory guidance"
    STATUTORY_AIM = "Statutory guidance: an aim, not a limit"
    AT_LEAST = "The shortest time a report has to stay public"
    LOCAL = "This group’s own default"


@dataclass(frozen=True, kw_only=True)
class ClockRule:
    kind: ClockKind
    label: str
    """What is due, beginning with a verb."""
    route: Route | None = None
    """The route whose cases it runs in; None: any."""
    trigger: Trigger
    or_trigger: Trigger | None = None
    """The other day that practice counts from. Which one counts is a setting; pages show both."""
    amount: int
    """Below nought: so long before the day."""
    unit: Unit
    owner: str
    pausable: bool = False
    basis: Basis
    source: str
    note: str = ""
    to_be_confirmed: bool = False
    valid_from: date
    valid_to: date | None = None

    @property
    def length(self) -> str:
        """ "5 working days", "1 month", "7 working days before"."""
        amount = abs(self.amount)
        unit = self.unit.removesuffix("s") if amount == 1 else self.unit
        return f"{amount} {unit}{' before' if self.amount < 0 else ''}"

    @property
    def is_a_minimum(self) -> bool:
        """Whether its end is a day until which something has to last, rather than be done."""
        return self.basis == Basis.AT_LEAST

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
