"""Takes the pictures of docs/walkthrough.md anew, on the sample exports: `python -m tests.browser.pictures`."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.browser.cdp import Chromium, Page
from tests.browser.conftest import HOUSE, LEARNING, Program, zipped

SAMPLES = {
    "facebook-mira-2026.zip": "facebook/json-2026",
    "twitter-2026-11-02-9f3a.zip": "twitter/2024",
    "Complete_LinkedInDataExport_11-02-2026.zip": "linkedin/complete-2026",
}
WIDE, HIGH = 1080, 760


def main(words: Sequence[str]) -> None:
    """Take them all, into docs/pictures or the folder that is named."""
    folder = Path(words[0]) if words else HOUSE / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "person"
        zipped(home / "Downloads", SAMPLES)
        program = Program(home)
        with Chromium(Path(place) / "profile") as browser:
            page = browser.page(width=WIDE, height=HIGH)
            page.call("Emulation.setScrollbarsHidden", hidden=True)
            page.goto(program.start())
            try:
                _walk(program, page, folder)
            finally:
                program.stop()


def _walk(program: Program, page: Page, folder: Path) -> None:
    def take(name: str) -> None:
        page.js("document.activeElement.blur()")
        page.picture(folder / f"{name}.png")

    take("welcome")
    page.click("Begin")
    page.at("/question")
    page.click("No")
    take("question")
    page.click("Go on")
    page.at("/you")
    page.click("#f-profession")
    page.write("Nurse")
    page.js("document.getElementById('f-country').value = 'GB'")
    page.click("Go on")
    page.at("/archives")
    for box in range(len(SAMPLES)):
        page.js(f"document.querySelectorAll('#sources input')[{box}].click()")
    take("archives")
    page.click("Read them")
    page.at("/overview", LEARNING)
    take("overview")
    page.click("Begin the review")
    page.whole("document.getElementById('sheet')")
    take("review")
    page.press(" ")
    take("review-words")
    for key, said in (("r", "Saved: Remove. "), ("r", "Saved: Remove. "), ("s", "Saved: Take to supervision. ")):
        before = page.where()
        page.press(key)
        page.until(f"location.pathname !== '{before}'")
        page.until(f"document.getElementById('saved')?.textContent.startsWith('{said}')")
    page.goto(program.at("/review"))
    take("list")
    page.goto(program.at("/act/worklist"))
    page.js("document.querySelector('.task').scrollIntoView()")
    take("worklist")
    page.goto(program.at("/prove"))
    take("prove")
    page.looks(width=390, height=780, dark=True)
    page.goto(program.at("/review/next"))
    take("phone")


if __name__ == "__main__":
    main(sys.argv[1:])
