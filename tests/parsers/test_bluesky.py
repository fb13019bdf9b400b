"""What only Bluesky does. What every parser must do is in test_every_export.py."""

import contextlib
import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import Archive, Member, Unreadable
from audit.parsers import Reading, read_exports
from audit.parsers._bluesky import tid_time
from audit.parsers._bluesky.car import repository
from audit.parsers._bluesky.cbor import Damaged, decoded
from audit.posts import Post
from tests.parsers._car_files import DID, car, cbor, cid_of, framed, head, tid, varint
from tests.parsers.mangle import mangled, spoilt
from tests.parsers.reading import texts, unread

SAMPLE = Path(__file__).parents[2] / "sample_exports" / "bluesky" / "2025" / "repo.car"
POST, PROFILE = "app.bsky.feed.post", "app.bsky.actor.profile/self"
WRITTEN = 1_726_299_065_220_000  # 2024-09-14T07:31:05.22Z
QUOTED = {"uri": f"at://did:plc:bbbb/{POST}/3l4bbbbbbbb2b", "cid": "bafyreib"}


def key(number: int = 0, collection: str = POST) -> str:
    return f"{collection}/{tid(WRITTEN + number * 1_000_000)}"


def record(text: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"$type": POST, "text": text, "createdAt": "2024-09-14T07:31:05.220Z", **more}


def read_file(content: bytes, name: str = "repo.car") -> Reading:
    return read_exports([Archive("export.zip", [Member.of(name, content)])])


def read(*records: dict[str, Any]) -> list[Post]:
    return read_file(car({key(number): one for number, one in enumerate(records)})).posts


# --- the file --------------------------------------------------------------------------------------------------------


def test_deleted_records_do_not_come_back():
    """A block that the tree does not reach is deleted or replaced, though it still lies in the file."""
    reading = read_file(car({key(n): record(f"post {n}") for n in range(9)}, unreachable=[record("deleted")]))

    assert texts(reading) == [f"post {n}" for n in range(9)]
    assert not unread(reading)


