"""What a safeguarding lead reads, and may say."""

from __future__ import annotations

from flask import Response

from pprg.referrals import queries
from pprg.referrals.forms import AuthoriseForm
from pprg.referrals.models import Referral
from pprg.referrals.services import apart
from pprg.web.fragments import page
from pprg.web.sessions import me


def to_authorise(referral: Referral, form: AuthoriseForm) -> Response:
    """The words with the names in them, and what a safeguarding lead may say of them.

    Whoever wrote it, or is no lead of the agency, may only answer where there is no other lead.
    """
    leads = apart.leads(referral)
    return page(
        "referrals/authorise.html",
        referral=referral,
        parts=queries.words_for(me(), referral),
        added=queries.added_to(me(), referral),
        form=form,
        alone=me().id not in {lead.id for lead in leads},
        others=[lead for lead in leads if lead.id != me().id],
    )
