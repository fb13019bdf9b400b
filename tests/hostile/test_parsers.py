"""Whatever is done to a file of an export, reading it ends in posts and places, and tells no word of them.

Parsers and samples are found, not listed: a new one is tried from its first day on.
"""

import json
import random
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parsers._reading import parsers
from audit.posts import Post
from tests.hostile.harness import (
    FOLDERS,
    SAMPLES,
    Files,
    InMemory,
    Outcome,
    each_accounted_for_once,
    files_of,
    hostile,
    must_hold,
    outcome_of,
    planted,
    sample_name,
    work_is_bounded,
)
from tests.parsers.mangle import BYTES, CSV, HTML, JSON, WORD, tricks_for

TRICKS = sorted({*BYTES, *JSON, *CSV, *HTML})
SPOILT = st.lists(
    st.tuples(st.integers(0, 10**6), st.sampled_from(TRICKS), st.integers(0, 2**32 - 1)), min_size=1, max_size=3
)


@cache
def sample(folder: Path) -> Files:
    """Return a sample with a rare word in its posts."""
    files = files_of(folder)
    return planted(files, outcome_of(InMemory("sample", files)).posts)


@cache
def worth_spoiling(folder: Path) -> list[str]:
    """Return the files that are read at all."""
    lines = outcome_of(InMemory("sample", sample(folder))).reading.members
    return sorted(line.name for line in lines if line.status in ("read", "unread") and sample(folder)[line.name])


def spoilt(folder: Path, tricks: list[tuple[int, str, int]]) -> Files:
    files = dict(sample(folder))
    names = worth_spoiling(folder)
    for place, trick, seed in tricks:
        name = names[place % len(names)]
        suiting = tricks_for(files[name])
        chosen = trick if trick in suiting else sorted(suiting)[seed % len(suiting)]
        files[name] = suiting[chosen](files[name], random.Random(seed))
    return files


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_name)
def test_the_rare_word_stands_in_the_posts(folder: Path) -> None:
    """Else the tests below would look for nothing."""
    posts: list[Post] = outcome_of(InMemory("sample", sample(folder))).posts

    assert sum(WORD[:7] in post.text for post in posts) >= 2 or sample(folder) == files_of(folder)


@pytest.mark.parametrize("folder", FOLDERS, ids=sample_name)
@hostile(20)
@given(tricks=SPOILT)
def test_a_spoilt_export_ends_in_posts_and_places(folder: Path, tricks: list[tuple[int, str, int]]) -> None:
    """Files replaced, cut, flipped, nested, in other encodings and other centuries: every property holds."""
    export = InMemory("export", spoilt(folder, tricks))
    outcome = outcome_of(export)
    must_hold(outcome)
    each_accounted_for_once(outcome, sample(folder))
    work_is_bounded(outcome, export)


@pytest.mark.parametrize("parser", parsers(), ids=lambda parser: parser.__name__.rpartition(".")[2])
def test_a_signature_leaves_the_folders_to_the_root(parser: ModuleType) -> None:
    """Whatever stands in front of it is tried already: a second time costs a long path its length squared."""
    assert not [pattern for pattern in parser.SIGNATURE if ".*/" in pattern or ".+/" in pattern]


# What was found by these tests once, and mended.


def read_of(files: dict[str, str]) -> Outcome:
    held = {name: content.encode("utf-8", "surrogatepass") for name, content in files.items()}
    outcome = outcome_of(InMemory("export", held))
    must_hold(outcome)
    each_accounted_for_once(outcome, held)
    return outcome


ARTICLE = "<title>On nights</title><body>{}<div><p>What nights taught me, in short.</p></div>"


def test_an_embedded_post_in_an_embedded_post_costs_no_article() -> None:
    """LinkedIn: the inner one goes with the outer one."""
    odd = (
        '<h1>On nights</h1><a class="embedded" href="https://a.example"><object><iframe src="b"></iframe></object></a>'
    )
    assert read_of({"Articles/Articles/nights.html": ARTICLE.format(odd)}).posts


def test_a_count_is_a_number() -> None:
    """LinkedIn: an attachment without an address is one, not True."""
    header = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n"
    row = "1,Mira Halloran,https://www.linkedin.com/in/mira,Ola,2021-02-03 04:05:06 UTC,,see this,INBOX,photo.jpg\n"
    profile = "First Name,Last Name\nMira,Halloran\n"
    outcome = read_of(
        {"messages.csv": header + row, "Profile.csv": profile, "Shares_1.csv": "Date,ShareLink,ShareCommentary\n"}
    )

    assert [post.media for post in outcome.posts if post.kind == "message"] == [1]


def test_names_and_accounts_hold_what_text_can_hold() -> None:
    """Lone surrogates and control characters go from people and accounts too; an empty name is no name."""
    mentions = [{"type": "Mention", "name": name} for name in ("", "@ola\ud83d", "\0")]
    note = {"type": "Note", "id": "https://m.example/1", "content": "<p>hello there</p>", "tag": mentions}
    create = {"type": "Create", "published": "2021-02-03T04:05:06Z", "object": note}
    actor = json.dumps({"type": "Person", "preferredUsername": "mi\x1bra\ud800", "name": "\0"})
    outcome = read_of({"outbox.json": json.dumps({"orderedItems": [create]}), "actor.json": actor})
    [post] = [post for post in outcome.posts if post.kind != "bio"]

    assert post.people == ("@ola",)
    assert "mira" in post.account
    assert all(account.shown.isprintable() for accounts in outcome.reading.accounts.values() for account in accounts)


def test_joining_that_fails_costs_no_post(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of ours in the last step is told; the posts that were read stand."""

    def falls(*_: object) -> list[Post]:
        raise KeyError(WORD)

    whole = files_of(SAMPLES / "twitter" / "2024")
    count = len(outcome_of(InMemory("export", whole)).posts)
    monkeypatch.setattr("audit.parsers.twitter.finish", falls)
    outcome = outcome_of(InMemory("export", whole))

    assert len(outcome.posts) >= count
    assert any("not joined (KeyError)" in remark for remark in outcome.reading.remarks)
    assert not any(WORD in remark for remark in outcome.reading.remarks)