def test_addresses_come_from_the_commit_and_the_key():
    """The page of a post is made of the account's did and the record's key; the id is its at:// address."""
    [post] = read(record())
    rkey = tid(WRITTEN)

    assert post.url == f"https://bsky.app/profile/{DID}/post/{rkey}"
    assert post.native_id == f"at://{DID}/{POST}/{rkey}"
    assert (post.kind, post.audience, post.account) == ("post", "public", DID)
    assert post.posted_at == datetime(2024, 9, 14, 7, 31, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", ["backup", "mein archiv.txt", "folder/any name.CAR"])
def test_any_name_will_do(name: str):
    """A renamed file is known by its first bytes."""
    assert texts(read_file(car({key(): record()}), name)) == ["Hello"]


def test_a_missing_part_of_the_tree_is_a_partial_export():
    """What no longer has a place is read all the same, without an address, and the report says so."""
    reading = read_file(car({key(n): record(f"post {n}") for n in range(9)}, drop=["right"]))
    placed = [post for post in reading.posts if post.url]

    assert sorted(texts(reading)) == [f"post {n}" for n in range(9)]
    assert len(placed) == 6
    assert any("missing" in reason for _, reason in unread(reading))
    assert any("damaged part of the file" in remark for remark in reading.remarks)


def test_a_missing_record_costs_that_record():
    """The tree names it, its block is not there."""
    reading = read_file(car({key(n): record(f"post {n}") for n in range(3)}, drop=[key(1)]))

    assert texts(reading) == ["post 0", "post 2"]
    assert [place for place, _ in unread(reading)] == ["[1]"]


def test_missing_likes_are_no_loss():
    """Records without words are not asked for."""
    like = {"$type": "app.bsky.feed.like", "subject": QUOTED, "createdAt": "2024-09-14T07:31:05.220Z"}
    reading = read_file(car({key(): record(), key(1, "app.bsky.feed.like"): like}, drop=[key(1, "app.bsky.feed.like")]))

    assert texts(reading) == ["Hello"]
    assert not unread(reading)


def test_a_file_that_is_cut_off_gives_what_stands_before():
    """The words before the cut are read, and the cut is told."""
    whole = car({key(n): record(f"post {n}") for n in range(9)})
    reading = read_file(whole[:-20])

    assert len(texts(reading)) == 8
    assert any("cut off" in reason for _, reason in unread(reading))


def test_after_damage_the_next_whole_block_is_found():
    """A length that is wrong costs its block, not the rest of the file."""
    whole = bytearray(car({key(n): record(f"post {n}") for n in range(9)}))
    at = whole.index(framed(cbor(record("post 3"))))
    whole[at : at + 2] = b"\xff\x7f"

    assert texts(read_file(bytes(whole))) == [f"post {n}" for n in range(9) if n != 3]


def test_what_is_no_repository_is_told():
    """Another .car file is named as unread."""
    assert unread(read_file(b"BOMStore" + bytes(400)))
    assert unread(read_file(b""))


def test_records_as_json():
    """Tools unpack the repository into `collection/rkey.json`; the network answers with lists of records."""
    rkey = tid(WRITTEN)
    files = {
        f"out/{POST}/{rkey}.json": json.dumps(record("unpacked")),
        f"out/{POST}/broken.json": "{",
        f"out/app.bsky.feed.like/{rkey}.json": json.dumps({"subject": QUOTED}),
        "out/com.example.blog/a.json": json.dumps(
            {"$type": "com.example.blog", "title": "T", "ref": {"$link": "baf one two three"}}
        ),
    }
    unpacked = read_exports([Archive("a.zip", [Member.of(name, content) for name, content in files.items()])])
    answer = {
        "records": [{"uri": f"at://{DID}/{POST}/{rkey}", "cid": "baf", "value": record("listed")}, 5, None],
        "cursor": "x",
    }
    listed = read_file(json.dumps(answer).encode(), "page1.json")

    assert sorted(texts(unpacked)) == ["T", "unpacked"]
    assert len(unread(unpacked)) == 1
    assert texts(listed) == ["listed"]
    assert listed.posts[0].url == f"https://bsky.app/profile/{DID}/post/{rkey}"
    assert [place for place, _ in unread(listed)] == ["[1]", "[2]"]


# --- records ---------------------------------------------------------------------------------------------------------


def test_words_are_text_descriptions_and_outer_tags():
    """Alt texts of pictures, galleries and videos are own words; tags outside the text too."""
    picture = {"alt": "A whiteboard", "image": {"$type": "blob"}}
    posts = read(
        record("", embed={"$type": "app.bsky.embed.images", "images": [picture, {"alt": "", "image": {}}]}),
        record("x", embed={"$type": "app.bsky.embed.gallery", "items": [picture]}),
        record("y #tea", embed={"$type": "app.bsky.embed.video", "alt": "A robin", "video": {}}, tags=["tea", "law"]),
        record(
            "z",
            embed={
                "$type": "app.bsky.embed.recordWithMedia",
                "record": {"$type": "app.bsky.embed.record", "record": QUOTED},
                "media": {"$type": "app.bsky.embed.images", "images": [picture]},
            },
        ),
        record("", embed={"$type": "app.bsky.embed.images", "images": [{"alt": "", "image": {}}]}),
    )

    assert [post.text for post in posts] == [
        "A whiteboard",
        "x\n\nA whiteboard",
        "y #tea\n\nA robin\n\n#law",
        "z\n\nA whiteboard",
        "",
    ]
    assert [post.media for post in posts] == [2, 1, 1, 1, 1]
    assert posts[3].link_url == "https://bsky.app/profile/did:plc:bbbb/post/3l4bbbbbbbb2b"


def test_places_in_the_words_count_bytes():
    """A mention behind an emoji is cut out whole; a shortened link has its true address in the facet."""
    text = "☕️🙃 @finch.example see notes.example/..."
    start = len("☕️🙃 ".encode())
    mention = {"index": {"byteStart": start, "byteEnd": start + 14}, "features": [{"did": "did:plc:b"}]}
    link = {"index": {"byteStart": 0, "byteEnd": 1}, "features": [{"uri": "https://notes.example/why-not"}]}
    [post] = read(record(text, facets=[mention, link, None, {"index": 5, "features": [{"did": "x"}]}]))

    assert (post.people, post.link_url, post.text) == (("@finch.example",), "https://notes.example/why-not", text)


def test_replies_quotes_cards_and_reposts():
    """What is answered, quoted or passed on is an address; a card's title is somebody else's."""
    card = {"uri": "https://law.example/a", "title": "Listening", "description": "What clients recall"}
    found = read(
        record(reply={"root": QUOTED, "parent": QUOTED}),
        record(embed={"$type": "app.bsky.embed.record", "record": QUOTED}),
        record("", embed={"$type": "app.bsky.embed.external", "external": card}),
    )
    repost = {"$type": "app.bsky.feed.repost", "subject": QUOTED, "createdAt": "2025-01-01T00:00:00Z"}
    [passed_on] = read_file(car({key(0, "app.bsky.feed.repost"): repost})).posts

    assert [post.kind for post in found] == ["reply", "share", "share"]
    assert found[0].reply_to.endswith("/post/3l4bbbbbbbb2b")
    assert (found[2].text, found[2].link_title) == ("", "Listening\n\nWhat clients recall")
    assert (passed_on.kind, passed_on.own_words, passed_on.text) == ("repost", False, "")


def test_the_key_tells_the_time_where_the_record_does_not():
    """A TID holds microseconds; `createdAt` may be missing or nonsense, or have an offset."""
    posts = read(record(createdAt="soon"), record(createdAt="2024-09-14T09:31:05.123456789+02:00"))

    assert [post.posted_at for post in posts] == [
        datetime.fromtimestamp(WRITTEN / 1e6, UTC),
        datetime(2024, 9, 14, 7, 31, 5, tzinfo=UTC),
    ]
    assert tid_time("self") is None
    assert tid_time("zzzzzzzzzzzzz") is None


def test_profile_and_lists_are_bios():
    """Name, words, pronouns and website; the account is known by the profile's name."""
    profile = {
        "$type": "app.bsky.actor.profile",
        "displayName": "Wren",
        "description": "Nurse.\nTea.",
        "pronouns": "she",
    }
    reading = read_file(car({PROFILE: profile, key(): record(), key(0, "app.bsky.graph.list"): {"name": "Ward nine"}}))

    assert [(post.kind, post.text) for post in reading.posts] == [
        ("bio", "Wren\n\nNurse.\nTea.\n\nshe"),
        ("post", "Hello"),
        ("bio", "Ward nine"),
    ]
    assert reading.posts[1].account == "Wren"


def test_words_of_other_apps_are_kept():
    """Blogs and the like store their records in the same repository; addresses and types are no words."""
    blog = {
        "$type": "com.example.blog",
        "title": "A day",
        "content": "https://a.example was\nright",
        "theme": "dark",
        "ref": QUOTED,
    }
    reading = read_file(
        car({"com.example.blog/a-slug": blog, "app.bsky.graph.verification/x": {"displayName": "Not mine"}})
    )

    assert texts(reading) == ["A day\n\nhttps://a.example was\nright"]
    assert reading.posts[0].kind == "article"


# --- broken and hostile ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        head(4, 1 << 60),  # a list longer than all there is
        head(5, 1 << 40),
        head(3, 1 << 30) + b"x",
        b"\x81" * 100_000 + b"\xf6",  # nested without end
        b"\xd8\x2a" * 50_000,
        b"\x9f\xff",  # indefinite length
        b"\x1c",
        b"\xf8\xff",
        b"",
    ],
)
def test_hostile_values_end(block: bytes):
    """Lengths are checked against what is there, depth is bounded."""
    with pytest.raises(Damaged):
        decoded(block, 0, len(block))


