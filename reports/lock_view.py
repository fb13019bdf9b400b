"""What the locked page shows, and the page itself. It knows no passphrase and nothing of what it holds."""

from dataclasses import dataclass

from markupsafe import Markup

from reports.render import render_page


@dataclass(frozen=True, slots=True)
class LockedPage:
    """`content`: JSON of what is locked and how, without a "<". `lets`: digests of its own style and script."""

    version: str
    content: str
    lets: tuple[str, ...] = ()


def render_locked(page: LockedPage) -> str:
    """Return the page that asks for the passphrase and opens what it holds."""
    content = Markup(page.content.replace("<", "\\u003c"))  # noqa: S704 - JSON that can close no element
    return render_page("locked.html.jinja2", "locked.js", lets=page.lets, version=page.version, content=content)
