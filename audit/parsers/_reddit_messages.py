"""Reddit: whose export it is, and private messages and chats, of which only the person's own become posts."""

from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._csv import Row, table
from audit.parsers._export import Account, Export
from audit.parsers._reddit import SITE, address, file_named, person, rows, when, words
from audit.posts import Post, Unread

STATISTICS = file_named("statistics")
MESSAGES = file_named("messages", "messages_archive")
_MESSAGE = ("id", "permalink", "threadid", "date", "ip", "from", "to", "subject", "body")
_CHAT = (
    "messageid",
    "createdat",
    "updatedat",
    "username",
    "message",
    "threadparentmessageid",
    "channelurl",
    "subreddit",
    "channelname",
    "conversationtype",
)
_NOT_TOLD = "the export does not say whose it is, so that your own messages cannot be told from other people's"


def account(export: Export) -> Account:
    """Return whose export it is: by its statistics, else the one name that stands in every thread of messages."""
    name = _stated_name(export) or _name_in_every_thread(export)
    return Account(handle=f"u/{name}", url=f"{SITE}/user/{name}/") if name else Account()


def _stated_name(export: Export) -> str:
    for _, member in export.find(rf"(?:again/)*{STATISTICS}"):
        try:
            with member.open() as stream:
                for row in table(stream, {"statistic"}, assume=("statistic", "value")):
                    if isinstance(row, Row) and row.get("statistic").lower().replace("_", " ") == "account name":
                        return row.get("value").removeprefix("u/")
        except Unreadable:
            continue
    return ""


def _name_in_every_thread(export: Export) -> str:
    """Return the name that is the only one to stand in all of at least two threads; nothing where that is open."""
    threads: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for _, member in export.find(rf"(?:again/)*{MESSAGES}"):
        try:
            with member.open() as stream:
                for row in rows(stream, _MESSAGE, "threadid", "from"):
                    if isinstance(row, Row):
                        both = [row.get("from"), row.get("to")]
                        shown.update((person(name), name) for name in both)
                        thread = row.get("threadid") or "/".join(sorted(map(person, both)))
                        threads.setdefault(thread, set()).update(map(person, both))
        except Unreadable:
            continue
    common = set.intersection(*threads.values()) if len(threads) > 1 else set()
    return shown[common.pop()].strip("/ ").removeprefix("u/") if len(common) == 1 else ""


def read_messages(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the private messages that the person sent. The subject of an answer is the first writer's."""
    if not (owner := person(export.account.handle)):
        yield Unread("", _NOT_TOLD)
        return
    with member.open() as stream:
        for row in rows(stream, _MESSAGE, "threadid", "from"):
            if isinstance(row, Unread):
                yield row
            elif person(row.get("from")) == owner and (post := _message(row)):
                yield post


def _message(row: Row) -> Post | None:
    subject, body = row.get("subject"), words(row.get("body"))
    answer = subject.lower().startswith("re:")
    text = body if answer else "\n\n".join(part for part in (words(subject), body) if part)
    if not text:
        return None
    return Post(
        "message",
        text,
        when(row.get("date")),
        f"[{row.place}]",
        native_id=row.get("id"),
        url=address(row.get("permalink")),
        audience="private",
        container=subject if answer else "",
        reply_to=row.get("to"),
    )


def read_chats(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person wrote in chats."""
    if not (owner := person(export.account.handle)):
        yield Unread("", _NOT_TOLD)
        return
    with member.open() as stream:
        for row in rows(stream, _CHAT, "messageid", "username", words="message"):
            if isinstance(row, Unread):
                yield row
            elif person(row.get("username")) == owner and (text := words(row.get("message"))):
                yield Post(
                    "message",
                    text,
                    when(row.get("createdat")),
                    f"[{row.place}]",
                    native_id=row.get("messageid"),
                    url=address(row.get("channelurl")),
                    audience="private" if row.get("conversationtype").lower() in ("direct", "") else "group",
                    container=row.get("channelname"),
                )
