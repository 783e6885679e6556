from flask import Blueprint, Response, flash, url_for
from wtforms.fields import SelectChoice

from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record_read
from pprg.reviews import queries, services
from pprg.reviews import rules as may
from pprg.reviews.forms import AppointAuthorForm
from pprg.reviews.models import Review
from pprg.reviews.states import State
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
        State=State,
        appoints=may.appoint_author(me(), review),
        concludes=may.conclude_review(me(), review) and review.state == State.UNDER_WAY,
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


@bp.post("/<uuid:review_id>/conclusion")
@guard(may.conclude_review, review=queries.review_visible_to)
def conclude(review: Review) -> Response:
    services.conclude_review(review, by=me())
    flash("The review is concluded.")
    return go_to(url_for(".show", review_id=review.id))
