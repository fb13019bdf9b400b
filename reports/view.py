"""All that a template may see: frozen dataclasses of plain values, ready to print. Decisions are made before this."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextPart:
    """A run of the post's own words. `weight`: 0 plain, 1 raised the score, 2 raised it most. Ends between words."""

    text: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category that applies, with its probability in percent."""

    name: str
    label: str
    percent: int


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about one finding. `steps` are where to click, in words; `address` is http(s) or empty."""

    verb: str  # delete | restrict | reword | supervision | advice first | keep
    words: str
    steps: tuple[str, ...]
    address: str = ""
    address_label: str = ""
    remains: str = ""  # what stays behind even then


@dataclass(frozen=True, slots=True)
class Card:
    """One finding. Everything is text for people but `id`, `tier`, `severity` and the numbers."""

    number: int
    id: str  # 16 hexadecimal digits, as in --json
    tier: str  # look-first | look
    severity: int  # 1–3
    severity_words: str
    score_percent: int
    network: str
    network_label: str
    kind: str  # "comment in a group", "post", …
    when: str  # "14 March 2016, 18:05 UTC" or "date unknown"
    year: str  # "2016" or "undated"
    audience: str
    state: str  # "" or "already in the network's bin", …
    parts: tuple[TextPart, ...]
    categories: tuple[CategoryLine, ...]
    cues: tuple[str, ...]  # "gives an age", "relief that somebody did not come"
    recognisers: tuple[str, ...]  # "the client", "family and friends", "colleagues", "people of the place", "anyone"
    panel: str  # one neutral sentence: how it would be read out
    rules: tuple[str, ...]  # the profession's own rules that raised it
    advice: Advice
    source: str
    also_in: tuple[str, ...] = ()
    headline: str = ""
    container: str = ""
    link_title: str = ""
    link_url: str = ""  # http(s) or empty
    place: str = ""
    people: tuple[str, ...] = ()
    moment: str = ""  # ISO 8601, to sort by; "" if unknown
    presence: str = ""  # new, still there, came back, held; "" if this audit is the first, or was not recorded
    standing: str = ""  # the presence in words: "new: you posted it since the last audit"
    decision: str = ""  # the value of one of the report's choices, or ""
    reason: str = ""  # the value of one of the report's reasons, or ""
    note: str = ""  # the person's own
    decided: str = ""  # the decision in words: "Keep, on 3 June 2026: the person agreed, in writing"
    settled: bool = False  # nothing more is asked about it
    elsewhere: tuple["Card", ...] = ()  # the same words on other networks, each place with its own id, advice, decision

    @property
    def places(self) -> tuple["Card", ...]:
        """This one and those elsewhere."""
        return (self, *self.elsewhere)


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be decided about a finding. `acts`: it changes the post, so it is offered only after a no."""

    value: str
    label: str
    meaning: str
    acts: bool = False
    closes: bool = True


@dataclass(frozen=True, slots=True)
class FileLine:
    """What came of one file. `status`: read | left out | unread | unknown."""

    name: str
    status: str
    reason: str
    posts: int
    span: str  # "March 2009 – June 2024" or ""
    stated: str = ""  # "the export's own list says 48,211"
    places: tuple[str, ...] = ()  # unread places, with reasons


@dataclass(frozen=True, slots=True)
class NetworkReading:
    """One network's part of the account of reading."""

    label: str
    account: str
    posts: int
    span: str
    kinds: tuple[tuple[str, int], ...]  # ("comments", 120), …
    files: tuple[FileLine, ...]
    undated: int
    wordless: int  # pictures, videos and links without words: to look at by eye
    gaps: tuple[str, ...]  # "nothing between March 2014 and July 2016"
    never: tuple[str, ...]  # what this network never puts in its export


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `share` is its length, 0–1 of the longest."""

    label: str
    value: int
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A row of bars; `columns` stand upright (years, hours), the others lie (networks, categories)."""

    title: str
    bars: tuple[Bar, ...]
    upright: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of how good the classifier was on authors it never saw."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One audit."""

    made_on: str  # "28 November 2026, 14:05 UTC"
    version: str
    settings: tuple[tuple[str, str], ...]
    posts_read: int
    look_first: int  # of those not settled yet
    look: int
    cards: tuple[Card, ...]
    withheld: int  # findings beyond what one page can carry; they stand in the file named here
    withheld_in: str
    readings: tuple[NetworkReading, ...]
    strays: tuple[FileLine, ...]  # members of no export
    remarks: tuple[str, ...]  # about whole archives, two owners, a missing encoder, …
    charts: tuple[Chart, ...]
    measures: tuple[Measure, ...]
    cannot_see: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]  # category label, meaning
    gate_bodies: tuple[str, ...] = field(default=())  # whom to ask first, by profession: "your insurer", …
    span: str = ""  # over all networks: "March 2009 – June 2024"
    gate: str = ""  # no, yes, unsure: what the person answered already
    choices: tuple[Choice, ...] = ()  # none: this page takes no decisions
    reasons: tuple[tuple[str, str], ...] = ()  # value, words; the first is "no reason given"
    new: int = -1  # findings that are new since the last audit; -1 if there was none
    decided: int = 0  # settled cards, which `look_first` and `look` do not count
    further_places: int = 0  # of all findings, beyond one place each: the same words on several networks
