"""The whole way in a real browser, from the archives to the statement: by mouse, and by keyboard alone."""

import json
import time
from pathlib import Path

import pytest

from tests.browser.cdp import Chromium, Page
from tests.browser.conftest import LEARNING, Program, posted_twice, until_read, zipped

STORED = """(async () => [localStorage.length, sessionStorage.length, document.cookie.length,
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length].reduce((a, b) => a + b, 0))()"""
HIDDEN_WORDS = "[...document.querySelectorAll('.row-of .words')].map((one) => one.textContent.normalize('NFKD'))"
SHOWS = "document.querySelector('.sheet-of .words').getClientRects().length > 0"


def saved(page: Page, words: str) -> None:
    """Wait until it is said, on the screen to which it led."""
    page.until(f"document.getElementById('saved')?.textContent.startsWith({json.dumps(words)})")


def test_the_whole_way_by_mouse(chromium: Chromium, program: Program, tmp_path: Path) -> None:
    """Files that the browser holds are read out, decided about, dealt with, and a statement is saved."""
    elsewhere = zipped(tmp_path / "stick")
    for path in (program.home / "Downloads").iterdir():
        path.unlink()
    page = chromium.page()
    page.downloads_to(tmp_path / "saved")
    page.goto(program.start())
    answers_by_mouse(page)
    page.choose_files("#pick-files", elsewhere)
    page.until("document.getElementById('drop-said').textContent.startsWith('2 archives are chosen')")
    assert "LinkedIn" in page.text("#sources")
    page.click("Read them")
    page.at("/overview", LEARNING)
    assert page.js("document.activeElement.tagName") == "H1"
    assert not page.js("backscrollFiles.needed()")
    decides_by_mouse(page, program)

    page.click("6")
    page.at("/act")
    page.click("Worklist")
    page.at("/act/worklist")
    page.click("Done")
    saved(page, "Saved. 0 left")

    page.goto(program.at("/prove/statement"))
    page.click("Make the statement")
    page.until("document.getElementById('made')")
    page.click("statement.html")
    page.click("sealed-findings.json")
    statement = waited(tmp_path / "saved" / "statement.html")
    sealed = json.loads(waited(tmp_path / "saved" / "sealed-findings.json"))
    assert sealed["digest"][:8] in statement
    assert page.js(STORED) == 0
    assert not page.complaints()


def answers_by_mouse(page: Page) -> None:
    """From the welcome to the archives."""
    assert page.text("h1") == "Looking back over what you posted"

    page.click("Begin")
    page.at("/question")
    page.click("No")
    page.click("Go on")
    page.at("/you")
    page.click("#f-profession")
    page.write("Nurse")
    page.click("Go on")
    page.at("/archives")


def decides_by_mouse(page: Page, program: Program) -> None:
    """Three findings: removed, kept with a reason, set aside."""
    page.click("Begin the review")
    page.whole("document.getElementById('sheet')")
    assert not page.js(SHOWS)
    page.click("Show the words")
    assert page.js(SHOWS)
    page.click("Remove")
    saved(page, "Saved: Remove. ")
    assert program.decisions() == ["remove"]
    page.click("Keep")
    page.until("!document.getElementById('asks').hidden")
    assert program.decisions() == ["keep", "remove"]
    page.click("The person agreed, in writing")
    saved(page, "Saved: Keep. ")
    page.click("Take to supervision")
    saved(page, "Saved: Take to supervision. ")


def waited(path: Path) -> str:
    """Return what a download holds, once it is there."""
    for _ in range(200):
        if path.exists() and path.stat().st_size:
            return path.read_text(encoding="utf-8")
        time.sleep(0.05)
    raise AssertionError(f"{path.name} was not saved")


def test_the_whole_way_by_keyboard_alone(chromium: Chromium, program: Program, tmp_path: Path) -> None:
    """Tab, Enter, the space bar and single keys do everything; the focus is never lost."""
    page = chromium.page()
    page.downloads_to(tmp_path / "saved")
    page.goto(program.start())
    chooses_by_keyboard(page)
    page.at("/overview", LEARNING)
    decides_by_keyboard(page, program)

    page.goto(program.at("/prove"))
    page.tab_to("Statement for your renewal")
    page.press("Enter")
    page.at("/prove/statement")
    page.tab_to("Make the statement")
    page.press("Enter")
    page.until("document.getElementById('made')")
    page.tab_to("statement.html")
    page.press("Enter")
    assert "solicitor" in waited(tmp_path / "saved" / "statement.html")
    page.goto(program.at("/leave"))
    page.tab_to("Close it")
    page.press("Enter")
    page.until("document.querySelector('h1').textContent.startsWith('That is all')")
    assert program.process is not None
    assert program.process.wait(20) == 0


