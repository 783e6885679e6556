from flask import Response, flash, url_for

from pprg.errors import Mistaken
from pprg.publications import queries, services
from pprg.publications import rules as may
from pprg.publications.forms.checking import ImportForm, StartForm
from pprg.publications.record import LARGEST
from pprg.publications.views.door import bp
from pprg.reviews.models import Review
from pprg.reviews.queries import review_visible_to
from pprg.reviews.states import State as ReviewState
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/of-review/<uuid:review_id>")
@guard(may.hear_of_publication, review=review_visible_to)
def of_review(review: Review) -> Response:
    return page(
        "publications/of-review.html",
        fragment="publication",
        review=review,
        publication=queries.publication_of(review),
        concluded=review.state == ReviewState.CONCLUDED,
        starts=may.start_publication(me(), review),
    )


@bp.route("/of-review/<uuid:review_id>/start", methods=["GET", "POST"])
@guard(may.start_publication, review=review_visible_to)
def start(review: Review) -> Response:
    form = StartForm()
    if form.validate_on_submit():
        with beside(form.reference):
            publication = services.begin_publication(review, form.reference.data, by=me())
            return go_to(url_for(".show", publication_id=publication.id))
    return page("publications/start.html", form=form, review=review)


@bp.route("/of-review/<uuid:review_id>/import", methods=["GET", "POST"])
@guard(may.start_publication, review=review_visible_to)
def import_record(review: Review) -> Response:
    form, wrong = ImportForm(), Mistaken([])
    if form.validate_on_submit():
        with beside(form.file):
            try:
                return _taken_in(review, form)
            except Mistaken as mistaken:
                wrong = mistaken
                form.file.errors = [f"The file has {len(wrong.mistakes)} mistakes. They are listed below."]
    return page("publications/import.html", form=form, review=review, mistakes=wrong.mistakes)


def _taken_in(review: Review, form: ImportForm) -> Response:
    with form.file.data.stream as upload:
        data = upload.read(LARGEST + 1)
    publication = services.import_record(data, by=me(), review=review, replace=form.replace.data)
    flash("The record is taken in. What is restricted in it went into the vault of the case.")
    return go_to(url_for(".show", publication_id=publication.id))
