from __future__ import annotations

from flask import Response, request

from pprg.audit.services import record_read
from pprg.publications import queries
from pprg.publications import rules as may
from pprg.publications.models import MadeFile
from pprg.publications.views.door import bp
from pprg.web.files import hand_over
from pprg.web.fragments import page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/released")
@guard(may.find_released_bytes)
def find_released() -> Response:
    """What was ever released under a digest or fingerprint, withdrawn or replaced as it may be."""
    asked = request.args.get("digest", "").strip()
    found = queries.released_files_like(me(), asked)
    return page("publications/found-again.html", asked=asked, found=found)


@bp.get("/released/<uuid:file_id>")
@guard(may.take_released_bytes, file=queries.released_file)
def take_released(file: MadeFile) -> Response:
    record_read("took released bytes of", file, by=me(), digest=file.digest[:12])
    return hand_over(queries.content_of(file), file.file_name)
