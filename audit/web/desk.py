"""What one running page holds: the sources, the audit under way, its findings. All in memory, gone when it ends.

One person, one desk; the handlers of `audit.web` and `audit.web.screens` work on it from several threads, so whatever
changes it holds `lock`. What the person can put right comes as an `AuditError`, its sentence ready to be shown.
"""

import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit.archive import harmless
from audit.decisions import GATES, REASONS, UNDONE, offered, plain_note, repeats
from audit.errors import AuditError, NotAnExport
from audit.ledger import AuditRow, DecisionRow, Ledger, LedgerUnusable
from audit.review import WHY_NOT
from audit.web.jobs import Job, run
from audit.web.learning import Learning
from audit.web.remote import Ended, RemoteExport, Remotes
from audit.web.sources import Source, found_in_downloads, told_path
from audit.web.unknown import waiting_in

if TYPE_CHECKING:
    from starlette.requests import Request

    from audit.cases import Case
    from audit.parsers import Reading
    from audit.pipeline import Audit
    from audit.posts import Post

__all__ = ["Desk", "Job", "NoSuchFinding", "NothingChosen", "Source", "StillReading", "desk_of"]


class NothingChosen(AuditError):
    """An audit needs something to read."""

    def __init__(self) -> None:
        super().__init__("No archive is chosen yet. Tick at least one, or drop one here.")


class StillReading(AuditError):
    """One audit at a time."""

    status = 409

    def __init__(self) -> None:
        super().__init__("An audit is running already. Wait for it, or stop it first.")


class NoSuchFinding(AuditError):
    """An address of an earlier audit, or one that was made up."""

    status = 404

    def __init__(self) -> None:
        super().__init__("That finding is not among those of this audit. Go back to the list and choose it there.")


class NotNow(AuditError):
    """The gate does not allow it, or a note repeats the post: the sentence says which."""

    status = 409


