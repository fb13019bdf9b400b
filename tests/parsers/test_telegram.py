"""What only Telegram does. What every parser must do is in test_every_export.py."""

import json
import random
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from audit.parsers import Reading
from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import read as read_files
from tests.parsers.reading import texts, unread

SAMPLES = sorted(
    folder for folder in (Path(__file__).parents[2] / "sample_exports/telegram").iterdir() if folder.is_dir()
)
ME: dict[str, Any] = {"user_id": 1111, "first_name": "Wren", "last_name": "E", "phone_number": "+00 000"}


def read(files: dict[str, Any], *, messages: bool = True) -> Reading:
    return read_files(files, messages=messages, written=partial(json.dumps, indent=1))


def message(text: Any = "hello", sender: Any = "user1111", name: str | None = "Wren E", **more: Any) -> dict[str, Any]:
    return {
        "id": 2, "type": "message", "date": "2023-02-01T09:01:00", "date_unixtime": "1675242060", "from": name,
        "from_id": sender, "text": text,
    } | more  # fmt: skip


def chat(*messages: Any, kind: str = "private_group", number: int = 2222, name: str | None = "Ward") -> dict[str, Any]:
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def whole(*chats: Any, **more: Any) -> dict[str, Any]:
    return {"about": "Here is the data", "personal_information": ME, "chats": {"about": "", "list": list(chats)}} | more


# --- words -----------------------------------------------------------------------------------------------------------


def test_text_is_a_list_of_pieces():
    """Strings and objects in turn; the address behind a word is kept beside it."""
    pieces = ["covering ", {"type": "bold", "text": "court 3"}, ", see ",
              {"type": "text_link", "text": "list", "href": "https://lists.example/3"}]  # fmt: skip
    [post] = read({"result.json": whole(chat(message(pieces)))}).posts

    assert post.text == "covering court 3, see list (https://lists.example/3)"
    assert (post.link_url, post.audience, post.container) == ("https://lists.example/3", "group", "Ward")
    assert post.posted_at == datetime(2023, 2, 1, 9, 1, tzinfo=UTC)


def test_entities_come_before_text():
    """Newer versions write both; an empty list of entities says nothing."""
    both = message("short", text_entities=[{"type": "plain", "text": "whole"}, {"type": "mention", "text": "@finch"}])
    bare = message("alone", text_entities=[])
    first, second = read({"result.json": whole(chat(both, bare))}).posts

    assert (first.text, first.people, second.text) == ("whole@finch", ("@finch",), "alone")


def test_control_characters_as_telegram_writes_them():
    r"""`\x0B` is no JSON. A backslash that somebody typed before an x stays one."""
    text = json.dumps(whole(chat(message("one|two"), message("C:\\x41"))), indent=1).replace("|", "\\x01")

    assert texts(read({"result.json": text})) == ["onetwo", "C:\\x41"]


def test_a_path_without_quotation_marks():
    """Version 4.1 wrote the file of a custom emoji bare."""
    emoji = {"type": "custom_emoji", "text": "\U0001f600", "document_id": "BARE"}
    text = json.dumps(whole(chat(message([emoji, " ok"]))), indent=1).replace('"BARE"', "stickers/sticker (1).webp")

    assert texts(read({"result.json": text})) == ["\U0001f600 ok"]


def test_polls_places_and_files():
    """Own polls are own words. Coordinates alone, stickers and the note on a file left out are not."""
    poll = {"question": "Lunch?", "answers": [{"text": "Yes", "voters": 1}, {"text": "No"}]}
    reading = read({"result.json": whole(chat(
        message("", poll=poll),
        message("", location_information={"latitude": 1.0, "longitude": 2.0}),
        message("", place_name="Café", address="1 Quay"),
        message("", file="sticker.webp", media_type="sticker"),
        message("", photo="(File not included. Change data exporting settings to download.)"),
    ))})  # fmt: skip

    assert [(post.text, post.place, post.media) for post in reading.posts] == [
        ("Lunch?\nYes\nNo", "", 0), ("", "Café, 1 Quay", 0), ("", "", 1),
    ]  # fmt: skip


# --- whose -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sender", ["user1111", 1111, "user4294968407", 4294968407])
def test_ids_through_the_years(sender: Any):
    """A bare number until 2021, for a while in 2020 larger by 2^32, since then `user123`."""
    assert texts(read({"result.json": whole(chat(message(sender=sender)))})) == ["hello"]


