"""Posts out of pages from 2018 on (`_a6-g`, `uiBoxWhite`): timeline, comments, groups, pictures, tables of labels.

A page says with its place in the export what its entries are; the entry's own parts say the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from audit.archive import Member
from audit.parsers._export import Export, Reader
from audit.parsers._facebook import FacebookPost, mentions_resolved, titles
from audit.parsers._facebook.messages import same_name
from audit.parsers._facebook.values import each_once
from audit.parsers._facebook_html.entries import Loose, TooDeep, heading_of, opened, quick_entries_of, zone_of_page
from audit.parsers._facebook_html.entry import EntryReader
from audit.parsers._facebook_html.pages import Element, Page
from audit.parsers._facebook_html.parts import Parts
from audit.parsers._facebook_html.plain import Plain
from audit.parsers._facebook_html.rows import Told, take_rows
from audit.parsers._facebook_html.words import cut_off, names_in, strangers, undated
from audit.parsers._local_dates import LocalDates
from audit.posts import Post, Unread

_LONGEST_TITLE = 1000
_MUCH = 100_000  # characters of a page that cannot be empty
ODD = "it is not built as we expect"


@dataclass(slots=True, frozen=True)
class Drawer:
    """What a page says about every entry in it. `kind` "" means that the entry's own parts tell."""

    kind: str = ""
    state: str = "live"
    audience: str = "unknown"
    headings: str = "sentence"  # above an entry stands Facebook's sentence, the person's "words", a "name", a "place"
    typed_titles: bool = False  # under a picture stands a title that the person typed, not the album's name
    only_titles: bool = False  # a sentence of Facebook's without anything else may be worth a look
    group_comments: bool = False  # an entry with the label "Group:" is a comment
    album: bool = False  # the page is an album: its name is typed


def page_reader(drawer: Drawer) -> Reader:
    """Return a reader for pages of this kind."""

    def read(member: Member, export: Export) -> Iterator[Post | Unread]:
        """Yield the posts of the page in its order."""
        with member.open() as stream:
            yield from sorted_posts(drawer, export, opened(stream))

    return read


def sorted_posts(drawer: Drawer, export: Export, page: Page) -> Iterator[Post | Unread]:
    """Yield the posts of an opened page."""
    yield from _Sorter(drawer, export, page).posts()


