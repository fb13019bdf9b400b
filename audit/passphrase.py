"""How long a passphrase would stand against somebody who has the file and guesses: an estimate on the careful side.

A guesser tries words, names, years and patterns before anything else, so a passphrase is counted in such pieces and
not in characters. Rate: 1,200,000 rounds of PBKDF2 keep one graphics card of 2022 near 5,000 guesses a second, by the
figures at https://tobtu.com/minimum-password-settings/ (600,000 rounds: under 10,000); twenty cards are assumed.
"""

import re
import unicodedata
from dataclasses import dataclass

from audit.errors import AuditError

SHORTEST = 8  # characters
GUESSES = 100_000  # a second
LONG = 10 * 365 * 86_400  # seconds: what would stand for less is called weak

_WORDS = 8_000  # from which most people choose
_LONGEST_WORD = 9  # letters; a longer run is counted as several words
_PIECES = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890")
_LEET = str.maketrans("013457@$!", "oleastasi")
_COMMON = re.compile(
    r"password|passwort|passphrase|passcode|letmein|welcome|admin|administrator|login|iloveyou|monkey|dragon|sunshine"
    r"|princess|football|baseball|superman|batman|trustno|master|shadow|michael|charlie|liverpool|arsenal|chelsea"
    r"|changeme|default|guest|secret|private|report|backscroll|locked|whatever|hello|flower|summer|winter|spring|autumn"
)


class TooShort(AuditError):
    """A passphrase that falls at once is refused."""

    def __init__(self) -> None:
        super().__init__(
            f"That passphrase is too short: it needs at least {SHORTEST} characters. "
            "Four or five words that do not belong together are easy to keep and hard to guess."
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How long a passphrase would stand, in seconds and in words."""

    seconds: float

    @property
    def weak(self) -> bool:
        """Say whether another one should be thought of."""
        return self.seconds < LONG

    def sentence(self) -> str:
        """Return what the person is told, which never quotes the passphrase."""
        told = f"Somebody with this file and twenty graphics cards would need {_duration(self.seconds)} to guess it."
        advice = "Four or five words that do not belong together would stand for centuries."
        return f"{told} {advice}" if self.weak else told


def plain(passphrase: str) -> str:
    """Return the passphrase as it is used: composed the same on every keyboard, no spaces at its ends."""
    return unicodedata.normalize("NFKC", passphrase).strip(" \t\r\n")


def standing(passphrase: str) -> Standing:
    """Return how long the passphrase would stand. Raises: TooShort."""
    used = plain(passphrase)
    if len(used) < SHORTEST:
        raise TooShort
    return Standing(_guesses(used) / 2 / GUESSES)


def _guesses(passphrase: str) -> float:
    """Return how many guesses reach it, the digits that stand for letters read as letters if that is quicker."""
    core = passphrase.rstrip("0123456789!?.,-_#* ")
    read = core.translate(_LEET)
    if _COMMON.fullmatch(read.casefold()):
        return 1e6  # a common word in its usual disguises
    disguised = sum(one != other for one, other in zip(core, read, strict=True))
    return min(_by_pieces(passphrase), _by_pieces(read + passphrase[len(core) :]) * 2.0**disguised)


def _by_pieces(passphrase: str) -> float:
    found, seen = 1.0, set[str]()
    for piece in _PIECES.findall(passphrase):
        ways = (1 if piece in " -_." else 2) if piece.casefold() in seen else _ways(piece)
        found = min(found * ways, 1e60)
        seen.add(piece.casefold())
    return found


def _ways(piece: str) -> float:
    """Return how many guesses reach one run of letters, of digits or of other signs."""
    low = piece.casefold()
    if len(set(low)) == 1 or any(low in row or low[::-1] in row for row in _ROWS if len(low) > 2):
        return 40.0 * len(low)
    if low.isdecimal():
        return 150.0 if _YEAR.fullmatch(low) else 10.0 ** min(len(low), 60)
    if low[0].isalpha():
        cases = 1 if piece == low else 2 if piece in (low.capitalize(), low.upper()) else 2.0 ** min(len(low), 30)
        every = 26.0 ** min(len(low), 40)
        return cases * (min(every, _WORDS ** -(-len(low) // _LONGEST_WORD)) if _reads_as_word(low) else every)
    return 3.0 if low in " -_." else 33.0 ** min(len(low), 40)


def _reads_as_word(letters: str) -> bool:
    """A word has vowels, and no long crowd of consonants."""
    if not letters.isascii():
        return True
    return bool(re.search("[aeiouy]", letters)) and not re.search("[^aeiouy]{5}", letters)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return "less than a minute"
    years = seconds / (365 * 86_400)
    if years >= 100:
        return "centuries" if years < 100_000 else "longer than anybody can wait"
    for size, one, many in ((365 * 86_400, "year", "years"), (30 * 86_400, "month", "months"), (86_400, "day", "days"),
                            (3600, "hour", "hours"), (60, "minute", "minutes")):  # fmt: skip
        if (count := int(seconds // size)) >= 1:
            return f"about {count} {one if count == 1 else many}"
    return "less than a minute"
