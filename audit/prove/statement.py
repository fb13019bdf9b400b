"""Where things stand in, the content-free statement for the renewal file out. It never makes anybody look better."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from audit.decisions import DECISIONS, GATES
from audit.ledger import Coverage
from audit.parsers import network_facts
from audit.prove.elusion import sample_words
from audit.prove.outcomes import BACK, NETWORK_HOLDS, NOT_SHOWN, OUTCOMES, REMOVED, STILL_THERE, UNKNOWN, WAITING
from audit.prove.seal import Registrant
from audit.prove.standing import UNDECIDED, Standing
from audit.wording import day_words, listed, many, span_words
from reports.prove_view import Counts, NetworkCovered, Remark, Statement

QUESTION = "whether a complaint, claim, inquest, inquiry, court or disciplinary matter is open or likely"
Measures = Iterable[tuple[str, str, str]]
_NOT_DONE: dict[str, tuple[str, str]] = {
    STILL_THERE: (
        "finding that I decided to remove or reword is still there in the newest exports.",
        "findings that I decided to remove or reword are still there in the newest exports.",
    ),
    BACK: ("finding came back after it had been gone.", "findings came back after they had been gone."),
    NETWORK_HOLDS: (
        "finding is removed, but still held by the network.",
        "findings are removed, but still held by the network.",
    ),
    WAITING: (
        "finding was decided on after the newest audit; no export has verified yet what was done.",
        "findings were decided on after the newest audit; no export has verified yet what was done.",
    ),
    UNKNOWN: (
        "finding to be changed could not be looked for: the newest exports could not show it.",
        "findings to be changed could not be looked for: the newest exports could not show them.",
    ),
    NOT_SHOWN: (
        "finding was to be restricted; an export does not show who can see it now.",
        "findings were to be restricted; an export does not show who can see them now.",
    ),
}


def statement_of(
    standing: Standing, registrant: Registrant, made: datetime, digest: str, measures: Measures, version: str
) -> Statement:
    """Return the statement. `measures`: (label, value, note) of the classifier's committed measurement."""
    audit = standing.audit
    return Statement(
        made_on=day_words(made.date()),
        version=version,
        name=registrant.name,
        body=registrant.body,
        number=registrant.number,
        facts=tuple(_facts(standing)),
        posts=f"{audit.posts:,}",
        findings=f"{len(standing.entries):,}",
        remarks=tuple(sorted(_remarks(standing), key=lambda remark: not remark.open)),
        networks=tuple(_network(network, held) for network, held in sorted(standing.coverage.items())),
        not_covered=tuple(_not_covered(standing)),
        counts=(_by_category(standing), _by_decision(standing)),
        outcomes=_by_outcome(standing),
        method=tuple(_method(standing)),
        measures=tuple(measures),
        sample=sample_words(standing.samples, audit.id, your="my"),
        gate=gate_words("no") if audit.gate == "no" else "",  # any other answer stands among the remarks
        digest=digest,
    )


def gate_words(gate: str) -> str:
    """Say how the question was answered, or that it was not."""
    if not gate:
        return f"The question {QUESTION} has not been answered."
    return f"Asked {QUESTION}, I answered with the newest audit: {GATES[gate]}."


def _facts(standing: Standing) -> Iterator[tuple[str, str]]:
    audit = standing.audit
    yield "Trade", audit.profession or "not said"
    yield "Country", audit.country or "not said"
    yield "Newest audit", day_words(audit.made_at)
    if standing.before:
        yield "Audits so far", f"{len(standing.audits):,}, the first on {day_words(standing.audits[0].made_at)}"
    else:
        yield "Audits so far", "one; nothing has been verified by a second"


# --- where it stands --------------------------------------------------------------------------------------------------


def _remarks(standing: Standing) -> Iterator[Remark]:
    total = len(standing.entries)
    yield from _gate_remark(standing.audit.gate)
    if not total:
        yield Remark("No post was raised. That is no proof that none could be read in a way I did not mean.")
        return
    undecided = sum(entry.open for entry in standing.entries)
    if undecided:
        of = f"{undecided:,} of {many(total, 'finding')}"
        yield Remark(
            f"This review is not finished: {of} {'awaits' if undecided == 1 else 'await'} a decision.", open=True
        )
    else:
        yield Remark("Every finding has been decided on." if total > 1 else "The one finding has been decided on.")
    yield from _carried_out(standing)