def test_other_people_and_forwards_are_left():
    """Also a forward whose author is gone, and what Telegram itself wrote."""
    reading = read({"result.json": whole(chat(
        message("theirs", "user9", "Oke"), message("null", "user9", None), message("passed on", forwarded_from="News"),
        message("hidden", forwarded_from=None), message("mine"), {"id": 5, "type": "unsupported"},
        {"id": 6, "type": "service", "actor_id": "user1111", "action": "pin_message", "text": "pinned"},
    ))})  # fmt: skip

    assert texts(reading) == ["mine"]
    assert unread(reading) == []


def test_public_groups_are_read_private_ones_when_asked():
    """By the chat's type; messages to oneself are notes."""
    chats = [
        chat(message("in public"), kind="public_supergroup"),
        chat(message("an answer", reply_to_message_id=1), kind="public_supergroup"),
        chat(message("closed"), kind="private_supergroup"),
        chat(message("to one"), kind="personal_chat"),
        chat(message("to myself"), kind="saved_messages", number=1111),
    ]
    files = {"result.json": whole(*chats)}

    asked = read(files).posts
    assert [(post.kind, post.audience) for post in asked] == [
        ("post", "public"), ("reply", "public"), ("message", "group"), ("message", "private"), ("note", "private"),
    ]  # fmt: skip
    closed = read(files, messages=False)
    assert texts(closed) == ["in public", "an answer"]
    assert any("3 private messages of yours lie" in remark for remark in closed.remarks)


def test_posts_of_a_channel_are_ones_own_if_signed():
    """They are sent in the channel's name; unsigned ones may be anybody's, which is told."""
    channel = chat(
        message("signed", "channel2222", "Crumbs", author="Wren E"),
        message("unsigned", "channel2222", "Crumbs"),
        kind="public_channel",
        name="Crumbs",
    )
    reading = read({"result.json": whole(channel)})

    assert texts(reading) == ["signed"]
    assert unread(reading) == [("chats.list[0]", "whose messages these are is not said: none were taken for yours")]
    assert any("telegram-me.txt" in remark for remark in reading.remarks)


def test_one_chat_between_two_tells_who_is_who():
    """It carries the other's number and name, and nothing of the person."""
    two = chat(message("theirs", "user2222", "Robin"), message("mine"), kind="personal_chat", name="Robin")
    reading = read({"result.json": two})

    assert [(post.text, post.account) for post in reading.posts] == [("mine", "Wren E")]


def test_one_group_tells_nobody():
    """Nothing is guessed, until the person says who they are: by name or by number."""
    group = chat(message("mine"), message("theirs", "user5", "Oke"))

    assert texts(read({"result.json": group})) == []
    assert unread(read({"result.json": group}))
    for told in ("wren  e\n", "1111"):
        assert texts(read({"result.json": group, "telegram-me.txt": told})) == ["mine"]


def test_a_whole_account_tells_the_single_chats():
    """Whose the one export is, the other one is too."""
    files = {"a/result.json": whole(), "b/result.json": chat(message("mine"), message("theirs", "user5", "Oke"))}

    assert texts(read(files)) == ["mine"]


# --- broken ----------------------------------------------------------------------------------------------------------


def test_one_broken_message_costs_itself():
    """Broken by its brackets, by its quotation marks, or no message at all."""
    good = json.dumps(whole(chat(message("one"), message("TWO"), message("three"))), indent=1)

    for broken in ('"T"WO"', "{{}", "\\"):
        assert texts(read({"result.json": good.replace('"TWO"', broken)})) == ["one", "three"]
    chats = [chat(message("TWO"), kind="public_channel"), chat(message("three"), message("four"))]
    good = json.dumps(whole(*chats), indent=1)
    for broken in ('"T"WO"', "{{}", "\\"):  # what follows stays in its own, private chat
        found = read({"result.json": good.replace('"TWO"', broken)}).posts
        assert [(post.text, post.kind) for post in found] == [("three", "message"), ("four", "message")]
    odd = read({"result.json": whole(chat("no message", message(17), message("three")))})
    assert texts(odd) == ["three"]
    assert [place for place, _ in unread(odd)] == ["chats.list[0].messages[0]", "chats.list[0].messages[1]"]


def test_a_cut_file_gives_what_stands_before():
    """A download that broke off."""
    text = json.dumps(whole(chat(message("one"), message("two"))), indent=1)
    reading = read({"result.json": text[: text.index('"two"')]})

    assert texts(reading) == ["one"]
    assert any("cut off" in reason for _, reason in unread(reading))


