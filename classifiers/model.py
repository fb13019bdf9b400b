"""The fitted model: texts in, scores out. Fitted at first use from the labelled examples, then kept as plain arrays.

`load_model()` gives it. `Model.score(texts)` judges texts by themselves; `Model.score_archive(texts)` judges a person's
whole archive, with the rest of it as the background that shows what is ordinary for them (see `background`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from classifiers import rules
from classifiers.calibration import Calibration, Fit
from classifiers.categories import LOOK, LOOK_FIRST, NAMES, ORDINARY
from classifiers.heads import FIRST_CATEGORY, HEADS, SERIOUS, SEVERE, settled
from classifiers.personal import Personal
from classifiers.views import Floats, Meaning, Words

if TYPE_CHECKING:
    from classifiers.encoder import Encoder
    from classifiers.store import ExampleFeatures

Progress = Callable[[int, int], None]
BATCH = 4_000  # texts at a time: memory stays flat
READ_ALL = 4_000  # up to so many distinct texts the encoder reads them all
READ_SHARE = 0.12  # beyond, it reads this share: those that the words alone find likeliest
LIKELY = 0.25  # a category from this probability on counts for the profession's rules
UNREAD_MEANING = -2.5  # the meaning's decision for a text that the words alone have ruled out


@dataclass(frozen=True, slots=True)
class Scores:
    """One row a text, in the given order. All probabilities are calibrated, 0–1."""

    tiers: list[str]
    severity: NDArray[np.int8]
    score: Floats  # (n,): is anything to be flagged
    expected: Floats  # (n,): expected severity, 0–3, what findings are ranked by
    categories: Floats  # (n, categories)
    reasons: list[tuple[str, ...]]
    lowered: NDArray[np.bool_]  # (n,): raised but for the person's own earlier decisions

    def __len__(self) -> int:
        return len(self.tiers)

    def named(self, row: int) -> dict[str, float]:
        """Return category → probability of one text."""
        return {name: float(chance) for name, chance in zip(NAMES, self.categories[row], strict=True)}


@dataclass
class Model:
    """Both views, their calibration, and the encoder if it is there. `digests` say what it all came from.

    `known`: the labelled examples as these views see them, beside which an archive's background is fitted.
    """

    words: Words
    meaning: Meaning | None
    encoder: "Encoder | None"
    calibration: Calibration
    digests: dict[str, str] = field(default_factory=dict)
    known: "ExampleFeatures | None" = None

    def facts(self) -> dict[str, str]:
        """Return the digests of the examples and the encoder ("absent" where it could not be loaded)."""
        return {**self.digests, "encoder": self.digests.get("encoder", "absent") if self.meaning else "absent"}

    def score(
        self, texts: Sequence[str], *, profession: str = "", country: str = "", personal: Personal | None = None
    ) -> Scores:
        """Judge each text by itself. Empty list: empty scores."""
        trade = rules.trade_of(profession)
        decisions = _nudged(self.decisions(texts), texts, trade)
        fit = self.calibration.of(self.mode, archive=False)
        return self._scores(texts, decisions, trade, country, fit, personal)

    def score_archive(
        self,
        texts: Sequence[str],
        *,
        profession: str = "",
        country: str = "",
        personal: Personal | None = None,
        progress: Progress | None = None,
    ) -> Scores:
        """Judge a person's whole archive against its own background. Each distinct text is judged once.

        `personal`: what the person's own earlier decisions teach, if it is to be heard.
        """
        from classifiers.background import archive_decisions

        distinct = list(dict.fromkeys(texts))
        place = {text: row for row, text in enumerate(distinct)}
        found = archive_decisions(self, distinct, progress)
        rows = np.array([place[text] for text in texts], dtype=np.int64)
        fit = self.calibration.of(self.mode, archive=False)
        held = _first_alone(fit, found.decisions, found.alone)
        trade = rules.trade_of(profession)
        decisions = _nudged(found.decisions, distinct, trade)  # the bars follow: no more is raised, but other posts
        if len(distinct) >= self.calibration.least_archive:
            fit = self.calibration.of(self.mode, archive=True).for_archive(decisions[found.sample, 0])
        return _taken(self._scores(distinct, decisions, trade, country, fit, personal, held), rows)

    def decisions(self, texts: Sequence[str]) -> Floats:
        """Return (n texts, n heads): the two views' decisions added. No background."""
        found = self.words.linear.decisions(self.words.features(texts))
        if self.meaning and self.encoder and len(texts):
            meaning = self.meaning.features(texts, self.encoder.layers(texts))
            found = found + self.meaning.linear.decisions(meaning)
        return settled(found)

    @property
    def mode(self) -> str:
        """Say which calibration holds: both views, or words alone."""
        return "both" if self.meaning else "words"

    def _scores(
        self,
        texts: Sequence[str],
        decisions: Floats,
        trade: str,
        country: str,
        fit: Fit,
        personal: Personal | None = None,
        held: NDArray[np.int8] | None = None,
    ) -> Scores:
        """`held` (n,): the severity of texts that are in the first tier whatever their surroundings say; else 0."""
        moved = decisions.copy()
        lowered = _heard(personal, texts, moved, fit)
        chances = fit.probabilities(moved)
        flagged, score = moved[:, 0], chances[:, 0]
        serious, severe, severity = _severity(chances)
        tiers, final, reasons = [], severity.copy(), []
        for row in range(len(texts)):
            tier = fit.tier(float(flagged[row]), float(decisions[row, HEADS.index(SEVERE)]))
            if held is not None and held[row]:
                tier, final[row] = LOOK_FIRST, max(final[row], held[row])
            likely = frozenset(np.array(NAMES)[chances[row, FIRST_CATEGORY:] >= LIKELY])
            told: tuple[str, ...] = ()
            if tier != ORDINARY and trade:
                final[row], told = rules.switched(trade, country, likely, int(severity[row]))
                tier = LOOK_FIRST if final[row] > severity[row] and final[row] == 3 else tier
            if outright := rules.named_outright(texts[row]):
                final[row] = outright[0] if tier == ORDINARY else max(final[row], outright[0])
                lowered[row] = False
                told = (*told, outright[1])
                tier = LOOK if tier == ORDINARY else tier
            if tier == ORDINARY:
                final[row] = 0
            tiers.append(tier)
            reasons.append(told)
        return Scores(tiers, final, score, score + serious + severe, chances[:, FIRST_CATEGORY:], reasons, lowered)


