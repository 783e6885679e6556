"""Budgets. A longer piece is allowed with a sentence here that says why."""

import ast

from tests.house_rules.source import files, functions, hold, named, python, templates, text

LONGER: dict[str, str] = {
    "pprg/migrations/versions/0001_the_house.py": "Every first table, written out and never edited again.",
}


def test_a_file_can_be_read_in_one_sitting():
    hold(
        "Over 300 lines: split it by verb inside the room (services/submitting.py), never by kind.",
        (
            f"{named(path)}: {lines} lines"
            for path in [*python(), *files("static/**/*.css", "static/**/*.js", "briefing_templates/*.typ")]
            if (lines := text(path).count("\n")) > 300 and named(path) not in LONGER
        ),
    )


def test_a_template_fits_on_two_screens():
    hold(
        "Over 120 lines: move a piece into a macro of templates/components/, or a part of its own.",
        (
            f"{named(path)}: {lines} lines"
            for path in templates()
            if (lines := text(path).count("\n")) > 120 and named(path) not in LONGER
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
            and (place := f"{named(path)}:{function.name}") not in LONGER
            and named(path) not in LONGER
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
            and (place := f"{named(path)}:{function.name}") not in LONGER
        ),
    )


def test_no_excuse_outlives_its_need():
    known = {named(path) for path in [*python(), *templates()]}
    hold(
        "Take these out of LONGER: they are not there any more.",
        (place for place in LONGER if place.partition(":")[0] not in known),
    )


def _body(view: ast.FunctionDef) -> int:
    """Lines of what the view does: without its decorators, its signature and its docstring."""
    steps = view.body[1:] if ast.get_docstring(view) else view.body
    return (steps[-1].end_lineno or 0) - steps[0].lineno + 1 if steps else 0
