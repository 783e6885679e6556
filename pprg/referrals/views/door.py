"""The room's one blueprint, and its place in the navigation."""

from flask import Blueprint

from pprg.referrals import rules as may
from pprg.referrals.states import Step
from pprg.web.setting import show_the_way

bp = Blueprint("referrals", __name__, url_prefix="/referrals")
show_the_way("Referrals", "referrals.index", may.list_referrals)

A_STEP = f"/<uuid:referral_id>/<any({','.join(Step)}):step>"
