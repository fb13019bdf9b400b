"""Tweets of the full account archive, 2018 to today: live and deleted ones, those of Communities and of Circles.

`tweet.js` became `tweets.js` in 2022, with -part1, -part2, … from 100 MiB on. `truncated`, `retweeted` and
`display_text_range` say nothing true. A retweet is told by its first words alone and cut at 140 characters; a long post
is cut at some 275, and whole only in `note-tweet.js`. Each version of an edited post is a record of its own.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._twitter.files import (
    OddValue,
    Record,
    any_time,
    count_of,
    id_of,
    is_id,
    listed,
    mapping,
    mappings,
    milliseconds_in,
    post_url,
    posts_of,
    records_of,
    string,
    tweet_time,
)
from audit.parsers._twitter.text import (
    handles,
    handles_in,
    language,
    length_before_cut,
    links_of,
    place_of,
    retweet_prefix,
    typed,
    unescaped,
    without_half_link,
)
from audit.posts import Post, Unread

LONG_POSTS_SINCE = datetime(2023, 2, 1, tzinfo=UTC)
CUT_FROM = 265  # characters: shorter ones that end in … were typed so
NOTE_LEAD = 2000  # milliseconds by which a long text's id can be older than its tweet's; 13 to 41 were seen
OWN_THREAD = "own thread"
_ANSWERED = ("in_reply_to_user_id_str", "in_reply_to_status_id_str", "in_reply_to_user_id", "in_reply_to_status_id")
NOTE_FILES = r"(?:deleted[-_])?note[-_]tweets?"


@dataclass(slots=True)
class Tweet(Post):
    """A post that still has to be held against others, once all are read."""

    answers: str = ""  # the id of the tweet it answers
    versions: tuple[str, ...] = ()  # the ids of all its versions, the last one live
    bare: bool = False  # from the CSV, which says less than the JavaScript beside it


def read_tweets(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the tweets that still stood when the export was made."""
    return _read(member, export, audience=audience_of(export))


