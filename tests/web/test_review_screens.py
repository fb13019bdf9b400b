"""The review on the page: words that are looked for, and the same words in several places."""

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from audit.web.desk import Desk
from audit.web.screens.sought import holds, terms_of
from tests.handmade import WORDS, post
from tests.web.browser import JSON
from tests.web.test_screens import held, laid, main_of, soup


def search(page: TestClient, words: str, query: str = "") -> str:
    """Look for words, and return the address to which that leads."""
    answer = page.post(f"/review/search{query}", data={"words": words})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def listed(page: TestClient, address: str) -> list[int]:
    return [int(str(box["value"])) for box in soup(page, address).select("[name=finding]")]


# --- words that are looked for ----------------------------------------------------------------------------------------


def test_what_is_searched_for_stands_in_no_address_title_or_file(desk: Desk, page: TestClient) -> None:
    """It comes back in its own field only; what holds it is listed as a finding, its words hidden."""
    laid(desk)
    address = search(page, "Quorwick")
    found = soup(page, address)
    for covered in found.select(".ask > .words"):
        covered.decompose()
    field = found.select_one("#f-words")
    assert field is not None and field["value"] == "Quorwick"
    field.decompose()

    assert listed(page, address) == [case.id for case in desk.cases if "quorwick" in case.finding.post.text]
    assert "quorwick" not in (address + str(found)).lower()
    assert not [path for path in desk.ledger.folder.iterdir() if b"quorwick" in path.read_bytes().lower()]
    assert page.get("/review", params={"words": "Quorwick"}).text.count("Quorwick") == 0


@pytest.mark.parametrize(
    ("typed", "is_there"),
    [
        ("zoe", True),
        ("ZOË late", True),
        ("late zoë", True),
        ("ate", True),
        ('"came late"', True),
        ("“came late”", True),
        ('"late came"', False),
        ("zoe early", False),
        ("o'clock", True),
        ("corner house", True),
        ("ana", True),
        ("limp", True),  # in letters that are made to look bold
        ("", True),
        ('""', True),
    ],
)
def test_words_are_found_as_people_type_them(typed: str, is_there: bool) -> None:
    """Without capitals and accents, all of them or a phrase, also in places and names that stand around the words."""
    one = post(1, "Zoë came\n late to her 9 o’clock with a 𝗹𝗶𝗺𝗽", place="Corner House", people=("Ana",))

    assert holds(one, terms_of(typed)) == is_there


def test_a_search_stays_within_the_filters_and_leads_one_at_a_time(desk: Desk, page: TestClient) -> None:
    """The next finding, and all that are decided together, are those that hold the words."""
    many = [
        post(number, f"{WORDS[number % 2]} {number}", kind="reply" if number % 3 else "post") for number in range(9)
    ]
    laid(desk, posts=many, raised=9)
    fitting = [one.id for one in desk.cases if "zilpah" in one.finding.post.text and one.finding.post.kind == "reply"]
    address = search(page, "zilpah", "?kind=reply")
    query = address.removeprefix("/review")
    sheet = soup(page, f"/review/{fitting[0]}{query}").select("#sheet")[0]
    begun = page.get(f"/review/next{query}").headers["location"]
    narrowed = soup(page, address).select_one("input[name=search]")

    assert listed(page, address) == fitting
    assert begun == f"/review/{fitting[0]}{query}"
    assert sheet["data-after"] == f"/review/{fitting[1]}{query}"
    assert narrowed is not None and f"search={narrowed['value']}" in query
    page.post(address, data={"every": "yes", "decision": "not-client"})
    assert sorted(held(desk)) == sorted(fitting)


def test_a_search_that_is_no_longer_known_fits_nothing(desk: Desk, page: TestClient) -> None:
    """After a new start an old address neither lists nor decides about everything."""
    laid(desk)
    address = search(page, "zilpah").replace("search=", "search=0")
    answer = page.post(address, data={"every": "yes", "decision": "keep"})

    assert listed(page, address) == []
    assert "no longer known" in main_of(page, address)
    assert answer.status_code == 400
    assert not held(desk)


@pytest.mark.parametrize("words", ["", "  ", '" "'])
def test_an_empty_search_ends_it(desk: Desk, page: TestClient, words: str) -> None:
    """All are listed again; filters stay."""
    laid(desk)

    assert search(page, words) == "/review"
    assert search(page, words, "?kind=post") == "/review?kind=post"
    assert len(listed(page, "/review")) == 3


def test_words_that_nobody_wrote_are_said_plainly(desk: Desk, page: TestClient) -> None:
    """Nothing is listed, and the way back is there."""
    laid(desk)
    text = main_of(page, search(page, "xyzzy"))

    assert "0 findings hold these words" in text
    assert "End the search" in text


