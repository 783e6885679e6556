"""Labels that a partnership may set, because the law is changing under them."""

from pprg.guidance.codes import REVIEW_TYPE_LABELS, ReviewType


def review_type_label(code: str, *, dhr_label: str = "") -> str:
    """A review type in words. The name of a s.9 review follows the partnership's own setting."""
    kind = ReviewType(code)
    return dhr_label if kind == ReviewType.DHR and dhr_label else REVIEW_TYPE_LABELS[kind]
