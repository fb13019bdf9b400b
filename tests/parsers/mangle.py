"""Files spoilt as bad disks, odd tools and hostile hands spoil them. One helper for every parser's test.

`mangled(content, dice)` breaks one thing of a file: its bytes, or what its kind (JSON, CSV, HTML) is made of;
`tricks_for(content)` gives the tricks by name. `spoilt(value, dice)` does it to a value that is parsed already.
The same dice give the same file.
"""

import json
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

Trick = Callable[[bytes, random.Random], bytes]
WORD = "quorvexil"  # stands in no sentence of ours: wherever a reason shows it, a post is quoted
_ASSIGNED = re.compile(rb"\s*[\w.]+ *= *(?=[\[{])")


def _deep(opening: str, closing: str, depth: int) -> Any:
    return json.loads(opening * depth + '"deep"' + closing * depth)


ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 7, 17, -1, -1.5, 10**30, 10**400, 2**31, 2**63, -(1 << 60), float("nan"), float("inf")),
    *("", WORD, f"{WORD} {{%s}} %d", "x" * 5_000, "w" * 100_000, "\ud83d", "\ud800", "\0", "\r\n", "\u202e", "\x1b[2J"),
    *([], {}, [None], [[[]]], [[[[["deep"]]]]], {"a": 1}, {"a": None}, {"type": {"a": 1}}, {"uri": {"a": 1}}),
    *({WORD: WORD}, [WORD], [None, {"name": 5}], [None, {"alt": 5}], [{}, [], ""]),
    *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-00-00", "2023-02-29 25:61:61", "1e999"),
    *("Mon Jan 01 00:00:00 +0000 0001", "Fri Dec 31 23:59:59 -1400 9999", "-62135596800", "253402300800000"),
    *(-62135596800, 253402300799, 253402300800, -62135596800000, 253402300799999, 1e308, "1969-12-31T23:59:59.999Z"),
    *(_deep("[", "]", 60), _deep('{"text":', "}", 60), _deep('[{"data":', "}]", 40), _deep('{"tweet":', "}", 300)),
)
ODD_CELLS = (
    *(b"null", b"17", b'{"a":[1]}', b'"', b'\\"', b"\n", b"\xff", b"", b"\0", b"\r", b"''", b'""', b'"a""b'),
    *(b"[" * 3000, b'{"document":' + b'[{"c":' * 3000, b"x" * 100_000, b'"' * 1001, b"a\nb\nc\n" * 50),
    *(b"0001-01-01 00:00:00 UTC", b"9999-12-31 23:59:59", b"1/1/0001", WORD.encode(), b"=cmd|' /C calc'!A0"),
    *(b";", b"\t", b"\xef\xbb\xbf"),
)  # fmt: skip
ODD_MARKS = ("\0", "\ud800", "<", "&", '"', "<!--", "]]>", "\u2029", "\x1b[2J", "</body></html>", "<![CDATA[", "&#0;",
             "&#xD800;", "&#9999999999;", "<script>alert(1)</script>", "<style>", "<textarea>", "<table><tr>", "</div>",
             "<img src=x onerror=alert(1)>", "<base href=//x.example>", "\u202e", WORD)  # fmt: skip


def mangled(content: bytes, dice: random.Random) -> bytes:
    """Return the content with one thing broken; twice out of three what its kind is made of."""
    own = _own_tricks(content)
    tricks = own if own and dice.random() < 0.65 else BYTES
    return tricks[dice.choice(sorted(tricks))](content, dice)


def tricks_for(content: bytes) -> dict[str, Trick]:
    """Return every trick that suits the content."""
    return {**BYTES, **_own_tricks(content)}


