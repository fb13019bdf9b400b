"""The sample of what was not raised, read on the terminal: how many were missed at most?"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import Again, app, progress
from audit.cli.prove import PANEL
from audit.errors import AuditError

if TYPE_CHECKING:
    from audit.prove.elusion import Drawn
    from audit.prove.sampling import Sampling

ASKED = "Would you have wanted this one raised, since somebody could read it in a way you did not mean?"
KEYS = "y risky   n fine   s skip   u undo   q stop and keep"


class NoTerminal(AuditError):
    """Words of posts are shown on a terminal only."""

    def __init__(self) -> None:
        super().__init__("The sample shows words of your posts, so it is read on a terminal only. Run it in one.")


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
