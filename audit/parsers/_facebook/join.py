"""One post out of its copies: Facebook writes an item up to four times, in several files, formats and clocks.

Joined are: the same words within two seconds (timeline and group file, comments and group comments, two exports); a
picture, story or check-in and the post that holds it; a JSON record in UTC and the HTML record of it on the account's
own clock. Never two different texts of one second. Every step looks posts up by words, second or file name and
compares with few, so that 200,000 posts take seconds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from audit.parsers._export import Account
from audit.parsers._facebook.clocks import AccountClock, is_same_moment
from audit.parsers._facebook.versions import earlier_versions_told
from audit.posts import Post, normal_form, stands_in

_OWN_FAMILY = {"message", "note", "bio", "answer"}  # never one with a post
_COPIES = {"caption", "checkin"}
_DAY = 86_400
_SECONDS = (0, -1, 1, -2, 2)
_MOST_COMPARED = 64  # posts of one second or minute that are compared with each other
_GONE_FIRST = ("deleted", "trash", "archived", "expired", "earlier version", "draft", "live")
_FILLED = ("url", "headline", "container", "reply_to", "link_url", "link_title", "place", "language")


def finish(posts: list[Post], accounts: list[Account]) -> list[Post]:
    """Return each post once, in the order in which it was first met, earlier versions told which post they are of."""
    _name_accounts(posts, accounts)
    joining = _Joining(posts)
    joining.by_words()
    joining.by_local_time([account.time_zone for account in accounts])
    joining.by_second()
    joining.by_file()
    return earlier_versions_told(joining.left())


def _name_accounts(posts: Sequence[Post], accounts: Sequence[Account]) -> None:
    """A part of an export may leave out whose it is."""
    names = {account.shown for account in accounts if account.shown}
    if len(names) == 1:
        (name,) = names
        for post in posts:
            post.account = post.account or name


def _files(post: Post) -> tuple[str, ...]:
    return getattr(post, "files", ())


def _family(post: Post) -> str:
    family = "comment" if post.kind in ("comment", "reply") else post.kind if post.kind in _OWN_FAMILY else "post"
    return f"earlier {family}" if post.state == "earlier version" else family


def _second(moment: datetime | None) -> int:
    if moment is None:
        return 0
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def _is_html(post: Post) -> bool:
    return ".htm" in post.source.lower()


def _rank(post: Post) -> tuple[bool, ...]:
    return post.clock != "utc", post.kind in _COPIES, not post.text, not post.headline, _is_html(post)


class _Joining:
    """The posts, and into which other post each of them has gone."""

    def __init__(self, posts: list[Post]) -> None:
        self.posts = posts
        self.into = list(range(len(posts)))
        self.words = [normal_form(post.text) for post in posts]
        self.open = [place for place, post in enumerate(posts) if post.posted_at and not post.date_only]
        self.seconds = [_second(post.posted_at) for post in posts]

    def left(self) -> list[Post]:
        """Return the posts that went into no other."""
        return [post for place, post in enumerate(self.posts) if self.into[place] == place]

    def root(self, place: int) -> int:
        while self.into[place] != place:
            self.into[place] = self.into[self.into[place]]
            place = self.into[place]
        return place

    def join(self, one: int, other: int) -> bool:
        """Make the two one post, at the first one's place in the order."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return False
        kept, twin = sorted((self.posts[first], self.posts[second]), key=_rank)
        _take_over(kept, twin)
        self.posts[first] = kept
        self.words[first] = normal_form(kept.text)
        self.seconds[first] = _second(kept.posted_at)
        self.into[second] = first
        return True

    def second(self, place: int) -> int:
        """Return seconds since 1970, on the post's own clock."""
        return self.seconds[place]

    # --- the same words at the same time ---

    def by_words(self) -> None:
        """Join what has the same words within two seconds."""
        alike: dict[Hashable, list[int]] = defaultdict(list)
        for place in self.open:
            if self.words[place]:
                alike[self.posts[place].clock, self._text_key(place)].append(place)
        for places in alike.values():
            if len(places) > 1:
                self._join_near(places)

    def _join_near(self, places: Sequence[int]) -> None:
        """Join those of the places, which have the same words, that are within two seconds of each other."""
        seen: dict[int, list[int]] = {}
        for place in places:
            second = self.second(place)
            near = (twin for step in _SECONDS for twin in seen.get(second + step, ()))
            twin = next((twin for twin in near if self._one_group(place, twin)), None)
            if twin is not None:
                self.join(twin, place)
            elif len(others := seen.setdefault(second, [])) < _MOST_COMPARED:
                others.append(place)

    def _one_group(self, one: int, other: int) -> bool:
        """The same words posted to two groups, or sent in two chats, are two posts."""
        a, b = self.posts[self.root(one)], self.posts[self.root(other)]
        closed = a.audience == b.audience and a.audience in ("group", "private")
        return not (closed and a.container and b.container and a.container != b.container)

    # --- pictures and check-ins beside the post that holds them ---

    def by_second(self) -> None:
        """Join a picture, a check-in or a record without words with the post of the same second that holds it."""
        parts = [place for place in self.open if self.posts[place].kind in _COPIES or not self.words[place]]
        wanted = {self.second(place) + step for place in parts for step in _SECONDS}
        at: dict[tuple[str, int], list[int]] = defaultdict(list)
        for place in self.open:
            second = self.second(place)
            if second in wanted and len(shelf := at[self.posts[place].clock, second]) < _MOST_COMPARED:
                shelf.append(place)
        for place in parts:
            if self.root(place) == place:
                clock, second = self.posts[place].clock, self.second(place)
                near = (other for step in _SECONDS for other in at.get((clock, second + step), ()))
                whole = next((other for other in near if self._holds(other, place)), None)
                if whole is not None:
                    self.join(whole, place)

    def _holds(self, whole: int, part: int) -> bool:
        whole, part = self.root(whole), self.root(part)
        if whole == part:
            return False
        a, b = self.posts[whole], self.posts[part]
        if _family(a) != _family(b) or not self._one_group(whole, part):
            return False
        pictures = bool(_files(b)) and set(_files(b)) <= set(_files(a))
        if self.words[part]:
            return stands_in(self.words[part], self.words[whole]) and (pictures or a.kind not in _COPIES)
        if pictures or (b.link_url and b.link_url == a.link_url):
            return True
        return b.kind == "checkin" and bool(a.place) and _is_one_place(a.place, b.place)

    def by_file(self) -> None:
        """Join a loose picture with the post or album that holds the same file: their times may differ by minutes."""
        holder: dict[str, int] = {}
        for place in self.open:
            for name in _files(self.posts[place]):
                known = holder.get(name)
                if known is None or self._more(place, known):
                    holder[name] = place
        for place in self.open:
            post = self.posts[place]
            if self.root(place) == place and post.kind == "caption" and not post.headline and _files(post):
                whole = self.root(holder[_files(post)[0]])
                if whole != place and self._is_copy(whole, place):
                    self.join(whole, place)

    def _more(self, one: int, other: int) -> bool:
        """Say whether the first holds the file rather than the second: it has a sentence, or more pictures."""
        a, b = self.posts[one], self.posts[other]
        return (bool(a.headline), a.kind not in _COPIES, len(_files(a))) > (
            bool(b.headline),
            b.kind not in _COPIES,
            len(_files(b)),
        )

    def _is_copy(self, whole: int, part: int) -> bool:
        if not set(_files(self.posts[part])) <= set(_files(self.posts[whole])):
            return False
        a, b = self.words[whole], self.words[part]
        near = self.posts[whole].clock == self.posts[part].clock and abs(self.second(whole) - self.second(part)) <= _DAY
        if not b or stands_in(b, a):
            return True
        return near and self.posts[whole].kind == "caption" and (not a or stands_in(a, b))

    # --- HTML, on the account's own clock ---

    def by_local_time(self, zones: Sequence[str]) -> None:
        """Join posts on the account's own clock, some without seconds, with the same posts in UTC."""
        local = [place for place in self.open if self._has_own_clock(place)]
        utc = [place for place in self.open if self.posts[place].clock == "utc" and not _is_html(self.posts[place])]
        if not local or not utc:
            return
        minutes: dict[int, list[int]] = defaultdict(list)
        exact: dict[Hashable, list[int]] = defaultdict(list)
        for place in utc:
            minute = self.second(place) // 60
            for shelf in (minutes[minute], exact[self._text_key(place), minute]):
                if len(shelf) < _MOST_COMPARED:
                    shelf.append(place)
        clock = AccountClock(self._offsets_seen(local, utc), zones)
        for place in local:
            moment = self.posts[place].posted_at
            for shifted in clock.in_utc(moment) if moment else ():
                twin = self._twin(place, shifted, exact, minutes)
                if twin is not None:
                    self.join(twin, place)
                    break

    def _has_own_clock(self, place: int) -> bool:
        """Say whether the time is on the account's clock, or from HTML without seconds."""
        post = self.posts[place]
        return post.clock == "local" or (_is_html(post) and post.posted_at is not None and post.posted_at.second == 0)

    def _text_key(self, place: int) -> tuple[str, str]:
        return _family(self.posts[place]), self.words[place]

    def _offsets_seen(self, local: Sequence[int], utc: Sequence[int]) -> Iterator[tuple[datetime, timedelta]]:
        """Yield the local time and how far it was ahead of UTC, from texts that occur once in each format."""
        in_html, in_json = (Counter(self._text_key(place) for place in places) for places in (local, utc))
        by_text = {self._text_key(place): place for place in utc}
        for place in local:
            key = self._text_key(place)
            moment = self.posts[place].posted_at
            if not moment or moment.tzinfo or not self.words[place] or in_html[key] != 1 or in_json[key] != 1:
                continue
            ahead = self.second(place) - self.second(by_text[key])
            offset = round(ahead / 900) * 900
            if abs(offset) <= 14 * 3600 and is_same_moment(ahead - offset, moment.second):
                yield moment, timedelta(seconds=offset)

    def _twin(
        self, place: int, moment: datetime, exact: dict[Hashable, list[int]], minutes: dict[int, list[int]]
    ) -> int | None:
        second = int(moment.timestamp())
        near = sorted({(second + step) // 60 for step in (-2, 0, 2)})
        if self.words[place]:
            for minute in near:
                for other in exact.get((self._text_key(place), minute), ()):
                    if self._at(other, second) and self._one_group(place, other):
                        return other
        candidates = (other for minute in near for other in minutes.get(minute, ()) if self._at(other, second))
        return next((other for other in candidates if self._alike(place, self.root(other))), None)

    def _at(self, place: int, second: int) -> bool:
        return is_same_moment(second - self.second(place), second % 60)

    def _alike(self, local: int, utc: int) -> bool:
        """Say whether an HTML record tells the same as a JSON record of its minute, though not in the same words."""
        a, b = self.posts[local], self.posts[utc]
        if _family(a) != _family(b) or not self._one_group(local, utc):
            return False
        if not a.text or not b.text:
            same = (a.headline and a.headline == b.headline) or (a.link_url and a.link_url == b.link_url)
            return not (a.text and b.text) and bool(same or set(_files(a)) & set(_files(b)))
        shorter, longer = sorted((self.words[local], self.words[utc]), key=len)
        return (len(shorter) >= 12 and stands_in(shorter, longer)) or _paragraphs(a.text) == _paragraphs(b.text)


def _is_one_place(one: str, other: str) -> bool:
    """One file has the address, the other may not."""
    a, b = (set(re.findall(r"\w+", place.casefold())) for place in (one, other))
    return a <= b or b <= a


def _paragraphs(text: str) -> set[str]:
    return {normal_form(part) for part in text.split("\n") if part.strip()}


def _take_over(kept: Post, twin: Post) -> None:
    """Add to `kept` what only its twin knows. Its number is not taken: identity must not hang on a second file."""
    if len(twin.text) > len(kept.text):
        kept.text = twin.text
    for name in _FILLED:
        if not getattr(kept, name):
            setattr(kept, name, getattr(twin, name))
    if twin.audience == "group" and kept.audience != "group":
        kept.audience, kept.container = "group", twin.container or kept.container
    elif kept.audience == "unknown":
        kept.audience = twin.audience
    if kept.kind == "caption" and twin.kind == "checkin":
        kept.kind = "checkin"
    kept.state = min(kept.state, twin.state, key=_GONE_FIRST.index)
    kept.own_words = kept.own_words or twin.own_words
    kept.people = tuple(dict.fromkeys(kept.people + twin.people))
    files = tuple(dict.fromkeys(_files(kept) + _files(twin)))
    kept.media = max(kept.media, twin.media, len(files))
    if hasattr(kept, "files"):
        kept.files = files
    kept.also_in = tuple(dict.fromkeys((*kept.also_in, twin.source, *twin.also_in)))
