"""Blogger: the backup of one blog (`blog-MM-DD-YYYY.xml`), and what Google Takeout gives, both Atom feeds.

A backup holds settings, design, posts, pages and everybody's comments, told apart by a category; in a takeout of 2018
and later `blogger:type` says what an entry is. An author has a `blogger:type` too. Comments that the person left on
other blogs have a feed of their own in a takeout, one a blog. Names of its folders are in the account's language.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from audit.archive import Member, Unreadable
from audit.parsers._blog.xml import Records, end_of
from audit.parsers._blogger import (
    OTHERS,
    SHAPE,
    Feed,
    Writer,
    Writers,
    broken,
    is_no_post,
    kind_of,
    setting,
    writer_of,
)
from audit.parsers._csv import letters
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.posts import Post, Unread, distinct

NETWORK = "blogger"
LABEL = "Blogger"
_TAKEOUT = r"(?:[^/]+/[^/]+/)?(?:feed\.atom|atom\.feed)"
_BACKUP = r"blog-\d\d-\d\d-\d{4}[^/]*\.xml"
SIGNATURE = (r"[^/]+/[^/]+/(?:feed\.atom|atom\.feed)", _BACKUP)
_FEEDS = rf"{_TAKEOUT}|(?:[^/]+/){{0,2}}{_BACKUP}"
_BY = "posts by "
_CONTENT = frozenset({"content", "summary"})
_FIRST_POSTS = 300
_SMALL = 1 << 20
_SETTINGS = r"(?:[^/]+/[^/]+/)?settings\.csv"


def read_feed(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield posts, pages and own comments in file order."""
    writers, found = _writers(member)
    comments_only = bool(found) and not writers.names and not writers.addresses
    if comments_only:
        writers = _commenter(member, export, found)
    with member.open() as stream:
        feed, records = Feed(site=_site(member, export)), Records(stream, SHAPE)
        for element in records:
            if element.name != "entry":
                feed.take(element)
                continue
            yield from broken(element)
            kind = kind_of(element)
            if is_no_post(kind):
                yield from setting(element)
            elif not element.children:
                yield Unread(f"[{element.place}]", "it holds nothing that an entry does")
            elif kind == "comment" and not writers.has(writer_of(element)):
                export.counted[OTHERS] += 1
            elif post := feed.post(element, kind):
                if kind != "comment" and post.account:
                    export.counted[f"{_BY}{post.account.casefold()}"] += 1
                yield post
        yield from end_of(records, "feed", "entry")


# --- who is who ------------------------------------------------------------------------------------------------------


def _writers(member: Member) -> tuple[Writers, Counter[Writer]]:
    """Return who wrote this feed's posts and pages, and how often each commented."""
    writers, commented = Writers(), Counter[Writer]()
    with member.open() as stream:
        for element in Records(stream, SHAPE, unread=_CONTENT):
            if element.name != "entry" or is_no_post(kind := kind_of(element)):
                continue
            if kind == "comment":
                commented[writer_of(element)] += 1
            else:
                writers.add(writer_of(element))
    return writers, commented


def _commenter(member: Member, export: Export, found: Counter[Writer]) -> Writers:
    """Return whose comments a feed without posts holds.

    A takeout puts the person's own there. Should others stand among them, it is those who write the export's blogs,
    or else the one who wrote the most.
    """
    owner = Writers()
    for _, other in export.find(rf"(?:again/)*(?:{_FEEDS})"):
        if other is not member and len(found) > 1:
            names = _writers(other)[0]
            owner.names |= names.names
            owner.addresses |= names.addresses
    known = [writer for writer in found if owner.has(writer)]
    chosen = Writers()
    for writer in known or [found.most_common(1)[0][0]]:
        chosen.add(Writer(writer.name, writer.address))
    return chosen


def account(export: Export) -> Account:
    """Return whose blogs they are: whoever wrote the most of the first posts in them."""
    wrote: Counter[str] = Counter()
    for _, member in export.find(rf"(?:again/)*(?:{_FEEDS})"):
        try:
            wrote.update(islice(_names(member), _FIRST_POSTS))
        except Unreadable:
            continue
    return Account(name=wrote.most_common(1)[0][0]) if wrote else Account()


def _names(member: Member) -> Iterator[str]:
    with member.open() as stream:
        for element in Records(stream, SHAPE, unread=_CONTENT):
            if element.name == "entry" and kind_of(element) in ("post", "page") and (name := writer_of(element).name):
                yield name


