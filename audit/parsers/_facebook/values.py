"""Safe ways into a Facebook record of which nobody promises the types, and what in it is words."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from audit.parsers._clock import epoch_time
from audit.posts import distinct

# Keys whose values are no words of anybody: addresses, numbers, camera data.
NOISE_KEYS = frozenset({
    *("uri", "url", "href", "link", "id", "fbid", "ent_name", "ent_field_name", "type", "source_type", "backup_uri"),
    *("upload_ip", "ip", "ip_address", "email", "emails", "phone_number", "price", "currency", "reaction", "reactions"),
    *("media_metadata", "photo_metadata", "video_metadata", "camera_metadata", "thumbnail", "subtitles"),
    *("dubbing_info", "cross_post_source", "coordinate", "latitude", "longitude"),
})
_TIME_KEY = re.compile(r".*(timestamp|_time|_date)(_ms)?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|(?=.*\d)(?=.*:.*:)[0-9a-f:.]{6,45}", re.IGNORECASE)
_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*")
_DATE = re.compile(r"[\w.]{0,12}\s?\d{1,2},?\s\d{4},?(?:\sat)?\s\d\d?:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_MOST_COMPARED = 500
_COORDINATE = re.compile(r"\(?\s*-?\d{1,3}(?:\.\d+)?\s*,\s*-?\d{1,3}\.\d+\s*\)?")
_LONGEST_FIGURE = 60  # characters: what is longer is no number, date or IP address


def as_dict(value: Any) -> dict[str, Any]:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_text(value: Any) -> str:
    """Return the value if it is text, else nothing."""
    return value.strip() if isinstance(value, str) else ""


def elements(value: Any) -> list[Any]:
    """Return a list's elements; anything else that is there is taken as the only element."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def each_once(texts: Iterable[str]) -> list[str]:
    """Return the texts, each once. One that stands in another is dropped, if they are not too many to compare."""
    once = list(dict.fromkeys(stripped for text in texts if (stripped := text.strip())))
    return distinct(once) if 1 < len(once) <= _MOST_COMPARED else once


def first_time(record: dict[str, Any], *keys: str) -> datetime | None:
    """Return the first usable time, in seconds since 1970, that stands under one of the keys."""
    for key in keys:
        value = record.get(key)
        if not isinstance(value, bool) and (moment := epoch_time(value)):
            return moment
    return None


def is_address(text: str) -> bool:
    """Say whether the text is nothing but a web or e-mail address."""
    return bool(_ADDRESS.fullmatch(text))


def is_coordinate(text: str) -> bool:
    """Say whether the text is a place on the globe: `(1.25 , 2.5)`."""
    return len(text) <= _LONGEST_FIGURE and _COORDINATE.fullmatch(text) is not None


def is_words(text: str) -> bool:
    """Say whether a person may have written it: no address, number, date, coordinate or IP address."""
    if not text or _ADDRESS.fullmatch(text):
        return False
    return len(text) > _LONGEST_FIGURE or not any(p.fullmatch(text) for p in (_NUMBER, _DATE, _IP))


def words_in(value: Any) -> Iterator[str]:
    """Yield every string below a value that nobody has described yet and that may be words."""
    if isinstance(value, str):
        text = value.strip()
        if is_words(text):
            yield text
    elif isinstance(value, list):
        for element in value:
            yield from words_in(element)
    elif isinstance(value, dict):
        for key, element in value.items():
            if key not in NOISE_KEYS and not _TIME_KEY.fullmatch(key):
                yield from words_in(element)


def file_name(uri: Any) -> str:
    """Return the last part of a picture's path: it holds the picture's number. Nothing for addresses of the web."""
    text = as_text(uri)
    if not text or text.startswith(("http:", "https:")):
        return ""
    return text.rstrip("/").rpartition("/")[2]
