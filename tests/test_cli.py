"""The door: what a person sees, and what never gets out."""

import ast
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.ledger import FILE, Ledger, NoAudit
from tests.handmade import audit_of, post

HOUSE = Path(__file__).parents[1]
SAMPLES = HOUSE / "sample_exports"
TWITTER = SAMPLES / "twitter" / "2024"


def backscroll(
    *args: str | Path, cwd: Path, home: Path | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, without a terminal."""
    env = {**os.environ, "PYTHONPATH": str(HOUSE)}
    if home:
        env |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "audit", *map(str, args)]
    return subprocess.run(command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, check=False)


def words_of_sample() -> list[str]:
    """Return some texts of the sample, long enough to be told from anything else."""
    lines = (SAMPLES / "twitter" / "2024.expected.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line).get("text", "") for line in lines]
    return [text for text in texts if len(text) > 40 and "\n" not in text and "http" not in text]


def test_help_is_quick_to_load() -> None:
    """`--help` imports none of the heavy libraries: it is there at once."""
    script = (
        "import sys, audit.cli\n"
        "print(sorted({'pandas','sklearn','numpy','scipy','bs4','lxml','jinja2','onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=HOUSE, capture_output=True, text=True, check=True)

    assert ast.literal_eval(done.stdout) == []


@pytest.mark.parametrize("command", ["scan", "columns", "demo", "posts", "check", "evaluate"])
def test_every_command_has_help_and_stands_in_the_readme(command: str, tmp_path: Path) -> None:
    """A command that nobody can find is not there."""
    done = backscroll(command, "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert f"backscroll {command}" in (HOUSE / "README.md").read_text(encoding="utf-8")


def test_scan_writes_a_private_report_and_prints_no_words(tmp_path: Path) -> None:
    """The report holds the words, 0600; the screen, the JSON and the CSV hold none; nothing else is written."""
    done = backscroll("scan", TWITTER, "--json", "f.json", "--csv", "f.csv", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"backscroll-report.html", "f.json", "f.csv"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in tmp_path.iterdir())
    quiet = done.stdout + done.stderr + (tmp_path / "f.json").read_text() + (tmp_path / "f.csv").read_text()
    assert not [text for text in words_of_sample() if text in quiet]
    assert not [char for char in done.stdout + done.stderr if ord(char) < 32 and char != "\n"]


def test_the_same_export_gives_the_same_findings(tmp_path: Path) -> None:
    """Same input, same output: a folder, a zip of it, both at once."""
    zipped = tmp_path / "export.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(TWITTER.rglob("*")):
            archive.write(path, path.relative_to(TWITTER))
    found = []
    for number, exports in enumerate(([TWITTER], [zipped], [TWITTER, zipped])):
        done = backscroll("scan", *exports, "--json", f"{number}.json", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        held = json.loads((tmp_path / f"{number}.json").read_text())["findings"]
        found.append([(one["id"], one["tier"], one["severity"], one["score"]) for one in held])

    assert found[0] == found[1] == found[2]
    assert found[0]


def test_nothing_readable_is_one_sentence_and_no_report(tmp_path: Path) -> None:
    """A folder of holiday photos: status 1, plain words, no file."""
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "beach.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 200)
    done = backscroll("scan", photos, cwd=tmp_path)

    assert done.returncode == 1
    assert "Nothing to audit was found in photos" in done.stderr
    assert "Error" not in done.stderr
    assert not (tmp_path / "backscroll-report.html").exists()


def test_one_bad_export_among_good_ones_is_no_refusal(tmp_path: Path) -> None:
    """The good one is audited, the bad one is told."""
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    done = backscroll("scan", bad, TWITTER, cwd=tmp_path)

    assert done.returncode == 0
    assert "bad.zip is not a zip file" in done.stderr


def test_a_report_is_never_written_over_an_export(tmp_path: Path) -> None:
    """-o may not name what is being read."""
    export = tmp_path / "export.zip"
    with zipfile.ZipFile(export, "w") as archive:
        archive.write(TWITTER / "data" / "tweets.js", "data/tweets.js")
    before = export.read_bytes()
    done = backscroll("scan", export, "-o", export, cwd=tmp_path)

    assert done.returncode == 1
    assert export.read_bytes() == before


def test_home_stays_empty_of_words(tmp_path: Path) -> None:
    """A home that cannot be written to is no obstacle, and none of the posts' words are ever kept there."""
    home = tmp_path / "home"
    home.mkdir()
    done = backscroll("scan", TWITTER, cwd=tmp_path, home=home)
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())

    assert done.returncode == 0
    assert not [text for text in words_of_sample() if text.encode() in kept]


