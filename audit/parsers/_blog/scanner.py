"""Text, CDATA sections and tags out of an XML file of any size and encoding: no parser, so nothing is expanded."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from audit.parsers._text_lines import AS_CP1252, encoding_of

PIECE = 1 << 18
MOST_OF_ONE = 64 << 20  # characters of one record; the largest real ones hold some 5 MB
_MOST_OF_TAG = 60_000
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z_][\w.:-]{0,100})(?P<rest>(?:[^<>\"']++|\"[^\"]{0,20000}+\"|'[^']{0,20000}+')*+)>"
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.-]{1,20})[\"']")
_KNOWN = frozenset(f"iso-8859-{number}" for number in (*range(1, 12), *range(13, 17)))
_KNOWN |= {f"windows-125{digit}" for digit in range(9)} | {"koi8-r", "shift_jis", "euc-jp", "euc-kr", "big5", "gbk"}
TEXT, CDATA, MARK = "text", "cdata", "tag"


class Scanner:
    """Cuts the decoded stream into text, CDATA sections and tags; comments, instructions and DOCTYPE are dropped."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        head = stream.read(PIECE)
        encoding = _encoding(head)
        self._decoder = codecs.getincrementaldecoder(encoding)(AS_CP1252 if encoding == "utf-8-sig" else "replace")
        self.buffer = self._decoder.decode(head)
        self.at = 0
        self.over = False
        self._absent: set[str] = set()

    def give_back(self, text: str) -> None:
        """Put text back in front of what comes next."""
        self.buffer, self.at = text + self.buffer[self.at :], 0
        self._absent.clear()

    def tokens(self) -> Iterator[tuple[str, str, re.Match[str] | None]]:
        while True:
            start = self._find("<")
            text = self.buffer[self.at :] if start < 0 else self.buffer[self.at : start]
            self.at += len(text)
            if text:
                yield TEXT, text, None
            if start < 0:
                if self.over:
                    return
                continue
            while len(self.buffer) - self.at < 12 and self._more():
                pass
            if self.buffer.startswith("<![CDATA[", self.at):
                yield CDATA, self._until("]]>", 9), None
            elif not self._skipped():
                tag = self._whole_tag()
                if tag is None:
                    self.at += 1
                    yield TEXT, "<", None
                else:
                    self.at = tag.end()
                    yield MARK, "", tag

    def _skipped(self) -> bool:
        """Step over a comment, an instruction or a document type with all that it declares."""
        for mark, end in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
            if not self.buffer.startswith(mark, self.at):
                continue
            if mark == "<!":
                self._skip_doctype()
            elif self._find(end) < 0:
                self.at += len(mark)
            else:
                self._until(end, len(mark))
            return True
        return False

    def _skip_doctype(self) -> None:
        end = self._find(">")
        inner = self.buffer.find("[", self.at, end) if end >= 0 else -1
        if inner >= 0 and re.match(r"<!DOCTYPE", self.buffer[self.at : self.at + 9], re.IGNORECASE):
            self.at = inner
            if self._find("]>") < 0:
                self.at += 1
                return
            self._until("]>", 1)
        elif end >= 0:
            self.at = self.buffer.index(">", self.at) + 1
        else:
            self.at += 2

    def _whole_tag(self) -> re.Match[str] | None:
        while (found := _TAG.match(self.buffer, self.at)) is None:
            if len(self.buffer) - self.at > _MOST_OF_TAG or not self._more():
                return None
        return found

    def _until(self, mark: str, skip: int) -> str:
        """Return what stands between the mark at hand, `skip` long, and the next; all the rest if there is none."""
        self.at += skip
        end = self._find(mark)
        found = self.buffer[self.at :] if end < 0 else self.buffer[self.at : end]
        self.at += len(found) + (len(mark) if end >= 0 else 0)
        return found

    def _find(self, mark: str) -> int:
        """Return where the mark stands, reading on as long as that needs, or -1: then it is not looked for again."""
        if mark in self._absent:
            return -1
        looked = self.at
        while (found := self.buffer.find(mark, looked)) < 0:
            held = len(self.buffer) - self.at
            if held > MOST_OF_ONE or not self._more():
                self._absent.add(mark)
                return -1
            looked = self.at + max(held - len(mark) + 1, 0)
        return found

    def _more(self) -> bool:
        """Read as much again as is held, so that a long record costs linear time. False at the end."""
        if self.over:
            return False
        held = self.buffer[self.at :]
        piece = self._stream.read(max(PIECE, len(held)))
        self.over = not piece
        self.buffer, self.at = held + self._decoder.decode(piece, final=self.over), 0
        return not self.over or len(self.buffer) > len(held)


def _encoding(head: bytes) -> str:
    told = encoding_of(head)
    if told != "utf-8-sig":
        return told
    found = _DECLARED.search(head[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    return declared if declared in _KNOWN else "utf-8-sig"
