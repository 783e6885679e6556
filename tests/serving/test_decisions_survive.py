"""Two scribes write into one decision and the power goes: what was acknowledged is there, and there once."""

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPException

from tests.over_the_wire import Caller
from tests.people import PASSWORD, as_it_stands
from tests.serving.test_surviving import decision

__all__ = ["decision"]


@dataclass
class Scribe:
    """Somebody who adds one urgent action after another, and remembers which were acknowledged."""

    caller: Caller
    page: str
    name: str
    tried: list[str] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    overtaken: int = 0
    stopped_by: Exception | None = None

    def adds(self) -> None:
        """Save one more row as the page does by itself. Overtaken, read again and try again."""
        what = f"{self.name} {len(self.tried)}"
        self.tried.append(what)
        while True:
            form = self.caller.reads(self.page).select_one("form[data-autosave]")
            words = as_it_stands(form)
            row = sum(name.endswith("-what") for name in words)
            words |= {f"actions-{row}-what": what}
            answer = self.caller._browser.post(form["data-autosave"], words)
            if answer.status_code == 204:
                self.acknowledged.append(what)
                return
            assert answer.status_code == 409, answer.text
            self.overtaken += 1

    def writes_until_the_lights_go_out(self) -> None:
        try:
            while len(self.tried) < 40:
                self.adds()
        except (OSError, HTTPException) as why:
            self.stopped_by = why


def rows_of(caller: Caller, page: str) -> Counter[str]:
    boxes = caller.reads(page).select("form[data-autosave] textarea[name^=actions-]")
    return Counter(box.get_text(strip=True) for box in boxes)


def test_of_two_scribes_no_acknowledged_row_is_lost_and_none_doubled(decision):
    running, place = decision
    scribes = []
    for name in ("one", "other"):
        caller = Caller(running)
        caller.signs_in("cora@example.org", PASSWORD)
        scribes.append(Scribe(caller, place, name))
    writing = [threading.Thread(target=scribe.writes_until_the_lights_go_out) for scribe in scribes]
    for each in writing:
        each.start()
    until = time.monotonic() + 60
    while min(len(scribe.acknowledged) for scribe in scribes) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    running.kill()
    for each in writing:
        each.join()
    running.start()

    there = rows_of(scribes[0].caller, place)
    for scribe in scribes:
        assert scribe.stopped_by is not None
        assert len(scribe.acknowledged) >= 3
        for what in scribe.acknowledged:
            assert there[what] == 1, f"“{what}” was acknowledged and is there {there[what]} times."
    tried = {what for scribe in scribes for what in scribe.tried}
    assert set(there) <= tried
    assert max(there.values()) == 1
