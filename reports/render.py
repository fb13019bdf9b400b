"""A `Report` in, one page out. The one Jinja environment of the house, and the small words its templates need.

Posts are hostile text. Everything is escaped; what no page should hold (control characters, lone surrogates, marks
that turn the direction of writing) is dropped on its way out, so that each word stays whole; an address becomes a link
only if it is http or https. Style and script are read from files of ours and named in the page's policy by digest.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.view import Advice, Card, Report, TextPart

TEMPLATES = Path(__file__).parent / "templates"
SHORT = 300  # cards; a longer report says each advice once
VERBS = {"advice first": "take advice first", "supervision": "take it to supervision", "keep": "keep it"}

Value = TypeVar("Value")
_TURNING = "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates: they can make a page lie
_DIGEST = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")
_WORDS_AND_SPACES = re.compile(r"\s+|\S+")
_TURNS = re.compile(f"[{_TURNING}]")
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{_TURNING}]")


@dataclass(frozen=True, order=True)
class Option:
    """One box to tick in the filters."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facets:
    """What the cards can be filtered by, and the cards of each tier with their places on the page."""

    tier: list[Option]
    severity: list[Option]
    network: list[Option]
    category: list[Option]
    kind: list[Option]
    audience: list[Option]
    year: list[Option]
    decision: list[Option]
    presence: list[Option]
    undated: int
    shelves: dict[str, list[tuple[int, Card]]]


@dataclass(frozen=True)
class AdviceOnce:
    """What a long report says once for many cards: the texts in order, and their numbers. Empty in a short one."""

    once: list[Advice]
    numbers: dict[Advice, int]

    def number_of(self, card: Card) -> int | None:
        """Return the number of the card's advice, or None if it stands on the card itself."""
        return self.numbers.get(card.advice) or self.numbers.get(_without_address(card.advice))

    def address_apart(self, card: Card) -> bool:
        """Say whether the card has an address of its own beside advice that it shares."""
        return bool(self.once) and card.advice not in self.numbers


@dataclass(frozen=True)
class Unreadable:
    """How much of the exports is not in the report, as a number and in words."""

    count: int
    words: str


