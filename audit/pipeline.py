"""The corridor: from exports to an audit, and from an audit to the page. Calls the rooms in order, decides nothing."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from audit import __version__
from audit.archive import Archive, harmless, open_archive
from audit.errors import AuditError, NothingReadable, NotKnownYet
from audit.findings import Finding, Verdict, findings_of, shown_categories
from audit.merge import merged, scored_text
from audit.parsers import Proposed, Reading, Told, networks, proposed_in, read_exports
from audit.parsers._export import MESSAGES_LEFT_OUT
from audit.parsers._told import NOTHING_TOLD
from audit.posts import Post

if TYPE_CHECKING:
    from classifiers.explain import Explanation
    from classifiers.model import Model, Scores
    from classifiers.personal import Personal

Progress = Callable[[str, int, int], None]  # stage, done, of how many
MOST_EXPLAINED = 5_000  # what a page carries fluently; the other findings stand in --json and --csv
READING, SCORING, EXPLAINING = "Reading", "Scoring", "Explaining"


class Handed(Protocol):
    """An export that is no path of this computer's: it opens itself. `opened` raises AuditError if it cannot."""

    @property
    def name(self) -> str:
        """Return the name by which the person knows it."""

    def opened(self) -> Archive:
        """Return it as an archive."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose."""

    profession: str = ""
    country: str = ""
    messages: bool = False
    told: Told = NOTHING_TOLD


@dataclass(slots=True)
class Audit:
    """One run: what was read, what was found, by which model. `refused` names exports that could not be opened."""

    settings: Settings
    reading: Reading
    posts: list[Post]
    findings: list[Finding]
    model: dict[str, str]
    profession: str
    explanations: "list[Explanation]" = field(default_factory=list)  # of the first findings, in their order
    refused: list[str] = field(default_factory=list)
    duplicates: int = 0
    lowered: int = 0  # posts that only the person's own earlier decisions kept out of the findings

    def facts(self) -> dict[str, Any]:
        """Return what another run needs to come to the same result."""
        return {
            "version": __version__,
            **self.model,
            "profession": self.profession,
            "country": self.settings.country,
            "messages": self.settings.messages,
            "columns": list(dict.fromkeys(str(columns) for _, _, columns in self.reading.columns)),
            "posts": len(self.posts),
            "copies": self.duplicates,
            "refused": self.refused,
        }


def run_audit(
    exports: Sequence[Path | Handed],
    settings: Settings,
    progress: Progress | None = None,
    personal: "Personal | None" = None,
    reading: Reading | None = None,
    model_at_hand: "Callable[[Callable[[str], None] | None], Model] | None" = None,
) -> Audit:
    """Read every export, score every post, and return what is worth a look.

    `personal`: what the person's own earlier decisions teach; see `audit.practice.personal`.
    `reading`: filled while it is read, for whoever wants to watch.
    `model_at_hand`: where the model comes from, in place of `classifiers.model.load_model`.
    Raises: AuditError if nothing at all could be read.
    """
    from classifiers.model import load_model

    reading, posts, refused, copies = read_posts(
        exports, messages=settings.messages, told=settings.told, progress=progress, reading=reading
    )
    model = (model_at_hand or load_model)(_as_learning(progress))
    profession = settings.profession or _profession_told(reading)
    scores = _scores(model, posts, profession, settings.country, personal, progress)
    findings = findings_of(posts, verdicts(scores))
    return Audit(
        settings=settings,
        reading=reading,
        posts=posts,
        findings=findings,
        model=model.facts(),
        profession=profession,
        explanations=_explanations(model, findings[:MOST_EXPLAINED], progress),
        refused=refused,
        duplicates=copies,
        lowered=int(scores.lowered.sum()),
    )


def read_posts(
    exports: Sequence[Path | Handed],
    *,
    messages: bool = False,
    told: Told = NOTHING_TOLD,
    progress: Progress | None = None,
    reading: Reading | None = None,
) -> tuple[Reading, list[Post], list[str], int]:
    """Return the reading, each post once, the refusals in plain sentences, and how many copies were dropped."""
    refused: list[str] = []
    with ExitStack() as held:
        archives = [archive for export in exports if (archive := _opened(export, refused, held))]
        stage = _as_stage(progress)
        reading = read_exports(archives, messages=messages, told=told, progress=stage, reading=reading)
    if not _anything(reading):
        raise _nothing(exports, refused, reading)
    posts = merged(reading.posts)
    return reading, posts, refused, len(reading.posts) - len(posts)


