"""What the papers of a renewal may show: frozen dataclasses of plain values, without a word of a post."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence on where things stand. `open`: something is not finished, and the page makes that plain."""

    words: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class NetworkCovered:
    """One network's part. `unread`: "" or "3 places"; `never`: what it never puts in its export."""

    label: str
    posts: str
    span: str
    unread: str
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A small table: what, and how many findings. `note` stands below it."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement for the renewal file. `name`, `body`, `number` may be "": then there is a line to write on."""

    made_on: str  # "28 November 2026"
    version: str
    name: str
    body: str
    number: str
    facts: tuple[tuple[str, str], ...]  # trade, country, audits, …
    posts: str
    findings: str
    remarks: tuple[Remark, ...]  # where it stands, the unfinished first
    networks: tuple[NetworkCovered, ...]
    not_covered: tuple[str, ...]
    counts: tuple[Counts, ...]
    outcomes: Counts
    method: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str, str], ...]  # label, value, note
    sample: str
    gate: str  # how the question was answered; "" if that stands among the remarks
    digest: str  # 64 hexadecimal digits


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper: paragraphs, then points, then `lines` ruled lines for the person's own thoughts."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A supervision agenda or a reflective account. `warning`: what comes before everything else, or ""."""

    title: str
    lead: str
    made_on: str
    version: str
    sections: tuple[Section, ...]
    warning: str = ""
    foot: tuple[str, ...] = ()
