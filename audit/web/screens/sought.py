"""Words that somebody looks for in their posts, as the report's own search looks for them."""

import re
import unicodedata
from collections.abc import Sequence

from audit.posts import Post

MOST = 200  # characters of what is looked for
_TERM = re.compile(r'"[^"]+"|\S+')


def terms_of(typed: str) -> list[str]:
    """Return what must all be there: words or parts of them, or phrases within double quotes."""
    found = [" ".join(term.replace('"', "").split()) for term in _TERM.findall(_folded(typed))]
    return [term for term in found if term]


def holds(post: Post, terms: Sequence[str]) -> bool:
    """Say whether all that is looked for stands in what is shown of a post's words. Without terms every post does."""
    if not terms:
        return True
    around = (post.headline, post.container, post.link_title or post.link_url, post.place, *post.people)
    words = " ".join(_folded("\n".join((post.text, *around))).split())
    return all(term in words for term in terms)


def _folded(text: str) -> str:
    """Without capitals, accents and the shapes of quotation marks: as people type."""
    if not text.isascii():
        text = re.sub("[‘’]", "'", re.sub("[“”„]", '"', text))
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char)[0] != "M")
    return text.casefold()
