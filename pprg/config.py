"""Everything a partnership may set, read once from `PPRG_*` environment variables."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parent.parent
WELL_KNOWN = {"changeme", "secret", "dev", "development", "password", "pprg", "test"}
SHORTEST_KEY = 32


class CannotStart(SystemExit):
    """Why the program will not start, in one sentence. Ends the process with that sentence."""


@dataclass(frozen=True, kw_only=True)
class Config:
    data_dir: Path
    database_url: str
    secret_key: str = field(repr=False)
    data_keys: tuple[str, ...] = field(repr=False)
    """The first encrypts; all decrypt. `PPRG_DATA_KEY`, separated by commas."""
    base_url: str = "http://127.0.0.1:5000"
    environment: str = "development"
    debug: bool = False
    organisation: str = "Marlshire Practice Review Group"
    wordmark: str = "MPRG"
    area: str = "Marlshire"
    telephone: str = "01632 960100"
    email: str = "practice.reviews@example.org"
    accent: str = "#0B4F5C"
    dhr_label: str = "Domestic Homicide Review"
    """The display name of a s.9 review while "domestic abuse related death review" is not in force."""
    dhr_label_from: date | None = None
    """The day from which that name is used; before it, the name in the Act. None: always."""
    rapid_review_from: str = "notification"
    """From which day the fifteen working days of a rapid review count; sources differ."""
    csp_told: bool = False
    """Whether sending a referral that asks for a domestic homicide review tells the Community Safety
    Partnership: whether it has agreed to be told in that way."""
    adults_front_door: str = "Marlshire adult social care"
    adults_front_door_telephone: str = "01632 960110"
    childrens_front_door: str = "Marlshire children’s social care"
    childrens_front_door_telephone: str = "01632 960120"
    case_marking: str = "OFFICIAL-SENSITIVE"
    public_marking: str = "OFFICIAL"
    exit_url: str = "https://www.bbc.co.uk/weather"
    public_hub: bool = False
    """Whether the Learning Hub opens without sign-in."""
    idle_minutes: int = 60
    session_hours: int = 12
    trusted_proxies: int = 0
    smtp_url: str = ""
    """smtp://host:port or smtp+starttls://user:password@host:port; empty: nothing is sent."""
    mail_from: str = "no-reply@example.org"
    largest_paper_mb: int = 25
    """The largest file that may be handed in."""
    scanner: str = ""
    """A command that reads a file from its standard input and ends with 0 for clean, 1 for infected."""
    password_rounds: int = 2
    """Argon2 time cost. Tests lower the memory too."""
    password_memory_kib: int = 19_456

    @property
    def production(self) -> bool:
        return self.environment == "production"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Config:
        """The configuration, or `CannotStart` with the one thing that must be put right."""
        environment = environ.get("PPRG_ENVIRONMENT", "development")
        if environment not in {"development", "production"}:
            raise CannotStart('PPRG_ENVIRONMENT must be "development" or "production".')
        data_dir = Path(environ.get("PPRG_DATA_DIR") or CHECKOUT / "var").absolute()
        config = cls(
            data_dir=data_dir,
            database_url=environ.get("PPRG_DATABASE_URL") or f"sqlite:///{data_dir / 'pprg.sqlite3'}",
            secret_key=_key("SECRET_KEY", environ, environment, data_dir),
            data_keys=tuple(_key("DATA_KEY", environ, environment, data_dir).split(",")),
            environment=environment,
            debug=_yes(environ.get("PPRG_DEBUG") or environ.get("FLASK_DEBUG")),
            **_optional(environ, environment),
        )
        _check(config)
        return config


def _optional(environ: Mapping[str, str], environment: str) -> dict[str, Any]:
    """Settings with a default: text, whole numbers and yes/no, by its type; a day, where it is None."""
    said: dict[str, Any] = {"public_hub": environment == "development"}
    fixed = {"data_dir", "database_url", "secret_key", "data_keys", "environment", "debug"}
    for name, setting in Config.__dataclass_fields__.items():
        text = environ.get(f"PPRG_{name.upper()}")
        if name in fixed or text is None:
            continue
        if isinstance(setting.default, bool):
            said[name] = _yes(text)
        elif isinstance(setting.default, int):
            said[name] = _whole(name, text)
        elif setting.default is None:
            said[name] = _day(name, text)
        else:
            said[name] = text
    return said


def _check(config: Config) -> None:
    if config.rapid_review_from not in {"notification", "awareness"}:
        raise CannotStart('PPRG_RAPID_REVIEW_FROM must be "notification" or "awareness".')
    if not config.production:
        return
    if config.debug:
        raise CannotStart("Debugging is on: unset PPRG_DEBUG and FLASK_DEBUG in production.")
    for name, keys in (("SECRET", (config.secret_key,)), ("DATA", config.data_keys)):
        for key in keys:
            if len(key) < SHORTEST_KEY or key.lower() in WELL_KNOWN or len(set(key)) < 8:
                raise CannotStart(
                    f"PPRG_{name}_KEY is too short or well known: "
                    f"set {SHORTEST_KEY} or more random characters."
                )


def _key(name: str, environ: Mapping[str, str], environment: str, data_dir: Path) -> str:
    """The key from the environment; in development one made once and kept in the data folder."""
    if given := environ.get(f"PPRG_{name}"):
        return given
    if environment == "production":
        raise CannotStart(f"PPRG_{name} is not set: production needs a key of its own.")
    kept = data_dir / f"development-{name.lower().replace('_', '-')}"
    if not kept.exists():
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = kept.with_suffix(f".{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            kept.hardlink_to(made)  # first one wins when two processes start at once
        made.unlink()
    return kept.read_text()


def _yes(text: str | None) -> bool:
    return (text or "").strip().lower() in {"1", "yes", "true", "on"}


def _day(name: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise CannotStart(f"PPRG_{name.upper()} must be a day such as 2027-04-01.") from None


def _whole(name: str, text: str) -> int:
    if not text.strip().isdigit():
        raise CannotStart(f"PPRG_{name.upper()} must be a whole number.")
    return int(text)
