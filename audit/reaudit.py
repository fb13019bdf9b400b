"""What became of each finding since the last audit. Pure: the ledger's past and today's posts in, rows to record out.

A finding is met again by its post, or in another format by its words; an edited one by its place. What is not met is
*gone* only where today's exports would have shown it; otherwise we *cannot tell*, and say why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.ledger import Coverage, Identity, Known, Recorded, Sighting

NEW, STILL, CHANGED, GONE = "new", "still there", "changed", "gone"
HELD, CAME_BACK, CANNOT_TELL = "held", "came back", "cannot tell"

PRESENCES: dict[str, str] = {
    NEW: "new",
    STILL: "still there",
    CHANGED: "changed: its words are other ones now",
    GONE: "gone: today's export would have shown it",
    HELD: "removed, still held by the network",
    CAME_BACK: "came back after it had been gone",
    CANNOT_TELL: "cannot tell",
}
WHY: dict[str, str] = {
    "": "",
    "first audit": "the first audit of this network",
    "posted since": "you posted it since the last audit",
    "new rules": "it stood in an earlier export and was not raised then: what we look for has grown",
    "not seen before": "it is older, and was in no earlier export",
    "edited version": "it is the new wording of an earlier finding",
    "sample": "you found it yourself in a sample",
    "in another form": "known again by its words",
    "deleted": "the export lists it as deleted",
    "trash": "it lies in the network's bin",
    "edited": "a post with other words stands in its place",
    "earlier": "so an earlier audit found",
    "no export": "this audit had no export of that network",
    "another account": "today's export is of another account",
    "messages left out": "private messages were not read this time",
    "begins later": "today's export begins later",
    "ends earlier": "today's export ends earlier",
    "unread part": "a part of today's export could not be read",
    "no such file": "today's export holds no such kind of post at all",
    "no date": "it has no date, and its file is not in today's export",
}
REMOVED_STATES = frozenset({"deleted", "trash"})
# These networks let nobody choose a range: their archive is the whole account, from its first day.
WHOLE_ARCHIVES = frozenset({"twitter", "mastodon", "bluesky"})


@dataclass(frozen=True, slots=True)
class Present:
    """A post of today. `raised`: what the classifier says of it, None if ordinary; its presence is not yet known."""

    identity: Identity
    state: str
    raised: Sighting | None


@dataclass(frozen=True, slots=True)
class Past:
    """What the ledger knows. `last`: the newest sighting of each finding; `earlier`: each network's newest coverage."""

    known: Sequence[Known] = ()
    last: Mapping[int, Sighting] = field(default_factory=dict)
    earlier: Mapping[str, Coverage] = field(default_factory=dict)
    seen: Mapping[str, Mapping[bytes, int | None]] = field(default_factory=dict)
    to_be_removed: frozenset[int] = frozenset()


def compared(past: Past, present: Sequence[Present], now: Mapping[str, Coverage]) -> list[Recorded]:
    """Return one row for every finding there ever was, then one for each that is new."""
    met, by_words = _met(past.known, present)
    places = _edited_places(past, present)
    spans = _kept_spans(past)
    rows: list[Recorded] = []
    edited_from: dict[bytes, int] = {}
    for known in past.known:
        before = past.last.get(known.id, Sighting(NEW))
        if known.id in met:
            one = met[known.id]
            rows.append(Recorded(known.id, one.identity, _met_again(one, before, moved=known.id in by_words)))
            continue
        replaced = next((places[anchor] for _, anchor, _ in known.identities if anchor and anchor in places), None)
        if replaced is not None:
            edited_from[replaced.identity.post] = known.id
        presence, why = _not_met(known, before, past, now, spans, edited=replaced is not None)
        rows.append(Recorded(known.id, None, replace(before, presence=presence, why=why)))
    theirs = {post for known in past.known for post, _, _ in known.identities}
    theirs |= {one.identity.post for one in met.values()}
    told = {row.id: row.sighting for row in rows}
    for one in present:
        if one.raised is None or one.identity.post in theirs:
            continue
        copied = _copied(one, met)
        if copied is None:
            rows.append(_new(one, past, edited_from.get(one.identity.post)))
        else:
            rows.append(Recorded(copied, one.identity, told[copied]))
    return rows


def _copied(one: Present, met: Mapping[int, Present]) -> int | None:
    """Return the finding of which this is a copy: the same post, handed over in two formats at once."""
    if one.identity.anchor or not one.identity.words:
        return None
    copies = (
        finding
        for finding, other in met.items()
        if other.identity.words == one.identity.words and _days_apart(other.identity.day, one.identity.day) <= 1
    )
    return next(copies, None)


