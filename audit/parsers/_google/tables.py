"""YouTube's tables: comments, live chats, community posts, titles and descriptions of videos, playlists, channels."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain, islice

from audit.archive import Member, Unreadable
from audit.parsers._csv import Broken, Table, delimiter_of, loose_row
from audit.parsers._export import Export
from audit.parsers._google import moment_of, words
from audit.parsers._google.columns import Columns, columns_of, is_header
from audit.parsers._google.segments import words_of
from audit.parsers._google.words import audience_of
from audit.parsers._text_lines import Lines
from audit.posts import Post, Unread, distinct

SITE = "https://www.youtube.com"
_LOOKED_AT = 60  # rows that tell what the columns hold


def read_table(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield what the person wrote in one of YouTube's tables, whichever it is and in whatever language."""
    with member.open() as stream:
        header, rows = opened(Lines(stream))
        sample = list(islice(rows, _LOOKED_AT))
        telling = [cells for _, cells in sample if isinstance(cells, list)][: 1 if _is_old(header) else _LOOKED_AT]
        columns = columns_of(header, telling, member.name)
        if not columns.kind:
            return
        make, needed = _MAKERS[columns.kind], min(columns.texts + columns.titles + columns.abouts)
        for place, cells in chain(sample, rows):
            if isinstance(cells, Broken):
                yield Unread(f"[{place}]", cells.reason)
            elif cells == header:
                continue
            elif len(cells) <= needed:
                if columns.kind != "playlists":
                    yield Unread(f"[{place}]", "it ends before its words begin")
            elif post := make(_Row(cells, columns)):
                post.source = f"[{place}]"
                yield post
                if columns.kind == "playlists" and _is_old(header):
                    return  # the videos of the list follow below it


def opened(lines: Lines) -> tuple[list[str], Iterator[tuple[int, list[str] | Broken]]]:
    """Return the names of the columns, and the rows with their places. Raises Unreadable if the file is empty."""
    while (line := lines.next()) is not None and not line.strip():
        pass
    if line is None:
        raise Unreadable("it is empty")
    delimiter = delimiter_of(line)
    header = [cell.strip().lstrip("\ufeff") for cell in loose_row(line, delimiter)]
    if not is_header(header):
        lines.give_back([line])
        header = [""] * len(header)
    names = [f"c{at}" for at in range(len(header))]
    table = Table(lines, delimiter, names)
    return header, ((row.place, row if isinstance(row, Broken) else list(row.cells.values())) for row in table.rows())


def _is_old(header: list[str]) -> bool:
    """Say whether a playlist's file also lists its videos below an empty line, as until 2022."""
    return bool(header and words.PLAYLIST.search(words.folded(header[0]))) and not any(
        "orig" in name.lower() for name in header
    )


class _Row:
    """The cells of one row, asked for by the numbers that `Columns` has."""

    def __init__(self, cells: list[str], columns: Columns) -> None:
        self.cells = cells
        self.columns = columns

    def get(self, at: int) -> str:
        return self.cells[at].strip() if 0 <= at < len(self.cells) else ""

    def joined(self, columns: list[int]) -> str:
        """Return the cells' words: pieces of one text without anything between, several texts with a blank line."""
        if self.columns.kind == "texts":
            return "".join(self.cells[at] for at in columns if at < len(self.cells))
        return "\n\n".join(filter(None, (words_of(self.get(at)).text for at in columns)))

    @property
    def time(self) -> datetime | None:
        for at in self.columns.times:
            if moment := moment_of(self.get(at)):
                return moment
        return None


def _comment(row: _Row, *, live: bool = False) -> Post | None:
    columns = row.columns
    said = words_of(row.get(columns.texts[0]))
    if not said.text:
        return None
    number, video, post = row.get(columns.number), row.get(columns.video), row.get(columns.post)
    page = f"{SITE}/post/{post}" if post else f"{SITE}/watch?v={video}" if video else ""
    paid = row.get(columns.price) not in ("", "0", "0.0")
    return Post(
        "comment",
        said.text,
        row.time,
        native_id=number,
        url=page if live or not (page and number) else f"{page}{'?' if post else '&'}lc={number}",
        audience="public",
        container="YouTube live chat" if live else "YouTube",
        reply_to=f"{page}{'?' if post else '&'}lc={parent}" if (parent := row.get(columns.parent)) and page else page,
        headline="A paid message." if paid else "",
        people=said.people,
        link_url=said.link,
    )


def _live(row: _Row) -> Post | None:
    return _comment(row, live=True)


def _community_post(row: _Row) -> Post | None:
    columns = row.columns
    main, *options = [words_of(row.get(at)) for at in columns.texts]
    listed = "\n".join(option.text for option in options if option.text)
    text = "\n\n".join(filter(None, (main.text, listed)))
    media = sum(bool(row.get(at)) for at in columns.pictures)
    number = row.get(columns.post) or row.get(columns.number)
    if not text and not media:
        return None
    return Post(
        "post",
        text,
        row.time,
        native_id=number,
        url=f"{SITE}/post/{number}" if number else "",
        audience="public",
        container="YouTube",
        people=main.people,
        link_url=main.link,
        media=media,
    )


def _video(row: _Row) -> Post | None:
    columns = row.columns
    number = row.get(columns.video)
    text = "\n\n".join(distinct([row.joined(columns.titles), row.joined(columns.abouts or columns.texts)]))
    return video_post(text, row.time, number, audience_of(row.get(columns.privacy))) if text else None


def video_post(text: str, moment: datetime | None, number: str, audience: str) -> Post:
    """Return the title and description of one of the person's videos."""
    url = f"{SITE}/watch?v={number}" if number else ""
    return Post(
        "caption", text, moment, native_id=number, url=url, audience=audience, container="YouTube video", media=1
    )


def _playlist(row: _Row) -> Post | None:
    columns = row.columns
    title = row.get(columns.titles[0]) if columns.titles else ""
    number = row.get(0)
    if "\n" in title or " " in number:
        return None
    text = "\n\n".join(distinct([title, row.joined(columns.abouts)]))
    url = f"{SITE}/playlist?list={number}" if number else ""
    audience = audience_of(row.get(columns.privacy))
    if not text:
        return None
    return Post("caption", text, row.time, "", number, url, audience, container="YouTube playlist")


def _channel(row: _Row) -> Post | None:
    columns = row.columns
    text = "\n\n".join(distinct([row.joined(columns.titles), row.joined(columns.abouts)]))
    number = next((cell for cell in row.cells if cell.startswith("UC")), "")
    url = f"{SITE}/channel/{number}" if number else ""
    return (
        Post("bio", text, row.time, native_id=number, url=url, audience="public", container="YouTube") if text else None
    )


_MAKERS: dict[str, Callable[[_Row], Post | None]] = {
    "comments": _comment,
    "live": _live,
    "posts": _community_post,
    "videos": _video,
    "texts": _video,
    "playlists": _playlist,
    "channels": _channel,
}
