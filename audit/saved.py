"""Decisions from outside into the ledger: a file that a report saved, or one decision that was typed.

The careful answer wins: an old file opens no gate, a decision made later is not undone by it, a note is kept only where
it could be checked against the post's words, and nothing that would change a post is taken unless nothing is open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from audit.archive import harmless
from audit.decisions import DECISIONS, MOST_FILE, UNDONE, Decided, NotDecisions, Saved, repeats, saved_decisions
from audit.errors import NotAllowed, NotThere
from audit.identity import keyed
from audit.ledger import DecisionRow, Ledger


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of each entry, counted. `gate`: the answer that was stored, or ""; `remarks` are sentences."""

    taken: int = 0
    same: int = 0  # the ledger held just that
    unknown: int = 0  # no such finding in this ledger
    later: int = 0  # decided otherwise after the file was saved
    withheld: int = 0  # would change a post, and the gate is not "no"
    notes_left_out: int = 0
    gate: str = ""
    remarks: tuple[str, ...] = ()


def saved_in(path: Path) -> Saved:
    """Return the decisions of a file. Raises: NotThere, NotAllowed, NotDecisions."""
    name = harmless(path.name)
    try:
        with path.open("rb") as stream:
            held = stream.read(MOST_FILE + 1)
        if len(held) > MOST_FILE:
            raise NotDecisions(name, "it is far too large for one")
        return saved_decisions(held.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise NotDecisions(name, "it is not text") from None
    except IsADirectoryError:
        raise NotDecisions(name, "it is a folder") from None
    except PermissionError:
        raise NotAllowed(name) from None
    except OSError:
        raise NotThere(name) from None


def take(saved: Saved, ledger: Ledger, texts: Mapping[str, str], *, source: str = "file") -> Taken:
    """Store what a file decides; of several entries on one finding the last. The same file twice changes nothing.

    `texts`: the words of posts by the finding's 16 digits, against which notes are checked.
    Raises: NoAudit.
    """
    gate, remarks = _gate(saved, ledger)
    open_gate = ledger.latest().gate == "no"
    held = ledger.decisions()
    counts = dict.fromkeys(("taken", "same", "unknown", "later", "withheld", "notes_left_out"), 0)
    for entry in {entry.finding: entry for entry in saved.entries}.values():
        kept = _with_checked_note(entry, texts)
        counts["notes_left_out"] += kept.note != entry.note
        finding = ledger.finding_of(keyed(ledger.key, "post", entry.finding))
        outcome = _outcome(kept, finding, held, saved.made_at, open_gate=open_gate)
        counts[outcome] += 1
        if outcome == "taken" and finding is not None:
            ledger.decide(finding, kept.decision, kept.reason, kept.note, source=source)
    return Taken(**counts, gate=gate, remarks=(*saved.passed_over, *remarks))


def _outcome(
    entry: Decided, finding: int | None, held: Mapping[int, DecisionRow], made_at: datetime | None, *, open_gate: bool
) -> str:
    if finding is None:
        return "unknown"
    now = held.get(finding)
    if _same(entry, now):
        return "same"
    if now and now.source != "file" and made_at and datetime.fromisoformat(now.decided_at) > made_at:
        return "later"
    acts = entry.decision != UNDONE and DECISIONS[entry.decision].acts
    return "withheld" if acts and not open_gate else "taken"


def _same(entry: Decided, now: DecisionRow | None) -> bool:
    if now is None:
        return entry.decision == UNDONE
    return (entry.decision, entry.reason, entry.note) == (now.decision, now.reason, now.note)


def _with_checked_note(entry: Decided, texts: Mapping[str, str]) -> Decided:
    """A note that cannot be checked, or repeats the post, is left out; the decision counts without it."""
    if entry.note and (entry.finding not in texts or repeats(entry.note, texts[entry.finding])):
        return replace(entry, note="")
    return entry


def _gate(saved: Saved, ledger: Ledger) -> tuple[str, tuple[str, ...]]:
    """Store the file's answer if it is newer than the audit and takes back no warning; return it, and remarks."""
    audit = ledger.latest()
    if not saved.gate or saved.gate == audit.gate:
        return "", ()
    if saved.made_at is None or saved.made_at < datetime.fromisoformat(audit.made_at):
        return "", ("The file was saved before your last audit, so its answer about an open matter was not taken.",)
    if audit.gate and saved.gate == "no":
        told = "The file says that nothing is open or likely; your ledger says otherwise, and that stands."
        return "", (f"{told} If it has changed: backscroll gate no.",)
    ledger.answer_gate(audit.id, saved.gate)
    return saved.gate, ()
