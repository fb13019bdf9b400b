"""Plain text, as wide as terminals and forms show it well."""

import textwrap

WIDTH = 92  # characters


def wrapped(words: str, first: str = "", rest: str = "") -> str:
    """Return a paragraph in lines of at most `WIDTH`; `first` and `rest` begin its lines."""
    return textwrap.fill(words, WIDTH, initial_indent=first, subsequent_indent=rest)
