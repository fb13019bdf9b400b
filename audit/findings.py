"""Posts and scores in, findings out: each a post worth a look, with why, in rank order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit.posts import Post, post_id
from classifiers.categories import LOOK, LOOK_FIRST, ORDINARY


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the classifier says of one text.

    Units: `score` (is anything to be flagged) and `categories` are probabilities, 0–1; `weight` is the expected
    severity, 0–3, by which findings of a tier are ranked.
    """

    tier: str
    severity: int
    score: float
    weight: float
    categories: dict[str, float]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A post and its verdict. `rank` counts from 1."""

    rank: int
    id: str
    post: Post
    verdict: Verdict


_TIERS = (LOOK_FIRST, LOOK, ORDINARY, "")  # "": raised in an earlier audit, not in this
MOST_SHOWN = 0.25  # a category is named from this probability on; the likeliest one always


def findings_of(posts: Sequence[Post], verdicts: Sequence[Verdict]) -> list[Finding]:
    """Return the findings, worst first: by tier, then expected severity, then the newest; the order is stable."""
    flagged = [
        (post, verdict)
        for post, raw in zip(posts, verdicts, strict=True)
        if (verdict := _as_endorsement(post, raw)).tier != ORDINARY
    ]
    return ranked(flagged)


def ranked(pairs: Sequence[tuple[Post, Verdict]]) -> list[Finding]:
    """Return findings of the pairs, in rank order."""
    ordered = sorted(pairs, key=lambda pair: _order(*pair))
    return [Finding(rank, post_id(post), post, verdict) for rank, (post, verdict) in enumerate(ordered, 1)]


def shown_categories(verdict: Verdict) -> dict[str, float]:
    """Return the categories worth naming, likeliest first."""
    ordered = sorted(verdict.categories.items(), key=lambda pair: -pair[1])
    return {name: chance for place, (name, chance) in enumerate(ordered) if place == 0 or chance >= MOST_SHOWN}


def _order(post: Post, verdict: Verdict) -> tuple[object, ...]:
    moment = post.posted_at.timestamp() if post.posted_at and post.posted_at.tzinfo else 0.0
    return (_TIERS.index(verdict.tier), -round(verdict.weight, 5), -moment, post_id(post))


def _as_endorsement(post: Post, verdict: Verdict) -> Verdict:
    """Somebody else's words, passed on, are an endorsement: worth a look at most."""
    if post.own_words or verdict.tier == ORDINARY:
        return verdict
    rule = "These are somebody else's words that you passed on; that can be read as agreeing with them."
    return replace(verdict, tier=LOOK, severity=1, weight=min(verdict.weight, 1.0), rules=(*verdict.rules, rule))
