"""How the domain says no."""


class Refused(Exception):  # noqa: N818 - it is a sentence to a person, not an error in the program
    """Something that may not happen now, in the words one would say to the person."""


class Mistaken(Refused):
    """Words handed in that cannot be accepted, each mistake beside the place it was made.

    `mistakes` holds (where, sentence) pairs: ("findings[2].heading", "Say the finding in a heading.").
    """

    def __init__(self, mistakes: list[tuple[str, str]]) -> None:
        self.mistakes = mistakes
        super().__init__("; ".join(f"{where}: {sentence}" for where, sentence in mistakes))
