"""Every screen, on a phone and on a wide screen, light and dark: nothing is cut off, and axe finds nothing."""

import json

import pytest

from tests.browser.cdp import Page
from tests.browser.conftest import Program

SCREENS = (
    "/", "/question", "/preserve", "/you", "/archives", "/reading", "/overview", "/review", "/review?tier=look-first",
    "/review/next", "/review/end", "/act", "/act/worklist", "/act/what-now", "/act/letters", "/act/copies",
    "/act/handoff", "/prove", "/prove/statement", "/prove/verify", "/prove/agenda", "/prove/reflection?body=hcpc",
    "/prove/remind", "/history", "/sample", "/draft", "/report", "/forget", "/settings", "/leave", "/blank", "/nowhere",
)  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CUT_OFF = """[...document.querySelectorAll('body *')].filter((one) =>
  one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.vh')).map((one) => one.tagName).slice(0, 5)"""


def open_all(page: Page) -> None:
    """Unfold whatever is folded and show all words, so that it is looked at too."""
    page.js("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.js("document.querySelectorAll('.ask > input').forEach((one) => { one.checked = true; })")


@pytest.mark.parametrize("width", [320, 640, 1280, 1920])
def test_nothing_is_cut_off(audited: tuple[Program, Page], width: int) -> None:
    """At 320 pixels, which is 1280 at four times the size, no screen has to be moved sideways."""
    program, page = audited
    page.looks(width=width)
    for path in SCREENS:
        page.goto(program.at(path))
        open_all(page)

        assert page.js("document.documentElement.scrollWidth <= innerWidth"), (path, page.js(CUT_OFF))
    assert not page.complaints()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(audited: tuple[Program, Page], axe: str, width: int, dark: bool) -> None:
    """No violation of WCAG 2.2 A or AA, nor of what is good practice, folded and unfolded."""
    program, page = audited
    page.looks(width=width, dark=dark)
    for path in SCREENS:
        page.goto(program.at(path))
        page.js(f"{axe}; 0")
        for unfold in (False, True):
            if unfold:
                open_all(page)
            told = page.js(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then((found) => "
                           "found.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 120)]))")  # fmt: skip
            assert told == [], (path, width, dark, unfold)


def test_every_target_is_large_enough(audited: tuple[Program, Page]) -> None:
    """What is pressed is 24 pixels high at least, but for links within sentences."""
    program, page = audited
    page.looks(width=320)
    for path in SCREENS:
        page.goto(program.at(path))
        small = page.js(
            "[...document.querySelectorAll('button, select, summary, input:not([type=checkbox], [type=radio]), "
            ".button, .way a, .doors a, .foot nav a')].filter((one) => one.getClientRects().length "
            "&& !one.classList.contains('vh') && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"
        )
        assert small == [], (path, small[:2])
