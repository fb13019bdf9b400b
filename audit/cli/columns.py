"""Look into a file that no network is known for: which column could hold what. Never a word of a post."""

from typing import TYPE_CHECKING

import typer

from audit.cli._app import Exports, app, say_refused
from audit.errors import AuditError

if TYPE_CHECKING:
    from audit.parsers import Proposed
    from audit.parsers._generic.look import Proposal

MOST_NAMES = 40  # columns that are listed
MOST_PEOPLE = 6
_ROLES = (
    ("text", "the words"), ("date", "the dates"), ("time", "the hours"), ("author", "who wrote"), ("title", "titles"),
    ("thread", "where it stands"), ("link", "addresses"), ("id", "numbers"), ("kind", "kinds"),
)  # fmt: skip


@app.command(epilog="Example: `backscroll columns forum.csv`")
def columns(exports: Exports) -> None:
    """Show how a CSV, JSON or text file of any other network or tool would be read, and the words to have it so."""
    from audit.pipeline import proposed

    waiting, refused = proposed(exports)
    say_refused(refused)
    if not waiting:
        raise AuditError("There is no file in it that waits for your word: scan reads what it knows of it as it is.")
    typer.echo("\n\n".join(_shown(one) for one in waiting))


def _shown(one: "Proposed") -> str:
    from audit.archive import harmless
    from audit.parsers._generic.claims import said

    name = harmless(one.name, 80)
    lines = [line for proposal in one.found for line in _proposal(name, proposal)]
    first = next((proposal for proposal in one.found if proposal.columns), one.found[0])
    several = len(first.people) > 1 and first.columns is not None and first.columns.kind != "note"
    me = ' --me "YOUR NAME THERE"' if several else ""
    export = harmless(one.archive, 80)
    lines += ["To have it read so, or with other columns, add to the command:"]
    if any(proposal.sure for proposal in one.found):
        lines.append(f'  backscroll scan "{export}" --generic{me}')
    lines.append(f'  backscroll scan "{export}" --columns "{said(first, "" if one.alone else name)}"{me}')
    return "\n".join(lines)


def _proposal(name: str, one: "Proposal") -> list[str]:
    from audit.archive import harmless
    from audit.parsers._generic.claims import quoted
    from audit.wording import day_words

    count = f"over {one.records:,}" if one.more else f"{one.records:,}"
    span = f", {day_words(one.first)} – {day_words(one.last)}" if one.first and one.last else ""
    lines = [f"{name}: {one.form}, {count} records{span}"]
    listed = ", ".join(quoted(column) for column in one.names[:MOST_NAMES])
    lines.append(f"  columns: {listed}{' and more' if len(one.names) > MOST_NAMES else ''}")
    if one.columns is None:
        return [*lines, "  Nothing in it looks like words that somebody wrote."]
    if not one.sure:
        lines.append("  We are not sure of it: look at it, and say which with --columns.")
    lines += [
        f"  {label}: {quoted(getattr(one.columns, role))}" for role, label in _ROLES if getattr(one.columns, role)
    ]
    if one.undated and one.columns.date:
        lines.append(
            f"  {one.undated:,} of its dates cannot be read; where day and month could be either, add order=day"
        )
    if one.people:
        people = ", ".join(f"{harmless(who, 40)} ({number:,})" for who, number in one.people[:MOST_PEOPLE])
        lines.append(f"  in it write: {people}{' and others' if len(one.people) > MOST_PEOPLE else ''}")
    elif not one.columns.author:
        lines.append("  It does not say who wrote what: all of it would be taken for yours.")
    return lines
