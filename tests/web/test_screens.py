"""The screens, over a desk on which a few hand-made posts lie. How they look and behave in a browser: tests/browser."""

import ast
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from starlette.routing import Route
from starlette.testclient import TestClient

from audit.decisions import DECISIONS, GATES
from audit.guidance import GDPR, trade
from audit.parsers import networks
from audit.posts import Post
from audit.practice import remember
from audit.web.desk import Desk
from audit.web.screens import act, routes
from audit.web.screens.asking import ASKING, FIRST, asked_for
from audit.web.screens.places import NAMES, TRADES
from audit.web.screens.wording import COMMAND, on_the_page
from audit.web.sources import Source
from classifiers.rules import COUNTRIES, trade_of
from tests.handmade import VERDICT, WORDS, audit_of, post
from tests.web.browser import JSON

HOUSE = Path(__file__).parents[2]
HOSTILE = '</script><img src=x onerror="alert(1)">{{ 7*7 }} \u202etxet\u202c javascript:alert(1)'
GRAVE = replace(VERDICT, tier="look-first", severity=3, weight=2.9)


def laid(desk: Desk, gate: str = "no", posts: list[Post] | None = None, raised: int = 3) -> None:
    """Lay an audit on the desk: four posts, of which three are raised."""
    held = posts or [post(number) for number in range(4)]
    found = audit_of(held, held[:raised], GRAVE)
    cases = remember(found, desk.ledger, [])
    desk.laid_out(found, cases, desk.ledger.latest())
    desk.profession, desk.country, desk.gate = "nurse", "GB", gate


def soup(page: TestClient, path: str) -> BeautifulSoup:
    answer = page.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return BeautifulSoup(answer.text, "lxml")


def main_of(page: TestClient, path: str) -> str:
    found = soup(page, path).find("main")
    assert found is not None
    return " ".join(found.get_text(" ").split())


def first(desk: Desk) -> int:
    return desk.cases[0].id


def held(desk: Desk) -> dict[int, str]:
    """Return the decisions as another program that opens the ledger would find them."""
    from audit.ledger import Ledger

    with Ledger(desk.ledger.folder) as ledger:
        return {finding: row.decision for finding, row in ledger.decisions().items()}


def screens(desk: Desk) -> list[str]:
    """Return the address of every screen that can be looked at."""
    paths = [route.path for route in routes if isinstance(route, Route) and "GET" in (route.methods or ())]
    shown = [path.replace("{finding:int}", str(first(desk)) if desk.cases else "1") for path in paths]
    files = (".html", ".zip", ".json", ".ics", ".{form}", "/{name}", "/file", "/next")
    return [path for path in shown if not path.endswith(files) and "/act/tick/" not in path]


def allowed(gate: str, path: str) -> bool:
    return gate == "no" or path not in ("/act/worklist", "/act/handoff", "/act/copies")


# --- every screen -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gate", ["", *GATES])
def test_every_screen_is_whole_and_loads_nothing_foreign(desk: Desk, page: TestClient, gate: str) -> None:
    """One h1, a title, a main part, no id twice, each field with a label, nothing inline and nothing from outside."""
    laid(desk, gate)
    desk.decide(first(desk), "keep", "consent", "as agreed")
    for path in screens(desk):
        if not allowed(gate, path):
            continue
        found = soup(page, path)
        ids = [tag["id"] for tag in found.find_all(id=True)]

        assert len(found.find_all("h1")) == 1, path
        assert found.title and found.title.get_text().endswith("Backscroll"), path
        assert len(ids) == len(set(ids)), path
        assert not found.find_all("style"), path
        assert not [tag for tag in found.find_all("script") if not str(tag.get("src", "")).startswith("/")], path
        assert not [tag for tag in found.find_all(True) if any(a == "style" or a.startswith("on") for a in tag.attrs)]
        for field in found.find_all(["input", "select", "textarea"]):
            named = found.find("label", attrs={"for": field.get("id")}) if field.get("id") else None
            assert named or field.find_parent("label"), (path, str(field)[:80])


def test_before_anything_is_read_every_screen_says_how_to_begin(desk: Desk, page: TestClient) -> None:
    """No screen is an error where there is no audit yet."""
    for path in screens(desk):
        if path in ("/review/1",):
            continue
        if allowed("", path):
            assert page.get(path).status_code == 200, path


