"""Text that says beside it how long it usually is, and how long it is now. It never cuts and never scolds."""

from __future__ import annotations

from typing import Any

from wtforms import StringField
from wtforms.widgets import TextArea

from pprg.publications.wording import count
from pprg.web.fields import trimmed


class _Counted(StringField):
    """`description` is the hint, the usual length and the length of what is there."""

    def __init__(self, *args: Any, hint: str = "", usual: str = "", **kwargs: Any) -> None:
        self.hint, self.usual = hint, usual
        super().__init__(*args, filters=[trimmed], **kwargs)

    @property
    def description(self) -> str:
        words = count(self.data or "")
        now = f"This has {words}." if self.usual and words else ""
        return " ".join(filter(None, [self.hint, self.usual and f"Usually {self.usual}.", now]))

    @description.setter
    def description(self, _: str) -> None:
        """WTForms sets one of its own; ours is made anew from what is there."""


class Passage(_Counted):
    """A paragraph."""

    widget = TextArea()


class Short(_Counted):
    """A few words."""
