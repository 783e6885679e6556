"""Short forms that a reader in another service may not know, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

WELL_KNOWN = frozenset(
    [
        "A&E",
        "AIDS",
        "BBC",
        "CCTV",
        "DNA",
        "GP",
        "HIV",
        "ID",
        "IT",
        "IVF",
        "MP",
        "MRI",
        "NHS",
        "OK",
        "PC",
        "PDF",
        "PIN",
        "QR",
        "TV",
        "UK",
        "UN",
        "USA",
        "VAT",
    ]
)
"""What anybody knows, in whatever service they work."""

STANDS_FOR = {
    "ADHD": "attention deficit hyperactivity disorder",
    "AMHP": "approved mental health professional",
    "ASC": "adult social care",
    "CAMHS": "child and adolescent mental health services",
    "CHC": "continuing healthcare",
    "CIN": "child in need",
    "CMHT": "community mental health team",
    "COPD": "chronic obstructive pulmonary disease",
    "CP": "child protection",
    "CPS": "Crown Prosecution Service",
    "CQC": "Care Quality Commission",
    "CSE": "child sexual exploitation",
    "CSP": "Community Safety Partnership",
    "CSPR": "Child Safeguarding Practice Review",
    "DARDR": "domestic abuse related death review",
    "DASH": "domestic abuse, stalking and honour-based violence risk checklist",
    "DHR": "Domestic Homicide Review",
    "DNACPR": "do not attempt cardiopulmonary resuscitation",
    "DOLS": "deprivation of liberty safeguards",
    "DVPO": "domestic violence protection order",
    "DWP": "Department for Work and Pensions",
    "ED": "emergency department",
    "EDT": "emergency duty team",
    "EHCP": "education, health and care plan",
    "FGM": "female genital mutilation",
    "ICB": "integrated care board",
    "IDVA": "independent domestic violence adviser",
    "IMCA": "independent mental capacity advocate",
    "IOPC": "Independent Office for Police Conduct",
    "IRO": "independent reviewing officer",
    "ISVA": "independent sexual violence adviser",
    "LADO": "local authority designated officer",
    "LCSPR": "Local Child Safeguarding Practice Review",
    "MAPPA": "multi-agency public protection arrangements",
    "MARAC": "multi-agency risk assessment conference",
    "MARM": "multi-agency risk management meeting",
    "MASH": "multi-agency safeguarding hub",
    "MCA": "Mental Capacity Act",
    "MDT": "multidisciplinary team",
    "MHA": "Mental Health Act",
    "NAI": "non-accidental injury",
    "NRM": "national referral mechanism",
    "OT": "occupational therapist",
    "PIP": "personal independence payment",
    "PTSD": "post-traumatic stress disorder",
    "SAB": "Safeguarding Adults Board",
    "SAR": "Safeguarding Adults Review",
    "SENCO": "special educational needs co-ordinator",
    "SEND": "special educational needs and disabilities",
    "TAF": "team around the family",
    "UTI": "urinary tract infection",
    "VCS": "voluntary and community sector",
}

_SHORT_FORM = re.compile(r"(?<![\w&-])[A-Z](?:[A-Z&]*[A-Z]|o[A-Z][A-Za-z])(?=s?(?![\w-]))")


def short_forms(words: str) -> Iterator[re.Match[str]]:
    """Every short form in capitals that not everybody knows: MARAC, A&Es, DoLS."""
    return (found for found in _SHORT_FORM.finditer(words) if found[0] not in WELL_KNOWN)


def explained(form: str, texts: Iterable[str]) -> bool:
    """Whether some text says it in full beside it: "the risk conference (MARAC)", or the other way round."""
    either = re.compile(rf"\w \({re.escape(form)}s?\)|(?<!\w){re.escape(form)}s? \(\w+ \w+|{_in_full(form)}")
    return any(either.search(text) for text in texts)


def stands_for(form: str) -> str:
    return STANDS_FOR.get(form.upper(), "")


def _in_full(form: str) -> str:
    """The words themselves, somewhere: a reader who met them knows."""
    full = stands_for(form)
    return rf"(?i:{re.escape(full)}).{{0,3}}(?:or|called|known as) {re.escape(form)}" if full else r"(?!)"