# --- settings --------------------------------------------------------------------------------------------------------


def read_settings(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the blog's name and what it says of itself."""
    settings = _settings(member)
    if not settings:
        yield Unread("", "it is empty, or not built as a blog's settings are")
    said = [settings[name] for name in settings if re.search(r"title|description|blogname|message", name)]
    if text := "\n\n".join(distinct(said)):
        yield Post("bio", text, source="[1]", url=_address(settings), audience="public")


def _settings(member: Member) -> dict[str, str]:
    """Return setting → value, its name in letters only, whether they stand side by side or one below the other."""
    text = member.read(_SMALL).decode("utf-8-sig", "replace")
    try:
        rows = [row for row in csv.reader(StringIO(text, newline="")) if any(row)][:500]
    except csv.Error:
        return {}
    if rows and len(rows[0]) > 2:  # one column a setting
        pairs = list(zip(rows[0], rows[1], strict=False)) if len(rows) > 1 else []
    else:
        pairs = [(row[0], row[1]) for row in rows if len(row) > 1]
    return {letters(name): value.strip() for name, value in pairs if letters(name) and value.strip()}


def _site(member: Member, export: Export) -> str:
    """Return the blog's address from the settings beside a takeout's feed."""
    path = next((path for path, one in export.members.items() if one is member), "")
    settings = export.members.get(f"{path.rpartition('/')[0]}/settings.csv")
    try:
        return _address(_settings(settings)) if settings else ""
    except Unreadable:
        return ""


def _address(settings: dict[str, str]) -> str:
    """Return `https://` and the blog's own domain, else its name below blogspot.com."""
    for name in sorted(settings, key=lambda name: "custom" not in name):
        host = settings[name].removeprefix("https://").removeprefix("http://").rstrip("/").lower()
        if "subdomain" in name and re.fullmatch(r"[a-z0-9-]{1,63}", host):
            return f"https://{host}.blogspot.com"
        if "domain" in name and re.fullmatch(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", host):
            return f"https://{host}"
    return ""


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    found = []
    if count := export.counted[OTHERS]:
        found.append(f"Blogger: comments by other people were left out: {count}.")
    if (authors := sum(key.startswith(_BY) for key in export.counted)) > 1:
        found.append(
            f"The Blogger blogs have posts by {authors} authors, and the export does not say which of them is you: all"
            " are read, each with its author's name as its account."
        )
    return found


READS: dict[str, Reader] = {_FEEDS: read_feed, _SETTINGS: read_settings}
MESSAGES: dict[str, Reader] = {}
LEFT_OUT = {
    r"(?:.*/)?(?:theme|template)[^/]*\.(?:xml|html)": "the blog's design; words that you typed into its side columns"
    " stand in it: look at those by eye",
    PICTURES: PICTURES_REASON,
}
SNIFF = [
    (
        r"<(?:\w+:)?feed\b[\s\S]{0,3000}?(?:schemas\.google\.com/blogger/|tag:blogger\.com,1999:)",
        "Blogs/blog/feed.atom",
    ),
    (r"<blogger:(?:type|status)>", "Blogs/blog/feed.atom"),
]
NEVER = (
    "Earlier wordings of your posts are not in Blogger's export.",
    "A takeout does not hold the addresses of posts, only their paths; the blog's address is in its settings.",
    "Comments that you left on other people's blogs are in a takeout only, not in a blog's own backup.",
    "Who may read a blog that is closed is not in it: published posts count as public.",
)
TWO_CLICKS = {"": "https://www.blogger.com/"}
_COPIES = "E-mail subscribers and feed readers keep their copies, and so does the Wayback Machine."
HOW_TO_DELETE = {
    "": f"Sign in at blogger.com, choose the blog, open Posts, Pages or Comments, point at it, Delete. {_COPIES}",
    "article": "Sign in at blogger.com, Posts (or Pages), point at the title, the bin: it goes to Trash and from there"
    f" after 90 days, or at once if you delete it there. To hide it first: Revert to draft. {_COPIES}",
    "comment": "Under your own post: blogger.com, Comments, Remove content. On somebody else's blog: open the post"
    " while signed in, the bin below your comment. The line that a comment stood there may remain.",
    "bio": "Sign in at blogger.com, Settings, Title or Description.",
}