def _gate_remark(gate: str) -> Iterator[Remark]:
    if not gate:
        yield Remark(gate_words(gate), open=True)
    elif gate != "no":
        yield Remark(f"{gate_words(gate)} Until that is settled, nothing should be removed or changed.", open=True)


def _carried_out(standing: Standing) -> Iterator[Remark]:
    came = standing.counted(lambda entry: entry.outcome)
    meant = standing.counted(lambda entry: entry.decided)["remove"]
    if meant:
        yield Remark(
            f"{came[REMOVED]:,} of {meant:,} that I decided to remove {'is' if came[REMOVED] == 1 else 'are'} "
            "verified gone: a later export would have shown them.",
            open=came[REMOVED] < meant,
        )
    acting = standing.counted(lambda entry: entry.outcome if entry.acts or entry.outcome != UNKNOWN else ())
    for outcome, (one, several) in _NOT_DONE.items():
        if count := acting[outcome]:
            yield Remark(f"{count:,} {one if count == 1 else several}", open=outcome != NOT_SHOWN)


# --- what was and was not covered -------------------------------------------------------------------------------------


def _network(network: str, held: Coverage) -> NetworkCovered:
    facts = network_facts(network)
    unread = many(held.unread, "file or place", "files or places") if held.unread else "none"
    return NetworkCovered(
        facts.label, f"{held.posts:,}", span_words(held.first_day, held.last_day), unread, facts.never
    )


def _not_covered(standing: Standing) -> Iterator[str]:
    if not standing.audit.messages:
        yield "Private messages were left out."
    unread = [network_facts(network).label for network, held in sorted(standing.coverage.items()) if held.unread]
    if unread:
        yield f"Parts of the exports of {listed(unread)} could not be read."
    if standing.missing:
        labels = listed(network_facts(network).label for network in standing.missing)
        yield f"{labels}: read in an earlier audit, not in the newest."
    yield "What was posted after the last day of each period, on other networks, or from other accounts of mine."
    yield "Words in pictures and in videos, what others wrote or copied, and what was deleted before the first export."


# --- counts -----------------------------------------------------------------------------------------------------------


def _by_category(standing: Standing) -> Counts:
    rows = standing.counted(lambda entry: entry.categories).most_common()
    return Counts("By category", _rows(rows), "A finding can stand in several categories.")


def _by_decision(standing: Standing) -> Counts:
    counts = standing.counted(lambda entry: entry.decided)
    rows = [(choice.label, counts[key]) for key, choice in DECISIONS.items()]
    return Counts("By decision", _rows([*rows, ("Not decided yet", counts[UNDECIDED])]), _open_note(standing))


def _open_note(standing: Standing) -> str:
    kept_open = standing.counted(lambda entry: entry.decided if entry.open and entry.decision else ())
    labels = [f"“{choice.label}”" for key, choice in DECISIONS.items() if kept_open[key]]
    return f"{listed(labels)} {'leaves' if len(labels) == 1 else 'leave'} a finding open." if labels else ""


def _by_outcome(standing: Standing) -> Counts:
    counts = standing.counted(lambda entry: entry.outcome)
    since = f" since {day_words(standing.before.made_at)}" if standing.before else ""
    new = sum(entry.sighting.presence == "new" for entry in standing.entries)
    note = f"{f'{new:,}' if new else 'None'} of them {'is' if new < 2 else 'are'} new{since}."
    return Counts("What came of them", _rows([(_capital(words), counts[key]) for key, words in OUTCOMES.items()]), note)


def _rows(counts: Iterable[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, f"{count:,}") for label, count in counts if count)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _method(standing: Standing) -> Iterator[tuple[str, str]]:
    audit = standing.audit
    yield "Program", f"Backscroll {audit.version}, on my own computer, sending nothing"
    yield "Labelled examples it learnt from", f"digest {audit.examples[:16]}"
    absent = "absent: posts were judged by their words alone"
    yield "Sentence encoder", absent if audit.encoder == "absent" else f"digest {audit.encoder[:16]}"
