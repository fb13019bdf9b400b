"""Which post an earlier wording belongs to: Facebook does not say, so time and words have to."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from audit.posts import Post, normal_form

EARLIER = "earlier version"
_HOUR = 3600
_MOST_COMPARED = 60
_ALIKE = 0.34  # share of words in common


def earlier_versions_told(posts: Sequence[Post]) -> list[Post]:
    """Return the posts; an earlier version has in `also_in` where its post stands, and that post's place and address.

    A version that says the same as the post it belongs to is that post, and goes into its `also_in`.
    """
    versions = [post for post in posts if post.state == EARLIER]
    if not versions:
        return list(posts)
    shelves = {comment: _Shelf(posts, comment=comment) for comment in (False, True)}
    gone: set[int] = set()
    for version in versions:
        live = shelves[version.kind == "comment"].nearest(version)
        if live is None:
            continue
        if normal_form(live.text) == normal_form(version.text):
            live.also_in = tuple(dict.fromkeys((*live.also_in, version.source)))
            gone.add(id(version))
        else:
            _tell(version, live)
    return [post for post in posts if id(post) not in gone]


def _tell(version: Post, live: Post) -> None:
    version.also_in = tuple(dict.fromkeys((*version.also_in, live.source)))
    for name in ("url", "container", "reply_to"):
        if not getattr(version, name):
            setattr(version, name, getattr(live, name))
    if version.audience == "unknown":
        version.audience = live.audience


class _Shelf:
    """Posts, or comments, by time."""

    def __init__(self, posts: Sequence[Post], *, comment: bool) -> None:
        fits = (
            (post.posted_at.timestamp(), place, post)
            for place, post in enumerate(posts)
            if post.posted_at and post.clock == "utc" and post.state != EARLIER and post.text
            and post.kind not in ("message", "note", "bio") and (post.kind == "comment") == comment
        )  # fmt: skip
        self.posts = sorted(fits)
        self.times = [time for time, _, _ in self.posts]

    def nearest(self, version: Post) -> Post | None:
        """Return the post within an hour whose words are most alike, the nearer one of two."""
        if version.posted_at is None or version.clock != "utc":
            return None
        time = version.posted_at.timestamp()
        low, high = bisect_left(self.times, time - _HOUR), bisect_right(self.times, time + _HOUR)
        middle = bisect_left(self.times, time)
        low, high = max(low, middle - _MOST_COMPARED), min(high, middle + _MOST_COMPARED)
        rated = [(_alike(version.text, post.text), -abs(at - time), -place) for at, place, post in self.posts[low:high]]
        if not rated:
            return None
        best = max(range(len(rated)), key=rated.__getitem__)
        return self.posts[low + best][2] if rated[best][0] >= _ALIKE else None


def _alike(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, 0–1."""
    a, b = (Counter(text.casefold().split()) for text in (one, other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0