def chooses_by_keyboard(page: Page) -> None:
    """From the welcome to the reading."""
    page.tab_to("Begin")
    page.press("Enter")
    page.at("/question")
    page.tab_to("No")
    page.press(" ")
    page.tab_to("Go on")
    page.press("Enter")
    page.at("/you")
    page.tab_to("#f-profession")
    page.write("solicitor")
    page.tab_to("Go on")
    page.press("Enter")
    page.at("/archives")
    page.tab_to(".sources input")
    page.press(" ")
    page.tab_to("Take off")
    page.tab_to(".sources input")
    page.press(" ")
    page.tab_to("Read them")
    page.press("Enter")


def decides_by_keyboard(page: Page, program: Program) -> None:
    """Words, a reason, a way back, a note, and turning over."""
    page.tab_to("Begin the review")
    page.press("Enter")
    page.whole("document.getElementById('sheet')")

    page.press(" ")
    assert page.js(SHOWS)
    page.press("k")
    page.until("document.activeElement.closest('#asks')")
    page.press("3")
    saved(page, "Saved: Keep. ")
    assert page.js("document.activeElement.tagName") == "H1"
    assert page.js(SHOWS)  # whoever wants the words sees those of the next as well
    page.press("w")
    saved(page, "Saved: Reword. ")
    page.press("u")
    saved(page, "Taken back")
    assert program.decisions() == ["keep"]
    page.press("/")
    page.write("ask at the next talk")
    page.press("Enter")
    page.press("s")
    saved(page, "Saved: Take to supervision. ")
    assert program.decisions() == ["keep", "supervision"]
    before = page.where()
    page.press(".")
    page.until(f"location.pathname !== {json.dumps(before)}")
    page.press("b")
    page.until(f"location.pathname === {json.dumps(before)}")
    page.press("?")
    assert page.js("document.getElementById('keys').open")


def test_what_was_decided_outlives_a_kill(chromium: Chromium, program: Program) -> None:
    """Said to be saved is saved; a new start goes on where it was, and the old page says that it is of no use."""
    page = chromium.page()
    page.goto(program.start())
    until_read(program, page)
    page.click("Begin the review")
    page.whole("document.getElementById('sheet')")
    page.press("r")
    saved(page, "Saved: Remove. ")
    program.kill()
    assert program.decisions() == ["remove"]

    page.press("l")
    page.until("document.getElementById('lost')")
    assert "was not kept" in page.text("#lost")
    assert program.decisions() == ["remove"]

    page.goto(program.start())
    page.click("Go on where you left off")
    page.whole("document.getElementById('sheet')", LEARNING)
    assert page.text("#progress") == "1 of " + page.text("#progress").split()[2] + " decided"


def test_the_same_words_on_two_networks_are_decided_together_or_apart(chromium: Chromium, program: Program) -> None:
    """One key for both, with a reason, and one to take both back; without the tick, one place only."""
    for path in (program.home / "Downloads").iterdir():
        path.unlink()
    posted_twice(program.home / "Downloads")
    page = chromium.page()
    page.goto(program.start())
    until_read(program, page)
    page.click("Begin the review")
    page.whole("document.getElementById('sheet')")
    assert page.js("document.getElementById('everywhere').checked")
    page.press("k")
    page.until("!document.getElementById('asks').hidden")
    assert "Keep, on" in page.text(".everywhere li")
    page.press("2")
    page.at("/review/end")
    assert program.decisions() == ["keep", "keep"]
    assert "1 of 1 decided" in page.text()

    page.goto(program.at("/review"))
    page.click("Take back the last decision")
    page.whole("document.body.innerText.includes('0 of 1 decided')")
    assert program.decisions() == []
    page.goto(program.at("/review/next"))
    page.click("Also for the same words")
    page.press("r")
    saved(page, "Saved: Remove. ")
    assert program.decisions() == ["remove"]
    assert not page.js("document.getElementById('everywhere').checked")
    page.press("k")
    page.until("!document.getElementById('asks').hidden")
    page.press("Enter")
    page.at("/review/end")
    assert program.decisions() == ["keep", "remove"]


