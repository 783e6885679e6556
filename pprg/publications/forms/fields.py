"""Text that says beside it how long it usually is, and how long it is now. It never cuts and never scolds."""

from __future__ import annotations

import re
from typing import Any

from wtforms import StringField
from wtforms.widgets import TextArea

from pprg.publications.wording import count
from pprg.web.fields import trimmed


class Short(StringField):
    """A few words. `terse`, as in the second row of a group and after, it speaks only when it is long."""

    def __init__(self, *args: Any, hint: str = "", usual: str = "", **kwargs: Any) -> None:
        self.hint, self.usual, self.terse = hint, usual, False
        super().__init__(*args, filters=[trimmed], **kwargs)

    @property
    def description(self) -> str:
        usual = f"Usually {self.usual}." if self.usual else ""
        if self.terse:
            return f"{usual} {self._now}" if self._over else ""
        return " ".join(filter(None, [self.hint, usual, self._now if self.usual else ""]))

    @description.setter
    def description(self, _: str) -> None:
        """WTForms sets one of its own; ours is made anew from what is there."""

    @property
    def _now(self) -> str:
        return f"This has {self._length}." if self._length else ""

    @property
    def _length(self) -> int:
        text = self.data or ""
        return len(text) if self.usual.endswith("characters") else count(text)

    @property
    def _over(self) -> bool:
        most = re.findall(r"\d+", self.usual)
        return bool(most) and self._length > int(most[-1])


class Passage(Short):
    """A paragraph."""

    widget = TextArea()
