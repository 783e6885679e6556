"""The checkout as the house rules read it, and how a broken rule is told."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent.parent
CODE = ("pprg", "tests", "benchmarks", "docs", "briefing_templates")
ROOMS = sorted(path.parent.name for path in (CHECKOUT / "pprg").glob("*/__init__.py"))


def hold(cure: str, faults: Iterable[str]) -> None:
    """Pass if nothing is wrong; else say how to put it right, then where."""
    found = list(faults)
    assert not found, f"{cure}\n" + "\n".join(f"  {fault}" for fault in found)


def files(*patterns: str) -> list[Path]:
    """Our own files: nothing vendored, nothing made."""
    found = {path for pattern in patterns for path in CHECKOUT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not {"vendor", "__pycache__"} & set(path.parts))


def python(*folders: str) -> list[Path]:
    return files("*.py", *(f"{folder}/**/*.py" for folder in folders or CODE))


def templates() -> list[Path]:
    return files("templates/**/*.html")


def named(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the words it is made by: `db.session.commit`."""
    return ((node, ast.unparse(node.func)) for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


@cache
def markup(path: Path) -> str:
    """A template without its comments, line for line."""
    return re.sub(r"\{#.*?#\}", lambda found: "\n" * found.group().count("\n"), text(path), flags=re.S)


def tags(path: Path) -> Iterator[tuple[int, str]]:
    """Every opening tag of a template with its line; what Jinja would fill in may hold anything."""
    for found in re.finditer(
        r"<[a-zA-Z](?:\{\{.*?\}\}|\{%.*?%\}|\"[^\"]*\"|'[^']*'|[^>\"'])*>", markup(path), re.S
    ):
        yield markup(path)[: found.start()].count("\n") + 1, found.group()
