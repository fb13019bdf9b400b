"""What the person did, ticked off: by a worklist's numbers, or by the file that its page saves.

In that file a finding is named by its 16 digits, which mean nothing in another person's ledger.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audit.archive import harmless
from audit.decisions import DECISIONS
from audit.errors import AuditError, NotThere
from audit.identity import keyed
from audit.ledger import Ledger

FORMAT = "backscroll-done/1"
MOST_FILE = 5_000_000  # bytes


class NotTicks(AuditError):
    """The file is not one that a worklist saved."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} holds no ticks. Choose the file that the worklist page saved.")


@dataclass(frozen=True, slots=True)
class Ticked:
    """What came of ticking: how many are new, how many stood so already, and how many are on no worklist."""

    changed: int
    same: int
    unknown: int

    def sentence(self, *, undo: bool = False) -> str:
        """Return it in words."""
        what = "taken back" if undo else "ticked off"
        parts = [f"{self.changed:,} {what}"]
        if self.same:
            parts.append(f"{self.same:,} {'had no tick' if undo else 'ticked off already'}")
        if self.unknown:
            parts.append(f"{self.unknown:,} on no worklist, passed over")
        return f"{'; '.join(parts)}."


def read_ticks(path: Path) -> list[str]:
    """Return the findings that the file names as done. Raises: NotThere, NotTicks."""
    name = harmless(path.name or str(path))
    try:
        if path.stat().st_size > MOST_FILE:
            raise NotTicks(name)
        return ticks_file(path.read_text(encoding="utf-8-sig"), name)
    except FileNotFoundError:
        raise NotThere(name) from None
    except (OSError, UnicodeError):
        raise NotTicks(name) from None


def ticks_file(text: str, name: str) -> list[str]:
    """Return the findings that a worklist page saved as done. Raises: NotTicks."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise NotTicks(name) from None
    found = whole.get("done") if isinstance(whole, dict) and whole.get("format") == FORMAT else None
    if not isinstance(found, list):
        raise NotTicks(name)
    return [one if isinstance(one, str) else "" for one in found]


def tick_off(ledger: Ledger, names: Iterable[str], *, done: bool = True) -> Ticked:
    """Tick tasks off, or take ticks back. A name is a worklist's number or a finding's 16 digits.

    A tick from before the last audit or decision may be set anew: much may have changed since. Raises: NoAudit.
    """
    decisions, ticked = ledger.decisions(), ledger.ticked()
    made_at = ledger.latest().made_at
    since = {one: max(made_at, row.decided_at) for one, row in decisions.items() if DECISIONS[row.decision].acts}
    changed = same = unknown = 0
    for finding in dict.fromkeys(_finding(ledger, name) for name in names):
        if not isinstance(finding, int) or finding not in since:
            unknown += 1
        elif _stands(ticked.get(finding, ""), since[finding], done):
            same += 1
        else:
            ledger.tick(finding, done=done)
            changed += 1
    return Ticked(changed, same, unknown)


def _stands(when: str, since: str, done: bool) -> bool:
    """Say whether there is nothing to change."""
    return when >= since if done else not when


def _finding(ledger: Ledger, name: str) -> int | str:
    """Return the ledger's number; a name that fits nothing stays as it is and is counted as unknown."""
    if len(name) == 16 and not set(name) - set("0123456789abcdef"):
        found = ledger.finding_of(keyed(ledger.key, "post", name))
        return name if found is None else found
    return int(name) if name.isdecimal() and name.isascii() and len(name) < 16 else name