def test_a_tree_that_bites_its_tail_ends():
    """Nodes are visited once, keys are bounded, and no block is decoded without end."""
    text = cbor(record("x" * 1_000_000))
    many = cbor(
        {"l": None, "e": [{"p": 0, "k": f"{POST}/{n:05}".encode(), "v": cid_of(text), "t": None} for n in range(3000)]}
    )
    commit = cbor({"did": DID, "version": 3, "data": cid_of(many), "prev": None})
    start = cbor({"roots": [cid_of(commit)], "version": 1})
    content = varint(len(start)) + start + b"".join(map(framed, (commit, many, text)))
    reading = read_file(content)

    assert 1 <= len(reading.posts) < 200


@pytest.mark.parametrize("roots", [None, [], [None], [5], "x", [{}], [[]]])
def test_odd_headers_are_unread_or_partial(roots: Any):
    """No commit: no tree, no account; no exception but the one that says so."""
    start = cbor({"roots": roots, "version": 1})
    content = varint(len(start)) + start + framed(cbor(record("kept")))
    with contextlib.suppress(Unreadable):
        repository(content)
    assert not [reason for _, reason in unread(read_file(content)) if "not built as we expect" in reason]


ODD = (None, 17, -1.5, True, [], {}, [[[]]], {"uri": {"a": 1}}, "x" * 5000, b"\xff", [None, {"alt": 5}], -(1 << 60))


def test_mangled_files_never_raise():
    """Cut, flipped, inserted into, records with odd values: posts and unread places come out, no exception."""
    whole = SAMPLE.read_bytes()
    rich = record(
        facets=[
            {"index": {"byteStart": 0, "byteEnd": 2}, "features": [{"uri": "https://a.example"}, {"did": "did:x"}]}
        ],
        embed={
            "record": {"record": QUOTED},
            "media": {"images": [{"alt": "a"}], "external": {"uri": "https://b.example"}},
        },
        reply={"root": QUOTED, "parent": QUOTED},
        tags=["a"],
        langs=["en"],
        entities=[{"value": "https://c.example"}],
    )
    keys = (PROFILE, key(), key(1), key(0, "app.bsky.feed.repost"), "com.example.x/y")
    for seed in range(400):
        chance = random.Random(seed)
        odd = car({one: spoilt(rich, chance, ODD) for one in keys})
        reading = read_file(mangled(whole, chance) if chance.random() < 0.6 else odd)

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason]
