from dataclasses import replace

from flask import Blueprint, Response, flash, make_response, request, url_for
from wtforms.fields import SelectChoice

from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.agencies.queries import agencies_of_today
from pprg.audit.services import record_read
from pprg.errors import Mistaken, Refused
from pprg.guidance.clocks import ClockKind
from pprg.reviews import queries, services
from pprg.reviews import rules as may
from pprg.reviews.forms import AppointAuthorForm, DiscontinueForm, ScopeForm, filled
from pprg.reviews.models import Review
from pprg.reviews.states import State
from pprg.reviews.words import ScopeWords, scope_lacks
from pprg.web.filters import at
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me
from pprg.web.setting import show_the_way

bp = Blueprint("reviews", __name__, url_prefix="/reviews")
show_the_way("Reviews", "reviews.index", may.list_reviews)


@bp.get("/")
@guard(may.list_reviews)
def index() -> Response:
    reviews = queries.reviews_visible_to(me())
    by_state = {state: [review for review in reviews if review.state == state] for state in State}
    return page("reviews/index.html", by_state=by_state, State=State)


@bp.get("/<uuid:review_id>")
@guard(may.read_review, review=queries.review_visible_to)
def show(review: Review) -> Response:
    record_read("read", review, by=me())
    return page(
        "reviews/show.html",
        review=review,
        appoints=may.appoint_author(me(), review),
        concludes=may.conclude_review(me(), review) and review.state == State.UNDER_WAY,
        timetable=queries.timetable_of(me(), review),
        discontinues=may.discontinue_review(me(), review) and review.goes_on,
        scopes=may.write_scope(me(), review) and review.goes_on,
        agrees=_to_be_agreed(review) and may.agree_scope(me(), review),
        agencies=_agency_names(),
    )


@bp.route("/<uuid:review_id>/author", methods=["GET", "POST"])
@guard(may.appoint_author, review=queries.review_visible_to)
def author(review: Review) -> Response:
    form, able = AppointAuthorForm(), {str(a.id): a for a in active_accounts_with(Role.AUTHOR)}
    form.author.choices = [SelectChoice("", "Choose an author")] + [
        SelectChoice(key, account.name) for key, account in able.items() if account.id != me().id
    ]
    if form.validate_on_submit():
        with beside(form.author):
            services.appoint_author(review, able[form.author.data], until=form.until.data, by=me())
            flash("The author is appointed and knows of the case.")
            return go_to(url_for(".show", review_id=review.id))
    return page("reviews/author.html", review=review, form=form)


@bp.route("/<uuid:review_id>/scope", methods=["GET", "POST"])
@guard(may.write_scope, review=queries.review_visible_to)
def scope(review: Review) -> Response:
    """Kept as it is; where "agree" was pressed, agreed too, if nothing is missing."""
    record_read("read scope of", review, by=me())
    form = _scope_form(review)
    if form.validate_on_submit():
        try:
            return _scoped(review, form, agree="agree" in request.form)
        except services.Overtaken:
            return _both_scopes(review, form)
        except Mistaken as wrong:
            form.stands_at(review.scope.version if review.scope else 0)
            form.say(wrong.mistakes)
    return page("reviews/scope.html", review=review, form=form, timetable=queries.timetable_of(me(), review))


@bp.post("/<uuid:review_id>/scope/keep")
@guard(may.write_scope, review=queries.review_visible_to)
def keep_scope(review: Review) -> Response:
    """Autosave: what is there now, half a day too. What is too long stays as it was saved."""
    form = _scope_form(review)
    form.validate()
    before = review.scope.words if review.scope else ScopeWords()
    wrong = [name for name in form.errors if hasattr(before, name) and name not in form.words.half_days]
    words = replace(form.words, **{name: getattr(before, name) for name in wrong})
    scope = services.save_scope(review, words, version=form.version.data or 0, by=me())
    return make_response("", 204, {"X-Saved-At": at(scope.saved_at), "X-Version": str(scope.version)})


@bp.post("/<uuid:review_id>/scope/agreement")
@guard(may.agree_scope, review=queries.review_visible_to)
def agree_scope(review: Review) -> Response:
    try:
        services.agree_scope(review, by=me())
    except Mistaken as wrong:
        raise Refused(" ".join(said for _, said in wrong.mistakes)) from None
    flash("The scope is agreed.")
    return go_to(url_for(".show", review_id=review.id))


def _scoped(review: Review, form: ScopeForm, *, agree: bool) -> Response:
    services.save_scope(review, form.words, version=form.version.data or 0, by=me())
    if agree:
        services.agree_scope(review, by=me())
    flash("The scope is agreed." if agree else "Saved.")
    return go_to(url_for(".show", review_id=review.id, _anchor="scope"))


def _both_scopes(review: Review, form: ScopeForm) -> Response:
    """Two texts of one scope: the saved one beside the one just typed. A person chooses."""
    saved = review.scope
    form.stands_at(saved.version if saved else 0)
    answer = page(
        "reviews/scope.html", review=review, form=form, saved=saved, agencies=_agency_names(), timetable=[]
    )
    answer.status_code = 409
    return answer


def _scope_form(review: Review) -> ScopeForm:
    if review.scope:
        form = ScopeForm(data=filled(review.scope.words, version=review.scope.version))
    else:
        first = next(iter(queries.timetable_of(me(), review)), None)
        day = first.due_on if first else None
        publishes = first is not None and first.clock.kind == ClockKind.LCSPR_PUBLISH
        form = ScopeForm(data={"version": 0, "publish_by" if publishes else "report_by": day})
    form.offer(_agency_names().items())
    return form


def _to_be_agreed(review: Review) -> bool:
    scope = review.scope
    return review.goes_on and scope is not None and scope.agreed_on is None and not scope_lacks(scope.words)


def _agency_names() -> dict[str, str]:
    return {str(agency.id): agency.name for agency in agencies_of_today()}


@bp.post("/<uuid:review_id>/conclusion")
@guard(may.conclude_review, review=queries.review_visible_to)
def conclude(review: Review) -> Response:
    services.conclude_review(review, by=me())
    flash("The review is concluded.")
    return go_to(url_for(".show", review_id=review.id))


@bp.route("/<uuid:review_id>/discontinuation", methods=["GET", "POST"])
@guard(may.discontinue_review, review=queries.review_visible_to)
def discontinue(review: Review) -> Response:
    """What ends with it is said before it is pressed."""
    form = DiscontinueForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.discontinue_review(review, form.reason.data, by=me())
            flash("The review is discontinued.")
            return go_to(url_for(".show", review_id=review.id))
    return page("reviews/discontinue.html", review=review, form=form, ends=queries.ends_with(me(), review))
