"""How pages say codes, and what the group weighs."""

from flask import Blueprint, current_app, has_app_context

from pprg.config import Config
from pprg.guidance import labels
from pprg.guidance.codes import AUDIENCE_LABELS, Audience, theme_label

bp = Blueprint("guidance", __name__)
bp.add_app_template_filter(theme_label, "theme")
bp.add_app_template_filter(labels.review_type_label, "review_type")
bp.add_app_template_filter(labels.route_label, "route")
bp.add_app_template_filter(labels.door_label, "door")


@bp.app_template_filter("audience")
def audience(code: str) -> str:
    return AUDIENCE_LABELS[Audience(code)]


def _house_asked() -> Config | None:
    house: Config | None = current_app.config["PPRG"] if has_app_context() else None
    return house


labels.ask_whose_house(_house_asked)
