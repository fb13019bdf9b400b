"""What a person can decide on a finding, in the words every output uses, and the file in which decisions travel."""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
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
    teaches: str | None = None  # client: it was about one; other: it was not; None: it says nothing of that


DECISIONS: dict[str, Choice] = {
    "remove": Choice("r", "Remove", "Delete it on the network.", acts=True, teaches="client"),
    "restrict": Choice("h", "Restrict", "Hide it, or show it to fewer people.", acts=True, teaches="client"),
    "reword": Choice("w", "Reword", "Take the particulars out.", acts=True, teaches="client"),
    "keep": Choice("k", "Keep", "Leave it as it is."),
    "not-client": Choice("n", "Not about a client", "It speaks of nobody you serve.", teaches="other"),
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

QUESTION = "Is a complaint, claim, inquest, inquiry, court or disciplinary matter open, or likely?"
GATES: dict[str, str] = {  # how it can be answered
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


@dataclass(frozen=True, slots=True)
class Saved:
    """A file of decisions. `gate`: "" if it holds no answer; `made_at`: None if it does not say when it was saved."""

    entries: tuple[Decided, ...]
    gate: str = ""
    made_at: datetime | None = None
    passed_over: tuple[str, ...] = ()  # a sentence for each entry that could not be understood


def offered(gate: str) -> dict[str, Choice]:
    """Return what may be decided now: nothing that would change a post unless nothing is open or likely."""
    return {name: choice for name, choice in DECISIONS.items() if gate == "no" or not choice.acts}


def saved_decisions(text: str, name: str) -> Saved:
    """Return a file's decisions in its order.

    Raises: NotDecisions if it is no decisions file at all.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise NotDecisions(name, "it is not JSON") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("decisions"), list):
        raise NotDecisions(name, "it does not have the form of one")
    found = [decided_of(entry) for entry in whole["decisions"]]
    gate = whole.get("gate")
    return Saved(
        entries=tuple(one for one in found if isinstance(one, Decided)),
        gate=gate if isinstance(gate, str) and gate in GATES else "",
        made_at=_moment(whole.get("made_on")),
        passed_over=tuple(
            f"Entry {place:,} was passed over: {why}." for place, why in enumerate(found, 1) if isinstance(why, str)
        ),
    )


def _moment(text: Any) -> datetime | None:
    """A time without a zone says nothing about which of two decisions is the later one."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None


def decided_of(entry: Any) -> Decided | str:
    """Return one entry of such a file, or why it cannot be understood."""
    if not isinstance(entry, dict):
        return "it is no decision"
    finding, decision = entry.get("finding"), entry.get("decision")
    if not isinstance(finding, str) or not _FINDING.fullmatch(finding):
        return "it names no finding"
    if not isinstance(decision, str) or (decision not in DECISIONS and decision != UNDONE):
        return "we do not know that decision"
    reason, note = entry.get("reason", ""), entry.get("note", "")
    if not isinstance(reason, str) or reason not in REASONS:
        return "we do not know that reason"
    if not isinstance(note, str):
        return "its note is no text"
    return Decided(finding, decision, reason, plain_note(note))


def plain_note(note: str) -> str:
    """Return a note as it is kept: one line without control characters, cut to `MOST_NOTE`."""
    kept = "".join(" " if char.isspace() else char for char in note if char.isspace() or char.isprintable())
    return " ".join(kept.split())[:MOST_NOTE].rstrip()


def repeats(note: str, post: str, *, most: int = 3) -> bool:
    """Say whether a note holds more than `most` words in a row of the post, a whole shorter post, or a name in it.

    The ledger holds no word of a post. A name is what is written with a capital within a sentence; writing without
    spaces between words counts by the sign.
    """
    ours, theirs = _words(note), _words(post)
    run = min(most + 1, len(theirs))
    runs = {tuple(theirs[at : at + run]) for at in range(len(theirs) - run + 1)} if run else set()
    if any(tuple(ours[at : at + run]) in runs for at in range(len(ours) - run + 1)):
        return True
    return bool(_names(post) & set(ours))


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold())]


def _names(post: str) -> set[str]:
    """Return the words of a post that are written with a capital though no sentence begins there."""
    found = {name for name in _NAME.findall(unicodedata.normalize("NFKC", post)) if name.istitle()}
    return {name.casefold() for name in found}


_FINDING = re.compile(r"[0-9a-f]{16}")
_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_WORD = re.compile(rf"{_UNSPACED}|(?:(?!{_UNSPACED})\w)+(?:['’]\w+)*")
_NAME = re.compile(r"(?<=[\w,;:)\]] )[^\W\d_]{2,}")  # after a word or a comma, so within a sentence
