"""What may be handed in. What is not in this table is not kept."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of file, by its content."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    POWERPOINT = "pptx"
    TEXT_DOCUMENT = "odt"
    SPREADSHEET = "ods"
    JPEG = "jpeg"
    PNG = "png"
    TEXT = "txt"
    CSV = "csv"

    @property
    def called(self) -> str:
        """As one says it: "a Word document"."""
        return _CALLED[self]

    @property
    def suffix(self) -> str:
        """The ending under which it is given out."""
        return self.suffixes[0]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every ending under which it may be handed in."""
        return (".jpg", ".jpeg") if self is Kind.JPEG else (f".{self.value}",)


_CALLED = {
    Kind.PDF: "a PDF",
    Kind.WORD: "a Word document",
    Kind.EXCEL: "an Excel workbook",
    Kind.POWERPOINT: "a PowerPoint presentation",
    Kind.TEXT_DOCUMENT: "an OpenDocument text",
    Kind.SPREADSHEET: "an OpenDocument spreadsheet",
    Kind.JPEG: "a JPEG picture",
    Kind.PNG: "a PNG picture",
    Kind.TEXT: "a plain text",
    Kind.CSV: "a CSV table",
}

ACCEPTED = ", ".join(suffix for kind in Kind for suffix in kind.suffixes)
"""For the `accept` of a file field."""
