"""Which member belongs to which network, who reads it, and the account of what came of it."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from functools import cache
from operator import attrgetter
from types import ModuleType

from audit.archive import Archive, Member, Unreadable
from audit.parsers._export import MESSAGES_LEFT_OUT, PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._generic.claims import Claim, Claims, Proposed
from audit.parsers._told import NOTHING_TOLD, Columns, Told
from audit.posts import Post, Unread, clean_text

Progress = Callable[[int, int, str], None]
MOST_UNREAD = 200  # places kept per member; all are counted
MOST_AGAIN = 100  # files of one kind that others find by their path; those beyond are read all the same
GENERIC = "generic"
READ, LEFT_OUT, UNREAD, UNKNOWN = "read", "left out", "unread", "unknown"
_AGAIN = re.compile(r"^(?:again/)+")
_WORDS = re.compile(r".*\.(js|json|html?|csv|txt|tsv|xml|md|atom)", re.IGNORECASE)


@dataclass(slots=True)
class MemberRead:
    """What came of one member. `unread_count` counts all places, `unread` keeps the first `MOST_UNREAD`."""

    archive: str
    name: str
    network: str
    status: str
    reason: str = ""
    posts: int = 0
    dated: int = 0
    first: datetime | None = None
    last: datetime | None = None
    stated: int | None = None
    unread: list[Unread] = field(default_factory=list)
    unread_count: int = 0


@dataclass(slots=True)
class Reading:
    """All posts of all exports in reading order, one line a member, and whose exports they are.

    `proposed`: files that no parser knows and that wait for the person's word; `columns`: (name, all its columns, how
    it was read) of those that were read.
    """

    posts: list[Post] = field(default_factory=list)
    members: list[MemberRead] = field(default_factory=list)
    accounts: dict[str, list[Account]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    proposed: list[Proposed] = field(default_factory=list)
    columns: list[tuple[str, tuple[str, ...], Columns]] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """A parser, an export of its network, and the path below that export's root."""

    parser: ModuleType
    export: Export
    path: str


@cache
def parsers() -> tuple[ModuleType, ...]:
    """Return every parser module of this folder, in name order."""
    package = importlib.import_module("audit.parsers")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_"))
    return tuple(importlib.import_module(f"audit.parsers.{name}") for name in names)


def networks() -> dict[str, str]:
    """Return network → the name a person knows it by."""
    return {parser.NETWORK: parser.LABEL for parser in parsers()}


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """What the page says of a network: its name, the way to each kind of post, and what its export never holds."""

    label: str
    how_to_delete: dict[str, str]
    two_clicks: dict[str, str]
    never: tuple[str, ...]


@cache
def network_facts(network: str) -> NetworkFacts:
    """Return the facts of one network."""
    parser = next(parser for parser in parsers() if network == parser.NETWORK)
    return NetworkFacts(
        parser.LABEL, dict(parser.HOW_TO_DELETE), dict(getattr(parser, "TWO_CLICKS", {})), tuple(parser.NEVER)
    )


def read_exports(
    archives: Sequence[Archive],
    *,
    messages: bool = False,
    told: Told = NOTHING_TOLD,
    progress: Progress | None = None,
    reading: Reading | None = None,
) -> Reading:
    """Read every export in the archives. One broken record costs that record, one broken member that member.

    `told`: what the person says of files that no parser knows, and how they are called in chats.
    `reading`: an empty one to be filled; its `members` grow, and count their posts, while they are read.
    """
    reading = reading if reading is not None else Reading()
    claims = Claims(told)
    places, unclaimed = _places(archives, messages, claims)
    reading.proposed, reading.columns = claims.proposed, claims.used
    _find_accounts(places, reading)
    stated = _stated_counts(places)
    total = sum(member.size for archive in archives for member in archive.members if id(member) in places)
    done = 0
    if progress:
        progress(done, total, "")
    per_network: dict[str, list[Post]] = {}
    for archive in archives:
        reading.remarks.extend(f"{archive.name}: {remark}" for remark in archive.remarks)
        for gone in archive.set_aside:
            reading.members.append(MemberRead(archive.name, gone.name, "", gone.status, gone.reason))
        for member in archive.members:
            place = places.get(id(member))
            line, found = _read_member(archive, member, place, unclaimed.get(id(member)))
            reading.members.append(line)
            posts = list(found)
            if place:
                line.stated = stated.get(id(member))
                per_network.setdefault(place.parser.NETWORK, []).extend(posts)
                done += member.size
                if progress:
                    progress(done, total, line.network)
    reading.remarks.extend((*_remarks(places), *claims.unfitting()))
    for network, posts in per_network.items():
        reading.posts.extend(_finished(network, posts, reading))
    return reading


