"""How pages say codes, and what the group weighs."""

from flask import Blueprint, Response, current_app, has_app_context

from pprg import clock
from pprg.config import Config
from pprg.guidance import labels, lawbook
from pprg.guidance.codes import AUDIENCE_LABELS, Audience, theme_label
from pprg.web.fragments import page
from pprg.web.guard import guard, signed_in

bp = Blueprint("guidance", __name__)
bp.add_app_template_filter(theme_label, "theme")
bp.add_app_template_filter(labels.review_type_label, "review_type")
bp.add_app_template_filter(labels.route_label, "route")
bp.add_app_template_filter(labels.door_label, "door")


@bp.get("/guidance/")
@guard(signed_in)
def law() -> Response:
    """The criteria and the clocks as they stand today, each with its source."""
    today = clock.today()
    return page(
        "guidance/law.html",
        today=today,
        chapters=lawbook.chapters(today),
        waiting=lawbook.not_in_force(today),
        clocks=lawbook.clock_rules(today),
    )


@bp.app_template_filter("audience")
def audience(code: str) -> str:
    return AUDIENCE_LABELS[Audience(code)]


def _house_asked() -> Config | None:
    house: Config | None = current_app.config["PPRG"] if has_app_context() else None
    return house


labels.ask_whose_house(_house_asked)
