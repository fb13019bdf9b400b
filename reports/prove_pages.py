"""A `Statement` or a `Paper` in, one page or plain text out: the report's frame and style, made for print."""

from reports.plain_text import wrapped
from reports.prove_view import Paper, Section, Statement
from reports.render import render_page

STYLE = "prove.css"


def render_statement(statement: Statement) -> str:
    """Return the whole page. The same statement gives the same text."""
    return render_page("statement.html.jinja2", more_style=STYLE, version=statement.version, statement=statement)


def render_paper(paper: Paper) -> str:
    """Return an agenda or a reflective account as one page with room to write on."""
    return render_page("paper.html.jinja2", more_style=STYLE, version=paper.version, paper=paper)


def paper_text(paper: Paper) -> str:
    """Return the same as plain text, to be pasted into a form. Ruled lines become blanks in brackets."""
    parts = [paper.title.upper(), paper.made_on, "", wrapped(paper.lead)]
    if paper.warning:
        parts += ["", wrapped(f"FIRST: {paper.warning}")]
    for section in paper.sections:
        parts += ["", *_section_text(section)]
    parts += ["", *(wrapped(line) for line in paper.foot)]
    return "\n".join(parts).rstrip() + "\n"


def _section_text(section: Section) -> list[str]:
    lines = [section.heading, "-" * len(section.heading), *(wrapped(words) for words in section.paragraphs)]
    lines += [wrapped(point, "  * ", "    ") for point in section.points]
    return [*lines, "  [ your own words ]"] if section.lines else lines
