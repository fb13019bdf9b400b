"""Look: scan exports, try the samples, list posts, check a draft, measure the classifier."""

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli._app import (
    Column,
    Country,
    Exports,
    GateAnswer,
    Generic,
    Messages,
    MyName,
    Profession,
    WithWords,
    app,
    line,
    progress,
    refuse_to_overwrite,
    refuse_unwritable,
    say_refused,
    say_unknown,
    shown,
    told_of,
)
from audit.cli._passphrase import Lock, PassphraseFile, maybe_locked, passphrase_if
from audit.reader import Reader

if TYPE_CHECKING:
    from audit.cases import Case
    from audit.editions import Tally
    from audit.parsers import Proposed, Told
    from audit.pipeline import Audit
    from audit.replay import Replayed
    from classifiers.personal import Personal


MOST_TOLD = 3  # files that wait for the person's word, each in a line of its own
INVENTED = "Mira Halloran"  # who wrote the samples


@app.command(
    epilog="Examples: `backscroll scan facebook-mira.zip twitter-2026.zip -o report.html --profession counsellor` · "
    "`backscroll scan ~/Downloads/Complete_LinkedInDataExport.zip --json findings.json`"
)
def scan(
    exports: Exports,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the report goes.")] = Path(
        "backscroll-report.html"
    ),
    profession: Profession = "",
    country: Country = "",
    messages: Messages = False,
    me: MyName = None,
    generic: Generic = False,
    columns: Column = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the findings as JSON too.")] = None,
    csv_file: Annotated[Path | None, typer.Option("--csv", help="Write the findings as CSV too.")] = None,
    with_words: WithWords = False,
    gate: Annotated[GateAnswer | None, typer.Option(help="Is a complaint or case open or likely? Stored.")] = None,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Leave no trace of this audit.")] = False,
    edition: Annotated[Reader, typer.Option(help="For whom: with less in it for other people's eyes.")] = Reader.OWN,
    lock: Lock = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Audit one or several exports and write the private report."""
    from audit.pipeline import Settings, run_audit

    refuse_to_overwrite(exports, [output, json_file, csv_file])
    refuse_unwritable([output, json_file, csv_file])
    say_unknown(profession, country)
    said = told_of(columns, generic, me)
    secret = passphrase_if(lock, passphrase_file)
    taught, said = (None, said) if no_ledger else _taught(said)
    with progress() as told:
        found = run_audit(exports, Settings(profession, country, messages, said), told, taught)
    recorded = Recorded(found) if no_ledger else _recorded(found, exports, gate.value if gate else "")
    _write(recorded, output, json_file, csv_file, with_words=with_words, reader=edition, secret=secret)


@app.command()
def demo(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the report goes.")] = Path(
        "backscroll-demo-report.html"
    ),
) -> None:
    """Audit the invented sample exports that come with Backscroll: see what a report looks like."""
    from audit.parsers import Me, Told
    from audit.pipeline import Settings, run_audit

    samples = _samples()
    typer.echo(f"Auditing {len(samples)} invented sample exports. Nobody in them exists.", err=True)
    with progress() as told:
        found = run_audit(samples, Settings(told=Told(accepted=True, me=Me([INVENTED]))), told)
    _write(Recorded(found, Recorded(found).joined()), output, None, None, with_words=False)  # to try deciding, too


@app.command(epilog="Example: `backscroll posts twitter-2026.zip facebook-mira.zip -o posts.csv`")
def posts(
    exports: Exports,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the table goes.")] = Path("posts.csv"),
    messages: Messages = False,
    me: MyName = None,
    generic: Generic = False,
    columns: Column = None,
) -> None:
    """Write every post of the exports, with its words, as one table."""
    from audit.outputs import write_posts_csv
    from audit.pipeline import read_posts

    refuse_to_overwrite(exports, [output])
    said = told_of(columns, generic, me)
    with progress() as told:
        _, found, refused, _ = read_posts(exports, messages=messages, told=said, progress=told)
    write_posts_csv(output, found)
    say_refused(refused)
    typer.echo(f"{len(found):,} posts are in {shown(output)}. The file is private: only you can open it.")


@app.command(epilog='Examples: `backscroll check "late to my 2pm again, oops"` · `pbpaste | backscroll check`')
def check(
    text: Annotated[str, typer.Argument(help="The draft. Left out, it is read from standard input.")] = "",
    profession: Profession = "",
    country: Country = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Say how a draft could be read, before you post it."""
    from audit.drafts import verdict_on

    draft = text or ("" if sys.stdin.isatty() else sys.stdin.read())
    if not draft.strip():
        raise typer.BadParameter("there is no text: put it in quotes after the command", param_hint="TEXT")
    say_unknown(profession, country)
    answer = verdict_on(draft, profession, country)
    typer.echo(json.dumps(answer.plain(), ensure_ascii=False) if as_json else answer.sentence())


