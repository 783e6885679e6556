"""The words for what looks like a name of somebody in a case, and is none."""

from enum import StrEnum


class Stays(StrEnum):
    """Why words stay that a case knows as a name. Fixed words: the trail tells no story.

    None of them lets somebody in a case be named: whoever is meant has a label.
    """

    COLLEAGUE = "a colleague at the table or an agency, whom no case is about"
    WORD = "a place or an ordinary word, and nobody’s name here"
    NAMESAKE = "somebody else of the same name, who is in no case"


ONLY_THEN = (
    "Only if nobody in a case is meant, no family and no staff. Whoever is meant gets a label, even where all"
    " who read it know the name. Your reason is kept in the trail of the case, with your name and the time."
)
"""What saying one of them means, in plain words."""
