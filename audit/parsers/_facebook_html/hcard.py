"""Pages from 2010 to early 2013, in hCard and hAtom classes: everything on the wall, by anybody, with all comments.

The author tells whose words they are. An icon says who could see a post: the only exports that ever did.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from audit.parsers._clock import iso_time
from audit.parsers._facebook import FacebookPost, mentions_resolved
from audit.parsers._facebook.messages import same_name
from audit.parsers._facebook.values import each_once
from audit.parsers._facebook_html.pages import Element, Mark, Page
from audit.parsers._facebook_html.words import (
    classes,
    file_name,
    is_technical,
    labelled_value,
    take_out,
    text_of,
    undated,
    web_address,
)
from audit.parsers._local_dates import LocalDates, Moment
from audit.posts import Post, Unread

WALL = Mark("feedentry")
PHOTO = Mark("photo-container")
_AUDIENCES = (
    (re.compile(r"except|ausser|außer|sauf|excepto|tranne|behalve", re.I), "friends"),
    (re.compile(r"only me|nur ich|moi uniquement|sólo yo|solo yo|solo io|alleen ik|kun mig|bara jag", re.I), "private"),
    (re.compile(r"everyone|public|öffentlich|tout le monde|todos|público|tutti|pubblic|iedereen", re.I), "public"),
    (re.compile(r"friends|freunde|amis|amigos|amici|vrienden|venner|vänner", re.I), "friends"),
)


class HCardReader:
    """Reads the entries of one page. `owner` is the person's name."""

    def __init__(self, owner: str, kind: str = "") -> None:
        self.owner = owner
        self.kind = kind
        self.dates = LocalDates()
        self.unowned = self.undated = 0

    def posts(self, page: Page, container: str = "") -> Iterator[Post | Unread]:
        """Yield what the person wrote, in the order of the page."""
        place = 0
        for piece in page.pieces():
            for entry in [one for one in piece.root.iter() if page.mark and page.mark.is_on(one)]:
                try:
                    yield from list(self._entry(entry, f"[{place}]", container))
                except Exception:  # what nobody foresaw in one entry must not cost the next
                    yield Unread(f"[{place}]", "it is not built as we expect")
                place += 1
            if piece.too_deep:
                yield Unread(f"[{place}]", "it is nested too deep to be read")
        if self.unowned:
            yield Unread("", f"{self.unowned} entries, but nothing says which are your own")
        if self.undated:
            yield Unread("", undated(self.undated))

    def _entry(self, entry: Element, place: str, container: str) -> Iterator[Post]:
        remarks = [one for one in entry.iter() if "comment" in classes(one)]
        photo = "photo-container" in classes(entry)
        likes = 0
        comments: list[Post] = []
        for number, remark in enumerate(remarks):
            if "like" in classes(remark):
                likes = _number(text_of(remark))
            elif (post := self._comment(remark, f"{place}.comments[{number}]", container)) is not None:
                comments.append(post)
        for holder in [one for one in entry.iter() if "comments" in classes(one)] + remarks:
            take_out(holder)
        author = _one(entry, "profile")
        if self._is_own(text_of(author) if author is not None else ""):
            yield from self._post(entry, place, container, likes, is_photo=photo)
        yield from comments

    def _is_own(self, author: str) -> bool:
        """A picture of an album has no author: it is the person's."""
        if not author:
            return True
        self.unowned += not self.owner
        return bool(self.owner) and same_name(author, self.owner)

    def _post(self, entry: Element, place: str, container: str, likes: int, *, is_photo: bool) -> Iterator[Post]:
        moment = self._moment(entry)
        audience = _audience(_one(entry, "privacy"))
        link = _one(entry, "walllink")
        anchors = [a for a in link.iter("a") if web_address(a.get("href"))] if link is not None else []
        title = text_of(link) if link is not None else ""
        files = [name for image in entry.iter("img") if (name := file_name(image.get("src")))] if is_photo else []
        take_out(link)
        text = self._words(entry)
        if not (text or title or files):
            return
        resolved, names = mentions_resolved(text)
        self.undated += moment.when is None
        yield FacebookPost(
            kind=self.kind or ("caption" if is_photo else "share" if anchors else "post"),
            text=resolved,
            posted_at=moment.when,
            date_only=moment.day_only,
            source=place,
            audience=audience,
            container=container,
            url=_photo_address(entry),
            link_url=web_address(anchors[-1].get("href")) if anchors else "",
            link_title=title,
            people=tuple(dict.fromkeys(names)),
            media=len(files),
            files=tuple(files),
            reactions=likes or None,
        )

    def _words(self, entry: Element) -> str:
        """Return the entry's text; where no class tells it, what is left without names, times and camera data."""
        marked = [one for one in entry.iter() if classes(one) & {"entry-content", "entry-title"}]
        texts = [text_of(one, keep_breaks=True) for one in marked]
        if any(texts):
            return "\n\n".join(each_once(texts))
        for one in [one for one in entry.iter() if classes(one) & {"author", "profile", "timerow", "time", "privacy"}]:
            take_out(one)
        lines = text_of(entry, keep_breaks=True).split("\n")
        return "\n".join(line for line in lines if not self._is_camera(line)).strip()

    def _is_camera(self, line: str) -> bool:
        value = labelled_value(line.strip())
        return value is not None and is_technical(value, self.dates)

    def _comment(self, remark: Element, place: str, container: str) -> Post | None:
        author = _one(remark, "profile")
        if author is None or not self._is_own(text_of(author)):
            return None
        moment = self._moment(remark)
        text, names = mentions_resolved(self._words(remark))
        if not text:
            return None
        return FacebookPost(
            kind="comment",
            text=text,
            posted_at=moment.when,
            source=place,
            container=container,
            people=tuple(dict.fromkeys(names)),
        )

    def _moment(self, entry: Element) -> Moment:
        """ISO 8601 in the title; before September 2011 only the date as it was shown."""
        shown = _one(entry, "published")
        if shown is None:
            shown = _one(entry, "time")
        if shown is None:
            shown = _one(entry, "timerow")
        if shown is None:
            return Moment(None)
        when: datetime | None = iso_time(shown.get("title"))
        return Moment(when) if when else self.dates.read(text_of(shown))


def _one(entry: Element, kind: str) -> Element | None:
    return next((one for one in entry.iter() if kind in classes(one)), None)


def _audience(icon: Element | None) -> str:
    title = (icon.get("title") or "") if icon is not None else ""
    return next((audience for pattern, audience in _AUDIENCES if title and pattern.search(title)), "unknown")


def _photo_address(entry: Element) -> str:
    addresses = (web_address(a.get("href")) for a in entry.iter("a"))
    return next((address for address in addresses if "facebook.com/photo.php" in address), "")


def _number(text: str) -> int:
    found = re.search(r"\d{1,6}", text)
    return int(found[0]) if found else 0
