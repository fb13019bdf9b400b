"""The ledger in, where things stand out: the newest audit, and every finding with its decision and what came of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from audit.decisions import DECISIONS
from audit.findings import Verdict, shown_categories
from audit.ledger import AuditRow, Coverage, DecisionRow, Known, Ledger, SampleRow, Sighting
from audit.parsers import network_facts
from audit.prove.outcomes import outcome
from classifiers.categories import CATEGORIES

BY_HAND = "Found by reading a sample, not put in a category"
UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as the newest audit left it. `outcome`: a key of `audit.prove.outcomes.OUTCOMES`."""

    known: Known
    sighting: Sighting
    decision: DecisionRow | None
    outcome: str
    done: str = ""  # when the person ticked it off, or ""

    @property
    def decided(self) -> str:
        """Return the key of the decision that holds, or `UNDECIDED`."""
        return self.decision.decision if self.decision else UNDECIDED

    @property
    def open(self) -> bool:
        """Say whether the person still has to decide."""
        return self.decision is None or not DECISIONS[self.decision.decision].closes

    @property
    def acts(self) -> bool:
        """Say whether it was decided to change something on the network."""
        return self.decision is not None and DECISIONS[self.decision.decision].acts

    @property
    def categories(self) -> tuple[str, ...]:
        """Return the labels of the categories worth naming."""
        told = self.sighting
        verdict = Verdict(told.tier, told.severity, told.score, told.weight, told.categories)
        return tuple(CATEGORIES[name].label for name in shown_categories(verdict)) or (BY_HAND,)

    @property
    def year(self) -> str:
        """Return the year it was posted, or "undated"."""
        return str(date.fromordinal(self.known.day).year) if self.known.day else "undated"


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the ledger knows of the newest audit.

    `audits`: every one, the oldest first; `missing`: networks that an earlier audit read and the newest did not.
    """

    audit: AuditRow
    audits: tuple[AuditRow, ...]
    coverage: dict[str, Coverage]
    entries: tuple[Entry, ...]
    samples: tuple[SampleRow, ...]
    missing: tuple[str, ...] = ()

    @property
    def before(self) -> AuditRow | None:
        """Return the audit before the newest, if there is one."""
        return self.audits[-2] if len(self.audits) > 1 else None

    @property
    def labels(self) -> list[str]:
        """Return the networks by the names a person knows them by."""
        return [network_facts(network).label for network in sorted(self.coverage)]

    def counted(self, of: Callable[[Entry], str | Iterable[str]]) -> Counter[str]:
        """Return how many findings there are of each value of `of`; several values of one finding count each."""
        values = (of(entry) for entry in self.entries)
        return Counter(one for value in values for one in ((value,) if isinstance(value, str) else value))

    def those(self, when: Callable[[Entry], bool]) -> list[Entry]:
        """Return the findings for which `when` holds, the most serious first, then the newest."""
        chosen = [entry for entry in self.entries if when(entry)]
        return sorted(chosen, key=lambda entry: (-entry.sighting.severity, -(entry.known.day or 0), entry.known.id))


def standing_of(ledger: Ledger) -> Standing:
    """Return where things stand. Raises: NoAudit."""
    audit = ledger.latest()
    sightings, decisions, ticked = ledger.sightings(audit.id), ledger.decisions(), ledger.ticked()
    entries = tuple(
        Entry(
            known=known,
            sighting=(told := sightings[known.id]),
            decision=decisions.get(known.id),
            outcome=outcome(told.presence, decisions.get(known.id), audit.made_at),
            done=ticked.get(known.id, ""),
        )
        for known in ledger.known()
        if known.id in sightings
    )
    audits, coverage = tuple(ledger.audits()), ledger.coverage(audit.id)
    earlier = {network for one in audits for network in ledger.coverage(one.id)}
    missing = tuple(sorted(earlier - set(coverage)))
    return Standing(audit, audits, coverage, entries, tuple(ledger.samples()), missing)
