"""Whether a file says whose it is: the partnership's, and no program's or person's.

Readers meet these words in search results, file lists and browser tabs, and "Author: python-docx" tells them
nothing. An author's own name would tell them too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pprg.documents.reading_office import Package

CORE, APP = "docProps/core.xml", "docProps/app.xml"
_PROGRAM = re.compile(
    r"\b(?:python|docx|pptx|libre ?office|open ?office|microsoft|powerpoint|typst|adobe|acrobat|google)",
    re.IGNORECASE,
)


def office(package: Package) -> Iterator[str]:
    """Of a Word or PowerPoint file: its author, who changed it last, and what made it."""
    core = package.tree(CORE) if CORE in package.members else None
    author = (core.findtext("{*}creator") or "").strip() if core is not None else ""
    changed_by = (core.findtext("{*}lastModifiedBy") or "").strip() if core is not None else ""
    yield from _author(author)
    if changed_by and changed_by != author:
        yield f"The file says that “{changed_by}” changed it last, not the partnership."
    made_by = package.tree(APP).findtext("{*}Application") if APP in package.members else None
    if made_by:
        yield f"The file names the program that made it, “{made_by}”."


def pdf(author: str, *made_by: str) -> Iterator[str]:
    yield from _author(author.strip())
    for name in made_by:
        if name.strip():
            yield f"The file names the program that made it, “{name.strip()}”."


def _author(author: str) -> Iterator[str]:
    if not author:
        yield "The file does not say whose it is."
    elif _PROGRAM.search(author):
        yield f"The file says that it is by “{author}”, which is a program."
