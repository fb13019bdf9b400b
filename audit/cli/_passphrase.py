"""A passphrase, asked for on a terminal or read from a file: never taken from the command line, never shown."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import AuditError, NotAllowed, NotThere

Lock = Annotated[bool, typer.Option("--lock", help="Lock it with a passphrase, which is asked for.")]
PassphraseFile = Annotated[
    Path | None, typer.Option("--passphrase-file", help="Lock it with the passphrase in this file's first line.")
]
UNRECOVERABLE = (
    "Nobody can recover it, and neither can we: without it the report stays closed. Keep it apart from the file."
)


class NoPassphrase(AuditError):
    """There is nobody to ask, or the file holds none."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Put the passphrase into a text file's first line and name it with --passphrase-file.")


def passphrase_if(lock: bool, file: Path | None) -> str:
    """Return a new passphrase if one is asked for, else ""."""
    return new_passphrase(file) if lock or file else ""


def maybe_locked(page: str, passphrase: str) -> str:
    """Return the page, locked if there is a passphrase."""
    from audit.lock import locked

    return locked(page, passphrase) if passphrase else page


def new_passphrase(file: Path | None) -> str:
    """Ask for a new passphrase twice, or read it from a file; say how long it would stand. Raises: TooShort."""
    from audit.passphrase import TooShort, standing

    while True:
        asked = _from_file(file) if file else _from_person("New passphrase", twice=True)
        try:
            stands = standing(asked)
        except TooShort as problem:
            if file:
                raise
            typer.echo(str(problem), err=True)
            continue
        typer.echo(f"{stands.sentence()} {UNRECOVERABLE}", err=True)
        if file or not stands.weak or typer.confirm("Use it all the same?", err=True):
            return asked


def asked(file: Path | None) -> str:
    """Ask for the passphrase of what is locked already, or read it from a file."""
    return _from_file(file) if file else _from_person("Passphrase", twice=False)


def _from_person(label: str, *, twice: bool) -> str:
    if not sys.stdin.isatty():
        raise NoPassphrase("A passphrase is asked for on a terminal only, never taken from the command line.")
    return str(typer.prompt(label, hide_input=True, confirmation_prompt=twice, err=True))


def _from_file(path: Path) -> str:
    from audit.archive import harmless

    name = harmless(path.name)
    try:
        first = path.read_text(encoding="utf-8-sig").split("\n", 1)[0].strip()
    except UnicodeError:
        raise NoPassphrase(f"{name} is no plain text (UTF-8).") from None
    except FileNotFoundError:
        raise NotThere(name) from None
    except OSError:
        raise NotAllowed(name) from None
    if not first:
        raise NoPassphrase(f"The first line of {name} is empty.")
    return first
