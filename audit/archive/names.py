"""Names inside an archive: made comparable, and made harmless before anybody prints them."""

import re
import unicodedata

LONGEST = 4096  # characters of a path; of a longer one its end is kept, which tells what the file is
NAMELESS = "a file without a name"
_DRIVE = re.compile(r"^[A-Za-z]:")
_CLUTTER = re.compile(r"(^|/)(__MACOSX/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def tidy(name: str) -> str:
    """Return the name with / between folders and no step out of it: `..`, `.`, drives and roots are dropped."""
    parts = _DRIVE.sub("", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def member_name(name: str) -> str:
    """Return the name by which a member is kept: tidy, never empty, no longer than a disk would take."""
    return tidy(name[-LONGEST:]) or NAMELESS


def is_clutter(name: str) -> bool:
    """Say whether the computer, not the network, put this member there."""
    return bool(_CLUTTER.search(name))


def harmless(name: str, limit: int = 100) -> str:
    """Return the name fit for a screen: no control, bidirectional or surrogate characters, cut in the middle."""
    kept = "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c)[0] == "C" else c for c in name)
    if len(kept) <= limit:
        return kept
    return f"{kept[: limit // 2]}…{kept[-limit // 2 :]}"
