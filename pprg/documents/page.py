"""Words into one HTML file that stands on its own: its own style, no script, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from pprg.documents.lettering import cleaned


def render(template: Path, words: Mapping[str, Any], drawings: Mapping[str, str] | None = None) -> bytes:
    """The finished page in UTF-8. Same input, same bytes.

    `drawings` are SVG that we drew ourselves; all other words are shown as text, whatever they look like.
    """
    drawn = {name: Markup(svg) for name, svg in (drawings or {}).items()}  # noqa: S704 - ours, see above
    return _open(template).render(cleaned(words) | drawn).encode()


@cache
def _open(template: Path) -> Template:
    """Beside a page lies its style, which it includes."""
    strict = SandboxedEnvironment(
        loader=FileSystemLoader(template.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    strict.filters["in_style"] = in_style
    return strict.get_template(template.name)


def in_style(text: str) -> Markup:
    """Words as a CSS string, for the foot of a printed page: letters that are not plain become codes."""
    coded = re.sub(r"[^A-Za-z0-9 ]", lambda letter: f"\\{ord(letter.group()):x} ", text.replace("\n", " "))
    return Markup(f'"{coded}"')  # noqa: S704 - nothing is left in it that could end the string
