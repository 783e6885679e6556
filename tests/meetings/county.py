"""A county in which cases go from the referral to the last letter, days apart."""

import re
from datetime import timedelta

from pprg import clock
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.services.letters import propose_letter, save_letter, send_letter
from pprg.meetings.words import WeighingWords
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting, a_recorded_decision, words
from tests.people import Person


class County:
    """Those who take part, at browsers of their own; days pass between what they do."""

    def __init__(self, app, people, time_machine):
        self.app, self.people, self.time_machine = app, people, time_machine
        self.coordinator, self.chair = people.coordinator().account, people.chair().account
        self.referrer = people.referrer().account
        self.day_0 = clock.now()

    def day(self, number):
        """So many days after the first. Everybody signs in anew."""
        self.time_machine.move_to(self.day_0 + timedelta(days=number))

    def at(self, account):
        return Person(self.app, account)

    def refers(self, *types, **changes):
        asked = {"types": list(types), **changes.pop("essentials", {})}
        referral = a_sent_referral(by=self.referrer, essentials=asked, **changes)
        commit()
        return referral

    def meets(self, referral):
        """On the agenda of today's meeting."""
        item = services.put_on_agenda(
            a_meeting(by=self.coordinator, in_days=0), referral, by=self.coordinator
        )
        db.session.flush()
        return item

    def decides(self, item, route, outcome, answers=(), **changes):
        """Recorded by the coordinator, signed by the chair on the page."""
        said = dict(words(route, outcome=outcome).weighings)
        for key, (answer, reason) in dict(answers).items():
            said[key] = WeighingWords(answer=answer, evidence="Agency reports.", reason=reason)
        by = self.coordinator
        decision = a_recorded_decision(item, route, by=by, outcome=outcome, weighings=said, **changes)
        commit()
        signed = self.at(self.chair).presses(f"/meetings/decisions/{decision.id}", "Sign the decision")
        assert signed.status_code == 303
        return decision

    def ratifies(self, decision, *owners):
        """Each legal owner reads the recommendation and agrees, on the page."""
        for owner in owners:
            (asked,) = [each for each in decision.ratifications if each.owner == owner]
            person = self.at(self.people.decision_maker(owner).account)
            answer = person.fills_in(f"/meetings/ratifications/{asked.id}", answer="ratify")
            assert answer.status_code == 303, answer.text

    def writes(self, kind, decision, referral=None, to=""):
        """A letter as it is proposed, with what stood in brackets filled in, and sent."""
        by = self.coordinator
        letter = propose_letter(kind, decision=decision, referral=referral, to=to, by=by)
        db.session.flush()
        full = re.sub(r"\[[^\]]*\]", "as we said on the telephone", letter.words)
        name = re.sub(r"\[[^\]]*\]", "Those concerned", letter.to)
        save_letter(letter, to=name, words=full, version=letter.version, by=by)
        send_letter(letter, by=by)
        commit()
        return letter
