"""A case: a finding of today, joined with what the ledger knows of it. What review, worklists and the page work on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audit.decisions import DECISIONS
from audit.findings import Finding, Verdict, ranked
from audit.identity import post_hash
from audit.ledger import DecisionRow, Ledger, Sighting
from audit.posts import Post, post_id


@dataclass(frozen=True, slots=True)
class Case:
    """`id` is the ledger's. `presence`, `why`: see `audit.reaudit`. `done`: when it was ticked off, or ""."""

    id: int
    finding: Finding
    presence: str = "new"
    why: str = ""
    decision: DecisionRow | None = None
    done: str = ""

    @property
    def open(self) -> bool:
        """Say whether the person still has to decide."""
        return self.decision is None or not DECISIONS[self.decision.decision].closes


def cases_of(posts: Sequence[Post], ledger: Ledger, audit: int | None = None) -> list[Case]:
    """Return the findings of an audit (the newest, if not said) that are among the posts, in rank order.

    Those that the classifier did not raise this time, but which were findings before, come last.
    Raises: NoAudit.
    """
    number = ledger.latest().id if audit is None else audit
    return cases_by_hash(((post_hash(post, ledger.key), post) for post in posts), ledger, number)


def cases_by_hash(hashed: Iterable[tuple[bytes, Post]], ledger: Ledger, audit: int) -> list[Case]:
    """Return the same for posts that come with their hashes (`audit.identity.post_hash`)."""
    sightings, decisions, ticked = ledger.sightings(audit), ledger.decisions(), ledger.ticked()
    known = {post: one.id for one in ledger.known() for post, _, _ in one.identities}
    placed: list[tuple[int, Post, Verdict]] = []
    taken: set[int] = set()
    for own, post in hashed:
        finding = known.get(own)
        if finding is not None and finding in sightings and finding not in taken:
            taken.add(finding)
            placed.append((finding, post, _verdict(sightings[finding])))
    return _cases(placed, sightings, decisions, ticked)


def _cases(
    placed: Sequence[tuple[int, Post, Verdict]],
    sightings: Mapping[int, Sighting],
    decisions: Mapping[int, DecisionRow],
    ticked: Mapping[int, str],
) -> list[Case]:
    numbers = {post_id(post): finding for finding, post, _ in placed}
    found = ranked([(post, verdict) for _, post, verdict in placed])
    return [
        Case(
            id=(number := numbers[finding.id]),
            finding=finding,
            presence=sightings[number].presence,
            why=sightings[number].why,
            decision=decisions.get(number),
            done=ticked.get(number, ""),
        )
        for finding in found
    ]


def _verdict(told: Sighting) -> Verdict:
    return Verdict(told.tier, told.severity, told.score, told.weight, told.categories, told.rules)
