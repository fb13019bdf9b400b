"""A `Worklist` or a `Guide` in, one page or plain text out. Same frame and style as the report."""

from collections.abc import Iterator

from reports.act_view import Chapter, Entry, Guide, Worklist
from reports.plain_text import wrapped
from reports.render import render_page

STYLE = "act.css"
CHECK = "Check the current text."


def render_worklist(worklist: Worklist) -> str:
    """Return the whole page. Words of posts stand in it hidden; its script only hides, counts and saves ticks."""
    return render_page(
        "worklist.html.jinja2", "worklist.js", more_style=STYLE, version=worklist.version, worklist=worklist
    )


def render_guide(guide: Guide) -> str:
    """Return a guide as one page."""
    return render_page("guide.html.jinja2", more_style=STYLE, version=guide.version, guide=guide, check=CHECK)


def guide_text(guide: Guide) -> str:
    """Return a guide as plain text for a terminal."""
    parts = [guide.title, f"{guide.made_on}", "", wrapped(guide.lead)]
    for chapter in guide.chapters:
        parts += ["", chapter.heading.upper(), *_chapter_text(chapter)]
    parts += ["", *(wrapped(line) for line in (*guide.foot, guide.beside))]
    return "\n".join(parts)


def _chapter_text(chapter: Chapter) -> Iterator[str]:
    yield from map(wrapped, chapter.paragraphs)
    for number, entry in enumerate(chapter.entries, 1):
        mark, rest = (f"{number}. ", "   ") if chapter.ordered else ("- ", "  ")
        yield wrapped(_entry_text(entry), mark, rest)


def _entry_text(entry: Entry) -> str:
    return " ".join(filter(None, (entry.head + _stop(entry), entry.words, f"({CHECK})" if entry.check else "")))


def _stop(entry: Entry) -> str:
    return "" if not entry.words or entry.head[-1:] in ".:?!" else ":"
