"""Pages from 2013 to mid 2018 (`*.htm`): a date, Facebook's sentence, the words. No addresses, no audience.

`<p>` around `<div>` is illegal there, and a parser that knows HTML closes the `<p>` first. So entries are no elements:
each `div.meta` begins one, the text behind it is the sentence, a following `div.comment` the words of the post.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.parsers._facebook import FacebookPost, mentions_resolved, titles
from audit.parsers._facebook.messages import same_name
from audit.parsers._facebook.values import each_once
from audit.parsers._facebook_html.pages import Element, Mark, Page
from audit.parsers._facebook_html.words import INLINE, classes, file_name, in_lines, text_of
from audit.parsers._facebook_html.words import undated as told_undated
from audit.parsers._html_dates import ZonedDates
from audit.posts import Post, Unread

ENTRY = Mark("meta")
BLOCK = Mark("block")
_SPEAKS_TO_OWNER = re.compile(
    r"\b(?:your (?:timeline|wall)|deine[rm]? (?:chronik|pinnwand)|ton (?:journal|mur)|votre (?:journal|mur)"
    r"|tu (?:biografía|muro)|(?:seu|teu) mural|(?:sua|tua) linha do tempo|(?:sul )?tuo diario"
    r"|jouw? (?:tijdlijn|prikbord)|din (?:tidslinje|væg|vegg|logg)|aikajanallesi|twojej osi czasu|tvoj[íi] časov)",
    re.IGNORECASE,
)
_SPEAKS_OF_OWNER = re.compile(r"(?:you|du|sie|vous|tu|tú|has|você|hai|je|u|jij|sinä)\b", re.IGNORECASE)
_LIKES = re.compile(
    r"\blikes\b|gefällt|\baime\b|le gusta|gusta\b|\bcurtiu\b|piace|leuk|godt om|liker|gillar|tykkää|lubi", re.I
)
_VERB_FIRST = re.compile("[\u0590-\u08ff]")  # Arabic and Hebrew put the name behind the verb
_ENOUGH = 20  # sentences looked at


@dataclass(slots=True)
class Entry:
    """A date, a sentence, words."""

    date: str
    sentence: str
    texts: list[str] = field(default_factory=list)


def wall_posts(page: Page, owner: str, dates: ZonedDates) -> Iterator[Post | Unread]:
    """Yield the person's own entries. What others wrote on the wall stands there as well."""
    whose = _Whose(owner, page.sample())
    undated = others = 0
    for place, entry in enumerate(_entries(page)):
        if not whose.is_own(entry.sentence):
            others += bool(entry.texts)
            continue
        moment = dates.read(entry.date)
        post = _post(entry, place)
        if post is not None:
            undated += moment.when is None
            post.posted_at, post.date_only = moment
            yield post
    if undated:
        yield Unread("", told_undated(undated))
    if others and not whose.any_own:
        yield Unread("", f"no entry begins with your name: the words of {others} were taken for other people's")


def _entries(page: Page) -> Iterator[Entry]:
    entry: Entry | None = None
    for piece in page.pieces():
        for element in piece.holder.iter("div"):
            kinds = classes(element)
            if "meta" in kinds:
                if entry:
                    yield entry
                entry = Entry(text_of(element), _behind(element))
            elif "comment" in kinds and entry:
                entry.texts.append(text_of(element, keep_breaks=True))
    if entry:
        yield entry


def _behind(element: Element) -> str:
    """Return the text after the element, up to the next block."""
    run = [element.tail or ""]
    beside = element.getnext()
    while beside is not None and (beside.tag in INLINE or beside.tag == "br"):
        run.append(" " if beside.tag == "br" else text_of(beside))
        run.append(beside.tail or "")
        beside = beside.getnext()
    return in_lines(run)


def _post(entry: Entry, place: int) -> FacebookPost | None:
    sentence = entry.sentence if len(entry.sentence) <= 1000 else ""
    text, names = mentions_resolved("\n\n".join(each_once(entry.texts)))
    if not text and titles.tells_something(sentence) and not _LIKES.search(sentence):
        text = sentence
    if not text:
        return None
    return FacebookPost(
        kind="review" if titles.recommends(sentence) else "post",
        text=text,
        source=f"[{place}]",
        headline=entry.sentence,
        reply_to=titles.answered_in(sentence),
        people=tuple(dict.fromkeys(names)),
    )


