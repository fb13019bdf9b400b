"""Keys as they are compared where a network spells one key in several ways."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any


@lru_cache(2000)
def bare(key: str) -> str:
    """Return a key as keys are compared: its letters and digits, small. `Chat History` and `ChatHistory` are one."""
    return re.sub(r"[\W_]+", "", key.lower())[:80]


def by_name(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record with its keys as they are compared; of two that are alike the first that says something."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        name = bare(key)
        if found.get(name) in (None, ""):
            found[name] = value
    return found
