"""Past audits, and what the newest says is new, changed, gone or still there. From the ledger alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit.decisions import DECISIONS, GATES
from audit.ledger import AuditRow, Coverage, Ledger
from audit.page import KIND_WORDS
from audit.parsers import network_facts
from audit.prove.outcomes import BACK, NETWORK_HOLDS, OUTCOMES, REMOVED, REWORDED, STILL_THERE, WAITING
from audit.prove.standing import Entry, Standing
from audit.reaudit import GONE, PRESENCES, WHY, counted
from audit.wording import day_words, listed, many, moment_words, span_words

SCHEMA = "backscroll/history/1"
MOST_LISTED = 20
HEAD, GOOD, ATTENTION, PLAIN = "head", "good", "attention", ""
_STAND_OUT = (
    (REMOVED, GOOD),
    (REWORDED, GOOD),
    (STILL_THERE, ATTENTION),
    (BACK, ATTENTION),
    (NETWORK_HOLDS, ATTENTION),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line to print. `tone`: head, good, attention or ""."""

    text: str
    tone: str = PLAIN


@dataclass(frozen=True, slots=True)
class PastAudit:
    """One audit: what it covered, how many findings it raised, and how many earlier ones it found gone."""

    audit: AuditRow
    coverage: dict[str, Coverage]
    raised: int
    gone: int


def past_audits(ledger: Ledger) -> list[PastAudit]:
    """Return every audit, the oldest first."""
    found = []
    for audit in ledger.audits():
        told = ledger.sightings(audit.id).values()
        raised, gone = sum(bool(one.tier) for one in told), sum(one.presence == GONE for one in told)
        found.append(PastAudit(audit, ledger.coverage(audit.id), raised, gone))
    return found


def history_lines(standing: Standing, past: list[PastAudit]) -> list[Line]:
    """Return the history as lines for a terminal."""
    return [*_audits(past), Line(""), *_newest(standing), *_stand_out(standing), Line(""), *_next(standing)]


def _audits(past: list[PastAudit]) -> Iterator[Line]:
    yield Line("One audit so far" if len(past) == 1 else f"{len(past):,} audits", HEAD)
    for one in past:
        gone = f"; {one.gone:,} gone" if one.gone else ""
        messages = ", private messages too" if one.audit.messages else ""
        counts = f"{many(one.audit.posts, 'post')}{messages}, {one.raised:,} raised{gone}"
        yield Line(f"  {moment_words(one.audit.made_at)}: {counts} (Backscroll {one.audit.version})")
        for network, held in sorted(one.coverage.items()):
            unread = f", {many(held.unread, 'place')} unread" if held.unread else ""
            span = span_words(held.first_day, held.last_day)
            yield Line(f"      {network_facts(network).label}: {many(held.posts, 'post')}, {span}{unread}")


def _newest(standing: Standing) -> Iterator[Line]:
    since = f", compared with that of {moment_words(standing.before.made_at)}" if standing.before else ""
    yield Line(f"The newest audit, {moment_words(standing.audit.made_at)}{since}", HEAD)
    if not standing.entries:
        yield Line("  No post was raised. Some that matter can still be among them.")
    for presence, reasons in _presences(standing).items():
        yield Line(f"  {sum(reasons.values()):5,}  {PRESENCES[presence]}")
        for why, count in reasons.items():
            if WHY[why]:
                yield Line(f"           {count:,}: {WHY[why]}")
    if standing.before is None and standing.entries:
        yield Line("  This is the first audit. The next one will say what is new and what is gone.")


def _presences(standing: Standing) -> dict[str, dict[str, int]]:
    """Return presence → why → how many, in the order of `PRESENCES`, the commonest reason first."""
    counts = counted(entry.sighting for entry in standing.entries)
    return {
        presence: dict(sorted(reasons.items(), key=lambda pair: -pair[1]))
        for presence in PRESENCES
        if (reasons := {why: count for (held, why), count in counts.items() if held == presence})
    }


def _stand_out(standing: Standing) -> Iterator[Line]:
    for outcome, tone in _STAND_OUT:
        entries = standing.those(lambda entry, wanted=outcome: entry.outcome == wanted)  # type: ignore[misc]
        if not entries:
            continue
        yield Line("")
        yield Line(f"{'✓' if tone == GOOD else '!'} {len(entries):,} {OUTCOMES[outcome]}", tone)
        if tone == ATTENTION:
            yield from (Line(f"    {_place_words(entry)}") for entry in entries[:MOST_LISTED])
            if len(entries) > MOST_LISTED:
                yield Line(f"    and {len(entries) - MOST_LISTED:,} more")


def _place_words(entry: Entry) -> str:
    known = entry.known
    place = f"{network_facts(known.network).label}, {KIND_WORDS[known.kind]}, {day_words(known.day)}"
    return f"{place}: {_decided_words(entry)}" if entry.decision else place


def _decided_words(entry: Entry) -> str:
    assert entry.decision is not None
    label = DECISIONS[entry.decision.decision].label.lower()
    return f"“{label}” was decided on {day_words(entry.decision.decided_at)}"


def _next(standing: Standing) -> Iterator[Line]:
    undecided = sum(entry.open for entry in standing.entries)
    waiting = sum(entry.outcome == WAITING for entry in standing.entries)
    gate = standing.audit.gate
    if not gate:
        yield Line(
            "Not yet answered: is a complaint or case open or likely? Answer with backscroll gate no|yes|unsure."
        )
    elif gate != "no":
        yield Line(f"Your answer was: {GATES[gate]}. Change nothing for now, and take advice first.", ATTENTION)
    if undecided:
        yield Line(f"{many(undecided, 'finding')} {'awaits' if undecided == 1 else 'await'} a decision.")
    if waiting:
        yield Line(f"{many(waiting, 'decision')} since the last audit: once carried out, ask for new exports and scan.")
    unknown = standing.counted(lambda entry: entry.known.network if entry.outcome == "cannot tell" else ())
    if unknown:
        labels = listed(network_facts(network).label for network in sorted(unknown))
        yield Line(f"Some could not be looked for. A new and whole export, all time, of {labels} may show them.")


def history_object(standing: Standing, past: list[PastAudit]) -> dict[str, Any]:
    """Return the history as plain values for `--json`."""
    return {
        "schema": SCHEMA,
        "audits": [_audit_object(one) for one in past],
        "newest": {
            "presence": _presences(standing),
            "outcome": {name: count for name in OUTCOMES if (count := _outcomes(standing)[name])},
            "open": sum(entry.open for entry in standing.entries),
            "not_carried_out": [
                _entry_object(entry) for entry in standing.those(lambda entry: entry.outcome == STILL_THERE)
            ],
        },
    }


def _outcomes(standing: Standing) -> dict[str, int]:
    return standing.counted(lambda entry: entry.outcome)


def _audit_object(one: PastAudit) -> dict[str, Any]:
    audit = one.audit
    return {
        "made_at": audit.made_at,
        "version": audit.version,
        "posts": audit.posts,
        "messages": audit.messages,
        "gate": audit.gate,
        "raised": one.raised,
        "gone": one.gone,
        "networks": {
            network: {
                "posts": held.posts,
                "first": _iso(held.first_day),
                "last": _iso(held.last_day),
                "unread": held.unread,
            }
            for network, held in sorted(one.coverage.items())
        },
    }


def _entry_object(entry: Entry) -> dict[str, Any]:
    known = entry.known
    return {"network": known.network, "kind": known.kind, "posted_on": _iso(known.day), "decision": entry.decided}


def _iso(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day else ""
