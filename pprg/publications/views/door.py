"""The room's one blueprint, and its place in the navigation."""

from flask import Blueprint

from pprg.guidance.codes import THEMES_BY_DOMAIN
from pprg.publications import rules as may
from pprg.web.setting import show_the_way

bp = Blueprint("publications", __name__, url_prefix="/publications")
show_the_way("Publications", "publications.index", may.list_publications)


@bp.context_processor
def every_theme() -> dict[str, dict[str, tuple[str, ...]]]:
    """For the pages on which themes are ticked."""
    return {"themes_by_domain": THEMES_BY_DOMAIN}
