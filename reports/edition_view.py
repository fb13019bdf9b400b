"""An edition: the same report for somebody else's eyes, with less in it. What is left out stands in its heading."""

from dataclasses import dataclass

from reports.view import Report


@dataclass(frozen=True, slots=True)
class Edition:
    """A `report` that holds only what this reader may see, and the words that stand above it.

    `words`: hidden (until asked for), shown, or none. `facts`: name and value, said at the top.
    """

    title: str
    lead: str
    note: str
    left_out: tuple[str, ...]
    words: str
    report: Report
    facts: tuple[tuple[str, str], ...] = ()


def render_edition(edition: Edition) -> str:
    """Return the whole page."""
    from reports.render import render_page  # here, so that knowing an edition costs no template

    return render_page("edition.html.jinja2", "edition.js", version=edition.report.version, edition=edition)
