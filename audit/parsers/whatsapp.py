"""WhatsApp: chats exported from the phone one by one, a text file each, alone or in a zip with its pictures.

All of it is private, so it is read only when asked for. A chat does not say whose phone it came from: where neither the
chat nor the person tells it, nothing is read, and the report says how to tell. Times are the phone's own clock.
"""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import PICTURES, PICTURES_REASON, Export, Patterns
from audit.parsers._whatsapp.dates import moment_of
from audit.parsers._whatsapp.lines import Header, sender_and_words
from audit.parsers._whatsapp.said import Surroundings, said
from audit.parsers._whatsapp.survey import Line, Shape, Survey, lines_of, same, surveyed
from audit.parsers._whatsapp.whose import CHAT, CHAT_FILE, ME, account, chats, own_names, survey_if_readable, told_names
from audit.posts import Post, Unread

__all__ = ["account"]

NETWORK = "whatsapp"
LABEL = "WhatsApp"
SIGNATURE = (CHAT_FILE, r"whatsapp-me\.txt")
_LONGEST = 8 << 20  # characters; a message of WhatsApp's ends at 65,536
_UNTOLD, _MADE = "chats that do not tell whose they are", "lines that WhatsApp wrote"
_NOT_TOLD = (
    "the chat does not say which of the people in it you are, so nothing was taken for yours: say your name as it"
    " stands in the chat, with --me, on the page under “You”, or in a file whatsapp-me.txt beside it"
)
_NOT_THERE = "nobody of the name in whatsapp-me.txt writes in this chat, so nothing was taken for yours"


def read_chat(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages of one chat."""
    survey = surveyed(member, export)
    if survey.headless:
        yield Unread("[1]", "it stands before the first message, so nobody can say who wrote it")
    if not survey.orders:
        if not survey.headless:
            yield Unread("", "there is no message in it")
        return
    own = own_names(survey, export)
    if not own:
        export.counted[_UNTOLD] += not told_names(export)
        yield Unread("", _NOT_THERE if told_names(export) else _NOT_TOLD)
        return
    yield from _own_messages(member, export, survey, own)


def _own_messages(member: Member, export: Export, survey: Survey, own: frozenset[str]) -> Iterator[Post | Unread]:
    orders = {shape: order or _order_elsewhere(shape, export) for shape, order in survey.orders.items()}
    files = frozenset(name.rpartition("/")[2] for name in export.members)
    undated = 0
    for first, words in _messages(member, survey, own):
        if words is None or first.header is None:
            yield Unread(f"[{first.number}]", "it is larger than any message can be")
            continue
        around = Surroundings(first.header.iphone, files, survey.left_away)
        post = _post(first.header, words, orders[first.header.shape], around)
        if post is None:
            export.counted[_MADE] += 1
            continue
        undated += post.posted_at is None
        post.source = f"[{first.number}]"
        post.container = survey.title
        post.kind = "note" if survey.yourself else "message"
        post.audience = "group" if survey.group else "private"
        yield post
    if undated and None in orders.values():
        yield Unread("", "its dates can be read in two ways (day or month first): its messages are kept without them")
    elif undated:
        yield Unread("", f"{undated:,} of its dates cannot be read: those messages are kept without them")


def _messages(member: Member, survey: Survey, own: frozenset[str]) -> Iterator[tuple[Line, str | None]]:
    """Yield the first line and the words of each message of the person's; None for words beyond all bounds."""
    first: Line | None = None
    run: list[str] = []
    size = 0
    for line in lines_of(member):
        if line.header is not None and line.header.shape in survey.orders:
            if first is not None:
                yield first, "\n".join(run) if size <= _LONGEST else None
            sender, words = sender_and_words(line.text, line.header)
            first, run, size = (line, [words], len(words)) if same(sender) in own else (None, [], 0)
        elif first is not None and size <= _LONGEST:
            run.append(line.text)
            size += len(line.text)
    if first is not None:
        yield first, "\n".join(run) if size <= _LONGEST else None


def _post(header: Header, words: str, order: str | None, around: Surroundings) -> Post | None:
    """Return the message, None where WhatsApp itself wrote it or nothing is in it."""
    found = said(words, around)
    if not (found.text or found.media or found.place):
        return None
    moment, day_only = moment_of(header, order)
    return Post(
        "message", found.text, moment, place=found.place, people=found.people, media=found.media, date_only=day_only
    )


def _order_elsewhere(shape: Shape, export: Export) -> str | None:
    """Return the order of dates in the person's other chats, which the same phone wrote."""
    surveys = [survey for member in chats(export) if (survey := survey_if_readable(member, export))]
    orders = {order for survey in surveys for other, order in survey.orders.items() if other == shape and order}
    return orders.pop() if len(orders) == 1 else None


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the chats as a whole."""
    found = []
    if count := export.counted[_UNTOLD]:
        which = "1 WhatsApp chat does" if count == 1 else f"{count:,} WhatsApp chats do"
        found.append(
            f"{which} not say which of the people in it you are, so nothing there was taken for yours, and nothing of"
            " the others is shown. To have your own words read, say your name as it stands there: with --me, on the"
            " page under “You”, or in a file whatsapp-me.txt beside the chats."
        )
    if count := export.counted[_MADE]:
        which = "1 line under your name was" if count == 1 else f"{count:,} lines under your name were"
        found.append(f"{which} written by WhatsApp itself (calls, stickers, deleted messages): no words of yours.")
    return found


READS: Patterns = {}
MESSAGES = {CHAT: read_chat}
LEFT_OUT = {
    ME: "your name in the chats, as you told it",
    r"(?:.*/)?[^/]+\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|vcf|apk|amr|mkv|3gpp?)": "files that were"
    " sent in a chat: we read the chat's own words only",
    PICTURES: PICTURES_REASON,
}
_HEADER = (
    r"[\s\u200e\u200f\ufeff]*\[?[\u200e\u200f]?\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}[^\d\n]{1,16}"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?[^\d\n\]:]{0,16}?(?:\]\s|\s[–-]\s)"
)
_SENDER = r"[^\n:]{1,80}:(?:\s|$)"  # in one of the first lines, at least: a diary has dates and times alone
SNIFF = [(rf"\A{_HEADER}(?:{_SENDER}|[\s\S]*?\n{_HEADER}{_SENDER})", "_chat.txt")]
NEVER = (
    "A WhatsApp export holds one chat; there is none of all chats, and none of what you put up as a status.",
    "It does not say which of the people in it you are, nor what was deleted, nor the earlier wording of an edit.",
    "Of a long chat only its newest part is exported: some 10,000 messages with pictures, 40,000 without.",
    "Everybody else in the chat has their own copy of it, and may have exported it or made a screenshot.",
)
TWO_CLICKS: dict[str, str] = {}
_DELETE = (
    "Open the chat, search for the first words, press and hold the message, Delete, Delete for everyone. That works for"
    " about two days after sending; later it goes from your own phone only, and those who got it keep it. Ask them to"
    " delete it. Leaving a group or clearing a chat deletes nothing on other phones"
)
HOW_TO_DELETE = {
    "": f"{_DELETE}.",
    "note": "Open the chat with yourself, press and hold the message, Delete.",
}
