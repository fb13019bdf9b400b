"""A `Worklist` or a `Guide` in, one page or plain text out. Same frame and style as the report."""

import textwrap
from collections.abc import Iterator

from markupsafe import Markup

from reports.act_view import Chapter, Entry, Guide, Worklist
from reports.render import _ENVIRONMENT, _own, _policy

WIDTH = 92
CHECK = "Check the current text."


def render_worklist(worklist: Worklist) -> str:
    """Return the whole page. Words of posts stand in it hidden; its script only hides, counts and saves ticks."""
    return _page("worklist.html.jinja2", _own("worklist.js"), worklist.version, worklist=worklist)


def render_guide(guide: Guide) -> str:
    """Return a guide as one page."""
    return _page("guide.html.jinja2", Markup(""), guide.version, guide=guide, check=CHECK)


def guide_text(guide: Guide) -> str:
    """Return a guide as plain text for a terminal, 92 characters wide."""
    parts = [guide.title, f"{guide.made_on}", "", _wrapped(guide.lead)]
    for chapter in guide.chapters:
        parts += ["", chapter.heading.upper(), *_chapter_text(chapter)]
    parts += ["", *(_wrapped(line) for line in (*guide.foot, guide.beside))]
    return "\n".join(parts)


def _chapter_text(chapter: Chapter) -> Iterator[str]:
    yield from map(_wrapped, chapter.paragraphs)
    for number, entry in enumerate(chapter.entries, 1):
        mark = f"{number}. " if chapter.ordered else "- "
        yield textwrap.fill(mark + _entry_text(entry), WIDTH, subsequent_indent="   " if chapter.ordered else "  ")


def _entry_text(entry: Entry) -> str:
    return " ".join(filter(None, (entry.head + _stop(entry), entry.words, f"({CHECK})" if entry.check else "")))


def _stop(entry: Entry) -> str:
    return "" if not entry.words or entry.head[-1:] in ".:?!" else ":"


def _wrapped(words: str) -> str:
    return textwrap.fill(words, WIDTH)


def _page(template: str, script: Markup, version: str, **names: object) -> str:
    style = Markup(str(_own("style.css")) + str(_own("act.css")))  # noqa: S704 - both ours
    policy = _policy(style, script)
    return _ENVIRONMENT.get_template(template).render(
        version=version, style=style, script=script, policy=policy, **names
    )
