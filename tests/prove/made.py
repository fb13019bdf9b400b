"""Audits made by hand: a few posts, the findings among them, recorded as a real audit would be."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audit.cases import Case
from audit.findings import Verdict, findings_of
from audit.ledger import Ledger
from audit.parsers import MemberRead, Reading
from audit.pipeline import Audit, Settings
from audit.posts import Post
from audit.practice import remember
from classifiers.categories import LOOK, LOOK_FIRST, ORDINARY

START = datetime(2016, 3, 14, 18, 5, tzinfo=UTC)
ORDINARY_ONE = Verdict(ORDINARY, 0, 0.0, 0.0, {})
RAISED = Verdict(LOOK_FIRST, 2, 0.9, 2.0, {"client_detail": 0.8, "disparages_clients": 0.4})
GRAVE = Verdict(LOOK, 3, 0.7, 2.8, {"identifies_client": 0.9})


def tweets(texts: Sequence[str]) -> list[Post]:
    """Return a post a text, ten days apart."""
    return [
        Post(
            "post",
            text,
            START + timedelta(days=10 * place),
            f"x.zip!data/tweets.js[{place}]",
            str(1000 + place),
            network="twitter",
        )
        for place, text in enumerate(texts)
    ]


def audited(
    ledger: Ledger, posts: Sequence[Post], raised: Mapping[str, Verdict], *, gate: str = "no", unread: int = 0
) -> list[Case]:
    """Record an audit of the posts, of which `raised` (by text) are findings."""
    verdicts = [raised.get(post.text, ORDINARY_ONE) for post in posts]
    line = MemberRead("x.zip", "data/tweets.js", "twitter", "read", posts=len(posts), unread_count=unread)
    found = Audit(
        settings=Settings("nurse", "GB"),
        reading=Reading(list(posts), [line]),
        posts=list(posts),
        findings=findings_of(posts, verdicts),
        model={"examples": "e" * 64, "encoder": "f" * 64},
        profession="nurse",
    )
    cases = remember(found, ledger, [Path("x.zip")])
    if gate:
        ledger.answer_gate(ledger.latest().id, gate)
    return cases


def finding(cases: Sequence[Case], text: str) -> int:
    """Return the ledger's number of the finding with this text."""
    return next(case.id for case in cases if case.finding.post.text == text)


def backdate(ledger: Ledger) -> None:
    """Let all that was audited so far lie a year back, so that what follows is later, not in the same second."""
    with ledger._writing() as db:
        db.execute("UPDATE audit SET made_at = '2025-11-28T10:00:00+00:00'")


def decided_before(ledger: Ledger, number: int, decision: str) -> None:
    """Decide between the audit of a year ago and the one to come."""
    with ledger._writing() as db:
        db.execute(
            "INSERT INTO decision (finding, decided_at, decision, reason, note, source)"
            " VALUES (?, '2025-12-01T10:00:00+00:00', ?, '', '', 'review')",
            (number, decision),
        )