def test_posts_writes_every_text(tmp_path: Path) -> None:
    """The table holds what the expectation holds, messages aside."""
    done = backscroll("posts", TWITTER, "-o", "posts.csv", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    held = (tmp_path / "posts.csv").read_text(encoding="utf-8")
    lines = (SAMPLES / "twitter" / "2024.expected.jsonl").read_text(encoding="utf-8").splitlines()
    public = [line for line in map(json.loads, lines) if line["kind"] != "message"]
    assert all(line.get("text", "").replace('"', '""') in held for line in public)


def test_check_answers_without_repeating_the_draft(tmp_path: Path) -> None:
    """From an argument or from standard input; the draft itself is not echoed."""
    draft = "my 2pm cried all session, her husband of 41 years left her for the neighbour"
    by_argument = backscroll("check", draft, cwd=tmp_path)
    by_input = backscroll("check", "--json", cwd=tmp_path, stdin=draft)

    assert by_argument.returncode == by_input.returncode == 0
    assert draft not in by_argument.stdout + by_input.stdout
    assert json.loads(by_input.stdout)["tier"] in ("look-first", "look")


def test_arguments_that_cannot_be_end_with_2(tmp_path: Path) -> None:
    """Status 2 only for these."""
    assert backscroll("scan", cwd=tmp_path).returncode == 2
    assert backscroll("scan", TWITTER, "--no-such-thing", cwd=tmp_path).returncode == 2


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A wrong path is status 1 and a sentence."""
    done = backscroll("scan", "nowhere.zip", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("nowhere.zip is not there.")


# An audit and its ledger.


@pytest.fixture
def looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in; `scan` takes three posts made by hand for the exports' findings, without a model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("audit.pipeline.run_audit", lambda *_: audit_of([post(number) for number in range(3)]))
    return tmp_path


def scanned(*options: str) -> str:
    done = CliRunner().invoke(app, ["scan", str(TWITTER), *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_scan_is_recorded_and_the_next_one_says_what_is_new(looked: Path) -> None:
    """The first audit has no "new"; the second counts what is new and what was decided, in every output."""
    first = scanned("--json", "1.json", "--gate", "no")
    with Ledger() as ledger:
        assert (ledger.latest().gate, ledger.latest().exports) == ("no", (str(TWITTER),))
        ledger.decide(ledger.known()[0].id, "keep", source="review")
        ledger.decide(ledger.known()[1].id, "remove", source="review")
    second = scanned("--json", "2.json")
    held = [json.loads((looked / name).read_text())["findings"] for name in ("1.json", "2.json")]
    page = (looked / "backscroll-report.html").read_text()

    assert "since your last audit" not in first
    assert "0 new since your last audit, 2 decided.\n1 that you decided to change still stands." in second
    assert "0 to look at first, 1 more worth a look." in second
    assert [one["presence"] for one in held[0]] == ["new"] * 3
    assert sorted((one["presence"], one["decision"]) for one in held[1]) == [
        ("still there", ""),
        ("still there", "keep"),
        ("still there", "remove"),
    ]
    assert page.count("You have decided about these") == 1
    assert 'id="gate-no" value="no">' in page  # each audit asks anew


def test_no_ledger_leaves_no_trace(looked: Path) -> None:
    """Neither file nor folder of the ledger is there afterwards, and the page takes no decisions; nor after a demo."""
    scanned("--no-ledger", "--json", "f.json")
    assert CliRunner().invoke(app, ["demo"]).exit_code == 0

    assert not (looked / "data").exists()
    assert {one["presence"] for one in json.loads((looked / "f.json").read_text())["findings"]} == {""}
    assert 'id="save"' not in (looked / "backscroll-report.html").read_text()


def test_an_unusable_ledger_costs_no_audit(looked: Path) -> None:
    """It is told in one line, left as it is, and the report is written."""
    folder = looked / "data" / "backscroll"
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(b"no database at all, whatever its name says" * 100)
    before = (folder / FILE).read_bytes()
    told = scanned()

    assert "cannot be used" in told
    assert "This audit was not recorded" in told
    assert (looked / "backscroll-report.html").exists()
    assert (folder / FILE).read_bytes() == before


def test_a_place_that_takes_no_report_is_told_before_the_audit(looked: Path) -> None:
    """Minutes of work are not lost to a wrong -o, and nothing is recorded that nobody saw."""
    done = CliRunner().invoke(app, ["scan", str(TWITTER), "-o", str(looked / "no" / "r.html")])

    assert done.exit_code == 1
    with Ledger() as ledger, pytest.raises(NoAudit):
        ledger.latest()
