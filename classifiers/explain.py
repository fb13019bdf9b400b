"""What raised a score, in the post's own words; the cues in plain words; how it would be read out before a panel.

The marked words come from the model itself: each word's share in the decision. The sentences come from cues that
stand in the text, and say no more than those.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from classifiers.cues import ALL_CUES, FAMILY, WHO_ORDER, cues_in, recognisers
from classifiers.grams import char_grams, tokens
from classifiers.views import Words

_WORD = re.compile(r"\S+")
MOST_MARKED = 10
STRONG = 0.55  # of the strongest word's share: marked strongly
WEAK = 0.25  # below this share of it: not marked
MOST_CUES = 7
MOST_CHARACTERS = 6_000  # of a text are searched for words to mark

_QUIET = frozenset({"moment", "glad", "session", "written"})  # said only beside others: alone they say little


@dataclass(frozen=True, slots=True)
class Explanation:
    """`spans`: (start, end, weight 1 or 2) in the text, in order. The others are plain words; `panel` is a sentence."""

    spans: tuple[tuple[int, int, int], ...]
    cues: tuple[str, ...]
    recognisers: tuple[str, ...]
    panel: str


def explain(words: Words, text: str, categories: Sequence[str] = ()) -> Explanation:
    """Return why the text was flagged. `categories`: names of those that apply, likeliest first."""
    found = cues_in(text)
    named = [cue for cue in ALL_CUES if cue.name in found]
    loud = [cue for cue in named if cue.name not in _QUIET]
    shown = (loud + [cue for cue in named if cue.name in _QUIET])[:MOST_CUES]
    return Explanation(
        spans=marked_words(words, text),
        cues=tuple(cue.says for cue in shown),
        recognisers=_who(found, categories),
        panel=_panel([cue.read_out for cue in shown if cue.read_out], categories),
    )


def marked_words(words: Words, text: str) -> tuple[tuple[int, int, int], ...]:
    """Return (start, end, weight) of the words that raised the flagged decision most, whole words only."""
    places = [(found.start(), found.end()) for found in _WORD.finditer(text[:MOST_CHARACTERS])]
    shares = [_share(words, text[start:end]) for start, end in places]
    most = max(shares, default=0.0)
    if most <= 0:
        return ()
    ranked = sorted(range(len(places)), key=lambda row: (-shares[row], row))[:MOST_MARKED]
    kept = [row for row in ranked if shares[row] >= WEAK * most]
    return tuple((*places[row], 2 if shares[row] >= STRONG * most else 1) for row in sorted(kept))


def _share(words: Words, word: str) -> float:
    """Return one word's part in the flagged decision: its own weight and that of its character grams."""
    weights, grams = words.linear.weights[0], words.grams
    first = len(grams.words)
    share = 0.0
    for token in tokens(word):
        if (place := grams.words.get(token)) is not None:
            share += float(weights[place] * grams.idf[place])
        columns = [first + grams.chars[gram] for gram in char_grams(token, *grams.lengths) if gram in grams.chars]
        share += sum(float(weights[column] * grams.idf[column]) for column in columns) / max(1, len(columns)) ** 0.5
    return share


def _who(found: frozenset[str], categories: Sequence[str]) -> tuple[str, ...]:
    """What only the client could recognise is said first; a name makes it anybody."""
    who = set(recognisers(found))
    if "identifies_client" in categories:
        who |= {FAMILY}
    if not who:
        who = {"the client"} if categories[:1] != ["fitness"] else {"colleagues"}
    return tuple(one for one in WHO_ORDER if one in who)


_SUBJECT = {
    "identifies_client": "somebody you work with, in a way that points to them",
    "client_detail": "somebody you work with",
    "proceedings": "a case or hearing",
    "disparages_clients": "the people you work with, in a tone that can sound dismissive",
    "whereabouts": "where or when you see somebody",
    "fitness": "your own state at work",
    "boundaries": "a tie to somebody you work with",
    "workplace": "your workplace",
}


def _panel(read_out: Sequence[str], categories: Sequence[str]) -> str:
    subject = _SUBJECT.get(categories[0], "your work") if categories else "your work"
    told = [part for part in read_out if part not in subject and part != "one person you work with"][:4]
    if not told:
        return f"It would be read out as a post about {subject}."
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"It would be read out as a post about {subject}. A panel would hear {listed}."
