"""Keep safe: the locked report, editions for other people's eyes, what is learnt, and forgetting it all."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from audit.cli._app import Again, app, progress, refuse_to_overwrite, shown
from audit.cli._passphrase import Lock, PassphraseFile, asked, maybe_locked, new_passphrase, passphrase_if
from audit.errors import AuditError, NotAllowed, NotThere
from audit.reader import Reader

PANEL = "Keep safe"
MOST_BYTES = 400_000_000  # of a page to lock or unlock


class Learning(StrEnum):
    """What can be said of learning."""

    ON = "on"
    OFF = "off"
    CLEAR = "clear"


# --- locked -----------------------------------------------------------------------------------------------------------


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll lock backscroll-report.html` · `backscroll lock report.html -o for-my-insurer.html`",
)
def lock(
    report: Annotated[Path, typer.Argument(help="A page that Backscroll made.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where the locked page goes.")] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Lock a report with a passphrase. It opens in any browser, offline; without the passphrase it does not."""
    from audit.archive import harmless
    from audit.lock import check_lockable, locked

    page, name = _page(report), harmless(report.name)
    check_lockable(page, name)
    place = output or report.with_name(f"{report.stem}-locked.html")
    _write(place, locked(page, new_passphrase(passphrase_file), name))
    typer.echo(f"The locked report is in {shown(place)}. Open it once to see that your passphrase fits.")
    if place.resolve() != report.resolve():
        typer.echo(f"{harmless(report.name)} itself is still there, not locked. Delete it if you do not need it.")


@app.command(rich_help_panel=PANEL, epilog="Example: `backscroll unlock report-locked.html -o report.html`")
def unlock(
    report: Annotated[Path, typer.Argument(help="A locked report.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where the open report goes.")] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option("--passphrase-file", help="A file whose first line is the passphrase.")
    ] = None,
) -> None:
    """Open a locked report into a file of its own. A browser opens it too, and leaves no such file."""
    from audit.archive import harmless
    from audit.lock import held_in, unlocked

    page, name = _page(report), harmless(report.name)
    held_in(page, name)
    place = output or report.with_name(f"{report.stem.removesuffix('-locked')}-unlocked.html")
    _write(place, unlocked(page, asked(passphrase_file), name))
    typer.echo(f"The open report is in {shown(place)}. It is private: only you can open it. Delete it after use.")


