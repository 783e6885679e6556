"""A file is what its content says, and a sentence tells what to do about one that is not taken."""

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pprg.errors import Refused
from pprg.papers import apart
from pprg.papers.checking import kind_of
from pprg.papers.states import Kind
from tests.papers.files import (
    OLE,
    PROGRAM,
    a_bomb,
    a_letter,
    a_pdf,
    a_picture,
    a_workbook,
    a_zip,
    an_endless_picture,
    an_open_document,
    links,
    part_of,
    with_parts,
)  # fmt: skip

DOCUMENT_LINKS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    ("content", "ending", "kind"),
    [
        (a_pdf(), ".pdf", Kind.PDF),
        (a_letter(), ".docx", Kind.WORD),
        (a_workbook(), ".xlsx", Kind.EXCEL),
        (an_open_document(), ".odt", Kind.TEXT_DOCUMENT),
        (an_open_document(kind="spreadsheet"), ".ods", Kind.SPREADSHEET),
        (a_picture("JPEG"), ".jpeg", Kind.JPEG),
        (a_picture("PNG"), ".png", Kind.PNG),
        ("Visit 3 May, 14:00 – no reply.\r\n".encode(), ".txt", Kind.TEXT),
        ("Wrote “no” – Zoë".encode("cp1252"), ".txt", Kind.TEXT),
        ("day,what\n3 May,-5 degrees\n4 May,+44 1632 960100\n".encode("utf-16"), ".csv", Kind.CSV),
    ],
)
def test_what_people_send_is_known_for_what_it_is(content, ending, kind):
    assert kind_of(content, ending) is kind


@pytest.mark.parametrize(
    ("content", "ending", "told"),
    [
        (a_letter(), ".pdf", "is called .pdf but is a Word document"),
        (a_pdf(), ".exe", "is called .exe but is a PDF"),
        (a_pdf(), "", "has no ending such as .pdf but is a PDF"),
        (a_picture("PNG"), ".jpg", "is called .jpg but is a PNG picture"),
        (b"only words", ".pdf", "is called .pdf but is not a PDF"),
        (b"alert(1)", ".js", "called .js are not taken"),
        (b"words", ".html", "called .html are not taken"),
        (PROGRAM, ".pdf", "This is a program"),
        (a_zip({"a.txt": "a"}), ".zip", "archive of files"),
        (a_zip({"a.txt": "a"}), ".docx", "archive of files"),
        (OLE + bytes(600), ".doc", "old Word file"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), ".docx", "has a password"),
        (OLE + bytes(600), ".msg", "This is an e-mail"),
        (b"{\\rtf1 words}", ".rtf", "rich text"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(50), ".heic", "Save it as JPEG"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(50), ".mp4", "Recordings"),
        (b"<!DOCTYPE html><p>Hello", ".txt", "web page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".txt", "web page"),
        (b"words and <script>alert(1)</script>", ".txt", "web page"),
        (b"#!/bin/sh\nrm -rf /", ".txt", "commands"),
        (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nSubject: x\n\nHello", ".txt", "e-mail"),
        (bytes(range(256)) * 8, ".txt", "not text"),
        (b"day,what\n3 May,=WEBSERVICE(1)\n", ".csv", "row 2 begins like a formula"),
        (b"day,what\n3 May,+cmd|' /c calc'!A0\n", ".csv", "row 2 begins like a formula"),
        (a_picture()[:900], ".jpg", "damaged"),
        (an_endless_picture(), ".png", "more points than any camera"),
        (a_pdf()[:150], ".pdf", "damaged"),
        (b"%PDF-1.7\nnothing", ".pdf", "damaged"),
        (a_letter()[:9_000], ".docx", "damaged"),
    ],
)
def test_what_is_not_taken_is_refused_with_what_to_do(content, ending, told):
    with pytest.raises(Refused, match=told) as refusal:
        kind_of(content, ending)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"word/vbaProject.bin": b"macros"}, "holds macros"),
        ({"word/activeX/activeX1.xml": "<a/>"}, "holds macros"),
        ({"word/embeddings/oleObject1.bin": OLE}, "part of another program"),
        ({"word/embeddings/setup.bin": PROGRAM}, "part of another program"),
        ({"word/embeddings/old.zip": a_zip({"a": "a"})}, "part of another program"),
        ({"word/embeddings/a.xlsx": with_parts(a_workbook(), {"xl/vbaProject.bin": "x"})}, "holds macros"),
        ({DOCUMENT_LINKS: links(("attachedTemplate", "https://harm.example/t.dotm", "External"))}, "fetch"),
        ({DOCUMENT_LINKS: links(("attachedTemplate", "file://///server/t.dotm", "External"))}, "fetch"),
        ({DOCUMENT_LINKS: links(("image", r"\\server\pixel.png", "External"))}, "fetch"),
        ({DOCUMENT_LINKS: links(("aFChunk", "page.html", ""))}, "fetch"),
        ({"word/extra.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "damaged"),
        ({"word/extra.xml": '<!DOCTYPE a SYSTEM "http://harm.example">'.encode("utf-16")}, "damaged"),
        ({"word/../../../etc/passwd": "x"}, "damaged"),
        (
            {
                "word/header9.xml": '<w:hdr xmlns:w="w"><w:fldChar w:fldCharType="begin"/><w:instrText>DD'
                "</w:instrText><w:instrText>EAUTO c:\\\\cmd.exe</w:instrText></w:hdr>"
            },
            "fetch",
        ),
    ],
)
def test_a_word_document_that_acts_or_calls_is_refused(parts, told):
    with pytest.raises(Refused, match=told):
        kind_of(with_parts(a_letter(), parts), ".docx")


