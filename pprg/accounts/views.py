from flask import Blueprint, Response, current_app, flash, request, url_for

from pprg.accounts import queries, services
from pprg.accounts.forms import AcceptInvitationForm, ChangePasswordForm, SignInForm
from pprg.accounts.states import DEMO_PASSWORD
from pprg.web import sessions
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import anyone, guard, open_to_visitors, signed_in
from pprg.web.sessions import me

bp = Blueprint("accounts", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@open_to_visitors(anyone)
def sign_in() -> Response:
    form = SignInForm(next=request.args.get("next", ""))
    if form.validate_on_submit():
        with beside(form.password):
            _, token = services.sign_in(form.email.data, form.password.data, source=_source())
            onwards = sessions.local_path(form.next.data) or url_for("home.index")
            sessions.begin(token)
            return go_to(onwards)
    demo = [] if current_app.config["PPRG"].production else queries.demo_accounts()
    return page("accounts/sign-in.html", form=form, demo=demo, demo_password=DEMO_PASSWORD)


@bp.post("/sign-out")
@guard(signed_in)
def sign_out() -> Response:
    services.sign_out(sessions.my_token(), by=me())
    sessions.end()
    flash("You are signed out.")
    answer = go_to(url_for(".sign_in"))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@bp.get("/account", endpoint="me")
@guard(signed_in)
def mine() -> Response:
    return page("accounts/me.html", sign_ins=queries.sign_ins_of(me()))


@bp.route("/account/password", methods=["GET", "POST"])
@guard(signed_in)
def password() -> Response:
    form = ChangePasswordForm()
    if form.validate_on_submit():
        with beside(form.old):
            token = sessions.my_token()
            services.change_password(me(), form.old.data, form.new.data, token=token)
            flash("Your password is changed. Other browsers are signed out.")
            return go_to(url_for(".me"))
    return page("accounts/password.html", form=form)


@bp.post("/account/sign-out-elsewhere")
@guard(signed_in)
def sign_out_elsewhere() -> Response:
    services.end_sign_ins(me(), keep=sessions.my_token())
    flash("Every other browser is signed out.")
    return go_to(url_for(".me"))


@bp.route("/invitation", methods=["GET", "POST"])
@open_to_visitors(anyone)
def accept_invitation() -> Response:
    form = AcceptInvitationForm()
    if form.validate_on_submit():
        with beside(form.code):
            email, code = form.email.data, form.code.data
            services.accept_invitation(email, code, form.new.data, source=_source())
            flash("Your password is chosen. Sign in with it.")
            return go_to(url_for(".sign_in"))
    return page("accounts/accept-invitation.html", form=form)


def _source() -> str:
    return request.remote_addr or "unknown"