def _finished(network: str, posts: list[Post], reading: Reading) -> list[Post]:
    for parser in parsers():
        if network == parser.NETWORK and hasattr(parser, "finish"):
            try:
                posts = list(parser.finish(list(posts), reading.accounts.get(network, [])))
            except Exception as problem:  # joining posts must never cost them, nor its message quote the person
                why = f"({type(problem).__name__})"
                reading.remarks.append(f"{parser.LABEL}: posts that belong together were not joined {why}.")
    return posts


def proposed_in(archives: Sequence[Archive], told: Told = NOTHING_TOLD) -> list[Proposed]:
    """Return what could be read of the files that no parser knows, without reading any."""
    claims = Claims(told)
    _places(archives, False, claims)
    return claims.proposed


# --- which member belongs where -------------------------------------------------------------------------------------


def _places(
    archives: Sequence[Archive], messages: bool, claims: Claims
) -> tuple[dict[int, _Place], dict[int, Claim]]:
    """Return id(member) → where it belongs; and of members of no export what is to be said of them, if anything."""
    places: dict[int, _Place] = {}
    unclaimed: dict[int, Claim] = {}
    for archive in archives:
        roots = _roots(archive, messages)
        by_root: dict[str, list[tuple[str, ModuleType, Export]]] = {}
        for root in roots:
            by_root.setdefault(root[0], []).append(root)
        lengths = list(dict.fromkeys(map(len, by_root)))  # the deepest first, as roots are
        again: Counter[tuple[int, str]] = Counter()
        lone = len(archive.members) == 1
        for member in archive.members:
            found = _placed(member, by_root, lengths) or _sniffed(member, roots, again, messages)
            if not found and (claim := claims.of(member, outside=_outside(member, lengths, by_root), lone=lone)):
                unclaimed[id(member)] = claim
                found = _as_told(member, claim, roots, messages)
            if found:
                found.export.me = claims.told.me
                found.export.members[found.path] = member
                places[id(member)] = found
    return places, unclaimed


def _outside(member: Member, lengths: Sequence[int], by_root: Collection[str]) -> bool:
    """Say whether a member lies in no export's folder."""
    return not any(member.name[:length] in by_root for length in lengths)


def _as_told(
    member: Member, claim: Claim, roots: list[tuple[str, ModuleType, Export]], messages: bool
) -> _Place | None:
    """Return the place of a file that no parser knows and that is read as the person says."""
    if not claim.reads:
        return None
    generic = next(parser for parser in parsers() if parser.NETWORK == GENERIC)
    export = _export_of(generic, roots, messages)
    export.kept[generic.PLAN, id(member)] = claim.reads
    private = all(one.private for one in claim.reads if not one.why_not)
    return _Place(generic, export, f"{'messages' if private else 'read'}/{member.name}")


def _roots(archive: Archive, messages: bool) -> list[tuple[str, ModuleType, Export]]:
    """Return (root, parser, export): the deepest root first, of one folder the network that more names speak for."""
    found: dict[tuple[str, str], tuple[str, ModuleType, Export]] = {}
    signs: Counter[tuple[str, str]] = Counter()
    for parser in parsers():
        signature = re.compile(rf"(?P<root>(?:.*/)?)(?:{'|'.join(parser.SIGNATURE)})", re.IGNORECASE)
        for member in archive.members:
            if matched := signature.fullmatch(member.name):
                root = matched["root"]
                signs[root, parser.NETWORK] += 1
                if (root, parser.__name__) not in found:
                    export = Export(parser.NETWORK, root, messages=messages)
                    found[root, parser.__name__] = (root, parser, export)
    return sorted(found.values(), key=lambda one: (-len(one[0]), -signs[one[0], one[1].NETWORK]))


