"""Medium: one HTML page for each post, draft and response, in `posts/`, beside lists of what the person read.

A file is named after its date, title and id (`2019-05-03_A-Title-0123456789ab.html`, `draft_…`): names hold a draft's
words and are never quoted. The body says title and subtitle again. A response is a post whose title was made of its
first words. Tags are not exported, but were once.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from audit.archive import Member, Unreadable
from audit.parsers._blog.words import attributes, body, line, of_class, page_of, taken, titled, web_address
from audit.parsers._clock import iso_time, plausible
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.posts import Post, Unread

NETWORK = "medium"
LABEL = "Medium"
_POST = r"posts/(?:\d{4}-\d\d-\d\d|draft)_[^/]*\.html?"
_ABOUT, _PROFILE = r"profile/about\.html", r"profile/profile\.html"
SIGNATURE = (
    *(_POST, _PROFILE, _ABOUT),
    r"(?:claps|bookmarks|highlights|users-following|pubs-following|topics-following)/[a-z-]+-\d+\.html",
)
_MOST = 64 << 20  # bytes; the longest posts have some 200 kB
_SMALL = 1 << 20
_ENTRY = re.compile(r"<article\b[^>]*\bh-entry\b|class=\"[^\"]*\b(?:p-name|e-content|graf)\b", re.IGNORECASE)
_CARD = of_class("graf--mixtapeEmbed")
_QUOTED_TITLE = of_class("graf--title", "graf--subtitle", "graf--kicker")
_ABOUT_A_LIST = re.compile(r"\bdata-field=\"(?:subtitle|description|summary)\"")
_QUOTED = re.compile(r"\bgraf--title\b")
_DATED = re.compile(r"(?:.*/)?(\d{4}-\d\d-\d\d)_")
_ID = re.compile(r"[-_/]([0-9a-f]{8,14})(?:\.html?)?(?:[?#].*)?$")


def read_post(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the post, draft or response."""
    page = page_of(member.read(_MOST))
    if not page.strip():
        raise Unreadable("it is empty")
    if not _ENTRY.search(page):
        raise Unreadable("it is not built as a post is")
    foot, page = _cut(page, "footer")
    title, inner, embedded = _words(page)
    said = body(inner)
    text = titled(title, said.text)
    response = text == said.text and not _QUOTED.search(page) and _is_short(inner)
    if not title and not said.text and not said.media:
        raise Unreadable("it holds no words of a post")
    if "</html>" not in page[-400:].lower() and "</article>" not in page[-400:].lower():
        yield Unread("", "the page is cut off before its end: what stands before is kept")
    post = _post(member.name, foot, response=response)
    post.text, post.media, (post.link_url, post.link_title) = text, said.media, embedded
    yield post


def _post(name: str, foot: str, *, response: bool) -> Post:
    """Return all of a post but its words: what its name and its footer tell."""
    canonical, written = _link(foot, "p-canonical"), _written(foot)
    address = canonical or _link(foot, "")
    named_draft = re.match(r"(?:.*/)?draft_", name) is not None
    dated = _DATED.match(name) if written is None and not named_draft else None
    draft = named_draft or (written is None and not canonical and not dated)
    number = next((found[1] for one in (_link(foot, ""), canonical, name) if (found := _ID.search(one))), "")
    return Post(
        "comment" if response and not draft else "article",
        "",
        plausible(iso_time(dated[1])) if dated else written,
        native_id=number,
        url=address,
        audience="private" if draft else "public",
        state="draft" if draft else "live",
        headline=_tagged(foot),
        date_only=bool(dated),
    )


def _words(page: str) -> tuple[str, str, tuple[str, str]]:
    """Return title and subtitle, the body's HTML without them, and the link card in it."""
    titles, page = taken(page, "h1", of_class("p-name"))
    subtitles, page = taken(page, "section", lambda tag: "p-summary" in tag or 'data-field="subtitle"' in tag)
    bodies, rest = taken(page, "section", lambda tag: "e-content" in tag or 'data-field="body"' in tag)
    inner = "".join(piece.inner for piece in bodies) or re.sub(r"<head\b[\s\S]*?</head>|<title>[^<]*</title>", "", rest)
    title = line(titles[0].inner) if titles else ""
    subtitle = line(subtitles[0].inner) if subtitles else ""
    cards, without = taken(inner, "div", _CARD)
    inner = without if cards else inner
    for name in ("h1", "h2", "h3", "h4", "p"):
        inner = _once(inner, name, title, subtitle)
    if subtitle and titled(subtitle, _start(inner)) != _start(inner):
        title = f"{title}\n\n{subtitle}" if title else subtitle
    return title, inner, _card(cards[0].inner) if cards else ("", "")


def _once(inner: str, name: str, *said: str) -> str:
    """Return the body without the headings in it that say title or subtitle again, word for word."""
    headings, without = taken(inner, name, _QUOTED_TITLE)
    same = headings and all(line(one.inner) in said for one in headings)
    return without if same else inner


def _start(inner: str) -> str:
    """Return the first words of the body, as much as a subtitle can be made of."""
    return " ".join(body(inner[:6000]).text[:2000].split())


def _card(inner: str) -> tuple[str, str]:
    """Return address and words of a card that shows somebody's page."""
    links = [web_address(attributes(tag).get("href", "")) for tag in re.findall(r"<a\b[^<>]*>", inner)]
    in_lines = re.sub(r"</?(?:a|strong|em)\b[^<>]*>", "<br>", inner)
    return next(filter(None, links), ""), "\n".join(filter(None, body(in_lines).text.split("\n")))


