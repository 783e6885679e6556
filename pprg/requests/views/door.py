from flask import Blueprint

from pprg.requests import rules as may
from pprg.requests.wording import TONES, period_of
from pprg.web.setting import show_the_way

bp = Blueprint("requests", __name__, url_prefix="/requests")
bp.add_app_template_filter(period_of, "period_asked")
bp.add_app_template_filter(TONES.get, "tone_of_stand")
show_the_way("Requests", "requests.index", may.deal_with_requests)
