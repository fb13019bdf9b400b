"""Act: the worklist and its ticks, hand-off files, surviving copies, what to do once something is found, letters."""

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import (
    Again,
    Country,
    Profession,
    app,
    gate_answer,
    progress,
    refuse_to_overwrite,
    say_unknown,
    shown,
)
from audit.wording import posts_are

if TYPE_CHECKING:
    from audit.cases import Case
    from audit.ledger import Ledger
    from audit.practice import Recalled
    from reports.act_view import Guide

PANEL = "Act"
Page = Annotated[Path | None, typer.Option("-o", "--output", help="Write a page instead, a file ending in .html.")]
Employed = Annotated[
    bool | None, typer.Option("--employed/--self-employed", help="Whose duty it is to report. Not said: both are told.")
]


class Form(StrEnum):
    """What a worklist is written as."""

    html = "html"
    csv = "csv"


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll worklist` · `backscroll worklist -o facebook.html --network facebook` · "
    "`backscroll worklist --format csv`",
)
def worklist(
    exports: Again = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where it goes.")] = None,
    network: Annotated[str, typer.Option(help="One network only, for example facebook or twitter.")] = "",
    form: Annotated[Form, typer.Option("--format", help="A page, or a table without words.")] = Form.html,
) -> None:
    """Write what is left to do on each network, riskiest first: where it stands, where to click, what stays behind."""
    from audit.act import worklist as room
    from audit.outputs import private_file
    from reports.act_pages import render_worklist

    path = output or Path(f"backscroll-worklist.{form}")
    found, _ = _recalled(exports, [path])
    left = room.to_do(found.cases, found.audit.made_at, network.casefold())
    if form is Form.csv:
        room.write_worklist_csv(path, left, found.audit)
    else:
        page = render_worklist(room.worklist(found.cases, found.audit, network.casefold()))
        with private_file(path) as stream:
            stream.write(page)
    typer.echo(f"{posts_are(len(left))} left to do. The list is in {shown(path)}. It is private: only you can open it.")


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll done 12 15` · `backscroll done --from backscroll-done.json` · "
    "`backscroll done 12 --undo`",
)
def done(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NUMBER]...", help="As the worklist numbers them.")
    ] = None,
    from_file: Annotated[Path | None, typer.Option("--from", help="The file that the worklist page saved.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the ticks back.")] = False,
) -> None:
    """Tick off what you have done on the network. The next audit shows whether it is really gone."""
    from audit.act.ticks import read_ticks, tick_off
    from audit.ledger import Ledger

    wanted = [*(names or []), *(read_ticks(from_file) if from_file else [])]
    if not wanted and not from_file:
        raise typer.BadParameter("say which: numbers of the worklist, or --from FILE", param_hint="NUMBER")
    with Ledger() as ledger:
        told = tick_off(ledger, wanted, done=not undo)
    typer.echo(told.sentence(undo=undo))


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll handoff -o to-remove` · `backscroll handoff twitter-2026.zip -o to-remove "
    "--with-records`",
)
def handoff(
    exports: Again = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="A new folder.")] = Path("backscroll-handoff"),
    with_records: Annotated[
        bool, typer.Option("--with-records", help="X: the original records too, with their words.")
    ] = False,
) -> None:
    """Write the posts to be removed, and only those, as files for bulk tools: ids, addresses, X's own form."""
    from audit.act.handoff import write_handoff
    from audit.act.worklist import to_do

    found, paths = _recalled(exports, [])
    chosen = [case for case in to_do(found.cases, found.audit.made_at) if _decision(case) == "remove"]
    records_of = paths if with_records else ()
    made = write_handoff(output, chosen, found.posts, found.reading.accounts, records_of=records_of)
    typer.echo(f"{posts_are(made.posts)} in {shown(made.folder)}: {', '.join(made.files)}. Read README.txt first.")
    if made.by_hand:
        typer.echo(f"{posts_are(made.by_hand)} on X only by hand: backscroll worklist says how.")


