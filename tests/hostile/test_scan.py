"""From a hostile export to the report, the tables and the screen: words stay words, wherever they come out."""

import csv
import json
import random
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from typer.testing import CliRunner

from audit.cli import app
from audit.errors import AuditError
from audit.page import report_of
from classifiers.categories import CATEGORIES, LOOK, LOOK_FIRST
from classifiers.explain import Explanation
from classifiers.model import Scores
from tests.handmade import audit_of, post
from tests.hostile.harness import FOLDERS, Files, InMemory, files_of, hostile, outcome_of, planted
from tests.hostile.packing import IN_UTF8, Entry, raw_zip
from tests.parsers.mangle import ODD_MARKS, WORD, tricks_for

FORMULA = re.compile(r"=\S|[-+]\d|[-+@\t\r].*(?:\w\(|\|)", re.DOTALL)
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NASTY = (
    *("=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","y")', "@SUM(A1)", "+1+cmd|' /C'!A", "-2+3", "\t=1", "\r=1"),
    *("</script><script>alert(1)</script>", "<!--<script>", "]]>", "{{ 7*7 }}", "{% raw %}", "\x1b]0;x\x07\x1b[2J"),
    *(
        '" onmouseover="alert(1)',
        "javascript:alert(1)",
        "\u202egpj.exe",
        "\ud83d",
        "\0",
        "&lt;b&gt;",
        "\u2028",
        "%s %n",
    ),
    *('https://x.example/" onclick="alert(1)', "http://[", "x" * 3_000, "' OR 1=1 --", "../../../etc/passwd"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), st.sampled_from(ODD_MARKS), st.text(max_size=30)), max_size=4)
