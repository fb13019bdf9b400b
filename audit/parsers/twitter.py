"""X (Twitter): every archive that it has given its users since December 2012.

The first ones (Grailbird) hold a JavaScript file a month and the same as CSV. From August 2018 on the archive holds the
whole account: at first with all files at its root and `tweet.js`, from 2020 under `data/`, from 2022 with `tweets.js`.
Files are told by the name they assign to as much as by their own: people rename them, and no message may become a post.
"""

import re
from collections.abc import Iterator, Sequence

from audit.archive import Member
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._twitter import HOW_TO_DELETE, NEVER, TWO_CLICKS
from audit.parsers._twitter.files import assigned_name, count_of, id_of, mapping, mappings, records_of, string, whole_of
from audit.parsers._twitter.grailbird import read_csv, read_details, read_month
from audit.parsers._twitter.left_out import FILES_LEFT_OUT, OTHERS_LEFT_OUT
from audit.parsers._twitter.messages import read_encrypted, read_messages
from audit.parsers._twitter.notes import finished, read_deleted_notes, read_notes
from audit.parsers._twitter.profile import (
    read_broadcasts,
    read_display_name,
    read_former_names,
    read_lists,
    read_live_profile,
    read_moments,
    read_profile,
    read_shop,
)
from audit.parsers._twitter.text import unescaped_if_escaped
from audit.parsers._twitter.tweets import read_circle, read_community, read_deleted, read_tweets
from audit.parsers._twitter.words import (
    read_articles,
    read_community_notes,
    read_decks,
    read_fleets,
    read_grok,
    read_live_chats,
    read_reply_prompts,
    read_searches,
    read_trial_notes,
)
from audit.posts import Post, Unread

__all__ = ["HOW_TO_DELETE", "NEVER", "TWO_CLICKS"]

NETWORK = "twitter"
LABEL = "X (Twitter)"

_TWEETS = r"(?:super-follows?-)?(?:tweets?|posts?)"
_FILES: dict[str, Reader] = {
    _TWEETS: read_tweets,
    r"deleted-tweets?": read_deleted,
    r"community-tweets?": read_community,
    r"(?:twitter-)?circle-tweets?": read_circle,
    r"note-tweets?": read_notes,
    r"deleted-note-tweets?": read_deleted_notes,
    r"fleets?": read_fleets,
    r"(?:twitter-)?articles?": read_articles,
    r"periscope-comments-made-by-user": read_live_chats,
    r"grok-chat-items?": read_grok,
    r"(?:community|birdwatch)-notes?": read_community_notes,
    r"community-note-api-test-notes?": read_trial_notes,
    r"reply-prompts?": read_reply_prompts,
    r"profile|expanded-profile": read_profile,
    r"account": read_display_name,
    r"screen-name-change": read_former_names,
    r"periscope-profile-description": read_live_profile,
    r"lists-created": read_lists,
    r"moments?": read_moments,
    r"periscope-broadcast-metadata|spaces-metadata": read_broadcasts,
    r"tweetdeck": read_decks,
    r"saved-search(?:es)?": read_searches,
    r"catalog-item|commerce-catalog|product-set|product-drop|twitter-shop": read_shop,
    r"message-events?": read_encrypted,
}
_MESSAGE_FILES: dict[str, Reader] = {r"direct-messages?(?:-group)?": read_messages}
_ONE_RECORD_ONE_POST = rf"{_TWEETS}|deleted-tweets?|community-tweets?|note-tweets?|periscope-comments-made-by-user"
_SIGNS = (
    r"tweets?|tweet-headers|deleted-tweets?|deleted-tweet-headers|community-tweets?|twitter-circle-tweets?|note-tweets?"
    r"|direct-messages?(?:-group)?|direct-message(?:-group)?-headers"
)


def _name(pattern: str) -> str:
    """A file's name has hyphens where what it assigns to has underscores; now and then it has those as well."""
    return pattern.replace("-", "[-_]")


def _path(pattern: str) -> str:
    return rf"(?:data/)?(?:{_name(pattern)})(?:-part\d+)?\.js"


_TWEET_READERS = (read_tweets, read_deleted, read_community, read_circle)


def _by_content(pattern: str, reader: Reader) -> Reader:
    """Return a reader that hands the file on if it assigns to another name than its own name promises."""

    def read(member: Member, export: Export) -> Iterator[Post | Unread]:
        held = assigned_name(member)
        if not held or _fits(pattern, held) or (_fits(_TWEETS, held) and reader in _TWEET_READERS):
            return reader(member, export)
        other = _reader_of(held, export)
        return other(member, export) if other else iter((Unread("", "it does not hold what its name says"),))

    return read


def _fits(pattern: str, held: str) -> bool:
    return re.fullmatch(_name(pattern), held, re.IGNORECASE) is not None


