"""A door: the command line. Only doors print, ask or exit.

Exit status: 0 a report (or answer) was given, however much of the export was broken; 1 nothing could be read or
written, said in one plain sentence; 2 the command itself cannot be meant so.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit import __version__
from audit.errors import AuditError

if TYPE_CHECKING:
    from audit.pipeline import Audit, Progress

app = typer.Typer(
    name="backscroll",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help=(
        "Look back over everything you ever posted, before somebody else does. "
        "Nothing leaves this computer.\n\n"
        "**Begin with** `backscroll demo`, then `backscroll scan` with the archives you downloaded."
    ),
    epilog="Exit status: 0 a report was written; 1 nothing could be read or written; 2 the command is not possible.",
)

Exports = Annotated[list[Path], typer.Argument(help="Archives as the network sent them: zip, folder, tar or one file.")]
Profession = Annotated[str, typer.Option(help="Your trade, for example nurse, solicitor or teacher. Otherwise any.")]
Country = Annotated[str, typer.Option(help="Where you are registered: GB, IE, US, CA, AU, NZ. Some rules differ.")]
Messages = Annotated[bool, typer.Option("--messages", help="Read your private messages too.")]
WithWords = Annotated[bool, typer.Option("--with-words", help="Put the posts' words into --json and --csv.")]


@app.callback(invoke_without_command=True)
def backscroll(
    version: Annotated[bool, typer.Option("--version", help="Say the version and end.")] = False,
) -> None:
    """Look back over everything you ever posted, before somebody else does."""
    if version:
        typer.echo(f"backscroll {__version__}")
        raise typer.Exit


@app.command(
    epilog="Examples: `backscroll scan facebook-mira.zip twitter-2026.zip -o report.html --profession counsellor` · "
    "`backscroll scan ~/Downloads/Complete_LinkedInDataExport.zip --json findings.json`"
)
def scan(
    exports: Exports,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the report goes.")] = Path(
        "backscroll-report.html"
    ),
    profession: Profession = "",
    country: Country = "",
    messages: Messages = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the findings as JSON too.")] = None,
    csv_file: Annotated[Path | None, typer.Option("--csv", help="Write the findings as CSV too.")] = None,
    with_words: WithWords = False,
) -> None:
    """Audit one or several exports and write the private report."""
    from audit.pipeline import Settings, run_audit

    _refuse_to_overwrite(exports, [output, json_file, csv_file])
    _say_unknown(profession, country)
    with _progress() as progress:
        found = run_audit(exports, Settings(profession, country, messages), progress)
    _write(found, output, json_file, csv_file, with_words=with_words)


@app.command()
def demo(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the report goes.")] = Path(
        "backscroll-demo-report.html"
    ),
) -> None:
    """Audit the invented sample exports that come with Backscroll: see what a report looks like."""
    from audit.pipeline import Settings, run_audit

    samples = _samples()
    typer.echo(f"Auditing {len(samples)} invented sample exports. Nobody in them exists.", err=True)
    with _progress() as progress:
        found = run_audit(samples, Settings(), progress)
    _write(found, output, None, None, with_words=False)


@app.command(epilog="Example: `backscroll posts twitter-2026.zip facebook-mira.zip -o posts.csv`")
def posts(
    exports: Exports,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the table goes.")] = Path("posts.csv"),
    messages: Messages = False,
) -> None:
    """Write every post of the exports, with its words, as one table."""
    from audit.outputs import write_posts_csv
    from audit.pipeline import read_posts

    _refuse_to_overwrite(exports, [output])
    with _progress() as progress:
        _, found, refused, _ = read_posts(exports, messages=messages, progress=progress)
    write_posts_csv(output, found)
    _say_refused(refused)
    typer.echo(f"{len(found):,} posts are in {_shown(output)}. The file is private: only you can open it.")


@app.command(epilog='Examples: `backscroll check "late to my 2pm again, oops"` · `pbpaste | backscroll check`')
def check(
    text: Annotated[str, typer.Argument(help="The draft. Left out, it is read from standard input.")] = "",
    profession: Profession = "",
    country: Country = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Say how a draft could be read, before you post it."""
    from audit.drafts import verdict_on

    draft = text or ("" if sys.stdin.isatty() else sys.stdin.read())
    if not draft.strip():
        raise typer.BadParameter("there is no text: put it in quotes after the command", param_hint="TEXT")
    _say_unknown(profession, country)
    answer = verdict_on(draft, profession, country)
    typer.echo(json.dumps(answer.plain(), ensure_ascii=False) if as_json else answer.sentence())


