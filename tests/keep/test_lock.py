"""A locked page opens with its passphrase, here and in a browser, and with nothing else."""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from audit import lock
from audit.lock import AlreadyLocked, LockDamaged, NotAReport, NotLocked, WrongPassphrase, locked, unlocked
from reports.render import render_report
from tests.reports.samples import rich_report

PASSPHRASE = "tawny otter seven lådders"
CONTENT = re.compile(r'<script type="application/json" id="locked">(.*?)</script>', re.DOTALL)


@cache
def page() -> str:
    return render_report(rich_report())


@cache
def locked_page() -> str:
    """Return the page, locked with few rounds, so that these tests are quick."""
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr(lock, "ITERATIONS", 1_000)
        return locked(page(), PASSPHRASE)


def content(whole: str) -> dict[str, Any]:
    found = CONTENT.search(whole)
    assert found
    held: dict[str, Any] = json.loads(found[1])
    return held


def changed(**told: object) -> str:
    """Return the locked page with some of its parameters replaced, and its digest made to fit again."""
    held = content(locked_page()) | told
    held["digest"] = lock._digest(held, held["text"])
    return CONTENT.sub(
        lambda _: f'<script type="application/json" id="locked">{json.dumps(held)}</script>', locked_page()
    )


def test_it_comes_back_as_it_was() -> None:
    """The passphrase opens the very page that was locked."""
    assert unlocked(locked_page(), PASSPHRASE) == page()


def test_no_word_of_the_report_stands_in_it() -> None:
    """Neither posts nor numbers nor the day of the audit can be read in a locked page."""
    report = rich_report()
    plain = locked_page().partition('id="locked"')[0]
    words = {part.text.strip() for card in report.cards for part in card.parts if len(part.text) > 12}

    assert words
    assert not [one for one in words if one in locked_page()]
    assert report.made_on not in plain
    assert not [reading.account for reading in report.readings if reading.account and reading.account in plain]


def test_salt_and_nonce_are_new_each_time() -> None:
    """The same page under the same passphrase is another file each time; the parameters are those promised."""
    one, other = content(locked_page()), content(locked(page(), PASSPHRASE))

    assert not {one["salt"], one["nonce"], one["text"]} & {other["salt"], other["nonce"], other["text"]}
    assert (one["kdf"], one["cipher"]) == ("PBKDF2-HMAC-SHA-256", "AES-256-GCM")
    assert other["iterations"] == lock.ITERATIONS >= 600_000


def test_another_passphrase_does_not_open_it() -> None:
    """A wrong passphrase is told from a damaged file."""
    with pytest.raises(WrongPassphrase, match="That passphrase does not open this report"):
        unlocked(locked_page(), "tawny otter seven ladders")


@pytest.mark.parametrize("part", ["format", "kdf", "iterations", "cipher", "compression"])
def test_the_parameters_are_authenticated(part: str) -> None:
    """Whoever changes one of them, and even makes the digest fit, does not get a page that opens."""
    value = content(locked_page())[part]
    forged = value + 1 if isinstance(value, int) else f"{value}x"

    with pytest.raises((WrongPassphrase, LockDamaged)):
        unlocked(changed(**{part: forged}), PASSPHRASE)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.999])
def test_a_cut_off_file_is_told_as_such(share: float) -> None:
    """Wherever it ends, one plain sentence says that it is damaged."""
    cut = locked_page()[: int(len(locked_page()) * share)]
    if 'id="locked">' in cut:
        cut = cut.partition("</script>\n</body>")[0]

    with pytest.raises(LockDamaged):
        unlocked(cut[: int(len(cut) * 0.99)], PASSPHRASE)


def test_one_flipped_sign_is_damage() -> None:
    """A changed sign in what is locked is no wrong passphrase."""
    held = content(locked_page())["text"]
    flipped = ("B" if held[100] == "A" else "A").join((held[:100], held[101:]))

    with pytest.raises(LockDamaged):
        unlocked(locked_page().replace(held, flipped), PASSPHRASE)


@pytest.mark.parametrize(
    "told",
    [{"iterations": 10**12}, {"iterations": True}, {"iterations": "9"}, {"salt": 5}, {"text": None}, {"salt": "é"}],
)
def test_a_hostile_file_costs_nothing(told: dict[str, object]) -> None:
    """Years of work, or values of another kind, are met with the same plain sentence."""
    held = content(locked_page()) | told
    forged = CONTENT.sub(
        lambda _: f'<script type="application/json" id="locked">{json.dumps(held)}</script>', locked_page()
    )

    with pytest.raises(LockDamaged):
        unlocked(forged, PASSPHRASE)


