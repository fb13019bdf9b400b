"""Titles and descriptions of the person's videos, in JSON until about 2021, and what joins them with longer ones."""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._google import NOT_BUILT, object_in, text_in, time_in
from audit.parsers._google.tables import video_post
from audit.parsers._google.words import audience_of
from audit.parsers._json import Broken, records
from audit.posts import Post, Unread, distinct, normal_form


def read_videos(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield title and description of every video."""
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("snippet", "contentDetails"))):
            place = f"[{max(record.place, 0)}]"
            if isinstance(record, Broken):
                yield Unread(place, record.reason)
                continue
            if not isinstance(record.value, dict):
                if record.place >= 0:
                    yield Unread(place, NOT_BUILT)
                continue
            entry, snippet = record.value, object_in(record.value, "snippet")
            text = "\n\n".join(distinct([text_in(snippet, "title"), text_in(snippet, "description")]))
            number = text_in(entry, "id") or text_in(object_in(entry, "contentDetails"), "videoId")
            if text:
                audience = audience_of(text_in(object_in(entry, "status"), "privacyStatus"))
                post = video_post(text, time_in(snippet, "publishedAt"), number, audience)
                post.source = place
                yield post


def joined(posts: list[Post]) -> list[Post]:
    """Return the posts with each video once, its text the longer one, and with replaced answers marked as such."""
    kept: list[Post] = []
    videos: dict[tuple[str, str], Post] = {}
    answers: dict[str, Post] = {}
    for post in posts:
        if post.container == "YouTube video" and post.native_id:
            known = videos.setdefault((post.account, post.native_id), post)
            if known is not post:
                _take_over(known, post)
                continue
        elif post.kind == "reply" and post.native_id:
            known = answers.setdefault(post.native_id, post)
            if known is not post and normal_form(known.text) != normal_form(post.text):
                answers[post.native_id] = _newest(known, post)
        kept.append(post)
    return kept


def _take_over(known: Post, other: Post) -> None:
    if len(other.text) > len(known.text):
        known.text = other.text
    known.posted_at = known.posted_at or other.posted_at
    if known.audience == "unknown":
        known.audience = other.audience
    known.also_in = (*known.also_in, other.source)


def _newest(one: Post, other: Post) -> Post:
    """Return the later wording of an answer; the other one is marked as replaced."""
    if one.posted_at is None or other.posted_at is None or one.posted_at == other.posted_at:
        return one
    earlier, later = (one, other) if one.posted_at < other.posted_at else (other, one)
    earlier.state, later.state = "earlier version", "live"
    return later
