"""A draft in, a verdict out, before anything is posted."""

from dataclasses import dataclass
from typing import Any

from audit.findings import Verdict, shown_categories
from classifiers.categories import CATEGORIES, ORDINARY, SEVERITIES


@dataclass(frozen=True, slots=True)
class DraftVerdict:
    """How a draft could be read. Never calls it safe."""

    verdict: Verdict
    cues: tuple[str, ...]
    recognisers: tuple[str, ...]
    panel: str

    def plain(self) -> dict[str, Any]:
        """Return plain values, without the draft's words."""
        return {
            "tier": self.verdict.tier,
            "severity": self.verdict.severity,
            "score": round(self.verdict.score, 4),
            "categories": {name: round(chance, 4) for name, chance in self.verdict.categories.items()},
            "cues": list(self.cues),
            "who_could_recognise_it": list(self.recognisers),
            "read_out": self.panel,
            "rules": list(self.verdict.rules),
        }

    def sentence(self) -> str:
        """Return a few plain lines."""
        if self.verdict.tier == ORDINARY:
            return self._not_raised()
        labels = ", ".join(CATEGORIES[name].label.lower() for name in shown_categories(self.verdict))
        lines = [f"This could be read against you: {labels}. ({SEVERITIES[self.verdict.severity]})"]
        if self.cues:
            lines.append(f"It {'; it '.join(self.cues)}.")
        if self.recognisers:
            lines.append(f"Who could recognise it: {', '.join(self.recognisers)}.")
        return "\n".join([*lines, self.panel, *self.verdict.rules])

    def _not_raised(self) -> str:
        """Never an all-clear: what we found is told even where it is not enough to raise the draft."""
        doubt = "We miss much, and read English only. If one person comes to mind, do not post it."
        if not self.cues:
            return f"We would not raise this. {doubt}"
        return f"We would not raise this, but read it once more: it {'; it '.join(self.cues)}.\n{doubt}"


def verdict_on(draft: str, profession: str = "", country: str = "") -> DraftVerdict:
    """Judge one text by itself, without any archive."""
    from audit.pipeline import verdicts
    from classifiers.explain import explain
    from classifiers.model import load_model

    model = load_model()
    verdict = verdicts(model.score([draft], profession=profession, country=country))[0]
    told = explain(model.words, draft, list(shown_categories(verdict)))
    return DraftVerdict(verdict, told.cues, told.recognisers, told.panel)
