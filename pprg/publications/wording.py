"""What one field of a learning record may hold, and the sentence for what it may not.

Each class here is a mark on a field of `record.py`: `Annotated[str, Said("Say what happened.", words=80)]`.
Words are counted as a person would, between blanks. Control characters that no document can hold are
dropped, the words around them never are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from pprg.documents.lettering import printable
from pprg.web.fields import trimmed

LONGEST_LINE = 120
"""Words of a line for which the table names no hard limit: as many as its longest line may have."""
_CASE_REFERENCE = re.compile(r"PPRG-\d{4}-\d+", re.IGNORECASE)
_REFERENCE = re.compile(r"[^\W_](?:[\w-]|[./](?=[\w-]))*")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def tidy(text: str, *, lines: bool = False) -> str:
    """The same words without what no document can hold; on one line unless `lines` may stay."""
    text = printable(str(trimmed(text)))
    return text if lines else re.sub(r"[\n\t]+", " ", text)


def count(text: str) -> int:
    """How many words a person would count."""
    return len(text.split())


class _Mark:
    """A field whose value `check` takes as it came and gives back as it is kept."""

    def check(self, value: Any) -> Any:
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)


@dataclass(frozen=True)
class Said(_Mark):
    """Words. `empty` is what is said when there are none; without it the field may stay empty."""

    empty: str = ""
    words: int = LONGEST_LINE
    characters: int = 0
    lines: bool = False

    def check(self, value: Any) -> str:
        if not isinstance(value, str):
            raise _mistake("Write text here, between quotation marks.")
        text = tidy(value, lines=self.lines)
        if self.empty and not text:
            raise _absent(self.empty)
        if self.characters and len(text) > self.characters:
            raise _mistake(f"Use at most {self.characters} characters; there are {len(text)}.")
        if not self.characters and count(text) > self.words:
            raise _mistake(f"Use at most {self.words} words; there are {count(text)}.")
        return text


@dataclass(frozen=True)
class Reference(_Mark):
    """The public learning reference: it stands in addresses and file names, so it holds no blanks."""

    def check(self, value: Any) -> str:
        text = Said("Give the public learning reference, like MAR-L-2024-03.", characters=40).check(value)
        if _CASE_REFERENCE.fullmatch(text):
            raise _mistake("This is a case's reference. Give the public learning reference instead.")
        if not _REFERENCE.fullmatch(text):
            raise _mistake("Use letters, numbers and hyphens alone, like MAR-L-2024-03.")
        return text


@dataclass(frozen=True)
class IsoDay(_Mark):
    def check(self, value: Any) -> date:
        if isinstance(value, str) and _ISO_DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise _mistake("There is no such day in the calendar.") from None
        raise (_mistake if value else _absent)("Give the day as year, month and day, like 2024-10-08.")


@dataclass(frozen=True)
class Pages(_Mark):
    def check(self, value: Any) -> int:
        if type(value) is not int or not 1 <= value <= 400:
            raise (_absent if value is None else _mistake)("Give the number of pages, from 1 to 400.")
        return value


@dataclass(frozen=True)
class NhsNumber(_Mark):
    def check(self, value: Any) -> str:
        if not isinstance(value, str) or not re.fullmatch(r"\d{10}", value, re.ASCII):
            raise _mistake("Give the ten digits without spaces, or null.")
        return value


class Code(_Mark):
    """One of a list of codes. The plain code is kept, as an enum where the list is one."""

    def __init__(self, codes: Sequence[str], called: str) -> None:
        self.codes = {str(code): code for code in codes}
        self.called = called

    def check(self, value: Any) -> str:
        if isinstance(value, str) and value in self.codes:
            return self.codes[value]
        if value == "":
            raise _absent(f"Choose the {self.called}.")
        known = f" Use one of: {', '.join(self.codes)}." if len(self.codes) < 20 else ""
        raise _mistake(f"This is not a known {self.called}.{known}")


@dataclass(frozen=True)
class AtMost:
    """A list, no longer than `most` and no shorter than `least`."""

    most: int
    least: int = 0

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def check(self, value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            raise _mistake("Give a list here: [ … ].")
        if len(value) > self.most:
            raise _mistake(f"Give at most {self.most}; there are {len(value)}.")
        if len(value) < self.least:
            raise _absent("Give at least one.")
        return value


def sentence_of(mistake: Mapping[str, Any]) -> str:
    """What pydantic found, in words for the person who wrote the file."""
    return _SENTENCES.get(mistake["type"]) or str(mistake.get("msg", "This cannot be read."))


def only_absent(mistake: Mapping[str, Any]) -> bool:
    """Whether nothing is wrong with what is there: something is not there yet."""
    return mistake["type"] in {"absent", "missing"}


_SENTENCES = {
    "missing": "This key is missing: every key must be there, even if it holds nothing.",
    "extra_forbidden": "There is no such key in a learning record.",
    "model_type": "Give an object here: { … }.",
    "bool_type": "Write true or false, without quotation marks.",
}


def _mistake(sentence: str) -> PydanticCustomError:
    # Braces in the words would be read as places to fill in.
    return PydanticCustomError("mistake", "{sentence}", {"sentence": sentence})


def _absent(sentence: str) -> PydanticCustomError:
    return PydanticCustomError("absent", "{sentence}", {"sentence": sentence})