def test_no_screen_names_a_command(desk: Desk, page: TestClient) -> None:
    """Somebody without technical skill is told where to go, never what to type into a terminal."""
    for gate in ("", *GATES):
        for profession, country in (("nurse", "GB"), ("", ""), ("solicitor", "US"), ("teacher", "FR")):
            if desk.audit is None:
                laid(desk, gate)
            desk.gate, desk.profession, desk.country = gate or "unsure", profession, country
            for path in screens(desk):
                if allowed(desk.gate, path) and path != "/forget":
                    named = COMMAND.findall(main_of(page, path))
                    assert not named, (path, named)


ELSEWHERE = {"lock.py", "saved.py", "readme.py", "gate.py", "history.py", "_told.py"}  # what no screen shows


def sentences() -> list[tuple[str, str]]:
    """Return every text of the rooms that names a command, with its module; docstrings are not said to anybody."""
    found = []
    for path in sorted((HOUSE / "audit").rglob("*.py")):
        if {"cli", "web"} & set(path.parts) or path.name in ELSEWHERE:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        found += [(path.name, str(node.value)) for node in texts
                  if id(node) not in told and " " in str(node.value) and COMMAND.search(str(node.value))]  # fmt: skip
    return found


def test_a_rooms_sentence_is_said_as_the_page_says_it() -> None:
    """Whatever a room says of commands, for the terminal, the page has other words for."""
    assert ("ledger.py", "There is no audit in the ledger yet. Run backscroll scan with your archives first.") in (
        sentences()
    )
    only_in_files = ("page.py", "--json or --csv")
    assert {one for one in sentences() if COMMAND.search(on_the_page(one[1]))} == {only_in_files}


def test_words_stand_only_where_they_are_hidden_until_wanted(desk: Desk, page: TestClient) -> None:
    """No title, no address, no form and no other place of a screen holds a word of a post."""
    laid(desk)
    for case in desk.cases:
        desk.decide(case.id, "remove")
    telling = re.compile("zilpah|quorwick|vexmere", re.IGNORECASE)
    for path in screens(desk):
        found = soup(page, path)
        for covered in found.select(".ask > .words"):
            covered.decompose()

        assert not telling.search(str(found)), path


def test_hostile_posts_do_nothing(desk: Desk, page: TestClient) -> None:
    """Tags, templates and marks that turn the writing stand as plain text, or are left out."""
    laid(desk, posts=[post(1, HOSTILE, container=HOSTILE, link_title=HOSTILE, link_url="javascript:x")], raised=1)
    desk.decide(first(desk), "remove")
    for path in ("/review", f"/review/{first(desk)}", "/act/worklist"):
        text = page.get(path).text

        assert "<img src=x" not in text
        assert "49" not in BeautifulSoup(text, "lxml").select(".said")[0].get_text()
        assert "\u202e" not in text
        assert 'href="javascript' not in text


def test_a_hostile_name_of_an_archive_does_nothing(desk: Desk, page: TestClient) -> None:
    """What a file is called is text."""
    desk.looked_around = True
    desk.sources.append(Source("<b>x</b>.zip"))

    assert "<b>x</b>" not in page.get("/archives").text


# --- the question -----------------------------------------------------------------------------------------------------


def test_a_no_leads_on_and_any_other_answer_to_what_to_do_instead(desk: Desk, page: TestClient) -> None:
    """The answer is kept at the desk, and with the audit as soon as there is one."""
    assert page.post("/question", data={"answer": "unsure"}).headers["location"] == "/preserve"
    assert page.post("/question", data={"answer": "no"}).headers["location"] == "/you"
    laid(desk, "")
    page.post("/question", data={"answer": "yes"})

    assert desk.ledger.latest().gate == "yes"
    assert "Change nothing for now" in main_of(page, "/act")


def test_the_question_wants_one_of_its_answers(desk: Desk, page: TestClient) -> None:
    """Anything else is asked again."""
    answer = page.post("/question", data={"answer": "maybe"})

    assert answer.status_code == 400
    assert desk.gate == ""


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x"])
def test_no_address_leads_away_from_the_page(page: TestClient, wanted: str) -> None:
    """`next` is followed only within the page."""
    answer = page.post("/question", params={"next": wanted}, data={"answer": "no"})

    assert answer.headers["location"] == "/you"
    assert "evil" not in page.get("/blank", params={"next": wanted}).text


