"""What every page promises: it works without JavaScript, and nothing on it can run that we did not ship."""

import re

from tests.house_rules.source import files, hold, markup, named, tags, templates, text

FETCH = re.compile(r"\s(?:data-)?hx-(get|post|put|patch|delete)\s*=")


def test_everything_works_without_javascript():
    hold(
        "Give the element that htmx hurries along a real action or href, or put it into such a form.",
        (
            f"{named(path)}:{line}: {tag[:80]}"
            for path in templates()
            for line, tag in tags(path)
            if FETCH.search(tag) and not _works_alone(path, line, tag)
        ),
    )


def test_no_page_needs_the_browser_to_run_words():
    """The content security policy stops them: better to see it here."""
    never = {
        "hx-on": r"\s(?:data-)?hx-on[:\-=]",
        "js: values": r"hx-(?:vals|headers)\s*=\s*['\"]\s*(?:js|javascript):",
        "trigger filter": r"hx-trigger\s*=\s*['\"][^'\"]*\[",
        "inline style": r"\sstyle\s*=",
        "inline handler": r"\son[a-z]+\s*=",
        "javascript: address": r"(?:href|src|action)\s*=\s*['\"]?\s*javascript:",
        "data: address": r"(?:href|src)\s*=\s*['\"]?\s*data:",
        "style element": r"^<style",
        "inline script": r"^<script(?![^>]*\ssrc=)",
    }
    hold(
        "Move it into a file under static/ (a class, or a listener in a script).",
        (
            f"{named(path)}:{line}: {name}"
            for path in templates()
            for line, tag in tags(path)
            for name, pattern in never.items()
            if re.search(pattern, tag, re.I)
        ),
    )


def test_scripts_never_make_code_out_of_words():
    hold(
        "Say what is to happen in code: words that become code are how input becomes code.",
        (
            f"{named(path)}:{number}"
            for path in files("static/**/*.js")
            for number, line in enumerate(text(path).splitlines(), 1)
            if re.search(r"\beval\(|new Function\(|innerHTML\s*=|document\.write\(|localStorage", line)
        ),
    )


def test_every_word_is_escaped():
    hold(
        "Return Markup from a filter that escapes what it is given, or let Jinja escape.",
        (
            f"{named(path)}:{number}: {line.strip()[:80]}"
            for path in templates()
            for number, line in enumerate(text(path).splitlines(), 1)
            if re.search(r"\|\s*safe\b|autoescape\s+false", line)
        ),
    )


def test_every_form_that_writes_carries_its_token():
    hold(
        "Put {{ csrf() }} of components/forms.html into the form.",
        (
            f"{named(path)}:{line}"
            for path in templates()
            for line, tag in tags(path)
            if re.match(r"<form\b", tag)
            and re.search(r"method\s*=\s*['\"]?post", tag, re.I)
            and not re.search(r"\bcsrf(_token)?\b", _element(path, line, "form"))
        ),
    )


def test_a_template_asks_nobody_who_they_are():
    hold(
        "Ask a rule in the view: a role test in a template is a rule nobody reviews.",
        (
            f"{named(path)}:{number}"
            for path in templates()
            for number, line in enumerate(text(path).splitlines(), 1)
            if re.search(r"\.roles?\b\s*(==|!=|in\b)|\bin\s+\w+\.roles\b|\.holds\(", line)
        ),
    )


def _works_alone(path, line, tag):
    if re.search(r"\s(?:action|href|formaction)\s*=", tag):
        return True
    name = re.match(r"<(\w+)", tag).group(1)
    inside = _element(path, line, name)
    if re.search(r"<a\s[^>]*href=|<form\s[^>]*action=", inside[len(tag) :], re.S):
        return True
    before = "\n".join(markup(path).splitlines()[: line - 1])
    # A field or button of a form works by that form.
    return before.rfind("<form") > before.rfind("</form") and name in {
        "input",
        "button",
        "select",
        "textarea",
    }


def _element(path, line, name):
    """From the line on to where the first element of this name on it ends."""
    after, depth = "\n".join(markup(path).splitlines()[line - 1 :]), 0
    for found in re.finditer(rf"<(/?){name}\b", after):
        depth += -1 if found.group(1) else 1
        if depth == 0:
            return after[: found.start()]
    return after


def test_a_status_stands_under_the_word_that_the_field_uses():
    hold(
        "Call the column Status.",
        (
            f"{named(path)}: {found.group()}"
            for path in templates()
            for found in re.finditer(r"""(["'>])Stands["'<]""", markup(path))
        ),
    )
