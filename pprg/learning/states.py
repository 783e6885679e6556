from enum import StrEnum


class Occasion(StrEnum):
    TEAM_MEETING = "team meeting"
    SUPERVISION = "supervision"
    TRAINING = "training"
    OTHER = "something else"
