"""What a person can decide on a finding, in the words every output uses, and the file in which decisions travel."""

import json
from dataclasses import dataclass
from typing import Any

from audit.errors import AuditError


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision: the `key` that chooses it in a review, its words, and what it means for the post."""

    key: str
    label: str
    meaning: str
    acts: bool = False  # something is to be done on the network
    closes: bool = True  # nothing more is asked about it


DECISIONS: dict[str, Choice] = {
    "remove": Choice("r", "Remove", "Delete it on the network.", acts=True),
    "restrict": Choice("h", "Restrict", "Hide it, or show it to fewer people.", acts=True),
    "reword": Choice("w", "Reword", "Take the particulars out.", acts=True),
    "keep": Choice("k", "Keep", "Leave it as it is."),
    "not-client": Choice("n", "Not about a client", "It speaks of nobody you serve."),
    "supervision": Choice("s", "Take to supervision", "Talk about it before deciding.", closes=False),
    "advice": Choice("a", "Take advice first", "Ask your insurer, union or lawyer before anything.", closes=False),
    "later": Choice("l", "Later", "Come back to it.", closes=False),
}
UNDONE = "undone"

REASONS: dict[str, str] = {
    "": "no reason given",
    "consent": "the person agreed, in writing",
    "own story": "it is about myself or my own family",
    "nobody": "nobody could recognise anybody",
    "public": "it was public, and I had no part in it",
    "already": "it is gone already",
    "duty": "I am told to keep it as it is",
    "other": "another reason",
}

GATES: dict[str, str] = {
    "no": "nothing is open or likely",
    "yes": "something is open or likely",
    "unsure": "not sure",
}
MOST_NOTE = 400  # characters
MOST_FILE = 20_000_000  # bytes of a decisions file
FORMAT = "backscroll-decisions/1"


class NotDecisions(AuditError):
    """The file is not one that a report saved."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} holds no decisions: {why}. Choose the file that the report saved.")


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of a file. `finding`: the 16 hexadecimal digits by which outputs name a finding."""

    finding: str
    decision: str
    reason: str = ""
    note: str = ""


def decisions_file(text: str, name: str) -> tuple[list[Decided], list[str]]:
    """Return a file's decisions in its order, and a sentence for each entry that could not be understood.

    Raises: NotDecisions if it is no decisions file at all.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise NotDecisions(name, "it is not JSON") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("decisions"), list):
        raise NotDecisions(name, "it does not have the form of one")
    good: list[Decided] = []
    bad: list[str] = []
    for place, entry in enumerate(whole["decisions"], 1):
        found = _decided(entry)
        if isinstance(found, Decided):
            good.append(found)
        else:
            bad.append(f"Entry {place:,} was passed over: {found}.")
    return good, bad


def _decided(entry: Any) -> Decided | str:
    if not isinstance(entry, dict):
        return "it is no decision"
    finding, decision = entry.get("finding"), entry.get("decision")
    if not isinstance(finding, str) or len(finding) != 16 or set(finding) - set("0123456789abcdef"):
        return "it names no finding"
    if decision not in DECISIONS and decision != UNDONE:
        return "we do not know that decision"
    reason, note = entry.get("reason", ""), entry.get("note", "")
    if reason not in REASONS or not isinstance(note, str):
        return "we do not know that reason"
    return Decided(finding, decision, reason, note[:MOST_NOTE])


def repeats(note: str, post: str, *, most: int = 3) -> bool:
    """Say whether a note holds more than `most` words in a row of the post. The ledger holds no word of a post."""
    ours, theirs = note.casefold().split(), post.casefold().split()
    runs = {tuple(theirs[at : at + most + 1]) for at in range(len(theirs) - most)}
    return any(tuple(ours[at : at + most + 1]) in runs for at in range(len(ours) - most))
