"""Whole page or piece: the view names the block, and serves both from one template."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Response, make_response, redirect, render_template
from flask_htmx import HTMX
from jinja2_fragments.flask import render_block
from wtforms import Field

from pprg.errors import Refused

htmx = HTMX()


def page(template: str, *, fragment: str | None = None, **context: Any) -> Response:
    """Render `template`, or only its `fragment` block when htmx wants a piece.

    A form that came back with mistakes makes it a 422. The view names the block, never the
    client: a block may lean on checks made around it.
    """
    form = context.get("form")
    status = 422 if form and form.errors else 200
    if fragment and wants_a_piece():
        response = make_response(render_block(template, fragment, **context), status)
    else:
        response = make_response(render_template(template, **context), status)
    response.vary.add("HX-Request")
    return response


def go_to(url: str) -> Response:
    """Send the browser to another page, whether or not htmx is in between."""
    if wants_a_piece():
        return make_response("", 204, {"HX-Redirect": url})
    return make_response(redirect(url, code=303))


def wants_a_piece() -> bool:
    """Whether htmx asks for a part of a page rather than a person for the whole."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


@contextmanager
def beside(field: Field) -> Iterator[None]:
    """Say a refusal beside the field it concerns, so that the page comes back with all its text."""
    try:
        yield
    except Refused as refusal:
        field.errors = [*field.errors, str(refusal)]
