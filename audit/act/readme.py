"""The README of a hand-off folder: what each file is for, and what to think of before it is used."""

from collections.abc import Iterator, Sequence

from audit.parsers import network_facts
from audit.wording import posts_words

_FIRST = """\
Backscroll removes nothing itself. What is removed with these files cannot be brought back: keep the archive that the
network sent you, unchanged and private, before you begin.
If a complaint, claim, inquest or inquiry opens in the meantime, stop, and take advice first.
"""
_ABOUT_X = """\
FOR X

A tool that reads a file from your X archive takes tweet-headers.js as it is. Do not open and save it in an editor.

If the tool has a box for how many posts to skip (often under Advanced options), type 0 there BEFORE you choose the
file. Left empty, some tools leave posts out without a word.

The last entry may be a post that X has deleted already. It is there on purpose: a tool that leaves the last entry out
then leaves out nothing of yours, and one that tries it finds nothing.

Give the tool this file only. Do not let it remove everything.
"""
_TRUST = """\
WHOM TO TRUST

We name no service and recommend none. A service that deletes for you must be trusted with your whole account and, if
you upload your archive, with everything you ever wrote: messages and clients' particulars are among it. A script that
runs in your own browser can see the same. Never upload the whole archive where one of these files will do.

Ask your employer or supervisor before you hand anything that tells of a client to anybody.
If in doubt: remove by hand, with backscroll worklist.

AFTERWARDS

Some addresses hold the first words of a title. Delete this folder when you are done.
Ask the network for a fresh archive and run backscroll scan on it: it shows what is gone and what is not.
"""


def readme(files: Sequence[str], posts: int, *, by_hand: int, without_record: int) -> str:
    """Return the text. `by_hand`, `without_record`: how many posts on X no file reaches, and have no original."""
    return "\n".join(_parts(files, posts, by_hand, without_record))


def _parts(files: Sequence[str], posts: int, by_hand: int, without_record: int) -> Iterator[str]:
    what = "the post" if posts == 1 else f"the {posts:,} posts"
    yield f"WHAT THESE FILES ARE\n\nThey name {what} that you decided to remove, and nothing else of yours.\n\n{_FIRST}"
    yield from (f"{name}\n    {_purpose(name)}\n" for name in files)
    headers = sum(name.endswith("tweet-headers.js") for name in files)
    if headers:
        yield _ABOUT_X
    if headers > 1:
        yield "Your exports are of several accounts on X: each has a folder of its own. Sign in to the right one.\n"
    if without_record:
        yield f"Without an original record in the export, and so not in tweets.js: {posts_words(without_record)}.\n"
    if by_hand:
        here = posts_words(by_hand)
        yield f"Only by hand, see backscroll worklist: {here} on X (Circle, messages, articles, profile).\n"
    yield _TRUST


def _purpose(name: str) -> str:
    if name.endswith("tweet-headers.js"):
        return "X's own form of a list of posts: id, account, date. No text at all. The one to prefer."
    if name.endswith("tweets.js"):
        return "The original records of these posts, with their words. Only for a tool that asks for it."
    if name.startswith("ids-"):
        return f"{network_facts(name[4:-4]).label}: the network's own id of each, one a line."
    if name.startswith("addresses-"):
        return f"{network_facts(name[10:-4]).label}: the address of each, one a line, to open one after the other."
    return "All of them as a table for a spreadsheet: date, kind, id, address. No words."
