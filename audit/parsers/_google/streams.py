"""Pieces of a large page, one entry at a time."""

import codecs
import re
from collections.abc import Iterator

from audit.archive import Member

_PIECE = 1 << 18
_MOST = 8 << 20  # characters of one entry


def pieces(member: Member, end: re.Pattern[str]) -> Iterator[str]:
    """Yield the text of a member cut behind each match of `end`, whatever lies behind the last one last."""
    with member.open() as stream:
        head = stream.read(_PIECE)
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        held = decoder.decode(head)
        while head:
            at = 0
            for found in end.finditer(held):
                yield held[at : found.end()]
                at = found.end()
            held = held[at:]
            if len(held) > _MOST:
                yield held
                held = ""
            head = stream.read(max(_PIECE, len(held)))
            held += decoder.decode(head, final=not head)
        if held.strip():
            yield held