def _reader_of(held: str, export: Export) -> Reader | None:
    if held.startswith("Grailbird"):
        return read_month
    tables = (_FILES, _MESSAGE_FILES) if export.messages else (_FILES,)
    return next((reader for table in tables for pattern, reader in table.items() if _fits(pattern, held)), None)


READS: dict[str, Reader] = {
    **{_path(pattern): _by_content(pattern, reader) for pattern, reader in _FILES.items()},
    r"(?:data/)?js/tweets/[^/]*\.js": read_month,
    r"(?:data/)?js/user_details\.js": read_details,
    r"(?:data/)?csv/[^/]*\.csv|tweets\.csv": read_csv,
}
MESSAGES: dict[str, Reader] = {
    _path(pattern): _by_content(pattern, reader) for pattern, reader in _MESSAGE_FILES.items()
}
LEFT_OUT = {
    **{_path(pattern): reason for pattern, reason in FILES_LEFT_OUT.items()},
    **OTHERS_LEFT_OUT,
    PICTURES: PICTURES_REASON,
}

SIGNATURE = (
    rf"data/(?:{_name(_SIGNS)}|manifest|account|like|grok-chat-item)(?:-part\d+)?\.js",
    rf"(?<!/data/)(?<!^data/)(?:{_name(_SIGNS)})(?:-part\d+)?\.js",
    r"data/js/(?:tweet_index|payload_details|user_details|tweets/\d{4}_\d\d)\.js",
    r"data/csv/\d{4}_\d\d\.csv",
    r"tweets\.csv",
)

_KNOWN_NAMES = "|".join(_name(pattern) for pattern in (*_FILES, *_MESSAGE_FILES, *FILES_LEFT_OUT))
SNIFF = (
    (rf"\A\s*window\.YTD\.({_KNOWN_NAMES})\.part(\d+)\s*=", r"data/\1-part\2.js"),
    (r"\A\s*window\.__THAR_CONFIG\s*=", "data/manifest.js"),
    (r"\A\s*Grailbird\.data\.tweets_(\w{1,20})\s*=", r"data/js/tweets/\1.js"),
    (r"\A\s*var\s+(tweet_index|payload_details|user_details)\s*=", r"data/js/\1.js"),
    (r"\A\s*\"?tweet_id\"?[,;\t]\"?in_reply_to_status_id\"?[,;\t]", "tweets.csv"),
    (r"\A\s*(?:[\w.]{1,60}\s*=\s*)?\[\s*\{\s*\"tweet\"\s*:\s*\{", "data/tweets.js"),
    (r"\A\s*\[\s*\{[\s\S]*\"full_text\"\s*:\s*\"", "data/tweets.js"),
)


# --- whose it is, what it says of itself -----------------------------------------------------------------------------


def account(export: Export) -> Account:
    """Return whose export it is, by account.js, the manifest, or the first archives' user_details.js."""
    told = next(records_of(export, "account", "account"), {})
    profile = next(records_of(export, "profile", "profile"), {})
    about = string(mapping(profile, "description"), "bio")
    found = Account(
        native_id=id_of(told, "accountId"),
        handle=string(told, "username"),
        name=unescaped_if_escaped(string(told, "accountDisplayName")),
        about=unescaped_if_escaped(about),
    )
    if not found.native_id:
        user = mapping(_object(export, r"(?:data/)?manifest\.js"), "userInfo")
        _fill(found, id_of(user, "accountId"), string(user, "userName"), string(user, "displayName"))
    if not found.native_id:
        user = _object(export, r"(?:data/)?js/user_details\.js")
        _fill(found, id_of(user, "id"), string(user, "screen_name"), string(user, "full_name"))
        found.about = found.about or unescaped_if_escaped(string(user, "bio"))
    found.url = f"https://x.com/{found.handle}" if re.fullmatch(r"\w{1,20}", found.handle, re.ASCII) else ""
    return found


def _fill(found: Account, native_id: str, handle: str, name: str) -> None:
    found.native_id, found.handle, found.name = native_id, found.handle or handle, found.name or name


def _object(export: Export, pattern: str) -> dict[str, object]:
    for _, member in export.find(pattern):
        return whole_of(member)
    return {}


def counts(export: Export) -> dict[str, int]:
    """Return how many records each file has by the manifest, for the files of which each record is a post."""
    stated: dict[str, int] = {}
    kinds = mapping(_object(export, r"(?:data/)?manifest\.js"), "dataTypes")
    for kind in kinds:
        for file in mappings(kinds[kind], "files"):
            path, count = string(file, "fileName"), count_of(file, "count")
            if count is not None and re.fullmatch(_path(_ONE_RECORD_ONE_POST), path):
                stated[path] = stated[path.removeprefix("data/")] = count
    return stated


def finish(posts: list[Post], accounts: Sequence[Account]) -> list[Post]:
    """Return the posts once all are read: long texts joined to their tweets, versions and threads told."""
    del accounts
    return finished(posts)
