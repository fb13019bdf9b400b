"""Reddit: the answer to a data request, a flat folder of some forty CSV files, all of them optional.

Posts and comments come whole, in Markdown as typed, with their addresses; large files come in parts. Ids are base 36,
some look like numbers (`1e5`, `007`): every cell is text. The `ip` column is never read.
"""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._csv import Row
from audit.parsers._export import PICTURES, PICTURES_REASON, Export
from audit.parsers._reddit import (
    SITE,
    address,
    community,
    draft_words,
    file_named,
    is_media,
    is_true,
    joined,
    rows,
    when,
    words,
)
from audit.parsers._reddit_messages import MESSAGES as MESSAGE_FILES
from audit.parsers._reddit_messages import STATISTICS, account, read_chats, read_messages
from audit.posts import Post, Unread

__all__ = ["account"]

NETWORK = "reddit"
LABEL = "Reddit"
SIGNATURE = (
    file_named(
        *("(?:comment|post|message)_headers", "messages_archive(?:_headers)?", "(?:comment|post|poll)_votes"),
        *("saved_(?:comments|posts)", "hidden_posts", "(?:subscribed|moderated|approved_submitter)_subreddits"),
        *("checkfile", "multireddits", "gilded_content", "gold_received", "chat_history", "account_gender"),
    ),
    r"(?:posts|comments)_\d{1,3}\.csv",  # parts; a longer number is a LinkedIn member's
)
_POST = ("id", "permalink", "date", "ip", "subreddit", "gildings", "title", "url", "body")
_COMMENT = ("id", "permalink", "date", "ip", "subreddit", "gildings", "link", "parent", "body", "media")
_SCHEDULED = ("scheduledpostid", "subreddit", "title", "body", "url", "submissiontime", "recurrence")