class _Whose:
    """Tells the person's own entries from those of others by the name that the sentence begins with."""

    def __init__(self, owner: str, sample: str) -> None:
        self.owner = owner.casefold()
        self.any_own = False
        sentences = re.findall(r"</div>\s*([^<>]{3,300})<", sample)[: 10 * _ENOUGH]
        starts = sum(self._begins(sentence) for sentence in sentences)
        self.known = bool(self.owner) and (starts > 0 or len(sentences) < _ENOUGH)

    def is_own(self, sentence: str) -> bool:
        own = self._is_own(sentence)
        self.any_own |= own
        return own

    def _is_own(self, sentence: str) -> bool:
        if not sentence:
            return True
        if not self.known or _SPEAKS_TO_OWNER.search(sentence):
            return not _SPEAKS_TO_OWNER.search(sentence)
        return self._begins(sentence) or bool(_SPEAKS_OF_OWNER.match(sentence))

    def _begins(self, sentence: str) -> bool:
        shown = sentence.strip(" \u200e\u200f\u202a\u202b\"'").casefold()
        if not self.owner or not shown:
            return False
        return shown.startswith(self.owner) or (self.owner in shown and bool(_VERB_FIRST.match(shown)))


def album_posts(page: Page, owner: str, dates: ZonedDates, album: str) -> Iterator[Post | Unread]:
    """Yield the pictures or videos of a page, and the person's own comments under them. Everybody's stand there."""
    place = unowned = 0
    if album and not titles.is_given(album):
        yield FacebookPost(kind="caption", text=album, container=album)
    for piece in page.pieces():
        for block in piece.holder.iter("div"):
            if not BLOCK.is_on(block) or any(BLOCK.is_on(above) for above in block.iterancestors("div")):
                continue
            comments = [one for one in block.iter("div") if "comment" in classes(one)]
            for number, comment in enumerate(comments):
                author, post = _comment(comment, dates, album)
                post.source = f"[{place}].comments[{number}]"
                unowned += bool(author and not owner)
                if post.text and (not author or same_name(author, owner)):
                    yield post
            for comment in comments:
                _forget(comment)
            post = _picture(block, dates, album)
            post.source = f"[{place}]"
            if post.text or post.media:
                yield post
            place += 1
    if unowned:
        yield Unread("", f"{unowned} comments under pictures, but nothing says which are your own")


def _comment(comment: Element, dates: ZonedDates, album: str) -> tuple[str, FacebookPost]:
    user = next((one for one in comment.iter("span") if "user" in classes(one)), None)
    meta = next((one for one in comment.iter("div", "span") if "meta" in classes(one)), None)
    author = text_of(user) if user is not None else ""
    moment = dates.read(text_of(meta)) if meta is not None else dates.read("")
    for part in (user, meta):
        _forget(part)
    text, names = mentions_resolved(text_of(comment, keep_breaks=True))
    post = FacebookPost(kind="comment", text=text, posted_at=moment.when, container=album, people=tuple(names))
    return author, post


def _picture(block: Element, dates: ZonedDates, album: str) -> FacebookPost:
    files = [name for one in block.iter("img", "video", "a") if (name := _file(one))]
    metas = [one for one in block.iter("div") if "meta" in classes(one)]
    moment = dates.read(text_of(metas[0])) if metas else dates.read("")
    for part in [*metas, *block.iter("table"), *(one for one in block.iter("div") if "warning" in classes(one))]:
        _forget(part)
    text, names = mentions_resolved(text_of(block, keep_breaks=True))
    once = tuple(dict.fromkeys(files))
    return FacebookPost(
        kind="caption",
        text=text,
        posted_at=moment.when,
        date_only=moment.day_only,
        container=album,
        people=tuple(dict.fromkeys(names)),
        media=len(once),
        files=once,
    )


def _file(element: Element) -> str:
    name = file_name(element.get("src") or element.get("href"))
    return "" if name.endswith((".htm", ".html")) else name


def _forget(element: Element | None) -> None:
    """Empty the element; what stands behind it stays."""
    if element is not None:
        element.clear(keep_tail=True)


def _is_menu(item: Element) -> bool:
    """Say whether the item leads to another page, or holds a list."""
    leads = any((one.get("href") or "").endswith((".htm", ".html")) for one in item.iter("a"))
    return leads or item.find(".//li") is not None


def listed_posts(page: Page, dates: ZonedDates, kind: str) -> Iterator[Post | Unread]:
    """Yield the lines of a list: events (anybody's: it is not said who made them), places."""
    place = 0
    for piece in page.pieces():
        for item in piece.root.iter("li"):
            if _is_menu(item):
                continue
            metas = [one for one in item.iter() if "meta" in classes(one)]
            moment = dates.read(text_of(metas[0])) if metas else dates.read("")
            for part in metas:
                _forget(part)
            link = next(iter(item.iter("a")), None)
            name = text_of(link) if link is not None else ""
            text = text_of(item)
            if text:
                is_place = kind == "checkin"
                yield FacebookPost(
                    kind=kind,
                    text="" if is_place else text,
                    place=(name or text) if is_place else "",
                    posted_at=moment.when,
                    date_only=moment.day_only,
                    source=f"[{place}]",
                    own_words=is_place,
                )
                place += 1
