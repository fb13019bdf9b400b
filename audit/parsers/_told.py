"""What the person says: which columns of a file that no parser knows hold what, and under which names they write."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

from audit.errors import AuditError
from audit.posts import KINDS

NONE = "-"  # said of a field: no column holds it
ORDERS = ("day", "month")
MOST_KEPT = 5_000  # names that were compared already
_EQUALS = re.compile(r"\s*([a-z]+)\s*=", re.IGNORECASE)
_ODD_FIELD = re.compile(r",\s*\w+\s*=")  # a field that there is not
_MARKS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))


class NotColumns(AuditError):
    """What was said of columns cannot be understood."""

    def __init__(self, what: str) -> None:
        known = ", ".join(FIELDS)
        super().__init__(
            f'Which column holds what could not be understood: {what}. Say it like "text=Body, date=Created", for one'
            f' of several files like "forum.csv: text=Body". There are {known}; backscroll columns FILE shows a'
            " file's columns."
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, "" where nothing was said, `NONE` where none does. Of JSON: the path to it.

    `title` goes with the words; `thread` is where they stand, and may be somebody else's words.
    `kind`: a column, or one of `KINDS` for all records. `order`: day or month, what stands first in 03/04/2019.
    `file`: the one file of which it is said, "" for every file that has such columns.
    """

    text: str
    date: str = ""
    time: str = ""
    author: str = ""
    title: str = ""
    thread: str = ""
    link: str = ""
    id: str = ""
    kind: str = ""
    order: str = ""
    file: str = ""

    @classmethod
    def told(cls, said: str) -> Self:
        """Read `forum.csv: text=Body, date=Created`. Raises: NotColumns."""
        file, said = _file_and_fields(said)
        found: dict[str, str] = {}
        for part in re.split(rf",(?=\s*(?:{'|'.join((*FIELDS, 'me'))})\s*=)", said, flags=re.IGNORECASE):
            name, equals, value = part.partition("=")
            name, value = name.strip().lower(), value.strip()
            if name == "me":
                raise NotColumns("your own name is said with --me")
            if not equals or name not in FIELDS or not value or _ODD_FIELD.search(value):
                raise NotColumns("every part is a field, = and a column's name")
            found[name] = value
        if found.get("text", NONE) == NONE:
            raise NotColumns("it does not say which column holds the text")
        if found.get("order", "day") not in ORDERS:
            raise NotColumns("order is day or month")
        return cls(**found, file=file)

    def __str__(self) -> str:
        """Return it as it is said; the file is left out."""
        return ", ".join(f"{name}={value}" for name in FIELDS if (value := getattr(self, name)))

    @property
    def named(self) -> tuple[str, ...]:
        """Return the columns that it names."""
        names = (getattr(self, name) for name in FIELDS if name != "order" and (name != "kind" or self.kind_column))
        return tuple(dict.fromkeys(name for name in names if name not in ("", NONE)))

    @property
    def kind_column(self) -> str:
        """Return the column that tells each record's kind, or ""."""
        return "" if self.kind in (*KINDS, NONE) else self.kind

    def filled(self, other: "Columns") -> "Columns":
        """Return it with what it does not say taken from another."""
        return replace(self, **{name: getattr(self, name) or getattr(other, name) for name in FIELDS})

    def settled(self) -> "Columns":
        """Return it with "" for every field that no column holds."""
        return replace(self, **{name: "" for name in FIELDS if getattr(self, name) == NONE})


FIELDS = tuple(field.name for field in fields(Columns) if field.name != "file")


def _file_and_fields(said: str) -> tuple[str, str]:
    """Return the file and the rest; a file's name may hold anything, so the first field tells where it ends."""
    found = re.search(rf"(?:^|:)(?=\s*(?:{'|'.join((*FIELDS, 'me'))})\s*=)", said, re.IGNORECASE)
    if found is None or not _EQUALS.search(said):
        raise NotColumns("there is no field in it")
    return said[: found.start()].strip(), said[found.end() :]


def same_name(name: str) -> str:
    """Return a name as names are compared: case, accents' coding, blanks and a leading @ or ~ do not count."""
    plain = unicodedata.normalize("NFC", name.translate(_MARKS)).casefold()
    return " ".join(plain.split()).lstrip("@~ ")


class Me:
    """Under which names the person writes in chats and tables: as they say now, or as an earlier audit knows.

    `known`: says of a name as `same_name` gives it whether it was said earlier; an audit keeps no name itself.
    """

    def __init__(self, names: Iterable[str] = (), known: Callable[[str], bool] | None = None) -> None:
        self.names = tuple(name for told in names if (name := told.strip()))
        self._same = frozenset(map(same_name, self.names))
        self._known = known
        self._kept: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._same) or self._known is not None

    def knows(self, name: str) -> bool:
        """Say whether it is a name of the person's."""
        if name not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            same = same_name(name)
            self._kept[name] = bool(same) and (same in self._same or (self._known is not None and self._known(same)))
        return self._kept[name]


def _none(name: str, columns: Sequence[str]) -> tuple[Columns, ...]:  # noqa: ARG001 - nothing is remembered
    return ()


NOBODY = Me()


@dataclass(frozen=True, slots=True)
class Told:
    """All that was said. `accepted`: a sure proposal of ours is accepted. `remembered`: (a file's name, its columns) →
    what held for such a file at an earlier audit."""

    columns: tuple[Columns, ...] = ()
    accepted: bool = False
    me: Me = NOBODY
    remembered: Callable[[str, Sequence[str]], tuple[Columns, ...]] = _none


NOTHING_TOLD = Told()
