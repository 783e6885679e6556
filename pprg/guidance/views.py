"""How pages say codes. The room has no pages of its own yet."""

from flask import Blueprint, current_app

from pprg.guidance.codes import AUDIENCE_LABELS, Audience, theme_label
from pprg.guidance.labels import review_type_label

bp = Blueprint("guidance", __name__)
bp.add_app_template_filter(theme_label, "theme")


@bp.app_template_filter("review_type")
def review_type(code: str) -> str:
    return review_type_label(code, dhr_label=current_app.config["PPRG"].dhr_label)


@bp.app_template_filter("audience")
def audience(code: str) -> str:
    return AUDIENCE_LABELS[Audience(code)]
