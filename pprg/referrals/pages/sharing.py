"""Who writes in a draft with its owner."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response
from wtforms.fields import SelectChoice

from pprg.accounts.models import Account
from pprg.referrals.models import Referral
from pprg.referrals.notes import ShareForm
from pprg.web.fragments import page


def not_named_yet(referral: Referral, able: Mapping[str, Account]) -> list[SelectChoice]:
    """Colleagues who may be named, by name and role, without those who are."""
    named = {str(share.account_id) for share in referral.shares}
    return [
        SelectChoice(key, account.name, render_kw={"hint": ", ".join(sorted(account.roles)).capitalize()})
        for key, account in able.items()
        if key not in named
    ]


def to_share(referral: Referral, form: ShareForm) -> Response:
    return page("referrals/share.html", referral=referral, form=form)
