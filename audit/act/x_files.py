"""Posts in, X's own files out, as X writes them: what follows the `= ` is strict JSON, without a semicolon at the end.

`tweet-headers.js` holds no text. Its last entry is a post that is deleted already, where the export knows one: some
tools leave the last entries out. Source: the code and issues of an open tool that reads these files, 2025.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC

from audit.act.records import versions
from audit.posts import Post

X = "twitter"
CIRCLE = "Twitter Circle"  # closed: by hand only
TWEETS = frozenset({"post", "reply", "repost", "share", "caption"})  # messages have ids of their own
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def goes_by_id(post: Post) -> bool:
    """Say whether X removes it by its id: not what stands in a Circle, and not messages, articles or the profile."""
    return _is_tweet(post) and post.container != CIRCLE and post.state != "deleted"


def ids(post: Post) -> tuple[str, ...]:
    """Return the post's id and those of its other versions, as far as the export tells them."""
    return tuple(dict.fromkeys((post.native_id, *versions(post)))) if goes_by_id(post) else ()


def ordered(chosen: Sequence[Post]) -> list[str]:
    """Return the ids of all chosen posts, the newest first."""
    return sorted({number for post in chosen for number in ids(post)}, key=int, reverse=True)


def tweet_headers(chosen: Sequence[Post], posts: Sequence[Post], user: str) -> str:
    """Return `tweet-headers.js`. `posts`: all of the export, for versions and for what is deleted already."""
    on_x = [post for post in posts if post.network == X]
    known = {post.native_id: post for post in on_x}
    own = {number: post for post in chosen for number in ids(post)}
    numbers = ordered(chosen)
    headers = [_header(known.get(number, own[number]), number, user) for number in numbers]
    if last := _deleted_already(on_x, chosen[0].account, frozenset(numbers)):
        headers.append(_header(last, last.native_id, user))
    return _assigned("tweet_headers", json.dumps(headers, indent=2, separators=(",", " : ")))


def tweets(chosen: Sequence[Post], records: Mapping[str, str]) -> str:
    """Return `tweets.js` with the original records, character by character; "" if there are none."""
    found = [records[number] for number in ordered(chosen) if number in records]
    return _assigned("tweets", "[\n  " + ",\n  ".join(found) + "\n]") if found else ""


def by_account(posts: Sequence[Post]) -> Iterator[tuple[str, str, list[Post]]]:
    """Yield (folder, account, posts): a tool is signed in to one account, so that each has files of its own."""
    names = list(dict.fromkeys(post.account for post in posts if goes_by_id(post)))
    for number, name in enumerate(names, 1):
        place = "x" if len(names) == 1 else f"x-{number}"
        yield place, name, [post for post in posts if post.account == name and goes_by_id(post)]


def _assigned(name: str, value: str) -> str:
    return f"window.YTD.{name}.part0 = {value}"


def _header(post: Post, number: str, user: str) -> dict[str, dict[str, str]]:
    facts = {"tweet_id": number, "user_id": user, "created_at": _as_x_writes(post)}
    return {"tweet": {name: told for name, told in facts.items() if told}}


def _as_x_writes(post: Post) -> str:
    """Return the time as X writes it, in English whatever this computer speaks; "" if unknown."""
    at = post.posted_at
    if at is None:
        return ""
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return f"{_DAYS[at.weekday()]} {_MONTHS[at.month - 1]} {at:%d %H:%M:%S} +0000 {at.year}"


def _deleted_already(posts: Sequence[Post], account: str, taken: frozenset[str]) -> Post | None:
    """Return a post of the account that X itself lists as deleted: the oldest, so that it is always the same one."""
    gone = [post for post in posts if post.state == "deleted" and post.account == account and _is_tweet(post)]
    return min(
        (post for post in gone if post.native_id not in taken), key=lambda post: int(post.native_id), default=None
    )


def _is_tweet(post: Post) -> bool:
    return post.kind in TWEETS and post.native_id.isdecimal() and post.native_id.isascii()
