"""Each thing beside its limit, in turns, warm, in one run: keep the ratios, not the milliseconds."""

from __future__ import annotations

import gc
import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One measured thing: medians in milliseconds, and how many times each was run."""

    name: str
    median_ms: float
    limit_ms: float
    runs: int

    @property
    def ratio(self) -> float:
        return self.median_ms / self.limit_ms


def measured(name: str, work: Work, limit: Work, *, runs: int) -> Row:
    """The two in turns, so that whatever else the machine does falls on both alike."""
    for warm in (work, limit, work, limit):
        warm()
    ours, least = [], []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            ours.append(_milliseconds(work))
            least.append(_milliseconds(limit))
    finally:
        gc.enable()
    return Row(name, median(ours), median(least), runs)


def _milliseconds(work: Work) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def zipped_again(finished: bytes) -> Work:
    """The limit of an Office file: writing the same finished members with `zipfile`, level 6."""
    with zipfile.ZipFile(io.BytesIO(finished)) as packed:
        members = [(name, packed.read(name)) for name in packed.namelist()]

    def write() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as written:
            for name, content in members:
                written.writestr(name, content)
        return out.getvalue()

    return write
