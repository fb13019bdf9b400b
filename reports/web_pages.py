"""The screens of the local page: a `Shell` and what the screen shows in, one page out. Same environment as the report.

Style and scripts stand in files of their own here, since the page's policy allows none within a page.
"""

from reports.render import filled
from reports.web_view import Shell


def render_screen(name: str, shell: Shell, **shown: object) -> str:
    """Return one screen, by the name of its template."""
    return filled(f"web/{name}.html.jinja2", shell=shell, **shown)
