"""Who may do what, route by route, as it was agreed."""

from pathlib import Path

from flask import Flask

from tests.house_rules.source import hold

WRITTEN_DOWN = Path(__file__).parent / "rules.txt"


def test_who_may_do_what_has_not_changed_by_accident(app: Flask):
    """If you meant it: `.venv/bin/flask rules > tests/house_rules/rules.txt`, and show the diff in review."""
    said = app.test_cli_runner().invoke(args=["rules"]).output
    assert said == WRITTEN_DOWN.read_text(encoding="utf-8"), (
        "A rule changed. If you meant it: .venv/bin/flask rules > tests/house_rules/rules.txt"
    )


def test_every_rule_is_a_sentence(app: Flask):
    hold(
        "Write the policy as the rule's docstring: `flask rules` shows it to those who answer for it.",
        (
            f"{rule.rule}: {asked.__module__}.{asked.__name__}"
            for rule in app.url_map.iter_rules()
            if rule.endpoint != "static"
            and (asked := app.view_functions[rule.endpoint].guarded.rule)  # type: ignore[attr-defined]
            and not (asked.__doc__ or "").strip().endswith(".")
        ),
    )


def test_addresses_are_plain_nouns(app: Flask):
    hold(
        "Addresses are in lower case, with hyphens, and hold ids, never names.",
        (
            rule.rule
            for rule in app.url_map.iter_rules()
            if rule.endpoint != "static"
            for part in rule.rule.split("/")
            if not part.startswith("<") and (part != part.lower() or "_" in part)
        ),
    )
