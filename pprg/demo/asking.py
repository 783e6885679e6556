"""What agencies are asked in the demo: one answers, one knows nothing, one is late, one has not opened it."""

from __future__ import annotations

from datetime import timedelta

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_with_email
from pprg.agencies.queries import agency_called
from pprg.cases.models import Case
from pprg.database import db
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from pprg.requests.services import AskingWords
from pprg.requests.states import Part
from pprg.requests.suggesting import suggested

WHO = "Alfred Bryn Tollard, died this year aged 71, 11 Weir Cottages, Upper Sedge"
BESIDES = (
    "Four services closed their case within five weeks. Who in your agency knew that the others had closed?"
)

POLICE = {
    Part.KNOWN: {
        "known": "yes",
        "searched": "The two years before he died, incident and custody records",
        "services": "Neighbourhood policing team, Upper Sedge",
        "contacts": "A neighbourhood constable, three visits. A call handler, once.",
    },
    Part.DATES: {
        "events": "The second visit. The constable saw that there was no heating, thought that housing "
        "support knew, and told nobody."
    },
    Part.PERSON: {
        "risk": "Seen as a nuisance matter, not as a risk to him. No public protection notice was made.",
        "voice": "“I am all right as I am.” He talked gladly about the club and asked the constable in.",
        "equality": "His age and drinking were noted. Nobody asked how well he saw or heard.",
    },
    Part.PRACTICE: {
        "well": "The same constable came back each time, and he opened the door to him when he opened "
        "to nobody else.",
        "not_well": "There was no easy way to see that other services had closed their case. Two of three "
        "visits were written down a week later, at the end of a run of nights.",
        "learning": "Since June a visit to somebody who neglects himself ends with a protection notice.",
    },
    Part.TELLING: {
        "own": "Nobody knew. The constable learned it from the neighbour.",
        "view": "Yes. Each agency held a part, and no one brought the parts together.",
    },
}
EVENTS = (
    (140, "Called by a neighbour about noise. He was alone and the radio was loud."),
    (97, "Second visit. No heating, little food. Advice given."),
    (64, "Third visit. He did not open; a light was on."),
)


def ask(case: Case, *, by: Account) -> None:
    """Ask four agencies about one case, and let them answer as agencies do."""
    names = (
        "Marlshire Police",
        "Marlshire Probation",
        "Marlshire Council Adult Social Care",
        "NHS Marlshire Integrated Care Board",
    )
    agencies = [agency for name in names if (agency := agency_called(name))]
    hint = suggested(case)
    words = AskingWords(basis=hint.basis, identifiers=WHO, questions=BESIDES, due_on=hint.usual_day)
    asking = requests.ask_agencies(case, agencies, words, by=by)
    police, probation, adults, _ = asking.requests
    _answered(police, by=_who("lead.police"))
    requests.say_nothing_known(probation, searched="All years", authorised_by="", by=_who("panel.probation"))
    requests.open_request(adults, by=_who("panel.adults"))
    adults.due_on = clock.today() - timedelta(days=3)  # the demo has no yesterday in which it was asked
    requests.chase_requests([adults], by=by)
    db.session.flush()


def _answered(request: InfoRequest, *, by: Account) -> None:
    days = (f"{clock.today() - timedelta(days=ago):%d/%m/%Y} – {what}" for ago, what in EVENTS)
    pages = {**POLICE, Part.DATES: {**POLICE[Part.DATES], "chronology": "\n".join(days)}}
    for part, words in pages.items():
        requests.save_part(request, part, words, version=request.version, by=by)
    requests.return_request(request, authorised_by="Lewis Ackroyd, safeguarding lead", by=by)


def _who(name: str) -> Account:
    account = account_with_email(f"{name}@example.org")
    if account is None:
        raise LookupError(f"The demo has nobody called {name}.")
    return account
