"""TikTok's JSON file: which of its sections hold words, whatever the era calls them.

The vendor renamed sections in 2024, 2025 and 2026. Keys are compared by their letters (`Chat History` is
`ChatHistory`), and a section is known by the end of the path that leads to it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._json import Broken
from audit.parsers._json_walk import Found, Way, walked
from audit.parsers._keys import bare, by_name
from audit.parsers._tiktok import NOT_BUILT, NOT_TOLD, records, time_of, value_of, words_of
from audit.parsers._tiktok.chats import message, owner_by_chats, partner_of, shop_message
from audit.posts import Post, Unread

Made = Post | None
_SECTIONS = (
    ("Comments", r"(?:.*/)?comments?list"),
    ("Videos", r"(?:.*/)?(?:my|own|uploaded|posted)?(?:videos?|posts?)/videolist"),
    ("Deleted posts", r"(?:.*/)?recentlydeletedposts?"),
    ("Stories", r"(?:(?:posts?|videos?)/)(?:.*/)?(?:story|stories|storylist)"),
    ("Drafts", r"(?:(?:posts?|videos?)/)(?:.*/)?drafts?\w*"),
    ("Live comments", r"(?:.*/)?watchlivemap/[^/]*|(?:.*/)?watchlivecomment"),
    ("Own lives", r"(?:.*/)?golivelist"),
    ("Place reviews", r"(?:.*/)?reviewslist"),
    ("Product reviews", r"(?:.*/)?productreviewhistor(?:y|ies)"),
    ("Assistant", r"(?:.*/)?takochathistorylist"),
    ("Searches", r"(?:.*/)?searchlist"),
    ("Collections", r"(?:.*/)?favoritecollectionlist"),
    ("Reposts", r"(?:.*/)?repostlist"),
    ("Fundraisers", r"(?:.*/)?fundraiserlist"),
    ("Profile", r"(?:.*/)?profilemap"),
    ("Settings", r"(?:.*/)?settingsmap"),
    ("Messages", r"(?:.*/)?chathistory/(?!chathistory$)[^/]*"),
    ("Group chats", r"(?:.*/)?groupchats?(?:/[^/]*){1,3}"),
    ("Shop messages", r"(?:.*/)?(?:communication|customersupport)histories(?:/.*)?"),
)
_KNOWN = [(name, re.compile(pattern)) for name, pattern in _SECTIONS]
_NO_WORDS = re.compile(
    r"(?:likesandfavorites|adsanddata|incomewallet\w*|appsettings)/.*|(?:tiktokshop|tiktokshopping)/.*"
    r"|(?:.*/)?(?:fanslist|following|blocklist|videolist|favorite\w+list|itemfavoritelist|hashtaglist|sharehistorylist"
    r"|loginhistorylist|statuslist|sendgifts|buygifts|purchasehistor\w*|adinterestcategories|\w*activitydatalist"
    r"|usagedatalist|transactionslist|donationlist|stickerlist|aimojilist|autofill|platforminfo|\w*settings\w*"
    r"|responseslist|adlinkhistorylist|coinpurchasehistorylist|profileviewslist|mutelist|locationdata)(?:/.*)?"
)
_PRIVATE = ("Messages", "Group chats", "Shop messages")
_WHOLE = ("Live comments", "Assistant", "Profile", "Settings")  # records that hold lists of their own
UNKNOWN = "a list of an unknown kind"
PRIVATE = "private account"


@lru_cache(4000)
def section_of(path: tuple[str, ...]) -> str:
    """Return the section that these keys lead to, "" for none, `UNKNOWN` for a list that no section of ours is."""
    joined = "/".join(map(bare, path))
    for name, pattern in _KNOWN:
        if pattern.fullmatch(joined):
            return name
    return "" if _NO_WORDS.fullmatch(joined) else UNKNOWN


def _holds_more(path: tuple[str, ...]) -> bool:
    """Say whether an object is no record to be taken as a whole. Chats are none: they hold lists of any length."""
    return section_of(path) in ("", UNKNOWN, *_PRIVATE)


def read_user_data(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield everything that the person wrote, in file order; messages if they were asked for."""
    counted: Counter[str] = Counter()
    known, owner = False, _owner(member, export)
    path, section = None, ""
    with member.open() as stream:
        for found in walked(stream, Way(_holds_more)):
            if isinstance(found, Broken):
                yield Unread(f"[{found.place}]" if found.place >= 0 else "", found.reason)
                continue
            if found.path is not path:
                path, section = found.path, section_of(found.path)
                known = known or section != UNKNOWN
            if section == UNKNOWN:
                if isinstance(found.value, dict) and found.value:
                    export.counted[f"{UNKNOWN}: {bare(found.path[-1]) if found.path else ''}"] += 1
            elif section:
                for one in _posts(section, found, owner, export):
                    yield _placed(one, f".{section.replace(' ', '')}[{counted[section]}]")
                    counted[section] += 1
    if not known:
        yield Unread("", "it has none of the sections that TikTok writes")


def _placed(one: Post | Unread, place: str) -> Post | Unread:
    if isinstance(one, Unread):
        return Unread(place, one.reason)
    one.source = place
    return one


