"""All that the templates of worklists and guides may see: frozen dataclasses of plain values, ready to print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One post and what to do about it. Where `cannot` says why that cannot be, `steps` are those to remove it."""

    number: int  # by which `backscroll done` knows it
    finding: str  # 16 hexadecimal digits
    kind: str
    when: str
    facts: tuple[str, ...]  # audience, state, that it came back
    decision: str  # "Remove", …
    severity: int
    severity_words: str
    address: str  # http(s) or empty
    address_label: str
    find: str
    steps: tuple[str, ...]
    cannot: str
    stays: str
    words: str  # the first few, shown only when asked for
    around: tuple[str, ...] = ()  # "In: …", "With 2 pictures", shown with the words


@dataclass(frozen=True, slots=True)
class Batch:
    """Some ten tasks, to be done at one sitting. `number` counts from 1 in its shelf."""

    number: int
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is to be done on one network. `first` restricts the whole account, where that helps."""

    network: str
    label: str
    count: int
    first: tuple[str, ...]
    first_note: str
    limits: tuple[str, ...]
    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One kind of copy that survives: whom to ask for what, where that ends, and which tasks it concerns."""

    what: str
    ask: str
    limits: str
    numbers: tuple[int, ...]
    posts: str  # "all 12 posts", "3 posts: 4, 7, 9"


@dataclass(frozen=True, slots=True)
class Worklist:
    """What is still to be done. `aside`: sentences on what is not in it."""

    made_on: str
    version: str
    answered: str  # "nothing is open or likely", as the question was answered
    count: int
    batch: int
    shelves: tuple[Shelf, ...]
    copies: tuple[CopyLine, ...]
    aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a guide: what, then what of it. `check`: the person should look up the current text."""

    head: str
    words: str = ""
    check: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading, paragraphs, then entries: in order if `ordered`."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """A page to read and to print, with nothing of a post in it."""

    title: str
    made_on: str
    version: str
    lead: str
    beside: str
    chapters: tuple[Chapter, ...]
    foot: tuple[str, ...] = ()
