"""What README and docs/ say is there: links, pictures, commands, settings, files, words on screens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import click
import pytest
from flask import Flask

from docs.camera import LARGEST, PICTURES
from pprg.config import Config
from pprg.publications.record import LearningRecord, Restricted
from tests.house_rules.source import CHECKOUT, ROOMS, files, hold, named, python, templates, text, tree

PAGES = [CHECKOUT / "README.md", *files("docs/**/*.md")]
HANDBOOK = files("docs/handbook/*.md")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
QUOTED = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
SETTING = re.compile(r"\b(?:PPRG_[A-Z_]+[A-Z]|WEB_CONCURRENCY|PORT)\b")
MORE_SETTINGS = {"PPRG_DEBUG", "PORT", "WEB_CONCURRENCY", "PPRG_DATA_KEY"}
"""Read from the environment, and no field of `Config` by that name."""
VARIES = "…"
"""Stands in the handbook for a reference, a day or a name."""


def test_every_link_leads_somewhere():
    hold(
        "Mend the link, or the heading that it leads to.",
        (
            f"{named(page)}: {target}"
            for page in PAGES
            for _, _, target in _links(page)
            if not _leads_somewhere(page, target)
        ),
    )


def test_every_picture_says_in_words_what_it_shows():
    hold(
        "Write between the brackets what is to be seen.",
        (
            f"{named(page)}: {target}"
            for page in PAGES
            for picture, words, target in _links(page)
            if picture and len(words) < 10
        ),
    )


def test_pictures_are_small_used_and_taken_by_the_script():
    """A picture that nobody takes any more would show pages as they were."""
    used = {(page.parent / target).resolve() for page in PAGES for pic, _, target in _links(page) if pic}
    taken = set(re.findall(r'"([a-z0-9-]+)"', text(CHECKOUT / "docs" / "take_screenshots.py")))
    kept = sorted(PICTURES.glob("*.png"))
    assert kept
    hold(
        "Take it again with `make screenshots`, use it on a page, or remove it.",
        (
            f"{named(file)}: {wrong}"
            for file in kept
            for wrong in (
                "on no page" if file not in used else "",
                "taken by nobody" if re.sub(r"-\d$", "", file.stem) not in taken | {"briefing-page"} else "",
                "too heavy" if file.stat().st_size > LARGEST else "",
            )
            if wrong
        ),
    )
    assert sum(file.stat().st_size for file in kept) < 2_000_000


def test_the_handbook_uses_the_words_of_the_screens():
    """Words in bold stand on a screen exactly so; `…` is where a reference, a day or a name comes."""
    screens = _screens()
    hold(
        "Say it as the page says it, or take the bold away if it is not on a page.",
        (
            f"{named(page)}: {words}"
            for page in HANDBOOK
            for words in _quoted(page)
            if not all(part in screens for part in _parts(words))
        ),
    )


def test_the_handbook_has_a_page_for_each_part_and_its_first_page_leads_to_all():
    first = CHECKOUT / "docs" / "handbook" / "README.md"
    led_to = {target for _, _, target in _links(first)}
    hold("Add it to docs/handbook/README.md.", {p.name for p in HANDBOOK} - led_to - {first.name})


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_is_there(page: Path, app: Flask):
    targets = set(re.findall(r"^([a-z]+):", text(CHECKOUT / "Makefile"), re.MULTILINE))
    hold(
        "Mend the page, or the command.",
        chain(
            (f"make {said}" for said in _said(page, r"\bmake ([a-z]+)") if said not in targets),
            (f"flask {said}" for said in _flask(page) if not _is_command(app, said)),
        ),
    )


def test_readme_lists_every_command_of_ours(app: Flask):
    theirs = {"database", "db", "routes", "run", "shell"}
    ours = {
        " ".join(filter(None, (name, inner)))
        for name, command in app.cli.commands.items()
        if name not in theirs
        for inner in (command.commands if isinstance(command, click.Group) else [""])
    }
    readme = text(CHECKOUT / "README.md")
    hold(
        "Add it to the table of commands in README.md.",
        (one for one in sorted(ours) if f"`{one}" not in readme),
    )


def test_settings_are_written_down_and_nothing_else_is():
    known = {f"PPRG_{name.upper()}" for name in Config.__dataclass_fields__} - {
        "PPRG_DATA_KEYS"
    } | MORE_SETTINGS
    told = set(SETTING.findall(text(CHECKOUT / "docs" / "deployment.md")))
    said = {one for page in PAGES for one in SETTING.findall(text(page))}
    hold("Write it into the table of docs/deployment.md.", sorted(known - told))
    hold("There is no such setting.", sorted(said - known))


def test_files_that_pages_name_are_there():
    hold(
        "Mend the page: there is no such file.",
        (
            f"{named(page)}: {path}"
            for page in PAGES
            for path in _said(page, r"`((?:pprg|tests|docs|templates|static|briefing_templates)/[\w./-]*)`")
            if not (CHECKOUT / path).exists()
        ),
    )


def test_the_tree_in_readme_names_what_is_there():
    drawn = re.search(r"```\napp\.py.*?```", text(CHECKOUT / "README.md"), re.DOTALL)
    assert drawn
    lines = re.findall(r"^( *)((?:[\w.]+/? )+) ", drawn.group(), re.MULTILINE)
    there = [
        CHECKOUT / ("pprg" if inside else "") / name for inside, names in lines for name in names.split()
    ]
    hold("Mend the tree in README.md.", (named(path) for path in there if not path.exists()))
    rooms = {path.name for path in there if path.parent.name == "pprg"}
    hold("Add the room to the tree in README.md.", set(ROOMS) - rooms - {"pprg", "migrations"})


def test_every_field_of_a_learning_record_is_written_down():
    page = text(CHECKOUT / "docs" / "learning-record.md")
    fields = [*LearningRecord.model_fields, *Restricted.model_fields]
    hold("Add it to docs/learning-record.md.", (name for name in fields if f"`{name}`" not in page))


def _links(page: Path) -> list[tuple[str, str, str]]:
    """("!" or nothing, the words, where to) of each link and picture."""
    return LINK.findall(CODE.sub("", text(page)))


def _leads_somewhere(page: Path, target: str) -> bool:
    if target.startswith(("http://", "https://", "mailto:")):
        return True
    path, _, heading = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    return found.exists() and (not heading or heading in _headings(found))


def _headings(page: Path) -> set[str]:
    """The addresses of a page's headings, as they are made where such pages are read."""
    said = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for words in said}


