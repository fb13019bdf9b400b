"""What else a person types on X: articles, fleets, live chats, Community Notes, questions to Grok, searches.

No filled example of articles, fleets and reply prompts is public: these are read by the keys that the archive's own
README names, wherever they stand.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from audit.archive import Member
from audit.parsers._export import Export
from audit.parsers._twitter.files import (
    OddValue,
    Record,
    any_time,
    entries,
    id_of,
    listed,
    mapping,
    mappings,
    post_url,
    posts_of,
    prefixed,
    read_with,
    records_of,
    string,
    tweet_time,
    words,
)
from audit.parsers._twitter.text import handles_in, unescaped_if_escaped
from audit.posts import Post, Unread

_TEXT_KEYS = ("title", "text", "plain_text", "plainText", "content", "data", "blocks", "sections")
_MOST_PIECES = 20_000
_ARTICLE_ID = ("id", "articleId", "article_id")
_METADATA = r"(?:twitter[-_])?article[-_]metadata"


# --- long form and short-lived ---------------------------------------------------------------------------------------


def read_articles(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield articles, drafts among them; the file beside it says which are published, and under which tweet."""
    metadata = list(records_of(export, _METADATA, "articleMetadata", "twitterArticleMetadata"))
    told = {number: one for one in metadata if (number := id_of(one, *_ARTICLE_ID))}
    if not told and len(metadata) == sum(1 for _ in entries(member)):  # without ids, order alone joins the two
        in_order = iter(metadata)
        return posts_of(member, lambda article: _article(article, next(in_order, {})), "article", "twitterArticle")

    def make(article: Record) -> Iterator[Post]:
        return _article(article, told.get(id_of(article, *_ARTICLE_ID), {}))

    return posts_of(member, make, "article", "twitterArticle")


def _article(article: Record, told: Record) -> Iterator[Post]:
    number = id_of(article, *_ARTICLE_ID)
    about = {**article, **told}
    pieces = list(_pieces(article))
    media = len(listed(article, "media")) + bool(mapping(article, "coverMedia"))
    if not pieces and not media:
        raise OddValue("it has no text")
    stage = string(about, "lifecycleState") or string(about, "visibility") or _named(about, "lifecycleState")
    draft = stage.lower() == "draft"
    yield Post(
        kind="article",
        text=unescaped_if_escaped("\n\n".join(pieces)),
        posted_at=_first_time(about),
        native_id=prefixed("article", number),
        url="" if draft else post_url(id_of(about, "tweetId", "tweet_id")),
        audience="private" if draft else "public",
        state="draft" if draft else "live",
        people=handles_in("\n".join(pieces)),
        media=media,
    )


def _named(record: Record, key: str) -> str:
    return string(mapping(record, key), "name")


def _first_time(about: Record) -> Any:
    keys = ("firstPublishedAtMs", "publishedAtMs", "createdAtMs", "createdatMs", "createdAt", "updatedAtMs")
    return next((moment for key in keys if (moment := any_time(about.get(key)))), None)


def _pieces(article: Record) -> Iterator[str]:
    """Yield every string under a key that holds words, top down, however the article is nested, each repeat once."""
    waiting: list[Any] = [article]
    last = ""
    for _ in range(_MOST_PIECES):
        if not waiting:
            return
        found = waiting.pop()
        if isinstance(found, str):
            text = found.strip()
            if (packed := _packed(text)) is not None:
                waiting.append(packed)
            elif text and text != last:
                yield text
                last = text
        elif isinstance(found, list):
            waiting.extend(reversed(found))
        elif isinstance(found, dict):
            waiting.extend(found[key] for key in reversed(_TEXT_KEYS) if key in found)


def _packed(text: str) -> Any:
    """Return the JSON that is packed into a string, or None."""
    if not text.startswith(("{", "[")):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict | list) else None


