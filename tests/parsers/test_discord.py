"""What only Discord does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.parsers import Reading
from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import read as read_files
from tests.parsers.reading import texts

SAMPLES = sorted(
    folder for folder in (Path(__file__).parents[2] / "sample_exports/discord").iterdir() if folder.is_dir()
)
ROOM = {"id": "600000000000000001", "type": "GUILD_TEXT", "name": "general", "guild": {"id": "5000", "name": "Lounge"}}
FOLDER = "Messages/c600000000000000001"


def read(files: dict[str, Any], *, messages: bool = True) -> Reading:
    return read_files(files, messages=messages, archive="package.zip")


def package(channel: Any, contents: Any = "hello", folder: str = FOLDER, **more: Any) -> dict[str, Any]:
    message = {"ID": 1235000000000000001, "Timestamp": "2024-05-01 10:00:00", "Contents": contents, "Attachments": ""}
    return {f"{folder}/channel.json": channel, f"{folder}/messages.json": [message | more]}


@pytest.mark.parametrize(
    "folder",
    ["messages/600000000000000001", "Messages/c600000000000000001", "Nachrichten/c600000000000000001",
     "Wiadomości/c600000000000000001", "wrapper/again/メッセージ/c600000000000000001", "c600000000000000001"],
)  # fmt: skip
def test_folders_have_many_names(folder: str):
    """With and without `c`, with and without capitals, in the language of the app, or the messages folder alone."""
    [post] = read(package(ROOM, folder=folder)).posts

    assert (post.text, post.kind, post.audience, post.container) == ("hello", "post", "group", "general in Lounge")
    assert post.url == "https://discord.com/channels/5000/600000000000000001/1235000000000000001"


def test_ids_stay_exact():
    """An id has 64 bits: no step may take it for a number with a point."""
    [post] = read(package(ROOM, ID=1235000000000000003)).posts

    assert post.native_id == "1235000000000000003"


@pytest.mark.parametrize(
    ("channel", "kind", "audience"),
    [
        ({"type": "DM", "recipients": ["1", "2"]}, "message", "private"),
        ({"type": 1}, "message", "private"),
        ({"type": "GROUP_DM", "name": "us"}, "message", "group"),
        ({"type": 3}, "message", "group"),
        ({"type": "PRIVATE_THREAD", "guild": {"id": "5"}}, "message", "group"),
        ({"type": "PUBLIC_THREAD"}, "post", "group"),
        ({"type": 0}, "post", "group"),
        ({"guild": {"id": "5"}}, "post", "group"),
        ({}, "message", "unknown"),
        ("no object", "message", "unknown"),
    ],
)
def test_what_is_no_channel_of_a_server_is_private(channel: Any, kind: str, audience: str):
    """Types are words or, in older packages, numbers. What is not told counts as private, and is read when asked."""
    [post] = read(package(channel)).posts

    assert (post.kind, post.audience) == (kind, audience)
    closed = read(package(channel), messages=False)
    assert [post.kind for post in closed.posts] == ["post"] * (kind == "post")
    assert any("1 private chat was left out" in remark for remark in closed.remarks) == (kind == "message")


def test_a_channel_that_is_left_has_its_name_in_the_list():
    """channel.json then has only id and type; a default channel of a server has the server's id, so lists are apart."""
    files = package({"id": "600000000000000001", "type": "GUILD_TEXT"})
    files["Messages/index.json"] = {"600000000000000001": "general in Lounge"}
    files["Servers/index.json"] = {"600000000000000001": "Wrong"}
    [post] = read(files).posts

    assert (post.container, post.url) == ("general in Lounge", "")


def test_a_table_until_2024():
    """messages.csv: times with and without a fraction, line breaks in words, several files on one message."""
    table = (
        "ID,Timestamp,Contents,Attachments\n"
        '1,2020-08-25 22:54:05.726000+00:00,"one\n\n""two"", three",\n'
        "2,2020-08-25 22:54:06+00:00,,https://cdn.example/a.jpg https://cdn.example/b.jpg\n"
    )
    first, second = read({f"{FOLDER}/channel.json": ROOM, f"{FOLDER}/messages.csv": table}).posts

    assert first.text == 'one\n\n"two", three'
    assert first.posted_at == datetime(2020, 8, 25, 22, 54, 5, tzinfo=UTC)
    assert (second.text, second.media) == ("", 2)


def test_the_id_tells_the_time():
    """Where the time is missing."""
    [post] = read(package(ROOM, ID=175928847299117063, Timestamp=None)).posts

    assert post.posted_at == datetime(2016, 4, 30, 11, 18, 25, 796000, tzinfo=UTC)


def test_empty_messages_are_none():
    """A sticker or a call leaves neither words nor a file."""
    assert texts(read(package(ROOM, contents=""))) == []


def test_one_odd_record_costs_itself():
    """The messages around it are read."""
    files = package(ROOM)
    files[f"{FOLDER}/messages.json"] = [5, {"ID": 1, "Contents": ["x"]}, *files[f"{FOLDER}/messages.json"]]
    reading = read(files)

    assert texts(reading) == ["hello"]
    assert [gone.source for line in reading.members for gone in line.unread] == ["[0]", "[1]"]


def test_notes_and_status_but_no_addresses():
    """user.json holds notes on others, bio and status; mail, telephone and IP address stay there."""
    user = {
        "id": "1", "username": "wren", "discriminator": "0420", "email": "w@mail.example", "ip": "192.0.2.7",
        "notes": {"77": "sister of the boy"}, "settings": {"settings": {"status": {"customStatus": {"text": "tea"}}}},
    }  # fmt: skip
    reading = read({**package(ROOM), "Account/user.json": user})

    assert texts(reading) == ["hello", "tea", "sister of the boy"]
    assert {post.account for post in reading.posts} == {"wren#0420"}
    assert "192.0.2.7" not in repr(reading)
    assert "mail.example" not in repr(reading)


def test_a_package_without_messages_is_told():
    """Some packages arrive without them."""
    assert any("no messages" in remark for remark in read({"account/user.json": {"id": "1"}}).remarks)


def test_a_lone_renamed_file():
    """Known by its first line; its channel is not told, so it is private."""
    lone = {"backup.txt": '[{"ID": 1235000000000000001, "Timestamp": "2024-05-01 10:00:00", "Contents": "hi"}]'}

    assert [(post.text, post.kind) for post in read(lone).posts] == [("hi", "message")]
    assert read(lone, messages=False).posts == []
    assert texts(read({"x.csv": "ID,Timestamp,Contents,Attachments\n1,,hi,\n"})) == ["hi"]


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_mangled_files_never_raise(folder: Path):
    """Whatever is broken: posts and unread places come out, no exception, and no reason quotes a word."""
    whole = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for seed in range(30):
        dice = random.Random(seed)
        spoilt = {name: mangled(content, dice) if content else content for name, content in whole.items()}
        reading = read(spoilt)
        reasons = [gone.reason for line in reading.members for gone in line.unread]

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for reason in reasons if "not built as we expect" in reason or WORD in reason]
