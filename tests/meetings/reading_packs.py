"""A pack as its reader finds it, and canaries that must not sing to others."""

from io import BytesIO

from pypdf import PdfReader

from pprg.audit.queries import lines_of_case
from tests.documents.opened import pdf_text

CANARY = "The district nurse rang the zinnia bell twice."
SECRET = "A chrysoberyl brooch was missing."
WAYS = ("/pack", "/pack.pdf", "/pack/print")


def taken(person, url):
    answer = person.opens(url)
    assert answer.status_code == 200, (answer.status_code, url)
    return answer.data


def everything_in(file):
    """Every word of a PDF, and what it says of itself."""
    reader = PdfReader(BytesIO(file))
    outline = str(reader.outline)
    return pdf_text(file) + outline + str(reader.metadata) + file.decode("latin-1")


def read_of(item, verb):
    return [line.actor_id for line in lines_of_case(item.case_id) if line.verb == verb]


def opens_each_way(person, item):
    return [person.opens(f"/meetings/items/{item.id}{way}").status_code for way in WAYS]