def _posts(section: str, found: Found, owner: str, export: Export) -> Iterable[Post | Unread]:
    if section in _PRIVATE:
        return _messages(section, found, owner) if export.messages else ()
    if isinstance(found.value, dict) and (found.place >= 0 or section in _WHOLE):
        return _made(section, found.value, export)
    return [one for record in _records(found.value) for one in _made(section, record, export)]


def _records(value: Any, deepest: int = 3) -> Iterator[Any]:
    """Yield the records in a value: itself, or those of the lists and objects that stand in its place."""
    if isinstance(value, dict) and deepest and _wraps(list(value.values())):
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _records(inner, deepest - 1)
    elif isinstance(value, list) and deepest:
        for inner in value:
            yield from _records(inner, deepest - 1)
    elif value not in (None, "", [], {}, 0):
        yield value


def _wraps(values: list[Any]) -> bool:
    """Say whether an object with these values is no record but holds records."""
    if any(isinstance(one, list) and any(isinstance(inner, dict) for inner in one) for one in values):
        return True
    return bool(values) and all(isinstance(one, dict | list) for one in values)


def _made(section: str, record: Any, export: Export) -> Iterable[Post | Unread]:
    """Return what comes of one record."""
    if not isinstance(record, dict):
        return () if section in ("Live comments", "Settings") else (Unread("", NOT_BUILT),)
    entry = by_name(record)
    if section == "Settings":
        if value_of(entry, "privateaccount").lower() in ("enabled", "on", "yes", "true"):
            export.counted[PRIVATE] += 1
        return ()
    if section in _SEVERAL:
        return [one or Unread("", NOT_BUILT) for one in _SEVERAL[section](entry)]
    post = _ONE[section](entry, export)
    odd = any(entry.get(key) and not isinstance(entry[key], str) for key in _TEXT_IN.get(section, ()))
    found: list[Post | Unread] = [post] if post else []
    return [*found, Unread("", NOT_BUILT)] if odd else found


def _video(entry: dict[str, Any], export: Export, state: str) -> Made:
    return records.video(entry, export.account.handle.lstrip("@"), state)


def _live(entry: dict[str, Any]) -> Iterator[Made]:
    if "commentcontent" in entry or "questioncontent" in entry:
        entry = {"comments": [entry]}
    yield from records.live_words(entry)


def _plain(maker: Callable[[dict[str, Any]], Made]) -> Callable[[dict[str, Any], Export], Made]:
    return lambda entry, _: maker(entry)


_ONE: dict[str, Callable[[dict[str, Any], Export], Made]] = {
    "Comments": _plain(records.comment),
    "Videos": partial(_video, state="live"),
    "Deleted posts": partial(_video, state="trash"),
    "Stories": partial(_video, state="expired"),
    "Drafts": partial(_video, state="draft"),
    "Own lives": _plain(records.own_live),
    "Place reviews": _plain(records.place_review),
    "Product reviews": _plain(records.product_review),
    "Searches": _plain(records.search),
    "Collections": _plain(records.collection),
    "Reposts": _plain(records.repost),
    "Fundraisers": _plain(records.fundraiser),
    "Profile": _plain(records.bio),
}
_SEVERAL: dict[str, Callable[[dict[str, Any]], Iterator[Made]]] = {
    "Live comments": _live,
    "Assistant": records.assistant_chat,
}
_TEXT_IN = {
    "Comments": ("comment",),
    "Videos": ("title", "date"),
    "Deleted posts": ("title", "date"),
    "Own lives": ("roomtitle",),
    "Place reviews": ("reviewtext",),
    "Searches": ("searchterm",),
    "Profile": ("biodescription",),
}


# --- messages --------------------------------------------------------------------------------------------------------


def _messages(section: str, found: Found, owner: str) -> Iterator[Post | Unread]:
    if not isinstance(found.value, dict):
        if found.value not in (None, "", [], {}) and found.place >= 0:
            yield Unread("", NOT_BUILT)
        return
    entry = by_name(found.value)
    if section == "Shop messages":
        try:
            post = shop_message({**entry, "shopname": value_of(entry, "shopname") or found.path[-1]})
        except LookupError:
            yield Unread("", "it does not say who wrote it")
            return
    else:
        if not owner:
            yield Unread("", NOT_TOLD)
            return
        if value_of(entry, "from", "sender").lower() != owner:
            return
        text, moment = words_of(entry, "content", "message", "text"), time_of(entry, "date", "time")
        post = message(text, moment, partner_of(found.path[-1]), group=section == "Group chats")
    if post:
        yield post


def _owner(member: Member, export: Export) -> str:
    """Return whose messages are the person's: by the profile, else who wrote in all chats: one more pass."""
    if export.account.handle or not export.messages:
        return export.account.handle.lstrip("@").lower()

    def said() -> Iterator[tuple[str, str]]:
        with member.open() as stream:
            for found in walked(stream, Way(_holds_more)):
                if isinstance(found, Found) and section_of(found.path) == "Messages" and isinstance(found.value, dict):
                    yield partner_of(found.path[-1]), value_of(by_name(found.value), "from", "sender")

    return owner_by_chats(said()).lower()
