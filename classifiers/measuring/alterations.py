"""The same post as somebody else would have typed it: nothing of what is said is altered, only how.

Every alteration is a function of the text alone: chance is seeded by the text's own words, so that a run can be
repeated. Links, @names and #tags are left as they are.
"""

import random
import re
from collections.abc import Callable

from classifiers.measuring.spellings import american, british

Alteration = Callable[[str], str]
ONE_WORD_IN = 8  # words with a slip of the finger, or made a hashtag
EMOJI = ("😂", "😭", "🙈", "❤️", "🤦", "🙄", "😅", "🥲", "💀", "🙏")
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEXT_KEYS = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in KEYBOARD
    for place, key in enumerate(row)
}
_KEPT = r"https?://\S+|www\.\S+|[@#]\w+"
_KEPT_OR_SIGN = re.compile(rf"({_KEPT}|\d[.,:]\d|\w-\w)|((?<= )[–—-]+ )|([^\w\s'’@#])")
_WORD = re.compile(rf"({_KEPT})|(?<!\w)([A-Za-z]{{4,}})(?![\w'’])")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?…]) +")
_SIXTH_BLANK = re.compile(r"((?:\S+ +){5}\S+) +")
_PUNCTUATION = frozenset('.,;:!?…"“”‘()[]{}–—-/*_~|&+=<>%')


def lower_case(text: str) -> str:
    """Return the text without capitals."""
    return _outside_links(text, str.lower)


def upper_case(text: str) -> str:
    """Return the text in capitals."""
    return _outside_links(text, str.upper)


def no_punctuation(text: str) -> str:
    """Return the text without stops, commas, quotes and dashes; apostrophes, hyphens within words and 2.30 stay."""
    return _KEPT_OR_SIGN.sub(_without_sign, text)


def no_apostrophes(text: str) -> str:
    """Return the text with dont for don't."""
    return _APOSTROPHE.sub("", text)


def typos(text: str) -> str:
    """Return the text with a slip of the finger in about one word of eight, and in one at least."""
    return _in_some_words(text, "typos", _mistyped)


def hashtags(text: str) -> str:
    """Return the text with about one word of eight made a hashtag, and one at least."""
    return _in_some_words(text, "hashtags", lambda word, _: f"#{word}")


def emoji_added(text: str) -> str:
    """Return the text with an emoji at its end, and at the end of every other sentence."""
    chance = _chance(text, "emoji")
    parts = _SENTENCE_END.split(text)
    ends = [place == len(parts) - 1 or chance.random() < 0.5 for place in range(len(parts))]
    return " ".join(f"{part} {chance.choice(EMOJI)}" if end else part for part, end in zip(parts, ends, strict=True))


def line_breaks(text: str) -> str:
    """Return the text with a line for each sentence, or, if it has one sentence only, for every six words."""
    broken = _SENTENCE_END.sub("\n", text)
    return broken if broken != text else _SIXTH_BLANK.sub(r"\1\n", text)


ALTERATIONS: dict[str, Alteration] = {
    "lower case": lower_case,
    "upper case": upper_case,
    "no punctuation": no_punctuation,
    "no apostrophes": no_apostrophes,
    "typos": typos,
    "emoji added": emoji_added,
    "hashtags": hashtags,
    "line breaks": line_breaks,
    "British to American": american,
    "American to British": british,
}


def _chance(text: str, name: str) -> random.Random:
    return random.Random(f"{name}\0{text}".encode("utf-8", "surrogatepass"))  # noqa: S311 - no secret hangs on it


def _outside_links(text: str, change: Alteration) -> str:
    pieces = re.split(f"({_KEPT})", text)
    return "".join(piece if place % 2 else change(piece) for place, piece in enumerate(pieces))


def _without_sign(found: re.Match[str]) -> str:
    kept, dash, sign = found.groups()
    if kept or (sign and sign not in _PUNCTUATION):
        return found[0]
    text, start, end = found.string, found.start(), found.end()
    between = not dash and start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
    return " " if between else ""


def _in_some_words(text: str, name: str, change: Callable[[str, random.Random], str]) -> str:
    """Change about one word of eight among all words; only words of four letters and more are changed."""
    chance = _chance(text, name)
    places = [found.start() for found in _WORD.finditer(text) if found[2]]
    count = max(1, round(len(text.split()) / ONE_WORD_IN))
    chosen = frozenset(chance.sample(places, min(count, len(places))))
    return _WORD.sub(lambda found: change(found[0], chance) if found.start() in chosen else found[0], text)


def _mistyped(word: str, chance: random.Random) -> str:
    """Return the word with one letter swapped with the next, dropped, doubled or hit beside; its first letter stays."""
    place = chance.randrange(1, len(word) - 1)
    here, after = word[place], word[place + 1]
    slips = [word[:place] + word[place + 1 :], word[: place + 1] + word[place:]]
    if here != after:
        slips.append(word[:place] + after + here + word[place + 2 :])
    if beside := NEXT_KEYS.get(here.lower(), ""):
        slips.append(word[:place] + chance.choice(beside) + word[place + 1 :])
    return chance.choice(slips)
