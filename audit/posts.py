"""The post, the place we could not read, and the one table that everything downstream works on.

`COLUMNS` is the schema, documented nowhere else. Parsers yield `Post`s and `Unread`s; `posts_table`
casts once; nothing later changes a type.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

KINDS = (
    "post",  # a status, tweet, timeline or group post of one's own
    "reply",  # an answer in the same network's stream
    "comment",  # under somebody else's, or one's own, post
    "share",  # somebody else's link or post, with or without own words
    "repost",  # somebody else's words passed on unchanged: `own_words` is False
    "caption",  # words with a picture, video, album, story or reel
    "checkin",
    "review",  # of a page or place, and recommendations given
    "article",  # long form: notes, articles, newsletters
    "event",
    "listing",  # things for sale, fundraisers
    "answer",  # to a group's or a form's question, a poll
    "bio",  # profile words: headline, summary, position descriptions
    "note",  # private notes, searches, AI chats: never published, still client data
    "message",  # only when asked for
)
AUDIENCES = ("public", "friends", "connections", "group", "private", "unknown")
STATES = (
    "live",
    "deleted",  # the export itself lists it as deleted
    "trash",  # in the network's bin, still held
    "archived",  # hidden by the person, still held
    "draft",  # never published
    "earlier version",  # of a post that was edited since
    "expired",  # stories, fleets
)

COLUMNS: dict[str, str] = {
    "network": "str",  # twitter, facebook, linkedin, …
    "kind": "str",  # one of KINDS
    "text": "str",  # the person's own words: repaired, unescaped, whole; captions joined by blank lines
    "posted_at": "datetime64[us, UTC]",  # NaT if unknown. See `clock`
    "native_id": "str",  # the network's own id, "" if the export has none
    "audience": "str",  # one of AUDIENCES
    "url": "str",  # address of the live post, "" if the export has none
    "source": "str",  # archive!member[place]
    "id": "str",  # ours: stable over exports, a digest of network, native id or time, and text
    "clock": "str",  # utc: posted_at is UTC; local: the account's own clock, zone unknown; day: date only; none
    "state": "str",  # one of STATES
    "own_words": "bool",  # False for reposts
    "headline": "str",  # the sentence the network made ("Mira commented on Ola's post."), in the account's language
    "container": "str",  # the group, page, community or album it stands in
    "reply_to": "str",  # who or what it answers
    "link_url": "str",
    "link_title": "str",  # title (and description) of the shared link, blank-line joined
    "place": "str",
    "people": "object",  # tuple of names or handles tagged or mentioned
    "media": "int64",  # pictures and videos that hang on it
    "reactions": "Int64",  # likes and the like, NA if the export does not say
    "language": "str",  # as the network says, "" if it does not
    "account": "str",  # whose export: handle or name
    "also_in": "object",  # tuple of further sources of the same post
}


@dataclass(slots=True)
class Post:
    """Anything the person wrote. Fields as in `COLUMNS`; `posted_at` is aware UTC, or naive for the account's clock."""

    kind: str
    text: str
    posted_at: datetime | None = None
    source: str = ""
    native_id: str = ""
    url: str = ""
    audience: str = "unknown"
    state: str = "live"
    own_words: bool = True
    headline: str = ""
    container: str = ""
    reply_to: str = ""
    link_url: str = ""
    link_title: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    media: int = 0
    reactions: int | None = None
    language: str = ""
    date_only: bool = False
    network: str = ""
    account: str = ""
    also_in: tuple[str, ...] = field(default=())

    @property
    def clock(self) -> str:
        """Say how `posted_at` is to be read: utc, local, day or none."""
        if self.posted_at is None:
            return "none"
        if self.date_only:
            return "day"
        return "local" if self.posted_at.tzinfo is None else "utc"


@dataclass(slots=True, frozen=True)
class Unread:
    """A place that could not be read, and why, in words that never quote the person."""

    source: str
    reason: str


def normal_form(text: str) -> str:
    """Return the text as identity sees it: NFC, white space folded. Case and punctuation count."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def post_id(post: Post) -> str:
    """Return 16 hex digits that stay the same over exports of the same content.

    Source: identity is network, native id and content; where the network gives no id, its time stands in.
    """
    anchor = post.native_id or (post.posted_at.isoformat() if post.posted_at else "")
    words = "\x1f".join((normal_form(post.text), post.link_url, post.headline if not post.text else ""))
    seed = "\x1e".join((post.network, anchor, words))
    return hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def posts_table(posts: Sequence[Post]) -> "pd.DataFrame":
    """Return one row a post, in the given order, with the columns and types of `COLUMNS`."""
    import pandas as pd

    columns: dict[str, object] = {}
    for name, kind in COLUMNS.items():
        if name == "posted_at":
            columns[name] = pd.Series([_as_utc(post.posted_at) for post in posts], dtype=kind)
        elif name == "id":
            columns[name] = pd.Series([post_id(post) for post in posts], dtype="str")
        elif name == "reactions":
            columns[name] = pd.array([post.reactions for post in posts], dtype="Int64")
        else:
            columns[name] = pd.Series([getattr(post, name) for post in posts], dtype=kind)
    return pd.DataFrame(columns)


def _as_utc(moment: datetime | None) -> datetime | None:
    """A naive time is stored as it stands; `clock` says that it is the account's own."""
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def clean_text(text: str) -> str:
    """Return text without lone surrogates and control characters that no file or page can hold."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # Cc and Cs but \t \n \r


def distinct(texts: Iterable[str]) -> list[str]:
    """Return the non-empty texts in order, each once, dropping one that stands in another."""
    kept: list[str] = []
    for text in (t.strip() for t in texts):
        if text and not any(stands_in(text, other) for other in kept):
            kept = [other for other in kept if not stands_in(other, text)] + [text]
    return kept


def stands_in(part: str, whole: str) -> bool:
    """Say whether the text stands in the other as words of its own: `Ann` does not stand in `Anniversary`."""
    at = whole.find(part)
    for _ in range(_MOST_PLACES):
        if at < 0 or not part:
            break
        end = at + len(part)
        if not (part[0].isalnum() and whole[at - 1 : at].isalnum()) and not (
            part[-1].isalnum() and whole[end : end + 1].isalnum()
        ):
            return True
        at = whole.find(part, at + 1)
    return False


_MOST_PLACES = 100  # looked at, so that "a" in a million of them costs nothing