def _met(known: Sequence[Known], present: Sequence[Present]) -> tuple[dict[int, Present], set[int]]:
    """Return today's post of each finding that is met, and which of them only by their words. One post, one finding."""
    by_post = {one.identity.post: one for one in present}
    met: dict[int, Present] = {}
    for finding in known:
        one = next((by_post[post] for post, _, _ in reversed(finding.identities) if post in by_post), None)
        if one is not None:
            met[finding.id] = one
    taken = {one.identity.post for one in met.values()}
    free: dict[bytes, list[Present]] = {}
    for one in present:
        if one.identity.words and one.identity.post not in taken:
            free.setdefault(one.identity.words, []).append(one)
    moved: set[int] = set()
    for finding in (finding for finding in known if finding.id not in met):
        offered = [one for _, _, words in finding.identities for one in free.get(words, ())]
        if not offered:
            continue
        one = min(offered, key=lambda one: (_days_apart(one.identity.day, finding.day), one.identity.post))
        free[one.identity.words].remove(one)
        met[finding.id] = one
        moved.add(finding.id)
    return met, moved


def _days_apart(one: int | None, other: int | None) -> int:
    return abs(one - other) if one is not None and other is not None else 10**6


def _edited_places(past: Past, present: Sequence[Present]) -> dict[bytes, Present]:
    """Return today's posts by place, where their words were never read before."""
    return {
        one.identity.anchor: one
        for one in present
        if one.identity.anchor and one.identity.post not in past.seen.get(one.identity.network, {})
    }


def _met_again(one: Present, before: Sighting, *, moved: bool) -> Sighting:
    told = one.raised or replace(before, tier="")
    if one.state in REMOVED_STATES:
        return replace(told, presence=HELD, why=one.state)
    if before.presence in (GONE, HELD):
        return replace(told, presence=CAME_BACK, why="")
    return replace(told, presence=STILL, why="in another form" if moved else "")


Spans = Mapping[str, tuple[int, int]]  # network → first and last day of what was seen and was not to be removed


def _not_met(
    known: Known, before: Sighting, past: Past, now: Mapping[str, Coverage], spans: Spans, *, edited: bool
) -> tuple[str, str]:
    if edited:
        return CHANGED, "edited"
    if before.presence in (GONE, CHANGED):
        return before.presence, "earlier"
    coverage = now.get(known.network)
    if coverage is None:
        return CANNOT_TELL, "no export"
    why = _not_covered(known, coverage, past, spans)
    return (CANNOT_TELL, why) if why else (GONE, "")


def _not_covered(known: Known, coverage: Coverage, past: Past, spans: Spans) -> str:
    """Return why today's exports of the network could not have shown the finding, or "" if they could."""
    earlier = past.earlier.get(known.network)
    if earlier and earlier.accounts and coverage.accounts and not earlier.accounts & coverage.accounts:
        return "another account"
    has_file = known.member in coverage.members
    if not has_file and known.kind not in coverage.kinds:
        return "messages left out" if known.kind == "message" else "no such file"
    if coverage.unread and not has_file:
        return "unread part"
    if known.day is None:
        return "" if has_file else "no date"
    first, last = coverage.first_day, coverage.last_day
    kept = spans.get(known.network)
    if kept is None:
        return ""
    begins_later = known.network not in WHOLE_ARCHIVES and (first is None or known.day < first)
    if begins_later and (first is None or kept[0] < first):
        return "begins later"
    if (last is None or known.day > last) and (last is None or kept[1] > last):
        return "ends earlier"
    return ""


def _kept_spans(past: Past) -> Spans:
    """Return from when to when each network's posts lie that were read before and that nobody meant to remove.

    If all that is missing beyond an end of today's export was to be removed, the export did not begin later or end
    earlier: the person did what they decided.
    """
    meant = {post for one in past.known if one.id in past.to_be_removed for post, _, _ in one.identities}
    spans = {}
    for network, seen in past.seen.items():
        days = [day for post, day in seen.items() if day is not None and post not in meant]
        if days:
            spans[network] = (min(days), max(days))
    return spans


def _new(one: Present, past: Past, edited_from: int | None) -> Recorded:
    raised = one.raised or Sighting(NEW)
    presence = HELD if one.state in REMOVED_STATES else NEW
    why = one.state if presence == HELD else _why_new(one.identity, past, edited=edited_from is not None)
    return Recorded(None, one.identity, replace(raised, presence=presence, why=why), edited_from)


def _why_new(identity: Identity, past: Past, *, edited: bool) -> str:
    if edited:
        return "edited version"
    earlier = past.earlier.get(identity.network)
    if earlier is None:
        return "first audit"
    if identity.post in past.seen.get(identity.network, {}):
        return "new rules"
    if identity.day is not None and earlier.last_day is not None and identity.day >= earlier.last_day:
        return "posted since"
    return "not seen before"


def counted(rows: Iterable[Sighting]) -> dict[tuple[str, str], int]:
    """Return how many sightings there are of each presence and why."""
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        counts[row.presence, row.why] = counts.get((row.presence, row.why), 0) + 1
    return counts