def test_everything_works_without_script(chromium: Chromium, program: Program) -> None:
    """Plain forms and links lead all the way to a decision, and to its being taken back."""
    page = chromium.page(script=False)
    page.goto(program.start())
    page.goto(program.at("/question"))
    page.click("Not sure")
    page.click("Go on")
    page.at("/preserve")
    page.click("Go on reading")
    page.at("/you")
    page.click("Go on")
    page.at("/archives")
    page.click(".sources input")
    page.click("Read them")
    page.at("/reading")
    for _ in range(int(LEARNING)):
        page.goto(program.at("/reading"))
        if page.text("h1") == "It is read":
            break
        time.sleep(0.5)
    page.goto(program.at("/review"))
    page.click("#f-words")
    page.write("nobody wrote this")
    page.click("Search")
    page.whole("location.search.startsWith('?search=')")
    assert "0 findings hold these words" in page.text()
    page.goto(program.at("/review/next"))
    assert "Remove" not in page.text("#deciding")
    page.click("Later")
    page.whole("document.querySelector('#progress').textContent.includes('1 set aside')")
    assert program.decisions() == ["later"]
    page.click("Take back the last decision")
    page.whole("!document.querySelector('#progress').textContent.includes('set aside')")
    assert program.decisions() == []


def test_words_are_searched_without_a_trace(audited: tuple[Program, Page]) -> None:
    """Typed and sent by Enter: what holds them is listed; address, title, history and storages hold none of them."""
    program, page = audited
    page.goto(program.at("/review"))
    before = page.js("document.querySelectorAll('.row-of').length")
    page.click("#f-words")
    page.write("client")
    page.press("Enter")
    page.whole("location.search.startsWith('?search=')")
    found = page.js("document.querySelectorAll('.row-of').length")
    entries = page.call("Page.getNavigationHistory")["entries"]

    assert 0 < found < before
    assert all("client" in text.lower() for text in page.js(HIDDEN_WORDS))
    assert not [entry for entry in entries if "client" in f"{entry['url']} {entry['title']}".lower()]
    assert page.js(STORED) == 0
    page.click("These, one at a time")
    page.whole("document.getElementById('sheet')")
    assert page.js("location.search").startswith("?search=")
    page.goto(program.at("/review"))
    assert page.js("document.getElementById('f-words').value") == ""


@pytest.mark.parametrize("key", ["Escape", "#hide-everything"])
def test_one_key_hides_everything(audited: tuple[Program, Page], key: str) -> None:
    """Nothing of the screen is left, not even in the tab's title; a second press in a hurry does not bring it back."""
    program, page = audited
    page.goto(program.at("/review/next"))
    page.press(" ")
    assert page.js(SHOWS)
    if key == "Escape":
        page.press("Escape")
        page.press("Escape")
    else:
        page.click(key)

    assert page.js("document.title") == "Page"
    assert page.js("document.body.innerText.trim()") == "Go on"
    page.press("Tab")
    assert page.js("document.activeElement === document.body || document.activeElement.id === 'uncover'")
    page.click("Go on")
    assert page.text("h1")
    assert not page.js(SHOWS)


def test_single_keys_do_nothing_where_they_are_switched_off(audited: tuple[Program, Page]) -> None:
    """The settings hold for the next screen; Esc still hides."""
    program, page = audited
    held = program.decisions()
    page.goto(program.at("/settings"))
    page.click("Decide with single keys in the review")
    page.click("Keep these settings")
    page.whole("document.body.innerText.includes('Your settings are kept')")
    page.goto(program.at("/review/next"))
    for key in ("r", "l", "u", " "):
        page.press(key)
    page.js("new Promise((done) => setTimeout(done, 300))")
    assert program.decisions() == held
    assert not page.js(SHOWS)
    page.press("Escape")
    assert page.js("document.title") == "Page"
    page.click("Go on")
    page.goto(program.at("/settings"))
    page.click("Decide with single keys in the review")
    page.click("Keep these settings")
    page.whole("document.body.innerText.includes('Your settings are kept')")


def test_a_double_click_decides_once(audited: tuple[Program, Page]) -> None:
    """The second click falls on the next finding; it decides nothing there."""
    program, page = audited
    held = program.decisions()
    page.goto(program.at("/review/next"))
    page.click("Later")
    saved(page, "Saved: Later. ")
    page.click("Later", count=2)
    time.sleep(0.5)

    assert program.decisions() == sorted([*held, "later"])


def test_keys_never_decide_while_somebody_types(audited: tuple[Program, Page]) -> None:
    """Letters of a note are letters."""
    program, page = audited
    held = program.decisions()
    page.goto(program.at("/review/next"))
    page.press("/")
    for key in "rkl u.":
        page.press(key)

    assert page.js("document.getElementById('note').value") == "rkl u."
    assert program.decisions() == held
