"""Substack: `posts.csv`, a row for each post, draft and page, and its body in `posts/<id>.<slug>.html`.

A body has no title, a row has no words but title and subtitle: they are joined by id once all is read. Not every row
has a body (podcasts, threads), and a body may have lost its row. Lists of subscribers and who opened what are never
read.
"""

import re
from collections.abc import Iterator, Sequence

from audit.archive import Member
from audit.parsers._blog.words import Body, body, line, of_class, page_of, taken, web_address
from audit.parsers._clock import iso_time, plausible
from audit.parsers._csv import Broken, Row, table
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.posts import Post, Unread

NETWORK = "substack"
LABEL = "Substack"
_BODY = r"posts/\d+\.[^/]*\.html?"
_LIST_OF = re.compile(r"email_list\.([a-z0-9-]{1,63})\.csv", re.IGNORECASE)
_SUBSCRIBERS = r"(?:email_list|subscribers?)[^/]*\.csv"
SIGNATURE = (_BODY, r"email_list\.[^/]+\.csv")
_TABLE = r"posts(?: ?\(\d+\))?\.csv"
_MOST = 64 << 20
_AUDIENCES = {"everyone": "public", "only_paid": "group", "founding": "group", "only_free": "group"}
_ARTICLES = frozenset({"newsletter", "podcast", "page", "video", ""})
_BORROWED: tuple[str, ...] = (
    "tweet",
    "twitter-embed",
    "embedded-post-wrap",
    "embedded-post",
    "digest-post-embed",
    "comment",
    "instagram",
)
_BORROWED += ("embedded-publication-wrap", "bluesky-wrap", "threads-wrap", "note-embed", "install-substack-app-embed")
_OTHERS = of_class(*_BORROWED)


def read_table(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield title and subtitle of every post, draft and page, with all that is known of it but its body."""
    site = _site(export)
    with member.open() as stream:
        for row in table(stream, ("postid", "ispublished"), text="subtitle"):
            if isinstance(row, Broken):
                yield Unread(f"[{row.place}]", row.reason)
            elif "title" not in row.cells:
                yield Unread(f"[{row.place}]", "it ends before its title begins")
            else:
                yield _described(row, site)


def _described(row: Row, site: str) -> Post:
    number, sent = row.get("postid"), row.get("emailsentat", "inboxsentat")
    published, slug = row.get("ispublished").lower(), number.partition(".")[2]
    draft = published in ("false", "0", "no") or (not published and not sent)
    link = f"{site}/p/{slug}" if site and slug and not draft else ""
    return Post(
        "article" if row.get("type").lower() in _ARTICLES else "post",
        "\n\n".join(filter(None, (line(row.get("title")), line(row.get("subtitle"))))),
        plausible(iso_time(row.get("postdate"))) or plausible(iso_time(sent)),
        f"[{row.place}]",
        number,
        web_address(link),
        "private" if draft else _AUDIENCES.get(row.get("audience").lower(), "unknown"),
        "draft" if draft else "live",
        media=int(bool(row.get("podcasturl"))),
    )


def _site(export: Export) -> str:
    """Return the newsletter's address: the list of subscribers is named after it. What is in that list is not read."""
    names = {found[1].lower() for path in export.members if (found := _LIST_OF.fullmatch(path))}
    return f"https://{names.pop()}.substack.com" if len(names) == 1 else ""


def read_body(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the words of one post; `finish` joins them with its title and date."""
    others, content = taken(page_of(member.read(_MOST)), "div", _OTHERS)
    said, shown = body(content), body(others[0].inner) if others else Body()
    if said.text or said.media or others:
        yield Post(
            "article",
            said.text,
            native_id=member.name.rpartition("/")[2].removesuffix("l").removesuffix(".htm"),
            link_title=shown.text,
            link_url=next(map(web_address, shown.links), ""),
            media=said.media,
        )


def account(export: Export) -> Account:
    """Return the newsletter, by the name in its address."""
    site = _site(export)
    return Account(name=site.removeprefix("https://").partition(".")[0], url=site) if site else Account()


def finish(posts: Sequence[Post], accounts: Sequence[Account]) -> list[Post]:  # noqa: ARG001
    """Join each row with its body. What has neither title, words nor pictures is no post."""
    bodies: dict[str, list[Post]] = {}
    for post in posts:
        if not _is_row(post):
            bodies.setdefault(post.native_id, []).append(post)
            bodies.setdefault(post.native_id.partition(".")[0], []).append(post)
    taken_in: set[int] = set()
    rows = [post for post in posts if _is_row(post)]
    for whole in (True, False):
        for row in rows:
            key = row.native_id if whole else row.native_id.partition(".")[0]
            found = next((one for one in bodies.get(key, ()) if id(one) not in taken_in), None)
            if found is not None and not row.also_in:
                taken_in.add(id(found))
                _join(row, found)
    kept = [post for post in posts if id(post) not in taken_in and (post.text or post.media or post.link_title)]
    for post in kept:
        post.native_id = post.native_id.partition(".")[0]  # the slug behind the number may change
    return kept


def _is_row(post: Post) -> bool:
    """Rows have a place in their file, bodies are a file."""
    return post.source.endswith("]")


def _join(row: Post, found: Post) -> None:
    row.text = "\n\n".join(filter(None, (row.text, found.text)))
    row.link_title, row.link_url = found.link_title, found.link_url
    row.media += found.media
    row.also_in = (found.source,)


READS: dict[str, Reader] = {_TABLE: read_table, _BODY: read_body}
MESSAGES: dict[str, Reader] = {}
LEFT_OUT = {
    _SUBSCRIBERS: "your subscribers: other people's addresses",
    r"posts/[^/]*\.(?:delivers|opens|clicks)[^/]*\.csv": "who got and opened your posts: other people's addresses",
    PICTURES: PICTURES_REASON,
}
SNIFF = [(r"(?i)\A\W{0,4}post_id\W{1,3}post_date\W{1,3}is_published\b", "posts.csv")]
NEVER = (
    "Notes, comments and chats on Substack are not known to be in its export: look at those by eye.",
    "Earlier wordings of what you edited are not in it, but every subscriber has the first one by e-mail.",
    "Pictures and what is said in podcasts and videos are not in it.",
)
TWO_CLICKS: dict[str, str] = {}
_COPIES = "What was sent by e-mail stays with every subscriber: neither deleting nor editing reaches that."
HOW_TO_DELETE = {
    "": f"Open it while signed in, three dots, Delete. {_COPIES}",
    "article": "Your publication's dashboard, Posts, Published (or Drafts), three dots beside it, Delete. To hide it"
    f" first: Edit, Settings, for paid subscribers only, or Unpublish. {_COPIES}",
    "post": f"Your publication's dashboard, Posts, three dots beside the thread, Delete. {_COPIES}",
}
