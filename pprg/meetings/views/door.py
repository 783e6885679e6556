"""The room's one blueprint, and its place in the navigation."""

from flask import Blueprint

from pprg.meetings import rules as may
from pprg.web.setting import show_the_way

bp = Blueprint("meetings", __name__, url_prefix="/meetings")
show_the_way("Meetings", "meetings.index", may.list_meetings)
