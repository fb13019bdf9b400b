"""What every command shares: the application, its options, how it says things and how it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit import __version__
from audit.errors import AuditError, told_as_bug

if TYPE_CHECKING:
    from audit.parsers import Told
    from audit.pipeline import Progress

app = typer.Typer(
    name="backscroll",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help=(
        "Look back over everything you ever posted, before somebody else does. "
        "Nothing leaves this computer.\n\n"
        "**Begin with** `backscroll`: it opens a page in your browser that leads through everything. Or try "
        "`backscroll demo`, then `backscroll scan` with the archives you downloaded."
    ),
    epilog="Exit status: 0 a report was written; 1 nothing could be read or written; 2 the command is not possible.",
)

Exports = Annotated[list[Path], typer.Argument(help="Archives as the network sent them: zip, folder, tar or one file.")]
Again = Annotated[
    list[Path] | None, typer.Argument(help="Exports of the newest audit. Left out, they are looked for where they lay.")
]
Profession = Annotated[str, typer.Option(help="Your trade, for example nurse, solicitor or teacher. Otherwise any.")]
Country = Annotated[str, typer.Option(help="Where you are registered: GB, IE, US, CA, AU, NZ. Some rules differ.")]
Messages = Annotated[bool, typer.Option("--messages", help="Read your private messages too.")]
WithWords = Annotated[bool, typer.Option("--with-words", help="Put the posts' words into --json and --csv.")]
Generic = Annotated[
    bool, typer.Option("--generic", help="Read files that no network is known for as `backscroll columns` proposes.")
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--columns", help='Read such files so: "text=Body, date=Created, author=Who"; for one: "forum.csv: text=Body".'
    ),
]
MyName = Annotated[
    list[str] | None,
    typer.Option("--me", help="Your name as it stands in chats and such files; once for each of your names."),
]


class GateAnswer(StrEnum):
    """Is a complaint, claim, inquest, inquiry, court or disciplinary matter open, or likely?"""

    no = "no"
    yes = "yes"
    unsure = "unsure"


def gate_answer(ask: str, *, err: bool = False) -> str:
    """Ask until the answer is no, yes or unsure, or begins one of them."""
    answers = {"n": "no", "no": "no", "y": "yes", "yes": "yes", "u": "unsure", "unsure": "unsure"}
    while True:
        told = str(typer.prompt(ask, err=err, prompt_suffix=" ")).strip().casefold()
        if told in answers:
            return answers[told]
        typer.echo("Please answer no, yes or unsure.", err=err)


@app.callback(invoke_without_command=True)
def backscroll(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say the version and end.")] = False,
) -> None:
    """Look back over everything you ever posted, before somebody else does."""
    if version:
        typer.echo(f"backscroll {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from audit.cli.page import open_page

        open_page()


def main() -> None:
    """Run the command; a problem that a person can put right ends with one plain sentence and status 1."""
    try:
        app()
    except AuditError as problem:
        typer.echo(str(problem), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("Stopped. Nothing was changed.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as bug:  # our mistake: its place and type, never values, since those could quote a post
        typer.echo(told_as_bug(bug), err=True)
        sys.exit(1)


def say_unknown(profession: str, country: str) -> None:
    """A trade or country without rules of ours is no mistake, but the person is told."""
    from classifiers.rules import COUNTRIES, trade_of

    if profession and not trade_of(profession):
        typer.echo(f"We have no rules of our own for {plain_word(profession)}: every trade is thought of.", err=True)
    if country and country.upper() not in COUNTRIES:
        listed = ", ".join(sorted(COUNTRIES))
        typer.echo(f"We have no rules of our own for {plain_word(country)}. We know {listed}.", err=True)


def plain_word(word: str) -> str:
    from audit.archive import harmless

    return f"“{harmless(word, 40)}”"


def say_refused(refused: list[str]) -> None:
    for sentence in refused:
        typer.echo(sentence, err=True)


def shown(path: Path) -> str:
    from audit.archive import harmless

    return harmless(str(path.resolve()), 300)


def refuse_to_overwrite(exports: list[Path], outputs: list[Path | None]) -> None:
    """A report is never written over an export."""
    taken = {path.resolve() for path in exports}
    for output in outputs:
        if output is not None and output.resolve() in taken:
            raise AuditError(f"{shown(output)} is one of the exports. Choose another place with -o.")


def refuse_unwritable(outputs: list[Path | None]) -> None:
    """Say so before an audit of minutes, not after it. Raises: CannotWrite."""
    from audit.outputs import private_file

    for output in outputs:
        if output is not None:
            with suppress(_OnlyTried), private_file(output):
                raise _OnlyTried


class _OnlyTried(Exception):
    """Ends the writing of a file before it takes its place."""


def line(text: str) -> None:
    if sys.stderr.isatty():
        typer.echo(text, err=True)


def told_of(columns: list[str] | None, generic: bool, me: list[str] | None) -> "Told":
    """Return what was said of files that no network is known for, and of the person. Status 2 for what cannot be."""
    from audit.parsers import Columns, Me, Told

    try:
        said = tuple(Columns.told(one) for one in columns or ())
    except AuditError as problem:
        raise typer.BadParameter(str(problem), param_hint="--columns") from None
    return Told(said, generic, Me(me or ()))


@contextmanager
def progress() -> "Iterator[Progress | None]":
    """Show a bar on a terminal; say nothing to a file or a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, int] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=max(total, 1))
            bar.update(tasks[stage], completed=done, total=max(total, 1))  # type: ignore[arg-type]

        yield told
