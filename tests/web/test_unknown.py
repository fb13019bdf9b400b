"""Files of no known network on the page: shown with their columns, read when the person says so."""

import json
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from audit.ledger import Ledger
from audit.remembered import SETTING
from audit.web.desk import Desk
from audit.web.screens.wording import COMMAND, on_the_page
from tests.test_columns import FORUM, WORDS
from tests.web.browser import Tab


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    path = tmp_path / "forum.csv"
    path.write_text(FORUM, encoding="utf-8")
    return path


def named(page: TestClient, path: Path) -> None:
    assert page.post("/archives/path", data={"path": str(path)}).status_code == 303


def shown(page: TestClient) -> BeautifulSoup:
    return BeautifulSoup(page.get("/archives").text, "lxml")


def form_of(page: TestClient) -> tuple[str, dict[str, str]]:
    """Return the key of the first file that waits, and its fields as the page has them set."""
    found = shown(page)
    button = found.select_one("button[name=so]")
    assert button is not None
    key = str(button["value"])
    fields = {}
    for select in found.select(f"select[name$='-{key}']"):
        chosen = select.select_one("option[selected]") or select.select_one("option")
        assert chosen is not None
        fields[str(select["name"])] = str(chosen["value"])
    return key, fields


def ended(desk: Desk) -> str:
    assert desk.job is not None
    assert desk.job.finished.wait(60)
    return desk.job.sentence


def test_the_proposal_is_shown_and_no_word_of_a_post(page: TestClient, forum: Path) -> None:
    """Columns, number of records, first and last day; names of people, since one of them is the person."""
    named(page, forum)
    text = " ".join(shown(page).get_text(" ").split())

    assert all(words in text for words in ("3 records", "4 March 2019 – 5 March 2019", "What was said", "Read it so"))
    assert not [word for word in WORDS if word in text]
    assert not COMMAND.search(text.partition("Choose them")[2].partition("Ask for them")[0])


def test_it_is_not_read_until_the_person_says_so(page: TestClient, desk: Desk, forum: Path) -> None:
    """It cannot even be ticked."""
    named(page, forum)

    assert [source.state for source in desk.sources] == ["unknown"]
    assert not shown(page).select("input[name=source]")
    assert page.post("/archives", data={}).status_code == 400


def test_a_name_has_to_be_chosen_where_several_write(page: TestClient, desk: Desk, forum: Path) -> None:
    """None of them is chosen for the person."""
    named(page, forum)
    key, fields = form_of(page)

    assert fields[f"me-{key}"] == ""
    answer = page.post("/archives/columns", data=fields | {"so": key})
    assert answer.status_code == 400
    assert "Choose which of the names" in answer.text
    assert not desk.sources[0].chosen


def test_read_it_so(page: TestClient, desk: Desk, forum: Path) -> None:
    """With one button it is chosen; the audit reads the person's own records, and the ledger knows how next time."""
    named(page, forum)
    key, fields = form_of(page)
    page.post("/archives/columns", data=fields | {"so": key, f"me-{key}": "quorwick-mira"})

    assert desk.sources[0].chosen
    assert not shown(page).select("button[name=so]")
    page.post("/archives", data={"source": desk.sources[0].id})
    assert ended(desk) == ""
    assert [post.native_id.rpartition("/")[2] for post in desk.posts] == ["1", "3"]
    assert json.loads(desk.ledger.setting(SETTING))["files"]


def test_other_columns_can_be_chosen(page: TestClient, desk: Desk, forum: Path) -> None:
    """Whatever was proposed; what is no column of the file is refused."""
    named(page, forum)
    key, fields = form_of(page)
    changed = fields | {"so": key, f"text-{key}": "Where", f"date-{key}": "-", f"author-{key}": "-"}

    assert page.post("/archives/columns", data=changed | {f"text-{key}": "zilpah"}).status_code == 400
    page.post("/archives/columns", data=changed)
    [said] = desk.sources[0].said.values()
    assert (said.text, said.date, said.author) == ("Where", "-", "-")


