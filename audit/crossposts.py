"""The same words on several networks, posted at about the same time: one finding in several places.

What networks do to a post on its way does not count: links appended or shortened, hashtags at the end. Each place
stays what it is, with its own id: it is deleted, and known again, by itself. Pure.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from audit.posts import Post

LONG_ENOUGH = 20  # characters: fewer are said by chance
APART = timedelta(days=2)
_LINK = re.compile(r"(?:https?://|www\.|(?:pic\.twitter\.com|t\.co|lnkd\.in|bit\.ly|buff\.ly|ow\.ly|fb\.me)/)\S+", re.I)
_TAGS = re.compile(r"(?:\s*(?<![^\s.,;:!?…])[#＃][^\s#＃]+)+\s*$")

Held = TypeVar("Held")


def crossposted(held: Sequence[Held], post_of: Callable[[Held], Post]) -> list[tuple[Held, ...]]:
    """Return findings, or whatever stands for them, each with the same words' other places behind it.

    The order is kept: a group stands where its first one stood. Of one network a group has one place at most, the
    nearest in time; without a time nothing is grouped.
    """
    groups: list[list[Held]] = []
    alike: dict[str, list[list[Held]]] = {}
    for one in held:
        post = post_of(one)
        words = words_of(post)
        near = [(apart, group) for group in alike.get(words, ()) if (apart := _apart(post, group, post_of)) is not None]
        if near:
            min(near, key=lambda pair: pair[0])[1].append(one)
            continue
        groups.append([one])
        if words and post.posted_at is not None:
            alike.setdefault(words, []).append(groups[-1])
    return [tuple(group) for group in groups]


def words_of(post: Post) -> str:
    """Return the words by which a post is known on another network; "" if they are too few, or somebody else's."""
    if not post.own_words:
        return ""
    text = _LINK.sub(" ", unicodedata.normalize("NFC", post.text))
    text = " ".join(_TAGS.sub("", text).split())
    return text if len(text) >= LONG_ENOUGH else ""


def _apart(post: Post, group: Sequence[Held], post_of: Callable[[Held], Post]) -> timedelta | None:
    """Return how long after or before the group's first one it was posted; None if it does not belong to them."""
    first = post_of(group[0])
    if post.posted_at is None or first.posted_at is None or any(post_of(one).network == post.network for one in group):
        return None
    if post.date_only or first.date_only:
        apart = timedelta(days=abs(post.posted_at.toordinal() - first.posted_at.toordinal()))
    else:
        apart = abs(_aware(post.posted_at) - _aware(first.posted_at))
    return apart if apart <= APART else None


def _aware(moment: datetime) -> datetime:
    """An account's own clock is taken for UTC: it is off by hours, not by days."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