def _fleet(fleet: Record) -> Iterator[Post]:
    number = id_of(fleet, "id", "fleetId")
    media = bool(fleet.get("mediaEntity")) + len(listed(fleet, "mediaEntities"))
    text = unescaped_if_escaped(words(fleet, "text") if not media else string(fleet, "text"))
    if text or media:
        moment = tweet_time(fleet.get("createdAt"), number)
        yield Post(
            "caption" if media else "post",
            text,
            moment,
            native_id=prefixed("fleet", number),
            media=media,
            container="Fleet",
        )


def _expired(fleet: Record) -> Iterator[Post]:
    for post in _fleet(fleet):
        post.state, post.audience, post.people = "expired", "public", handles_in(post.text)
        yield post


# --- under somebody else's -------------------------------------------------------------------------------------------


def _live_chat(line: Record) -> Iterator[Post]:
    if text := words(line, "text"):
        moment = any_time(line.get("createdAt"))
        yield Post("comment", text, moment, audience="public", container="Live broadcast", people=handles_in(text))


def _community_note(note: Record) -> Iterator[Post]:
    text = unescaped_if_escaped(words(note, "summary"))
    if text:
        yield Post(
            kind="comment",
            text=text,
            posted_at=any_time(note.get("createdAt") or note.get("createdAtMillis")),
            native_id=prefixed("community-note", id_of(note, "noteId")),
            audience="public",
            container="Community Notes",
            reply_to=post_url(id_of(note, "tweetId")),
        )


def _trial_note(note: Record) -> Iterator[Post]:
    for post in _community_note(note):
        post.audience, post.state = "private", "draft"
        yield post


def _reply_prompt(prompt: Record) -> Iterator[Post]:
    """The wording before X asked whether it should really be sent."""
    if text := unescaped_if_escaped(words(prompt, "proposedTweetText")):
        yield Post(
            kind="reply",
            text=text,
            posted_at=any_time(prompt.get("createdAt")),
            native_id=prefixed("prompt", id_of(prompt, "promptId")),
            audience="private",
            state="draft",
            reply_to=post_url(id_of(prompt, "inReplyToTweetId")),
            people=handles_in(text),
        )


# --- never published -------------------------------------------------------------------------------------------------


def _grok(turn: Record) -> Iterator[Post]:
    """What the person asked; the answers are a machine's."""
    sender = turn.get("sender")
    name = sender if isinstance(sender, str) else string(sender, "name") or string(sender, "originalName")
    if not name:
        raise OddValue("it does not say who wrote it")
    if name.lower() != "user":
        return
    attached = len(listed(turn, "attachments"))
    text = unescaped_if_escaped(words(turn, "message") if not attached else string(turn, "message"))
    if text or attached:
        moment = any_time(turn.get("createdAt"))
        yield Post("note", text, moment, audience="private", container="Grok", media=attached)


def _search(search: Record) -> Iterator[Post]:
    if text := words(search, "query"):
        number = prefixed("search", id_of(search, "savedSearchId"))
        yield Post("note", text, native_id=number, audience="private", container="Saved searches")


def _deck(deck: Record) -> Iterator[Post]:
    """Titles that somebody gave to a deck or its columns, and what the columns search for."""
    typed_words = [string(deck, "title")]
    for column in mappings(deck, "columns"):
        typed_words.append(string(column, "title"))
        typed_words.append(_searched(string(column, "pathname")))
    for text in dict.fromkeys(filter(None, typed_words)):
        yield Post("note", text, any_time(deck.get("createdAt")), audience="private", container="TweetDeck")


def _searched(path: str) -> str:
    try:
        return parse_qs(urlsplit(path).query).get("q", [""])[0].strip()
    except ValueError:
        return ""


read_fleets = read_with(_expired, "fleet")
read_live_chats = read_with(_live_chat, "periscopeCommentsMadeByUser")
read_community_notes = read_with(_community_note, "communityNote", "birdwatchNote")
read_trial_notes = read_with(_trial_note, "communityNoteApiTestNote", "communityNote")
read_reply_prompts = read_with(_reply_prompt, "replyPrompt")
read_grok = read_with(_grok, "grokChatItem")
read_searches = read_with(_search, "savedSearch")
read_decks = read_with(_deck, "deck", "tweetdeck")