@pytest.mark.parametrize("gate", ["", "yes", "unsure"])
def test_nothing_helps_to_change_a_post_unless_nothing_is_open(desk: Desk, page: TestClient, gate: str) -> None:
    """No worklist, no files, no copies, no letters that ask for removal, no tick, and no such decision."""
    laid(desk)
    desk.decide(first(desk), "remove")
    desk._gate = gate
    for path in ("worklist", "worklist.html", "handoff", "handoff.zip", "copies"):
        assert page.get(f"/act/{path}").status_code == 403, path
    assert page.post(f"/act/tick/{first(desk)}", data={"done": "yes"}).status_code == 403
    assert "to-someone-who-holds-a-copy.txt" not in page.get("/act/letters").text
    second = desk.cases[1].id
    offered = soup(page, f"/review/{second}").select("button[name=decision]")
    assert not [one["value"] for one in offered if DECISIONS.get(str(one["value"]), DECISIONS["keep"]).acts]
    for decision in ("remove", "restrict", "reword"):
        assert page.post(f"/review/{second}", data={"decision": decision}, headers=JSON).status_code >= 400
        assert page.post("/review", data={"finding": second, "decision": decision}).status_code == 400
    assert second not in held(desk)


# --- the review -------------------------------------------------------------------------------------------------------


def test_a_decision_is_in_the_ledger_before_it_is_answered(desk: Desk, page: TestClient) -> None:
    """By form and by script alike; a form goes on to the next, a script is told where that is."""
    laid(desk)
    one, two, three = (case.id for case in desk.cases)

    by_form = page.post(f"/review/{one}", data={"decision": "remove"})
    assert held(desk) == {one: "remove"}
    assert by_form.headers["location"] == f"/review/{two}"

    by_script = page.post(f"/review/{two}", data={"decision": "keep", "reason": "consent"}, headers=JSON).json()
    assert held(desk) == {one: "remove", two: "keep"}
    assert by_script["go"] == f"/review/{three}"
    assert by_script["progress"] == "2 of 3 decided"


def test_after_the_last_one_comes_the_end(desk: Desk, page: TestClient) -> None:
    """Those skipped come back first; when none is left undecided, the end says how far it is."""
    laid(desk)
    one, two, three = (case.id for case in desk.cases)
    assert page.post(f"/review/{three}", data={"decision": "later"}).headers["location"] == f"/review/{one}"
    page.post(f"/review/{one}", data={"decision": "keep"})

    assert page.post(f"/review/{two}", data={"decision": "keep"}).headers["location"] == "/review/end"
    assert "2 of 3 decided, 1 set aside" in main_of(page, "/review/end")
    assert page.get("/review/next").headers["location"] == f"/review/{three}"


def test_a_note_that_repeats_the_post_is_refused(desk: Desk, page: TestClient) -> None:
    """Nothing of it is kept, and the sentence that says so does not quote it."""
    laid(desk)
    note = " ".join(desk.cases[0].finding.post.text.split()[:6])
    answer = page.post(f"/review/{first(desk)}", data={"decision": "keep", "note": note}, headers=JSON)

    assert answer.status_code == 409
    assert note not in answer.text
    assert not held(desk)


def test_undo_takes_back_the_last_decision_or_the_last_group(desk: Desk, page: TestClient) -> None:
    """What was decided together is taken back together."""
    laid(desk)
    one, two, three = (case.id for case in desk.cases)
    page.post(f"/review/{one}", data={"decision": "later"})
    page.post("/review", data={"finding": [two, three], "decision": "keep", "reason": "public"})
    assert held(desk) == {one: "later", two: "keep", three: "keep"}

    page.post("/undo")
    assert held(desk) == {one: "later"}
    page.post("/undo")
    assert held(desk) == {}


def test_all_that_fit_are_decided_together_and_no_other(desk: Desk, page: TestClient) -> None:
    """A group is what the filters say, also beyond the page that shows."""
    many = [post(number, f"{WORDS[0]} {number}", kind="reply" if number % 2 else "post") for number in range(120)]
    laid(desk, posts=many, raised=120)
    page.post("/review", params={"kind": "reply"}, data={"every": "yes", "decision": "not-client"})

    assert set(held(desk).values()) == {"not-client"}
    assert len(held(desk)) == 60
    assert {case.finding.post.kind for case in desk.cases if case.decision} == {"reply"}


