"""What the made posts say, when, and how a zip is filled with them.

Words are runs out of the labelled examples: text that repeats itself more than people do would unzip too quickly.
"""

import random
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from classifiers.examples import load_examples

START = datetime(2010, 1, 1, tzinfo=UTC)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"


@cache
def _running_words() -> list[str]:
    return " ".join(example.text for example in load_examples()).split(" ")


def said(dice: random.Random, most: int = 45) -> str:
    """Return one to `most` words in a row, with the signs, smileys and line breaks that people put between them."""
    words = _running_words()
    first = dice.randrange(len(words) - most)
    return " ".join(words[first : first + dice.randint(1, most)]).strip() or words[0]


def sentence(dice: random.Random) -> str:
    """Return some 25 words on one line, without signs that HTML would need escaped."""
    return " ".join(said(dice, 49).translate(_NO_MARKUP).split()) or "tea"


_NO_MARKUP = str.maketrans("", "", "<>&\"'")


def token(dice: random.Random, length: int) -> str:
    """Return letters and digits as ids and names of files are made of."""
    return "".join(dice.choices(_LETTERS, k=length))


def number_like(dice: random.Random, first: int, number: int) -> int:
    """Return an id that grows with the number, its last digits by chance."""
    return first + number * 10**8 + dice.randrange(10**8)


def moment(number: int, minutes: int = 37) -> datetime:
    """Return when the post of this number was written."""
    return START + timedelta(minutes=minutes * number, seconds=7 * number % 60)


def zipped(path: Path, members: Iterable[tuple[str, str | bytes]]) -> Path:
    """Write a zip of these names and contents."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path
