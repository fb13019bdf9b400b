"""Decide: the question that comes first, the review, and the file of decisions that a report saves."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import Again, GateAnswer, app, gate_answer, progress
from audit.decisions import DECISIONS, GATES, QUESTION, REASONS
from audit.errors import AuditError

if TYPE_CHECKING:
    from audit.ledger import AuditRow, Ledger
    from audit.review import Review
    from audit.saved import Taken

PANEL = "Decide"
THINK = "Think of a letter, a talk with a manager, an unhappy relative, or just a feeling that somebody may complain."


@app.command(rich_help_panel=PANEL, epilog="Examples: `backscroll gate` asks · `backscroll gate unsure` stores it")
def gate(answer: Annotated[GateAnswer | None, typer.Argument(help="Left out, you are asked.")] = None) -> None:
    """Answer whether a complaint or case is open or likely: it decides what Backscroll may help with."""
    from audit.ledger import Ledger

    with Ledger() as ledger:
        audit = ledger.latest()
        if answer is None and audit.gate:
            typer.echo(f"You answered {audit.gate}: {GATES[audit.gate]}.")
        told = answer.value if answer else _asked(audit)
        ledger.answer_gate(audit.id, told)
    typer.echo(_what_follows(told, audit))


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll review` · `backscroll review --all` · `printf 'k\\n1\\nq\\n' | backscroll review`",
)
def review(
    exports: Again = None,
    every: Annotated[bool, typer.Option("--all", help="What is decided already, too.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Show the words without being asked.")] = False,
) -> None:
    """Decide about one finding at a time, by single keys. Each decision is kept at once; leave and go on later."""
    from audit.act.worklist import to_do
    from audit.crossposts import crossposted
    from audit.ledger import Ledger
    from audit.practice import recalled
    from audit.review import Review, ordered

    with Ledger() as ledger:
        audit = ledger.latest()
        answer = audit.gate or _asked_and_stored(ledger, audit)
        with progress() as told:
            found = recalled(ledger, exports or (), told)
        cases = ordered(found.cases, every=every)
        if not cases:
            typer.echo("Nothing is left to decide. backscroll review --all shows what you decided.")
            return
        groups = crossposted(range(len(cases)), lambda place: cases[place].finding.post)
        state = _sitting(Review(cases, answer, groups, part=int(show), always=show), ledger)
    left = len(state.cases) - state.decided
    typer.echo(f"{state.decided:,} decided, {left:,} left. All is kept; backscroll review goes on from here.")
    if answer == "no" and to_do(state.cases, audit.made_at):
        typer.echo("What is to be done on the networks, and how: backscroll worklist")


@app.command(
    rich_help_panel=PANEL,
    epilog="Examples: `backscroll decide backscroll-decisions.json` · "
    "`backscroll decide 9f3a0c17be5d2244 keep --reason consent`",
)
def decide(
    what: Annotated[str, typer.Argument(metavar="FILE|ID", help="The file a report saved, or a finding's 16 digits.")],
    decision: Annotated[str, typer.Argument(help=f"With an ID: {', '.join(DECISIONS)}, or undone.")] = "",
    reason: Annotated[str, typer.Option(help=f"With an ID: {', '.join(filter(None, REASONS))}.")] = "",
    note: Annotated[str, typer.Option(help="With an ID: your own words, not the post's.")] = "",
) -> None:
    """Take the decisions that a report saved into your ledger. The same file twice changes nothing."""
    from audit.decisions import Saved, decided_of
    from audit.ledger import Ledger
    from audit.saved import saved_in, take

    if decision:
        one = decided_of({"finding": what, "decision": decision, "reason": reason, "note": note})
        if isinstance(one, str):
            raise typer.BadParameter(one)
        saved = Saved((one,))
    else:
        saved = saved_in(Path(what))
    with Ledger() as ledger:
        ledger.latest()
        texts = _texts(ledger) if any(entry.note for entry in saved.entries) else {}
        taken = take(saved, ledger, texts, source="review" if decision else "file")
        answer = ledger.latest().gate
    for sentence in _told(taken, answer):
        typer.echo(sentence)


def _sitting(state: "Review", ledger: "Ledger") -> "Review":
    """One key after the other, until the person leaves. What is decided is in the ledger before it is drawn."""
    from audit.cli._sheet import Desk
    from audit.page import card_of, explainer
    from audit.practice import decide_all

    explained, again = explainer(), len(ledger.audits()) > 1
    with Desk(words=state.always) as desk:
        while not state.over:
            case = state.case
            desk.draw(state, card_of(case, explained(case), again=again) if case else None)
            state = desk.answered(state)
            if state.store:
                together = [(one.case, one.decision, one.reason, one.note) for one in state.store]
                decide_all(ledger, together, source="review")
    return state


def _asked_and_stored(ledger: "Ledger", audit: "AuditRow") -> str:
    answer = _asked(audit)
    ledger.answer_gate(audit.id, answer)
    typer.echo(_what_follows(answer, audit) + "\n")
    return answer


def _asked(audit: "AuditRow") -> str:
    """Return the person's answer. Raises: GateUnanswered if nobody is there to be asked."""
    from audit.act.gate import GateUnanswered
    from audit.guidance import first_to_ask

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise GateUnanswered
    typer.secho(QUESTION, bold=True)
    typer.echo(
        f"{THINK}\nIf there is one, you would ask first: {'; '.join(first_to_ask(audit.profession, audit.country))}."
    )
    return gate_answer("no, yes or unsure:")