def _quoted(page: Path) -> list[str]:
    return [" ".join(words.split()) for words in QUOTED.findall(CODE.sub("", text(page)))]


def _parts(words: str) -> list[str]:
    return [_plain(part) for part in words.split(VARIES) if _plain(part)]


def _plain(words: str) -> str:
    """What is compared: state tags begin with a capital, and punctuation may follow what is filled in."""
    return " ".join(words.split()).strip(" .,:;").casefold()


@cache
def _screens() -> frozenset[str]:
    """Every run of words that a template or our own code can put on a screen."""
    from_templates = chain.from_iterable(_words_of_template(text(path)) for path in templates())
    from_scripts = chain.from_iterable(
        re.split(r"\$\{[^}]*\}", said)
        for path in files("static/*.js")
        for said in re.findall(r'["`]([^"`\n]+)["`]', text(path))
    )
    from_code = chain.from_iterable(_words_of_code(path) for path in python("pprg"))
    return frozenset(map(_plain, chain(from_templates, from_scripts, from_code)))


def _words_of_template(source: str) -> Iterator[str]:
    source = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
    for steering in re.findall(r"\{[{%].*?[%}]\}", source, re.DOTALL):
        yield from (either or other for either, other in re.findall(r'"([^"]*)"|\'([^\']*)\'', steering))
    yield from re.split(r"\{[{%].*?[%}]\}|<[^>]*>", source, flags=re.DOTALL)


def _words_of_code(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from node.value.split("{}")


def _said(page: Path, pattern: str) -> list[str]:
    """What the code on a page says after a pattern."""
    return [found for code in CODE.findall(text(page)) for found in re.findall(pattern, code)]


def _flask(page: Path) -> list[str]:
    words = _said(page, r"\bflask (?:--app app )?((?:[a-z][a-z-]*[a-z](?: |`|$|\n))+)")
    return [said.strip(" `\n") for said in words]


def _is_command(app: Flask, said: str) -> bool:
    """Whether the first words are a command, or a group and a command of it."""
    name, _, rest = said.partition(" ")
    command = app.cli.commands.get(name)
    if isinstance(command, click.Group):
        return not rest or rest.split()[0] in command.commands
    return command is not None
