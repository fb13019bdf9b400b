"""The labelled body: well formed, nothing twice, and no label given away by length or by a single word."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from classifiers.categories import NAMES
from classifiers.examples import Example, batches, load_examples, read_batch
from classifiers.grams import tokens
from classifiers.heads import aims, doubt_weights, weights
from classifiers.measuring.bars import auc
from classifiers.measuring.folds import deal

EXAMPLES = load_examples()
KINDS = {"post", "reply", "comment", "share", "caption", "checkin", "review", "article", "bio", "message"}


@pytest.mark.parametrize("path", batches(), ids=lambda path: path.stem)
def test_every_line_is_well_formed(path: object) -> None:
    """Severity 0 has no category, 1–3 at least one; ids are unique; a pair is two lines of one batch."""
    lines = read_batch(path)  # type: ignore[arg-type]
    by_id = {line.id: line for line in lines}

    assert len(by_id) == len(lines)
    for line in lines:
        assert line.text.strip(), line.id
        assert line.severity in range(4), line.id
        assert bool(line.severity) == bool(line.labels), line.id
        assert set(line.labels) <= set(NAMES), line.id
        assert line.kind in KINDS, line.id
        assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", line.locale), line.id
        assert not line.pair or by_id[line.pair].pair == line.id, line.id


def test_ids_are_unique_over_all_batches() -> None:
    """An id names one line."""
    counts = Counter(example.id for example in EXAMPLES)

    assert not [one for one, count in counts.items() if count > 1]


def test_there_are_enough_lines() -> None:
    """The body is large enough for what is claimed of it."""
    assert sum(example.flagged for example in EXAMPLES) >= 2_500
    assert len(EXAMPLES) >= 7_000


def shingles(text: str) -> frozenset[str]:
    words = [word for word in tokens(text) if word.isalnum()]
    return frozenset(" ".join(words[at : at + 4]) for at in range(len(words) - 3))


def near_duplicates(examples: tuple[Example, ...]) -> Iterator[tuple[str, str]]:
    """Yield pairs of lines of different batches that share over half of their runs of four words; a saying has five."""
    held: dict[str, list[int]] = defaultdict(list)
    sets = [shingles(example.text) for example in examples]
    for row, found in enumerate(sets):
        for one in found:
            held[one].append(row)
    shared: Counter[tuple[int, int]] = Counter()
    for rows in held.values():
        if len(rows) <= 30:
            shared.update((a, b) for at, a in enumerate(rows) for b in rows[at + 1 :])
    for (a, b), count in shared.items():
        if examples[a].batch != examples[b].batch and count > max(5, 0.5 * min(len(sets[a]), len(sets[b]))):
            yield examples[a].id, examples[b].id


def test_no_line_stands_nearly_the_same_in_two_batches() -> None:
    """Authors are independent: what is held out is not in the training lines in other words' clothes."""
    long_enough = tuple(example for example in EXAMPLES if len(shingles(example.text)) >= 8)

    assert list(near_duplicates(long_enough)) == []


def test_no_text_stands_twice_with_two_labels() -> None:
    """The same words never have two verdicts, but where the trade decides."""
    held: dict[str, set[bool]] = defaultdict(set)
    for example in EXAMPLES:
        if not example.needs_trade and len(example.text) > 12:
            held[" ".join(tokens(example.text))].add(example.flagged)

    assert not [text for text, labels in held.items() if len(labels) == 2]


def test_length_gives_nothing_away() -> None:
    """Among the mixed batches, length alone hardly tells flagged from harmless."""
    import numpy as np

    mixed = [example for example in EXAMPLES if "timelines" not in example.batch]
    lengths = np.array([float(len(example.text)) for example in mixed], dtype=np.float32)
    area = auc(lengths, np.array([example.flagged for example in mixed]))

    assert 0.42 < area < 0.58


def test_no_single_word_gives_the_label_away() -> None:
    """A word in sixty lines or more never stands on one side only, but where it is the very thing that is flagged."""
    flagged: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for example in EXAMPLES:
        words = {word for word in tokens(example.text) if word.isalpha() and len(word) > 2}
        seen.update(words)
        flagged.update(words if example.flagged else ())
    telling = {word: flagged[word] / count for word, count in seen.items() if count >= 60}

    assert {word for word, share in telling.items() if share > 0.97} == set()


def test_folds_hold_authors_and_pairs_together() -> None:
    """A batch is in one fold; so is each contrast pair."""
    folds = dict(zip([example.id for example in EXAMPLES], deal(EXAMPLES).tolist(), strict=True))
    by_batch: dict[str, set[int]] = defaultdict(set)
    for example in EXAMPLES:
        by_batch[example.batch].add(folds[example.id])

    assert all(len(found) == 1 for found in by_batch.values())
    assert all(folds[e.id] == folds[e.pair] for e in EXAMPLES if e.pair in folds)


def test_no_line_is_json_in_disguise() -> None:
    """Lines are texts, not records that slipped in."""
    assert not [example.id for example in EXAMPLES if example.text.startswith("{") and _is_json(example.text)]


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def test_what_is_learnt_from_harmless_lines() -> None:
    """The everyday is learnt whole, near misses less, advice by words alone: these two have their doubts."""
    kinds = {
        "near": next(e for e in EXAMPLES if e.batch == "rough-health" and not e.flagged),
        "timeline": next(e for e in EXAMPLES if e.batch == "ordinary-timelines" and not e.flagged),
        "advice": next(e for e in EXAMPLES if e.batch == "public-advice-therapy" and not e.flagged),
        "flagged": next(e for e in EXAMPLES if e.batch == "rough-health" and e.severity == 3 and not e.needs_trade),
    }

    assert {name for name, e in kinds.items() if e.near_miss} == {"near"}
    assert {name for name, e in kinds.items() if e.advice} == {"advice"}
    near, timeline, _, flagged = aims(list(kinds.values()))[:, 0]
    assert timeline == -1 < near < 0 < flagged
    near, *others = weights(list(kinds.values()), advice=True)
    assert 0 < near < 1
    assert others == [1, 1, 1]
    assert weights(list(kinds.values()), advice=False).tolist() == [near, 1, 0, 1]
    assert (doubt_weights(list(kinds.values())) > 0).tolist() == [
        [False, True],  # each doubt learns from its own kind and from what is flagged
        [False, False],
        [True, False],
        [True, True],
    ]
