"""Look: scan exports, try the samples, list posts, check a draft, measure the classifier."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import (
    Country,
    Exports,
    Messages,
    Profession,
    WithWords,
    app,
    line,
    progress,
    refuse_to_overwrite,
    say_refused,
    say_unknown,
    shown,
)

if TYPE_CHECKING:
    from audit.pipeline import Audit


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

    refuse_to_overwrite(exports, [output, json_file, csv_file])
    say_unknown(profession, country)
    with progress() as told:
        found = run_audit(exports, Settings(profession, country, messages), told)
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
    with progress() as told:
        found = run_audit(samples, Settings(), told)
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

    refuse_to_overwrite(exports, [output])
    with progress() as told:
        _, found, refused, _ = read_posts(exports, messages=messages, progress=told)
    write_posts_csv(output, found)
    say_refused(refused)
    typer.echo(f"{len(found):,} posts are in {shown(output)}. The file is private: only you can open it.")


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
    say_unknown(profession, country)
    answer = verdict_on(draft, profession, country)
    typer.echo(json.dumps(answer.plain(), ensure_ascii=False) if as_json else answer.sentence())


@app.command()
def evaluate(
    agreement: Annotated[bool, typer.Option("--agreement", help="How far two readers of each batch agree.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Measure the classifier on authors it was not trained on, on this computer."""
    from classifiers import measure

    found = measure.agreement() if agreement else measure.held_out(progress=line)
    typer.echo(json.dumps(found.plain(), indent=1) if as_json else found.table())


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
    say_refused(found.refused)
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
    lines.append(f"The report is in {shown(output)}. It is private: only you can open it.")
    return "\n".join(lines)


def _samples() -> list[Path]:
    from importlib.resources import files

    folder = Path(str(files("sample_exports")))
    networks = [network for network in folder.iterdir() if network.is_dir() and not network.name.startswith("_")]
    return sorted(path for network in networks for path in network.iterdir() if path.is_dir())
