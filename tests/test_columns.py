"""At the door: files of no known network, from the first refusal to next year's audit."""

import json
from pathlib import Path

import pytest

from audit.errors import AuditError
from audit.identity import keyed
from audit.ledger import Ledger
from audit.parsers import Columns, Me, Told
from audit.pipeline import read_posts
from audit.practice import recalled, remember
from audit.remembered import SETTING, keep, with_remembered
from tests.handmade import audit_of
from tests.test_cli import backscroll

FORUM = """Nr,Who,Written on,What was said,Where
1,quorwick-mira,2019-03-04 10:00,my client vexmere was late again and would not say why,https://f.example/1
2,quorwick-ola,2019-03-04 10:05,nothing of the kind as far as I know,https://f.example/2
3,quorwick-mira,2019-03-05 11:00,zilpah cried for an hour and I could only sit there,https://f.example/3
"""
WORDS = ("vexmere", "zilpah", "nothing of the kind", "late again")


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    path = tmp_path / "forum.csv"
    path.write_text(FORUM, encoding="utf-8")
    return path


def quiet(text: str) -> bool:
    return not [word for word in WORDS if word in text]


def test_scan_says_how_and_reads_nothing(forum: Path, tmp_path: Path) -> None:
    """Status 1, plain sentences with the columns and the words to add; no report, no word of a post."""
    (tmp_path / "forum.csv").write_text(FORUM.replace("quorwick-ola", "quorwick-mira"))
    done = backscroll("scan", forum, cwd=tmp_path)

    assert done.returncode == 1
    assert "--generic" in done.stderr
    assert "“What was said”" in done.stderr
    assert quiet(done.stdout + done.stderr)
    assert not (tmp_path / "backscroll-report.html").exists()


