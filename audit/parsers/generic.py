"""Other: a CSV, JSON or text file of a network or tool that no parser knows, read as the person says.

Which files, and which column holds what, is decided in `_generic.claims`, after all other parsers had their turn and
only with the person's word. Records of other people are left out and counted, never shown.
"""

import re
from collections.abc import Iterator
from itertools import islice

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._generic.claims import Reads
from audit.parsers._generic.dates import Dates, has_two_orders, order_in
from audit.parsers._generic.forms import TABLE, rows
from audit.parsers._generic.look import MOST_ROWS, when_in
from audit.parsers._generic.rows import Row
from audit.parsers._generic.texts import ENTRY, NAME, WAYS, without_speaker
from audit.parsers._html_words import plain
from audit.posts import KINDS, Post, Unread

NETWORK = "generic"
LABEL = "Other (CSV, JSON, text)"
SIGNATURE = (r"(?!)",)  # none: no name gives such a file away
PLAN = "plan"  # in `Export.kept`, with the member's identity: how the file is read
_OTHERS = "records of others"
_TAG = re.compile(r"</(?:p|div|a|b|i|em|strong|span|li|ul|blockquote)>|<(?:br|p)\s*/?>", re.IGNORECASE)
_KINDS = {
    "comment": "comment", "kommentar": "comment", "commentaire": "comment", "comentario": "comment",
    "commento": "comment", "reply": "reply", "answer": "answer", "antwort": "reply", "reponse": "reply",
    "respuesta": "reply", "risposta": "reply", "review": "review", "article": "article", "note": "note",
    "repost": "repost", "retweet": "repost", "boost": "repost", "share": "share", "message": "message", "dm": "message",
    "directmessage": "message", "privatemessage": "message", "bio": "bio", "caption": "caption", "event": "event",
}  # fmt: skip


def read_file(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own records of a file, list by list."""
    for reads in export.kept[PLAN, id(member)]:
        if reads.why_not:
            yield Unread("", reads.why_not)
        else:
            yield from _read(member, export, reads)


def _read(member: Member, export: Export, reads: Reads) -> Iterator[Post | Unread]:
    columns = reads.columns
    dates = Dates(columns.order or _order(member, reads), columns.date)
    mine = others = two_orders = undated = 0
    for row in _rows(member, reads):
        if isinstance(row, Unread):
            yield row
            continue
        words = row.cells.get(columns.text, "").strip()
        if not words:
            continue
        if reads.own is not None and not reads.own.knows(row.get(columns.author)):
            others += 1
            continue
        post = _post(row, words, reads, dates)
        if post.kind == "message" and not export.messages:
            export.counted["messages"] += 1
            continue
        mine += 1
        told = when_in(row, columns)
        two_orders += post.posted_at is None and has_two_orders(told)
        undated += post.posted_at is None and bool(told)
        yield post
    export.counted[_OTHERS] += others
    yield from _gaps(mine, others, two_orders, undated)


def _gaps(mine: int, others: int, two_orders: int, undated: int) -> Iterator[Unread]:
    if others and not mine:
        yield Unread("", "nobody writes in it under a name of yours: say with --me how you are called there")
    if two_orders:
        yield Unread(
            "",
            f"{two_orders:,} of its dates can be read in two ways: those posts are kept without a date; say which with"
            " order=day or order=month in --columns",
        )
    if undated > two_orders:
        yield Unread("", f"{undated - two_orders:,} of its dates cannot be read: those posts are kept without a date")


def _rows(member: Member, reads: Reads) -> Iterator[Row | Unread]:
    way = reads.columns.text if reads.columns.text in WAYS else ""
    return rows(member, reads.form, way, reads.columns.named)


def _order(member: Member, reads: Reads) -> str:
    """Return the order of day and month that a long file shows only behind what was looked at for the proposal."""
    column = reads.columns.date
    if not column:
        return ""
    held = (row.get(column) for row in _rows(member, reads) if isinstance(row, Row))
    beginning = list(islice(held, MOST_ROWS))
    if not any(map(has_two_orders, beginning)):
        return ""
    return order_in([cell for cell in beginning if cell]) or order_in(held)


def _post(row: Row, words: str, reads: Reads, dates: Dates) -> Post:
    columns = reads.columns
    if columns.author == NAME and columns.text == ENTRY:
        words = without_speaker(words)
    moment = dates.read(when_in(row, columns))
    title = _plain(row.cells.get(columns.title, "").strip()) if columns.title else ""
    text = _plain(words)
    kind = _kind(row, columns.kind, columns.kind_column)
    private = kind in ("message", "note")
    link = row.get(columns.link)
    return Post(
        kind,
        f"{title}\n\n{text}" if title and not text.startswith(title) else text,
        moment.when,
        row.place,
        native_id=_native_id(row, reads),
        url=link if link.startswith(("http://", "https://")) else "",
        audience="private" if private else "unknown",
        own_words=kind != "repost",
        container=_plain(row.get(columns.thread)),
        date_only=moment.day_only,
    )


def _kind(row: Row, told: str, column: str) -> str:
    if not column:
        return told if told in KINDS else "post"
    said = re.sub(r"[\W_]+", "", row.get(column).casefold())
    return said if said in KINDS else _KINDS.get(said, "post")


def _native_id(row: Row, reads: Reads) -> str:
    """Return the record's own id. Post 17 of one tool is not post 17 of another: the columns' names tell them apart."""
    number = row.get(reads.columns.id)
    if not number or "://" in number:
        return number
    return (
        f"{reads.columns.text}/{number}" if reads.form != TABLE else f"{reads.columns.id}/{reads.columns.text}/{number}"
    )


def _plain(text: str) -> str:
    return plain(text).text if "<" in text and _TAG.search(text) else text


def remarks(export: Export) -> list[str]:
    """Return what the report should say of all such files together."""
    found = []
    if count := export.counted[_OTHERS]:
        found.append(
            f"{count:,} {'record' if count == 1 else 'records'} of other people in files that we read as you said"
            f" {'was' if count == 1 else 'were'} left out."
        )
    if count := export.counted["messages"]:
        which = "1 private message of yours lies" if count == 1 else f"{count:,} private messages of yours lie"
        found.append(f"{which} in files that we read as you said: read only when you ask for messages with --messages.")
    return found


READS = {r"(?:again/)*read/.*": read_file}
MESSAGES = {r"(?:again/)*messages/.*": read_file}
LEFT_OUT: dict[str, str] = {}
NEVER = (
    "What such a file leaves out we cannot know: drafts, deleted posts, private messages, earlier wordings.",
    "Who could see what you wrote is not told in it.",
)
TWO_CLICKS: dict[str, str] = {}
_DELETE = "Open it where you wrote it, by its address or its first words, and delete it there"
HOW_TO_DELETE = {"": f"{_DELETE}. If you find no way to, ask those who run it."}
