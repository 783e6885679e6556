"""Looking into a stranger's file in a process of its own: no keys, no database, little memory, little time.

What opens a file made to do harm may be made to fail, to fill the memory or never to end. Then only that
process ends, and its end is an answer too.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from threading import Lock

from pprg.errors import Refused
from pprg.papers.states import Kind

HOUSE = Path(__file__).parent.parent
PATIENCE = 60
MEMORY = 1_500_000_000
SECONDS = 30
"""Of the processor's time. A bundle of a thousand pages takes three."""
CANNOT = "This file is damaged, or too much is in it to look through. Save it as a new PDF and try again."
_REFUSED, _TAKEN = 3, 0
# The whole house would take five times as long to come in as the few rooms that are asked for.
_BEGIN = (
    "import sys, types; house = types.ModuleType('pprg'); house.__path__ = [sys.argv[1]]; "
    "sys.modules['pprg'] = house; from pprg.papers import apart; apart.answer(sys.argv[2])"
)
_one_at_a_time = Lock()


def kind_of(content: bytes, ending: str) -> Kind:
    """`checking.kind_of`, whatever the content does to those who open it."""
    try:
        with _one_at_a_time:
            done = subprocess.run(  # noqa: S603 - our own program; the ending is at most ten signs, no shell
                [sys.executable, "-I", "-c", _BEGIN, str(HOUSE), ending],
                input=content,
                capture_output=True,
                timeout=PATIENCE,
                env={"LANG": "C.UTF-8"},
                cwd="/",
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise Refused(CANNOT) from None
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode == _TAKEN and said in set(Kind):
        return Kind(said)
    raise Refused(said if done.returncode == _REFUSED and said else CANNOT)


def answer(ending: str) -> None:
    """In the process of its own: print the kind, or the sentence, and end."""
    _with_little()
    from pprg.papers.checking import kind_of

    content = sys.stdin.buffer.read()
    try:
        said, code = str(kind_of(content, ending)), _TAKEN
    except Refused as refusal:
        said, code = str(refusal), _REFUSED
    sys.stdout.buffer.write(said.encode())
    sys.stdout.flush()
    os._exit(code)


def _with_little() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(5)