def test_columns_shows_names_counts_and_days_only(forum: Path, tmp_path: Path) -> None:
    """Who writes in it is told, since the person has to find themselves; what they wrote is not."""
    done = backscroll("columns", forum, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert all(
        word in done.stdout for word in ("3 records", "“Written on”", "4 March 2019", "quorwick-mira (2)", "--me")
    )
    assert quiet(done.stdout + done.stderr)


def test_columns_of_something_known_has_nothing_to_ask(tmp_path: Path) -> None:
    """X's archive is read as it is."""
    done = backscroll("columns", Path(__file__).parents[1] / "sample_exports" / "twitter" / "2024", cwd=tmp_path)

    assert done.returncode == 1
    assert "waits for your word" in done.stderr


def test_what_the_command_proposes_can_be_pasted(forum: Path, tmp_path: Path) -> None:
    """The very words that `columns` prints read the file, with the person's name in its place."""
    import shlex

    shown = backscroll("columns", forum, cwd=tmp_path).stdout.splitlines()
    for line in (line.strip() for line in shown if "backscroll scan" in line):
        words = shlex.split(line.replace("YOUR NAME THERE", "quorwick-mira"))[1:]
        done = backscroll(*words, "--json", "found.json", "--no-ledger", cwd=tmp_path)

        assert done.returncode == 0, done.stderr
        found = json.loads((tmp_path / "found.json").read_text())
        assert found["audit"]["posts"] == 2
        assert found["audit"]["columns"][0].startswith("text=What was said, date=Written on, author=Who")


def test_two_people_need_a_name(forum: Path, tmp_path: Path) -> None:
    """Accepting the columns is not enough where it is not said who the person is."""
    done = backscroll("scan", forum, "--generic", cwd=tmp_path)

    assert done.returncode == 1
    assert "2 people" in done.stderr
    assert "--me" in done.stderr
    assert "quorwick" not in done.stderr


def test_beside_an_export_that_is_known_it_is_told_in_the_summary(forum: Path, tmp_path: Path) -> None:
    """The audit goes on; the file's sentence stands in the summary and in the account."""
    forum.write_text(FORUM.replace("quorwick-ola", "quorwick-mira"))
    twitter = Path(__file__).parents[1] / "sample_exports" / "twitter" / "2024"
    done = backscroll("scan", twitter, forum, "--json", "found.json", "--no-ledger", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "forum.csv was not read" in done.stdout
    [line] = [line for line in json.loads((tmp_path / "found.json").read_text())["read"] if line["file"] == "forum.csv"]
    assert (line["status"], "--generic" in line["reason"]) == ("unknown", True)
    assert "--generic" in (tmp_path / "backscroll-report.html").read_text(encoding="utf-8")
    assert quiet(done.stdout + done.stderr)


@pytest.mark.parametrize("said", ["Body", "colour=red", "me=anna", "text=Body, order=year"])
def test_columns_that_cannot_be_meant_are_status_2(said: str, forum: Path, tmp_path: Path) -> None:
    """An argument that cannot be, told before anything is read."""
    assert backscroll("scan", forum, "--columns", said, cwd=tmp_path).returncode == 2


def test_a_slip_in_a_name_is_status_1_and_told(forum: Path, tmp_path: Path) -> None:
    """No traceback, no report."""
    done = backscroll("scan", forum, "--columns", "text=What was sad", cwd=tmp_path)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert quiet(done.stderr)


# --- next year --------------------------------------------------------------------------------------------------------


def audited(ledger: Ledger, path: Path, told: Told) -> int:
    """Read a file as a scan does, record it, and return how many posts there were."""
    reading, posts, _, _ = read_posts([path], told=with_remembered(ledger, told))
    found = audit_of(posts)
    found.reading = reading
    found.settings = type(found.settings)(told=told)
    remember(found, ledger, [path])
    return len(posts)


SAID = Told((Columns.told("text=What was said, date=Written on, author=Who"),), me=Me(["Quorwick-Mira"]))


def test_the_same_file_is_read_the_same_way_next_year(forum: Path, tmp_path: Path) -> None:
    """Neither columns nor name are said again: for a review of this audit, for next year's export of the same tool."""
    with Ledger(tmp_path / "ledger") as ledger:
        assert audited(ledger, forum, SAID) == 2
        assert len(recalled(ledger).posts) == 2

        newer = forum.with_name("export-2027.csv")
        newer.write_text(FORUM + "4,quorwick-mira,2027-01-02 10:00,a quiet year so far,https://f.example/4\n")
        assert audited(ledger, newer, Told()) == 3


def test_another_table_is_not_read_by_what_was_said_of_this_one(forum: Path, tmp_path: Path) -> None:
    """A column of the same name is not enough: it has to be the same file or the same columns."""
    other = forum.with_name("survey.csv")
    rows = "".join(f"quorwick-mira,what she told me of her husband {n},44\n" for n in range(3))
    other.write_text("Who,What was said,Age\n" + rows)
    with Ledger(tmp_path / "ledger") as ledger:
        audited(ledger, forum, SAID)
        with pytest.raises(AuditError, match="--generic"):
            read_posts([other], told=with_remembered(ledger, Told()))


def test_the_ledger_holds_names_of_columns_and_nothing_else(forum: Path, tmp_path: Path) -> None:
    """No file's name, no person's name, no cell; the setting is all that is added to an older ledger."""
    with Ledger(tmp_path / "ledger") as ledger:
        audited(ledger, forum, SAID)
        setting = json.loads(ledger.setting(SETTING))
        key = ledger.key
    held = b"".join(path.read_bytes() for path in (tmp_path / "ledger").iterdir())

    assert [entry["columns"] for entry in setting["files"]] == [
        "text=What was said, date=Written on, author=Who, link=Where, id=Nr"
    ]
    assert setting["me"] == [keyed(key, "me", "quorwick-mira").hex()]
    assert b"quorwick" not in held.lower()
    assert not [word for word in WORDS if word.encode() in held]


def test_what_is_said_anew_replaces_what_was_said(forum: Path, tmp_path: Path) -> None:
    """Another column, another name: the newest word counts."""
    with Ledger(tmp_path / "ledger") as ledger:
        audited(ledger, forum, SAID)
        assert audited(ledger, forum, Told(SAID.columns, me=Me(["quorwick-ola"]))) == 1
        assert len(recalled(ledger).posts) == 1
        assert len(json.loads(ledger.setting(SETTING))["files"]) == 1


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"files": 3}', '{"files": [{"name": 1}], "me": null}', "7"])
def test_a_damaged_setting_is_as_good_as_none(damage: str, tmp_path: Path) -> None:
    """It costs what was remembered, not the audit."""
    with Ledger(tmp_path / "ledger") as ledger:
        ledger.set(SETTING, damage)
        told = with_remembered(ledger, Told())

        assert told.remembered("forum.csv", ("Who",)) == ()
        assert not told.me
        keep(ledger, SAID, [("forum.csv", ("Who",), SAID.columns[0])])
        assert with_remembered(ledger, Told()).me.knows("QUORWICK-MIRA")


# --- the person's name in chats ---------------------------------------------------------------------------------------

GROUP = "".join(
    f"{day}/03/2020, 10:0{n} - {who}: words of {who} on day {day}\n"
    for day in range(13, 18)
    for n, who in enumerate(("Anna B", "Bob", "Cara"))
)
TELEGRAM = {
    "name": "Team", "type": "private_group", "id": 5,
    "messages": [
        {"id": n, "type": "message", "date": "2020-03-04T10:00:00", "from": who, "from_id": f"user{n % 2 + 7}",
         "text": f"words of {who} number {n}"}
        for n, who in enumerate(("Anna B", "Bob") * 3)
    ],
}  # fmt: skip
PAGE = (
    '<html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header">'
    '<div class="content"><div class="text bold">Team</div></div></div>'
    '<div class="page_body chat_page"><div class="history">'
    + "".join(
        f'<div class="message default clearfix" id="message{n}"><div class="body">'
        f'<div class="pull_right date details" title="04.03.2020 10:0{n}:00 UTC+01:00">10:0{n}</div>'
        f'<div class="from_name">{who}</div><div class="text">words of {who} number {n}</div></div></div>'
        for n, who in enumerate(("Anna B", "Bob", "Cara") * 2)
    )
    + "</div></div></div></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [("WhatsApp Chat with Team.txt", GROUP, 5), ("result.json", json.dumps(TELEGRAM), 3), ("messages.html", PAGE, 2)],
)
def test_a_name_said_once_tells_whose_chats_they_are(name: str, content: str, count: int, tmp_path: Path) -> None:
    """WhatsApp and Telegram, JSON and HTML: by the name itself, and by what an earlier audit knows of it."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    for me in (Me(["anna b"]), Me(known=lambda name: name == "anna b")):
        _, posts, _, _ = read_posts([path], messages=True, told=Told(me=me))

        assert len(posts) == count
        assert all("Anna B" in post.text for post in posts)


def test_a_name_that_is_not_in_the_chat_changes_nothing(tmp_path: Path) -> None:
    """Nothing is taken for the person's; a chat that tells by itself whose it is still does."""
    path = tmp_path / "WhatsApp Chat with Team.txt"
    path.write_text(GROUP, encoding="utf-8")
    with pytest.raises(AuditError):
        read_posts([path], messages=True, told=Told(me=Me(["Zed"])))

    two = tmp_path / "WhatsApp Chat with Bob.txt"
    two.write_text("".join(line for line in GROUP.splitlines(keepends=True) if "Cara" not in line), encoding="utf-8")
    _, posts, _, _ = read_posts([two], messages=True, told=Told(me=Me(["Zed"])))
    assert len(posts) == 5
