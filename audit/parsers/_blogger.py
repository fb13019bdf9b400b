"""One entry of a Blogger feed, of either kind: what it is, who wrote it, what it says, who may read it."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from audit.parsers._blog.words import Body, body, line, titled, web_address
from audit.parsers._blog.xml import Element, Shape
from audit.parsers._clock import iso_time, plausible
from audit.posts import Post, Unread

SHAPE = Shape(
    records=frozenset({"entry"}),
    containers=frozenset({"feed", "author", "app:control", "blogger:location"}),
    spaces={
        "w3.org/2005/Atom": "",
        "schemas.google.com/blogger/": "blogger",
        "purl.org/atom/app": "app",
        "w3.org/2007/app": "app",
        "purl.org/syndication/thread": "thr",
        "schemas.google.com/g/2005": "gd",
    },
)
OTHERS = "comments of others"
_KIND = "schemas.google.com/g/2005#kind"
_PROFILE = ("blogger.com/profile", "plus.google.com", "blogger.com/feeds")
_TYPED = ("BLOG_NAME", "BLOG_DESCRIPTION", "BLOG_META_DESCRIPTION", "BLOG_COMMENT_MESSAGE", "BLOG_ADULT_MESSAGE")
_NO_POST = frozenset({"settings", "template", "layout", "widget"})


@dataclass(slots=True, frozen=True)
class Writer:
    """Who wrote an entry. `signed_in` is False where the network says that it was nobody with an account."""

    name: str
    address: str
    signed_in: bool = True


@dataclass(slots=True)
class Writers:
    """Those who write posts in the person's blogs, by name and by the address of their profile."""

    names: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    def add(self, writer: Writer) -> None:
        """Keep somebody who wrote a post."""
        if writer.name:
            self.names.add(writer.name.casefold())
        if writer.address:
            self.addresses.add(writer.address)

    def has(self, writer: Writer) -> bool:
        """Say whether a comment is by one of them. Of the same name alone it has to be a network's account, or none."""
        if writer.address and writer.address in self.addresses:
            return True
        told_by_name = not writer.address or any(part in writer.address for part in _PROFILE)
        return writer.signed_in and told_by_name and writer.name.casefold() in self.names


def writer_of(entry: Element) -> Writer:
    """Return who wrote it. An e-mail address stands there too, and is never looked at."""
    author = entry.child("author")
    if author is None:
        return Writer("", "")
    address = author.get("uri").partition("://")[2].rstrip("/").lower()
    return Writer(line(author.get("name")), address, author.get("blogger:type").upper() != "ANONYMOUS")


def kind_of(entry: Element) -> str:
    """Return post, page, comment, settings or template. The entry's own type counts, not its author's."""
    if told := entry.get("blogger:type"):
        return told.lower()
    for category in entry.all("category"):
        if _KIND in category.attributes.get("scheme", ""):
            return category.attributes.get("term", "").rpartition("#")[2].lower()
    number = entry.get("id")
    if ".settings." in number or ".layout" in number:
        return "settings"
    return "comment" if entry.child("thr:in-reply-to") else "post"


def said_in(entry: Element) -> Body:
    """Return the words of an entry, by the type that its content states."""
    content = entry.child("content") or entry.child("summary")
    if content is None:
        return Body()
    if content.attributes.get("type", "html").lower() in ("text", "text/plain"):
        return body(html.escape(content.text, quote=False).replace("\n", "<br>"))
    return body(content.text)


@dataclass(slots=True)
class Feed:
    """What stands before the entries of a feed, and the address of its blog as far as the export tells."""

    title: str = ""
    site: str = ""

    def take(self, element: Element) -> None:
        """Keep the blog's title and its address; the first of a name counts."""
        if element.name == "title":
            self.title = self.title or line(element.text)
        elif element.name == "link" and element.attributes.get("rel") == "alternate":
            self.site = self.site or web_address(element.attributes.get("href", "")).rstrip("/")

    def post(self, entry: Element, kind: str) -> Post | None:
        """Return a post, page or comment; None for one without words and pictures."""
        said, title, comment = said_in(entry), line(entry.get("title")), kind == "comment"
        text = said.text if comment and said.text else titled(title, said.text)
        meta = body(entry.get("blogger:metaDescription")).text
        text = f"{text}\n\n{meta}".strip() if meta and meta not in text else text
        if not text and not said.media:
            return None
        state, audience = _standing(entry)
        location = entry.child("blogger:location")
        return Post(
            "comment" if comment else "article",
            text,
            _when(entry),
            f"[{entry.place}]",
            entry.get("id"),
            self._address(entry),
            audience,
            state,
            headline=_filed_under(entry),
            container=self.title,
            reply_to=_answered(entry),
            place=line(location.get("blogger:name")) if location else "",
            media=said.media,
            account=writer_of(entry).name,
        )

    def _address(self, entry: Element) -> str:
        for link in entry.all("link"):
            if link.attributes.get("rel") == "alternate" and (found := web_address(link.attributes.get("href", ""))):
                return found
        path = entry.get("blogger:filename")
        return web_address(f"{self.site}/{path.lstrip('/')}") if self.site and path else ""


def setting(entry: Element) -> Iterator[Post]:
    """Yield what was typed among the blog's settings: its name, what it is about, a word to those who comment."""
    if entry.get("id").rpartition(".")[2] in _TYPED and (text := said_in(entry).text):
        yield Post("bio", text, _when(entry), f"[{entry.place}]", entry.get("id"), audience="public")


def is_no_post(kind: str) -> bool:
    """Say whether such entries are the blog's machinery."""
    return kind in _NO_POST


def broken(entry: Element) -> Iterator[Unread]:
    """Yield what cannot be read of an entry."""
    if entry.cut:
        yield Unread(f"[{entry.place}]", "part of it is cut off or broken: what could be read is kept")


def _standing(entry: Element) -> tuple[str, str]:
    """Return state and audience: live, draft, trash or soft-deleted by the network."""
    control, status = entry.child("app:control"), entry.get("blogger:status").upper()
    if entry.get("blogger:trashed") or "TRASH" in status or "DELETED" in status:
        return "trash", "private"
    if status in ("DRAFT", "SCHEDULED") or (control is not None and control.get("app:draft").lower() == "yes"):
        return "draft", "private"
    if not status or status == "LIVE":
        return "live", "public"
    return "live", "private" if status in ("SPAM", "PENDING", "REJECTED", "EMPTIED") else "unknown"


def _when(entry: Element) -> datetime | None:
    times = (entry.get("published"), entry.get("blogger:created"), entry.get("updated"))
    return next(filter(None, (plausible(iso_time(one)) for one in times)), None)


def _filed_under(entry: Element) -> str:
    labels = [one.attributes for one in entry.all("category") if _KIND not in one.attributes.get("scheme", "")]
    shown = ", ".join(dict.fromkeys(filter(None, (line(label.get("term", "")) for label in labels))))
    return f"Filed under: {shown}" if shown else ""


def _answered(entry: Element) -> str:
    reply = entry.child("thr:in-reply-to")
    if reply is not None and (address := web_address(reply.attributes.get("href", ""))):
        return address
    return (reply.attributes.get("ref", "") if reply is not None else "") or entry.get("blogger:parent")
