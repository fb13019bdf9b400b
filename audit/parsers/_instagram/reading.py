"""Readers for a kind of file, in JSON or HTML, and the patterns of their paths."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from audit.archive import Member
from audit.parsers._export import Export, Reader
from audit.parsers._facebook.parts import Drawer
from audit.parsers._instagram.pages import read_page
from audit.parsers._instagram.profile import is_page, read_change, read_profile_record
from audit.parsers._instagram.records import read_each, read_shape
from audit.posts import Post, Unread

FILE = r"(?:_\d+)?\.(?:json|html?)"
ANY = r"[^/]*\.(?:json|html?)"
_PROFILE = Drawer(kind="bio")
_CHANGES = Drawer(kind="bio", state="earlier version")


def reads(kind: str, state: str = "live", audience: str = "unknown") -> Reader:
    """Return a reader of records or entries of any shape. The arguments are what the file says of all of them."""
    drawer = Drawer(kind=kind, state=state, audience=audience)

    def read(member: Member, export: Export) -> Iterator[Post | Unread]:
        own = {export.account.handle, export.account.name}
        if is_page(member):
            found = read_page(member, export, drawer)
        else:
            found = read_each(member, partial(read_shape, drawer=replace(drawer, owner=export.account.handle)))
        for post in found:
            if isinstance(post, Post) and post.people:
                post.people = tuple(name for name in post.people if name not in own)
            yield post

    return read


def read_profile(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the bio of today."""
    if is_page(member):
        yield from read_page(member, export, _PROFILE)
    else:
        yield from read_each(member, partial(read_profile_record, export=export))


def read_old_profile(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the bio of an export made until 2020."""
    yield from read_each(member, partial(read_profile_record, export=export))


def read_changes(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield the bios that were replaced."""
    if is_page(member):
        yield from read_page(member, export, _CHANGES)
    else:
        yield from read_each(member, read_change)
