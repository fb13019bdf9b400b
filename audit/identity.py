"""By what a post is known again in another export: keyed hashes, from which nobody can read a word.

Three of them. `post`: network, native id (or time) and words, so that an edited post is another one. `anchor`: network
and native id alone, so that the edited one is known as the same place. `words`: network and words alone, so that a post
is known in another format of export, where ids and clocks differ; few words say nothing alone, so their day is added.
"""

import hashlib
import re
from collections.abc import Iterable

from audit.ledger import Coverage, Identity
from audit.posts import Post, normal_form, post_id

LONG_ENOUGH = 24  # characters that are one post's own
_NUMBERS = re.compile(r"\d+")


def identity_of(post: Post, key: bytes) -> Identity:
    """Return the keyed hashes of a post."""
    own = post.text or post.headline
    words = normal_form(own)
    day = post.posted_at.toordinal() if post.posted_at else None
    if words and len(words) < LONG_ENOUGH:
        words = f"{words}\x1e{day}"
    return Identity(
        post=post_hash(post, key),
        anchor=keyed(key, "anchor", post.network, post.native_id) if post.native_id else b"",
        words=keyed(key, "words", post.network, words) if words else b"",
        network=post.network,
        kind=post.kind,
        day=day,
        member=member_hash(key, post.source),
    )


def post_hash(post: Post, key: bytes) -> bytes:
    """Return the hash by which a post is the very same: what `Identity.post` holds."""
    return keyed(key, "post", post_id(post))


def member_hash(key: bytes, source: str) -> bytes:
    """Return 8 bytes for the name of a post's file, whichever part of a numbered series it is."""
    name = source.rpartition("!")[2].partition("[")[0].rpartition("/")[2]
    return keyed(key, "member", _NUMBERS.sub("#", name))[:8]


def account_hash(key: bytes, network: str, account: str) -> bytes:
    """Return 8 bytes for an account."""
    return keyed(key, "account", network, account)[:8]


def keyed(key: bytes, *parts: str) -> bytes:
    """Return 16 bytes, a BLAKE2b hash under the ledger's key."""
    whole = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, key=key, digest_size=16).digest()


def coverage_of(
    network: str, posts: Iterable[Post], *, unread: int, members: Iterable[str], accounts: Iterable[str], key: bytes
) -> Coverage:
    """Return what exports could show of a network. `members`: names of files read whole; `accounts`: as shown."""
    held = list(posts)
    days = [post.posted_at.toordinal() for post in held if post.posted_at and post.kind != "bio"]
    return Coverage(
        network=network,
        posts=len(held),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        unread=unread,
        kinds=frozenset(post.kind for post in held),
        members=frozenset(member_hash(key, name) for name in members),
        accounts=frozenset(account_hash(key, network, account) for account in accounts),
    )
