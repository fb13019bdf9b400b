"""What a person can put right, one small class each. Doors show the sentence as it stands.

Every message says what happened, what we know, and what to do. None quotes a post or an exception.
"""

from collections.abc import Sequence
from pathlib import Path


class AuditError(Exception):
    """Something the person can put right. Its text is shown as it stands; the command ends with status 1."""


class NotThere(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not there. Check the name and the folder.")


class NotAllowed(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} may not be opened with your rights. Move it to your own folder and try again.")


class NotAnExport(AuditError):
    """One thing handed over is no archive at all: a picture, a device, an empty file."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name} {what}. Choose the file exactly as the network sent it.")


class NothingReadable(AuditError):
    """Nothing in all that was handed over could be read."""

    def __init__(self, names: Sequence[str], networks: Sequence[str], hint: str = "") -> None:
        shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        super().__init__(
            f"Nothing to audit was found in {shown}. {hint}".rstrip()
            + f"\nWe can read exports of: {', '.join(networks)}."
            + "\nChoose the file exactly as the network sent it; the README says how to ask for it."
        )


CHOOSE = "To see what would be read, or to choose it yourself: backscroll columns, with the same file."


class NotKnownYet(AuditError):
    """Nothing was read, but what was handed over can be, once the person says so."""

    def __init__(self, names: Sequence[str], sentences: Sequence[str], count: int) -> None:
        shown = ", ".join(names[:3])
        told = "\n".join(sentences) or (
            f"No export that we know is in {shown}, but {'one file' if count == 1 else f'{count:,} files'} of it can be"
            " read as posts. To have that done, add --generic."
        )
        super().__init__(f"{told}\n{CHOOSE}")


class CannotWrite(AuditError):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} could not be written: {why}. Choose another place with -o.")


def told_as_bug(bug: Exception) -> str:
    """Return the sentence for a mistake of ours: its type and place, never values, since those could quote a post."""
    place = bug.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    return f"Something went wrong that is our mistake ({type(bug).__name__} at {where}). Nothing was changed."
