"""What time it is. Stored in UTC, said and counted in Europe/London."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This moment, in UTC, as it is stored."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in England: 23:30 UTC on 30 June is already 1 July in London."""
    return now().astimezone(LONDON).date()
