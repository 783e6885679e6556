"""Take what only gov.uk may wear out of govuk-frontend's prebuilt files.

    python .ci/strip_brand.py PACKAGE/dist/govuk static/vendor/govuk-frontend-6.6.0

The Design System may be used off gov.uk "with the exception of branding (including
logos and fonts)". So the GDS Transport faces go, every rule that asks for them asks
for the house face instead, and the crest goes with its rule. The pointers to source
maps go too: we do not serve the maps, and a browser would ask for them.
"""

import re
import sys
from pathlib import Path

HOUSE_FACE = "font-family:var(--pprg-face,arial,sans-serif)"


def without_brand(css: str) -> str:
    """The same style sheet, wearing nobody's crest and nobody's typeface."""
    css = re.sub(r"/\*!.*?\*/", "", css, flags=re.S)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r"@supports \([^{]*mask-position[^{]*\{\.govuk-footer__copyright-logo[^}]*\}\}", "", css)
    css = re.sub(r"\.govuk-footer__copyright-logo:before\{[^}]*\}", "", css)
    css = re.sub(r"\.govuk-footer__crown\{[^}]*\}", "", css)
    css = css.replace("font-family:GDS Transport,arial,sans-serif", HOUSE_FACE)
    css = css.replace("font-family:sans-serif", HOUSE_FACE)
    return without_map(css)


def without_map(text: str) -> str:
    """The same file without the line that points to its source map."""
    text = re.sub(r"/\*# sourceMappingURL=\S+ \*/", "", text)
    return re.sub(r"//# sourceMappingURL=\S+", "", text).rstrip() + "\n"


def main(source: Path, target: Path) -> None:
    """Write both files, or stop if a trace of the brand is left."""
    css = without_brand((source / "govuk-frontend.min.css").read_text("utf-8"))
    if left := re.findall(r"GDS Transport|url\([^)]*\)|crest|crown", css):
        sys.exit(f"Something of gov.uk's brand is still in the style sheet: {sorted(set(left))}")
    target.mkdir(parents=True, exist_ok=True)
    (target / "govuk-frontend.min.css").write_text(css, "utf-8")
    js = (source / "govuk-frontend.min.js").read_text("utf-8")
    (target / "govuk-frontend.min.js").write_text(without_map(js), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
