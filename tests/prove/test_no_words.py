"""No word of any post is in anything that this room makes, nor in the ledger's files."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.cli import app, sample
from audit.ledger import Ledger, data_folder
from audit.pipeline import read_posts
from audit.posts import Post
from tests.prove.made import GRAVE, RAISED, audited, backdate, decided_before, tweets

# Invented, rare, and each in one field only: whatever turns up somewhere shows where it came from.
WORDS = [
    "quorvexa", "blenthorpe", "zymprakol", "fluvendrick", "ostrivane", "plimgarth", "wexondril", "yttrebasque",
    "gorsimbeau", "hyxolant", "jurvendeel", "krelloquay", "mavistrog", "nubrixen", "pelthoquin", "smorvidge",
]  # fmt: skip


def secret_posts() -> list[Post]:
    posts = tweets(
        [f"{WORDS[0]} {WORDS[1]} cried all session", f"{WORDS[2]} again", WORDS[3], f"{WORDS[4]} {WORDS[5]}"]
    )
    first = posts[0]
    first.headline, first.container, first.place = WORDS[6], WORDS[7], WORDS[8]
    first.link_title, first.reply_to, first.people = WORDS[9], WORDS[10], (WORDS[11],)
    first.url, first.link_url = f"https://x.com/{WORDS[12]}", f"https://example.org/{WORDS[13]}"
    first.account, first.language = WORDS[14], WORDS[15]
    return posts


@pytest.fixture
def outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Everything the room gives, from an audit of posts that hold the words: files by name, and what was printed."""
    monkeypatch.chdir(tmp_path)
    posts = secret_posts()
    with Ledger() as ledger:
        cases = audited(ledger, posts, {posts[0].text: RAISED, posts[1].text: GRAVE, posts[2].text: RAISED})
        backdate(ledger)
        for case, decision in zip(cases, ("remove", "supervision", "keep"), strict=True):
            decided_before(ledger, case.id, decision)
        audited(ledger, posts[1:], {posts[1].text: GRAVE, posts[2].text: RAISED})
    commands = [
        "history", "history --json", "statement", "verify sealed-findings.json", "agenda", "agenda -o agenda.html",
        "reflection --body nmc", "reflection --body gmc -o reflection.txt", "remind --renewal 2126-03-31",
    ]  # fmt: skip
    found = {}
    for command in commands:
        done = CliRunner().invoke(app, command.split())
        assert done.exit_code == 0, done.output
        found[command] = done.output
    found |= {path.name: path.read_bytes().decode("latin-1") for path in tmp_path.iterdir() if path.is_file()}
    return found | {path.name: path.read_bytes().decode("latin-1") for path in data_folder().iterdir()}


def test_no_word_of_any_post_is_anywhere(outputs: dict[str, str]) -> None:
    """Statement, sealed file, agenda, account, reminder, history, what is printed, the ledger's own bytes."""
    assert {"statement.html", "sealed-findings.json", "backscroll.ics", "agenda.html", "reflection.txt"} <= set(outputs)
    assert {"ledger.sqlite3", "ledger.key"} <= set(outputs)
    for name, content in outputs.items():
        assert not [word for word in WORDS if word in content.lower()], name


def test_the_search_would_find_them(outputs: dict[str, str]) -> None:
    """The files are not empty: what is no word of a post does stand in them."""
    assert "Twitter" in outputs["statement.html"]
    assert "client_detail" in outputs["ledger.sqlite3"]
    assert re.search(r'"decision": "remove"', outputs["sealed-findings.json"])


def test_files_are_private(outputs: dict[str, str], tmp_path: Path) -> None:
    """Only their owner can open them."""
    assert outputs
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path.is_file()} == {0o600}


def test_a_second_statement_leaves_the_first_its_sealed_file(outputs: dict[str, str], tmp_path: Path) -> None:
    """Nothing sealed is ever written over, and both verify."""
    digest = re.search(r'"digest": "([0-9a-f]{64})"', outputs["sealed-findings.json"])
    assert digest
    assert CliRunner().invoke(app, ["statement"]).exit_code == 0

    assert len(list(tmp_path.glob("sealed-findings*.json"))) == 2
    assert "belongs to" in CliRunner().invoke(app, ["verify", "sealed-findings.json", digest[1]]).output
    with Ledger() as ledger:
        assert digest[1] in [held for _, _, _, held in ledger.seals()]


def test_the_sample_is_read_key_by_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a real export: risky, taken back, fine, risky, stop. What was found is a finding, and the bound is said."""
    texts = ["tea", "rain", "bus", "\u202ecake\u202c"]
    folder = tmp_path / "export" / "data"
    folder.mkdir(parents=True)
    written = [
        {"tweet": {"id_str": str(n), "full_text": text, "created_at": "Tue Mar 07 18:05:00 +0000 2017"}}
        for n, text in enumerate(texts)
    ]
    (folder / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(written)}", encoding="utf-8")
    _, posts, _, _ = read_posts([folder.parent])
    with Ledger() as ledger:
        audited(ledger, posts, {})
    keys = iter("yunyq")
    monkeypatch.setattr(sample, "_on_terminal", lambda: True)
    monkeypatch.setattr(sample, "_key", lambda: next(keys))
    done = CliRunner().invoke(app, ["sample", str(folder.parent)])

    assert done.exit_code == 0, done.output
    assert "You answered: risky." in done.output
    assert "2 of your 4 posts that were not raised were read" in done.output
    assert "\u202e" not in done.output
    with Ledger() as ledger:
        [known] = ledger.known()
        assert known.by_hand
        assert (ledger.samples()[-1].judged, ledger.samples()[-1].risky) == (2, 1)


def test_words_are_shown_on_a_terminal_only(outputs: dict[str, str]) -> None:
    """With its output in a file or a pipe, the sample refuses before it reads anything."""
    assert outputs
    done = CliRunner().invoke(app, ["sample"])

    assert done.exit_code == 1
    assert "on a terminal only" in str(done.exception)
