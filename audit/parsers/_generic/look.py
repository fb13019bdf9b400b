"""Which column holds what, proposed by what it is called and by what stands in it. Nothing here is read as a post."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from audit.archive import Member
from audit.parsers._generic.dates import Dates, has_two_orders, order_in
from audit.parsers._generic.forms import TEXT, form_of, rows, way_in
from audit.parsers._generic.names import called, is_plain
from audit.parsers._generic.rows import Row
from audit.parsers._generic.texts import DATE, ENTRY, NAME, speakers
from audit.parsers._told import Columns, same_name

MOST_ROWS = 2_000  # of a file, for a proposal
MOST_BYTES = 16 << 20  # characters of cells, the same
_MOST_COLUMNS = 300  # of a group
_MOST_GROUPS = 60  # lists in a JSON file
_MOST_VALUES = 500  # different short cells that are counted
_MOST_KINDS = 30
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?![\d.]*\d{4})")
_FEWEST_WORDS = 4  # in a whole text
_FEW_WORDS = 8  # in one cell alone: a file's settings have them too
_TRIED = 200  # cells that are tried as dates
_SHORT = 60  # characters of a name
AI_OWN = frozenset(("user", "human"))  # what the services call whoever writes to an AI
AI_NAMES = AI_OWN | {"assistant", "system", "tool", "ai", "bot", "model", "chatgpt", "claude", "gemini"}


@dataclass(slots=True)
class Column:
    """What was seen in one column."""

    name: str
    filled: int = 0
    words: int = 0
    urls: int = 0
    dates: int = 0
    tried: int = 0
    numbers: int = 0
    long: int = 0  # cells too long to be a name
    values: Counter[str] = field(default_factory=Counter)  # of short cells
    shown: list[str] = field(default_factory=list)  # cells with digits, to tell the order of dates

    def take(self, cell: str, dates: Dates) -> None:
        """Take in one cell."""
        self.filled += 1
        self.words += _count_words(cell)
        self.urls += cell.startswith(("http://", "https://", "www."))
        self.numbers += cell.isdecimal()
        if len(cell) > _SHORT:
            self.long += 1
        elif len(self.values) < _MOST_VALUES or cell in self.values:
            self.values[cell] += 1
        if self.tried < _TRIED:
            self.tried += 1
            self.dates += dates.read(cell).when is not None or has_two_orders(cell)
        if len(cell) < _SHORT and cell[:1].isdigit() and len(self.shown) < MOST_ROWS:
            self.shown.append(cell)

    @property
    def wordy(self) -> float:
        """Return how many words a cell has on average."""
        return self.words / self.filled if self.filled else 0.0

    @property
    def different(self) -> float:
        """Return what share of the filled cells differ from each other; a thread's title stands over every answer."""
        return self.share(len(self.values) + self.long)

    def share(self, count: int) -> float:
        """Return what share of the filled cells that is."""
        return count / self.filled if self.filled else 0.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What we would read of a file, or of one list in it. `columns`: None where nothing in it looks like words.

    `sure`: enough to be accepted as it is. `names`: of all its columns. `people`: who wrote how many records, most
    first; `first`, `last`: of the dates seen. `records` of the sample; `more`: there are more than those.
    """

    form: str
    columns: Columns | None
    sure: bool
    names: tuple[str, ...]
    records: int
    more: bool = False
    people: tuple[tuple[str, int], ...] = ()
    first: datetime | None = None
    last: datetime | None = None
    undated: int = 0


def proposals(member: Member, most: int = MOST_ROWS) -> list[Proposal]:
    """Return what could be read of a file, the surest first: one proposal, or one for each list of JSON with words.

    Raises: Unreadable; OSError.
    """
    form = form_of(member)
    if not form:
        return []
    way = way_in(member, form)
    groups: dict[str, list[Row]] = {}
    more = _gathered(rows(member, form, way), groups, most)
    if form == TEXT:
        found = [_of_text(held, way) for held in groups.values()]
    else:
        found = [one for held in groups.values() if (one := _of_records(held, form))]
    found.sort(key=lambda one: (one.sure, one.records if one.columns else 0), reverse=True)
    worded = [one for one in found if one.columns] or found[:1]
    return [replace(one, more=more) for one in worded]


def _gathered(found: Iterable[object], groups: dict[str, list[Row]], most: int) -> bool:
    """Put rows into `groups`, until there are enough. Returns whether there are more."""
    count = size = 0
    for row in found:
        if not isinstance(row, Row):
            continue
        if count == most or size > MOST_BYTES:
            return True
        count += 1
        size += sum(map(len, row.cells.values()))
        if row.group in groups or len(groups) < _MOST_GROUPS:
            groups.setdefault(row.group, []).append(row)
    return False


# --- plain text -------------------------------------------------------------------------------------------------------


def _of_text(held: Sequence[Row], way: str) -> Proposal:
    talk = way == ENTRY and speakers(held)
    columns = Columns(
        way, DATE if way == ENTRY else "", author=NAME if talk else "", kind="message" if talk else "",
        order=order_in(row.cells.get(DATE, "") for row in held),
    )  # fmt: skip
    names = tuple(held[0].cells)
    words = sum(_count_words(row.cells[way]) for row in held)
    if 2 * words < 3 * len(held) or words < _FEWEST_WORDS:
        return Proposal(TEXT, None, False, names, len(held))
    return _counted(Proposal(TEXT, columns, words >= 2 * len(held), names, len(held)), held)


# --- tables and JSON --------------------------------------------------------------------------------------------------


def _of_records(held: Sequence[Row], form: str) -> Proposal | None:
    held = _side_by_side(held)
    seen = _seen(held)
    names = tuple(name for name in seen if is_plain(name))
    text, sure = _text_of([seen[name] for name in names])
    if text is None:
        return Proposal(form, None, False, names, len(held)) if names else None
    count = seen[text].filled
    above = _seen([Row("", row.above) for row in held]) if any(row.above for row in held) else {}
    columns = _roles(text, [one for name, one in {**above, **seen}.items() if is_plain(name)])
    return _counted(Proposal(form, columns, sure, names, count), [row for row in held if row.cells.get(text)])


def _side_by_side(held: Sequence[Row]) -> Sequence[Row]:
    """Return columns that are lists as rows; all other rows as they are."""
    lists: dict[str, list[str]] = {}
    for row in held:
        if len(row.cells) != 1:
            return held
        for name, cell in row.cells.items():
            lists.setdefault(name, []).append(cell)
    if len(lists) < 2 or len(set(map(len, lists.values()))) > 1:
        return held
    return [Row(f"[{place}]", dict(zip(lists, cells, strict=True))) for place, cells in
            enumerate(zip(*lists.values(), strict=True))]  # fmt: skip


def _seen(held: Sequence[Row]) -> dict[str, Column]:
    seen: dict[str, Column] = {}
    dates = Dates()
    for row in held:
        for name, cell in row.cells.items():
            if not cell or (name not in seen and len(seen) >= _MOST_COLUMNS):
                continue
            if shown := cell.strip():
                seen.setdefault(name, Column(name)).take(shown, dates)
    return seen


def _text_of(columns: Sequence[Column]) -> tuple[str | None, bool]:
    """Return the column that most likely holds the words, and whether that is beyond reasonable doubt."""
    fitting = [
        one for one in columns
        if one.wordy >= 1.2 and one.share(one.urls) < 0.5 and not _dated(one)
        and (called(one.name, "text") or one.filled > 1 or one.words >= _FEW_WORDS)
    ]  # fmt: skip
    scored = sorted(((_text_score(one), one) for one in fitting), key=lambda pair: -pair[0])
    if not scored:
        return None, False
    best, column = scored[0]
    ahead = best - scored[1][0] if len(scored) > 1 else best
    named = called(column.name, "text")
    return column.name, named == 3 or (named == 2 and ahead >= 0.5) or (column.wordy >= 3 and ahead >= 1)


def _text_score(column: Column) -> float:
    other = max(called(column.name, role) for role in ("title", "author", "link", "id", "kind"))
    return called(column.name, "text") * 1.5 - other + min(column.wordy, 12) / 4 + column.different / 2


def _roles(text: str, columns: Sequence[Column]) -> Columns:
    """Return which column plays which part beside the text. Who wrote it counts by its name only."""
    by_name = {one.name: one for one in columns if one.name != text}
    date = _best(by_name.values(), "date", _dated, but="later")
    date = date or next((one.name for one in columns if one.name in by_name and _dated(one)), "")
    rest = [one for one in by_name.values() if one.name != date]
    author = _best(rest, "author", _is_short, but="title")
    title = _best((one for one in rest if one.name != author), "title", lambda one: one.wordy >= 1)
    own_title = bool(title) and _is_own(by_name[title], by_name.get(author))
    return Columns(
        text=text,
        date=date,
        time=_best(rest, "time", _is_clock) if date else "",
        author=author,
        title=title if own_title else "",
        thread="" if own_title else title,
        link=_best(rest, "link", _is_address) or next((one.name for one in rest if _is_address(one)), ""),
        id=_best(rest, "id", lambda one: len(one.values) >= 0.95 * min(one.filled, _MOST_VALUES)),
        kind=_kind(text, rest, by_name.get(author)),
        order=order_in(by_name[date].shown) if date else "",
    )


def _is_address(column: Column) -> bool:
    return column.share(column.urls) > 0.7


def _is_short(column: Column) -> bool:
    return (
        column.share(column.long) < 0.1 and column.wordy <= 4 and column.share(column.urls) < 0.5 and not _dated(column)
    )


def _is_own(title: Column, author: Column | None) -> bool:
    """Say whether titles are the person's own words: one person writes, and each title stands once."""
    return title.different >= 0.9 and (author is None or len(author.values) == 1)


