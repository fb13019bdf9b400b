"""A post and a decision in, where to click out. One module here = what one network lets a person do.

A module is named for its network and offers, each where there is something to say:

    REMOVE, RESTRICT, REWORD   {kind of post, "group post", "group comment", or "": steps}; a `Cannot` instead of steps
                               says why the network does not let a person do it, and what they can do
    FIRST       steps that restrict the whole account at once; FIRST_NOTE what they do and do not
    LIMITS      waits, bins and other limits, a sentence each
    STAYS       {decision: what stays behind even then}
    LISTS       {place: address that lists such posts}, where it is narrower than the parser's own
    FIND        how to find a post that has no address; {month} and {day} stand for its date

Menus move every few months, so steps are words to look for, not a promise. Sources: the networks' help pages, the press
and public tools; some is known from use only.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from audit.parsers import network_facts
from audit.posts import Post
from audit.wording import day_words


class Cannot(str):
    """Why a decision cannot be carried out on one such post here, and what can be done instead."""

    __slots__ = ()


Steps = tuple[str, ...] | Cannot


@dataclass(frozen=True, slots=True)
class Way:
    """`steps`, and what `stays` behind. `cannot`: why it cannot be done; the steps are then those to remove it."""

    steps: tuple[str, ...]
    cannot: str = ""
    stays: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What can be done for a whole account at once, and its limits."""

    first: tuple[str, ...]
    first_note: str
    limits: tuple[str, ...]


_WHERE = {
    "archived": "It lies in your archive on the network: look there, not on your profile.",
    "draft": "It is a draft: look among your drafts, not on your profile.",
    "trash": "It lies in the network's bin: look there.",
    "earlier version": "It is an earlier wording of a post that you edited: the post as it now stands has to go.",
}
_UNKNOWN = Cannot(
    "We know of no way to do this here to one post. Decide on removing it, or look in the network's own help."
)
_SENT = Cannot("What was sent cannot be changed for the one who got it. Ask your supervisor or insurer first.")
_HELD = Cannot("Nobody but you and the network sees it. Decide on removing it, if it tells of a client.")
_EVERYWHERE: dict[str, dict[str, Steps]] = {
    "restrict": {"message": _SENT, "note": _HELD},
    "reword": {"message": _SENT, "note": _HELD},
}
_APART = frozenset({"bio", "note", "message", "answer", "event", "listing", "article", "review"})  # "" is not for them
_STAYS = "Screenshots, and what others copied, shared or answered."


def way(post: Post, decision: str) -> Way:
    """Return how the decision is carried out on the post."""
    module = _module(post.network)
    stays = getattr(module, "STAYS", {}).get(decision, _STAYS)
    table = _EVERYWHERE.get(decision, {}) | getattr(module, decision.upper(), {})
    found = _looked_up(table, post)
    if found is None:
        found = _parsers_own(post) if decision == "remove" else _UNKNOWN
    if isinstance(found, Cannot):
        instead = way(post, "remove") if decision != "remove" and post.kind != "message" else Way((), "", stays)
        return Way(instead.steps, str(found), instead.stays)
    where = (_WHERE[post.state],) if post.state in _WHERE else ()
    return Way((*where, *found), "", stays)


def account(network: str) -> Account:
    """Return what can be done for the whole account on a network."""
    module = _module(network)
    return Account(
        getattr(module, "FIRST", ()), getattr(module, "FIRST_NOTE", ""), tuple(getattr(module, "LIMITS", ()))
    )


def listing(post: Post) -> str:
    """Return the address of the person's own list in which the post stands, or ""."""
    lists = getattr(_module(post.network), "LISTS", {})
    clicks = network_facts(post.network).two_clicks
    common = "" if post.kind in _APART else clicks.get("", "")
    return str(lists.get(_place(post), clicks.get(post.kind, common)))


def finding(post: Post) -> str:
    """Return in words how to find a post that has no address of its own."""
    if post.kind == "bio":
        return "It stands on your profile."
    if post.posted_at is None:
        return "The export gives neither an address nor a date: look for its first words."
    plain = "Look for {day}." if post.kind in _APART else "Look among your own posts of {month} for {day}."
    told = plain if post.kind in _APART else getattr(_module(post.network), "FIND", plain)
    return str(told.format(month=f"{post.posted_at:%B %Y}", day=day_words(post.posted_at)))


def _place(post: Post) -> str:
    return f"group {post.kind}" if post.audience == "group" else post.kind


def _looked_up(table: Mapping[str, Steps], post: Post) -> Steps | None:
    names = [_place(post), post.kind] + ([""] if post.kind not in _APART else [])
    return next((table[name] for name in names if name in table), None)


def _parsers_own(post: Post) -> tuple[str, ...]:
    """Return the parser's sentences, one a step."""
    told = network_facts(post.network).how_to_delete
    return tuple(f"{step.rstrip('.')}." for step in told.get(post.kind, told.get("", "")).split(". ") if step)


@cache
def _module(network: str) -> ModuleType | None:
    names = {found.name for found in pkgutil.iter_modules(__path__)}
    return importlib.import_module(f"{__name__}.{network}") if network in names else None
