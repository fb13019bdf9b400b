"""Mastodon, and Pleroma, Akkoma and others that write the same archive: ActivityPub in `outbox.json`.

Direct messages lie in the outbox among the posts: they are told by whom they are addressed to, and read only when asked
for. Archives of the 4.2 era write the key `orderedItems` twice, the first time empty.
"""

import re
from collections.abc import Iterator
from typing import Any

from audit.archive import Member, Unreadable
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._html_words import plain
from audit.parsers._json import Broken, Record, records, whole
from audit.parsers._mastodon import NOT_BUILT, activity_posts, fields_of, string, unmarked, web_address
from audit.posts import Post, Unread

NETWORK = "mastodon"
LABEL = "Mastodon"
SIGNATURE = (r"outbox(?: ?\(\d+\))?\.json",)
_ACTOR = r"(?:again/)*actor(?: ?\(\d+\))?\.json"
_DIRECT = "direct messages in the outbox"
_LISTS = frozenset(("orderedItems", "items"))
_SMALL = 8 << 20


def read_outbox(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every post, answer, poll and boost in file order; direct messages if they were asked for."""
    followers, written = _followers(export), set[str]()
    listed = False
    with member.open() as stream:
        for record in records(stream, record_keys=frozenset(("object",))):
            if isinstance(record, Broken):
                yield Unread(f"[{record.place}]" if record.place >= 0 else "", record.reason)
                continue
            listed = listed or record.key in (*_LISTS, "", "first")
            for place, activity in _activities(record):
                for one in activity_posts(activity, followers):
                    if isinstance(one, Unread):
                        yield Unread(place, one.reason)
                    elif one.kind == "message" and not export.messages:
                        export.counted[_DIRECT] += 1
                    elif not _is_again(one, activity, written):
                        one.source = place
                        yield one
    if not listed and not _is_empty(member):
        yield Unread("", "there is no list of posts in it")


def _activities(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield the activities in one value of the file: an element of the list, or a page that wraps such a list."""
    value = record.value
    wrapped = _LISTS & value.keys() if isinstance(value, dict) and record.key in ("", "first") else ()
    for key in sorted(wrapped):
        for place, activity in enumerate(value[key] if isinstance(value[key], list) else [value[key]]):
            yield f"{record.key}[{place}]", activity
    if not wrapped and (record.key in _LISTS or record.key == ""):
        yield f"[{max(record.place, 0)}]", value


def _is_again(post: Post, activity: object, written: set[str]) -> bool:
    """Say whether this is the boost of a post of one's own that was read already; note the post if not."""
    boosted = isinstance(activity, dict) and activity.get("type") == "Announce" and post.native_id in written
    if not boosted and post.own_words and post.native_id:
        written.add(post.native_id)
    return boosted


def _is_empty(member: Member) -> bool:
    """Say whether the file states that it holds nothing: a new account's outbox."""
    return re.search(rb'"totalItems"\s*:\s*0\b', member.head(4096)) is not None


def read_actor(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the profile: name, words and the fields below them."""
    actor = _actor(member)
    if not actor:
        yield Unread("", NOT_BUILT)
        return
    rows = [
        ": ".join(filter(None, (unmarked(string(row, "name")), plain(string(row, "value")).text)))
        for row in fields_of(actor.get("attachment"))
    ]
    parts = (string(actor, "name"), plain(string(actor, "summary")).text, "\n".join(filter(None, rows)))
    if text := "\n\n".join(part for part in parts if part):
        yield Post("bio", text, native_id=string(actor, "id"), url=_profile(actor), audience="public", source="[0]")


def account(export: Export) -> Account:
    """Return whose export it is: actor.json, else nobody."""
    for _, member in export.find(_ACTOR):
        actor = _actor(member)
        address, name = _profile(actor), string(actor, "preferredUsername")
        host = re.match(r"https?://([^/\s]{1,255})", string(actor, "id") or address)
        handle = f"@{name}@{host[1]}" if name and host else f"@{name}" if name else ""
        about = plain(string(actor, "summary")).text
        return Account(string(actor, "id"), handle, string(actor, "name"), address, about=about)
    return Account()


def _actor(member: Member) -> dict[str, Any]:
    try:
        found = whole(member.read(_SMALL).decode("utf-8-sig", "replace"))
    except Unreadable:
        return {}
    return found if isinstance(found, dict) else {}


def _profile(actor: dict[str, Any]) -> str:
    return web_address(string(actor, "url")) or web_address(string(actor, "id"))


def _followers(export: Export) -> str:
    return next((string(_actor(member), "followers") for _, member in export.find(_ACTOR)), "")


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    count = export.counted[_DIRECT]
    if not count:
        return []
    which = "1 direct message of yours lies" if count == 1 else f"{count} direct messages of yours lie"
    return [f"{which} among the posts of the Mastodon archive: read only when you ask for messages with --messages."]


READS = {SIGNATURE[0]: read_outbox, r"actor(?: ?\(\d+\))?\.json": read_actor}
MESSAGES: dict[str, Reader] = {}  # they lie among the posts: `read_outbox` knows them
LEFT_OUT = {
    r"(?:likes|bookmarks)(?: ?\(\d+\))?\.json": "addresses of other people's posts that you liked or kept",
    r"(?:following|followers)(?: ?\(\d+\))?\.json": "whom you follow and who follows you: no words of yours",
    r"(?:following_accounts|followers|muted_accounts|blocked_accounts|blocked_domains|bookmarks|lists)"
    r"(?: ?\(\d+\))?\.csv": "lists of accounts, servers or addresses: no words of yours",
    r"(?:.*/)?media_attachments/.*|(?:avatar|header)\.\w+": PICTURES_REASON,
    PICTURES: PICTURES_REASON,
}
SNIFF = [
    (r'\A\s*\{[\s\S]{0,3000}?"id"\s*:\s*"(likes|bookmarks)\.json"', r"\1.json"),
    (r'\A\s*\{[\s\S]{0,3000}?"(?:type"\s*:\s*"OrderedCollection|orderedItems)"', "outbox.json"),
    (r'\A\s*\{[\s\S]{0,3500}?"preferredUsername"\s*:', "actor.json"),
]
NEVER = (
    "Earlier wordings of posts that you edited are not in the archive, though others can open them on the server.",
    "What you answered and what you boosted is not in the archive, only its address.",
    "Deleted posts, drafts and scheduled posts are not in the archive.",
    "Other servers have copies of your posts: the archive does not say which, and none can be made to delete them.",
)
TWO_CLICKS: dict[str, str] = {}
_DELETE = (
    "Open the post's address, three dots, Delete. Editing is not enough: the earlier wording stays open to all."
    " Your server asks the others to delete their copies; most do, none can be made to."
)
HOW_TO_DELETE = {
    "": _DELETE,
    "post": f"{_DELETE} For many old posts: Preferences, Automated post deletion. Set its age with care.",
    "reply": _DELETE,
    "repost": "Open the post that you boosted and press the boost button again.",
    "bio": "Preferences, Public profile: change or empty the words and the fields.",
    "message": "Open it, three dots, Delete. Whoever it was sent to may have a copy, and their server too.",
}
