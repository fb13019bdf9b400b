"""Chats: Facebook's shape, in JSON and in HTML; the sender is the person's name, or the account where there is none."""

from collections.abc import Iterator

from audit.archive import Member
from audit.parsers._export import Export, Reader
from audit.parsers._facebook import messages
from audit.parsers._facebook_html import chats
from audit.parsers._instagram.pages import on_its_clock
from audit.parsers._instagram.profile import is_page
from audit.posts import Post, Unread


def read_thread(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the person's own messages of one chat."""
    page = is_page(member)
    reader = chats.read_thread if page else messages.read_thread
    yield from _under_each_name(reader, member, export)


def read_ai_chats(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield what the person typed to an AI."""
    page = is_page(member)
    reader = chats.read_ai_chats if page else messages.read_ai_chats
    yield from _under_each_name(reader, member, export)


def _under_each_name(reader: Reader, member: Member, export: Export) -> Iterator[Post | Unread]:
    names = list(dict.fromkeys(filter(None, (export.account.name, export.account.handle)))) or [""]
    first: list[Post | Unread] = []
    for name in names:
        found = list(reader(member, on_its_clock(export, name)))
        first = first or found
        if any(isinstance(one, Post) for one in found):
            yield from found
            return
    yield from first
