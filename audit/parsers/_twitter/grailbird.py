"""The first archives, December 2012 to 2019 (code name Grailbird): month files in JavaScript, and the same as CSV.

Text is whole and escaped. A retweet by the button carries the original; "RT @name" typed by hand does not, and is the
person's own words. From spring 2013 on tweets before some day in November 2010 have 00:00:00 for a time. The month in a
file's name follows another zone than the times. `user.protected` is the account's state when it was exported.
"""

import re
from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._csv import Broken, Row, table
from audit.parsers._export import Export
from audit.parsers._twitter.files import (
    OddValue,
    Record,
    is_id,
    mapping,
    post_url,
    posts_of,
    string,
    time_in,
    tweet_time,
    whole_of,
)
from audit.parsers._twitter.text import Links, handles_in, retweet_prefix, typed, unescaped, without_half_link
from audit.parsers._twitter.tweets import OWN_THREAD, Tweet, tweet_post
from audit.posts import Post, Unread, clean_text

_LAST_DAY_ONLY = (2010, 12)
_SHORT = re.compile(r"https?://t\.co/\w+")
_MEDIA = re.compile(r"https?://(?:mobile\.)?(?:twitter|x)\.com/[^/\s]+/status/\d+/(?:photo|video)/\d+")


def read_month(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the tweets of one month's JavaScript file."""
    return posts_of(member, lambda tweet: [_from_script(tweet, export)])


def _from_script(tweet: Record, export: Export) -> Tweet:
    escaped = tweet.get("text", tweet.get("full_text"))
    if not isinstance(escaped, str):
        raise OddValue("it has no text")
    original = mapping(tweet, "retweeted_status")
    if original:
        post = _retweet(tweet, original, escaped, export)
    else:
        post = tweet_post(tweet, escaped, export, repost=False)  # "RT @name" without an original was typed by hand
    user = mapping(tweet, "user")
    post.audience = "friends" if user.get("protected") is True else "public"
    post.account = export.account.shown or clean_text(string(user, "screen_name"))
    _forget_midnight(post, tweet.get("created_at"))
    return post


def _retweet(tweet: Record, original: Record, escaped: str, export: Export) -> Tweet:
    """The original holds all of the words; the tweet around it may hold their beginning only."""
    whole = original.get("text")
    author = string(mapping(original, "user"), "screen_name")
    prefix = retweet_prefix(escaped) or (f"RT @{author}: " if author else "")
    if isinstance(whole, str):
        entities = {**mapping(original, "entities"), "user_mentions": _mentions(tweet, original)}
        tweet, escaped = {**tweet, "entities": entities}, f"{prefix}{whole}"
    return tweet_post(tweet, escaped, export, repost=True)


def _mentions(*tweets: Record) -> list[object]:
    named: list[object] = []
    for tweet in tweets:
        found = mapping(tweet, "entities").get("user_mentions")
        named.extend(found if isinstance(found, list) else ())
    return named


def _forget_midnight(post: Tweet, written: object) -> None:
    """Keep the day alone of a time that the export lost, unless the id holds it."""
    moment = post.posted_at
    if moment is None or not isinstance(written, str) or not written[:4].isdigit():
        return
    if (moment.hour, moment.minute, moment.second) != (0, 0, 0) or (moment.year, moment.month) >= _LAST_DAY_ONLY:
        return
    held = time_in(post.native_id)
    post.posted_at, post.date_only = (held.replace(microsecond=0), False) if held else (moment, True)


def read_details(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the profile's own words."""
    del export
    details = whole_of(member)
    text = string(details, "bio")
    if text or string(details, "location"):
        yield Post("bio", unescaped(text), place=string(details, "location"), audience="public", headline="Profile")


# --- CSV -------------------------------------------------------------------------------------------------------------


def read_csv(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the tweets of a table: one for all, or one a month."""
    with member.open() as stream:
        for row in table(stream, ("tweetid", "retweetedstatusid"), text="text"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
            elif not row.get("text") or not row.get("tweetid", "timestamp"):
                yield Unread(f"[{row.place}]", "it is not a row of this table")
            else:
                yield _from_row(row, export)


def _from_row(row: Row, export: Export) -> Tweet:
    native_id = row.get("tweetid") if is_id(row.get("tweetid")) else ""
    repost = bool(row.get("retweetedstatusid"))
    links = _links_of_row(row)
    text = typed(unescaped(row.get("text")), links)
    post = Tweet(
        kind="repost" if repost else "reply" if row.get("inreplytostatusid", "inreplytouserid") else "post",
        text=without_half_link(text) if repost else text,
        posted_at=tweet_time(row.get("timestamp"), native_id),
        source=f"[{row.place}]",
        native_id=native_id,
        url=post_url(native_id),
        audience="public",
        own_words=not repost,
        reply_to="" if repost else _answered(row, text, export),
        link_url=links.first,
        people=handles_in(text),
        media=links.media,
        answers=row.get("inreplytostatusid") if not repost and is_id(row.get("inreplytostatusid")) else "",
        bare=True,
    )
    _forget_midnight(post, row.get("timestamp"))
    return post


def _answered(row: Row, text: str, export: Export) -> str:
    user = row.get("inreplytouserid")
    if user and user == export.account.native_id:
        return OWN_THREAD
    answers = user or row.get("inreplytostatusid")
    return next(iter(handles_in(text)), "") if answers and text.startswith("@") else ""


def _links_of_row(row: Row) -> Links:
    """Addresses stand in a cell of their own, in the order of the short links, if none is missing there."""
    links = Links()
    if not row.get("expandedurls"):
        return links
    addresses = list(dict.fromkeys(one.strip() for one in row.get("expandedurls").split(",") if "://" in one))
    pictures = [one for one in addresses if _MEDIA.match(one)]
    links.media = len(pictures)
    shorts = list(dict.fromkeys(_SHORT.findall(row.get("text"))))
    if len(shorts) == len(addresses):
        links.addresses.update(zip(shorts, addresses, strict=True))
        links.of_media.update(short for short, address in links.addresses.items() if address in pictures)
    else:
        links.addresses.update((one, one) for one in addresses if one not in pictures)
    return links
