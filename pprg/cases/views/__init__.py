"""The room's pages: the clocks of cases, and who may know of one."""

from pprg.cases.views.access import bp as access
from pprg.cases.views.clocks import bp

bp.record_once(lambda state: state.app.register_blueprint(access))

__all__ = ["bp"]