def proposed(exports: Sequence[Path | Handed]) -> tuple[list[Proposed], list[str]]:
    """Return what could be read of the files that no parser knows, and the refusals. Nothing is read as a post."""
    refused: list[str] = []
    with ExitStack() as held:
        archives = [archive for export in exports if (archive := _opened(export, refused, held))]
        return proposed_in(archives), refused


def _opened(export: Path | Handed, refused: list[str], held: ExitStack) -> Archive | None:
    """One export that cannot be opened is no reason to refuse the others."""
    try:
        return held.enter_context(open_archive(export) if isinstance(export, Path) else export.opened())
    except AuditError as problem:
        refused.append(str(problem))
        return None


def _anything(reading: Reading) -> bool:
    return any(line.network and line.status == "read" for line in reading.members)


def _nothing(exports: Sequence[Path | Handed], refused: list[str], reading: Reading) -> AuditError:
    names = [harmless(export.name or str(export)) for export in exports]
    if refused and len(refused) == len(exports):
        return AuditError("\n".join(dict.fromkeys(refused)))
    if reading.proposed:
        sentences = [f"{harmless(one.name)} is no export that we know, {one.sentence}." for one in reading.proposed
                     if one.alone]  # fmt: skip
        return NotKnownYet(names, sentences[:3], len(reading.proposed))
    unread = sum(line.status == "unread" for line in reading.members)
    several = f"{unread:,} files could not be read: they are damaged, cut off or locked."
    one = "One file could not be read: it is damaged, cut off or locked."
    hint = "" if not unread else one if unread == 1 else several
    if not hint and any(line.reason == MESSAGES_LEFT_OUT for line in reading.members):
        hint = "It holds private messages; to have your own ones read, ask for it with --messages."
    elif not hint and any(line.network for line in reading.members):
        hint = "It holds no file with words of yours; large exports come in several parts: hand over all of them."
    return NothingReadable(names, list(networks().values()), hint)


def _as_stage(progress: Progress | None) -> Callable[[int, int, str], None] | None:
    if progress is None:
        return None
    return lambda done, total, _network: progress(READING, done, total)


def _as_learning(progress: Progress | None) -> Callable[[str], None] | None:
    """The first run learns from the labelled examples; that takes a minute, and the person is told."""
    if progress is None:
        return None
    return lambda what: progress(what, 0, 1)


def _scores(
    model: "Model",
    posts: Sequence[Post],
    profession: str,
    country: str,
    personal: "Personal | None",
    progress: Progress | None,
) -> "Scores":
    def told(done: int, total: int) -> None:
        if progress:
            progress(SCORING, done, total)

    texts = [scored_text(post) for post in posts]
    told(0, len(texts))
    return model.score_archive(texts, profession=profession, country=country, personal=personal, progress=told)


def _explanations(model: "Model", findings: Sequence[Finding], progress: Progress | None) -> "list[Explanation]":
    from classifiers.explain import explain

    found = []
    for finding in findings:
        found.append(explain(model.words, scored_text(finding.post), list(shown_categories(finding.verdict))))
        if progress:
            progress(EXPLAINING, len(found), len(findings))
    return found


def verdicts(scores: "Scores") -> list[Verdict]:
    """Return the classifier's scores, one verdict a text."""
    return [
        Verdict(
            tier=scores.tiers[row],
            severity=int(scores.severity[row]),
            score=float(scores.score[row]),
            weight=float(scores.expected[row]),
            categories=scores.named(row),
            rules=scores.reasons[row],
        )
        for row in range(len(scores))
    ]


def _profession_told(reading: Reading) -> str:
    """Return the trade that the profiles speak of, or "" for any."""
    from classifiers.rules import trade_of

    about = " ".join(account.about for accounts in reading.accounts.values() for account in accounts)
    return trade_of(about)