def test_the_list_is_narrowed_and_turned_over(desk: Desk, page: TestClient) -> None:
    """Filters stand in the address as known values; what nobody has is passed over."""
    many = [post(number, f"{WORDS[0]} {number}", kind="reply" if number % 2 else "post") for number in range(120)]
    laid(desk, posts=many, raised=120)

    assert len(soup(page, "/review").select(".row-of")) == 50
    assert len(soup(page, "/review?page=3").select(".row-of")) == 20
    assert "60 findings fit that" in main_of(page, "/review?kind=reply")
    assert "120 findings" in main_of(page, "/review?kind=<script>&page=-1&network=nowhere")


def test_one_at_a_time_stays_within_what_the_list_was_narrowed_to(desk: Desk, page: TestClient) -> None:
    """Neighbours and the next one are among those that fit."""
    many = [post(number, f"{WORDS[0]} {number}", kind="reply" if number % 2 else "post") for number in range(6)]
    laid(desk, posts=many, raised=6)
    replies = [case.id for case in desk.cases if case.finding.post.kind == "reply"]
    sheet = soup(page, f"/review/{replies[0]}?kind=reply").select("#sheet")[0]
    assert sheet["data-after"] == f"/review/{replies[1]}?kind=reply"

    answer = page.post(f"/review/{replies[0]}?kind=reply", data={"decision": "keep"}, headers=JSON).json()
    assert answer["go"] == f"/review/{replies[1]}?kind=reply"


def test_a_finding_that_is_not_there_is_said_plainly(desk: Desk, page: TestClient) -> None:
    """An old address leads back to the list."""
    laid(desk)
    answer = page.get("/review/99999")

    assert answer.status_code in (400, 404)
    assert "Back to the review" in answer.text


# --- act and prove ----------------------------------------------------------------------------------------------------


def test_ticks_are_kept_and_taken_back(desk: Desk, page: TestClient) -> None:
    """A tick takes a post off the list, and the list says that it is ticked off."""
    laid(desk)
    desk.decide(first(desk), "remove")
    assert page.post(f"/act/tick/{first(desk)}", data={"done": "yes"}, headers=JSON).json()["left"] == 0
    assert first(desk) in desk.ledger.ticked()
    assert "Not done after all" in main_of(page, "/act/worklist")
    page.post(f"/act/tick/{first(desk)}", data={"done": ""})

    assert first(desk) not in desk.ledger.ticked()
    assert "1 post that you decided" in main_of(page, "/act/worklist")