def read_posts(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every post: its title and body, and the link where it is one."""
    with member.open() as stream:
        for row in rows(stream, _POST, "permalink", "title", words="title", text="body"):
            if isinstance(row, Unread):
                yield row
                continue
            link, url, number = address(row.get("url")), address(row.get("permalink")), row.get("id")
            if link == url or (number and f"/comments/{number.lower()}/" in f"{link.lower()}/"):
                link = ""  # a post of words alone: its url is its own address
            media = is_media(link)
            text = joined(row.get("title"), row.get("body"))
            if text or link:
                yield Post(
                    "share" if link and not media else "post",
                    text,
                    when(row.get("date")),
                    f"[{row.place}]",
                    native_id=number,
                    url=url,
                    audience="public",
                    container=community(row.get("subreddit")),
                    link_url="" if media else link,
                    media=int(media),
                )


def read_comments(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every comment with the address of the post it stands under."""
    with member.open() as stream:
        for row in rows(stream, _COMMENT, "permalink", "parent"):
            if isinstance(row, Unread):
                yield row
                continue
            text, media = words(row.get("body")), int(bool(row.get("media")))
            if text or media:
                yield Post(
                    "comment",
                    text,
                    when(row.get("date")),
                    f"[{row.place}]",
                    native_id=row.get("id"),
                    url=address(row.get("permalink")),
                    audience="public",
                    container=community(row.get("subreddit")),
                    reply_to=address(row.get("link")),
                    media=media,
                )


def read_drafts(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every draft: never published, still kept by Reddit."""
    with member.open() as stream:
        for row in rows(
            stream, ("id", "title", "body", "kind", "created"), "title", "kind", words="title", text="body"
        ):
            if isinstance(row, Unread):
                yield row
            elif post := _unpublished(row, draft_words(row.get("body")), row.get("id"), row.get("created")):
                yield post


def read_scheduled(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield every post that waits to be published."""
    with member.open() as stream:
        for row in rows(stream, _SCHEDULED, "scheduledpostid", "submissiontime", words="title", text="body"):
            if isinstance(row, Unread):
                yield row
            elif post := _unpublished(row, row.get("body"), row.get("scheduledpostid"), row.get("submissiontime")):
                post.link_url = address(row.get("url"))
                yield post


def _unpublished(row: Row, body: str, number: str, time: str) -> Post | None:
    text, place = joined(row.get("title"), body), f"[{row.place}]"
    container = community(row.get("subreddit"))
    if not text:
        return None
    return Post("post", text, when(time), place, number, audience="private", state="draft", container=container)


def read_feeds(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the names and descriptions of the person's own custom feeds; those of others that they follow are not."""
    columns = ("id", "displayname", "date", "description", "privacy", "subreddits", "imageurl", "isowner")
    with member.open() as stream:
        for row in rows(stream, columns, "displayname", "subreddits", words="displayname", text="description"):
            if isinstance(row, Unread):
                yield row
                continue
            text = joined(row.get("displayname"), row.get("description"))
            if text and is_true(row.get("isowner") or "true"):
                public = row.get("privacy").lower() == "public"
                yield Post(
                    "note",
                    text,
                    when(row.get("date")),
                    f"[{row.place}]",
                    native_id=row.get("id"),
                    audience="public" if public else "private",
                    container="Custom feeds",
                )


def read_friends(member: Member, export: Export) -> Iterator[Post | Unread]:  # noqa: ARG001
    """Yield the notes that the person keeps on other accounts."""
    with member.open() as stream:
        for row in rows(stream, ("username", "note"), "username", "note", words="username", text="note"):
            if isinstance(row, Unread):
                yield row
            elif text := row.get("note"):
                name = row.get("username")
                people = (name,) if name else ()
                yield Post("note", text, None, f"[{row.place}]", audience="private", people=people, container="Friends")


READS = {
    file_named("posts"): read_posts,
    file_named("comments"): read_comments,
    file_named("drafts"): read_drafts,
    file_named("scheduled_posts"): read_scheduled,
    file_named("multireddits"): read_feeds,
    file_named("friends"): read_friends,
}
MESSAGES = {MESSAGE_FILES: read_messages, file_named("chat_history"): read_chats}
LEFT_OUT = {
    file_named("(?:comment|post)_headers"): "lists of your posts and comments without their words: those are in"
    " posts.csv and comments.csv",
    file_named("message_headers", "messages_archive_headers"): "lists of private messages without their words",
    file_named(r"\w+_votes"): "votes: no words of yours",
    file_named(r"saved_\w+", "hidden_posts"): "what you saved or hid: other people's words",
    file_named("announcements"): "written by Reddit",
    file_named(r"\w+_subreddits"): "communities that you follow or look after: names, no words of yours",
    STATISTICS: "dates and settings of the account; we take its name from here",
    file_named("ip_logs", "checkfile"): "addresses of your devices and check sums: no words",
    file_named("gilded_content", "gold_received", "payouts", "purchases", "stripe", r"subscriptions?"): (
        "payments and awards: no words of yours"
    ),
    file_named(
        *("user_preferences", "sensitive_ads_preferences", "account_gender", "birthdate", "persona", "twitter"),
        *("linked_identities", "linked_phone_number", "email_preferences"),
    ): "settings and identity: no words of yours",
    PICTURES: PICTURES_REASON,
}


def _columns(*names: str) -> str:
    """Return a pattern for a table whose first line has these columns, in any order."""
    return r"(?i)\A\W{0,4}" + "".join(rf"(?=[^\n]{{0,400}}\b{name}\b)" for name in names)


SNIFF = [
    (_columns("permalink", "subreddit", "parent", "body"), "comments.csv"),
    (_columns("permalink", "subreddit", "title", "url", "body"), "posts.csv"),
    (_columns("permalink", "thread_id", "from", "to", "body"), "messages.csv"),
    (_columns("message_id", "username", "message", "channel_url"), "chat_history.csv"),
    (_columns("scheduled_post_id", "submission_time"), "scheduled_posts.csv"),
    (_columns("title", "body", "kind", "is_public_link"), "drafts.csv"),
    (_columns("display_name", "subreddits", "is_owner"), "multireddits.csv"),
    (_columns("permalink", "subreddit", "gildings", "title"), "post_headers.csv"),
    (_columns("permalink", "subreddit", "gildings", "link"), "comment_headers.csv"),
    (r"(?i)\A\W{0,4}statistic\W{1,3}value\W", "statistics.csv"),
]
NEVER = (
    "Whether a community was open to all or closed is not in Reddit's export: every post and comment counts as public.",
    "What you answered is not in the export, only its address.",
    "Pictures and videos, earlier wordings of what you edited, and what you deleted before the request are not in the"
    " export.",
    "What moderators removed is in the export with its words, although others cannot see it any more.",
    "Most chats from before 2023 were dropped by Reddit itself.",
    "Copies of Reddit that others keep for research, and what people quoted, cannot be seen from your export.",
)
_OWN = f"{SITE}/user/me/"
TWO_CLICKS = {
    "": _OWN,
    "post": f"{_OWN}submitted/",
    "share": f"{_OWN}submitted/",
    "comment": f"{_OWN}comments/",
    "message": "https://www.reddit.com/message/sent/",
}
_ACCOUNT = "Do not delete the account first: its posts and comments would stay, shown without your name."
HOW_TO_DELETE = {
    "": f"Open its address, three dots, Delete. {_ACCOUNT}",
    "post": f"Open the post's address, three dots, Delete: its page then no longer shows title and words. Answers to it"
    f" stay. A draft: Create post, Drafts, Delete. {_ACCOUNT}",
    "share": f"Open the post's address, three dots, Delete. {_ACCOUNT}",
    "comment": f"Open the comment's address, three dots, Delete: it becomes [deleted]; what others answered or quoted"
    f" stays. {_ACCOUNT}",
    "note": "A custom feed: open it, Edit or Delete. A note on a person: your old friends page, change or remove it.",
    "message": "Sent messages cannot be taken back: whoever received them keeps them.",
}


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    found = []
    for name, listing in (("posts", "post_headers"), ("comments", "comment_headers")):
        if any(export.find(file_named(listing))) and not any(export.find(rf"(?:again/)*{file_named(name)}")):
            found.append(f"Reddit's {name}.csv is not in this archive, only a list without words: ask Reddit again.")
    if not export.account.handle and any(export.find(file_named("messages", "messages_archive", "chat_history"))):
        found.append(
            "The Reddit export does not say whose it is (statistics.csv is missing): your messages cannot be told from"
            " other people's, and were not read."
        )
    return found
