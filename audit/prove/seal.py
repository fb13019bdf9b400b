"""The sealed findings: what a statement rests on, kept by the person, and the digest by which both belong together.

Digest = SHA-256(nonce ‖ canonical JSON), the nonce 32 random bytes, so that nobody can guess the findings from the
digest; canonical: keys in order, no spaces, ASCII. The file holds hashes of findings, never a word of a post.
"""

import hashlib
import hmac
import json
import re
import secrets
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from audit.decisions import DECISIONS
from audit.errors import AuditError
from audit.prove.outcomes import OUTCOMES
from audit.prove.standing import Entry, Standing
from audit.wording import many

FORMAT = "backscroll-sealed/1"
NONCE_BYTES = 32
MOST_FILE = 50_000_000  # bytes
HOW = (
    "digest = SHA-256 of the nonce's bytes and the value of 'sealed' as JSON: keys in order, no spaces, ASCII only. "
    "Findings are named by keyed hashes; no words of posts are in this file."
)


class NotSealed(AuditError):
    """The file is not one that a statement came with."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no sealed file of Backscroll. Choose the one that was written beside a statement.")


class NotItsStatement(AuditError):
    """The sealed file is sound or not, but the digest is another one."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} does not belong to that statement: {why}.")


@dataclass(frozen=True, slots=True)
class Registrant:
    """Who makes the statement, as they write it themselves. All may be ""."""

    name: str = ""
    body: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """What is written beside a statement, and what the ledger keeps of it."""

    nonce: bytes
    digest: str
    sealed: dict[str, Any]

    def plain(self) -> dict[str, Any]:
        """Return the file's content."""
        return {
            "format": FORMAT,
            "how": HOW,
            "digest": self.digest,
            "nonce": self.nonce.hex(),
            "sealed": self.sealed,
        }


def sealed(standing: Standing, registrant: Registrant, made: datetime, nonce: bytes | None = None) -> Seal:
    """Return the seal over where things stand."""
    nonce = nonce or secrets.token_bytes(NONCE_BYTES)
    content = _content(standing, registrant, made)
    return Seal(nonce, digest_of(nonce, content), content)


def digest_of(nonce: bytes, content: dict[str, Any]) -> str:
    """Return 64 hexadecimal digits."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(nonce + canonical.encode("ascii")).hexdigest()


def opened(text: str, name: str) -> Seal:
    """Return the seal of a file, its digest computed anew from what it holds. Raises: NotSealed."""
    try:
        whole = json.loads(text)
        content, nonce = whole["sealed"], bytes.fromhex(whole["nonce"])
        if whole["format"] != FORMAT or not isinstance(content["findings"], list) or len(nonce) != NONCE_BYTES:
            raise NotSealed(name)
        return Seal(nonce, digest_of(nonce, content), content)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotSealed(name) from None


def check(seal: Seal, name: str, digest: str) -> None:
    """Raise NotItsStatement unless the file is what the statement with this digest rests on."""
    wanted = re.sub(r"\s", "", digest).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", wanted):
        raise NotItsStatement(name, "a digest has 64 digits, 0–9 and a–f; copy it from the statement's last part")
    if not hmac.compare_digest(wanted, seal.digest):
        raise NotItsStatement(
            name, "its content gives another digest, so it was changed, or made for another statement"
        )


def summary(seal: Seal) -> str:
    """Say what the sealed file counts, so that it can be laid beside the statement."""
    findings = [one for one in seal.sealed["findings"] if isinstance(one, dict)]
    decided = Counter(str(one.get("decision", "")) for one in findings)
    came = Counter(str(one.get("outcome", "")) for one in findings)
    lines = [f"It holds {many(len(findings), 'finding')}."]
    lines += [f"  {decided[key]:5,}  {choice.label}" for key, choice in DECISIONS.items() if decided[key]]
    undecided = sum(count for key, count in decided.items() if key not in DECISIONS)
    lines += [f"  {undecided:5,}  undecided"] if undecided else []
    lines += ["What came of them:"] if findings else []
    return "\n".join(lines + [f"  {came[key]:5,}  {words}" for key, words in OUTCOMES.items() if came[key]])


def _content(standing: Standing, registrant: Registrant, made: datetime) -> dict[str, Any]:
    audit, newest = standing.audit, standing.samples[-1] if standing.samples else None
    sample = (
        {"drawn": newest.size, "read": newest.judged, "risky": newest.risky, "of": newest.population} if newest else {}
    )
    return {
        "made_on": made.date().isoformat(),
        "registrant": {"name": registrant.name, "body": registrant.body, "number": registrant.number},
        "audit": {
            "made_at": audit.made_at, "version": audit.version, "examples": audit.examples, "encoder": audit.encoder,
            "profession": audit.profession, "country": audit.country, "messages": audit.messages, "posts": audit.posts,
            "gate": audit.gate,
        },
        "networks": {
            network: {
                "posts": held.posts, "first": _iso(held.first_day), "last": _iso(held.last_day), "unread": held.unread,
            }
            for network, held in standing.coverage.items()
        },
        "sample": sample,
        "findings": [_finding(entry) for entry in standing.entries],
    }  # fmt: skip


def _finding(entry: Entry) -> dict[str, Any]:
    known, told, decision = entry.known, entry.sighting, entry.decision
    return {
        "finding": known.identities[-1][0].hex() if known.identities else "",
        "network": known.network,
        "kind": known.kind,
        "posted_on": _iso(known.day),
        "found_by_hand": known.by_hand,
        "tier": told.tier,
        "severity": told.severity,
        "categories": list(entry.categories),
        "presence": told.presence,
        "why": told.why,
        "decision": decision.decision if decision else "",
        "reason": decision.reason if decision else "",
        "decided_at": decision.decided_at if decision else "",
        "done_at": entry.done,
        "outcome": entry.outcome,
    }


def _iso(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day else ""
