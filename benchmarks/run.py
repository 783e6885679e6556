"""`make bench`: a table of ratios, each thing beside its limit. No figure fails anything.

BENCH_JSON=FILE also writes rows {name, median_ms, limit_ms, ratio, runs}.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

from benchmarks import documents, pages, people
from benchmarks.timing import Row

LIMITS = {
    "briefing_docx": "zipfile, level 6, of the same finished members",
    "slide_pack_pptx": "zipfile, level 6, of the same finished members",
    "briefing_pdf": "typst alone, the words ready",
    "form_page": "a bare Flask route",
    "list_page": "a bare Flask route",
    "person_match_1k": "the same keys asked of sqlite3 alone, 1,000 people",
    "person_match": "the same keys asked of sqlite3 alone, 100,000 people",
}


def main() -> None:
    rows = [*documents.rows(), *pages.rows(), *people.rows()]
    print(f"{'':16} {'median':>9} {'limit':>9} {'ratio':>7} {'runs':>5}  limit is")
    for row in rows:
        print(
            f"{row.name:16} {row.median_ms:6.2f} ms {row.limit_ms:6.2f} ms {row.ratio:6.1f}x {row.runs:5}"
            f"  {LIMITS[row.name]}"
        )
    if wanted := os.environ.get("BENCH_JSON"):
        Path(wanted).write_text(json.dumps([as_json(row) for row in rows], indent=1))


def as_json(row: Row) -> dict[str, object]:
    return {**asdict(row), "ratio": row.ratio}


if __name__ == "__main__":
    main()
