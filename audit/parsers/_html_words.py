"""Plain text out of a short piece of HTML, as posts of the fediverse are kept: blocks become lines, links stay whole.

The pieces were cleaned by a server, but anybody may have written them by hand: nothing here raises, and time is linear.
"""

import html
import re
from dataclasses import dataclass, field

_TAG = re.compile(
    r"<!--.{0,500}?-->|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?![a-zA-Z0-9:-])"
    r"(?P<rest>(?:[^<>\"']{1,2000}|\"[^\"]{0,20000}\"|'[^']{0,20000}'){0,60}+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,30})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")  # what is not already one blank
_BREAKS = re.compile("[\u2028\u2029\x1e][ \u2028\u2029\x1e]*+")  # blanks before one go with the line's end
_PARAGRAPHS = frozenset(("p", "blockquote", "pre", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "figure"))
_BLOCKS = frozenset(("div", "li", "tr", "figcaption", "dd", "dt", "section", "article", "hr"))
_PLAIN = frozenset(("b", "strong", "i", "em", "u", "s", "small", "font", "code", "sup", "sub"))  # say nothing here
_UNSEEN = frozenset(("script", "style"))
_BREAK = re.compile(r"<br ?/?>")
_BLANK = " \t\r\n\f"
_MACHINE_MADE = re.compile(r"\bquote-inline\b|\breference-link-inline\b")


@dataclass(slots=True)
class Words:
    """The text, and the addresses of the links in it but for those of mentions and hashtags."""

    text: str
    links: list[str] = field(default_factory=list)


def plain(content: str) -> Words:
    """Return what a browser would show, whole addresses, and beside other link texts the address they lead to."""
    if "<" not in content:
        return Words(_stripped(html.unescape(content) if "&" in content else content))
    if (lines := _lines_alone(content)) is not None:
        return Words("\n".join(lines).strip())
    gatherer = _Gatherer()
    text, at = gatherer.text, 0
    for tag in _TAG.finditer(content):
        start, end = tag.span()
        if at < start:
            text(content[at:start])
        at = end
        closing, name, rest = tag.groups()
        if name and (name := name.lower()) not in _PLAIN:
            gatherer.tag(name, rest, closing=bool(closing))
    text(content[at:])
    return gatherer.words()


def _lines_alone(content: str) -> list[str] | None:
    """Return the lines of a text that has line breaks and no other mark, None for any other: most are such."""
    pieces = _BREAK.split(content)
    if content.count("<") >= len(pieces) or _has_own_marks(content):
        return None
    if "&" in content:
        pieces = [html.unescape(piece) for piece in pieces]
        if "&#" in content and any(map(_has_own_marks, pieces)):
            return None
    return [_folded(piece.strip(_BLANK)) for piece in pieces]


def _has_own_marks(text: str) -> bool:
    return "\u2028" in text or "\u2029" in text or "\x1e" in text


def _folded(text: str) -> str:
    """Fold blanks, in a text that seldom has any to fold."""
    plain_blanks = not ("\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text)
    return text if plain_blanks else _BLANKS.sub(" ", text)


class _Gatherer:
    """Collects a piece's text. While blanks fold, U+2028 is a line break, U+2029 and U+001E are the ends of blocks."""

    def __init__(self) -> None:
        self.run: list[str] = []
        self.links: list[str] = []
        self.pre = 0
        self.unseen = ""
        self.link: tuple[str, int] | None = None

    def text(self, piece: str) -> None:
        if not piece or self.unseen:
            return
        shown = html.unescape(piece) if "&" in piece else piece
        if self.pre:
            self.run.append(shown.replace("\r\n", "\n").replace("\n", "\u2028"))
        else:
            self.run.append(_BLANKS.sub(" ", shown))

    def tag(self, name: str, rest: str, *, closing: bool) -> None:
        if self.unseen:
            self.unseen = "" if closing and name == self.unseen else self.unseen
        elif name in _UNSEEN:
            self.unseen = "" if closing else name
        elif name == "br":
            self.run.append("\u2028")
        elif name in _PARAGRAPHS:
            self.pre = max(self.pre + (-1 if closing else 1), 0) if name == "pre" else self.pre
            self.run.append("\u2029")
            if rest and not closing and _MACHINE_MADE.search(rest):
                self.unseen = name
        elif name in _BLOCKS:
            self.run.append("\x1e")
        elif name == "a":
            self._link_ends() if closing else self._link_begins(rest)
        elif name == "img":
            self.run.append(_attributes(rest).get("alt", ""))
        elif name == "span" and rest and not closing and _MACHINE_MADE.search(rest):
            self.unseen = name

    def _link_begins(self, rest: str) -> None:
        self._link_ends()
        found = _attributes(rest)
        address = found.get("href", "")
        kinds = f"{found.get('class', '')} {found.get('rel', '')}".lower().split()
        if address[:7].lower() in ("http://", "https:/") and not {"mention", "hashtag", "tag", "u-url"} & set(kinds):
            self.link = (address, len(self.run))

    def _link_ends(self) -> None:
        if self.link is None:
            return
        address, start = self.link
        self.link = None
        shown = "".join(self.run[start:]).strip()
        self.links.append(address)
        if not _same_address(shown, address):
            self.run.append(f" ({address})" if shown else address)

    def words(self) -> Words:
        self._link_ends()
        return Words(_stripped(_BREAKS.sub(_line_breaks, "".join(self.run))), self.links)


def _line_breaks(found: re.Match[str]) -> str:
    marks = found[0]
    if "\u2029" in marks:
        return "\n\n"
    return "\n" * max(marks.count("\u2028"), "\x1e" in marks)


def _stripped(text: str) -> str:
    if "\n" not in text:
        return text.strip()
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip()


def _same_address(shown: str, address: str) -> bool:
    """Say whether the link's text already is the address, whatever of its ends is left out."""

    def bare(text: str) -> str:
        return re.sub(r"^https?://(?:www\.)?", "", text.lower()).rstrip("/")

    return bare(shown) == bare(address)


def _attributes(rest: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(rest[:30_000]):
        found.setdefault(name.lower(), html.unescape(next(filter(None, values), "")))
    return found