def _placed(
    member: Member, by_root: Mapping[str, Sequence[tuple[str, ModuleType, Export]]], lengths: Sequence[int]
) -> _Place | None:
    """Offer the member to the deepest root first; a parser that knows the path takes it.

    `lengths`: those of the roots, so that thousands of roots cost no more than their depths.
    """
    for length in lengths:
        path = member.name[length:]
        for _, parser, export in by_root.get(member.name[:length], ()):
            if any(_first_match(table, path) is not None for table in (parser.READS, parser.MESSAGES, parser.LEFT_OUT)):
                return _Place(parser, export, path)
    return None


def _sniffed(
    member: Member, roots: list[tuple[str, ModuleType, Export]], again: Counter[tuple[int, str]], messages: bool
) -> _Place | None:
    """Look into a file that no name tells: a lone, renamed or moved one. `again`: how often its like was seen."""
    if roots and not _WORDS.fullmatch(member.name):
        return None
    if re.fullmatch(PICTURES, member.name, re.IGNORECASE):
        return None
    head = _decoded(member.head(4096))
    for parser in parsers():
        for pattern, path in getattr(parser, "SNIFF", ()):
            if matched := re.search(pattern, head):
                export = _export_of(parser, roots, messages)
                bare = matched.expand(path)
                while (free := "again/" * again[id(export), bare] + bare) in export.members:
                    if again[id(export), bare] == MOST_AGAIN:
                        break
                    again[id(export), bare] += 1
                return _Place(parser, export, free)
    return None


def _export_of(parser: ModuleType, roots: list[tuple[str, ModuleType, Export]], messages: bool) -> Export:
    for _, other, export in roots:
        if other is parser:
            return export
    export = Export(parser.NETWORK, "", messages=messages)
    roots.append(("\0", parser, export))
    return export