WRITTEN = TEXTS.map(f" {WORD} ".join)
NAMES = st.one_of(
    st.sampled_from(["data/like.js", "data/\x1b[31mred.js", "data/\u202ejs.tac.js", "=1+1.js", "a\r\nb.js", "<b>.js"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
)


@dataclass
class Stub:
    """A model that raises everything, one look-first to one look."""

    words: object = None

    def facts(self) -> dict[str, str]:
        return {"examples": "e" * 64, "code": "c" * 64, "encoder": "absent", "whole": "w" * 64}

    def score_archive(self, texts: list[str], **_: object) -> Scores:
        count = len(texts)
        return Scores(
            tiers=[(LOOK_FIRST, LOOK)[row % 2] for row in range(count)],
            severity=np.array([1 + row % 3 for row in range(count)], dtype=np.int8),
            score=np.full(count, 0.7),
            expected=np.linspace(2.5, 1.0, count),
            categories=np.full((count, len(CATEGORIES)), 0.4),
            reasons=[()] * count,
            lowered=np.zeros(count, dtype=np.bool_),
        )


def explained(_: object, text: str, __: object = ()) -> Explanation:
    """Mark the first half of the text, wherever that falls."""
    half = len(text) // 2
    return Explanation(((0, half, 2),) if half else (), ("speaks of one person",), ("the client",), "It would be read.")


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("classifiers.model.load_model", lambda *_, **__: Stub())
    monkeypatch.setattr("classifiers.explain.explain", explained)
    yield


def x_export(texts: list[str], names: list[str]) -> bytes:
    """Return an X export of these tweets, with files of these names beside them."""
    record = {"created_at": "Mon Jan 01 00:00:00 +0000 2018", "entities": {"urls": [{"url": "t", "expanded_url": "u"}]}}
    tweets = [{"tweet": {**record, "id_str": str(n), "full_text": text}} for n, text in enumerate(texts, 1)]
    for one, text in zip(tweets, texts, strict=True):
        one["tweet"]["entities"] = {"urls": [{"url": "https://t.co/1", "expanded_url": text, "display_url": text}]}
    account = [{"account": {"username": next(iter(texts), "mira"), "accountId": "1", "accountDisplayName": "\x1b[2J"}}]
    files = {
        "data/tweets.js": f"window.YTD.tweets.part0 = {json.dumps(tweets)}",
        "data/account.js": f"window.YTD.account.part0 = {json.dumps(account)}",
        **{name.replace("\0", "") or "x": "junk" for name in names},
    }
    return raw_zip([Entry(name.encode(), text.encode(), flags=IN_UTF8) for name, text in files.items()])


def scanned(export: Path, folder: Path) -> tuple[int, str]:
    """Run a scan that writes all it can, and return its status and all that it printed."""
    out = ["-o", str(folder / "r.html"), "--json", str(folder / "f.json"), "--csv", str(folder / "f.csv")]
    done = CliRunner().invoke(app, ["scan", str(export), *out, "--with-words", "--no-ledger", "--messages"])
    if done.exception and not isinstance(done.exception, AuditError | SystemExit):
        raise done.exception
    told = str(done.exception) if isinstance(done.exception, AuditError) else ""
    return done.exit_code, done.output + told


def screen_must_be_harmless(printed: str) -> None:
    assert not CONTROL.search(printed), CONTROL.search(printed)
    assert WORD[:7] not in printed
    assert "Traceback" not in printed


def page_must_be_harmless(page: str) -> None:
    """Whatever the posts hold, the page has the tags, scripts and addresses that it always has."""
    soup = BeautifulSoup(page, "lxml")
    assert [tag["type"] if tag.get("type") else "own" for tag in soup.find_all("script")] == ["own"]
    assert len(soup.find_all("style")) == 1
    assert not soup.find_all(["img", "iframe", "object", "embed", "base", "link", "video", "math"])
    for tag in soup.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on") or name in ("src", "srcdoc", "style", "action")]
        address = tag.get("href", "#")
        assert address.startswith(("#", "https://", "http://")), address
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


def tables_must_be_harmless(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell[:50] for cell in cells if FORMULA.match(cell)]
    if (folder / "f.json").exists():
        assert json.loads((folder / "f.json").read_text(encoding="utf-8"))["findings"]


def afresh(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


@pytest.mark.usefixtures("stubbed")
@hostile(25)
@given(texts=st.lists(WRITTEN, min_size=1, max_size=12), names=st.lists(NAMES, max_size=4))
@example(texts=list(NASTY), names=["data/\x1b[31mred.js", "=1+1.js"])
def test_nasty_words_come_out_as_words(tmp_path: Path, texts: list[str], names: list[str]) -> None:
    """Formulas, markup, templates, escapes, overrides: in the report, the tables and on the screen they do nothing."""
    afresh(tmp_path)
    export = tmp_path / "\x1b[31mexport\u202e.zip"
    export.write_bytes(x_export(texts, names))
    status, printed = scanned(export, tmp_path)

    screen_must_be_harmless(printed)
    if not any("".join(text.split()) for text in texts):
        return
    assert status == 0
    page_must_be_harmless((tmp_path / "r.html").read_text(encoding="utf-8"))
    done = CliRunner().invoke(app, ["posts", str(export), "-o", str(tmp_path / "p.csv")])
    assert done.exit_code == 0
    tables_must_be_harmless(tmp_path)
    made = {path.name for path in tmp_path.iterdir()} - {export.name}
    assert made == {"r.html", "f.json", "f.csv", "p.csv"}
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in made} == {0o600}


def test_a_broken_clock_makes_no_chart_of_ten_thousand_years() -> None:
    """One post of the year 1 beside one of today: two bars."""
    posts = [post(1, posted_at=datetime(year, 1, 1, tzinfo=UTC)) for year in (1, 2020, 9999)]
    [chart] = [chart for chart in report_of(audit_of(posts)).charts if chart.title == "Findings by year"]

    assert [bar.label for bar in chart.bars] == ["1", "2020", "9999"]


SAMPLE: dict[Path, Files] = {}


@pytest.mark.usefixtures("stubbed")
@hostile(20)
@given(folder=st.sampled_from(FOLDERS), seed=st.integers(0, 2**32 - 1))
def test_a_spoilt_export_goes_through_to_the_report(tmp_path: Path, folder: Path, seed: int) -> None:
    """Posts of the years 1 and 9999, without kinds, words or names: the page and the tables are made all the same."""
    afresh(tmp_path)
    if folder not in SAMPLE:
        files = files_of(folder)
        SAMPLE[folder] = planted(files, outcome_of(InMemory("sample", files)).posts)
    dice = random.Random(seed)
    files = dict(SAMPLE[folder])
    for name in sorted(files):
        if dice.random() < 0.4:
            tricks = tricks_for(files[name])
            files[name] = tricks[dice.choice(sorted(tricks))](files[name], dice)
    export = tmp_path / "export.zip"
    export.write_bytes(raw_zip([Entry(name.encode(), content, flags=IN_UTF8) for name, content in files.items()]))
    status, printed = scanned(export, tmp_path)

    screen_must_be_harmless(printed)
    assert status in (0, 1)
    assert (tmp_path / "r.html").exists() == (status == 0)
    if status == 0:
        page_must_be_harmless((tmp_path / "r.html").read_text(encoding="utf-8"))
    for path in tmp_path.glob("*.csv"):
        assert not [cell for row in csv.reader(path.open(encoding="utf-8")) for cell in row if FORMULA.match(cell)]
