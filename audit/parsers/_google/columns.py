"""Which column of one of YouTube's tables holds what: told by its header in many languages, and by what is in it.

Columns came, went and moved four times since 2023, and headers are in the account's language.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from audit.parsers._clock import iso_time
from audit.parsers._google import words
from audit.parsers._google.segments import SEGMENTED

_COMMENT_ID = re.compile(r"Ug[\w-]{8,60}(?:\.[\w-]{4,60})?")
_POST_ID = re.compile(r"Ugk[\w-]{8,60}")
_CHANNEL_ID = re.compile(r"UC[\w-]{10,40}")
_VIDEO_ID = re.compile(r"[\w-]{11}")
_WEB = re.compile(r"https?://(?:www\.)?youtube\.com/channel/")
_ID = re.compile(r"(?:^|[^a-zа-я])ids?(?:$|[^a-zа-я])|identif|идентиф|標識|识别|識別")
_ORIGINAL = re.compile(r"origin|オリジナル|원본|原始|原创|ориг|αρχικ")


@dataclass(slots=True)
class Columns:
    """The kind of the table, "" for one without the person's words, and the numbers of its columns, -1 for none."""

    kind: str = ""
    number: int = -1  # of the id
    parent: int = -1
    video: int = -1
    post: int = -1
    price: int = -1
    privacy: int = -1
    times: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    abouts: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


def is_header(cells: Sequence[str]) -> bool:
    """Say whether a line names columns: no cell in it is a time, pieces of JSON or a number."""
    return not any(SEGMENTED.match(cell) or iso_time(cell) or cell.strip().isdecimal() for cell in cells)


def columns_of(header: Sequence[str], sample: Sequence[Sequence[str]], path: str) -> Columns:
    """Return what stands where. `sample`: some rows. `path`: the file's, for what neither header nor rows tell."""
    names = [words.folded(name) for name in header]
    cells = [[row[at].strip() for row in sample if at < len(row) and row[at].strip()] for at in range(len(names))]
    found = Columns()
    _ids(found, names, cells)
    _times(found, names, cells)
    taken = {found.number, found.parent, found.video, found.post, *found.times}
    for at, name in enumerate(names):
        if at in taken or _ID.search(name) or words.LANGUAGE.search(name):
            continue
        if any(SEGMENTED.match(cell) for cell in cells[at]):
            found.texts.append(at)
        elif words.PICTURE.search(name):
            found.pictures.append(at)
        elif words.ABOUT.search(name):
            found.abouts.append(at)
        elif words.TITLE.search(name):
            found.titles.append(at)
        elif words.TEXT.search(name):
            found.texts.append(at)
        elif words.PRIVACY.search(name):
            found.privacy = at
        elif re.search(r"pri[cxs]|preis|precio|preço|prezzo|価格|가격|цена|cena", name):
            found.price = at
    found.kind = _kind(found, names, cells, path)
    return found


def _ids(found: Columns, names: list[str], cells: list[list[str]]) -> None:
    for at, (name, held) in enumerate(zip(names, cells, strict=True)):
        named = bool(_ID.search(name))
        comment = bool(words.COMMENT.search(name) or words.LIVE.search(name))
        if _all(_CHANNEL_ID, held) or (named and words.CHANNEL.search(name) and not comment):
            continue
        if (named and comment) or (not (named and words.POST.search(name)) and _all(_COMMENT_ID, held, but=_POST_ID)):
            _comment_id(found, at, name)
        elif found.post < 0 and ((named and words.POST.search(name)) or _all(_POST_ID, held)):
            found.post = at
        elif found.video < 0 and ((named and words.VIDEO.search(name)) or (not name and _all(_VIDEO_ID, held))):
            found.video = at


def _comment_id(found: Columns, at: int, name: str) -> None:
    if found.number < 0 and not words.PARENT.search(name):
        found.number = at
    elif found.parent < 0:
        found.parent = at


def _all(pattern: re.Pattern[str], cells: list[str], but: re.Pattern[str] | None = None) -> bool:
    if but and all(but.fullmatch(cell) for cell in cells):
        return False
    return bool(cells) and all(pattern.fullmatch(cell) for cell in cells)


def _times(found: Columns, names: list[str], cells: list[list[str]]) -> None:
    for at, held in enumerate(cells):
        told = sum(iso_time(cell) is not None for cell in held) * 2 > len(held)
        if told or (not held and words.TIME.search(names[at]) and not words.VIDEO.search(names[at])):
            found.times.append(at)
    found.times.sort(key=lambda at: words.PUBLISHED.search(names[at]) is None)


def _kind(found: Columns, names: list[str], cells: list[list[str]], path: str) -> str:
    """Return comments, live, posts, videos, texts of videos, playlists, channels, or "" for none of the person's."""
    header, place = " | ".join(names), words.folded(path)
    if any(_WEB.match(cell) for held in cells for cell in held) or words.MUSIC.search(header):
        return ""  # channels that one follows, music
    if (found.titles or found.abouts) and not any(SEGMENTED.match(cell) for held in cells for cell in held):
        return _titled(found, header)
    if words.LIVE.search(header) or (found.texts and words.LIVE.search(place)):
        return "live" if found.texts or _guessed(found, cells) else ""
    if words.COMMENT.search(header) or (found.texts and found.number >= 0 and found.times):
        return "comments" if found.texts or _guessed(found, cells) else ""
    if found.texts and (found.post >= 0 or words.POST.search(place)):
        return "posts"
    return "comments" if found.texts and any(SEGMENTED.match(cell) for cell in cells[found.texts[0]]) else ""


def _titled(found: Columns, header: str) -> str:
    """Return the kind of a table of titles and descriptions; other people's have neither description nor original."""
    own = bool(found.abouts) or bool(_ORIGINAL.search(header))
    if words.PLAYLIST.search(header):
        return "playlists"
    if words.VIDEO.search(header) and not found.times and re.search(r"segment|abschnitt|\d", header):
        return "texts"
    if words.VIDEO.search(header):
        return "videos" if own else ""
    return "channels" if own and words.CHANNEL.search(header) else ""


def _guessed(found: Columns, cells: list[list[str]]) -> bool:
    """Take the column with the most words for the text, where no header tells it."""
    taken = {found.number, found.parent, found.video, found.post, found.price, *found.times}
    lengths = {at: sum(len(cell) for cell in held if " " in cell) for at, held in enumerate(cells) if at not in taken}
    best = max(lengths, key=lambda at: lengths[at], default=-1)
    if best >= 0 and lengths[best]:
        found.texts = [best]
    return bool(found.texts)
