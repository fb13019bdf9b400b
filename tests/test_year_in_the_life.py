"""Three years of one person, by the commands they would type: audit, decide, act, audit again, prove."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.errors import AuditError

# Each is raised by what the labelling guide names outright, whatever the classifier learnt.
CHEERED = ("1001", "my 2pm cancelled, get in!! pub", "2019")
DRUNK = ("1002", "still drunk and off to see a client, oops", "2020")
CRIED = ("1003", "my 3pm cried the whole hour again", "2021")
NO_SHOW = ("1004", "my 9am client no show, back to bed yes!", "2022")
SAID = ("1005", "my 4pm said she hates her own mother now", "2023")
HUNGOVER = ("1006", "hungover for my first client, again", "2024")
SINCE = ("1007", "my 5pm kicked the chair over, tuesdays eh", "2027")
MENDED = ("1003", "a long hour today, and a longer walk home", "2021")
ORDINARY = [(str(2000 + n), f"{words} {n}", str(2015 + n % 9)) for n, words in enumerate(
    ["tea and toast, then the bus", "rain again", "the dog ate a sock", "new shoes, both feet hurt"] * 5)]  # fmt: skip

Tweet = tuple[str, str, str]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run one command in a folder of the person's own, and return what it prints; it must end well."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> str:
        done = CliRunner().invoke(app, list(words), catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    return run


def export(folder: Path, tweets: Sequence[Tweet]) -> str:
    """Write X's archive of these tweets and return its path."""
    data = folder / "data"
    data.mkdir(parents=True)
    account = [{"account": {"accountId": "77", "username": "mira_c", "accountDisplayName": "Mira"}}]
    records = [
        {"tweet": {"id_str": number, "full_text": text, "created_at": f"Mon May 06 12:00:00 +0000 {year}"}}
        for number, text, year in tweets
    ]
    (data / "account.js").write_text(f"window.YTD.account.part0 = {json.dumps(account)}", encoding="utf-8")
    (data / "tweets.js").write_text(f"window.YTD.tweets.part0 = {json.dumps(records)}", encoding="utf-8")
    return str(folder)


def found(path: Path) -> dict[str, dict[str, str]]:
    """Return the findings of a --json file by the network's own id."""
    return {one["native_id"]: one for one in json.loads(path.read_text("utf-8"))["findings"]}


def decide(path: Path, gate: str, **decisions: tuple[str, str]) -> None:
    """Write the file that a report saves. Keywords: native id (with a letter before it) → decision, reason."""
    findings = found(path)
    entries = [
        {"finding": findings[number[1:]]["id"], "decision": decision, "reason": reason, "note": ""}
        for number, (decision, reason) in decisions.items()
    ]
    made = "2099-01-01T00:00:00Z"
    saved = {"format": "backscroll-decisions/1", "made_on": made, "gate": gate, "decisions": entries}
    Path("decisions.json").write_text(json.dumps(saved), encoding="utf-8")


def presences(say: Callable[..., str]) -> dict[str, int]:
    """Return how many findings the newest audit left in each presence."""
    newest = json.loads(say("history", "--json"))["newest"]["presence"]
    return {presence: sum(whys.values()) for presence, whys in newest.items()}


def test_three_years(say: Callable[..., str], tmp_path: Path) -> None:
    """What was removed is verified, what came back is told, what was cleared stays quiet, and no word gets out."""
    first = export(tmp_path / "x-2026", [CHEERED, DRUNK, CRIED, NO_SHOW, SAID, HUNGOVER, *ORDINARY])
    say("scan", first, "--json", "one.json", "--profession", "counsellor")
    assert {"1001", "1002", "1003", "1004", "1005", "1006"} <= set(found(tmp_path / "one.json"))

    decide(tmp_path / "one.json", "no", t1001=("remove", ""), t1002=("remove", ""), t1003=("reword", ""),
           t1004=("keep", "nobody"), t1005=("remove", ""), t1006=("later", ""))  # fmt: skip
    assert "6" in say("decide", "decisions.json")
    say("statement", "-o", "before.html", "--name", "Mira C.", "--body", "BACP")
    say("worklist", "-o", "worklist.html")
    say("handoff", "-o", "handoff")

    headers = next((tmp_path / "handoff").rglob("tweet-headers.js")).read_text("utf-8")
    numbers = ("1001", "1002", "1003", "1004", "1005")
    assert [number in headers for number in numbers] == [True, True, False, False, True]

    # A year later: two of three are deleted, one is reworded, one new line was posted.
    second = export(tmp_path / "x-2027", [DRUNK, MENDED, NO_SHOW, HUNGOVER, SINCE, *ORDINARY])
    told = say("scan", second, "--json", "two.json", "--profession", "counsellor", "--gate", "no")
    later = found(tmp_path / "two.json")
    assert presences(say) == {"gone": 2, "changed": 1, "still there": 3, "new": 1}
    assert "1 new since your last audit" in told
    assert later["1007"]["presence"] == "new"
    assert (later["1004"]["presence"], later["1004"]["decision"]) == ("still there", "keep")

    # Another year later: one of the deleted ones is there again.
    third = export(tmp_path / "x-2028", [DRUNK, MENDED, NO_SHOW, HUNGOVER, SAID, SINCE, *ORDINARY])
    say("scan", third, "--json", "three.json", "--profession", "counsellor", "--gate", "no")
    say("statement", "-o", "after.html", "--name", "Mira C.", "--body", "BACP")
    assert presences(say) == {"gone": 1, "changed": 1, "still there": 4, "came back": 1}

    before, after = (Path(name).read_text("utf-8") for name in ("before.html", "after.html"))
    assert "1 of 3 that I decided to remove is verified gone" in after
    assert "came back after" in after
    assert "verified gone" not in before.replace("0 of 3 that I decided to remove are verified gone", "")
    for text in (tweet[1] for tweet in (CHEERED, DRUNK, CRIED, NO_SHOW, SAID, HUNGOVER, SINCE)):
        assert text not in before + after


def test_an_open_complaint_stops_all_help_with_removing(say: Callable[..., str], tmp_path: Path) -> None:
    """With something open or likely there is no worklist and no hand-off, and the reason is told."""
    say("scan", export(tmp_path / "x", [CHEERED, *ORDINARY]), "--gate", "unsure", "--json", "one.json")
    decide(tmp_path / "one.json", "unsure", t1001=("keep", ""))
    say("decide", "decisions.json")

    for command in (["worklist", "-o", "w.html"], ["handoff", "-o", "h"], ["copies"]):
        with pytest.raises(AuditError, match="Change nothing for now"):
            CliRunner().invoke(app, command, catch_exceptions=False)
    assert not (tmp_path / "w.html").exists()
    assert not (tmp_path / "h").exists()
