"""The commands: the gate before each, what they print, and where they write."""

import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audit.act.gate import ChangeNothing, GateUnanswered
from audit.cli import app
from audit.ledger import Ledger
from tests.act.exports import NEWEST, OLDEST, WORDS, audited, case_of, x_archive

GATED = [["worklist"], ["worklist", "--format", "csv"], ["handoff"], ["handoff", "--with-records"], ["copies"]]


def run(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder, beside an archive."""
    x_archive(tmp_path / "twitter")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def prepare(home: Path, gate: str) -> int:
    """Record an audit with two decisions; return the number of one."""
    with Ledger() as ledger:
        found = audited(ledger, [home / "twitter"], gate=gate)
        ledger.decide(case_of(found, NEWEST).id, "remove", source="review")
        ledger.decide(case_of(found, OLDEST).id, "restrict", source="review")
        return case_of(found, NEWEST).id


@pytest.mark.parametrize("command", GATED, ids=" ".join)
@pytest.mark.parametrize(("gate", "refusal"), [("", GateUnanswered), ("yes", ChangeNothing), ("unsure", ChangeNothing)])
def test_nothing_helps_to_remove_without_a_no(home: Path, command: list[str], gate: str, refusal: type) -> None:
    """Unanswered, it says how to answer; otherwise what to do instead. Not one file is written."""
    prepare(home, gate)

    told = run(*command)

    assert type(told.exception) is refusal
    assert "backscroll gate" in str(told.exception)
    if gate:
        assert "Do not delete, edit, hide or restrict anything" in str(told.exception)
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize("command", GATED, ids=" ".join)
def test_with_a_no_each_works_and_prints_no_words(home: Path, command: list[str]) -> None:
    """What is printed quotes no post; what is written is private."""
    prepare(home, "no")

    told = run(*command)

    assert told.exit_code == 0, told.exception
    assert not [word for text in WORDS.values() for word in text.split() if len(word) > 7 and word in told.output]
    files = [path for path in Path.cwd().rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} <= {0o600}
    assert files or command == ["copies"]


@pytest.mark.parametrize("gate", ["", "yes", "unsure", "no"])
def test_what_now_and_letters_to_advisers_are_there_whatever_the_answer(home: Path, gate: str) -> None:
    """This is the preserve-first path too; only a no brings the letters that ask others to remove things."""
    prepare(home, gate)

    assert "Stop and ask".upper() in run("what-now").output
    told = run("letters", "-o", "letters")
    written = {path.name for path in Path("letters").iterdir()}

    assert {"to-supervisor.txt", "to-insurer-or-defence-body.txt"} <= written
    assert ("to-someone-who-holds-a-copy.txt" in written) == (gate == "no")
    assert ("Held back" in told.output) == (gate != "no")


def test_what_now_works_before_any_audit_and_leaves_no_trace(home: Path) -> None:
    """No ledger is made by reading."""
    told = run("what-now", "--profession", "nurse", "--country", "GB")

    assert told.exit_code == 0
    assert "NMC, The Code (2015, updated 2018)" in told.output.replace("\n  ", " ")
    with pytest.raises(FileNotFoundError):
        next(Path.home().joinpath("data").iterdir())


def test_done_by_number_and_by_file(home: Path) -> None:
    """Both ways, and a list without anything to do is told as an error of use."""
    number = prepare(home, "no")

    assert run("done", str(number)).output == "1 ticked off.\n"
    assert run("done", str(number), "--undo").output == "1 taken back.\n"
    assert run("done").exit_code == 2


def test_an_export_is_never_written_over(home: Path) -> None:
    """A list that would take an export's place is refused."""
    prepare(home, "no")
    with Ledger() as ledger:
        export = Path(ledger.latest().exports[0])

    told = run("worklist", "-o", str(export))

    assert "is one of the exports" in str(told.exception)