def _decoded(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _first_match(table: "dict[str, Reader] | dict[str, str]", path: str) -> Reader | str | None:
    bare = _AGAIN.sub("", path)
    return next((found for pattern, found in table.items() if _compiled(pattern).fullmatch(bare)), None)


def labels_told_by(names: Collection[str]) -> list[str]:
    """Return the names of the networks whose exports give themselves away by these paths, the surest first."""
    signs: Counter[str] = Counter()
    for parser in parsers():
        signature = _compiled(rf"(?:.*/)?(?:{'|'.join(parser.SIGNATURE)})")
        signs[parser.LABEL] += sum(signature.fullmatch(name) is not None for name in names)
    return [label for label, count in signs.most_common() if count]


def label_told_by_head(head: bytes) -> str:
    """Return the name of the network whose export a lone file comes from, by its first 4,096 bytes, or ""."""
    text = _decoded(head)
    sniffs = ((parser.LABEL, pattern) for parser in parsers() for pattern, _ in getattr(parser, "SNIFF", ()))
    return next((label for label, pattern in sniffs if re.search(pattern, text)), "")


# --- reading ---------------------------------------------------------------------------------------------------------


def _find_accounts(places: dict[int, _Place], reading: Reading) -> None:
    seen: set[int] = set()
    for place in places.values():
        if id(place.export) in seen:
            continue
        seen.add(id(place.export))
        place.export.account = _account(place)
        known = reading.accounts.setdefault(place.parser.NETWORK, [])
        if place.export.account.shown and place.export.account not in known:
            known.append(place.export.account)
    for place in places.values():  # a part of an export may leave out whose it is
        known = reading.accounts[place.parser.NETWORK]
        if not place.export.account.shown and len(known) == 1:
            place.export.account = known[0]


def _account(place: _Place) -> Account:
    if not hasattr(place.parser, "account"):
        return Account()
    try:
        found: Account = place.parser.account(place.export)
    except Exception:  # whose export it is must never cost the export
        return Account()
    for one in fields(found):
        setattr(found, one.name, clean_text(getattr(found, one.name)))
    return found


def _stated_counts(places: dict[int, _Place]) -> dict[int, int]:
    counts: dict[int, int] = {}
    seen: dict[int, dict[str, int]] = {}
    for key, place in places.items():
        if not hasattr(place.parser, "counts"):
            continue
        if id(place.export) not in seen:
            try:
                seen[id(place.export)] = place.parser.counts(place.export)
            except Exception:  # nor must a broken manifest
                seen[id(place.export)] = {}
        if place.path in seen[id(place.export)]:
            counts[key] = seen[id(place.export)][place.path]
    return counts


def _remarks(places: dict[int, _Place]) -> Iterator[str]:
    """Yield what the parsers have to say about each export as a whole."""
    for place in {id(place.export): place for place in places.values()}.values():
        if not hasattr(place.parser, "remarks"):
            continue
        archive = next(member.archive for member in place.export.members.values())
        try:
            yield from [f"{archive}: {remark}" for remark in place.parser.remarks(place.export)]
        except Exception:  # noqa: S112 - a remark must never cost the report, nor its message quote the person
            continue


def _read_member(
    archive: Archive, member: Member, place: _Place | None, claim: Claim | None
) -> tuple[MemberRead, Iterator[Post]]:
    """Return the member's line in the account, and its posts, which are read as they are taken."""
    if place is None:
        picture = _compiled(PICTURES).fullmatch(member.name)
        status, reason = (LEFT_OUT, PICTURES_REASON) if picture else (UNKNOWN, "not a file we know")
        if claim:
            status, reason = claim.status, claim.reason
        return MemberRead(archive.name, member.name, "", status, reason), iter(())
    line = MemberRead(archive.name, member.name, place.parser.NETWORK, READ)
    reader = _first_match(place.parser.READS, place.path)
    private = _first_match(place.parser.MESSAGES, place.path)
    if reader is None and private is not None and place.export.messages:
        reader = private
    if not callable(reader):
        line.status = LEFT_OUT
        line.reason = MESSAGES_LEFT_OUT if private is not None else str(_first_match(place.parser.LEFT_OUT, place.path))
        return line, iter(())
    return line, _watched(reader, member, place, line)


def _watched(reader: Reader, member: Member, place: _Place, line: MemberRead) -> Iterator[Post]:
    """Yield the reader's posts, finished, and keep the account. Whatever goes wrong costs at most the member's rest."""
    try:
        for found in reader(member, place.export):
            if isinstance(found, Unread):
                _note(line, found)
                continue
            _count(line, found)
            yield _completed(found, member, place)
    except Unreadable as problem:
        _note(line, Unread("", str(problem)))
    except Exception as problem:  # an exception's message may quote the person: only its type is told
        _note(line, Unread("", f"it is not built as we expect ({type(problem).__name__})"))
    if line.unread_count and not line.posts:
        line.status = UNREAD
        line.reason = line.unread[0].reason


def _note(line: MemberRead, unread: Unread) -> None:
    line.unread_count += 1
    if len(line.unread) < MOST_UNREAD:
        line.unread.append(unread)


def _count(line: MemberRead, post: Post) -> None:
    line.posts += 1
    if post.posted_at is None:
        return
    line.dated += 1
    moment = post.posted_at if post.posted_at.tzinfo else post.posted_at.replace(tzinfo=UTC)
    line.first = moment if line.first is None else min(line.first, moment)
    line.last = moment if line.last is None else max(line.last, moment)


_CLEANED = (
    "text",
    "headline",
    "container",
    "reply_to",
    "link_url",
    "link_title",
    "place",
    "native_id",
    "url",
    "language",
)
_written_in = attrgetter(*_CLEANED)


def _completed(post: Post, member: Member, place: _Place) -> Post:
    post.network = place.parser.NETWORK
    post.account = post.account or place.export.account.shown
    post.source = f"{member.name}{post.source}"
    if not "".join(_written_in(post)).isprintable():  # one look at all of them: most are clean
        for name, text in zip(_CLEANED, _written_in(post), strict=True):
            if not text.isprintable():
                setattr(post, name, clean_text(text))
    if post.people:
        post.people = tuple(name for told in post.people if (name := clean_text(told)))
    return post