@app.command(epilog="Examples: `backscroll evaluate` · `backscroll evaluate --robustness --misses 20 --json`")
def evaluate(
    robustness: Annotated[bool, typer.Option("--robustness", help="The same lines typed otherwise.")] = False,
    ablation: Annotated[bool, typer.Option("--ablation", help="What each part of the classifier is worth.")] = False,
    learning_curve: Annotated[bool, typer.Option("--learning-curve", help="Learnt from fewer authors.")] = False,
    background: Annotated[bool, typer.Option("--background", help="Small and risky archives, simulated.")] = False,
    misses: Annotated[int, typer.Option("--misses", min=0, help="So many invented lines that it missed.")] = 0,
    agreement: Annotated[bool, typer.Option("--agreement", help="How far two readers of each batch agree.")] = False,
    everything: Annotated[bool, typer.Option("--everything", help="The figures and all of these.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Measure the classifier on authors it was not trained on, on this computer. It takes minutes."""
    from classifiers.measure import Asked, held_out

    asked = Asked(False, robustness, ablation, learning_curve, background, agreement, misses)
    found = held_out(Asked.everything(misses) if everything else asked, line)
    typer.echo(json.dumps(found.plain(), indent=1) if as_json else found.table())


@dataclass(frozen=True, slots=True)
class Recorded:
    """An audit with its findings as the ledger knows them. `cases`: None where nothing is to be decided."""

    found: "Audit"
    cases: "list[Case] | None" = None
    gate: str = ""
    again: bool = False  # there was an earlier audit
    tally: "Tally | None" = None
    made_at: str = ""  # as the ledger has it

    def full(self) -> "Replayed":
        """Return all that the report and its editions are made of."""
        from audit.page import report_of
        from audit.replay import Replayed, known_names

        found = self.found
        report = report_of(found, self.cases, self.gate, again=self.again)
        return Replayed(report, known_names(found.posts, found.reading), self.tally, self.gate)

    @property
    def in_ledger(self) -> bool:
        """Say whether a review can go on from here."""
        return bool(self.cases and self.cases[0].id)

    def joined(self) -> "list[Case]":
        """Return the findings, with what is known of each."""
        from audit.cases import Case

        return self.cases or [Case(0, finding, presence="") for finding in self.found.findings]


def _taught(said: "Told") -> "tuple[Personal | None, Told]":
    """Return what earlier decisions teach, and what was said with what was said earlier; of no ledger, nothing."""
    from audit.ledger import Ledger, LedgerUnusable
    from audit.practice import personal
    from audit.remembered import with_remembered

    try:
        with Ledger() as ledger:
            return personal(ledger), with_remembered(ledger, said)
    except LedgerUnusable:
        return None, said  # told once, when the audit is to be recorded


def _recorded(found: "Audit", exports: list[Path], gate: str) -> Recorded:
    """A ledger that cannot be used costs what it knows, not the audit."""
    from audit.ledger import Ledger, LedgerUnusable
    from audit.practice import remember
    from audit.replay import ledger_tally

    try:
        with Ledger() as ledger:
            again = bool(ledger.audits())
            cases = remember(found, ledger, exports)
            audit = ledger.latest()
            if gate:
                ledger.answer_gate(audit.id, gate)
            counts = ledger_tally(ledger)
    except LedgerUnusable as problem:
        typer.echo(f"{problem} This audit was not recorded; its report follows all the same.", err=True)
        return Recorded(found)
    return Recorded(found, cases, gate, again, counts, audit.made_at)


def _write(
    of: Recorded,
    output: Path,
    json_file: Path | None,
    csv_file: Path | None,
    *,
    with_words: bool,
    reader: Reader = Reader.OWN,
    secret: str = "",
) -> None:
    from audit.outputs import findings_object, private_file, write_findings_csv, write_json
    from audit.replay import page_for

    found = of.found
    page = maybe_locked(page_for(reader, of.full()), secret)
    with private_file(output) as stream:
        stream.write(page)
    if json_file:
        write_json(json_file, findings_object(of.joined(), found.facts(), found.reading.members, words=with_words))
    if csv_file:
        write_findings_csv(csv_file, of.joined(), words=with_words)
    say_refused(found.refused)
    typer.echo(_summary(of, output))
    if secret and with_words and (json_file or csv_file):
        typer.echo("The report is locked; the JSON and CSV hold the words too, and are not.")


def _summary(of: Recorded, output: Path) -> str:
    """One screen that quotes nothing."""
    from audit.page import in_places, settled
    from audit.parsers import networks

    found, labels = of.found, networks()
    by_network = {name: sum(post.network == name for post in found.posts) for name in labels}
    lines = [f"  {labels[name]}: {count:,} posts" for name, count in by_network.items() if count]
    groups = in_places(of.joined())
    asked = [group[0] for group in groups if not settled(group[0])]
    first = sum(case.finding.verdict.tier == "look-first" for case in asked)
    unread = sum(line.status == "unread" for line in found.reading.members)
    places = sum(line.unread_count for line in found.reading.members if line.status == "read")
    unknown = sum(line.status == "unknown" for line in found.reading.members)
    lines.append(f"{len(found.posts):,} posts were read.")
    lines.append(f"{first:,} to look at first, {len(asked) - first:,} more worth a look.")
    if (spread := len(of.joined())) > len(groups):
        what = "finding" if len(groups) == 1 else "findings"
        lines.append(f"That is {len(groups):,} {what} in {spread:,} places: the same words on several networks.")
    lines += _since(of, len(groups), len(asked))
    gaps = [
        f"{count:,} {what}{'' if count == 1 else 's'}"
        for count, what in ((unread, "unread file"), (places, "unread place"), (unknown, "unknown file"))
        if count
    ]
    if gaps:
        lines.append(f"Not all could be read: {', '.join(gaps)}. The report says which.")
    lines += _proposed(found.reading.proposed)
    if found.refused:
        count = len(found.refused)
        lines.append(f"{count:,} of what you handed over could not be opened at all: see above.")
    lines.append(f"The report is in {shown(output)}. It is private: only you can open it.")
    if of.in_ledger and asked:
        lines.append("Decide in the report, or with backscroll review.")
    return "\n".join(lines)


def _proposed(waiting: "list[Proposed]") -> list[str]:
    """Return what could be read besides, and how to say so. Names inside an archive stay in the report."""
    from audit.archive import harmless

    alone = [one for one in waiting if one.alone][:MOST_TOLD]
    lines = [f"{harmless(one.name)} was not read: it is no export that we know, {one.sentence}." for one in alone]
    if more := len(waiting) - len(alone):
        which = "1 file that no network is known for" if more == 1 else f"{more:,} files that no network is known for"
        lines.append(f"{which} could be read too: see backscroll columns, and the report.")
    return lines


def _since(of: Recorded, findings: int, asked: int) -> list[str]:
    """Return what the ledger adds: new, back again, decided."""
    from audit.act.worklist import to_do
    from audit.reaudit import CAME_BACK, NEW

    if not of.again:
        return []
    counts = Counter(case.presence for case in of.joined())
    back = f", {counts[CAME_BACK]:,} came back" if counts[CAME_BACK] else ""
    decided = findings - asked
    lines = [f"{counts[NEW]:,} new since your last audit{back}, {decided:,} decided."]
    if left := len(to_do(of.joined(), of.made_at)):
        lines.append(f"{left:,} that you decided to change {'still stands' if left == 1 else 'still stand'}.")
    return lines


def _samples() -> list[Path]:
    from importlib.resources import files

    folder = Path(str(files("sample_exports")))
    networks = [network for network in folder.iterdir() if network.is_dir() and not network.name.startswith("_")]
    return sorted(path for network in networks for path in network.iterdir() if path.is_dir())