def read_deleted(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield tweets that were deleted, and that X still held."""
    return _read(member, export, audience=audience_of(export), state="deleted")


def read_community(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what was posted in Communities. Only members can answer there, but anyone can read."""
    return _read(member, export, audience="public")


def read_circle(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what was posted to a Circle, up to 150 chosen people; a fault showed it to strangers in 2023."""
    return _read(member, export, audience="friends", container="Twitter Circle")


def audience_of(export: Export) -> str:
    """Say who can see the account's tweets, as far as the last six months' protection tells."""
    changes = list(records_of(export, r"protected[-_]history", "protectedHistory"))
    timed = [(moment, string(one, "action")) for one in changes if (moment := any_time(one.get("protectedAt")))]
    last = max(timed)[1] if timed else ""
    return "friends" if last.lower() == "protect" else "public"


def _read(
    member: Member, export: Export, *, audience: str, state: str = "live", container: str = ""
) -> Iterator[Post | Unread]:
    notes = _Notes(export)
    make = partial(_tweets, export=export, audience=audience, state=state, container=container)
    for found in posts_of(member, make, "tweet"):
        cut = isinstance(found, Tweet) and looks_cut(found) and not notes.has_one_for(found)
        place = found.source
        yield found
        if cut:
            yield Unread(place, "its end may be missing: it looks cut, and its long version is not beside it")


def _tweets(tweet: Record, *, export: Export, audience: str, state: str, container: str) -> Iterator[Post]:
    escaped = _escaped(tweet)
    post = tweet_post(tweet, escaped, export, repost=bool(retweet_prefix(escaped)))
    post.audience, post.state, post.container = audience, state, container or _community(tweet)
    if post.state == "live" and post.versions and post.versions[-1] != post.native_id:
        post.state = "earlier version"
        post.url = post_url(post.versions[-1])
    yield post


def _escaped(tweet: Record) -> str:
    for key in ("full_text", "text"):
        if isinstance(found := tweet.get(key), str):
            return found
    if mapping(tweet, "entities").get("media") or mapping(tweet, "extended_entities").get("media"):
        return ""
    raise OddValue("it has no text")


def tweet_post(tweet: Record, escaped: str, export: Export, *, repost: bool) -> Tweet:
    """Return the post of one tweet, of whatever year: the fields that all years share."""
    native_id = id_of(tweet, "id_str", "id")
    links = links_of(tweet, native_id)
    text = typed(unescaped(escaped), links)
    reply = not repost and _is_reply(tweet)
    return Tweet(
        kind="repost" if repost else "reply" if reply else "post",
        text=without_half_link(text) if repost else text,
        posted_at=tweet_time(tweet.get("created_at"), native_id),
        native_id=native_id,
        url=post_url(native_id),
        own_words=not repost,
        reply_to=_answered(tweet, text, export) if reply else "",
        link_url=links.first,
        place=place_of(tweet),
        people=handles(tweet, text),
        media=links.media,
        reactions=None if repost else count_of(tweet, "favorite_count"),
        language=language(tweet),
        answers=id_of(tweet, "in_reply_to_status_id_str", "in_reply_to_status_id") if reply else "",
        versions=_versions(tweet),
    )


def _is_reply(tweet: Record) -> bool:
    return bool(id_of(tweet, *_ANSWERED) or string(tweet, "in_reply_to_screen_name"))


def _answered(tweet: Record, text: str, export: Export) -> str:
    """Return the handle it answers, or `own thread` for an answer to oneself. An account that is gone has no name."""
    name = string(tweet, "in_reply_to_screen_name")
    user = id_of(tweet, "in_reply_to_user_id_str", "in_reply_to_user_id")
    account = export.account
    if (user and user == account.native_id) or (name and name.lower() == account.handle.lower()):
        return OWN_THREAD
    if name:
        return f"@{name}"
    named = mappings(mapping(tweet, "entities"), "user_mentions") if user else []
    names = (string(one, "screen_name") for one in named if id_of(one, "id_str", "id") == user)
    found = next((f"@{name}" for name in names if name), "")
    return found or (next(iter(handles_in(text)), "") if user and text.startswith("@") else "")


def _versions(tweet: Record) -> tuple[str, ...]:
    """Return the ids of all versions of an edited tweet, the live one last; nothing for one that was never edited."""
    info = mapping(tweet, "edit_info")
    if not info:
        return ()
    for control in (mapping(info, "initial"), mapping(mapping(info, "edit"), "editControlInitial"), info):
        if ids := listed(control, "editTweetIds"):
            known = tuple(one for one in ids if is_id(one))
            return known if len(known) > 1 else ()
    return ()


def _community(tweet: Record) -> str:
    number = id_of(tweet, "community_id_str", "community_id")
    return f"Community {number}" if number else ""


# --- long posts that look cut ----------------------------------------------------------------------------------------


def looks_cut(tweet: Tweet) -> bool:
    """Say whether this may be the beginning of a long post. Many people type … themselves, but not at this length."""
    if not tweet.own_words or tweet.posted_at is None or tweet.posted_at < LONG_POSTS_SINCE:
        return False
    return "…" in tweet.text and length_before_cut(tweet.text) >= CUT_FROM


class _Notes:
    """When the long texts in one export were made. They are looked through only if a tweet looks cut."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._read = False
        self._ids: list[int] = []
        self._seconds: set[datetime] = set()

    def has_one_for(self, tweet: Tweet) -> bool:
        if not self._read:
            self._look_through()
        if tweet.posted_at in self._seconds or not tweet.native_id:
            return tweet.posted_at in self._seconds
        moment = milliseconds_in(tweet.native_id)
        before = bisect_right(self._ids, moment)
        return before > 0 and moment - self._ids[before - 1] <= NOTE_LEAD

    def _look_through(self) -> None:
        self._read = True
        for note in records_of(self._export, NOTE_FILES, "noteTweet", "deletedNoteTweet"):
            if number := id_of(note, "noteTweetId"):
                self._ids.append(milliseconds_in(number))
            if second := any_time(note.get("createdAt")):
                self._seconds.add(second)
        self._ids.sort()
