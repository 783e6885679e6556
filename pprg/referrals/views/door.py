"""The room's one blueprint, and its place in the navigation."""

from flask import Blueprint

from pprg.referrals import rules as may
from pprg.referrals.services.timing import sending_tells_the_csp
from pprg.referrals.states import Step
from pprg.web.setting import show_the_way

bp = Blueprint("referrals", __name__, url_prefix="/referrals")
bp.record(lambda state: sending_tells_the_csp(state.app.config["PPRG"].csp_told))
show_the_way("Referrals", "referrals.index", may.list_referrals)

A_STEP = f"/<uuid:referral_id>/<any({','.join(Step)}):step>"
