"""What an entry of a Facebook page is made of."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """A paragraph. `depth`: elements between it and its block. `link`: its address, if it is nothing but a link."""

    text: str
    depth: int
    link: str = ""
    label: str = ""


@dataclass(slots=True)
class Block:
    """A block of an entry: an attachment, or the person's words. `outer`: the body itself, around such blocks."""

    outer: bool
    lines: list[Line] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # inside sentences
    files: list[str] = field(default_factory=list)  # pictures and videos


@dataclass(slots=True)
class Remark:
    """A comment under a picture, by anybody."""

    author: str
    text: str
    date: str


@dataclass(slots=True)
class Row:
    """A row of a table of labels and values. Rows of one inner table have one `group`."""

    label: str
    words: list[str]
    links: list[str]
    group: int


@dataclass(slots=True)
class Parts:
    """An entry, taken apart. Every visible word is in one of these, but for camera data, reactions and edit notes."""

    title: str = ""  # Facebook's sentence, a sender, the name of an event
    texts: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    albums: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    link_titles: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)  # lines such as "You tagged Ola"
    headings: list[str] = field(default_factory=list)  # of entries inside the entry
    files: list[str] = field(default_factory=list)
    group: str = ""
    date: str = ""
    url: str = ""
    rows: list[Row] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
