"""Themes that somebody sees in it already: only to find and count by."""

from pprg.guidance.codes import THEMES_BY_DOMAIN, theme_label
from pprg.referrals.questions import Kind, Question, choices_of, note

THEMES = (
    note(
        "Tick what you see already, or leave this page out. The group decides later what was in it.",
        key="why",
    ),
    *(
        Question(
            key=domain.lower().replace(" ", "_"),
            label=domain,
            kind=Kind.SEVERAL,
            choices=choices_of({theme: theme_label(theme) for theme in themes}),
            short=True,
        )
        for domain, themes in THEMES_BY_DOMAIN.items()
        if domain != "Harm"  # asked on the page about harm
    ),
    Question(
        key="earlier",
        label="Does an earlier local review come to mind?",
        read_as="Earlier local reviews",
        kind=Kind.TEXT,
        hint="So that the group can ask whether this has been learned already.",
        rows=2,
    ),
)
