"""The corridor: from paths to an audit, and from an audit to the page. Calls the rooms in order, decides nothing."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import __version__
from audit.archive import Archive, harmless, open_archive
from audit.errors import AuditError, NothingReadable
from audit.findings import Finding, Verdict, findings_of, shown_categories
from audit.merge import merged, scored_text
from audit.parsers import Reading, networks, read_exports
from audit.posts import Post

if TYPE_CHECKING:
    from classifiers.explain import Explanation
    from classifiers.model import Model, Scores
    from classifiers.personal import Personal

Progress = Callable[[str, int, int], None]  # stage, done, of how many
MOST_EXPLAINED = 5_000  # what a page carries fluently; the other findings stand in --json and --csv
READING, SCORING = "Reading", "Scoring"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose."""

    profession: str = ""
    country: str = ""
    messages: bool = False


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
            "posts": len(self.posts),
            "copies": self.duplicates,
            "refused": self.refused,
        }


def run_audit(
    paths: Sequence[Path], settings: Settings, progress: Progress | None = None, personal: "Personal | None" = None
) -> Audit:
    """Read every export, score every post, and return what is worth a look.

    `personal`: what the person's own earlier decisions teach; see `audit.practice.personal`.
    Raises: AuditError if nothing at all could be read.
    """
    from classifiers.explain import explain
    from classifiers.model import load_model

    reading, posts, refused, copies = read_posts(paths, messages=settings.messages, progress=progress)
    model = load_model(told=_as_learning(progress))
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
        explanations=[
            explain(model.words, scored_text(finding.post), list(shown_categories(finding.verdict)))
            for finding in findings[:MOST_EXPLAINED]
        ],
        refused=refused,
        duplicates=copies,
        lowered=int(scores.lowered.sum()),
    )


def read_posts(
    paths: Sequence[Path], *, messages: bool = False, progress: Progress | None = None
) -> tuple[Reading, list[Post], list[str], int]:
    """Return the reading, each post once, the refusals in plain sentences, and how many copies were dropped."""
    refused: list[str] = []
    with ExitStack() as held:
        archives = [archive for path in paths if (archive := _opened(path, refused, held))]
        reading = read_exports(archives, messages=messages, progress=_as_stage(progress))
    if not _anything(reading):
        raise _nothing(paths, refused, reading)
    posts = merged(reading.posts)
    return reading, posts, refused, len(reading.posts) - len(posts)


def _opened(path: Path, refused: list[str], held: ExitStack) -> Archive | None:
    """One export that cannot be opened is no reason to refuse the others."""
    try:
        return held.enter_context(open_archive(path))
    except AuditError as problem:
        refused.append(str(problem))
        return None


def _anything(reading: Reading) -> bool:
    return any(line.network and line.status == "read" for line in reading.members)


def _nothing(paths: Sequence[Path], refused: list[str], reading: Reading) -> AuditError:
    names = [harmless(path.name or str(path)) for path in paths]
    if refused and len(refused) == len(paths):
        return AuditError("\n".join(dict.fromkeys(refused)))
    unread = sum(line.status == "unread" for line in reading.members)
    hint = f"{unread:,} files could not be read: they are damaged, cut off or locked." if unread else ""
    if not hint and any(line.network for line in reading.members):
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
    return model.score_archive(texts, profession=profession, country=country, personal=personal, progress=told)


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
