"""Pieces of a large page, one entry at a time."""

import codecs
import re
from collections.abc import Callable, Iterator

from audit.archive import Member

_PIECE = 1 << 18
_MOST = 8 << 20  # characters of one entry
_LONGEST_TAG = 300  # characters before a class

Cuts = Callable[[str], Iterator[int]]


def behind(mark: re.Pattern[str]) -> Cuts:
    """Return what finds the places behind each match."""
    return lambda text: (found.end() for found in mark.finditer(text))


def before_class(kind: str, tag: str = "div") -> Cuts:
    """Return what finds the places before each element of a class: by its name, since few letters of a page are it."""
    name = re.compile(rf"{re.escape(kind)}\b")

    def cuts(text: str) -> Iterator[int]:
        for found in name.finditer(text):
            start = text.rfind("<", max(0, found.start() - _LONGEST_TAG), found.start())
            if start >= 0 and text[start + 1 : start + 1 + len(tag)].lower() == tag:
                inside = text[start : found.start()]
                if ">" not in inside and not inside[-1].isalnum():
                    yield start

    return cuts


def pieces(member: Member, cuts: Cuts) -> Iterator[str]:
    """Yield the text of a member in pieces that end where `cuts` says, what lies behind the last of these last."""
    with member.open() as stream:
        head = stream.read(_PIECE)
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        held = decoder.decode(head)
        while head:
            at = 0
            for cut in cuts(held):
                if cut > at:
                    yield held[at:cut]
                    at = cut
            held = held[at:]
            if len(held) > _MOST:
                yield held
                held = ""
            head = stream.read(max(_PIECE, len(held)))
            held += decoder.decode(head, final=not head)
        if held.strip():
            yield held
