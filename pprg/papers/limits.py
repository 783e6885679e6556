"""What the partnership has set: how large a file may be, and who scans it."""

from __future__ import annotations

from flask import current_app

from pprg.config import Config

_MEGABYTE = 1_000_000


def largest() -> int:
    """Bytes."""
    return _house().largest_paper_mb * _MEGABYTE


def too_large() -> str:
    return (
        f"This file is larger than {_house().largest_paper_mb} MB. "
        "Send it in parts, or ring us about another way."
    )


def scanner() -> str:
    return _house().scanner


def _house() -> Config:
    config: Config = current_app.config["PPRG"]
    return config