def _kind(text: str, columns: Sequence[Column], author: Column | None) -> str:
    """Return the kind of all records, or the column that tells it. Whatever looks like private messages counts so."""
    if author and AI_NAMES.issuperset(map(str.casefold, author.values)):
        return "note"
    to_somebody = any(called(one.name, "to") == 3 and one.share(one.long) < 0.5 for one in columns)
    if to_somebody or any(called(step, "chat") for step in text.split(".")):
        return "message"
    return _best(columns, "kind", lambda one: one.wordy < 3 and len(one.values) < _MOST_KINDS)


def _best(columns: Iterable[Column], role: str, fits: Callable[[Column], bool], but: str = "") -> str:
    """Return the column that is called so most surely, of those that fit; names of the role `but` count against it."""
    scored = [
        (called(one.name, role), -(called(one.name, but) if but else 0), one.filled, one.name)
        for one in columns
        if called(one.name, role) and fits(one)
    ]
    return max(scored, key=lambda found: found[:3])[3] if scored else ""


def _dated(column: Column) -> bool:
    """Say whether a column holds dates. Bare numbers are dates only where its name says so."""
    if column.tried == 0 or column.dates < 0.6 * column.tried:
        return False
    return column.share(column.numbers) < 0.5 or called(column.name, "date") > 0 or called(column.name, "later") > 0