def test_a_text_can_be_taken_apart_otherwise(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """Paragraphs are proposed; the person knows that each line is a post."""
    path = tmp_path / "notes.txt"
    path.write_text("late again, oh dear\nquiet for once, today\n\nand tea for everybody\n")
    named(page, path)
    key, fields = form_of(page)
    assert fields[f"text-{key}"] == "paragraph"
    page.post("/archives/columns", data=fields | {"so": key, f"text-{key}": "line"})
    page.post("/archives", data={"source": desk.sources[0].id})

    assert ended(desk) == ""
    assert len(desk.posts) == 3


def test_a_made_up_key_changes_nothing(page: TestClient, desk: Desk, forum: Path) -> None:
    """An address of another page, or none."""
    named(page, forum)
    for key in ("", "-", "nobody-0", f"{desk.sources[0].id}-7", f"{desk.sources[0].id}--1", f"{desk.sources[0].id}-x"):
        assert page.post("/archives/columns", data={"so": key}).status_code in (303, 400)

    assert not desk.sources[0].said


def test_a_dropped_file_waits_too(page: TestClient, desk: Desk) -> None:
    """Its beginning is looked into where it lies, in the browser."""
    with Tab(page).serving() as tab:
        tab.drop("forum.csv", {"forum.csv": FORUM.encode()})
        until = time.monotonic() + 20
        while desk.sources[0].state == "looking" and time.monotonic() < until:
            time.sleep(0.02)

        assert desk.sources[0].state == "unknown"
        key, fields = form_of(page)
        page.post("/archives/columns", data=fields | {"so": key, f"me-{key}": "quorwick-mira"})
        page.post("/archives", data={"source": desk.sources[0].id})
        assert ended(desk) == ""
    assert len(desk.posts) == 2


def test_what_the_last_audit_read_is_offered_as_read(tmp_path: Path, desk: Desk, page: TestClient, forum: Path) -> None:
    """At the next sitting the same file needs no word, and a review can go on from it."""
    named(page, forum)
    key, fields = form_of(page)
    page.post("/archives/columns", data=fields | {"so": key, f"me-{key}": "quorwick-mira"})
    page.post("/archives", data={"source": desk.sources[0].id})
    assert ended(desk) == ""
    assert isinstance(desk.ledger, Ledger)

    later = Desk(desk.folder)
    later.look_around()
    assert [(source.state, source.origin) for source in later.sources] == [("ready", "last audit")]
    later.recall()
    assert ended(later) == ""
    assert len(later.posts) == 2
    later.close()


def test_a_hostile_column_is_shown_as_text(page: TestClient, tmp_path: Path) -> None:
    """Names of columns and people are the file's own: nothing of them becomes a tag."""
    name = '<img src=x onerror="alert(1)">'
    path = tmp_path / "a.csv"
    path.write_text(f'date,author,text,"{name.replace(chr(34), chr(34) * 2)}"\n2019-03-04,{name.replace(chr(34), "")},'
                    "some words of mine,1\n2019-03-05,ola,some words of hers,2\n")  # fmt: skip
    named(page, path)
    found = shown(page)

    assert not found.select("img")
    assert name in found.get_text()


def test_a_name_for_chats_is_kept_for_the_audit(page: TestClient, desk: Desk, tmp_path: Path) -> None:
    """Said once under “You”: a group chat that does not tell whose it is gives the person's own lines."""
    from tests.test_columns import GROUP

    chat = tmp_path / "WhatsApp Chat with Team.txt"
    chat.write_text(GROUP, encoding="utf-8")
    page.post("/you", data={"messages": "yes", "me": "Zed, Anna B"})
    named(page, chat)
    page.post("/archives", data={"source": desk.sources[0].id})

    assert ended(desk) == ""
    assert len(desk.posts) == 5


def test_the_page_says_no_command(forum: Path) -> None:
    """What a room says of the command line, the page says otherwise."""
    from audit.errors import AuditError
    from audit.pipeline import read_posts

    for content in (FORUM, FORUM.replace("ola", "mira"), "nr,foo,bar\n" + "1,blue car,red house\n" * 5):
        forum.write_text(content)
        with pytest.raises(AuditError) as refused:
            read_posts([forum])
        assert not COMMAND.search(on_the_page(str(refused.value))), refused.value
