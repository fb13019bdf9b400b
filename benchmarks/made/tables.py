"""Exports of CSV: Google, Reddit, LinkedIn, Discord before 2023."""

import csv
import io
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.made.words import moment, number_like, said, token, zipped


def _table(header: str, rows: Iterable[Sequence[object]]) -> str:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return held.getvalue()


def google_zip(path: Path, count: int) -> Path:
    """Write a Takeout with `count` YouTube comments of some 250 bytes."""
    dice = random.Random(21)
    header = (
        "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,"
        "Top-Level Comment ID"
    )

    def row(number: int) -> Sequence[object]:
        pieces = [{"text": said(dice, 30)}]
        if dice.random() < 0.2:
            mention = {"text": "@example-lifts", "mention": {"externalChannelId": "UCotherotherotherother01"}}
            pieces = [mention, {"text": f" {pieces[0]['text']}"}]  # type: ignore[list-item]
        text = ",".join(json.dumps(piece, separators=(",", ":"), ensure_ascii=False) for piece in pieces)
        when = f"{moment(number, 37):%Y-%m-%dT%H:%M:%S}.{number % 10**6:06}+00:00"
        key = f"Ugx{token(dice, 15)}4AaABAg"
        return key, "UCexampleexampleexample1", when, 0, "", "", token(dice, 11), text, ""

    name = "Takeout/YouTube and YouTube Music/comments/comments.csv"
    return zipped(path, [(name, _table(header, map(row, range(count))))])


def reddit_zip(path: Path, count: int) -> Path:
    """Write Reddit's data request: `count` comments of some 400 bytes."""
    dice = random.Random(22)

    def row(number: int) -> Sequence[object]:
        key = f"k{number_like(dice, 0, number):x}"
        thread = f"https://www.reddit.com/r/crosswords/comments/{dice.getrandbits(30):x}/weekly_thread/"
        when = f"{moment(number, 37):%Y-%m-%d %H:%M:%S} UTC"
        return key, f"{thread}{key}/", when, "192.0.2.17", "crosswords", 0, thread, "", said(dice), ""

    header = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media"
    return zipped(path, [("comments.csv", _table(header, map(row, range(count))))])


def linkedin_zip(path: Path, count: int) -> Path:
    """Write LinkedIn's larger archive: half of `count` are comments, half are shares."""
    dice = random.Random(23)
    place = "https://www.linkedin.com/feed/update/urn%3Ali%3A"

    def comment(number: int) -> Sequence[object]:
        return (
            f"{moment(number):%Y-%m-%d %H:%M:%S}",
            f"{place}activity%3A{number_like(dice, 7 * 10**18, number)}",
            said(dice),
        )

    def share(number: int) -> Sequence[object]:
        text = '"\n"'.join(said(dice, 60).split("\n"))
        return (
            f"{moment(number):%Y-%m-%d %H:%M:%S}",
            f"{place}share%3A{number_like(dice, 7 * 10**18, number)}",
            text,
            "",
            "",
            "ANYONE",
        )

    comments = _table("Date,Link,Message", map(comment, range(count - count // 2)))
    shares = _table(
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", map(share, range(count, count + count // 2))
    )
    return zipped(path, [("Comments_58213377.csv", comments), ("Shares_58213377.csv", shares)])


def discord_csv_zip(path: Path, count: int) -> Path:
    """Write Discord's package of before 2023: one channel of `count` messages of some 150 bytes."""
    dice = random.Random(24)

    def row(number: int) -> Sequence[object]:
        return (
            number_like(dice, 7 * 10**17, number),
            f"{moment(number):%Y-%m-%d %H:%M:%S}.726000+00:00",
            said(dice, 30),
            "",
        )

    return zipped(
        path, discord_members("messages.csv", _table("ID,Timestamp,Contents,Attachments", map(row, range(count))))
    )


def discord_members(name: str, content: str) -> list[tuple[str, str]]:
    """Return a package with one channel, whose messages are the given file."""
    channel = {
        "id": "600000000000000001",
        "type": 0,
        "name": "placement",
        "guild": {"id": "500000000000000001", "name": "Trainee Lounge"},
    }
    return [
        ("account/user.json", json.dumps({"id": "210", "username": "linden", "discriminator": "0420"})),
        ("messages/index.json", json.dumps({"600000000000000001": "placement in Trainee Lounge"})),
        ("servers/index.json", json.dumps({"500000000000000001": "Trainee Lounge"})),
        ("messages/c600000000000000001/channel.json", json.dumps(channel)),
        (f"messages/c600000000000000001/{name}", content),
    ]
