"""Where to click: every network, decision and kind has an answer, and none of them lies."""

import re
from datetime import UTC, datetime

import pytest

from audit.act import ways
from audit.act.copies import COPIES, surviving
from audit.cases import Case
from audit.findings import Finding, Verdict
from audit.parsers import networks
from audit.posts import AUDIENCES, KINDS, Post

KEEP_OLD_WORDINGS = ("facebook", "twitter", "mastodon")


def post(network: str, kind: str = "post", **more: object) -> Post:
    fields = {"posted_at": datetime(2016, 3, 14, 18, 5, tzinfo=UTC), "network": network}
    return Post(kind, "words", **(fields | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("network", networks())
@pytest.mark.parametrize("decision", ["remove", "restrict", "reword"])
def test_there_is_an_answer_for_everything(network: str, decision: str) -> None:
    """Steps, or why there are none; and always what stays behind."""
    for kind in KINDS:
        for audience in AUDIENCES:
            way = ways.way(post(network, kind, audience=audience), decision)
            assert way.steps or way.cannot
            assert way.stays
            assert not [step for step in way.steps if not step.endswith((".", ":"))]


@pytest.mark.parametrize("network", networks())
def test_removing_is_always_told(network: str) -> None:
    """Whatever it is, the steps for removing it are there."""
    assert not [kind for kind in KINDS if ways.way(post(network, kind), "remove").cannot]


@pytest.mark.parametrize("network", KEEP_OLD_WORDINGS)
def test_where_edits_stay_readable_nobody_is_sent_to_edit(network: str) -> None:
    """Rewording a post there means deleting it and writing it anew, and the steps say why."""
    steps = " ".join(ways.way(post(network), "reword").steps).casefold()

    assert "delete" in steps
    assert any(words in steps for words in ("view edit history", "every version stays", "earlier wording open"))


@pytest.mark.parametrize("network", ["twitter", "linkedin", "bluesky", "reddit"])
def test_where_one_post_cannot_be_hidden_we_say_so(network: str) -> None:
    """Instead come the steps to remove it."""
    way = ways.way(post(network), "restrict")

    assert "cannot hide" in way.cannot
    assert way.steps == ways.way(post(network), "remove").steps


def test_a_message_that_cannot_be_changed_comes_with_no_steps() -> None:
    """What was sent is a matter for advice first."""
    way = ways.way(post("facebook", "message"), "reword")

    assert (way.steps, "first" in way.cannot) == ((), True)


def test_a_group_post_is_no_post_on_the_timeline() -> None:
    """It has no bin and its own list."""
    own, group = post("facebook"), post("facebook", audience="group")

    assert ways.way(own, "remove") != ways.way(group, "remove")
    assert "GROUPPOSTS" in ways.listing(group)
    assert "GROUPPOSTS" not in ways.listing(own)


def test_a_draft_is_looked_for_among_drafts() -> None:
    """Steps begin with where the thing is."""
    assert "drafts" in ways.way(post("instagram", "caption", state="draft"), "remove").steps[0]


def test_a_post_without_address_is_found_by_its_date() -> None:
    """Month for the filter, day for the eye; without a date its first words are all there is."""
    assert "March 2016" in ways.finding(post("facebook"))
    assert "14 March 2016" in ways.finding(post("facebook"))
    assert "first words" in ways.finding(post("facebook", posted_at=None))


def test_a_message_is_not_looked_for_among_posts() -> None:
    """No list of posts is offered for what is none."""
    assert ways.listing(post("facebook", "message")) == ""


def test_no_step_promises_or_calls_anything_safe() -> None:
    """Plain words: no "safe", no "breach", no promise that removing protects."""
    kinds = [(network, kind, decision) for network in networks() for kind in KINDS
             for decision in ("remove", "restrict", "reword")]  # fmt: skip
    told = " ".join(str(ways.way(post(network, kind), decision)) for network, kind, decision in kinds)
    told += " ".join(str(ways.account(network)) for network in networks())
    told += " ".join(f"{copy.what} {copy.ask} {copy.limits}" for copy in COPIES)

    assert not re.findall(r"\bsafe\b|breach|protects you|guarantee", told.casefold())


def case(number: int, one: Post) -> Case:
    return Case(number, Finding(number, "0" * 16, one, Verdict("look", 1, 0.5, 1.0, {})))


def copies_of(one: Post) -> str:
    return " ".join(copy.what for copy, _ in surviving([case(1, one)]))


def test_copies_fit_the_post() -> None:
    """A public reply on X is searched for; a note that nobody saw is only in backups; a boost reaches other servers."""
    assert "Search results and" in copies_of(post("twitter", "reply", audience="public"))
    assert copies_of(post("twitter", "note", audience="private")) == "The network's own backups"
    assert "other servers" in copies_of(post("mastodon", audience="public"))
    assert "Search results" not in copies_of(post("facebook", audience="friends"))
    assert "administrators of a group" in copies_of(post("facebook", "comment", audience="group"))
    assert "got the message" in copies_of(post("facebook", "message", audience="private"))


def test_nobody_is_told_to_ask_for_preserved_evidence() -> None:
    """What an employer, regulator or court holds is not to be asked for."""
    [kept] = [copy for copy in COPIES if "court has kept" in copy.what]

    assert kept.ask.startswith("Nobody. Do not ask")
