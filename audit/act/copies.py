"""Which copies of a post survive its removal, whom to ask for what, and where asking ends. Nothing is promised."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from audit import __version__
from audit.cases import Case
from audit.decisions import DECISIONS
from audit.errors import AuditError
from audit.posts import Post
from audit.wording import day_words
from reports.act_view import Chapter, CopyLine, Entry, Guide

_UNPUBLISHED = frozenset({"note"})
_STREAMED = frozenset({"mastodon", "bluesky", "threads"})
_MOST_NUMBERS = 12
_NOBODY = "Nobody."


class NothingDecided(AuditError):
    """No post is decided to be removed, restricted or reworded."""

    def __init__(self) -> None:
        super().__init__(
            "No post is decided to be removed, restricted or reworded yet, so there are no copies to think of. Decide "
            "first, with backscroll review."
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """One kind of copy, and of which posts it may exist."""

    what: str
    ask: str
    limits: str
    of: Callable[[Post], bool]


def _shown(post: Post) -> bool:
    return post.kind not in _UNPUBLISHED and post.state != "draft"


def _public(post: Post) -> bool:
    return _shown(post) and post.kind != "message" and post.audience in ("public", "unknown")


def _on(*networks: str) -> Callable[[Post], bool]:
    return lambda post: post.network in networks and _shown(post)


COPIES: tuple[Copy, ...] = (
    Copy(
        "Screenshots, saved pictures, e-mails that told people of a post or comment",
        "The person who has it, if you know them: ask once, politely. Where it was posted again: report it there "
        "(privacy, or your own text or picture). backscroll letters has a draft.",
        "They cannot be called back. Never write to a client yourself without advice.",
        _shown,
    ),
    Copy(
        "Shares, quotes, boosts and answers of others",
        "The person who wrote them. On X hide the reply, on Bluesky detach the quote, on Facebook hide it from your "
        "profile.",
        "Their words remain theirs.",
        lambda post: _shown(post) and post.kind not in ("message", "bio"),
    ),
    Copy(
        "What members and administrators of a group hold",
        "The group's administrators: ask them to remove it and what was answered. backscroll letters has a draft.",
        "E-mails that members got stay with them.",
        lambda post: post.audience == "group",
    ),
    Copy(
        "With the people you tagged or mentioned",
        "Remove the tag first. Then, if they shared it, ask them.",
        "Their own copy stays theirs. A client is never asked without advice.",
        lambda post: _shown(post) and bool(post.people),
    ),
    Copy(
        "With those who got the message",
        "Ask your supervisor or insurer before you ask them.",
        "Unsending does not reach what was read, copied or shown in a notification.",
        lambda post: post.kind == "message",
    ),
    Copy(
        "The same words on another network",
        "Yourself: look on Facebook, Instagram, Threads and wherever you post the same things.",
        "Each copy is a post of its own, with its own answers.",
        lambda post: post.network in ("facebook", "instagram", "threads") and post.kind in ("post", "caption", "share"),
    ),
    Copy(
        "Search results and their snippets",
        "Google: Refresh outdated content, https://search.google.com/search-console/remove-outdated-content. Bing: "
        "Content removal in its Webmaster Tools. Both only once the page is gone or changed.",
        "It reaches the index only, not the source.",
        _public,
    ),
    Copy(
        "Search results for your own name (UK and EU)",
        "The search engine's form for the right to be forgotten; a site, under Article 17 of the GDPR.",
        "They weigh it against the public's interest. Your own name only.",
        _public,
    ),
    Copy(
        "The Wayback Machine and other archives of the web",
        "info@archive.org with the exact addresses, dates, who you are and why; proof that the account is yours helps. "
        "archive.today has a form of its own. backscroll letters has a draft.",
        "They decide. Days to weeks.",
        _public,
    ),
    Copy(
        "Copies on other servers, and services that follow the public stream",
        "The server's or service's administrator.",
        "Most servers obey a delete; none can be made to.",
        lambda post: post.network in _STREAMED and _shown(post),
    ),
    Copy(
        "Archives of Reddit",
        "Whoever runs the archive, where they offer it.",
        "Older ones circulate and reach nobody's request.",
        _on("reddit"),
    ),
    Copy(
        "Pages that embed the post",
        "The site's owner, if it kept a copy.",
        "Most show nothing once the post is gone.",
        lambda post: post.network in ("twitter", "instagram", "facebook", "threads", "bluesky") and _public(post),
    ),
    Copy(
        "News, or a colleague's blog",
        "The editor, under their complaints procedure.",
        "They may keep it in the public interest.",
        _public,
    ),
    Copy("The network's own backups", "Nobody.", "30 to 90 days, longer under a legal hold.", lambda _: True),
    Copy(
        "What an employer, a regulator or a court has kept",
        "Nobody. Do not ask for it to be removed.",
        "They have to keep it. Tell your insurer or lawyer if you learn of it.",
        _shown,
    ),
    Copy("Data sets that machines were taught with", "Nobody.", "There is no practical way to be removed.", _public),
)


def decided(cases: Sequence[Case]) -> list[Case]:
    """Return the cases about which something is or was to be done, done or not: their copies survive either way."""
    return [case for case in cases if case.decision is not None and DECISIONS[case.decision.decision].acts]


def surviving(cases: Sequence[Case]) -> list[tuple[Copy, list[int]]]:
    """Return the kinds of copy that may survive, each with the numbers of the cases it concerns, in their order."""
    found = [(copy, [case.id for case in cases if copy.of(case.finding.post)]) for copy in COPIES]
    return [(copy, numbers) for copy, numbers in found if numbers]


def copy_lines(cases: Sequence[Case]) -> list[CopyLine]:
    """Return the copies that may survive of the cases, in words."""
    return [
        CopyLine(copy.what, copy.ask, copy.limits, tuple(numbers), _posts_words(numbers, len(cases)))
        for copy, numbers in surviving(cases)
    ]


def copies_guide(cases: Sequence[Case], now: datetime) -> Guide:
    """Return the same as a page of its own, without anything of a post but its number. Raises: NothingDecided."""
    lines = copy_lines(decided(cases))
    if not lines:
        raise NothingDecided
    asked = [line for line in lines if not line.ask.startswith(_NOBODY)]
    rest = [line for line in lines if line.ask.startswith(_NOBODY)]
    return Guide(
        title="Copies that can survive",
        made_on=day_words(now),
        version=__version__,
        lead="Removing a post does not reach what others have of it. Here is whom you can ask, for what, and where "
        "asking ends. Ask calmly, once, and only after the post itself is dealt with.",
        beside="Numbers are those of your worklist. There is nothing of any post on this page.",
        chapters=(
            Chapter("ask", "Whom you can ask", entries=tuple(_entry(line) for line in asked)),
            Chapter("nobody", "Where nobody can be asked", entries=tuple(_entry(line) for line in rest)),
        ),
        foot=("If a letter, a call or a request comes, stop, and answer again with backscroll gate.",),
    )


def _entry(line: CopyLine) -> Entry:
    return Entry(line.what, f"{line.ask} {line.limits} It concerns {line.posts}.")


def _posts_words(numbers: Sequence[int], total: int) -> str:
    """Return which posts a copy concerns: "all 12 posts", "2 posts: 4, 7"."""
    many = f"{len(numbers):,} post{'' if len(numbers) == 1 else 's'}"
    if len(numbers) == total:
        return {1: "the post", 2: "both posts"}.get(total, f"all {many}")
    listed = ", ".join(str(number) for number in numbers[:_MOST_NUMBERS])
    more = "" if len(numbers) <= _MOST_NUMBERS else f" and {len(numbers) - _MOST_NUMBERS:,} more"
    return f"{many}: {listed}{more}"
