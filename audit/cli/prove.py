"""Prove: history, papers for a renewal, and the reminder of the next one. The sample is in `sample`."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import app, shown

if TYPE_CHECKING:
    from reports.prove_view import Paper

PANEL = "Prove"
Output = Annotated[Path | None, typer.Option("-o", "--output", help="A file ending in .html or .txt. Otherwise shown.")]


@app.command(rich_help_panel=PANEL, epilog="Examples: `backscroll history` · `backscroll history --json`")
def history(as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False) -> None:
    """Past audits: what is new, changed, gone, still there, and whether what you decided was done."""
    from audit.ledger import Ledger
    from audit.prove.history import history_lines, history_object, past_audits
    from audit.prove.standing import standing_of

    with Ledger() as ledger:
        standing, past = standing_of(ledger), past_audits(ledger)
    if as_json:
        typer.echo(json.dumps(history_object(standing, past), indent=1))
        return
    for one in history_lines(standing, past):
        colour = {"good": "green", "attention": "yellow"}.get(one.tone)
        typer.secho(one.text, bold=bool(one.tone), fg=colour)


@app.command(
    rich_help_panel=PANEL,
    epilog='Example: `backscroll statement -o statement.html --name "A. Example" --body HCPC --number PH00000`',
)
def statement(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the statement goes.")] = Path("statement.html"),
    name: Annotated[str, typer.Option(help="Your name. Left out, there is a line to write it on.")] = "",
    body: Annotated[str, typer.Option(help="Where you are registered, for example NMC or BACP.")] = "",
    number: Annotated[str, typer.Option(help="Your registration number.")] = "",
) -> None:
    """The statement for your renewal file: what was looked at, found and done, without a word of any post."""
    from audit import __version__
    from audit.ledger import Ledger
    from audit.outputs import private_file, write_json
    from audit.prove.seal import Registrant, sealed
    from audit.prove.standing import standing_of
    from audit.prove.statement import statement_of
    from classifiers.measure import measured
    from reports.prove_pages import render_statement

    who, made = Registrant(name, body, number), datetime.now(UTC)
    with Ledger() as ledger:
        standing = standing_of(ledger)
        seal = sealed(standing, who, made)
        measures = measured(encoder=standing.audit.encoder != "absent")
        page = render_statement(statement_of(standing, who, made, seal.digest, measures, __version__))
        beside = _beside(output, seal.digest)
        write_json(beside, seal.plain())
        with private_file(output) as stream:
            stream.write(page)
        ledger.seal(standing.audit.id, seal.nonce, seal.digest)
    typer.echo(f"The statement is in {shown(output)}. It holds no words of your posts; read it before you hand it on.")
    typer.echo(f"The sealed list it rests on is in {shown(beside)}. Keep that one: it is yours.")
    if standing.audit.gate != "no":
        typer.echo("If a complaint or case is open or likely, show both to your adviser before anybody else.")


def _beside(output: Path, digest: str) -> Path:
    """An earlier sealed file is never written over: its statement would rest on nothing."""
    first = output.with_name("sealed-findings.json")
    return output.with_name(f"sealed-findings-{digest[:8]}.json") if first.exists() else first


@app.command(rich_help_panel=PANEL, epilog="Example: `backscroll verify sealed-findings.json 3f1c9a…`")
def verify(
    file: Annotated[Path, typer.Argument(help="The sealed file that was written beside the statement.")],
    digest: Annotated[str, typer.Argument(help="The 64 digits in the last part of the statement.")] = "",
) -> None:
    """Say whether a sealed file is the one that a statement was made from."""
    from audit.archive import harmless
    from audit.ledger import Ledger
    from audit.prove.seal import check, opened, summary

    name = harmless(file.name)
    seal = opened(_text(file), name)
    if digest:
        check(seal, name, digest)
        typer.echo(f"{name} belongs to the statement with that digest.")
    else:
        with Ledger() as ledger:
            mine = {known for _, _, _, known in ledger.seals()}
        known = "a statement made here rests on it" if seal.digest in mine else "no statement made here rests on it"
        typer.echo(f"Its digest is {seal.digest}; {known}. Compare the digest with the one in the statement.")
    typer.echo(summary(seal))


def _text(path: Path) -> str:
    from audit.errors import NotAllowed, NotThere
    from audit.prove.seal import MOST_FILE, NotSealed

    try:
        if path.stat().st_size > MOST_FILE:
            raise NotSealed(path.name)
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotThere(path.name) from None
    except PermissionError:
        raise NotAllowed(path.name) from None
    except (OSError, UnicodeDecodeError):
        raise NotSealed(path.name) from None


@app.command(rich_help_panel=PANEL, epilog="Examples: `backscroll agenda` · `backscroll agenda -o agenda.html`")
def agenda(output: Output = None) -> None:
    """An agenda for supervision: numbers and questions, no content."""
    from audit import __version__
    from audit.ledger import Ledger
    from audit.prove.agenda import agenda as agenda_of
    from audit.prove.standing import standing_of

    with Ledger() as ledger:
        paper = agenda_of(standing_of(ledger), datetime.now(UTC), __version__)
    _hand_over(paper, output)


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll reflection --body nmc` · `backscroll reflection --body hcpc -o reflection.html`",
)
def reflection(
    body: Annotated[
        str, typer.Option(help="nmc, hcpc, bacp, ukcp, gmc, gdc, gphc, swe, sra, bsb, … or other.")
    ] = "other",
    output: Output = None,
) -> None:
    """The draft of a reflective account, in the form your body expects: the facts filled in, the thoughts yours."""
    from audit import __version__
    from audit.ledger import Ledger
    from audit.prove.reflection import known_body
    from audit.prove.reflection import reflection as reflection_of
    from audit.prove.standing import standing_of

    form = known_body(body)
    with Ledger() as ledger:
        paper = reflection_of(standing_of(ledger), form, datetime.now(UTC), __version__)
    _hand_over(paper, output)


def _hand_over(paper: "Paper", output: Path | None) -> None:
    from audit.outputs import private_file
    from reports.prove_pages import paper_text, render_paper

    if output is None:
        typer.echo(paper_text(paper), nl=False)
        return
    as_page = output.suffix.lower() in (".html", ".htm")
    with private_file(output) as stream:
        stream.write(render_paper(paper) if as_page else paper_text(paper))
    typer.echo(f"It is in {shown(output)}. It holds no words of your posts.")


@app.command(
    rich_help_panel=PANEL, epilog="Examples: `backscroll remind --renewal 2027-03-31` · `backscroll remind --body swe`"
)
def remind(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the calendar goes.")] = Path("backscroll.ics"),
    renewal: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When your registration is renewed: 2027-03-31.")
    ] = None,
    body: Annotated[str, typer.Option(help="Where you are registered, for a word on how often it renews.")] = "",
) -> None:
    """A calendar for the next time: when to ask for exports, when to read, when the renewal is due."""
    from audit.ledger import Ledger
    from audit.outputs import private_file
    from audit.prove.icalendar import calendar
    from audit.prove.reflection import known_body
    from audit.prove.reminder import events, renewal_day
    from audit.wording import day_words

    now, known = datetime.now(UTC), known_body(body) if body else None
    with Ledger() as ledger:
        audits = ledger.audits()
        last = datetime.fromisoformat(audits[-1].made_at).date() if audits else now.date()
        networks = ledger.coverage(audits[-1].id) if audits else {}
        day = renewal_day(renewal.date() if renewal else None, known, last, now.date())
        planned = events(day, now.date(), networks, ledger.key)
    with private_file(output) as stream:
        stream.write(calendar(planned, now))
    typer.echo(f"The calendar is in {shown(output)}: open it, and your calendar takes it over.")
    for event in planned:
        typer.echo(f"  {day_words(event.day)}: {event.title}")
    if known:
        typer.echo(known.cycle_words)
    if renewal is None:
        typer.echo(f"No renewal was given, so {day_words(day)} was taken. Say --renewal with your own date.")
