"""Reviews that the person wrote in Google's shops: of apps, films, books. Everybody can read them."""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._google import NOT_BUILT, object_in, own_words, text_in, time_in
from audit.parsers._json import Broken, records
from audit.posts import Post, Unread, distinct


def read_reviews(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every review that has words."""
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("review", "comment"))):
            place = f"[{max(record.place, 0)}]"
            if isinstance(record, Broken):
                yield Unread(place, record.reason)
            elif not isinstance(record.value, dict):
                if record.place >= 0:
                    yield Unread(place, NOT_BUILT)
            else:
                entry = object_in(record.value, "review") or record.value
                about = text_in(object_in(entry, "document", "doc"), "title") or text_in(entry, "documentTitle")
                written = [text_in(entry, "title", "reviewTitle"), own_words(text_in(entry, "comment", "text"))]
                if text := "\n\n".join(distinct(one for one in written if one != about)):
                    moment = time_in(entry, "creationTime", "timestamp", "date")
                    shop = f"Google Play: {about}" if about else "Google Play"
                    yield Post("review", text, moment, place, audience="public", container=shop)
