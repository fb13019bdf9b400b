"""What only Mastodon and its kin do. What every parser must do is in test_every_export.py."""

import io
import json
import random
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import open_archive
from audit.parsers import Reading, read_exports
from audit.parsers._html_words import plain
from audit.posts import Post
from tests.parsers.mangle import mangled
from tests.parsers.reading import read as read_named
from tests.parsers.reading import unread

SAMPLE = Path(__file__).parents[2] / "sample_exports" / "mastodon" / "2023"
HOME = "https://social.example/users/wren"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
FOLLOWERS = f"{HOME}/followers"
OWL = "https://third.example/users/owl"
ACTOR = {
    "id": HOME,
    "preferredUsername": "wren",
    "name": "Wren",
    "followers": FOLLOWERS,
    "url": "https://social.example/@wren",
}


def read(*activities: Any, messages: bool = True) -> Reading:
    outbox = {"id": "outbox.json", "type": "OrderedCollection", "totalItems": 1, "orderedItems": list(activities)}
    return read_named({"outbox.json": json.dumps(outbox), "actor.json": json.dumps(ACTOR)}, messages=messages)


def note(content: str = "<p>Hello</p>", number: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{HOME}/statuses/{number}",
        "type": "Note",
        "content": content,
        "published": "2023-02-03T19:04:11Z",
        "attributedTo": HOME,
        "to": [PUBLIC],
        "cc": [FOLLOWERS],
        **more,
    }


def create(content: str = "<p>Hello</p>", number: int = 1, **more: Any) -> dict[str, Any]:
    return {"type": "Create", "actor": HOME, "object": note(content, number, **more)}


def texts(reading: Reading) -> list[str]:
    return [post.text for post in reading.posts if post.kind != "bio"]


def posts(reading: Reading) -> list[Post]:
    return [post for post in reading.posts if post.kind != "bio"]


# --- the archive -----------------------------------------------------------------------------------------------------


def test_the_list_of_posts_may_stand_there_twice():
    """Archives of the 4.2 era write `orderedItems` twice, the first time empty; in large files as in small ones."""
    for filler in ("", "x" * 5_000_000):
        two = f'"orderedItems":[],"orderedItems":[{json.dumps(create())},{json.dumps(create(filler, 2, name=None))}]'
        reading = read_named({"outbox.json": '{"id":"outbox.json","type":"OrderedCollection",' + two + "}"})

        assert texts(reading)[0] == "Hello"


def test_old_archives_are_tar_gz(tmp_path: Path):
    """2.3 to 4.1: packed as tar.gz, with longer paths to the pictures, or all in a folder."""
    path = tmp_path / "archive-20190802114455-00.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name in ("outbox.json", "actor.json"):
            content = (SAMPLE / name).read_bytes()
            info = tarfile.TarInfo(f"deep/{name}")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    with open_archive(path) as archive:
        found = read_exports([archive]).posts

    assert len(found) > 10


def test_the_outbox_alone_is_enough():
    """Without actor.json followers are known by the address's end."""
    outbox = json.dumps({"type": "OrderedCollection", "orderedItems": [create(to=[FOLLOWERS], cc=[])]})

    assert read_named({"outbox.json": outbox}).posts[0].audience == "friends"
    assert texts(read_named({"renamed.txt": outbox})) == ["Hello"]


def test_likes_are_not_posts():
    """likes.json looks like an outbox and holds other people's posts; also under another name."""
    likes = json.dumps({"@context": "x", "id": "likes.json", "type": "OrderedCollection", "orderedItems": [note()]})

    assert texts(read_named({"my likes.txt": likes})) == []


def test_a_file_without_a_list_is_told():
    """A silent zero is the worst result."""
    assert unread(read_named({"outbox.json": '{"type": "OrderedCollection", "totalItems": 3}'}))
    assert not unread(read_named({"outbox.json": '{"type": "OrderedCollection", "totalItems": 0, "orderedItems": []}'}))


