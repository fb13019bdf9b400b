"""Instagram's and Threads' pages: the words of a post are its heading, comments are tables, the clock is UTC−08:00.

The clock stays the same all year and wherever the account was: pairs of records in JSON and HTML agree to the minute.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._facebook.parts import Drawer
from audit.parsers._facebook.posts import NOT_AS_EXPECTED
from audit.parsers._facebook.values import each_once
from audit.parsers._facebook_html.entries import Loose, TooDeep, opened, quick_entries_of
from audit.parsers._facebook_html.entry import EntryReader
from audit.parsers._facebook_html.pages import Element, Page
from audit.parsers._facebook_html.parts import Parts, Row
from audit.parsers._facebook_html.plain import Plain
from audit.parsers._facebook_html.walk import TITLE
from audit.parsers._facebook_html.words import YEAR, cut_off, is_technical, strangers, take_out, text_of, undated
from audit.parsers._instagram.profile import changed_posts, profile_posts
from audit.parsers._instagram.records import is_own_page, made
from audit.parsers._instagram.values import Pair, is_account, told_by
from audit.parsers._local_dates import LONGEST, NOTHING, LocalDates, zone_named
from audit.posts import Post, Unread

CLOCK = "Etc/GMT+8"  # the name of UTC−08:00 without summer time
_ADDRESSED = ("comment", "answer", "repost")
_CHOICES = ("True", "False", "FB", "everyone", "accounts_you_follow", "mentioned_only", "followers_only")


def on_its_clock(export: Export, name: str | None = None) -> Export:
    """Return the export with the clock of its pages, and with the name under which its owner writes."""
    known = export.account
    return replace(export, account=replace(known, time_zone=CLOCK, name=known.name if name is None else name))


def read_page(member: Member, export: Export, drawer: Drawer) -> Iterator[Post | Unread]:
    """Yield the posts of the page in its order."""
    with member.open() as stream:
        yield from _Sorter(drawer, export, opened(stream)).posts()


class _Sorter:
    """Makes posts of the entries of one page, and keeps the account of what it could not tell."""

    def __init__(self, drawer: Drawer, export: Export, page: Page) -> None:
        self.told = drawer
        self.export = export
        self.page = page
        self.dates = LocalDates(zone_named(CLOCK), sample=page.sample())
        self.reader = EntryReader(self.dates)
        self.undated = self.inside = self.outside = 0

    def posts(self) -> Iterator[Post | Unread]:
        place = loose = 0
        for found in quick_entries_of(self.page):
            if isinstance(found, TooDeep):
                yield Unread(f"[{place}]", "it is nested too deep to be read")
            elif isinstance(found, Loose):
                self.outside += len(found.text)
                yield made(f"[outside {loose}]", self.told, found.text, None)
                loose += 1
            else:
                yield from self._guarded(found, f"[{place}]")
                place += 1
        yield from self._account()

    def _guarded(self, entry: Element | Plain, place: str) -> list[Post | Unread]:
        try:
            found = list(self._read(entry, place))
        except Exception:  # what nobody foresaw in one entry must not cost the next
            return [Unread(place, NOT_AS_EXPECTED)]
        self.inside += sum(len(post.text) for post in found)
        self.undated += sum(post.posted_at is None for post in found if post.kind != "bio")
        return [*found]

    def _account(self) -> Iterator[Unread]:
        if self.undated:
            yield Unread("", undated(self.undated))
        yield from strangers(self.inside, self.outside)
        yield from cut_off(self.page.head, self.page.ends)

    def _read(self, entry: Element | Plain, place: str) -> Iterator[Post]:
        headings = list(entry.headings) if isinstance(entry, Plain) else _headings_taken(entry)
        parts = self.reader.read(entry)
        if parts.title and not (isinstance(entry, Plain) and headings):
            headings.append(parts.title)
        pairs, dated = self._rows(parts)
        moment = self.dates.read(parts.date).when or dated
        yield from self._found(headings, parts, pairs, moment or self._first_date(entry), place)

    def _rows(self, parts: Parts) -> tuple[list[Pair], datetime | None]:
        """Return labels and values, and the first time among these. Beside a time a mere day may be words."""
        values = ["\n".join(row.words or row.links) for row in parts.rows]
        moments = [self.dates.read_alone(value) if YEAR.search(value) else NOTHING for value in values]
        timed = any(moment.when and not moment.day_only for moment in moments)
        dates = [moment.when is not None and not (timed and moment.day_only) for moment in moments]
        pairs = [
            (row.label.strip(" :："), value)
            for row, value, is_date in zip(parts.rows, values, dates, strict=True)
            if not is_date
        ]
        return pairs, next((one.when for one, is_date in zip(moments, dates, strict=True) if is_date), None)

    def _found(
        self, headings: list[str], parts: Parts, pairs: list[Pair], moment: datetime | None, place: str
    ) -> Iterator[Post]:
        drawer = self.told
        if drawer.kind == "bio" and drawer.state == "live":
            yield from profile_posts(place, [*(("", text) for text in parts.texts), *pairs], self.export)
        elif drawer.kind == "bio":
            yield from changed_posts(place, pairs, moment)
        elif drawer.kind in _ADDRESSED:
            yield from self._addressed(headings, parts, pairs, moment, place)
        else:
            yield from self._worded(headings, parts, pairs, moment, place)

    def _addressed(
        self, headings: list[str], parts: Parts, pairs: list[Pair], moment: datetime | None, place: str
    ) -> Iterator[Post]:
        """A comment or an answer: a table, or the account above the words."""
        told = told_by(pairs, ordered=False)
        body = [text for text in _body(parts) if not YEAR.search(text) or self.dates.read_alone(text).when is None]
        texts = [*told.words, *body]
        account = next((text for text in headings if is_account(text)), "") if texts else ""
        texts = [text for text in headings if text != account] + texts
        link = next((link for link in parts.links if link not in texts), "")
        if not texts and link and self.told.kind == "comment":
            texts = [link]
        if texts or parts.files or (link and self.told.kind == "repost"):
            text = "\n\n".join(dict.fromkeys(texts))
            state = "deleted" if told.deleted else self.told.state
            files = tuple(dict.fromkeys(filter(None, parts.files)))
            yield made(place, self.told, text, moment, reply_to=told.owner or account, state=state,
                       media=len(parts.files), files=files, url=parts.url or link)  # fmt: skip

    def _worded(
        self, headings: list[str], parts: Parts, pairs: list[Pair], moment: datetime | None, place: str
    ) -> Iterator[Post]:
        """A post, a story, a search: the words stand above, in the body, or in a table."""
        kept = [value for _, value in pairs if value not in _CHOICES and not is_technical(value, self.dates)]
        told = [row for row in parts.rows if _is_note_of_reach(row)]
        kept = [value for value in kept if not any(value in row.words for row in told)]
        body = _body(parts)
        subtitles = [text for text in body if text.lower().endswith((".srt", ".vtt")) and " " not in text]
        texts = [*headings, *(text for text in body if text not in subtitles), *kept]
        text = "\n\n".join(each_once(texts))
        files = tuple(dict.fromkeys(filter(None, [*parts.files, *subtitles])))
        links = list(dict.fromkeys([*parts.links, *(link for row in parts.rows for link in row.links)]))
        url = parts.url or next((link for link in links if is_own_page(link)), "")
        if text or files or parts.files or parts.places:
            yield made(place, self.told, text, moment, media=len(parts.files), files=files,
                       spot="; ".join(each_once(parts.places)), url=url,
                       link_url=next((link for link in links if link != url), ""))  # fmt: skip

    def _first_date(self, entry: Element | Plain) -> datetime | None:
        """Return the first date among the words: some tables and lists have none below them."""
        for text in entry.itertext():
            if 8 <= len(text.strip()) <= LONGEST and any(c.isdigit() for c in text):
                moment = self.dates.read(text.strip())
                if moment.when is not None and not moment.day_only:
                    return moment.when
        return None


def _headings_taken(entry: Element) -> list[str]:
    """Take the headings out of the entry, and return their words with the line breaks they had."""
    found = [one for one in entry.iterdescendants() if not TITLE.isdisjoint((one.get("class") or "").split())]
    texts = [text_of(one) for one in found]
    for one in found:
        take_out(one)
    return [text for text in texts if text]


def _body(parts: Parts) -> list[str]:
    return [*parts.texts, *parts.captions, *parts.albums, *parts.headings, *parts.link_titles]


def _is_note_of_reach(row: Row) -> bool:
    """`Who can reply and quote?`"""
    return "who can reply" in row.label.lower()
