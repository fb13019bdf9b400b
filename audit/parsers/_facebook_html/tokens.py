"""The tags of an entry in a row, for what is read without a tree."""

import html
import re
from functools import lru_cache

from audit.parsers._facebook_html.words import in_lines

TOLD = r'(?:\s[a-z-]++="[^"<>]*+")*+'  # attributes
LINES = r"[^<]*+(?:<br ?/?>[^<]*+)*+"  # text with line breaks
_TOKEN = re.compile(rf"([^<]*+)<(/?)([a-z][a-z0-9]*+)({TOLD})\s?/?>")
_BREAK = re.compile(r"<br ?/?>")
_KNOWN = re.compile(
    r"&(?:amp|lt|gt|quot|nbsp|#0?(?:3[2-9]|[4-9]\d)|#1[01]\d|#12[0-6]|#x[2-6][0-9a-f]|#x7[0-9a-e]);"
)  # read alike by all
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\ud800-\udfff\ufffe\uffff]")
BLANK = " \t\n"
_VALUE = {name: re.compile(rf'\s{name}="([^"]*)"') for name in ("class", "href", "src")}

Token = tuple[str, str, str, str]  # the text before the tag, "/" where it closes, its name, its attributes


class Unusual(Exception):
    """What stands here has to be parsed."""


def check_signs(source: str) -> None:
    """Raises: Unusual if a sign or an entity is not read alike by every parser."""
    if not source.isprintable() and _ODD.search(source):
        raise Unusual
    if len(_KNOWN.findall(source)) != source.count("&"):
        raise Unusual


def tokens_of(source: str) -> list[Token]:
    """Return the tags of a source that ends with one. Raises: Unusual if one of them cannot be told for certain."""
    tokens: list[Token] = _TOKEN.findall(source)
    if len(tokens) != source.count("<") or not source.endswith(f"</{tokens[-1][2]}>"):
        raise Unusual
    return tokens


def line_of(text: str) -> str:
    """Return the words of text with line breaks and no other tags."""
    if "<" not in text:
        return in_lines([html.unescape(text) if "&" in text else text])
    run: list[str] = []
    for piece in _BREAK.split(text):
        add(piece, run)
        run.append("\u2028")
    return in_lines(run[:-1])


def says(text: str) -> bool:
    """Say whether a stretch of text is more than blanks."""
    return bool(text) and bool(text.strip(BLANK))


def shown(text: str) -> str:
    """Return the text with its entities resolved."""
    return html.unescape(text) if "&" in text else text


def add(text: str, run: list[str]) -> None:
    """Add a text to a run. Raises: Unusual for blanks alone between two tags, which parsers keep or drop."""
    if text and text.strip(BLANK):
        run.append(html.unescape(text) if "&" in text else text)
    elif text and run:
        raise Unusual


def value(name: str, told: str) -> str:
    """Return an attribute's value, "" if the tag has none."""
    if (found := _VALUE[name].search(told)) is None:
        return ""
    return html.unescape(found[1]) if "&" in found[1] else found[1]


@lru_cache(1000)
def class_of(told: str) -> str:
    """Return the classes of a block, whose attributes are the same again and again."""
    return value("class", told)
