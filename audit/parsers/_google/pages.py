"""YouTube's comments and live chats as pages, before 2023: a list, each item a sentence of Google's, then the words.

The sentence comes in several kinds and in the account's language ("Sent at … while watching", "You replied to a
comment at …"): time and address are found in it by their shape. The words begin behind the first line break.
"""

import html
import re
from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._google import address, moment_of, words
from audit.parsers._google.searches import read_searches
from audit.parsers._google.streams import behind, pieces
from audit.parsers._html_words import plain
from audit.posts import Post, Unread

_END = re.compile(r"</li\s*>", re.IGNORECASE)
_ENDS = behind(_END)
_BEGIN = re.compile(r"<li\b[^<>]{0,500}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T\s\xa0]+\d\d:\d\d:\d\d(?:\.\d{1,9})?[\s\xa0]*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?")
_LINK = re.compile(
    r"<a\b[^<>]{0,300}?href\s*=\s*[\"']([^\"'<>]{1,2000})[\"'][^<>]{0,300}>(.{0,2000}?)</a>", re.I | re.S
)
_VIDEO = re.compile(r"[?&]v=([\w-]{11})|youtu\.be/([\w-]{11})")
_LEAD = 5000  # characters of the longest sentence, many times over
_COMMENT = re.compile(r"[?&]lc=([\w.-]{10,120})")


def read_comments_page(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every comment, or every message in a live chat."""
    live = bool(words.LIVE.search(words.folded(member.name).replace("-", " ")))
    place = 0
    for piece in pieces(member, _ENDS):
        begin = None
        for begin in _BEGIN.finditer(piece):  # noqa: B007 - the last one
            pass
        if begin is None:
            continue
        place += 1
        end = _END.search(piece, begin.end())
        if not end:
            yield Unread(f"[{place}]", "the file is cut off here")
        post = _item(piece[begin.end() : end.start() if end else None], live)
        if isinstance(post, Post):
            post.source = f"[{place}]"
            yield post
        elif post:
            yield Unread(f"[{place}]", "no words stand where they should")
    if not place and (entries := list(read_searches(member, export))):
        yield from entries  # a history under a name in another language
    elif not place and not any("outer-cell" in piece for piece in pieces(member, _ENDS)):
        yield Unread("", "there is no list of comments in it")


def _item(item: str, live: bool) -> Post | bool:
    """Return the post, or whether something is amiss."""
    parts = _BREAK.split(item, maxsplit=1)
    lead = parts[0][:_LEAD]
    told = _TIME.search(html.unescape(lead) if "&" in lead else lead)
    links = [(html.unescape(link), plain(shown).text) for link, shown in _LINK.findall(lead)]
    if len(parts) == 1:
        return bool(told or links)
    text = plain(parts[1].replace("\xa0", " ")).text
    if not text:
        return False
    link, title = next(((link, shown) for link, shown in links if "youtu" in link), ("", ""))
    video, comment = _VIDEO.search(link), _COMMENT.search(link)
    return Post(
        "comment",
        text,
        moment_of(" ".join(told[0].split()).replace("T ", "T").replace(" UTC", "Z")) if told else None,
        native_id=comment[1] if comment else "",
        url=address(link.replace("http://", "https://", 1)) if video or "/post/" in link or "lb=" in link else "",
        audience="public",
        container="YouTube live chat" if live else "YouTube",
        reply_to=title,
    )