@app.command()
def evaluate(
    agreement: Annotated[bool, typer.Option("--agreement", help="How far two readers of each batch agree.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Measure the classifier on authors it was not trained on, on this computer."""
    from classifiers import measure

    found = measure.agreement() if agreement else measure.held_out(progress=_line)
    typer.echo(json.dumps(found.plain(), indent=1) if as_json else found.table())


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
        typer.echo(_told_as_bug(bug), err=True)
        sys.exit(1)


def _told_as_bug(bug: Exception) -> str:
    place = bug.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    return f"Something went wrong that is our mistake ({type(bug).__name__} at {where}). Nothing was changed."


def _write(found: "Audit", output: Path, json_file: Path | None, csv_file: Path | None, *, with_words: bool) -> None:
    from audit.outputs import findings_object, private_file, write_findings_csv, write_json
    from audit.page import report_of
    from reports.render import render_report

    page = render_report(report_of(found))
    with private_file(output) as stream:
        stream.write(page)
    if json_file:
        write_json(json_file, findings_object(found.findings, found.facts(), found.reading.members, words=with_words))
    if csv_file:
        write_findings_csv(csv_file, found.findings, words=with_words)
    _say_refused(found.refused)
    typer.echo(_summary(found, output))


def _summary(found: "Audit", output: Path) -> str:
    """One screen that quotes nothing."""
    from audit.parsers import networks

    labels = networks()
    by_network = {name: sum(post.network == name for post in found.posts) for name in labels}
    lines = [f"  {labels[name]}: {count:,} posts" for name, count in by_network.items() if count]
    first = sum(finding.verdict.tier == "look-first" for finding in found.findings)
    unread = sum(line.status == "unread" for line in found.reading.members)
    places = sum(line.unread_count for line in found.reading.members if line.status == "read")
    unknown = sum(line.status == "unknown" for line in found.reading.members)
    lines.append(f"{len(found.posts):,} posts were read.")
    lines.append(f"{first:,} to look at first, {len(found.findings) - first:,} more worth a look.")
    gaps = [
        f"{count:,} {what}{'' if count == 1 else 's'}"
        for count, what in ((unread, "unread file"), (places, "unread place"), (unknown, "unknown file"))
        if count
    ]
    if gaps:
        lines.append(f"Not all could be read: {', '.join(gaps)}. The report says which.")
    if found.refused:
        count = len(found.refused)
        lines.append(f"{count:,} of what you handed over could not be opened at all: see above.")
    lines.append(f"The report is in {_shown(output)}. It is private: only you can open it.")
    return "\n".join(lines)


def _say_unknown(profession: str, country: str) -> None:
    """A trade or country without rules of ours is no mistake, but the person is told."""
    from classifiers.rules import COUNTRIES, trade_of

    if profession and not trade_of(profession):
        typer.echo(f"We have no rules of our own for {_plain_word(profession)}: every trade is thought of.", err=True)
    if country and country.upper() not in COUNTRIES:
        listed = ", ".join(sorted(COUNTRIES))
        typer.echo(f"We have no rules of our own for {_plain_word(country)}. We know {listed}.", err=True)


def _plain_word(word: str) -> str:
    from audit.archive import harmless

    return f"“{harmless(word, 40)}”"


def _say_refused(refused: list[str]) -> None:
    for sentence in refused:
        typer.echo(sentence, err=True)


def _shown(path: Path) -> str:
    from audit.archive import harmless

    return harmless(str(path.resolve()), 300)


def _refuse_to_overwrite(exports: list[Path], outputs: list[Path | None]) -> None:
    """A report is never written over an export."""
    taken = {path.resolve() for path in exports}
    for output in outputs:
        if output is not None and output.resolve() in taken:
            raise AuditError(f"{_shown(output)} is one of the exports. Choose another place with -o.")


def _samples() -> list[Path]:
    from importlib.resources import files

    folder = Path(str(files("sample_exports")))
    networks = [network for network in folder.iterdir() if network.is_dir() and not network.name.startswith("_")]
    return sorted(path for network in networks for path in network.iterdir() if path.is_dir())


def _line(text: str) -> None:
    if sys.stderr.isatty():
        typer.echo(text, err=True)


@contextmanager
def _progress() -> "Iterator[Progress | None]":
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
