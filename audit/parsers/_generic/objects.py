"""JSON of any build: records are the objects in its lists, cells are named by the keys that lead to them.

`{"posts": [{"body": "…", "user": {"name": "…"}}]}` gives rows with the cells `posts.body` and `posts.user.name`. A list
within a record gives rows of its own, which see the record's cells too. Keys that are numbers, dates or ids stand as
`*`. Columns that are lists of equal length (`{"body": […], "date": […]}`) are read side by side.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from itertools import chain, zip_longest
from typing import Any, BinaryIO

from audit.archive import Member, Unreadable
from audit.parsers._generic.names import known_by_name
from audit.parsers._generic.rows import Row
from audit.parsers._json import Broken, whole
from audit.parsers._json_walk import Found, Way, walked
from audit.parsers._text_lines import MOST_OF_ONE, Lines
from audit.posts import Unread

DEEPEST = 8  # lists and objects within a record
_MOST_LOOSE = 300  # values that stand in no list
_MOST_BESIDE = 4  # columns that are lists: each costs one more look through the file
_MOST_JOINED = 1_000  # texts of a list within a record
_NO_NAME = re.compile(r"[\d\W_]*\d[\d\W_]*|[0-9a-fA-F-]{12,}|-[\w-]{15,}", re.ASCII)


def json_rows(member: Member, columns: Sequence[str] = ()) -> Iterator[Row | Unread]:
    """Yield every record of a file that is one JSON value. `columns`: those that may be lists side by side.

    Raises: Unreadable.
    """
    beside, done = list(dict.fromkeys(columns))[:_MOST_BESIDE], False
    loose: dict[str, str] = {}
    stars: Counter[str] = Counter()  # records under keys that are ids
    with member.open() as stream:
        for found in walked(stream, Way(_is_field)):
            if isinstance(found, Broken):
                yield Unread("" if found.place < 0 else f"[{found.place}]", found.reason)
                continue
            name = _dotted(found.path)
            if found.place >= 0 and name in beside[:1] and not isinstance(found.value, dict | list):
                if not done:
                    yield from _side_by_side(member, beside)
                done = True
            elif found.place < 0 and not isinstance(found.value, dict):
                if len(loose) < _MOST_LOOSE and (cell := _cell(found.value)):
                    loose[name] = cell
            else:
                stars[name] += found.place < 0
                place = found.place if found.place >= 0 else stars[name] - 1
                yield from _rows(found.value, name, f"[{_where(found.path)}{place}]", {}, 0)
    if loose:
        yield Row("", loose)


def line_rows(stream: BinaryIO) -> Iterator[Row | Unread]:
    """Yield every record of a file with a JSON value on each line. One broken line costs that line."""
    lines, number = Lines(stream), 0
    while (line := lines.next()) is not None:
        number += 1
        if not line.strip():
            continue
        if len(line) > MOST_OF_ONE:
            yield Unread(f"[{number}]", "it is larger than any record can be")
            continue
        try:
            yield from _rows(whole(line.strip()), "", f"[{number}]", {}, 0)
        except Unreadable as problem:
            yield Unread(f"[{number}]", str(problem))


def _side_by_side(member: Member, columns: Sequence[str]) -> Iterator[Row]:
    with ExitStack() as held:
        cells = [_column(held.enter_context(member.open()), column) for column in columns]
        for place, row in enumerate(zip_longest(*cells, fillvalue="")):
            yield Row(f"[{place}]", dict(zip(columns, row, strict=True)), group=_parent(columns[0]))


def _column(stream: BinaryIO, column: str) -> Iterator[str]:
    """Yield the values of the list that a column is."""
    for found in walked(stream, Way(_is_field)):
        if isinstance(found, Found) and found.place >= 0 and _dotted(found.path) == column:
            yield _cell(found.value)


def _rows(value: Any, name: str, place: str, above: dict[str, str], depth: int) -> Iterator[Row]:
    """Yield the record that a value is, and those within it."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        cells: dict[str, str] = {}
        lists: list[tuple[str, str, Any]] = []
        _gather(value, name, place, cells, lists, 0)
        if cells:
            yield Row(place, cells, above, name)
        over = {**above, **cells} if lists else above
        for inner, where, one in lists:
            yield from _rows(one, inner, where, over, depth + 1)
    elif isinstance(value, list):
        yield from chain.from_iterable(
            _rows(one, name, f"{place}[{number}]", above, depth + 1) for number, one in enumerate(value)
        )
    elif cell := _cell(value):
        yield Row(place, {name or "value": cell}, above, _parent(name))


def _gather(
    value: dict[str, Any], name: str, place: str, cells: dict[str, str], lists: list[tuple[str, str, Any]], depth: int
) -> None:
    """Put an object's values into `cells`, and what are records of their own into `lists`."""
    for key, one in value.items():
        inner = _joined(name, key)
        if isinstance(one, dict):
            if _is_star(key):
                lists.append((inner, f"{place}.{len(lists)}", one))
            elif depth < DEEPEST:
                _gather(one, inner, place, cells, lists, depth + 1)
        elif isinstance(one, list) and any(isinstance(inside, dict | list) for inside in one):
            lists += [(inner, f"{place}.{number}", inside) for number, inside in enumerate(one)]
        elif cell := _cell(one):
            cells.setdefault(inner, cell)


def _cell(value: Any) -> str:
    """Return a plain value as text, a list of texts joined by lines."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).lower()
    if isinstance(value, int | float):
        return str(value) if not isinstance(value, int) or value.bit_length() < 200 else ""
    if isinstance(value, list):
        return "\n".join(one for one in value[:_MOST_JOINED] if isinstance(one, str))
    return ""


def _where(path: tuple[str, ...]) -> str:
    """Return the list's way from the top as a place shows it: keys that may be words of a post stay out."""
    return "".join(f"{key[:40] if _is_star(key) or known_by_name(key) else '*'}." for key in path)


def _parent(name: str) -> str:
    return name.rpartition(".")[0]


def _dotted(path: tuple[str, ...]) -> str:
    name = ""
    for step in path:
        name = _joined(name, step)
    return name


def _joined(name: str, key: str) -> str:
    step = "*" if _is_star(key) else key
    return f"{name}.{step}" if name else step


def _is_field(path: tuple[str, ...]) -> bool:
    return not _is_star(path[-1])


@lru_cache(maxsize=4096)
def _is_star(key: str) -> bool:
    """Say whether a key is a number, a date or an id, not the name of a field."""
    return len(key) > 200 or _NO_NAME.fullmatch(key) is not None