def test_the_hand_off_holds_the_chosen_posts_only(desk: Desk, page: TestClient) -> None:
    """A zip with ids and a README, without words; nothing is written to any disk."""
    laid(desk)
    desk.decide(first(desk), "remove")
    answer = page.get("/act/handoff.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    ids = {case.id: case.finding.post.native_id for case in desk.cases}

    assert texts["ids-twitter.txt"].split() == [ids[first(desk)]]
    assert "README.txt" in texts
    assert not [name for name, text in texts.items() if any(word in text for word in WORDS)]


def downloads(desk: Desk) -> list[str]:
    return ["/act/worklist.html", "/act/what-now.html", "/act/letters.zip", "/act/handoff.zip", "/prove/statement.html",
            "/prove/sealed-findings.json", "/prove/agenda.html", "/prove/agenda.txt", "/prove/reflection.html?body=nmc",
            "/prove/backscroll.ics", "/report/file", "/act/letters/to-supervisor.txt"]  # fmt: skip


def test_every_file_is_saved_and_never_opened_as_a_page_of_ours(desk: Desk, page: TestClient) -> None:
    """Each is an attachment with a plain name."""
    laid(desk)
    desk.decide(first(desk), "remove")
    page.post("/prove/statement", data={"name": "A. Example"})
    page.post("/prove/remind", data={"renewal": "2099-03-31"})
    page.post("/report", data={"reader": "own"})
    for path in downloads(desk):
        answer = page.get(path)

        assert answer.status_code == 200, path
        assert re.fullmatch(r'attachment; filename="[a-z.-]+"', answer.headers["content-disposition"]), path


def test_papers_hold_no_words(desk: Desk, page: TestClient) -> None:
    """Statement, sealed list, agenda, account, calendar and letters can be handed on."""
    laid(desk)
    page.post("/prove/statement", data={"name": "A. Example"})
    page.post("/prove/remind", data={"renewal": "2099-03-31"})
    for path in downloads(desk):
        if path.startswith("/prove/"):
            text = page.get(path).text
            assert not re.search("zilpah|quorwick|vexmere", text), path
    assert "A. Example" in page.get("/prove/statement.html").text


def test_the_sealed_list_belongs_to_its_statement(desk: Desk, page: TestClient) -> None:
    """The page says so, and says no of a list that was changed."""
    laid(desk)
    page.post("/prove/statement", data={"name": "A. Example"})
    sealed = page.get("/prove/sealed-findings.json").text
    digest = json.loads(sealed)["digest"]

    assert "It belongs to the statement" in page.post("/prove/verify", data={"sealed": sealed, "digest": digest}).text
    changed = sealed.replace("twitter", "facebook")
    assert page.post("/prove/verify", data={"sealed": changed, "digest": digest}).status_code == 400
    assert "A statement made here rests on it" in page.post("/prove/verify", data={"sealed": sealed}).text


def test_a_day_that_is_none_or_has_passed_is_asked_for_again(desk: Desk, page: TestClient) -> None:
    """One plain sentence, and what was typed is still there."""
    laid(desk)
    for renewal in ("2001-03-31", "never"):
        answer = page.post("/prove/remind", data={"renewal": renewal})

        assert answer.status_code == 400
        assert f'value="{renewal}"' in answer.text


def test_whom_to_tell_counts_from_when_the_person_knew(desk: Desk, page: TestClient) -> None:
    """A moment that lies ahead is refused; one that lies behind gives the end of the clock."""
    laid(desk)

    assert "runs until" in page.post("/act/what-now", data={"aware": "2026-11-27T18:30"}).text or "ran out" in (
        page.post("/act/what-now", data={"aware": "2026-11-27T18:30"}).text
    )
    assert page.post("/act/what-now", data={"aware": "2999-01-01T10:00"}).status_code == 400


def test_a_sample_is_read_and_what_is_found_becomes_a_finding(desk: Desk, page: TestClient) -> None:
    """Each answer is in the ledger at once; a risky one is among the findings when the reading stops."""
    laid(desk, raised=2)
    before = len(desk.cases)
    page.post("/sample/begin", data={"size": "30"})
    assert any(word in main_of(page, "/sample") for word in WORDS)
    page.post("/sample", data={"answer": "risky"})
    page.post("/sample", data={"answer": "undo"})
    page.post("/sample", data={"answer": "risky"})
    page.post("/sample", data={"answer": "stop"})

    assert desk.ledger.samples()[-1].judged == 1
    assert len(desk.cases) == before + 1
    assert "was added to your findings" in main_of(page, "/sample")


# --- beside the way ---------------------------------------------------------------------------------------------------


def test_the_report_is_locked_with_the_passphrase(desk: Desk, page: TestClient) -> None:
    """It opens with it; a short or mistyped one is asked for again, and is never shown."""
    from audit.lock import unlocked

    laid(desk)
    long = "correct horse battery staple moon"
    assert page.post("/report", data={"passphrase": "short", "again": "short"}).status_code == 400
    wrong = page.post("/report", data={"passphrase": long, "again": long + "x"})
    assert wrong.status_code == 400
    assert long not in wrong.text
    page.post("/report", data={"reader": "own", "passphrase": long, "again": long})
    locked = page.get("/report/file").text

    assert WORDS[0] not in locked
    assert WORDS[0] in unlocked(locked, long)


def test_the_regulators_edition_holds_no_words(desk: Desk, page: TestClient) -> None:
    """Each reader gets what the command line gives them."""
    laid(desk)
    page.post("/report", data={"reader": "regulator"})

    assert not any(word in page.get("/report/file").text for word in WORDS)


def test_a_draft_is_judged_and_not_kept(desk: Desk, page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the answer alone."""
    from audit.drafts import DraftVerdict

    told = DraftVerdict(GRAVE, ("speaks of one person you serve",), ("the client",), "It would be read out.")
    monkeypatch.setattr("audit.drafts.verdict_on", lambda *_: told)
    laid(desk)
    answer = page.post("/draft", data={"text": "the lady with the limp again"})

    assert "This could be read against you" in answer.text
    assert all("limp" not in page.get(path).text for path in screens(desk))
    assert page.post("/draft", data={"text": "  "}).status_code == 400


def test_forgetting_removes_what_we_wrote_and_ends(
    desk: Desk, page: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only with the box ticked; then ledger and key are gone, and so is all on the desk."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    laid(desk)
    folder = desk.ledger.folder
    monkeypatch.setattr(desk, "folder", folder)
    assert page.post("/forget", data={}).status_code == 400
    assert list(folder.iterdir())
    answer = page.post("/forget", data={"sure": "yes"})

    assert "removed" in answer.text
    assert not folder.exists()
    assert not desk.posts


def test_single_keys_and_learning_can_be_switched_off(desk: Desk, page: TestClient) -> None:
    """Both are kept in the ledger, and the page obeys."""
    assert "data-keys" in page.get("/settings").text
    page.post("/settings", data={})

    assert "data-keys" not in page.get("/settings").text
    assert desk.ledger.setting("learning") == "off"
    page.post("/settings", data={"keys": "on", "learning": "on"})
    assert "data-keys" in page.get("/settings").text


def test_that_nothing_is_kept_is_said_on_every_screen(page: TestClient, desk: Desk) -> None:
    """Where the ledger cannot be used, nobody decides for an hour in vain."""
    desk.without_ledger = "The ledger cannot be used: it is damaged."
    laid(desk)
    for path in screens(desk):
        if path != "/blank":
            assert desk.without_ledger in page.get(path).text, path


def test_a_path_that_leads_nowhere_is_said_beside_the_field(desk: Desk, page: TestClient) -> None:
    """What was typed stays, to be mended."""
    answer = page.post("/archives/path", data={"path": "/nowhere/at/all.zip"})

    assert answer.status_code == 400
    assert "is not there" in answer.text
    assert 'value="/nowhere/at/all.zip"' in answer.text


def test_nothing_chosen_is_said_plainly(page: TestClient) -> None:
    """Reading begins with something."""
    answer = page.post("/archives", data={})

    assert answer.status_code == 400
    assert "No archive is chosen yet" in answer.text


# --- what it rests on -------------------------------------------------------------------------------------------------


def test_how_to_ask_is_told_for_every_network() -> None:
    """Each network that is read stands on the page under its own name, the best known with what to choose."""
    first, others, untold = asked_for()
    told = {one.network: one.label for one in (*first, *others)}

    assert set(told) >= FIRST
    assert all(networks()[network] == label for network, label in told.items())
    assert sorted([*told.values(), *untold]) == sorted(networks().values())
    assert all(one.address.startswith("https://") for one in ASKING if one.address)


def test_every_country_with_rules_or_clocks_can_be_chosen() -> None:
    """And every profession that is offered is one that our rules or our guidance know."""
    assert set(NAMES) >= COUNTRIES | GDPR
    assert not [name for name in TRADES if not (trade_of(name) or trade(name))]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (4, "a few seconds left"), (50, "less than a minute left"), (70, "about a minute left"),
     (600, "about 10 minutes left"), (7200, "about 2 hours left")],
)  # fmt: skip
def test_time_left_is_told_no_more_exactly_than_anybody_knows(seconds: int | None, words: str) -> None:
    """Round figures, and of a part it is said that it is one."""
    from audit.web.screens.archives import left_words

    assert left_words(seconds, whole=True) == words
    assert left_words(seconds, whole=False) == (f"{words} for this part" if words else "")


def test_a_zip_is_made_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """No temporary file, not for a moment."""
    opened: list[Any] = []
    real: Callable[..., Any] = open
    monkeypatch.setattr("builtins.open", lambda *given, **more: opened.append(given) or real(*given, **more))

    assert act.zipped({"a.txt": "b"})
    assert not opened


def test_the_walkthrough_shows_small_pictures_that_are_there() -> None:
    """Each is named with what it shows, is a PNG of less than 150 kB, and none lies there in vain."""
    told = (HOUSE / "docs" / "walkthrough.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"!\[([^\]]+)\]\((pictures/[a-z-]+\.png)\)", told))
    paths = [HOUSE / "docs" / name for name in named.values()]

    assert all(path.stat().st_size < 150_000 and path.read_bytes()[:4] == b"\x89PNG" for path in paths)
    assert {path.name for path in paths} == {path.name for path in (HOUSE / "docs" / "pictures").iterdir()}
