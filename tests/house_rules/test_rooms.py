"""After one room you know them all."""

import ast
import re

from tests.house_rules.source import CHECKOUT, ROOMS, calls, files, hold, named, python, text, tree

TOP = {
    "README.md", "Makefile", "LICENSE", "app.py", "pyproject.toml",
    "requirements.lock", "requirements-dev.lock",
    "pprg", "templates", "static", "briefing_templates", "tests", "benchmarks", "docs",
    "var", "__pycache__",  # made here, never kept
}  # fmt: skip
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager", "managers", "base"}


def test_the_checkout_reads_as_a_table_of_contents():
    hold(
        "Put it into the folder it belongs to; the top of the checkout is for what everyone looks for.",
        sorted(path.name for path in CHECKOUT.glob("[!.]*") if path.name not in TOP),
    )


def test_nothing_is_named_for_having_no_name():
    hold(
        "Name the thing it is about, in the field's words.",
        (
            named(path)
            for path in python()
            if EMPTY_WORDS & {path.stem, *(part for part in path.relative_to(CHECKOUT).parent.parts)}
        ),
    )


def test_every_room_says_what_it_is_and_does_nothing_on_entry():
    for room in ROOMS:
        door = CHECKOUT / "pprg" / room / "__init__.py"
        sentences = ast.get_docstring(tree(door)) or ""
        assert sentences.endswith("."), f"Say in {named(door)} what the room is, its words, what it leans on."
        if room != "migrations":
            hold(
                f"Move the code out of {named(door)}: entering a room does nothing.",
                (ast.unparse(step)[:60] for step in tree(door).body[1:]),
            )


def test_only_the_database_commits():
    """A change, its audit line and its notices go together or not at all."""
    at_the_end_of_a_page_or_command = re.compile(r"pprg/(web/guard|\w+/cli|demo/\w+)\.py")
    own = {"pprg/database.py", "pprg/migrations/env.py"}
    hold(
        "Leave the commit to the guard (a page) or to the command; a service changes things and returns.",
        (
            f"{named(path)}:{node.lineno}: {words}"
            for path in python("pprg")
            for node, words in _commits(path)
            if named(path) not in own
            and not (words.startswith("database.") and at_the_end_of_a_page_or_command.match(named(path)))
        ),
    )


def _commits(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".commit"):
            yield node, ast.unparse(node.func)
        if isinstance(node, ast.ImportFrom) and "commit" in {alias.name for alias in node.names}:
            yield node, "import commit (say database.commit())"


def test_a_life_moves_only_by_its_table():
    hold(
        "Say `thing.move(Event.…)`: what may follow what stands in states.py.",
        (
            f"{named(path)}:{step.lineno}: {ast.unparse(target)} = …"
            for path in python("pprg")
            if path.name != "models.py" and path.parent.name != "models"
            for step in ast.walk(tree(path))
            if isinstance(step, (ast.Assign, ast.AugAssign, ast.AnnAssign))
            for target in (step.targets if isinstance(step, ast.Assign) else [step.target])
            if isinstance(target, ast.Attribute) and target.attr == "state"
        ),
    )


def test_views_neither_ask_the_database_nor_who_somebody_is():
    asks = re.compile(r"(^|\.)(select|execute|scalar|scalars|query|get_or_404|holds)$")
    views = files("pprg/*/views.py", "pprg/*/views/*.py")
    hold(
        "A question to the database goes to queries.py, with the reader first; who may goes to rules.py.",
        [
            *(
                f"{named(path)}:{call.lineno}: {words}()"
                for path in views
                for call, words in calls(path)
                if asks.search(words)
            ),
            *(
                f"{named(path)}:{node.lineno}: {ast.unparse(node)}"
                for path in views
                for node in ast.walk(tree(path))
                if isinstance(node, ast.Attribute) and node.attr in {"role", "roles"}
            ),
        ],
    )


def test_words_are_rendered_from_files_only():
    hold(
        "Put the words into templates/: one made from a string is compiled each time and may hold input.",
        (
            f"{named(path)}:{call.lineno}"
            for path in python("pprg")
            for call, words in calls(path)
            if words.endswith("render_template_string")
        ),
    )


def test_choices_are_named():
    """WTForms 3.4 no longer takes pairs."""
    hold(
        "Write SelectChoice(value, label) in place of the pair.",
        (
            f"{named(path)}:{given.value.lineno}"
            for path in python("pprg")
            for call, _ in calls(path)
            for given in call.keywords
            if given.arg == "choices" and re.search(r"\(\(|\[\(", ast.unparse(given.value))
        ),
    )


def test_nobody_leaves_a_promise_without_an_issue():
    hold(
        "Do it now, or file an issue and name it here.",
        (
            f"{named(path)}:{number}"
            for path in python("pprg", "benchmarks")
            for number, line in enumerate(text(path).splitlines(), 1)
            if re.search(r"#\s*(TODO|FIXME|XXX)\b(?!.*issue \d)", line)
        ),
    )
