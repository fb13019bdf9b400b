"""The words of a blog post's HTML, and pieces cut out of pages, without a tree: nothing recurses, time is linear."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from audit.parsers._html_words import plain
from audit.parsers._text_lines import AS_CP1252
from audit.posts import distinct

_LONG_VALUE = re.compile(r"=(?:\"[^\"]{1500,}+\"|'[^']{1500,}+')")
_MEDIA = re.compile(r"<(?:img|video|audio|iframe|embed)\b", re.IGNORECASE)
_LINK_OF_PICTURE = re.compile(  # a link that shows a picture, in however many wrappings: its address is no word
    r"<a\b[^<>]*>(?=\s*(?:<(?:div|picture|source|span|figure|noscript)\b[^<>]*>\s*){0,8}<img\b)", re.IGNORECASE
)
_STRANGE = re.compile(r"<[!?][^<>]*>|</?[a-zA-Z]\w{0,20}[:-](?!//)[^<>]{0,2000}>")  # document types, Word's own tags
_PICTURE = re.compile(r"<img\b((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_SAID = re.compile(r"\b(alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"[^\s]{1,200}\.(?:jpe?g|png|gif|webp|heic|bmp|svg|mp4|mov|webm|mp3)|[A-Za-z]{0,9}[ _-]?\d[\d _()-]{2,40}",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]")
_MANY_LINES = re.compile(r"\n{3,}")
_HTTP = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]{1,50})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


@dataclass(slots=True)
class Body:
    """What a post's HTML says, what pictures and videos it shows, and the addresses it links to."""

    text: str = ""
    media: int = 0
    links: list[str] = field(default_factory=list)


def body(content: str) -> Body:
    """Return the words as a reader of the page has them, descriptions of pictures among them."""
    if not _MARKUP.search(content):
        return Body(content.replace("\r\n", "\n").strip())
    content = without_comments(content)
    if media := sum(1 for _ in _MEDIA.finditer(content)):
        content = _PICTURE.sub(_described, _LINK_OF_PICTURE.sub("<a>", content))
    said = plain(_STRANGE.sub("", _CELL.sub(" ", _LONG_VALUE.sub('=""', content))))
    text = _MANY_LINES.sub("\n\n", said.text) if "\n\n\n" in said.text else said.text
    return Body(text, media, said.links)


def without_comments(content: str) -> str:
    """Return HTML without its comments; one that is never closed is none."""
    if "<!--" not in content:
        return content
    kept: list[str] = []
    at = 0
    while (start := content.find("<!--", at)) >= 0 and (end := content.find("-->", start + 4)) >= 0:
        kept.append(content[at:start])
        at = end + 3
    return "".join((*kept, content[at:]))


def _described(picture: re.Match[str]) -> str:
    """Return the words that were typed for a picture, on lines of their own; a smiley stays in its line."""
    said = [html.unescape(one or other).strip() for _, one, other in _SAID.findall(picture[1])]
    words = distinct(one for one in said if len(one) < 20_000 and not _FILE_NAME.fullmatch(one))
    shown = html.escape("\n".join(words)).replace("\n", "<br>")
    if words and max(map(len, words)) > 3 and not words[0].startswith(":"):
        return f"<p>{shown}</p>"
    return shown


def line(text: str) -> str:
    """Return the words of a title: HTML in most exports, on one line."""
    return " ".join((plain(text).text if _MARKUP.search(text) else text).split())


def with_breaks(content: str) -> str:
    """Return HTML in which line breaks count: blogs show them, though no tag stands for them."""
    if "\n" not in content:
        return content
    content = _LONG_VALUE.sub('=""', content)
    return re.sub(r"<[^<>]*>|\n", lambda found: "<br>" if found[0] == "\n" else found[0], content)


def joined(*parts: str) -> str:
    """Return title, words and what else was typed, a blank line between; what stands in what went before goes once."""
    kept: list[str] = []
    for part in (one.strip() for one in parts):
        if part and not any(part in other for other in kept):
            kept.append(part)
    return "\n\n".join(kept)


def titled(title: str, words: str) -> str:
    """Return title and words. A title that is the beginning of the words, cut or not, is not said twice."""
    start = title.rstrip(". …").strip()
    if not words or not start or " ".join(words[: 2 * len(title) + 100].split()).startswith(start):
        return words or title
    return f"{title}\n\n{words}"


def page_of(raw: bytes) -> str:
    """Return a page's text: UTF-8, UTF-16 with its mark, or else what Windows writes."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("utf-8-sig", AS_CP1252)


def web_address(text: str) -> str:
    """Return the text if it is an address that a browser may open."""
    text = text.strip()
    return text if _HTTP.fullmatch(text) else ""


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of an opening tag, their names in small letters."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(tag[:60_000]):
        found.setdefault(name.lower(), html.unescape(next(filter(None, values), "")))
    return found


# --- pieces of a page ------------------------------------------------------------------------------------------------


@dataclass(slots=True, frozen=True)
class Piece:
    """An element cut out of a page: its opening tag and what stands between that and its end."""

    tag: str
    inner: str


def taken(page: str, name: str, wanted: Callable[[str], bool]) -> tuple[list[Piece], str]:
    """Return the outermost elements of this name whose opening tag is wanted, and the page without them.

    One that is never closed is none.
    """
    pieces: list[Piece] = []
    kept: list[str] = []
    at = 0
    for start, inner, inner_end, end in elements(page, name):
        if start >= at and wanted(page[start:inner]):
            pieces.append(Piece(page[start:inner], page[inner:inner_end]))
            kept.append(page[at:start])
            at = end
    return pieces, "".join((*kept, page[at:])) if pieces else page


def of_class(*names: str) -> Callable[[str], bool]:
    """Return what says of an opening tag whether it is of one of these classes."""
    pattern = re.compile(rf"\bclass\s*=\s*[\"']?[^\"'>]*(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.IGNORECASE)
    return lambda tag: bool(pattern.search(tag))


def elements(page: str, name: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield where each closed element begins, where its inside begins and ends, and where it ends, in page order."""
    found: list[tuple[int, int, int, int]] = []
    inside: list[tuple[int, int]] = []
    for tag in re.finditer(rf"<(/?){name}\b(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>", page, re.IGNORECASE):
        if not tag[1]:
            inside.append((tag.start(), tag.end()))
        elif inside:
            found.append((*inside.pop(), tag.start(), tag.end()))
    yield from sorted(found)
