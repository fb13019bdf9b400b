"""From verdicts to findings and advice."""

from dataclasses import replace

import pytest

from audit.advice import advice_for
from audit.findings import Finding, Verdict, findings_of, shown_categories
from audit.posts import STATES, Post

ORDINARY = Verdict("ordinary", 0, 0.01, 0.01, {"client_detail": 0.01})
LOOK = Verdict("look", 1, 0.6, 0.9, {"client_detail": 0.6, "fitness": 0.3, "workplace": 0.1})
FIRST = Verdict("look-first", 3, 0.95, 2.6, {"client_detail": 0.9})
STEPS = {"": "the three dots > Delete", "comment": "Activity log > Comments"}


def finding(post: Post, verdict: Verdict = LOOK) -> Finding:
    return Finding(1, "x", post, verdict)


def test_ordinary_posts_are_no_findings_and_the_worst_come_first() -> None:
    """Tier first, then expected severity."""
    posts = [Post("post", word, network="twitter") for word in ("a", "b", "c")]
    found = findings_of(posts, [LOOK, ORDINARY, FIRST])

    assert [(one.rank, one.post.text) for one in found] == [(1, "c"), (2, "a")]


def test_a_repost_is_an_endorsement_only() -> None:
    """Somebody else's words are worth a look at most, and the card says why."""
    [one] = findings_of([Post("repost", "x", own_words=False)], [FIRST])

    assert (one.verdict.tier, one.verdict.severity) == ("look", 1)
    assert "somebody else's words" in one.verdict.rules[-1]


def test_the_likeliest_category_is_always_named() -> None:
    """Others only from a stated probability on."""
    assert list(shown_categories(LOOK)) == ["client_detail", "fitness"]
    assert list(shown_categories(replace(LOOK, categories={"fitness": 0.05, "workplace": 0.01}))) == ["fitness"]


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_advice_that_promises_nothing(state: str) -> None:
    """No suggestion calls a post safe, a breach, or says that deleting protects."""
    told = advice_for(finding(Post("post", "x", network="facebook", state=state)), STEPS, {})

    whole = f"{told.words} {' '.join(told.steps)} {told.remains}".lower()
    assert told.words
    assert not any(word in whole for word in ("breach", " safe", "protects you"))


def test_a_post_without_address_is_found_by_its_date() -> None:
    """Facebook's JSON gives no link: the steps say how to find it, and the network's own list is one click away."""
    lists = {"comment": "https://www.facebook.com/me/allactivity"}
    told = advice_for(finding(Post("comment", "x", network="facebook")), STEPS, lists)

    assert told.address == lists["comment"]
    assert "date" in told.steps[0]
    assert told.steps[1] == "Activity log › Comments"


def test_only_web_addresses_become_links() -> None:
    """An export may hold any string as an address."""
    told = advice_for(finding(Post("post", "x", network="twitter", url="javascript:alert(1)")), STEPS, {})

    assert told.address == ""


def test_severity_decides_the_verb() -> None:
    """3: delete; 1: restrict."""
    assert advice_for(finding(Post("post", "x"), FIRST), STEPS, {}).verb == "delete"
    assert advice_for(finding(Post("post", "x"), LOOK), STEPS, {}).verb == "restrict"
