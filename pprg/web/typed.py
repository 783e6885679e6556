"""What somebody wrote into a form that was not taken: given back, so that it is not lost with its page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flask import request
from werkzeug.exceptions import HTTPException

from pprg.web.fields import as_typed
from pprg.web.fragments import wants_a_piece

_NOBODY_WROTE = re.compile(r"[\w:.+-]*", re.ASCII)
"""Ids, versions, what was ticked."""
_ASKS_FOR_SECRETS = "accounts"
"""The room of passwords and codes: nothing that was typed there is ever shown."""


def words_sent() -> Sequence[str]:
    """Each text in what was sent, once and in order; one word alone is no text.

    Nothing where a script sent it and its page stands as it was, or where another site did.
    """
    if request.method != "POST" or request.blueprint == _ASKS_FOR_SECRETS:
        return ()
    if _by_a_script() or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return ()
    try:
        texts = [as_typed(text).strip() for text in request.form.values()]
    except HTTPException:  # it could not be read
        return ()
    return tuple(dict.fromkeys(text for text in texts if not _NOBODY_WROTE.fullmatch(text)))


def _by_a_script() -> bool:
    return wants_a_piece() or "X-Autosave" in request.headers or "X-Upload" in request.headers