# --- audience --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "cc", "audience", "kind"),
    [
        ([PUBLIC], [FOLLOWERS], "public", "post"),
        (["as:Public"], [], "public", "post"),
        ([FOLLOWERS], [PUBLIC], "public", "post"),
        (PUBLIC, None, "public", "post"),
        ([FOLLOWERS], [OWL], "friends", "post"),
        ([OWL], [], "private", "message"),
        ([], [], "private", "note"),
    ],
)
def test_who_may_see_it_follows_from_its_addresses(to: Any, cc: Any, audience: str, kind: str):
    """Public, quiet public, followers, the people mentioned, nobody."""
    [post] = posts(read(create(to=to, cc=cc)))

    assert (post.audience, post.kind) == (audience, kind)


def test_without_addresses_words_are_no_message():
    """What lacks `to` and `cc` is kept among the posts, its audience unknown."""
    activity = create()
    del activity["object"]["to"], activity["object"]["cc"]
    [post] = posts(read(activity, messages=False))

    assert (post.text, post.audience, post.kind) == ("Hello", "unknown", "post")


def test_direct_messages_only_when_asked_for():
    """They lie in the outbox among the posts; the report says how many were passed over."""
    reading = read(create(to=[OWL], cc=[]), messages=False)

    assert texts(reading) == []
    assert any(remark.count("1 direct message of yours") for remark in reading.remarks)


# --- words -----------------------------------------------------------------------------------------------------------


def test_warnings_polls_and_descriptions_are_own_words():
    """Content warning, poll options and alt texts stand with the words, each once; null is none."""
    pictures = [
        {"type": "Document", "name": "My desk"},
        {"type": "Document", "name": None},
        {"type": "Link", "href": "x"},
    ]
    options = [{"type": "Note", "name": "Tea"}, {"type": "Note", "name": "Coffee"}]
    reading = read(
        create("<p>A or B?</p>", summary="work, heavy", attachment=pictures, oneOf=options, type="Question"),
        create("", 2, attachment=pictures[:1]),
        create("", 3, summary="only a warning"),
        create("", 4, attachment=pictures[1:2]),
        create("", 5),
    )

    assert texts(reading) == ["work, heavy\n\nA or B?\n\nTea\nCoffee\n\nMy desk", "My desk", "only a warning", ""]
    assert [post.media for post in posts(reading)] == [2, 1, 0, 1]


def test_names_of_picture_files_are_no_words():
    """Some servers put the file's name where the description belongs."""
    [post] = posts(read(create("", attachment=[{"type": "Document", "name": "IMG_2041.jpeg"}])))

    assert (post.text, post.media) == ("", 1)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>Long clinic.<br>The last <br/>stayed.</p><p>Sleep.</p>", "Long clinic.\nThe last\nstayed.\n\nSleep."),
        ("<p>1 &lt; 2 &amp;amp; &quot;so&quot;</p>", '1 < 2 &amp; "so"'),
        (
            '<a href="https://a.example/b?c&amp;d"><span class="invisible">https://</span><span class="ellipsis">'
            'a.example/b</span><span class="invisible">?c&amp;d</span></a>',
            "https://a.example/b?c&d",
        ),
        ('see <a href="https://a.example/x">this</a>.', "see this (https://a.example/x)."),
        ('<a href="https://o/@f" class="u-url mention">@<span>f</span></a> hi', "@f hi"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("I <3 tea and 2 > 1", "I <3 tea and 2 > 1"),
        ('<p class="quote-inline">RE: <a href="https://q">q</a></p><p>Mine</p>', "Mine"),
        ("<p>never closed", "never closed"),
        ("<p>a <!-- b --> c</p><script>d</script>", "a c"),
    ],
)
def test_html_becomes_text(written: str, shown: str):
    """Blocks and breaks are lines, entities are decoded once, addresses are whole."""
    assert " ".join(plain(written).text.split(" ")).replace("  ", " ") == shown


