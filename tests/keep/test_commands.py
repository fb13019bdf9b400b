"""The doors: lock, unlock, edition, forget, learn, and what they never print."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from audit.ledger import Ledger
from audit.practice import decide, remember
from reports.render import render_report
from tests.handmade import audit_of, post
from tests.reports.samples import rich_report

HOUSE = Path(__file__).parents[2]
PASSPHRASE = "tawny otter seven ladders"


def backscroll(*args: str | Path, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command without a terminal, in a home of its own."""
    own = {"HOME": str(cwd), "XDG_DATA_HOME": str(cwd / "data"), "XDG_CACHE_HOME": str(cwd / "cache")}
    command = [sys.executable, "-m", "audit", *map(str, args)]
    env = {**os.environ, "PYTHONPATH": str(HOUSE), **own}
    return subprocess.run(command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.html").write_text(render_report(rich_report()), encoding="utf-8")
    (tmp_path / "pass.txt").write_text(f"\ufeff{PASSPHRASE}\r\nanother line\r\n", encoding="utf-8")
    (tmp_path / "wrong.txt").write_text("another passphrase here")
    return tmp_path


def ledger_in(folder: Path, gate: str = "") -> None:
    with Ledger(folder / "data" / "backscroll") as ledger:
        [case] = remember(audit_of([post(1)]), ledger, [folder / "report.html"])
        decide(ledger, case, "not-client", source="review")
        if gate:
            ledger.answer_gate(1, gate)


def test_lock_and_unlock(folder: Path) -> None:
    """There and back: both files are private, the passphrase is printed nowhere, and the open file is named."""
    one = backscroll("lock", "report.html", "--passphrase-file", "pass.txt", cwd=folder)
    two = backscroll("unlock", "report-locked.html", "--passphrase-file", "pass.txt", "-o", "again.html", cwd=folder)

    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    assert (folder / "again.html").read_text(encoding="utf-8") == (folder / "report.html").read_text(encoding="utf-8")
    assert all(stat.S_IMODE((folder / name).stat().st_mode) == 0o600 for name in ("again.html", "report-locked.html"))
    told = one.stdout + one.stderr + two.stdout + two.stderr
    assert "otter" not in told and "centuries" in told and "Nobody can recover it" in told
    assert "report.html itself is still there, not locked" in one.stdout


def test_a_passphrase_is_never_taken_from_the_command_line(folder: Path) -> None:
    """Without a terminal and without a file the command says what to do, and writes nothing."""
    done = backscroll("lock", "report.html", cwd=folder, stdin=f"{PASSPHRASE}\n{PASSPHRASE}\n")

    assert done.returncode == 1
    assert "--passphrase-file" in done.stderr
    assert not (folder / "report-locked.html").exists()
    assert backscroll("lock", "report.html", "--passphrase", PASSPHRASE, cwd=folder).returncode == 2


def test_what_does_not_open_says_so_in_one_sentence(folder: Path) -> None:
    """Wrong passphrase, cut off file, no report, no file: status 1, no traceback, no file written."""
    backscroll("lock", "report.html", "--passphrase-file", "pass.txt", cwd=folder)
    whole = (folder / "report-locked.html").read_text(encoding="utf-8")
    (folder / "cut.html").write_text(whole[: len(whole) // 2])
    told = {
        name: backscroll("unlock", name, "--passphrase-file", key, "-o", "out.html", cwd=folder)
        for name, key in (("report-locked.html", "wrong.txt"), ("cut.html", "pass.txt"), ("pass.txt", "pass.txt"),
                          ("none.html", "pass.txt"), (".", "pass.txt"))
    }  # fmt: skip

    assert all(done.returncode == 1 and "Traceback" not in done.stderr for done in told.values())
    assert "That passphrase does not open this report" in told["report-locked.html"].stderr
    assert "damaged or cut off" in told["cut.html"].stderr
    assert not (folder / "out.html").exists()


def test_forget_asks_first(folder: Path) -> None:
    """Without a yes everything stays; with it all is gone but the exports, and the sentence on disks is honest."""
    ledger_in(folder)
    no = backscroll("forget", cwd=folder, stdin="n\n")
    assert no.returncode == 1 and (folder / "data" / "backscroll" / "ledger.key").exists()

    yes = backscroll("forget", "--reports", "report.html", "pass.txt", cwd=folder, stdin="y\n")

    assert yes.returncode == 0, yes.stderr
    assert not (folder / "data" / "backscroll").exists() and not (folder / "report.html").exists()
    assert (folder / "pass.txt").exists()
    assert "Your exports stay where they lie" in yes.stdout and "solid-state" in yes.stdout
    assert "pass.txt: Backscroll did not make it" in yes.stdout


@pytest.mark.parametrize("gate", ["yes", "unsure"])
def test_forget_does_not_go_by_itself_while_a_case_may_be_open(folder: Path, gate: str) -> None:
    """Then the record can matter: --yes is refused, and asked on the screen the person is told why."""
    ledger_in(folder, gate)
    refused = backscroll("forget", "--yes", cwd=folder)

    assert refused.returncode == 1 and "Take advice first" in refused.stderr
    assert (folder / "data" / "backscroll" / "ledger.sqlite3").exists()


def test_forget_with_yes_asks_nothing(folder: Path) -> None:
    """For scripts; a second time there is nothing, and that is no fault."""
    ledger_in(folder, "no")

    assert backscroll("forget", "--yes", cwd=folder).returncode == 0
    again = backscroll("forget", "--yes", cwd=folder)
    assert again.returncode == 0 and "no file of ours" in again.stdout


def test_learning_can_be_seen_switched_off_and_cleared(folder: Path) -> None:
    """The setting is kept, the lessons go, and it says what learning is."""
    ledger_in(folder)
    states = [backscroll("learn", *args, cwd=folder).stdout for args in ([], ["off"], ["clear"], ["on"])]

    assert "Learning is on" in states[0] and "1 decision has been learnt from" in states[0]
    assert "Learning is off" in states[1] and "never lowers a severe finding" in states[1]
    assert "forgotten" in states[2]
    assert "0 decisions" in states[3]
    with Ledger(folder / "data" / "backscroll") as ledger:
        assert ledger.setting("learning") == "on" and ledger.lessons() == []


def test_an_edition_needs_an_audit(folder: Path) -> None:
    """Without one it says how to make one; an unknown reader is no command."""
    done = backscroll("edition", "--for", "supervisor", cwd=folder)

    assert done.returncode == 1 and "backscroll scan" in done.stderr
    assert backscroll("edition", "--for", "neighbour", cwd=folder).returncode == 2


def test_an_edition_is_written_from_the_ledger_and_the_exports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The newest audit is read again, nothing is scored; the page is private and the screen holds no word of a post."""
    from audit import page
    from audit.cli.keep import edition
    from audit.pipeline import read_posts
    from audit.reader import Reader
    from tests.handmade import EXPLANATION

    export = HOUSE / "sample_exports" / "twitter" / "2024"
    found = audit_of(read_posts([export])[1])
    with Ledger() as ledger:
        remember(found, ledger, [export])
    monkeypatch.setattr(page, "explainer", lambda: lambda _: EXPLANATION)
    edition(Reader.INSURER, None, tmp_path / "e.html")
    told = capsys.readouterr().out
    texts = [one.text for one in found.posts if one.own_words and len(one.text) > 40 and "\n" not in one.text]

    assert stat.S_IMODE((tmp_path / "e.html").stat().st_mode) == 0o600
    assert "Prepared for the purpose of taking advice" in (tmp_path / "e.html").read_text(encoding="utf-8")
    assert texts and not [text for text in texts if text in told]