def render_report(report: Report) -> str:
    """Return the whole page. The same report gives the same text, which UTF-8 can always hold."""
    style, script = (_own(name) for name in ("style.css", "report.js"))
    return _ENVIRONMENT.get_template("report.html.jinja2").render(
        report=report,
        version=report.version,
        facets=_facets(report),
        advice=_advice_once(report.cards),
        ask_first=_listed(report.gate_bodies or ("your insurer", "defence body", "union"), "or"),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def render_page(
    template: str, script: str = "", *, more_style: str = "", lets: Sequence[str] = (), **shown: object
) -> str:
    """Return a page of ours that is not the report. `shown`: what its template sees, `version` among it.

    `script` and `more_style` name files beside the templates; without them the page has none of its own.
    `lets`: digests ("sha256-…") of styles and scripts that this page will hold later, such as those of a locked one.
    """
    style = _own("style.css") + (_own(more_style) if more_style else "")
    own = _own(script) if script else Markup("")
    return filled(template, style=style, script=own, policy=_policy(style, own, lets), **shown)


def filled(template: str, **shown: object) -> str:
    """Return a template of ours filled in; everything shown is escaped."""
    return _ENVIRONMENT.get_template(template).render(**shown)


def _own(name: str) -> Markup:
    """Return a file of ours as it will stand in the page, a newline at each end."""
    return Markup("\n" + (TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - ours, never a post's


def _policy(style: str, script: str, lets: Sequence[str] = ()) -> Markup:
    """Return the Content-Security-Policy: nothing is loaded, and only these two texts count, and those let in."""
    more = "".join(f" '{digest}'" for digest in lets if _DIGEST.fullmatch(digest))
    return Markup(  # noqa: S704 - digests only
        f"default-src 'none'; script-src '{_digest(script)}'{more}; style-src '{_digest(style)}'{more}; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _facets(report: Report) -> Facets:
    """Return what there is to choose from, the commonest first."""
    cards = report.cards
    shelves: dict[str, list[tuple[int, Card]]] = {"look-first": [], "look": [], "decided": []}
    for place, card in enumerate(cards, 1):
        shelves["decided" if card.settled else "look-first" if card.tier == "look-first" else "look"].append(
            (place, card)
        )
    years = Counter(card.year for card in cards if card.year != "undated")
    tiers = [("look-first", "look first"), ("look", "worth a look"), ("decided", "decided before")]
    return Facets(
        tier=[Option(tier, label, len(shelves[tier])) for tier, label in tiers if shelves[tier]],
        severity=sorted(_options((str(c.severity), c.severity_words) for c in cards), reverse=True),
        network=_options(pair for c in cards for pair in _each((one.network, one.network_label) for one in c.places)),
        category=_options((line.name, line.label) for c in cards for line in c.categories),
        kind=_options(pair for c in cards for pair in _each((one.kind, one.kind) for one in c.places)),
        audience=_options(pair for c in cards for pair in _each((one.audience, one.audience) for one in c.places)),
        year=[Option(year, year, count) for year, count in sorted(years.items())],
        decision=_decisions(report),
        presence=_options(pair for c in cards for pair in _each((one.presence, one.presence) for one in c.places)),
        undated=len(cards) - years.total(),
        shelves=shelves,
    )


def _decisions(report: Report) -> list[Option]:
    """Return every choice, taken or not: on the page each may be taken at any time."""
    taken = Counter(decision for card in report.cards for decision in _each(one.decision for one in card.places))
    offered = [("", "not decided yet"), *((choice.value, choice.label) for choice in report.choices)]
    return [Option(value, label, taken[value]) for value, label in offered] if report.choices else []


def _each(values: Iterable[Value]) -> Iterable[Value]:
    """Return what the places of one finding have, each once."""
    return dict.fromkeys(values)


def _advice_once(cards: Sequence[Card]) -> AdviceOnce:
    """Up to `SHORT` cards each carry their advice; beyond that it would be most of the file."""
    if len(cards) <= SHORT:
        return AdviceOnce([], {})
    sharing = Counter(one.advice for card in cards for one in card.places)
    once = dict.fromkeys(advice if sharing[advice] > 1 else _without_address(advice) for advice in sharing)
    return AdviceOnce(list(once), {advice: number for number, advice in enumerate(once, 1)})


def _without_address(advice: Advice) -> Advice:
    return replace(advice, address="", address_label="")


def _options(pairs: Iterable[tuple[str, str]]) -> list[Option]:
    counted = sorted(Counter(pairs).items(), key=lambda pair: (-pair[1], pair[0]))
    return [Option(value, label, count) for (value, label), count in counted]


def _unreadable(report: Report) -> Unreadable:
    """Count files nobody read and places in read files that were lost."""
    files = [file for reading in report.readings for file in reading.files] + list(report.strays)
    lost = sum(file.status == "unread" for file in files)
    unknown = sum(file.status not in {"read", "left out", "unread"} for file in files)
    places = sum(len(file.places) for file in files if file.status == "read")
    told = [
        _counted(lost, "file") + " could not be opened" if lost else "",
        _counted(places, "place") + f" in files that were {'' if lost else 'otherwise '}read" if places else "",
        _counted(unknown, "file") + " of a kind Backscroll does not know" if unknown else "",
    ]
    return Unreadable(lost + unknown + places, _listed([words for words in told if words]))


def _thousands(number: int) -> str:
    return f"{number:,}"


def _counted(things: int | Sequence[object], one: str, many: str = "") -> str:
    """Return "1 file", "2,310 files"."""
    number = things if isinstance(things, int) else len(things)
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _listed(words: Sequence[str], last: str = "and") -> str:
    """Return "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _verb_words(verb: str) -> str:
    return VERBS.get(verb, verb)


def _web_address(address: str) -> str:
    """Return the address if a browser may be sent there, else nothing."""
    address = str(_printable(address)).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    harmless = parts.scheme in {"http", "https"} and parts.hostname and not any(char.isspace() for char in address)
    return address if harmless else ""


def _hiding_marks(card: Card) -> bool:
    return any(_TURNS.search(text) for text in _own_texts(card))


def _own_texts(card: Card) -> Iterator[str]:
    yield from (part.text for part in card.parts)
    yield from (card.headline, card.container, card.link_title, card.place, *card.people)


def _whole_words(parts: Sequence[TextPart]) -> Sequence[TextPart]:
    """Return the runs so that none ends within a word: a word, with what clings to it, has its heaviest weight."""
    if len(parts) < 2:
        return parts
    weights = [part.weight for part in parts for _ in part.text]
    found = _WORDS_AND_SPACES.finditer("".join(part.text for part in parts))
    tokens = [(max(weights[token.start() : token.end()]), token[0]) for token in found]
    return [TextPart("".join(word for _, word in run), weight) for weight, run in groupby(tokens, key=itemgetter(0))]


def _said(text: str) -> Markup:
    """Return words for the page's text, never for an attribute: quotes stay quotes, so that a search finds "can't"."""
    plain = str(_printable(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(plain)  # noqa: S704 - nothing in it can open a tag or an entity


def _printable(value: object) -> object:
    """Return text without what a page cannot hold or be trusted with; markup of ours passes as it is."""
    if type(value) is str and not value.isprintable():
        return _UNPRINTABLE.sub(lambda found: " " if found[0].isspace() else "", value)
    return value


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
        auto_reload=False,
    )
    environment.filters |= {
        "thousands": _thousands,
        "counted": _counted,
        "listed": _listed,
        "sentence": _sentence,
        "verb_words": _verb_words,
        "said": _said,
        "whole_words": _whole_words,
        "web_address": _web_address,
        "unreadable": _unreadable,
    }
    environment.tests["hiding_marks"] = _hiding_marks
    return environment


_ENVIRONMENT = _environment()
