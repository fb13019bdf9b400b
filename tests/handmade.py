"""Audits made by hand: a few posts, some of them raised, without a model and without an export."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from audit.findings import Verdict, ranked
from audit.parsers import Reading
from audit.parsers._reading import MemberRead
from audit.pipeline import Audit, Settings
from audit.posts import Post
from classifiers.explain import Explanation

VERDICT = Verdict("look", 2, 0.6, 1.8, {"client_detail": 0.8, "workplace": 0.1}, ("A rule of ours.",))
EXPLANATION = Explanation((), ("speaks of one person you serve",), ("the client",), "It would be read out as a post.")
MODEL = {"examples": "e" * 64, "code": "c" * 64, "encoder": "absent", "whole": "w" * 64}
WORDS = (
    "zilpah came late again to her nine o'clock and would not say why",
    "the quorwick family rang me at home about their youngest, twice tonight",
    "finished the vexmere report at last, he will not like what stands in it",
    "kettle on, feet up, that was a week",
)


def post(number: int, text: str = "", **changes: object) -> Post:
    """Return a post of X; what is not told follows from its number."""
    fields = {
        "kind": "post",
        "text": text or WORDS[number % len(WORDS)],
        "posted_at": datetime(2019, 5, 1, 12, tzinfo=UTC) + timedelta(days=number),
        "native_id": str(1000 + number),
        "network": "twitter",
        "audience": "public",
        "source": "data/tweets.js[0]",
    }
    return Post(**(fields | changes))  # type: ignore[arg-type]


def audit_of(posts: Sequence[Post], raised: Sequence[Post] | None = None, verdict: Verdict = VERDICT) -> Audit:
    """Return an audit of these posts, of which some (or all) are raised, the first of them most."""
    held = list(posts) if raised is None else list(raised)
    pairs = [(one, replace(verdict, weight=verdict.weight - place / 100)) for place, one in enumerate(held)]
    networks = dict.fromkeys(one.network for one in posts)
    lines = [MemberRead("export", one.source.partition("[")[0], one.network, "read", posts=1) for one in posts]
    return Audit(
        settings=Settings(),
        reading=Reading(posts=list(posts), members=lines, accounts={network: [] for network in networks}),
        posts=list(posts),
        findings=ranked(pairs),
        model=MODEL,
        profession="nurse",
        explanations=[EXPLANATION] * len(held),
    )