def _own_tricks(content: bytes) -> dict[str, Trick]:
    start = content[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start[:1] in (b"{", b"[") or _ASSIGNED.match(start):
        return JSON
    if start[:1] == b"<":
        return HTML
    return CSV if b"," in content[:4000] else {}


# --- bytes ------------------------------------------------------------------------------------------------------------


def _at(content: bytes, dice: random.Random) -> int:
    return dice.randrange(len(content) + 1)


def _flipped(content: bytes, dice: random.Random) -> bytes:
    spoilt_bytes = bytearray(content)
    for _ in range(dice.choice((1, 5, 20, 50)) if content else 0):
        place = dice.randrange(len(spoilt_bytes))
        spoilt_bytes[place] = dice.choice((dice.randrange(256), spoilt_bytes[place] ^ (1 << dice.randrange(8))))
    return bytes(spoilt_bytes)


def _without_a_stretch(content: bytes, dice: random.Random) -> bytes:
    start, end = sorted((_at(content, dice), _at(content, dice)))
    return content[:start] + content[end:]


def _with_a_stretch_again(content: bytes, dice: random.Random) -> bytes:
    start, end = sorted((_at(content, dice), _at(content, dice)))
    return content[:end] + content[start:]


def _stuffed(content: bytes, dice: random.Random) -> bytes:
    at = _at(content, dice)
    noise = bytes(dice.randrange(256) for _ in range(40))
    stuff = (noise, b"\0" * 40, b"\xff\xfe", b"[" * 3000, b"{" * 3000, b"x" * 100_000, b'"', b"\\", b"<div>" * 3000)
    return content[:at] + dice.choice(stuff) + content[at:]


def _encoded_otherwise(content: bytes, dice: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(
        dice.choice(("utf-16", "utf-16-be", "utf-8-sig", "cp1252", "utf-32", "utf-7", "cp037")), "replace"
    )


def _in_other_years(content: bytes, dice: random.Random) -> bytes:
    year = dice.choice((b"0001", b"9999", b"0000", b"null", b"99999999999999", b"[]"))
    return re.sub(rb"(?<!\d)(?:19|20)\d\d(?!\d)", lambda found: dice.choice((found[0], year)), content)


def _at_other_times(content: bytes, dice: random.Random) -> bytes:
    moment = dice.choice((b"-62135596800", b"253402300799", b"9" * 30, b"1e400", b"0", b"-1"))
    return re.sub(rb"(?<!\d)1\d{9}(?:\d{3})?(?!\d)", lambda found: dice.choice((found[0], moment)), content)


BYTES: dict[str, Trick] = {
    "cut": lambda content, dice: content[: _at(content, dice)],
    "beheaded": lambda content, dice: content[_at(content, dice) :],
    "flipped": _flipped,
    "a stretch gone": _without_a_stretch,
    "a stretch twice": _with_a_stretch_again,
    "stuffed": _stuffed,
    "reversed": lambda content, _: content[::-1],
    "other encoding": _encoded_otherwise,
    "other years": _in_other_years,
    "other times": _at_other_times,
    "twice over": lambda content, _: content + b"\n" + content,
}


# --- JSON -------------------------------------------------------------------------------------------------------------


def spoilt(value: Any, dice: random.Random, odd: Sequence[Any] = ODD) -> Any:
    """Return the value with one thing anywhere within replaced, dropped or repeated."""
    if isinstance(value, dict) and value and dice.random() < 0.92:
        key = dice.choice(list(value))
        if dice.random() < 0.1:
            return {name: inner for name, inner in value.items() if name != key}
        return {**value, key: spoilt(value[key], dice, odd)}
    if isinstance(value, list) and value and dice.random() < 0.92:
        place = dice.randrange(len(value))
        return [*value[:place], spoilt(value[place], dice, odd), *value[place + dice.randrange(2) :]]
    return dice.choice([*odd, [value, value], {"x": value}])


def spoilt_all_over(value: Any, dice: random.Random, odd: Sequence[Any] = ODD, share: float = 0.03) -> Any:
    """Return the value with this share of its parts replaced, dropped or doubled."""
    if dice.random() < share:
        return dice.choice([*odd, [value, value], {"x": value}])
    if isinstance(value, list):
        kept = [spoilt_all_over(inner, dice, odd, share) for inner in value if dice.random() > share]
        return kept + kept[:1] if dice.random() < 0.05 else kept
    if isinstance(value, dict):
        return {key: spoilt_all_over(inner, dice, odd, share) for key, inner in value.items() if dice.random() > share}
    return value


def _json(change: Callable[[Any, random.Random], Any]) -> Trick:
    def trick(content: bytes, dice: random.Random) -> bytes:
        assigned = _ASSIGNED.match(content)
        start = assigned[0] if assigned else b""
        try:
            value = json.loads(content[len(start) :])
        except ValueError:
            return content[::-1]  # a broken one of the samples
        return start + json.dumps(change(value, dice)).encode("utf-8", "surrogatepass")

    return trick


JSON: dict[str, Trick] = {
    "one value": _json(spoilt),
    "two values": _json(lambda value, dice: spoilt(spoilt(value, dice), dice)),
    "a few values": _json(lambda value, dice: spoilt_all_over(value, dice, share=0.02)),
    "many values": _json(lambda value, dice: spoilt_all_over(value, dice, share=0.06)),
    "wrapped": _json(lambda value, dice: dice.choice(([value], {"x": value}, {"x": [value]}, [[value]]))),
    "unwrapped": _json(lambda value, _: next(iter(value.values()), 5) if isinstance(value, dict) else value[:1]),
}


# --- CSV --------------------------------------------------------------------------------------------------------------


def _with_odd_cell(content: bytes, dice: random.Random) -> bytes:
    cells = content.split(b",")
    cell = dice.randrange(len(cells))
    return b",".join([*cells[:cell], dice.choice(ODD_CELLS), *cells[cell + 1 :]])


def _without_a_cell(content: bytes, dice: random.Random) -> bytes:
    cells = content.split(b",")
    cell = dice.randrange(len(cells))
    return b",".join(cells[:cell] + cells[cell + 1 :])


def _with_lines_again(content: bytes, dice: random.Random) -> bytes:
    lines = content.split(b"\n")
    return b"\n".join([*lines, *dice.choices(lines, k=5)])


def _with_odd_cell_between(content: bytes, dice: random.Random) -> bytes:
    at = _at(content, dice)
    return content[:at] + dice.choice(ODD_CELLS) + content[at:]


CSV: dict[str, Trick] = {
    "odd cell": _with_odd_cell,
    "cell gone": _without_a_cell,
    "lines again": _with_lines_again,
    "odd piece": _with_odd_cell_between,
    "other delimiter": lambda content, dice: content.replace(b",", dice.choice((b";", b"\t", b"|", b", "))),
    "other quotes": lambda content, dice: content.replace(b'"', dice.choice((b"'", b"", b'""', b'\\"', b'"""'))),
    "no header": lambda content, _: content.partition(b"\n")[2],
    "other line ends": lambda content, dice: content.replace(b"\n", dice.choice((b"\r", b"\r\n", b"\n\n", b"\0\n"))),
}


# --- HTML -------------------------------------------------------------------------------------------------------------


def _tag(text: str, dice: random.Random) -> tuple[int, int]:
    return dice.choice([found.span() for found in re.finditer(r"<[^<>]*>", text)] or [(0, 0)])


def _html(change: Callable[[str, random.Random], str]) -> Trick:
    def trick(content: bytes, dice: random.Random) -> bytes:
        return change(content.decode("utf-8", "replace"), dice).encode("utf-8", "surrogatepass")

    return trick


def _tag_gone(text: str, dice: random.Random) -> str:
    start, end = _tag(text, dice)
    return text[:start] + text[end:]


def _tag_repeated(text: str, dice: random.Random) -> str:
    start, end = _tag(text, dice)
    return text[:end] + text[start:end] * dice.randrange(2, 40) + text[end:]


def _behind_a_tag(stuff: str) -> Callable[[str, random.Random], str]:
    def change(text: str, dice: random.Random) -> str:
        _, end = _tag(text, dice)
        return text[:end] + stuff + text[end:]

    return change


def _odd_mark(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(ODD_MARKS) + text[at:]


def _without(pattern: str, *instead: str) -> Callable[[str, random.Random], str]:
    return lambda text, dice: re.sub(pattern, lambda found: dice.choice([found[0], *instead]), text)


HTML: dict[str, Trick] = {
    "tag gone": _html(_tag_gone),
    "tag repeated": _html(_tag_repeated),
    "odd mark": _html(_odd_mark),
    "long word": _html(_behind_a_tag("x" * 100_000)),
    "nested deep": _html(_behind_a_tag("<div>" * 3000)),
    "script in a post": _html(_behind_a_tag(f'<script>document.write("{WORD}")</script>')),
    "classes emptied": _html(_without(r'class="[^"]*"', 'class=""', "class")),
    "tags left open": _html(_without(r"</\w+>", "")),
    "numbers gone wrong": _html(_without(r"\d{4}", "null", "[]", "99999999999999")),
    "times gone wrong": _html(_without(r"\b\d{1,2}:\d\d\b", "99:99", WORD, "")),
    "addresses gone wrong": _html(_without(r'href="[^"]*"', 'href="javascript:alert(1)"', 'href="http://["', "href")),
}
