"""Ways of hiding a name in a file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from pprg.documents.reading import places

NAME = "Thea Pruett"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def where(file, suffix, name=NAME):
    """The places that hold the name, as the reviewer is told them."""
    return [place.where for place in places(file, suffix) if name in place.text]


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def with_parts(file, **parts):
    """The package with parts added or changed, as another program or a person in a hurry leaves it."""
    target = BytesIO()
    with ZipFile(BytesIO(file)) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, content in parts.items():
            after.writestr(name, content)
    return target.getvalue()


def changed(file, part, before, after):
    with ZipFile(BytesIO(file)) as package:
        content = package.read(part).decode()
    assert before in content
    return with_parts(file, **{part: content.replace(before, after, 1)})


def letter(text="Nothing here."):
    document = Document()
    document.add_paragraph(text)
    return document


def word(inside):
    """A letter whose body holds this piece of XML."""
    document = letter()
    document.element.body.insert(0, parse_xml(inside.replace("XMLNS", nsdecls("w", "wp", "a", "r"))))
    return saved(document)


def picture_of(name=NAME):
    file = BytesIO()
    details = Image.Exif()
    details[0x013B] = name
    Image.new("RGB", (4, 4)).save(file, "JPEG", exif=details)
    return file.getvalue()


# Word
