"""What a reader may know of the export around its file, and what a parser module has to offer."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from audit.archive import Member
from audit.parsers._told import NOBODY, Me
from audit.posts import Post, Unread


@dataclass(slots=True)
class Account:
    """Whose export it is, as far as the export says. Empty strings where it does not."""

    native_id: str = ""
    handle: str = ""
    name: str = ""
    url: str = ""
    time_zone: str = ""  # an IANA name or a fixed offset, for exports that write the account's own clock
    about: str = ""  # bio, headline, employer: tells what trade the person has

    @property
    def shown(self) -> str:
        return self.handle or self.name or self.native_id


@dataclass(slots=True)
class Export:
    """One network's part of what was handed over. `members` are keyed by their path below the export's root."""

    network: str
    root: str = ""
    members: dict[str, Member] = field(default_factory=dict)
    account: Account = field(default_factory=Account)
    messages: bool = False  # were private messages asked for?
    me: Me = NOBODY  # under which names the person writes, as they say
    counted: Counter[str] = field(default_factory=Counter)  # what readers counted for the parser's `remarks`
    kept: dict[Any, Any] = field(default_factory=dict)  # what one reader found out that the next one needs too
    _found: dict[str, tuple[object, int, list[str]]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, pattern: str) -> Iterator[tuple[str, Member]]:
        """Yield the members whose path below the root matches all of `pattern`, in name order.

        Readers of many files ask the same again and again: the names are looked through once.
        """
        members, count, names = self._found.get(pattern, (None, 0, []))
        if members is not self.members or count != len(self.members):
            wanted = re.compile(pattern, re.IGNORECASE)
            names = [name for name in sorted(self.members) if wanted.fullmatch(name)]
            self._found[pattern] = self.members, len(self.members), names
        return ((name, self.members[name]) for name in names)


Reader = Callable[[Member, Export], Iterator[Post | Unread]]
Patterns = Mapping[str, Reader]

MESSAGES_LEFT_OUT = "private messages: read only when you ask for them with --messages"
PICTURES = r".*\.(jpe?g|png|gif|webp|heic|heif|bmp|svg|ico|mp4|mov|m4v|avi|webm|3gp|mp3|m4a|aac|wav|ogg|opus|ts|m3u8)"
PICTURES_REASON = "pictures, video and sound: we read words only, so look at these by eye"