def _what_follows(answer: str, audit: "AuditRow") -> str:
    from audit.guidance import first_to_ask

    if answer == "no":
        return (
            "Stored. You can now decide to remove, restrict or reword, and be told how.\n"
            "Keep your export unchanged. If a letter or a call comes, stop, and say: backscroll gate yes"
        )
    return (
        "Stored. Change nothing for now: do not delete, edit, hide or restrict any post, and close no account.\n"
        "Keep the export as the network sent it, and note today's date.\n"
        f"Ask first: {'; '.join(first_to_ask(audit.profession, audit.country))}.\n"
        "Backscroll helps you to keep and to ask; it helps with no removal until you answer no."
    )


def _texts(ledger: "Ledger") -> dict[str, str]:
    """Return the words of the newest audit's posts, to check notes against; nothing if its exports were moved."""
    from audit.posts import post_id
    from audit.practice import recalled

    try:
        with progress() as told:
            posts = recalled(ledger, progress=told).posts
    except AuditError as problem:
        typer.echo(f"{problem} Until then notes cannot be checked against your posts, so none is kept.", err=True)
        return {}
    return {post_id(post): " \n ".join((post.text, post.headline, post.link_title)) for post in posts}


def _told(taken: "Taken", answer: str) -> list[str]:
    """Return what came of a file, in sentences."""
    many = "decision was" if taken.taken == 1 else "decisions were"
    lines = [f"{taken.taken:,} {many} taken."] if taken.taken else ["No decision was taken."]
    if taken.gate:
        lines.append(f"Your answer was stored: {GATES[taken.gate]}.")
    why = "something is open or likely" if answer else "the question is not answered: backscroll gate no|yes|unsure"
    counted = (
        (taken.same, "Already in your ledger"),
        (taken.unknown, "Not known to your ledger; the file may be another computer's, or its audit was not recorded"),
        (taken.later, "Left as decided since the file was saved"),
        (taken.withheld, f"Passed over, as it would change a post and {why}"),
        (taken.notes_left_out, "Taken without the note, which repeats the post or could not be checked"),
    )
    lines += [f"{what}: {count:,}." for count, what in counted if count]
    shown, more = taken.remarks[:10], len(taken.remarks) - 10
    return [*lines, *shown, *([f"And {more:,} more entries."] if more > 0 else [])]