def _is_clock(column: Column) -> bool:
    clocks = sum(count for cell, count in column.values.items() if _CLOCK.match(cell))
    return column.share(clocks) > 0.8


def _count_words(cell: str) -> int:
    """Return how many words a cell has; of writing without blanks, how many stretches of some letters."""
    words = cell.split()
    letters = sum(any(map(str.isalpha, word)) for word in words)
    return max(letters, sum("\u0e00" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in cell) // 3)


# --- counting ---------------------------------------------------------------------------------------------------------


def _counted(proposal: Proposal, held: Sequence[Row]) -> Proposal:
    """Add who wrote them, and from when to when."""
    columns = proposal.columns
    if columns is None:
        return proposal
    dates = Dates(columns.order, columns.date)
    moments = [found.when for row in held if (found := dates.read(when_in(row, columns))).when]
    aware = [moment if moment.tzinfo else moment.replace(tzinfo=UTC) for moment in moments]
    people: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for row in held:
        if columns.author and (name := row.get(columns.author)):
            people[same_name(name)] += 1
            shown.setdefault(same_name(name), name)
    return replace(
        proposal,
        people=tuple((shown[name], count) for name, count in people.most_common()),
        first=min(aware, default=None),
        last=max(aware, default=None),
        undated=len(held) - len(moments),
    )


def when_in(row: Row, columns: Columns) -> str:
    """Return what a row says of its time: its date, and the hour where that stands in a column of its own."""
    return f"{row.get(columns.date)} {row.get(columns.time)}".strip()
