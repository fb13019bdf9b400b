"""What the readers of Google's products share: values of any type, times, addresses."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from audit.parsers._clock import epoch_time, iso_time, plausible

NOT_BUILT = "it is not built as we expect"
_HTTP = re.compile(r"https?://[^\s\"<>]{1,4000}", re.IGNORECASE)
_TRANSLATED = re.compile(r"\(Translated by Google\)")
_ORIGINAL = re.compile(r"\(Original\)\s*\n")


def text_in(record: Mapping[str, Any], *keys: str) -> str:
    """Return the first of these values that is text with something in it."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, str) and (text := value.strip()):
            return text
    return ""


def object_in(record: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Return the first of these values that is an object, or the first object in one that is a list."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = next((one for one in value if isinstance(one, dict)), None)
        if isinstance(value, dict):
            return value
    return {}


def time_in(record: Mapping[str, Any], *keys: str) -> datetime | None:
    """Return the first of these times: `2024-09-29T22:34:08.176711Z`, or seconds since 1970, also in an object."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("timestamp") or value.get("seconds")
        if isinstance(value, str) and re.fullmatch(r"[0-9]{9,10}", value):
            value = int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return epoch_time(value)
        if isinstance(value, str) and (moment := plausible(iso_time(value))):
            return moment
    return None


def moment_of(cell: str) -> datetime | None:
    """Read a time as YouTube's tables have it, at the speed that large ones need."""
    if cell.endswith(("+00:00", "Z")):
        try:
            return plausible(datetime.fromisoformat(cell[:19]).replace(tzinfo=UTC))
        except ValueError:
            pass
    return plausible(iso_time(cell))


def address(text: str) -> str:
    """Return the text if it is an address and nothing else."""
    return text if _HTTP.fullmatch(text) else ""


def own_words(text: str) -> str:
    """Return what was typed, without the translation that Google puts before or behind it."""
    found = _TRANSLATED.search(text)
    if not found:
        return text
    original = _ORIGINAL.search(text)
    if original and original.start() > found.start():
        return text[original.end() :].strip() or text
    return text[: found.start()].strip() or text
