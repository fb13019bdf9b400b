"""Entries of a page whose class names are unknown: the next renaming must not silence a whole export.

What makes an entry is its shape: brothers alike, each of which ends with a date or with Facebook's own link.
"""

import re

from bs4 import BeautifulSoup, Tag

from audit.parsers._facebook_html.pages import Mark
from audit.parsers._local_dates import LocalDates

_LOOKED_AT = 200_000  # characters: enough for a hundred entries


def learned_mark(page: str, dates: LocalDates) -> Mark | None:
    """Return what the entries of the page begin with, None if nothing in it looks like entries."""
    page = page[:_LOOKED_AT]
    soup = BeautifulSoup(page, "lxml")
    best: list[Tag] = []
    for holder in _holders(soup):
        alike: dict[tuple[str, str], list[Tag]] = {}
        for child in holder.find_all(True, recursive=False):
            if isinstance(child, Tag) and _ends_with_a_date(child, dates):
                alike.setdefault((child.name, str(child.get("class"))), []).append(child)
        most = max(alike.values(), key=len, default=[])
        if len(most) > len(best):
            best = most
    if len(best) > 1 or any(_has_link(entry) for entry in best):
        return _mark_of(best[0], page)
    return None


def _holders(soup: BeautifulSoup) -> list[Tag]:
    """Return the main element and, one in another, what it holds alone."""
    found = soup.find(attrs={"role": "main"}) or soup.find("main") or soup.find("div", class_="contents") or soup.body
    holder = found if isinstance(found, Tag) else soup
    holders: list[Tag] = [holder]
    while len(holders) < 5:
        children = [child for child in holder.find_all(True, recursive=False) if isinstance(child, Tag)]
        if not children:
            break
        holder = max(children, key=lambda child: len(child.find_all(True)))
        holders.append(holder)
    return holders


def _ends_with_a_date(child: Tag, dates: LocalDates) -> bool:
    strings = list(child.stripped_strings)[-2:]
    if any(dates.read(text).when for text in strings):
        return True
    return _has_link(child)


def _has_link(child: Tag) -> bool:
    return child.find("a", href=re.compile("/dyi/l/")) is not None


def _mark_of(entry: Tag, page: str) -> Mark:
    kinds = entry.get("class")
    start = f'<{entry.name} class="{" ".join(kinds)}"' if isinstance(kinds, list) else ""
    return Mark(start if start and start in page else f"<{entry.name}")
