"""How much is found at two rates of false alarms, and of whom: by trade, kind, length, country and author."""

from collections.abc import Callable, Iterable

import numpy as np

from classifiers.categories import NAMES
from classifiers.examples import Example
from classifiers.heads import FIRST_CATEGORY, HEADS, SERIOUS, SEVERE, targets
from classifiers.measuring.bars import LOOK_FIRST_RATE, LOOK_RATE, auc, raised
from classifiers.measuring.folds import Mask, OutOfFold
from classifiers.measuring.tables import Row, in_thousand, rounded, share

Group = Callable[[Example], str]


def recall_tables(found: OutOfFold, mode: str) -> dict[str, list[Row]]:
    """Return the tables of what is found, of near misses and of ordinary lines raised, for one mode."""
    archive = f"{mode}-archive"
    first, look = raised(found, archive, LOOK_FIRST_RATE), raised(found, archive, LOOK_RATE)
    everything = np.ones(len(found.examples), dtype=bool)
    tables = {
        "Whole": [_row("all authors", found, archive, first, look, everything)],
        "By way of scoring": [recall_row(key, found, key) for key in found.decisions],
    }
    for title, group in groups().items():
        of = np.array([group(example) for example in found.examples])
        tables[title] = [_row(str(one), found, archive, first, look, of == one) for one in np.unique(of)]
    tables["By category"] = list(_categories(found, archive))
    tables["Not to be flagged"] = list(_quiet(found, look))
    return tables


def recall_row(name: str, found: OutOfFold, key: str) -> Row:
    """Return the figures of one way of scoring, over all lines."""
    everything = np.ones(len(found.examples), dtype=bool)
    return _row(name, found, key, raised(found, key, LOOK_FIRST_RATE), raised(found, key, LOOK_RATE), everything)


def _row(name: str, found: OutOfFold, mode: str, first: Mask, look: Mask, among: Mask) -> Row:
    flagged = found.flagged
    here, quiet = among & flagged, among & ~flagged & ~found.ordinary
    return {
        "what": name,
        "to be flagged": int(here.sum()),
        "found at 2 in 1,000": share(first[here]),
        "found at 10 in 1,000": share(look[here]),
        "of severity 3": share(look[here & (found.severity == 3)]),
        "near misses raised": share(look[quiet]),
        "ordinary raised in 1,000": in_thousand(look[among & found.ordinary]),
        "AUC": rounded(auc(found.decisions[mode][among, 0], flagged[among])),
    }


def groups() -> dict[str, Group]:
    """Return how lines are told apart, by the title of the table."""
    from classifiers.rules import trade_of

    return {
        "By severity": lambda e: str(e.severity),
        "By trade": lambda e: trade_of(e.profession) or "other",
        "By kind": lambda e: e.kind,
        "By length": lambda e: "under 50" if len(e.text) < 50 else "50–160" if len(e.text) < 160 else "160 and more",
        "By country": lambda e: e.locale.partition("-")[2] or "?",
        "By author": lambda e: e.batch,
        "Needs the trade": lambda e: "yes" if e.needs_trade else "no",
    }


def _categories(found: OutOfFold, mode: str) -> Iterable[Row]:
    truth, flagged = targets(found.examples), found.flagged
    heads = [*enumerate(NAMES, FIRST_CATEGORY), *((HEADS.index(name), name) for name in (SERIOUS, SEVERE))]
    for place, name in heads:
        decisions, right = found.decisions[mode][:, place], truth[:, place] == 1
        yield {
            "what": name,
            "lines": int(right.sum()),
            "AUC": rounded(auc(decisions, right)),
            "AUC among flagged": rounded(auc(decisions[flagged], right[flagged])),
        }


def _quiet(found: OutOfFold, look: Mask) -> Iterable[Row]:
    ordinary = found.ordinary
    yield {"what": "ordinary timelines", "lines": int(ordinary.sum()), "raised": share(look[ordinary])}
    for batch in sorted({example.batch for example in found.examples}):
        here = np.array([example.batch == batch for example in found.examples]) & ~found.flagged & ~ordinary
        if here.any():
            yield {"what": f"harmless lines of {batch}", "lines": int(here.sum()), "raised": share(look[here])}
