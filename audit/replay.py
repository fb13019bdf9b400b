"""The corridor once more: the newest audit as a full `Report`, made of the ledger and the exports, nothing scored.

Calls the rooms in order, decides nothing. An edition of it is what other people see.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit.editions import Tally, edition_of, names_of, tally
from audit.ledger import Ledger
from audit.page import report_of
from audit.pipeline import Progress
from audit.practice import as_audit, recalled
from audit.reader import Reader
from audit.wording import day_words
from reports.view import Report

if TYPE_CHECKING:
    from audit.parsers import Reading
    from audit.posts import Post


@dataclass(frozen=True, slots=True)
class Replayed:
    """A full report, and what its editions need beside it."""

    report: Report
    names: frozenset[str]
    tally: Tally | None
    gate: str


def replayed(ledger: Ledger, exports: Sequence[Path] = (), progress: Progress | None = None) -> Replayed:
    """Return the newest audit as a report, read again from `exports`, or from where they lay.

    Raises: NoAudit; ExportsMoved; AuditError if nothing can be read.
    """
    past = recalled(ledger, exports, progress)
    facts = past.audit
    report = report_of(as_audit(past), past.cases, facts.gate, again=len(ledger.audits()) > 1)
    told = replace(report, settings=(("Audit of", day_words(facts.made_at)), *report.settings))
    return Replayed(told, known_names(past.posts, past.reading), ledger_tally(ledger), facts.gate)


def page_for(reader: Reader, full: Replayed) -> str:
    """Return the page for this reader."""
    from reports.edition_view import render_edition
    from reports.render import render_report

    if reader is Reader.OWN:
        return render_report(full.report)
    return render_edition(edition_of(full.report, reader, names=full.names, tally=full.tally, gate=full.gate))


def ledger_tally(ledger: Ledger) -> Tally:
    """Return the numbers of the newest audit, with those findings that are no longer in any export."""
    return tally(ledger.sightings(ledger.latest().id).items(), ledger.decisions())


def known_names(posts: "Sequence[Post]", reading: "Reading") -> frozenset[str]:
    """Return the names and handles that the exports hold."""
    accounts = [account for accounts in reading.accounts.values() for account in accounts]
    return names_of(posts, [name for account in accounts for name in (account.handle, account.name)])