@pytest.mark.parametrize("whole", ["", "<p>a page of somebody</p>", "<!doctype html><title>x</title>"])
def test_only_pages_of_ours_are_locked_or_opened(whole: str) -> None:
    """Other files are refused with a plain sentence."""
    with pytest.raises(NotAReport):
        locked(whole, PASSPHRASE)
    with pytest.raises(NotLocked):
        unlocked(whole, PASSPHRASE)


def test_a_report_that_is_not_locked_is_said_to_be_so() -> None:
    """And a locked one is not locked twice."""
    with pytest.raises(NotLocked):
        unlocked(page(), PASSPHRASE)
    with pytest.raises(AlreadyLocked):
        locked(locked_page(), PASSPHRASE)


def test_its_policy_lets_in_the_report_and_nothing_else() -> None:
    """Nothing is loaded; the report's own style and script may run once it is open, by their digests."""
    outer, inner = (re.search(r'Content-Security-Policy" content="([^"]*)"', one) for one in (locked_page(), page()))
    assert outer and inner
    digests = re.findall(r"sha256-[^']+", inner[1])

    assert "default-src 'none'" in outer[1] and "unsafe" not in outer[1]
    assert digests and all(digest in outer[1] for digest in digests)
    assert locked_page().count("<script") == 2
    assert "//" not in re.sub(r"/\*.*?\*/|// [a-z].*|https?://www.w3.org\S*", "", content_free(locked_page()))


def content_free(whole: str) -> str:
    return re.sub(r"<(script|style)\b.*?</\1>", "", whole, flags=re.DOTALL)


HARNESS = """
const fs = require("fs"), vm = require("vm");
const [file, passphrase] = process.argv.slice(2);
const page = fs.readFileSync(file, "utf8");
const script = /<script>([\\s\\S]*?)<\\/script>/.exec(page)[1];
const payload = /id="locked">([\\s\\S]*?)<\\/script>/.exec(page)[1];
const found = {}, told = {};
const element = (id) => found[id] ||= { id, value: "", textContent: "", on: {},
  addEventListener(name, act) { this.on[name] = act; },
  setAttribute() {}, removeAttribute() {}, focus() {}, select() {},
  replaceChildren(...held) { this.textContent = held.map((one) => one.textContent).join(""); } };
let written = null;
const document = { documentElement: {}, getElementById: element, createElement: () => ({}),
  addEventListener(name, act) { told[name] = act; }, open() {}, close() {}, write(text) { written = text; } };
const window = { crypto: globalThis.crypto, DecompressionStream, addEventListener() {} };
vm.runInNewContext(script, { document, window, crypto: globalThis.crypto, DecompressionStream, TextEncoder, Response,
  atob, setTimeout, Uint8Array, Promise, JSON, String, Array, location: {} });
element("locked").textContent = payload;
(async () => {
  await told.DOMContentLoaded();
  if (element("passphrase").on.input) {
    element("passphrase").value = passphrase;
    await element("unlock").on.submit({ preventDefault() {} });
  }
  console.log(JSON.stringify({
    page: written, wrong: element("wrong").textContent, cannot: element("cannot").textContent,
    kept: element("passphrase").value }));
})();
"""


def in_script(whole: str, passphrase: str, folder: Path) -> dict[str, str]:
    """Run the page's own script as a browser would, with the same cryptography."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node to run the page's script with")
    (folder / "harness.cjs").write_text(HARNESS)
    (folder / "locked.html").write_text(whole, encoding="utf-8")
    command = [node, str(folder / "harness.cjs"), str(folder / "locked.html"), passphrase]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, str] = json.loads(done.stdout)
    return answer


def test_the_page_opens_itself(tmp_path: Path) -> None:
    """The script in the page comes to the same text as we do, and keeps no passphrase in its field."""
    told = in_script(locked_page(), "  tawny otter seven la\N{COMBINING RING ABOVE}dders ", tmp_path)

    assert told["page"] == page()
    assert told["kept"] == ""


def test_the_page_tells_wrong_from_damaged(tmp_path: Path) -> None:
    """A wrong passphrase and a damaged file are two plain sentences in the browser too."""
    wrong = in_script(locked_page(), "tawny otter", tmp_path)
    held = content(locked_page())["text"]
    damaged = in_script(locked_page().replace(held, held[:-40]), PASSPHRASE, tmp_path)

    assert wrong["wrong"].startswith("That passphrase does not open this report") and wrong["page"] is None
    assert damaged["cannot"].startswith("This file is damaged") and damaged["page"] is None