def test_a_word_document_may_link_to_pages_and_remember_a_template_of_its_writer_and_hold_a_chart():
    ordinary = with_parts(
        a_letter(),
        {
            DOCUMENT_LINKS: links(
                ("hyperlink", "https://www.legislation.gov.uk/ukpga/2014/23", "External"),
                ("attachedTemplate", "file:///H:/Templates/Council.dotx", "External"),
            ),
            "word/embeddings/Microsoft_Excel_Sheet.xlsx": a_workbook(),
        },
    )
    assert kind_of(ordinary, ".docx") is Kind.WORD


def test_a_document_with_macros_is_refused_whatever_it_is_called():
    types = part_of(a_letter(), "[Content_Types].xml").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(Refused, match="holds macros"):
        kind_of(with_parts(a_letter(), {"[Content_Types].xml": types}), ".docx")


@pytest.mark.parametrize(
    "part", ["<externalLink><ddeLink ddeService='cmd'/></externalLink>", "<connections refreshOnLoad='1'/>"]
)
def test_a_workbook_that_would_start_or_ask_something_is_refused(part):
    with pytest.raises(Refused, match="fetch"):
        kind_of(with_parts(a_workbook(), {"xl/externalLinks/externalLink1.xml": part}), ".xlsx")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (an_open_document('<draw:image xlink:href="https://harm.example/p.png"/>'), "fetch"),
        (an_open_document('<s:event-listener xmlns:s="s"/>'), "holds macros"),
        (with_parts(an_open_document(), {"Basic/Standard/Module1.xml": "<a/>"}), "holds macros"),
        (with_parts(an_open_document(), {"META-INF/manifest.xml": "<m:encryption-data/>"}), "has a password"),
    ],
)
def test_an_open_document_that_acts_or_calls_is_refused(file, told):
    with pytest.raises(Refused, match=told):
        kind_of(file, ".odt")


def a_script(writer):
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )


def a_program_to_start(writer):
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd.exe")}
    )
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (a_script, "commands that would run"),
        (a_program_to_start, "commands that would run"),
        (lambda pdf: pdf.add_attachment("a.exe", PROGRAM), "other files inside"),
        (lambda pdf: pdf.encrypt("a secret", algorithm="AES-256"), "has a password"),
    ],
)
def test_a_pdf_that_acts_or_hides_is_refused(do, told):
    with pytest.raises(Refused, match=told):
        kind_of(a_pdf(do), ".pdf")


def test_a_script_in_a_pdf_is_found_under_a_disguise():
    hidden = a_pdf(a_script).replace(b"/JavaScript", b"/J#61vaScript")
    with pytest.raises(Refused, match="commands that would run"):
        kind_of(hidden.replace(b"/JS", b"/#4aS"), ".pdf")


def test_a_pdf_that_only_may_not_be_printed_is_taken():
    assert kind_of(a_pdf(lambda pdf: pdf.encrypt("", "an owner")), ".pdf") is Kind.PDF


def test_a_bomb_harms_only_the_process_that_looks_into_it():
    with pytest.raises(Refused, match=r"unpacks to more|too much is in it"):
        apart.kind_of(a_bomb(), ".docx")
    assert apart.kind_of(a_letter(), ".docx") is Kind.WORD


def test_a_file_that_never_ends_being_read_is_given_up(monkeypatch):
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    with pytest.raises(Refused, match="too much is in it"):
        apart.kind_of(a_letter(), ".docx")


def test_who_looks_into_files_has_no_keys(monkeypatch):
    """Whatever took over that process could read its memory and its surroundings."""
    monkeypatch.setenv("PPRG_DATA_KEY", "a key that must not be handed on")
    monkeypatch.setattr(apart, "_BEGIN", "import os; print(dict(os.environ), flush=True); os._exit(3)")
    with pytest.raises(Refused) as said:
        apart.kind_of(a_letter(), ".docx")
    assert "LANG" in str(said.value)
    assert "PPRG" not in str(said.value)
