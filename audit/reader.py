"""Whom an edition of the report is for. What each of them sees stands in `audit.editions`."""

from enum import StrEnum


class Reader(StrEnum):
    """The person's own report is whole; every other reader gets less."""

    OWN = "own"
    SUPERVISOR = "supervisor"
    INSURER = "insurer"
    LAWYER = "lawyer"
    REGULATOR = "regulator"