@dataclass(repr=False)
class Desk:
    """The one desk. `case_id` is `Case.id`, the ledger's number.

    `without_ledger`: "" or the sentence that says why nothing will be kept; then the ledger is one in memory, so that
    all else works the same.
    """

    folder: Path | None = None  # where the ledger lies; None: the person's data folder
    keep: bool = True  # False: leave no trace of this audit
    profession: str = ""
    country: str = ""
    messages: bool = False
    me: str = ""  # how the person is called in chats; several names with commas between them
    sources: list[Source] = field(default_factory=list)
    job: Job | None = None
    audit: "Audit | None" = None
    cases: "list[Case]" = field(default_factory=list)
    posts: "list[Post]" = field(default_factory=list)
    reading: "Reading | None" = None  # the account of what was read
    row: AuditRow | None = None  # the audit as the ledger has it, once there is one on the desk
    lock: threading.RLock = field(default_factory=threading.RLock)
    without_ledger: str = ""
    looked_around: bool = False  # Downloads was looked through; until then more offers may come
    heard: float = field(default_factory=time.monotonic)  # when a page of ours was last heard of
    _gate: str = ""
    _before: "list[list[tuple[int, DecisionRow | None]]]" = field(default_factory=list)
    _groups: list[tuple[int, ...]] | None = None  # places in `cases` with the same words; None: to be found out

    def __post_init__(self) -> None:
        self.ledger = self._opened_ledger()
        self.learning = Learning()
        self.remotes = Remotes(lambda: self.silence)

    @property
    def silence(self) -> float:
        """Seconds since a page of ours was last heard of."""
        return time.monotonic() - self.heard

    def hear(self) -> None:
        """Take note that a page of ours is there."""
        self.heard = time.monotonic()

    def _opened_ledger(self) -> Ledger:
        if not self.keep:
            self.without_ledger = "No trace of this audit is kept: what you decide is gone when this page is closed."
            return Ledger.passing()
        try:
            return Ledger(self.folder)
        except LedgerUnusable as problem:
            self.without_ledger = f"{problem} Until then, what you decide is gone when this page is closed."
            return Ledger.passing()

    # --- the gate -----------------------------------------------------------------------------------------------------

    @property
    def gate(self) -> str:
        """ "", no, yes or unsure: is a complaint or case open or likely?"""
        return self._gate

    @gate.setter
    def gate(self, answer: str) -> None:
        """Keep the answer; with an audit on the desk it is stored with it."""
        if answer not in ("", *GATES):
            raise NotNow("Choose one of the three answers.")
        with self.lock:
            self._gate = answer
            self._store_gate()

    def _store_gate(self) -> None:
        if self.row and self._gate and self._gate != self.row.gate:
            self.ledger.answer_gate(self.row.id, self._gate)
            self.row = replace(self.row, gate=self._gate)

    # --- sources ------------------------------------------------------------------------------------------------------

    def look_around(self) -> None:
        """Offer what lay there at the last audit and what looks like an export in Downloads. Takes seconds at most."""
        last = self.last_audit()
        for path in last.exports if last else ():
            with suppress(AuditError):
                self._offer([Source.at(Path(path), "last audit")])
        self._offer(found_in_downloads())
        self.looked_around = True

    def _offer(self, offers: Iterable[Source]) -> None:
        with self.lock:
            known = {source.path for source in self.sources}
            self.sources += [offer for offer in offers if offer.path not in known]

    def add_path(self, typed: str) -> Source:
        """Add what a person typed or pasted, chosen. Raises: AuditError if it is not there or no export."""
        path = told_path(typed)
        with self.lock:
            for source in self.sources:
                if source.path == path:
                    source.chosen = source.state != "unknown"
                    return source
        added = Source.at(path, "named")
        added.chosen = added.state != "unknown"
        with self.lock:
            self.sources.append(added)
        return added

    def add_dropped(self, dropped: RemoteExport) -> Source:
        """Add what the browser holds, chosen, and look into it. The same files again mend a reading that lost them.

        Raises: AuditError if there is too much of it.
        """
        known, again = self.remotes.register(dropped)
        with self.lock:
            held = next((source for source in self.sources if source.id == known), None)
            if again and held is not None:
                held.chosen = True
                return held
            added = Source(harmless(dropped.name), dropped.size, "dropped", state="looking", chosen=True, id=known)
            self.sources.append(added)
        threading.Thread(target=self._look_into, args=(added,), daemon=True, name="look").start()
        return added

    def _look_into(self, source: Source) -> None:
        """Tell which network's export it is; what is none is not chosen, and says so."""
        try:
            labels = self.remotes.labels(source.id)
        except (AuditError, Ended, OSError) as problem:
            if isinstance(problem, NotAnExport):
                source.waits(waiting_in(self.remotes, source))
            told = str(problem) if isinstance(problem, AuditError) else ""
            sentence = told or f"{source.name} could not be looked into. Choose it again."
            if source.state == "looking":
                source.state, source.chosen, source.sentence = "refused", False, sentence
        else:
            source.network_label = " and ".join(labels[:3])
            source.state = "ready" if source.state == "looking" else source.state
        self.remotes.wake()

    def needs(self, tab: str) -> bool:
        """Say whether a page holds something that is chosen and not read yet, so that it must stay open."""
        waiting = [source for source in self.sources if source.chosen and source.state not in ("read", "refused")]
        held = [self.remotes.export(source.id) for source in waiting]
        return any(export is not None and export.tab == tab for export in held)

    def choose(self, source_id: str, chosen: bool) -> Source:
        """Tick a source or take the tick away."""
        with self.lock:
            source = self.source(source_id)
            source.chosen = chosen
        self.remotes.wake()
        return source

    def drop(self, source_id: str) -> None:
        """Take a source off the list; its file stays where it is."""
        with self.lock:
            source = self.source(source_id)
            self.sources.remove(source)
        self.remotes.forget(source.id)

    def source(self, source_id: str) -> Source:
        """Return the source of that id. Raises: AuditError."""
        found = next((source for source in self.sources if source.id == source_id), None)
        if found is None:
            raise AuditError("That archive is no longer on the list. Choose it again.")
        return found

    # --- the audit ----------------------------------------------------------------------------------------------------

    def last_audit(self) -> AuditRow | None:
        """Return the newest audit that the ledger knows, or None."""
        audits = self.ledger.audits()
        return audits[-1] if audits else None

    def start(self) -> None:
        """Read, score and record the chosen sources, in a thread of its own; `job` tells how it goes.

        Raises: NothingChosen, StillReading.
        """
        self._begin([source for source in self.sources if source.chosen], recall=False)

    def recall(self) -> None:
        """Read the newest audit's exports again, from the chosen sources or from where they lay, nothing scored.

        Runs in a thread of its own as `start` does. Raises: NoAudit, ExportsMoved, StillReading.
        """
        chosen = [source for source in self.sources if source.chosen]
        if not chosen:
            chosen = [Source.at(Path(path), "last audit") for path in self._last_paths()]
        self._begin(chosen, recall=True)

    def _last_paths(self) -> Sequence[str]:
        from audit.practice import ExportsMoved

        row = self.ledger.latest()
        gone = [path for path in row.exports if not Path(path).exists()]
        if gone or not row.exports:
            raise ExportsMoved([Path(path).name for path in gone])
        return row.exports

    def _begin(self, chosen: list[Source], *, recall: bool) -> None:
        with self.lock:
            if self.job and not self.job.over:
                raise StillReading
            if not chosen:
                raise NothingChosen
            self.job = Job(tuple(chosen), recall=recall)
            work = threading.Thread(target=run, args=(self, self.job), daemon=True, name="audit")
        work.start()

    def cancel(self) -> None:
        """Stop what is being read or scored; within a second or two nothing of it is left."""
        with self.lock:
            if self.job:
                self.job.cancel()
        self.remotes.wake()

    def laid_out(self, audit: "Audit", cases: "list[Case]", row: AuditRow) -> None:
        """Put a finished audit on the desk. The answer given at this desk counts; else the one stored with it."""
        with self.lock:
            self.audit, self.cases, self.posts, self.reading, self.row = audit, cases, audit.posts, audit.reading, row
            self._before.clear()
            self._groups = None
            self._gate = self._gate or row.gate
            self._store_gate()

    def refresh(self) -> None:
        """Read what the ledger knows of the findings again: after ticks, or a finding added by hand."""
        from audit.cases import cases_of

        with self.lock:
            if self.row:
                self.cases = cases_of(self.posts, self.ledger, self.row.id)
                self._groups = None

    @property
    def again(self) -> bool:
        """Say whether there was an audit before this one."""
        return len(self.ledger.audits()) > 1

    # --- decisions ----------------------------------------------------------------------------------------------------

    def case(self, case_id: int) -> "Case":
        """Return the case of that id. Raises: NoSuchFinding."""
        return self.cases[self._place(case_id)]

    @property
    def findings(self) -> "list[tuple[Case, ...]]":
        """Return the findings: each a case, with those of the same words on other networks behind it."""
        from audit.crossposts import crossposted

        with self.lock:
            if self._groups is None:
                self._groups = crossposted(range(len(self.cases)), lambda place: self.cases[place].finding.post)
            return [tuple(self.cases[place] for place in group) for group in self._groups]

    def elsewhere(self, case_id: int) -> "list[Case]":
        """Return the cases with the same words on other networks. Raises: NoSuchFinding."""
        case = self.case(case_id)
        group = next(group for group in self.findings if case in group)
        return [other for other in group if other is not case]

    def decide(
        self, case_id: int, decision: str, reason: str = "", note: str = "", *, everywhere: bool = False
    ) -> "Case":
        """Store a decision (or `undone`) and return the case as it stands now.

        `everywhere`: for the same words on other networks too; it is taken back together.
        Raises: NoSuchFinding; NotNow if the gate does not allow it, or the note repeats the post.
        """
        with self.lock:
            chosen = [self.case(case_id), *(self.elsewhere(case_id) if everywhere else ())]
            self._refuse(decision, reason)
            note = _checked_note(note, chosen)
            if not self._amends(chosen, decision):
                self._before.append([(case.id, case.decision) for case in chosen])
            self._store_all([(case, decision, reason, note) for case in chosen])
            return self.case(case_id)

    def decide_all(self, case_ids: Sequence[int], decision: str, reason: str = "") -> int:
        """Store one decision (or `undone`) on several cases, and return how many. They are taken back together.

        Raises: NoSuchFinding; NotNow as `decide`.
        """
        with self.lock:
            self._refuse(decision, reason)
            chosen = self._of(case_ids)
            notes = ["" if decision == UNDONE or case.decision is None else case.decision.note for case in chosen]
            self._store_all([(case, decision, reason, note) for case, note in zip(chosen, notes, strict=True)])
            if chosen:
                self._before.append([(case.id, case.decision) for case in chosen])
            return len(chosen)

    def _refuse(self, decision: str, reason: str) -> None:
        """Raises: NotNow."""
        if decision != UNDONE and decision not in offered(self.gate):
            raise NotNow(WHY_NOT)
        if reason not in REASONS:
            raise NotNow("That is none of the reasons offered.")

    def _amends(self, chosen: "Sequence[Case]", decision: str) -> bool:
        """Say whether it only adds a reason or a note to what was decided last: one step then takes back both."""
        last = [case_id for case_id, _ in self._before[-1]] if self._before else []
        held = {case.decision.decision if case.decision else "" for case in chosen}
        return last == [case.id for case in chosen] and held == {decision}

    def undo(self) -> "Case | None":
        """Take back the last decision of this sitting, or the last group of them, and return its first case."""
        with self.lock:
            if not self._before:
                return None
            group = self._before.pop()
            backs = [(held.decision, held.reason, held.note) if held else (UNDONE, "", "") for _, held in group]
            cases = self._of([case_id for case_id, _ in group])
            self._store_all([(case, *back) for case, back in zip(cases, backs, strict=True)])
            return self.case(group[0][0])

    def _of(self, case_ids: Sequence[int]) -> "list[Case]":
        known = {case.id: case for case in self.cases}
        if not all(case_id in known for case_id in case_ids):
            raise NoSuchFinding
        return [known[case_id] for case_id in case_ids]

    def _store_all(self, wanted: "Sequence[tuple[Case, str, str, str]]") -> None:
        from audit.practice import decide_all

        decided = {case.id: case for case in decide_all(self.ledger, wanted, source="page")}
        self.cases = [decided.get(case.id, case) for case in self.cases]

    @property
    def can_undo(self) -> bool:
        """Say whether this sitting holds a decision to take back."""
        return bool(self._before)

    def tick(self, case_id: int, *, done: bool) -> "Case":
        """Note that the person says it is done on the network, or not after all."""
        with self.lock:
            place = self._place(case_id)
            self.ledger.tick(self.cases[place].id, done=done)
            self.cases[place] = replace(self.cases[place], done=self.ledger.ticked().get(case_id, ""))
            return self.cases[place]

    def _place(self, case_id: int) -> int:
        for place, case in enumerate(self.cases):
            if case.id == case_id:
                return place
        raise NoSuchFinding

    # --- the end ------------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Say whether something is being read or scored."""
        return self.job is not None and not self.job.over

    def close(self) -> None:
        """Stop what runs and let go of everything."""
        self.cancel()
        self.remotes.close()
        with self.lock:
            self.sources, self.cases, self.posts, self.audit, self.reading = [], [], [], None, None
            self.ledger.close()


def _checked_note(note: str, cases: "Sequence[Case]") -> str:
    kept = plain_note(note)
    posts = [case.finding.post for case in cases]
    told = [words for post in posts for words in (post.text, post.headline, post.link_title) if words]
    if kept and any(repeats(kept, words) for words in told):
        raise NotNow("The note repeats words of the post; a name counts too. Say it otherwise.")
    return kept


def desk_of(request: "Request") -> Desk:
    """Return the desk of this page."""
    desk: Desk = request.app.state.desk
    return desk
