"""What was sent, as a paper to keep."""

from flask import Response, current_app

from pprg.referrals import documents, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Sending
from pprg.referrals.views.door import bp
from pprg.web.files import hand_over
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/sendings/<uuid:sending_id>/pdf")
@guard(may.take_words, sending=queries.sending_visible_to)
def paper(sending: Sending) -> Response:
    """The words as they were sent, with marking, reference and receipt, for its writer and leads."""
    services.note_taking(sending.referral, by=me())
    settings = current_app.config["PPRG"]
    words = documents.paper_of(sending, house=settings.organisation, marking=settings.case_marking)
    return hand_over(documents.as_pdf(words), f"{sending.referral.reference}.pdf")