def _cut(page: str, name: str) -> tuple[str, str]:
    """Return the page's footer and the page without it. The last one counts: people write about footers too."""
    at = page.lower().rfind(f"<{name}")
    end = page.find(f"</{name}>", at)
    return (page[at:end], page[:at] + page[end:]) if 0 <= at < end else ("", page)


def _link(foot: str, kind: str) -> str:
    """Return the address of the link of this class; of no class: that of the post by its id."""
    for tag in re.findall(r"<a\b[^<>]*>", foot):
        found = attributes(tag)
        address = web_address(found.get("href", ""))
        if (kind and kind in found.get("class", "").split()) or (not kind and "medium.com/p/" in address):
            return address
    return ""


def _written(foot: str) -> datetime | None:
    found = re.search(r"<time\b[^<>]*\bdt-published\b[^<>]*>", foot)
    return plausible(iso_time(attributes(found[0]).get("datetime", ""))) if found else None


def _tagged(foot: str) -> str:
    names = [line(piece.inner) for piece in taken(foot, "a", of_class("p-tag"))[0]]
    return f"Filed under: {', '.join(names)}" if names else ""


def _is_short(inner: str) -> bool:
    """Say whether it reads as an answer to somebody's post: a few lines without a heading or picture."""
    return not re.search(r"<(?:h[1-6]|img|figure|iframe)\b", inner) and inner.count("<p") <= 3


def read_list(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield what the person typed about a list that they keep: its name and description, not what stands in it."""
    foot, page = _cut(page_of(member.read(_MOST)), "footer")
    titles, page = taken(page, "h1", of_class("p-name"))
    about = taken(page, "section", lambda tag: "p-summary" in tag or bool(_ABOUT_A_LIST.search(tag)))[0]
    said = (*(line(one.inner) for one in titles), *(body(one.inner).text for one in about))
    text = "\n\n".join(filter(None, said))
    if not titles:
        yield Unread("", "it is not built as a list is")
    elif text and text.lower() != "reading list":
        yield Post("note", text, _written(foot), url=_link(foot, "p-canonical"), container="Lists")


def read_about(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person says of themselves."""
    page = page_of(member.read(_SMALL))
    page = re.sub(r"<head\b[\s\S]*?</head>|<title>[^<]*</title>", "", page)
    name, page = taken(page, "h1", lambda _: True)
    _, page = _cut(page, "footer")
    if text := body(page).text:
        title = line(name[0].inner) if name else ""
        yield Post("bio", titled(title, text), source="#about", url=export.account.url, audience="public")


def account(export: Export) -> Account:
    """Return whose export it is. The profile holds e-mail addresses beside: those are never looked at."""
    for _, member in export.find(_PROFILE):
        try:
            page = page_of(member.read(_SMALL))
        except Unreadable:
            continue
        names = taken(page, "h3", of_class("p-name"))[0]
        links = [attributes(tag) for tag in re.findall(r"<a\b[^<>]*\bu-url\b[^<>]*>", page)]
        address = next((web_address(one.get("href", "")) for one in links), "")
        handle = re.search(r"/(@[\w.-]{1,100})", address)
        return Account(handle=handle[1] if handle else "", name=line(names[0].inner) if names else "", url=address)
    return Account()


READS: dict[str, Reader] = {
    r"posts/[^/]*\.html?": read_post,
    _ABOUT: read_about,
    r"lists/[^/]*\.html": read_list,
}
MESSAGES: dict[str, Reader] = {}
LEFT_OUT = {
    r"README\.html": "written by Medium",
    _PROFILE: "the account's names and addresses; we take its name from here",
    r"profile/publications\.html": "names of publications: no words of yours",
    r"highlights/.*\.html": "passages that you marked: other people's words",
    r"(?:claps|bookmarks|interests|topics-following|pubs-following|users-following|blocks|twitter)/.*\.html": "what you"
    " read, followed, applauded or blocked: no words of yours",
    r"partner-program/.*\.html": "earnings by post: no words beyond the titles",
    r"(?:sessions/.*|ips)\.html": "addresses of your devices: no words",
    PICTURES: PICTURES_REASON,
}
SNIFF = [
    (
        r"<article class=\"h-entry\">[\s\S]*?<(?:section data-field=\"(?:body|subtitle)\"|[^<>]*class=\"graf )",
        "posts/lone.html",
    ),
    (r"<section class=\"h-card\">[\s\S]*?Medium user ID", "profile/profile.html"),
]
NEVER = (
    "What your responses answer is not in Medium's export.",
    "Earlier wordings of what you edited are not in it.",
    "Whether a story was unlisted or for members only is not in it: what was published counts as public.",
    "Private notes, highlights with your own remarks, and messages to editors are not in it.",
)
TWO_CLICKS = {"": "https://medium.com/me/stories/public", "article": "https://medium.com/me/stories/public"}
_COPIES = "Readers who had it by e-mail keep it, and a publication it stood in may have copies."
HOW_TO_DELETE = {
    "": f"Open it while signed in, three dots, Delete story. {_COPIES}",
    "article": "Medium, Stories, Published (or Drafts), three dots beside it, Delete story: that cannot be undone. To"
    f" hide it first: Edit, three dots, Story settings, Unlisted. {_COPIES}",
    "comment": "Open the response's address, three dots, Delete response. What others answered may stay.",
    "note": "Your profile, Lists, open the list, three dots: edit or delete it, or make it private.",
    "bio": "Your profile, About, Edit; Settings, Profile information: the short words under your name.",
}
