"""Prove: history, the sample of what was not raised, papers for a renewal, and the reminder of the next one."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import Again, app, progress, shown
from audit.errors import AuditError

if TYPE_CHECKING:
    from audit.prove.elusion import Drawn
    from audit.prove.sampling import Sampling
    from reports.prove_view import Paper

PANEL = "Prove"
Output = Annotated[Path | None, typer.Option("-o", "--output", help="A file ending in .html or .txt. Otherwise shown.")]
ASKED = "Would you have wanted this one raised, since somebody could read it in a way you did not mean?"
KEYS = "y risky   n fine   s skip   u undo   q stop and keep"


class NoTerminal(AuditError):
    """Words of posts are shown on a terminal only."""

    def __init__(self) -> None:
        super().__init__("The sample shows words of your posts, so it is read on a terminal only. Run it in one.")


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
    epilog="Examples: `backscroll sample` · `backscroll sample twitter-2026.zip --size 100 --seed 7`",
)
def sample(
    exports: Again = None,
    size: Annotated[int | None, typer.Option(min=1, help="How many posts to read. 300 if not said.")] = None,
    seed: Annotated[int | None, typer.Option(help="Another number draws other posts.")] = None,
) -> None:
    """Read some of the posts that were not raised, drawn at random: how many were missed at most?"""
    from audit.identity import identity_of
    from audit.ledger import Ledger
    from audit.practice import recalled
    from audit.prove.elusion import draw, seed_and_size, unraised
    from audit.prove.sampling import begun

    if not _on_terminal():
        raise NoTerminal
    with Ledger() as ledger:
        with progress() as told:
            found = recalled(ledger, exports or (), told)
        findings = {post: known.id for known in ledger.known() for post, _, _ in known.identities}
        identities = [identity_of(post, ledger.key) for post in found.posts]
        population = unraised(found.posts, identities, findings, ledger.sightings(found.audit.id))
        old_seed, old_size = seed_and_size(ledger.samples(), found.audit.id, len(population))
        drawn = draw(population, size or old_size, old_seed if seed is None else seed)
        reading = begun(
            ledger, found.audit.id, drawn, seed=old_seed if seed is None else seed, population=len(population)
        )
        _read(reading)


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _read(reading: "Sampling") -> None:
    """Ask for each post; what was answered is kept however this ends."""
    try:
        while (one := reading.current) is not None:
            _show(one, reading)
            if not _answered(_key(), reading):
                break
    finally:
        _clear()
        new = reading.keep_found()
        _tell(reading, new)


def _show(one: "Drawn", reading: "Sampling") -> None:
    from audit.archive import harmless
    from audit.page import KIND_WORDS, when_words
    from audit.parsers import network_facts

    post, _ = one
    _clear()
    typer.secho(
        f"{reading.place:,} of {len(reading.drawn):,} drawn at random · {network_facts(post.network).label}, "
        f"{KIND_WORDS[post.kind]}, {when_words(post)}",
        bold=True,
    )
    typer.echo()
    for text in (*post.text.splitlines(), *filter(None, (post.link_title, post.place, post.container))):
        typer.echo(f"  {harmless(text, max(len(text), 1))}")
    typer.echo()
    before = reading.earlier_answer()
    if before is not None:
        typer.echo(f"You answered: {'risky' if before else 'fine'}. That stands until you answer again.")
    typer.echo(ASKED)
    typer.secho(KEYS, dim=True)


def _answered(key: str, reading: "Sampling") -> bool:
    """Do what the key says. False: stop."""
    if key in ("y", "n"):
        reading.judge(risky=key == "y")
    elif key == "s":
        reading.skip()
    elif key == "u":
        reading.undo()
    return key != "q"


def _key() -> str:
    """Return the next key; Ctrl-C and the end of input stop, and what was answered is kept."""
    try:
        return typer.getchar().lower()
    except (EOFError, KeyboardInterrupt):
        return "q"


def _clear() -> None:
    """Leave no words on the screen, nor in what can be scrolled back to."""
    typer.echo("\033[2J\033[3J\033[H", nl=False)


def _tell(reading: "Sampling", new: int) -> None:
    from audit.wording import many

    typer.echo(reading.bound().sentence())
    if new:
        typer.echo(f"{many(new, 'post')} that you found {'was' if new == 1 else 'were'} added to your findings.")
    if left := len(reading.drawn) - reading.read:
        typer.echo(f"{left:,} of the sample {'is' if left == 1 else 'are'} left. The same command goes on from here.")


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
