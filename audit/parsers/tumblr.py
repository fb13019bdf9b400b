"""Tumblr: its own export of a blog (a page a post), what backup programs write (JSON, pages), and the XML of old.

Tumblr's export is a zip with `posts/html/<id>.html`, `posts/posts_index.html`, `media/` and the conversations; in some
the posts are a zip inside the zip. Reblogs carry other people's words: those are passed on, not said.
"""

import re
from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._blog.words import line, page_of
from audit.parsers._blog.xml import Records, end_of
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._json import Broken, records
from audit.parsers._tumblr.api import json_posts
from audit.parsers._tumblr.old import SHAPE, xml_posts
from audit.parsers._tumblr.pages import page_posts
from audit.posts import Post, Unread

NETWORK = "tumblr"
LABEL = "Tumblr"
_PAGE = r"(?:posts(?:\.zip)?/)?(?:posts/)?(?:html/)?\d{4,20}(?:/index)?\.html?"
_JSON = r"(?:json/)?\d{4,20}\.json"
_XML = r"tumblr[^/]*\.xml"
SIGNATURE = (
    r"posts(?:\.zip)?/(?:posts/)?html/\d{4,20}\.html?",
    r"posts/\d{4,20}(?:/index)?\.html?",
    r"json/\d{4,20}\.json",
    _XML,
)
_MOST = 64 << 20
_NUMBER = re.compile(r"(\d{4,20})(?:/index)?\.\w+\Z")
_KEYS = frozenset({"post_url", "reblog_key", "blog_name", "timestamp"})


def read_page(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the post of one page, unless its record lies beside it: that tells more."""
    found = _NUMBER.search(member.name)
    number = found[1] if found else ""
    if f"json/{number}.json" in export.members:
        return
    page = page_of(member.read(_MOST))
    if not page.strip():
        raise Unreadable("it is empty")
    if "<" not in page:
        raise Unreadable("it is not a page")
    if "<html" in page[:2000].lower() and "</html" not in page[-200:].lower():
        yield Unread("", "the page is cut off before its end: what stands before is kept")
    yield from page_posts(page, number)


def read_record(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the post of one record, or of each in a list."""
    with member.open() as stream:
        for record in records(stream, record_keys=_KEYS):
            if isinstance(record, Broken):
                yield Unread(f"[{record.place}]", record.reason)
                continue
            held = record.value.get("posts") if isinstance(record.value, dict) else None
            if isinstance(held, list):
                for number, one in enumerate(held):
                    yield from json_posts(one, f"{record.key}.posts[{number}]")
            elif record.place >= 0:
                yield from json_posts(record.value, f"[{record.place}]")


def read_xml(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every post of the old interface's answer, and what the blog says of itself."""
    with member.open() as stream:
        blog, all_records = "", Records(stream, SHAPE)
        for element in all_records:
            if element.name == "post":
                yield from xml_posts(element, blog)
            elif element.name == "tumblelog":
                blog = element.attributes.get("name", "")
                if about := line(element.text):
                    title = line(element.attributes.get("title", ""))
                    text = "\n\n".join(filter(None, (title, about)))
                    yield Post("bio", text, source="#tumblelog", audience="public", container=blog, account=blog)
        yield from end_of(all_records, "tumblr")


def account(export: Export) -> Account:
    """Return the blog, as far as a record or page names it."""
    for pattern, read in ((_JSON, read_record), (_XML, read_xml), (_PAGE, read_page)):
        for _, member in export.find(pattern):
            try:
                for found in read(member, export):
                    if isinstance(found, Post) and found.account:
                        return Account(name=found.account, url=f"https://{found.account}.tumblr.com/")
                    break
            except Unreadable:
                pass
            break
    return Account()


READS: dict[str, Reader] = {_JSON: read_record, _XML: read_xml, _PAGE: read_page}
MESSAGES: dict[str, Reader] = {}
LEFT_OUT = {
    r"(?:posts(?:\.zip)?/)?posts_index\.html?|index\.html?": "a list of your posts: the words are in their own pages",
    r"(?:archive|tags|theme)/.*": "lists of your posts by month and tag, and the blog's design: the words are in their"
    " own pages",
    r"(?:.*/)?(?:conversations?|messages|messaging|chats?)(?:\.zip)?(?:/.*|\.\w+)": "private conversations: which words"
    " are yours does not follow from how they are kept, so look at these by eye",
    r"(?:.*/)?\w+\.css|\.backup\w*|(?:.*/)?\.(?:complete|first_run_options)": "how pages look: no words",
    r"(?:.*/)?media/.*": PICTURES_REASON,
    PICTURES: PICTURES_REASON,
}
SNIFF = [
    (r"\A\W{0,9}(?:<\?xml[^>]*>\s*)?<tumblr\b", "tumblr.xml"),
    (r"<span id=\"timestamp\">", "posts/0000.html"),
    (r"\A\s*\{[\s\S]{0,3500}?\"(?:reblog_key|tumblelog_uuid)\"\s*:", "json/0000.json"),
]
NEVER = (
    "Replies and answers to asks that you left on other people's blogs are not in Tumblr's export.",
    "A post's address and the blog's name are not in the pages of Tumblr's own export; look it up by its id.",
    "Whether a post was private is not in those pages: all count as public.",
    "Reblogs of your posts by others stay with them when you delete yours, and no export lists them.",
)
TWO_CLICKS = {"": "https://www.tumblr.com/dashboard"}
_STAYS = "Reblogs that others made keep your words: deleting or editing yours does not change theirs."
HOW_TO_DELETE = {
    "": f"Open the post on your blog while signed in, three dots, Delete. {_STAYS}",
    "post": f"Open the post on your blog while signed in, three dots, Delete; to hide it first: Edit, Post privately."
    f" Many at once: your blog's Mass Post Editor. {_STAYS}",
    "comment": "Open the post's notes, Replies, three dots beside yours, Delete reply.",
    "repost": "Open it on your blog while signed in, three dots, Delete.",
    "bio": "Blog settings, Edit appearance: title and description.",
}
