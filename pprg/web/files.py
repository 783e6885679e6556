"""Handing a made file to a browser: always as a download, under a name of ours."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath

from flask import Response, send_file

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".png": "image/png",
}


def hand_over(content: bytes, name: str) -> Response:
    """The bytes as they are, to be kept. Nothing in them can act on our pages."""
    kind = TYPES[PurePath(name).suffix]
    answer = send_file(BytesIO(content), mimetype=kind, as_attachment=True, download_name=name)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
