"""Budgets. A longer piece is allowed with a sentence here that says why."""

import ast

from tests.house_rules.source import CHECKOUT, files, functions, hold, named, python, templates, text

LONGER = {
    "pprg/migrations/versions/": "A step writes out every column once, and is never edited again.",
    "briefing_templates/seven_minute_styles.py:paragraph_styles": "A table: one style a row.",
    "tests/documents/decks.py:team_slides": "One whole deck, slide by slide, as it is read.",
}


def excused(place: str) -> bool:
    return any(place.startswith(longer) for longer in LONGER)


def test_a_file_can_be_read_in_one_sitting():
    hold(
        "Over 300 lines: split it by verb inside the room (services/submitting.py), never by kind.",
        (
            f"{named(path)}: {lines} lines"
            for path in [*python(), *files("static/**/*.css", "static/**/*.js", "briefing_templates/*.typ")]
            if (lines := text(path).count("\n")) > 300 and not excused(named(path))
        ),
    )


def test_a_template_fits_on_two_screens():
    hold(
        "Over 120 lines: move a piece into a macro of templates/components/, or a part of its own.",
        (
            f"{named(path)}: {lines} lines"
            for path in templates()
            if (lines := text(path).count("\n")) > 120 and not excused(named(path))
        ),
    )


def test_a_function_does_one_thing():
    hold(
        "Over 40 lines: name the steps and make each a function.",
        (
            f"{place}: {lines} lines"
            for path in python()
            for function in functions(path)
            if (lines := (function.end_lineno or 0) - function.lineno + 1) > 40
            and not excused(place := f"{named(path)}:{function.name}")
        ),
    )


def test_a_view_is_read_in_one_breath():
    hold(
        "Over 12 lines: a view guards, fills a form, calls a service and answers. The rest has a room.",
        (
            f"{place}: {lines} lines"
            for path in files("pprg/*/views.py", "pprg/*/views/*.py")
            for function in functions(path)
            if (lines := _body(function)) > 12
            and function.decorator_list
            and not excused(place := f"{named(path)}:{function.name}")
        ),
    )


def test_no_excuse_outlives_its_need():
    hold(
        "Take these out of LONGER: they are not there any more.",
        (place for place in LONGER if not (CHECKOUT / place.partition(":")[0]).exists()),
    )


def _body(view: ast.FunctionDef) -> int:
    """Lines of what the view does: without its decorators, its signature and its docstring."""
    steps = view.body[1:] if ast.get_docstring(view) else view.body
    return (steps[-1].end_lineno or 0) - steps[0].lineno + 1 if steps else 0