@app.command(rich_help_panel=PANEL, epilog="Examples: `backscroll copies` · `backscroll copies -o copies.html`")
def copies(exports: Again = None, output: Page = None) -> None:
    """Say which copies of the posts you decided on can survive, and whom you can ask for what."""
    from audit.act.copies import copies_guide

    found, _ = _recalled(exports, [output])
    _give(copies_guide(found.cases, datetime.now(UTC)), output)


@app.command(
    "what-now",
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll what-now --profession nurse --country GB --employed` · "
    "`backscroll what-now --aware 2026-11-27T18:30 -o what-now.html`",
)
def what_now(
    profession: Profession = "",
    country: Country = "",
    aware: Annotated[
        str,
        typer.Option(metavar="WHEN", help="When you became aware, as 2026-11-27T18:30: clocks are counted from it."),
    ] = "",
    employed: Employed = None,
    output: Page = None,
) -> None:
    """You found a post that could be read as telling of a client: whom to ask and tell, by when, in which order."""
    from audit.act.aftermath import aftermath
    from audit.act.clocks import moment

    say_unknown(profession, country)
    profession, country, gate = _known(profession, country)
    now = datetime.now().astimezone()
    known = moment(aware, now) if aware else None
    _give(aftermath(profession, country, gate, now, aware=known, employed=employed), output)


@app.command(
    rich_help_panel=PANEL,
    epilog="Example: `backscroll letters -o letters --profession counsellor --country GB --self-employed`",
)
def letters(
    output: Annotated[Path, typer.Option("-o", "--output", help="A new folder.")] = Path("backscroll-letters"),
    profession: Profession = "",
    country: Country = "",
    employed: Employed = None,
) -> None:
    """Write drafts of letters, with blanks and without anything of a client: to advisers, and to who holds a copy."""
    from audit.act.letters import write_letters

    say_unknown(profession, country)
    profession, country, gate = _known(profession, country)
    made = write_letters(output, profession, country, gate, employed=employed)
    typer.echo(f"{len(made.files)} drafts are in {shown(made.folder)}: {', '.join(made.files)}.")
    if made.held_back:
        typer.echo(
            f"Held back, because they ask others to remove things: {', '.join(made.held_back)}. They are written once "
            "you have answered that nothing is open or likely: backscroll gate."
        )


# --- what these commands share ---------------------------------------------------------------------------------------


def _recalled(exports: list[Path] | None, outputs: list[Path | None]) -> "tuple[Recalled, list[Path]]":
    """Return the newest audit and where its exports lie, if the question before every removal was answered with no."""
    from audit.ledger import Ledger
    from audit.practice import recalled

    with Ledger() as ledger:
        _ask_first(ledger)
        paths = exports or [Path(path) for path in ledger.latest().exports]
        refuse_to_overwrite(paths, outputs)
        with progress() as told:
            return recalled(ledger, paths, told), paths


def _ask_first(ledger: "Ledger") -> None:
    from audit.act.gate import refuse_unless_no
    from audit.decisions import QUESTION
    from audit.guidance import first_to_ask

    audit = ledger.latest()
    answer = audit.gate
    if not answer and sys.stdin.isatty() and sys.stderr.isatty():
        answer = gate_answer(f"{QUESTION} [no/yes/unsure]", err=True)
        ledger.answer_gate(audit.id, answer)
    refuse_unless_no(answer, first_to_ask(audit.profession, audit.country))


def _known(profession: str, country: str) -> tuple[str, str, str]:
    """Return trade, country and answer: as said now, else as at the newest audit, if there is one."""
    from audit.ledger import FILE, Ledger, data_folder

    if not (data_folder() / FILE).exists():
        return profession, country, ""
    with Ledger() as ledger:
        audits = ledger.audits()
    if not audits:
        return profession, country, ""
    newest = audits[-1]
    return profession or newest.profession, country or newest.country, newest.gate


def _give(guide: "Guide", output: Path | None) -> None:
    from audit.outputs import private_file
    from reports.act_pages import guide_text, render_guide

    if output is None:
        typer.echo(guide_text(guide))
        return
    with private_file(output) as stream:
        stream.write(render_guide(guide))
    typer.echo(f"The page is in {shown(output)}. It is private: only you can open it.")


def _decision(case: "Case") -> str:
    return case.decision.decision if case.decision else ""
