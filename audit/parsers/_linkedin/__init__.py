"""What all of LinkedIn's files share: names of files, links and the ids in them, words that a spreadsheet spoilt.

An address holds `urn:li:<type>:<id>`, in most files with `%3A` for the colons. The same post has one id as `share` or
`ugcPost` and another, made within seconds, as `activity`; each id holds its own time.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from audit.parsers._linkedin.times import id_time

_URN = re.compile(r"urn:li:(\w{1,40}):(?:(\d{1,20})-)?(\d{1,20})")
_HTTP = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_FOLDERS = r"(?:(?:Jobs|Verifications|Services[ _]Marketplace|Articles)[/_ ])?"
SPOILT, WORDLESS = "spoilt", "wordless"  # what readers count for the export's remarks
_TELL_TALE = re.compile("[ÃÄÅÐÑã][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|Â[\u00a0-\u00bf]|â€|ðŸ|â˜|âœ")


def file_named(*names: str, folders: str = _FOLDERS) -> str:
    """Return a pattern for CSV files of these names: space or underscore or none, `_<member id>`, ` (1)`, .txt too.

    A capital letter begins a word: `Rich Media` is Rich_Media.csv, Rich Media.csv and RichMedia.csv.
    """
    either = "|".join(name.replace(" ", "[ _]?") for name in names)
    return rf"{folders}(?:{either})(?:_\d+)*(?: ?\(\d+\))?\.(?:csv|tsv|txt)"


@dataclass(slots=True, frozen=True)
class Target:
    """What a link points to, as far as it tells: the address to open, the URN, its type, group and time."""

    address: str = ""
    urn: str = ""
    kind: str = ""
    group: str = ""
    number: str = ""

    @property
    def made_at(self) -> datetime | None:
        """The time that the id holds."""
        return id_time(self.number)


def target_of(link: str) -> Target:
    """Return what LinkedIn's link to a post says. What is no link says nothing."""
    plain = link[:2000].replace("%3A", ":")
    if found := _URN.search(plain) or _URN.search(unquote(plain)):
        kind, group, number = found.groups()
        return Target(f"https://www.linkedin.com/feed/update/{found[0]}/", found[0], kind, group or "", number)
    return Target(web_address(link))


def web_address(link: str) -> str:
    """Return the link if it is one that a browser may open, else nothing."""
    link = link.strip()
    return link if link and _HTTP.fullmatch(link) else ""


def repaired(text: str, counted: Counter[str]) -> str:
    """Return words that a spreadsheet took for another encoding (`Ã¼`, `â€™`) as they were typed, and count them."""
    if text.isascii() or not _TELL_TALE.search(text):
        return text
    try:
        whole = b"".join(_byte(character) for character in text).decode("utf-8")
    except (UnicodeError, ValueError):
        return text
    counted[SPOILT] += 1
    return whole


def _byte(character: str) -> bytes:
    """Windows leaves five bytes of cp1252 without a character and passes them through."""
    return bytes([ord(character)]) if "\x80" <= character < "\xa0" else character.encode("cp1252")
