"""The corridor's second half: an audit into the ledger, and the ledger's findings back out with their words.

The ledger holds no words, so whoever wants to show a finding reads the exports again; that is quick, since nothing is
scored. Calls the rooms in order, decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from audit import __version__
from audit.archive import harmless
from audit.cases import Case, cases_by_hash, cases_of
from audit.decisions import DECISIONS
from audit.errors import AuditError
from audit.identity import coverage_of, identity_of, post_hash
from audit.ledger import AuditRow, Coverage, Ledger, Sighting
from audit.merge import scored_text
from audit.parsers import Told
from audit.pipeline import Audit, Handed, Progress, Settings, read_posts
from audit.posts import Post
from audit.reaudit import Past, Present, compared
from audit.remembered import keep, with_remembered

if TYPE_CHECKING:
    from audit.findings import Finding
    from audit.parsers import Reading
    from classifiers.personal import Personal


class ExportsMoved(AuditError):
    """The exports of the last audit are not where they were."""

    def __init__(self, names: Sequence[str]) -> None:
        shown = ", ".join(names[:3]) or "the exports of the last audit"
        super().__init__(f"{shown} is no longer where it was. Name the exports of your last audit after the command.")


@dataclass(frozen=True, slots=True)
class Recalled:
    """The newest audit, read again: its facts, its cases in rank order, and every post of its exports."""

    audit: AuditRow
    cases: list[Case]
    posts: list[Post]
    reading: "Reading"


def remember(found: Audit, ledger: Ledger, exports: Sequence[Path]) -> list[Case]:
    """Record an audit, and return its findings with what the ledger knows of them."""
    identities = [identity_of(post, ledger.key) for post in found.posts]
    raised = {post_hash(finding.post, ledger.key): _raised(finding) for finding in found.findings}
    present = [
        Present(identity, post.state, raised.get(identity.post))
        for identity, post in zip(identities, found.posts, strict=True)
    ]
    now = coverage_by_network(found.reading, found.posts, ledger.key)
    rows = compared(_past(ledger, now), present, now)
    facts = AuditRow(
        id=0,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
        examples=found.model["examples"],
        encoder=found.model["encoder"],
        profession=found.profession,
        country=found.settings.country,
        messages=found.settings.messages,
        posts=len(found.posts),
        exports=tuple(str(path.resolve()) for path in exports),
    )
    seen = [(identity.post, identity.network, identity.day) for identity in identities]
    audit = ledger.record(facts, list(now.values()), rows, seen)
    keep(ledger, found.settings.told, found.reading.columns)
    hashed = ((identity.post, post) for identity, post in zip(identities, found.posts, strict=True))
    cases = cases_by_hash(hashed, ledger, audit)
    _learn(ledger, cases)
    return cases


def decide(ledger: Ledger, case: Case, decision: str, reason: str = "", note: str = "", *, source: str) -> Case:
    """Store a decision on a case, and what it teaches. Returns the case as it stands now. `undone` takes it back."""
    return decide_all(ledger, [(case, decision, reason, note)], source=source)[0]


def decide_all(ledger: Ledger, wanted: Sequence[tuple[Case, str, str, str]], *, source: str) -> list[Case]:
    """Store many decisions, all or none: (case, decision, reason, note) each. Returns the cases as they stand now."""
    with ledger.together():
        for case, decision, reason, note in wanted:
            ledger.decide(case.id, decision, reason, note, source=source)
        held = ledger.decisions()
        decided = [replace(case, decision=held.get(case.id)) for case, *_ in wanted]
        _learn(ledger, decided)
    return decided


def personal(ledger: Ledger) -> "Personal | None":
    """Return what the person's own decisions teach the next audit, or None if that is switched off."""
    from classifiers.personal import Lesson, Personal

    if ledger.setting("learning", "on") == "off":
        return None
    return Personal([Lesson(features, about) for features, about in ledger.lessons()], ledger.key)


def _learn(ledger: Ledger, cases: Sequence[Case]) -> None:
    """Only what is decided for good teaches: the post is about a client, or it is not. All at once: a disk is slow."""
    from classifiers.personal import hashed

    if ledger.setting("learning", "on") == "off":
        return
    with ledger.together():
        for case in cases:
            teaches = case.decision and DECISIONS[case.decision.decision].teaches
            if teaches is None:
                ledger.unlearn(case.id)
            else:
                text = scored_text(case.finding.post)
                ledger.learn(case.id, hashed(text, ledger.key), about_client=teaches == "client")


def recalled(
    ledger: Ledger,
    exports: Sequence[Path | Handed] = (),
    progress: Progress | None = None,
    reading: "Reading | None" = None,
) -> Recalled:
    """Return the newest audit with its posts, read again from `exports`, or from where they lay.

    `reading`: filled while it is read, for whoever wants to watch.
    Raises: NoAudit; ExportsMoved; AuditError if nothing can be read.
    """
    audit = ledger.latest()
    handed = list(exports) or [Path(path) for path in audit.exports]
    missing = [harmless(path.name) for path in handed if isinstance(path, Path) and not path.exists()]
    if missing or not handed:
        raise ExportsMoved(missing)
    told = with_remembered(ledger, Told())
    reading, posts, _, _ = read_posts(handed, messages=audit.messages, told=told, progress=progress, reading=reading)
    return Recalled(audit, cases_of(posts, ledger, audit.id), posts, reading)


def as_audit(past: Recalled) -> Audit:
    """Return the newest audit as if it had run just now: what was judged then, nothing explained."""
    facts = past.audit
    return Audit(
        settings=Settings(facts.profession, facts.country, facts.messages),
        reading=past.reading,
        posts=past.posts,
        findings=[case.finding for case in past.cases],
        model={"examples": facts.examples, "encoder": facts.encoder},
        profession=facts.profession,
    )


def coverage_by_network(reading: "Reading", posts: Sequence[Post], key: bytes) -> dict[str, Coverage]:
    """Return what the exports could show of each network that they hold."""
    networks = dict.fromkeys(line.network for line in reading.members if line.network)
    by_network: dict[str, list[Post]] = {network: [] for network in networks}
    for post in posts:
        by_network.setdefault(post.network, []).append(post)
    found = {}
    for network, held in by_network.items():
        lines = [line for line in reading.members if line.network == network]
        found[network] = coverage_of(
            network,
            held,
            unread=sum(line.unread_count + (line.status == "unread") for line in lines),
            members=[line.name for line in lines if line.status == "read" and not line.unread_count],
            accounts=[account.shown for account in reading.accounts.get(network, []) if account.shown],
            key=key,
        )
    return found


def _past(ledger: Ledger, now: dict[str, Coverage]) -> Past:
    audits = ledger.audits()
    earlier: dict[str, Coverage] = {}
    for audit in audits:
        earlier |= ledger.coverage(audit.id)
    decisions = ledger.decisions()
    return Past(
        known=ledger.known(),
        last=ledger.sightings(audits[-1].id) if audits else {},
        earlier=earlier,
        seen={network: ledger.seen(network) for network in now},
        to_be_removed=frozenset(finding for finding, row in decisions.items() if row.decision == "remove"),
    )


def _raised(finding: "Finding") -> Sighting:
    verdict = finding.verdict
    return Sighting(
        presence="",
        tier=verdict.tier,
        severity=verdict.severity,
        score=verdict.score,
        weight=verdict.weight,
        categories=verdict.categories,
        rules=verdict.rules,
    )
