"""What stands on an X profile, now and earlier, and what the person gave a name or a title."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from audit.parsers._twitter.files import Make, Record, any_time, id_of, listed, mapping, prefixed, read_with, string
from audit.parsers._twitter.text import handles_in, unescaped, unescaped_if_escaped
from audit.posts import Post


def _profile(profile: Record) -> Iterator[Post]:
    about = mapping(profile, "description") or profile
    text = unescaped_if_escaped(string(about, "bio") or string(profile, "description"))
    place = unescaped_if_escaped(string(about, "location"))
    if text or place:
        post = Post("bio", text, audience="public", place=place, headline="Profile", people=handles_in(text))
        post.link_url = string(about, "website")
        yield post


def _display_name(account: Record) -> Iterator[Post]:
    if text := string(account, "accountDisplayName"):
        yield Post("bio", unescaped_if_escaped(text), audience="public", headline="Name on the profile")


def _former_name(change: Record) -> Iterator[Post]:
    inner = mapping(change, "screenNameChange") or change
    if text := string(inner, "changedFrom"):
        yield Post(
            kind="bio",
            text=f"@{text.removeprefix('@')}",
            posted_at=any_time(inner.get("changedAt")),
            audience="public",
            state="earlier version",
            headline="User name until this day",
        )


def _live_profile(profile: Record) -> Iterator[Post]:
    if text := string(profile, "description"):
        yield Post("bio", text, audience="public", headline="Profile for live broadcasts")


def _list(created: Record) -> Iterator[Post]:
    """A list's name shows in its address, in some years. Who can see the list is not told."""
    for address in [string(created, "url"), *(one for one in listed(created, "urls") if isinstance(one, str))]:
        found = re.fullmatch(r"(?:https?://[^/\s]+)?/?[^/\s]+/(?:lists/)?([^/\s?#]+)/?", address)
        slug = unquote(found[1]) if found else ""
        if slug and not slug.isdigit():
            yield Post("bio", slug.replace("-", " "), url=_web(address), container="Lists that you made")


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


# --- titles ----------------------------------------------------------------------------------------------------------


def _moment(moment: Record) -> Iterator[Post]:
    """Title and description are the person's; the tweets in it may be anybody's, and their own stand elsewhere."""
    text = "\n\n".join(filter(None, (unescaped(string(moment, "title")), unescaped(string(moment, "description")))))
    if text:
        yield Post(
            kind="post",
            text=text,
            posted_at=any_time(moment.get("createdAt")),
            native_id=prefixed("moment", id_of(moment, "momentId")),
            container="Moments",
            people=handles_in(text),
        )


def _titled(kind: str, container: str) -> Make:
    """Return what makes a post of a record's title, name and description: a broadcast, a product, a shop."""

    def make(record: Record) -> Iterator[Post]:
        product = mapping(record, "catalogProduct") or record
        pieces = [string(product, key) for key in ("title", "name", "catalogName", "description", "hashtag")]
        text = "\n\n".join(unescaped_if_escaped(piece) for piece in dict.fromkeys(filter(None, pieces)))
        place = ", ".join(filter(None, (string(record, "city"), string(record, "country"))))
        if text or place:
            moment = any_time(record.get("createdAt") or record.get("startedAt") or record.get("lastUpdatedAt"))
            yield Post(kind, text, moment, audience="public", container=container, place=place)

    return make


read_lists = read_with(_list, "userListInfo")
read_profile = read_with(_profile, "profile", "expandedProfile")
read_display_name = read_with(_display_name, "account")
read_former_names = read_with(_former_name, "screenNameChange")
read_live_profile = read_with(_live_profile, "periscopeProfileDescription")
read_moments = read_with(_moment, "moment")
read_broadcasts = read_with(_titled("event", "Live broadcast"), "periscopeBroadcastMetadata", "spacesMetadata")
read_shop = read_with(
    _titled("listing", "Shop"), "catalogItem", "productSet", "productDrop", "twitterShop", "commerceCatalog"
)
