"""What the screens of the local page may show: frozen dataclasses of plain values, ready to print.

Cards, charts and the account of reading are those of `reports.view`; worklists, guides and papers those of
`reports.act_view` and `reports.prove_view`: one look, whether it is read here or in a file.
"""

from dataclasses import dataclass

from reports.view import Card


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the way. `address`: "" while it is not open yet. `state`: done, now or ahead."""

    label: str
    address: str
    state: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around every screen. `notice` stays; `told` and `problem` are of the last thing that was done."""

    title: str
    version: str
    steps: tuple[Step, ...] = ()
    gate: str = ""
    keys: bool = True  # single keys work
    notice: str = ""
    told: str = ""
    problem: str = ""
    reading: bool = False  # an audit runs meanwhile
    here: str = ""  # the address of this screen


@dataclass(frozen=True, slots=True)
class LastAudit:
    """The newest audit that is on record, and how many of its findings are decided."""

    made_on: str
    posts: int
    decided: int
    findings: int


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask one network for one's archive. `address` is http(s) or empty."""

    network: str
    label: str
    address: str
    where: tuple[str, ...]
    choose: tuple[str, ...]
    wait: str
    then: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file of no known network: what could be read of it, as it is proposed. `key` tells its fields apart."""

    key: str
    name: str
    told: str  # "over 2,000 records, 3 March 2012 – 9 May 2019"
    columns: tuple[str, ...]
    text: str
    date: str
    author: str
    people: tuple[tuple[str, str], ...] = ()  # name, and with how many records of theirs
    sure: bool = True


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One archive that is offered or was handed over."""

    id: str
    name: str
    size: str
    label: str  # network, or what else is known of it
    origin: str  # "found in Downloads", …
    chosen: bool
    remote: bool = False  # the browser reads it, so the page must stay open
    sentence: str = ""
    state: str = "ready"
    waiting: tuple[Waiting, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an audit is. `percent`: None while nobody can say."""

    state: str  # reading | scoring | done | cancelled | failed
    stage: str
    percent: int | None
    posts: int
    left: str  # "about two minutes left" or ""
    sentence: str
    what: str = ""  # the archive that is being read
    remote: bool = False
    recall: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose from. `count`: how many findings there are of it."""

    value: str
    label: str
    count: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list."""

    name: str
    label: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Deciding:
    """One decision that is offered now. `asks`: a reason is asked for."""

    value: str
    key: str
    label: str
    meaning: str
    acts: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a review is. `left`: neither decided nor set aside."""

    total: int
    decided: int
    aside: int
    left: int


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a finding in the list. `id` is the ledger's. `also`: other networks with the same words."""

    id: int
    card: Card
    address: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of findings, a row for each place of one; `matching` counts places.

    `query`: what narrows it, as it stands in addresses, "" or "?…".
    `search`: what stands in addresses for words that were looked for, "" for none; `words`: these words, "" if they are
    no longer known. `unsearched`: the query without them.
    """

    rows: tuple[Row, ...]
    filters: tuple[Filter, ...]
    narrowed: bool
    matching: int
    findings: int
    page: int
    pages: int
    query: str
    earlier: str = ""
    later: str = ""
    search: str = ""
    words: str = ""
    unsearched: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The other places of the same words. `places`: what each is called, its address, what was decided there.

    `alike`: the same holds of all of them, so that one decision is proposed for all.
    """

    networks: tuple[str, ...]
    places: tuple[tuple[str, str, str], ...]
    alike: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finding in front of the person."""

    id: int
    card: Card
    place: int
    total: int
    address: str  # where a decision is sent
    before: str
    after: str
    listed: str  # back to the list
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Weigh:
    """What to think of, always at hand: categories, degrees and decisions with their meanings."""

    questions: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]
    degrees: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Door:
    """One thing that can be done next. `state`: what is known of it, "" if nothing."""

    address: str
    label: str
    words: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class PastLine:
    """One audit in the history."""

    made_on: str
    posts: int
    raised: int
    gone: int
    networks: tuple[tuple[str, int, str, int], ...]  # label, posts, span, unread places


@dataclass(frozen=True, slots=True)
class History:
    """Past audits, the newest first, and what the newest says of each finding. Counts: (words, how many)."""

    audits: tuple[PastLine, ...]
    presences: tuple[tuple[str, int, tuple[tuple[str, int], ...]], ...]
    outcomes: tuple[tuple[str, int], ...]
    since: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One post of a sample, with its words."""

    place: int
    size: int
    read: int
    head: str
    words: tuple[str, ...]
    around: tuple[str, ...]
    earlier: str = ""  # what was answered before


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a draft could be read. `raised`: the classifier would raise it."""

    raised: bool
    severity: int
    severity_words: str
    categories: tuple[str, ...]
    cues: tuple[str, ...]
    recognisers: tuple[str, ...]
    panel: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class File:
    """Something to download. `private`: it holds words of posts."""

    address: str
    name: str
    words: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Traces:
    """What would be removed, what stays, and the person's own exports."""

    files: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    exports: tuple[str, ...]
