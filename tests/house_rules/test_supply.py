"""What comes from others is named, in one version, with its digest, wherever it is fetched from."""

import hashlib
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house_rules.source import CHECKOUT, hold

LOCKS = ("requirements.lock", "requirements-dev.lock")
OURS = {".md", ".py", ".pyc"}
"""Notes and scripts that lie beside what others wrote."""
FOLDERS = ("static/vendor", "tests/vendor", "briefing_templates/fonts")
VENDORED = Path(__file__).parent / "vendored.sha256"


def _pieces(name: str) -> list[str]:
    """One for each package: its line, its digests, and who asked for it."""
    return re.split(r"\n(?=[^\s#])", (CHECKOUT / name).read_text().strip())


def _pins(name: str) -> set[str]:
    return {piece.split(" ")[0] for piece in _pieces(name)}


def test_locks_name_no_registry_and_no_machine():
    hold(
        "Write them with `make lock`.",
        (
            f"{name}:{number}: {line.strip()[:80]}"
            for name in LOCKS
            for number, line in enumerate((CHECKOUT / name).read_text().splitlines(), 1)
            if re.search(r"://|^-|\s@\s|\s/\w|index-url|find-links", line)
        ),
    )


def test_every_package_is_pinned_with_its_digest():
    for name in LOCKS:
        assert len(_pieces(name)) > 30, name
        hold(
            "Write it with `make lock`.",
            (
                piece[:60]
                for piece in _pieces(name)
                if not re.match(r"[a-z0-9._-]+==[^\n]*\\\n +--hash=sha256:", piece)
            ),
        )


def test_tests_run_on_the_very_versions_that_serve():
    hold("Write both with `make lock`.", sorted(_pins("requirements.lock") - _pins("requirements-dev.lock")))


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    serving = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["postgres"]]
    testing = [*serving, *project["dependency-groups"]["dev"]]
    hold(
        "Write both with `make lock`.",
        (
            f"{name}: {asked}"
            for name, asked_for in zip(LOCKS, (serving, testing), strict=True)
            for asked in map(Requirement, asked_for)
            if not any(_is(asked, pin) for pin in _pins(name))
        ),
    )


def _is(asked: Requirement, pin: str) -> bool:
    name, _, version = pin.partition("==")
    return canonicalize_name(asked.name) == name and version in asked.specifier


def test_vendored_files_are_the_ones_that_were_looked_at():
    written = dict(line.split("  ", 1)[::-1] for line in VENDORED.read_text().splitlines())
    assert written == _vendored(), (
        "A vendored file changed. If you meant it, say in the commit where it came from, and:\n"
        f"  find {' '.join(FOLDERS)} -type f ! -name '*.md' ! -name '*.py*' | LC_ALL=C sort | xargs sha256sum"
        " > tests/house_rules/vendored.sha256"
    )


def _vendored() -> dict[str, str]:
    """Digest by path of everything that others wrote and we ship or test with."""
    found = (path for folder in FOLDERS for path in (CHECKOUT / folder).rglob("*"))
    return {
        path.relative_to(CHECKOUT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in found
        if path.is_file() and path.suffix not in OURS
    }
