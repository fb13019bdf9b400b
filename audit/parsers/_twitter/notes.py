"""Long posts, edits, threads: what takes more than one record, or more than one file, to tell.

A long post's whole text stands in `note-tweet.js` under an id that is not its tweet's: it was made some 13 to 41
milliseconds earlier. The two are joined by time and confirmed by their beginnings. A whole text without its tweet is
still the person's words and stays a post, without an address.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._twitter.files import (
    OddValue,
    Record,
    id_of,
    mapping,
    mappings,
    milliseconds_in,
    post_url,
    posts_of,
    string,
    time_in,
    tweet_time,
)
from audit.parsers._twitter.text import Links, cut_form, handles_in, handles_of, leading_mentions, plain_form, typed
from audit.parsers._twitter.tweets import NOTE_LEAD, OWN_THREAD, Tweet, audience_of
from audit.posts import Post, Unread

MOST_CANDIDATES = 100  # tweets held against one long text; a thread posted at once gives up to 12


@dataclass(slots=True)
class Note(Post):
    """A long post's whole text. `native_id` says that it is not a tweet's."""


def read_notes(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the whole texts of long posts that still stood."""
    audience = audience_of(export)
    return posts_of(member, lambda note: [note_post(note, audience, "live")], "noteTweet")


def read_deleted_notes(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the whole texts of long posts that were deleted, and that X still held."""
    audience = audience_of(export)
    return posts_of(member, lambda note: [note_post(note, audience, "deleted")], "noteTweet", "deletedNoteTweet")


def note_post(note: Record, audience: str, state: str) -> Note:
    """Return a post of one whole text. It is not escaped; its short links differ from those of its tweet."""
    core = mapping(note, "core")
    text = core.get("text", note.get("text"))
    if not isinstance(text, str):
        raise OddValue("it has no text")
    links = Links()
    for url in mappings(core, "urls"):
        if (short := string(url, "shortUrl")) and len(string(url, "expandedUrl")) < 4096:
            links.addresses[short] = string(url, "expandedUrl") or short
    number = id_of(note, "noteTweetId")
    mentions = [name for one in mappings(core, "mentions") if (name := string(one, "screenName"))]
    return Note(
        kind="post",
        text=typed(text, links),
        posted_at=tweet_time(note.get("createdAt"), number),
        native_id=f"note-{number}" if number else "",
        audience=audience,
        state=state,
        link_url=links.first,
        people=handles_of(mentions) or handles_in(text),
    )


# --- once all is read ------------------------------------------------------------------------------------------------


def finished(posts: list[Post]) -> list[Post]:
    """Return the posts with long texts joined to their tweets, versions and threads told, CSV copies dropped."""
    tweets: dict[str, list[Tweet]] = defaultdict(list)
    for post in posts:
        if isinstance(post, Tweet) and post.native_id:
            tweets[post.native_id].append(post)
    notes = [post for post in posts if isinstance(post, Note)]
    gone = _joined(notes, tweets) if notes else set()
    gone |= _bare_copies(tweets)
    _tell_versions(tweets)
    _tell_threads(tweets)
    return [post for post in posts if id(post) not in gone]


def _joined(notes: Sequence[Note], tweets: dict[str, list[Tweet]]) -> set[int]:
    """Give each tweet its whole text. Return the id()s of the notes that are posts no longer."""
    copies: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in notes:
        copies[note.native_id, note.text].append(note)
    candidates = _Candidates(tweets)
    waiting = [same[0] for same in copies.values()]
    used: set[str] = set()
    gone: set[int] = set()
    for find in (candidates.by_id, candidates.by_second):  # the surer way first, for all of them
        pairs = sorted(((*found, place) for place, note in enumerate(waiting) for found in find(note)), key=_surest)
        for _, number, place in pairs:
            note = waiting[place]
            if number in used or id(note) in gone:
                continue
            used.add(number)
            same = copies[note.native_id, note.text]
            gone.update(id(copy) for copy in same)
            for tweet in tweets[number]:
                _take_whole_text(tweet, note, same)
        waiting = [note for note in waiting if id(note) not in gone]
    return gone


def _surest(pair: tuple[int, str, int]) -> tuple[int, int, int]:
    distance, number, place = pair
    return distance, int(number), place


def _take_whole_text(tweet: Tweet, note: Note, copies: Iterable[Note]) -> None:
    """An answer's tweet begins with the handles it goes to; its whole text does not."""
    to = leading_mentions(tweet.text)
    tweet.text = note.text if note.text.startswith("@") else f"{to}{note.text}"
    tweet.link_url = tweet.link_url or note.link_url
    tweet.people = tuple(dict.fromkeys(tweet.people + note.people))
    tweet.also_in = tuple(dict.fromkeys((*tweet.also_in, *(copy.source for copy in copies))))


class _Candidates:
    """Tweets that a whole text may belong to: close to it in time, and beginning with the same words."""

    def __init__(self, tweets: dict[str, list[Tweet]]) -> None:
        own = {number: same[0] for number, same in tweets.items() if same[0].own_words}
        self._own = own
        self._timed = sorted((milliseconds_in(number), int(number), number) for number in own if time_in(number))
        self._by_second: dict[datetime, list[str]] = defaultdict(list)
        for number, tweet in own.items():
            if tweet.posted_at:
                self._by_second[tweet.posted_at].append(number)
        self._beginnings: dict[str, str] = {}

    def by_id(self, note: Note) -> Iterator[tuple[int, str]]:
        """Yield (milliseconds between the two ids, tweet's id) of tweets made after the text."""
        number = note.native_id.removeprefix("note-")
        if time_in(number) is None:
            return
        moment, whole = milliseconds_in(number), plain_form(note.text)
        start = bisect_left(self._timed, (moment, 0, ""))
        for tweet_moment, _, tweet in self._timed[start : start + MOST_CANDIDATES]:
            if tweet_moment - moment > NOTE_LEAD:
                return
            if self._begins(whole, tweet):
                yield tweet_moment - moment, tweet

    def by_second(self, note: Note) -> Iterator[tuple[int, str]]:
        """Yield (-length of the common beginning, tweet's id) of tweets of the same second."""
        if note.posted_at is None:
            return
        whole = plain_form(note.text)
        for tweet in self._by_second.get(note.posted_at.replace(microsecond=0), [])[:MOST_CANDIDATES]:
            if self._begins(whole, tweet):
                yield -len(self._beginnings[tweet]), tweet

    def _begins(self, whole: str, number: str) -> bool:
        if number not in self._beginnings:
            self._beginnings[number] = cut_form(self._own[number].text)
        beginning = self._beginnings[number]
        return bool(beginning) and whole.startswith(beginning)


def _bare_copies(tweets: dict[str, list[Tweet]]) -> set[int]:
    """Return the id()s of tweets from a CSV whose JavaScript copy is there too. It keeps their place."""
    gone: set[int] = set()
    for same in tweets.values():
        full = next((tweet for tweet in same if not tweet.bare), None)
        for tweet in same if full else ():
            if full and tweet.bare:
                full.also_in = tuple(dict.fromkeys((*full.also_in, tweet.source, *tweet.also_in)))
                if full.clock != "utc" and tweet.clock == "utc":
                    full.posted_at, full.date_only = tweet.posted_at, False
                gone.add(id(tweet))
    return gone


def _tell_versions(tweets: dict[str, list[Tweet]]) -> None:
    """Mark all but the last version of an edited tweet, also those that know nothing of the later ones."""
    latest: dict[str, str] = {}
    edited = [tweet.versions for same in tweets.values() for tweet in same if tweet.versions]
    for versions in sorted(edited, key=len):
        latest.update(dict.fromkeys(versions[:-1], versions[-1]))
    for number, live in latest.items():
        for tweet in tweets.get(number, ()):
            if tweet.state == "live":
                tweet.state = "earlier version"
                tweet.url = post_url(live)


def _tell_threads(tweets: dict[str, list[Tweet]]) -> None:
    """Add to `own thread` the id of the tweet that the thread begins with, so that it can be joined later."""
    first: dict[str, str] = {}
    for same in tweets.values():
        for tweet in same:
            if tweet.answers and (tweet.reply_to == OWN_THREAD or _answers_own(tweet, tweets)):
                tweet.reply_to = f"{OWN_THREAD} {_beginning(tweet.answers, tweets, first)}"


def _answers_own(tweet: Tweet, tweets: dict[str, list[Tweet]]) -> bool:
    return any(other.account == tweet.account for other in tweets.get(tweet.answers, ()))


def _beginning(number: str, tweets: dict[str, list[Tweet]], first: dict[str, str]) -> str:
    """Return the id of the earliest own tweet above, however long the thread is and whatever circles it runs in."""
    path: dict[str, None] = {}
    while number not in first and number not in path:
        path[number] = None
        above = next((tweet.answers for tweet in tweets.get(number, ()) if tweet.answers), "")
        number = above if above in tweets else number
    begun = first.get(number, number)
    first.update(dict.fromkeys(path, begun))
    return begun