def _nudged(decisions: Floats, texts: Sequence[str], trade: str) -> Floats:
    """Return the decisions with the flagged one moved by what the trade makes of a text's words."""
    moved = decisions.copy()
    if trade:
        moved[:, 0] += np.array([rules.nudge(text, trade) for text in texts], dtype=np.float32)
    return moved


def _first_alone(fit: Fit, decisions: Floats, alone: Floats) -> NDArray[np.int8]:
    """Return the severity, 2 or 3, of texts in the first tier by themselves: no archive, however risky, hides those."""
    by_themselves = decisions.copy()
    by_themselves[:, 0] = alone
    _, _, severity = _severity(fit.probabilities(by_themselves))
    first = (alone >= fit.first) | (decisions[:, HEADS.index(SEVERE)] >= fit.severe)
    return np.where(first & (severity >= 2), severity, 0).astype(np.int8)


def _severity(chances: Floats) -> tuple[Floats, Floats, NDArray[np.int8]]:
    """Return the chances of at least 2 and of 3, each no likelier than the one before, and the severity, 1–3."""
    score = chances[:, 0]
    serious = np.minimum(chances[:, HEADS.index(SERIOUS)], score)
    severe = np.minimum(chances[:, HEADS.index(SEVERE)], serious)
    return serious, severe, 1 + (serious >= 0.5 * score).astype(np.int8) + (severe >= 0.5 * score).astype(np.int8)


def _heard(personal: Personal | None, texts: Sequence[str], moved: Floats, fit: Fit) -> NDArray[np.bool_]:
    """Move the flagged decision by what the person decided earlier; return which texts that took out of the tiers.

    A text that is severe by itself is never moved down.
    """
    if personal is None or not personal.lessons:
        return np.zeros(len(texts), dtype=bool)
    before = _raised(moved, fit)
    nudges = personal.nudges(texts)
    _, _, severity = _severity(fit.probabilities(moved))
    nudges[(severity == 3) & (nudges < 0)] = 0
    moved[:, 0] += nudges
    return before & ~_raised(moved, fit)


def _raised(decisions: Floats, fit: Fit) -> NDArray[np.bool_]:
    severe = HEADS.index(SEVERE)
    return np.array([fit.tier(float(row[0]), float(row[severe])) != ORDINARY for row in decisions], dtype=bool)


def _taken(scores: Scores, rows: NDArray[np.int64]) -> Scores:
    return Scores(
        [scores.tiers[row] for row in rows],
        scores.severity[rows],
        scores.score[rows],
        scores.expected[rows],
        scores.categories[rows],
        [scores.reasons[row] for row in rows],
        scores.lowered[rows],
    )


def load_model(told: Callable[[str], None] | None = None) -> Model:
    """Return the model: cached if it came from these very examples, code and encoder, else fitted anew."""
    from classifiers.store import stored_or_fitted

    return stored_or_fitted(told)