# --- editions ---------------------------------------------------------------------------------------------------------


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll edition --for supervisor` · "
    "`backscroll edition facebook.zip twitter.zip --for insurer -o for-my-insurer.html --lock`",
)
def edition(
    reader: Annotated[Reader, typer.Option("--for", help="For whom. Each edition says what it leaves out.")],
    exports: Again = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where the page goes.")] = None,
    lock: Lock = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """The newest audit for your supervisor, insurer, lawyer or regulator: with less in it, and saying so."""
    from audit.ledger import Ledger
    from audit.replay import page_for, replayed

    place = output or Path(f"backscroll-{reader.value}.html")
    with Ledger() as ledger:
        refuse_to_overwrite([*(exports or []), *map(Path, ledger.latest().exports)], [place])
        secret = passphrase_if(lock, passphrase_file)
        with progress() as told:
            full = replayed(ledger, exports or (), told)
    _write(place, maybe_locked(page_for(reader, full), secret))
    typer.echo(f"{_EDITION[reader]} It is in {shown(place)}.")
    if reader is not Reader.OWN:
        typer.echo("Read it before you hand it over. Its heading says what it leaves out.")


_EDITION = {
    Reader.OWN: "This is the whole report, for you alone.",
    Reader.SUPERVISOR: "This holds what you chose for supervision and what weighs most, without names as far as told.",
    Reader.INSURER: "This holds every finding with its words, to take advice on.",
    Reader.LAWYER: "This holds every finding with its words, to take advice on.",
    Reader.REGULATOR: "This holds numbers only: no words, no dates of posts, no addresses.",
}


# --- forget and learn -------------------------------------------------------------------------------------------------


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll forget` · `backscroll forget --reports backscroll-report.html supervisor.html --yes`",
)
def forget(
    more: Annotated[list[Path] | None, typer.Argument(help="Reports to remove too.", metavar="[FILE]...")] = None,
    reports: Annotated[list[Path] | None, typer.Option("--reports", help="Reports to remove too.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove all that Backscroll wrote: ledger, key, fitted model, and the reports you name."""
    from audit.forget import forget as forgotten
    from audit.forget import traces

    found = traces([*(reports or []), *(more or [])])
    _say_traces(found.files, [(one.path, one.why) for one in found.left], found.exports)
    if not found.files and not found.folders:
        return
    _agree(found.gate, yes=yes)
    count, left = forgotten(found)
    for one in left:
        typer.echo(f"{shown(one.path)} is still there: {one.why}.", err=True)
    typer.echo(f"{count:,} {'file was' if count == 1 else 'files were'} removed. {_NOT_CERTAIN}")
    if left:
        raise typer.Exit(1)


_NOT_CERTAIN = (
    "Whether they are gone for good is not certain: on solid-state disks, in backups, snapshots and synchronised "
    "folders a deleted file can live on. An encrypted disk is the better protection. Reports that you did not name are "
    "where you put them."
)


def _say_traces(files: tuple[Path, ...], left: list[tuple[Path, str]], exports: tuple[Path, ...]) -> None:
    typer.echo("This will be removed:" if files else "There is no file of ours to remove.")
    for path in files:
        typer.echo(f"  {shown_as_it_stands(path)}")
    if left:
        typer.echo("This stays, since it is not for us to remove:")
        for path, why in left:
            typer.echo(f"  {shown_as_it_stands(path)}: {why}")
    if exports:
        typer.echo("Your exports stay where they lie. They hold everything you wrote, so think of them too:")
        for path in exports:
            typer.echo(f"  {shown_as_it_stands(path)}")


def _agree(gate: str, *, yes: bool) -> None:
    """Ask. Where a case is open or likely, what was decided and when can matter, so --yes alone does not do."""
    held = gate in ("yes", "unsure")
    if held and yes:
        raise AuditError(
            "Nothing was removed: you said that a complaint or case is open or likely, or that you are not sure. Take "
            "advice first. If that is over, say so with backscroll gate no; or run forget without --yes."
        )
    if held:
        typer.echo("You said that a complaint or case is open or likely, or that you are not sure. The record of what")
        typer.echo("you found and decided may matter then. Take advice before you remove it.")
    if not yes:
        typer.confirm("Remove it?", abort=True)


@app.command(rich_help_panel=PANEL, epilog="Examples: `backscroll learn` · `backscroll learn off`")
def learn(
    what: Annotated[Learning | None, typer.Argument(help="on, off or clear. Left out: how it stands.")] = None,
) -> None:
    """Whether your own decisions sharpen your own next audit."""
    from audit.ledger import Ledger

    with Ledger() as ledger:
        if what is Learning.CLEAR:
            ledger.unlearn()
        elif what is not None:
            ledger.set("learning", what.value)
        off, count = ledger.setting("learning", "on") == "off", len(ledger.lessons())
    if what is Learning.CLEAR:
        typer.echo("All that was learnt is forgotten.")
        if not off:
            typer.echo("The next audit learns again from the decisions that hold. To stop that: backscroll learn off.")
        return
    lessons = f"{count:,} {'decision has' if count == 1 else 'decisions have'} been learnt from."
    typer.echo(f"Learning is {'off: nothing is added, and what was learnt is not used' if off else 'on'}. {lessons}")
    typer.echo(_LEARNING)


_LEARNING = (
    "What it is: your own decisions, such as “not about a client”, sharpen your own next audit a little. Only hashed "
    "features are kept, in your ledger, never words. It never lowers a severe finding. "
    "backscroll learn clear forgets it."
)


# --- what the commands share ------------------------------------------------------------------------------------------


def shown_as_it_stands(path: Path) -> str:
    """Return a path for the screen; a link is not followed."""
    from audit.archive import harmless

    return harmless(str(path.absolute()), 300)


def _page(path: Path) -> str:
    from audit.archive import harmless

    name = harmless(path.name)
    try:
        if path.is_dir() or path.stat().st_size > MOST_BYTES:
            raise AuditError(f"{name} is no report. Choose a page that Backscroll made.")
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        raise NotThere(name) from None
    except OSError:
        raise NotAllowed(name) from None


def _write(place: Path, page: str) -> None:
    from audit.outputs import private_file

    with private_file(place) as stream:
        stream.write(page)