# --- the same words in several places ---------------------------------------------------------------------------------


def crossposted(desk: Desk, gate: str = "no") -> tuple[int, int, int]:
    """Lay three cases on the desk, and return their numbers: the same words on X and LinkedIn, and another one."""
    one, other = post(0), post(1)
    assert one.posted_at is not None
    twin = post(0, network="linkedin", posted_at=one.posted_at + timedelta(hours=1), native_id="77")
    laid(desk, gate, posts=[one, twin, other], raised=3)
    by = {case.finding.post.native_id: case.id for case in desk.cases}
    return by[one.native_id], by["77"], by[other.native_id]


def box(page: TestClient, finding: int) -> Any:
    return soup(page, f"/review/{finding}").select_one("input[name=everywhere]")


def test_one_decision_holds_for_all_places_unless_the_box_is_empty(desk: Desk, page: TestClient) -> None:
    """The box is there, ticked, and says where; both are decided, and what comes next is another finding."""
    one, twin, other = crossposted(desk)
    told = box(page, one)
    assert told.has_attr("checked")
    assert "Also for the same words on LinkedIn (2 places in all)" in main_of(page, f"/review/{one}")
    assert "also on LinkedIn" in main_of(page, "/review")
    assert box(page, other) is None

    answer = page.post(f"/review/{one}", data={"decision": "remove", "everywhere": "yes"}, headers=JSON).json()
    assert held(desk) == {one: "remove", twin: "remove"}
    assert answer["said"] == "Saved: Remove, in 2 places"
    assert (answer["go"], answer["progress"]) == (f"/review/{other}", "1 of 2 decided")


def test_all_places_are_taken_back_in_one_step(desk: Desk, page: TestClient) -> None:
    """Also where a reason was given afterwards, as the page's script does; each place gets back what held there."""
    one, twin, _ = crossposted(desk)
    desk.decide(twin, "later")
    page.post(f"/review/{one}", data={"decision": "keep", "everywhere": "yes"})
    page.post(f"/review/{one}", data={"decision": "keep", "reason": "consent", "everywhere": "yes"})
    assert held(desk) == {one: "keep", twin: "keep"}

    assert page.post("/undo").headers["location"] == f"/review/{one}"
    assert held(desk) == {twin: "later"}
    page.post("/undo")
    assert not held(desk)


def test_a_post_can_go_at_one_place_and_stay_at_the_other(desk: Desk, page: TestClient) -> None:
    """Decided by itself, it stays decided: at the other place the box is not ticked."""
    one, twin, _ = crossposted(desk)
    page.post(f"/review/{one}", data={"decision": "remove"})

    assert not box(page, twin).has_attr("checked")
    assert "You decided otherwise there" in main_of(page, f"/review/{twin}")
    page.post(f"/review/{twin}", data={"decision": "keep"})
    assert held(desk) == {one: "remove", twin: "keep"}


def test_a_finding_is_counted_once_and_decided_when_all_its_places_are(desk: Desk, page: TestClient) -> None:
    """The review, the overview and the end count findings; the list says how many places they have."""
    one, twin, other = crossposted(desk)
    page.post(f"/review/{one}", data={"decision": "remove"})
    assert "0 of 2 decided" in main_of(page, "/review")
    assert "2 findings in 3 places." in main_of(page, "/review")

    page.post(f"/review/{twin}", data={"decision": "remove"})
    page.post(f"/review/{other}", data={"decision": "later"})
    assert "1 of 2 decided, 1 set aside" in main_of(page, "/review/end")
    counts = {row.dt.get_text(): row.dd.get_text() for row in soup(page, "/review/end").select(".counts-of div")}
    assert counts == {"Remove": "1", "Later": "1"}
    assert "1 you have decided about" in main_of(page, "/overview")


def test_a_note_repeats_none_of_the_places(desk: Desk, page: TestClient) -> None:
    """The hashtags of the other network are words of the post too."""
    one = post(0)
    twin = post(0, f"{one.text} #wardnine", network="linkedin", native_id="77")
    laid(desk, posts=[one, twin], raised=2)
    [number] = [case.id for case in desk.cases if case.finding.post.network == "twitter"]
    note = {"decision": "keep", "note": " ".join(twin.text.split()[-4:]), "everywhere": "yes"}

    assert page.post(f"/review/{number}", data=note, headers=JSON).status_code == 409
    assert not held(desk)


def test_the_gate_holds_for_all_places(desk: Desk, page: TestClient) -> None:
    """While something may be open, nothing that changes a post is decided anywhere."""
    one, _, _ = crossposted(desk, "unsure")

    assert page.post(f"/review/{one}", data={"decision": "remove", "everywhere": "yes"}).status_code == 400
    assert not held(desk)
