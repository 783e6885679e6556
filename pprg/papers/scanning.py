"""The partnership's virus scanner, where it has one."""

from __future__ import annotations

import shlex
import subprocess
from datetime import datetime

from pprg import clock
from pprg.errors import Refused

PATIENCE = 60
FOUND = "The virus scanner stopped this file, so it was not kept. Tell your IT help desk."
SILENT = "The virus scanner did not answer, so the file was not kept. Try again in a few minutes, or ring us."
_CLEAN, _INFECTED = 0, 1


def scan(content: bytes, scanner: str) -> datetime | None:
    """When the scanner passed these bytes; None where there is none. Refused if it did not pass them.

    `scanner` is a command line that reads the file from its standard input and ends with 0 for clean and 1
    for found, as `clamdscan --no-summary -` does. Any other end, or none, counts as no answer.
    """
    if not scanner:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - the partnership's own setting, without a shell
            shlex.split(scanner),
            input=content,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        raise Refused(SILENT) from None
    if done.returncode != _CLEAN:
        raise Refused(FOUND if done.returncode == _INFECTED else SILENT)
    return clock.now()
