"""The house's colours and faces as an Office theme: Word's palette offers them to whoever edits one."""

from __future__ import annotations

INK, ACCENT, QUIET, TINT, RULE, WHITE = "14232B", "0B4F5C", "4A5A63", "E9F2F3", "6E8A91", "FFFFFF"

_COLOURS = {
    "dk1": INK, "lt1": WHITE, "dk2": ACCENT, "lt2": TINT, "accent1": ACCENT, "accent2": RULE,
    "accent3": QUIET, "accent4": TINT, "accent5": INK, "accent6": RULE, "hlink": ACCENT, "folHlink": ACCENT,
}  # fmt: skip
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_PLAIN}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme() -> str:
    """Everything in a:theme. Office asks for three fills, lines and effects; ours are all plain."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()
    )
    face = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>'
    return (
        f'<a:themeElements><a:clrScheme name="House">{colours}</a:clrScheme>'
        f'<a:fontScheme name="House"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements>"
    )