def test_time_without_a_zone_is_the_computers():
    """Until 2023 only the local time of the exporting computer is written."""
    old = message() | {"date_unixtime": None}
    [post] = read({"result.json": whole(chat(old))}).posts

    assert (post.clock, post.posted_at) == ("local", datetime(2023, 2, 1, 9, 1))


def test_a_lone_renamed_file():
    """Known by its first lines."""
    assert texts(read({"old.txt": whole(chat(message()))})) == ["hello"]
    assert texts(read({"old.json": chat(message(), kind="saved_messages")})) == ["hello"]


def test_telephone_numbers_stay_out():
    """Of the account and of contacts that were sent."""
    shared = message("", contact_information={"first_name": "Oke", "phone_number": "+00 999"})

    assert "999" not in repr(read({"result.json": whole(chat(message(), shared))}).posts)


# --- pages -----------------------------------------------------------------------------------------------------------


def page(*messages: str, title: str = "Robin Vale") -> str:
    head = f'<div class="page_header">\n<div class="text bold">\n{title} \n</div>\n</div>\n'
    head = f'<!DOCTYPE html>\n<html><title>Exported Data</title>\n{head}<div class="page_body chat_page">\n'
    return f"{head}{''.join(messages)}</div></html>"


def said(text: str, name: str = "", forwarded: str = "", date: str = "01.05.2024 19:02:11") -> str:
    who = f'<div class="from_name">\n{name} \n</div>\n' if name else ""
    words = f'<div class="text">\n{text}\n</div>\n'
    if forwarded:
        words = f'<div class="forwarded body">\n<div class="from_name">\n{forwarded} \n</div>\n{words}</div>\n'
    joined = "" if name else " joined"
    date = f'<div class="pull_right date details" title="{date}">\n19:02\n</div>\n'
    inner = f'<div class="body">\n{date}{who}{words}</div></div>\n'
    return f'<div class="message default clearfix{joined}" id="message7">\n{inner}'


SIGN = {"images/section_chats.png": b"\x89PNG"}


def test_pages_of_a_chat_between_two():
    """The one beside the chat's name is the person; a joined message has the name above it; a forward is not own."""
    own = said("one &lt;3<br>two &quot;quoted&quot;", "Wren E")
    reading = read({**SIGN, "messages.html": page(
        said("theirs", "Robin Vale"), own, said("joined"), said("news", "Wren E", "The Example"),
        said("more", "Robin Vale"),
    )})  # fmt: skip

    assert texts(reading) == ['one <3\ntwo "quoted"', "joined"]
    assert [(post.clock, post.audience) for post in reading.posts] == [("local", "private")] * 2


def test_pages_of_a_group_tell_nobody():
    """Not even where it was exported by one of two who write in it; over several pages the writers are the same."""
    group = {**SIGN, "messages.html": page(said("a", "Wren E"), title="Ward"), "messages2.html": page(said("b", "Oke"))}

    assert texts(read(group)) == []
    assert texts(read({**group, "telegram-me.txt": "Wren E"})) == ["a"]


def test_a_page_of_a_whole_account_says_whose_it_is():
    """In export_results.html; newer pages have an offset beside each time."""
    row = '<div class="label details">\n{}\n</div>\n\n<div class="value bold">\n{}\n</div>\n'
    reading = read({
        "export_results.html": row.format("First name", "Wren") + row.format("Bio", "tea &amp; rain"),
        "chats/chat_001/messages.html": page(
            said("mine", "Wren", date="01.05.2024 19:02:11 UTC+02:00"), said("theirs", "Oke"), said("b", "Ana")),
    })  # fmt: skip

    assert sorted(texts(reading)) == ["mine", "tea & rain"]
    assert datetime(2024, 5, 1, 17, 2, 11, tzinfo=UTC) in [post.posted_at for post in reading.posts]


def test_pages_are_read_only_when_asked_for():
    """They do not say which groups are public."""
    assert read({**SIGN, "messages.html": page(said("a", "Wren E"))}, messages=False).posts == []


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_mangled_files_never_raise(folder: Path):
    """Whatever is broken: posts and unread places come out, no exception, and no reason quotes a word."""
    whole_files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for seed in range(60):
        dice = random.Random(seed)
        spoilt = {name: mangled(content, dice) if content else content for name, content in whole_files.items()}
        reading = read(spoilt)
        reasons = [reason for _, reason in unread(reading)]

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for reason in reasons if "not built as we expect" in reason or WORD in reason]
