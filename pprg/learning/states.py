from enum import StrEnum


class Occasion(StrEnum):
    TEAM_MEETING = "team meeting"
    SUPERVISION = "supervision"
    TRAINING = "training"
    OTHER = "something else"


TOOK = "took from the hub"
READ = "read on the hub"
USED = "recorded use of"
BY_READERS = frozenset({TOOK, READ, USED})
"""What readers of released learning do, as the trail calls it: counted, and no look into a case."""