class _Sorter:
    """Makes posts of the entries of one page, and keeps the account of what it could not tell."""

    def __init__(self, drawer: Drawer, export: Export, page: Page) -> None:
        self.drawer = drawer
        self.page = page
        self.owner = export.account.name
        self.dates = LocalDates(zone_of_page(export, page.head), sample=page.sample())
        self.reader = EntryReader(self.dates)
        self.undated = self.unowned = self.inside = self.outside = 0
        self.album = heading_of(page.head)[0] if drawer.album else ""

    def posts(self) -> Iterator[Post | Unread]:
        if self.drawer.album:
            yield from self._album()
        place = loose = 0
        for found in quick_entries_of(self.page):
            if isinstance(found, TooDeep):
                yield Unread(f"[{place}]", "it is nested too deep to be read")
            elif isinstance(found, Loose):
                yield from self._loose(found, loose)
                loose += 1
            else:
                try:
                    yield from self._read(found, f"[{place}]")
                except Exception:  # what nobody foresaw in one entry must not cost the next
                    yield Unread(f"[{place}]", ODD)
                place += 1
        yield from self._account(place + loose)

    def _read(self, entry: Element | Plain, place: str) -> list[Post]:
        parts = self.reader.read(entry)
        for words in (parts.texts, parts.captions, parts.link_titles):
            self.inside += sum(map(len, words))
        self.inside += len(parts.title)
        told = take_rows(parts, self.dates, self.owner) if parts.rows else Told()
        if self.drawer.typed_titles:
            parts.captions, parts.albums = [*parts.albums, *parts.captions], []
        if self.drawer.headings == "place" and parts.title:
            parts.places.insert(0, parts.title)
        moment = self.dates.read(parts.date)
        if moment.when is None and parts.date:
            self.undated += 1
        post = self._made(parts, told, moment.when or told.moment, place, day_only=moment.day_only)
        return [*([post] if post else ()), *(self._remarks(parts, place) if parts.remarks else ())]

    def _made(self, parts: Parts, told: Told, when: datetime | None, place: str, *, day_only: bool) -> Post | None:
        drawer = self.drawer
        sentence = _sentence(parts.title, self.owner) if drawer.headings == "sentence" else _NO_SENTENCE
        if sentence.is_of_another:
            return None
        own = [parts.title] if drawer.headings == "words" else []
        texts = parts.texts or ([] if parts.captions or drawer.headings == "words" else parts.headings)
        shared = [*parts.link_titles, *([parts.title] if drawer.headings == "name" else [])]
        text, names = mentions_resolved(_joined([*own, *texts, *parts.captions]))
        link_title = _joined(shared)
        content = bool(text or link_title or parts.links or parts.files)
        if not content and drawer.only_titles and sentence.tells_something:
            text = parts.title
        if not (content or text or parts.places or parts.people or told.people):
            return None
        group = parts.group or (sentence.group if drawer.audience == "group" else "")
        people = (name for name in (*map_names(parts.people), *told.people, *names) if name != self.owner)
        return FacebookPost(
            kind=_kind(drawer, parts, sentence),
            text=text,
            posted_at=when,
            source=place,
            date_only=day_only,
            audience="group" if parts.group else told.audience or drawer.audience,
            state=drawer.state,
            headline=parts.title if drawer.headings == "sentence" else "",
            container=group or self.album or " / ".join(parts.albums),
            url=parts.url,
            reply_to=told.answered or sentence.answered,
            link_url=parts.links[0] if parts.links else "",
            link_title=link_title,
            place="; ".join(each_once(parts.places)) if parts.places else "",
            people=tuple(dict.fromkeys(people)),
            media=len(parts.files),
            files=tuple(dict.fromkeys(filter(None, parts.files))),
        )

    def _remarks(self, parts: Parts, place: str) -> Iterator[Post]:
        """Yield the person's own comments under their pictures. Those of others are passed over."""
        for number, remark in enumerate(parts.remarks):
            self.unowned += not self.owner
            if self.owner and same_name(remark.author, self.owner) and remark.text:
                text, names = mentions_resolved(remark.text)
                moment = self.dates.read(remark.date)
                yield FacebookPost(
                    kind="comment",
                    text=text,
                    posted_at=moment.when,
                    source=f"{place}.comments[{number}]",
                    people=tuple(dict.fromkeys(names)),
                )

    def _album(self) -> Iterator[Post]:
        """Yield the album's own words, unless its name is one that Facebook gave."""
        name, about = heading_of(self.page.head)
        text = "\n\n".join(each_once(("" if titles.is_given(name) else name, about)))
        if text:
            yield FacebookPost(kind="caption", text=mentions_resolved(text)[0], container=name)

    def _loose(self, found: Loose, number: int) -> Iterator[Post]:
        """Words outside every entry are looked at as well: to miss a passage is worse than to show a label."""
        self.outside += len(found.text)
        yield FacebookPost(
            kind=self.drawer.kind or "post",
            text=mentions_resolved(found.text)[0],
            source=f"[outside {number}]",
            audience=self.drawer.audience,
            state=self.drawer.state,
        )

    def _account(self, entries: int) -> Iterator[Unread]:
        if not entries and len(self.page.head) > _MUCH:
            yield Unread("", "nothing in it looks like an entry")
        if self.undated:
            yield Unread("", undated(self.undated))
        if self.unowned:
            yield Unread("", f"{self.unowned} comments under pictures, but nothing says which are your own")
        yield from strangers(self.inside, self.outside)
        yield from cut_off(self.page.head, self.page.ends)


@dataclass(slots=True, frozen=True)
class _Sentence:
    """What Facebook's sentence above an entry tells."""

    is_of_another: bool = False
    tells_something: bool = False
    recommends: bool = False
    group: str = ""
    answered: str = ""


_NO_SENTENCE = _Sentence()


@lru_cache(1000)
def _sentence(title: str, owner: str) -> _Sentence:
    if not title or len(title) > _LONGEST_TITLE:
        return _NO_SENTENCE
    return _Sentence(
        is_of_another=bool(owner) and titles.is_of_another(title, owner),
        tells_something=titles.tells_something(title),
        recommends=titles.recommends(title),
        group=titles.group_in(title),
        answered=titles.answered_in(title),
    )


def _joined(texts: list[str]) -> str:
    return "\n\n".join(each_once(texts)) if len(texts) > 1 else "".join(texts)


def map_names(lines: list[str]) -> list[str]:
    """Return the names out of lines such as `You tagged Ola`."""
    return [name for line in lines for name in names_in(line)]


def _kind(drawer: Drawer, parts: Parts, sentence: "_Sentence") -> str:
    if drawer.group_comments and parts.group:
        return "comment"
    if drawer.kind:
        return drawer.kind
    if sentence.recommends:
        return "review"
    if parts.links:
        return "share"
    if parts.places and not parts.texts:
        return "checkin"
    return "caption" if parts.files and not parts.texts else "post"