def test_mentions_are_known_by_their_full_handles():
    """The words show only the first half."""
    tags = [{"type": "Mention", "name": "@owl@third.example"}, {"type": "Hashtag", "name": "#x"}, None, 7]

    assert posts(read(create(tag=tags)))[0].people == ("@owl@third.example",)


def test_words_may_stand_in_the_map_of_languages_alone():
    """`contentMap` is the same by language; the language is told where there is one."""
    activity = create(contentMap={"de": "<p>Hallo</p>"})
    del activity["object"]["content"]
    [post] = posts(read(activity))

    assert (post.text, post.language) == ("Hallo", "de")


def test_a_reply_and_its_time_and_address():
    """`inReplyTo` is an address; `url` is the page that people see; null conversation (2018) costs nothing."""
    page = "https://social.example/@wren/1"
    [post] = posts(read(create(inReplyTo="https://o.example/s/5", url=page, conversation=None)))

    assert (post.kind, post.reply_to, post.url) == ("reply", "https://o.example/s/5", page)
    assert post.posted_at == datetime(2023, 2, 3, 19, 4, 11, tzinfo=UTC)


# --- other people's words --------------------------------------------------------------------------------------------


def test_a_boost_is_somebody_elses():
    """Only the address is known; where the post stands in it whole, its words are not the person's."""
    other = note("<p>Theirs</p>", attributedTo=OWL, id="https://third.example/s/1")
    found = posts(
        read(
            {
                "type": "Announce",
                "actor": HOME,
                "published": "2023-02-04T08:00:00Z",
                "to": [PUBLIC],
                "object": "https://o.example/5",
            },
            {"type": "Announce", "actor": HOME, "to": [PUBLIC], "object": other},
        )
    )

    assert [(post.kind, post.own_words, post.text) for post in found] == [
        ("repost", False, ""),
        ("repost", False, "Theirs"),
    ]
    assert found[0].link_url == "https://o.example/5"


def test_a_boost_of_ones_own_post_is_one_post():
    """A boosted post for followers stands in the archive twice, in the boost whole."""
    assert texts(read(create(), {"type": "Announce", "actor": HOME, "object": note()})) == ["Hello"]
    assert texts(read({"type": "Announce", "actor": HOME, "object": note()})) == ["Hello"]


def test_a_post_by_another_author_is_not_own():
    """Where actor and author are told and differ, it was passed on."""
    [post] = posts(read(create(attributedTo=OWL)))

    assert not post.own_words


# --- the profile -----------------------------------------------------------------------------------------------------


def test_the_profile_is_name_words_and_fields():
    """Words and values are HTML; the handle holds the server."""
    actor = {
        **ACTOR,
        "summary": "<p>Nurse.<br>Tea.</p>",
        "attachment": [{"name": "Ward", "value": "<b>Nine</b>"}, None],
    }
    reading = read_named({"outbox.json": '{"orderedItems":[]}', "actor.json": json.dumps(actor)})
    [bio] = [post for post in reading.posts if post.kind == "bio"]

    assert bio.text == "Wren\n\nNurse.\nTea.\n\nWard: Nine"
    assert bio.account == "@wren@social.example"


# --- broken and hostile ----------------------------------------------------------------------------------------------


def test_one_broken_activity_costs_one():
    """Null, numbers, lists, and posts of which only the address is left are told by their place."""
    reading = read(None, 17, [], {"type": 5}, {"type": "Create", "object": None}, create("<p>next</p>"))

    assert texts(reading) == ["next"]
    assert [place for place, _ in unread(reading)] == ["[0]", "[1]", "[2]", "[3]", "[4]"]


def test_mangled_files_never_raise():
    """Cut, flipped, with odd values and deep nesting: posts and unread places come out, no exception."""
    whole = {name: (SAMPLE / name).read_bytes() for name in ("outbox.json", "actor.json")}
    for seed in range(300):
        chance = random.Random(seed)
        files: dict[str, str | bytes] = {name: mangled(content, chance) for name, content in whole.items()}
        reading = read_named(files)

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason]
