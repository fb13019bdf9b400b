"""Attacks on the page: from other sites, other programs of this computer, and requests that no page of ours makes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from audit.web.app import make_app
from audit.web.desk import Desk
from audit.web.guard import HEADERS, MOST_BODY, Door
from tests.web.browser import JSON, PORT, let_in

EVIL = "http://evil.example"


def every_request(page: TestClient) -> list[tuple[str, str]]:
    """Return (method, path) of every route there is, the screens' among them."""
    routes = [route for route in page.app.routes if isinstance(route, Route)]
    paths = [(method, re.sub(r"\{[^}]*\}", "1", route.path)) for route in routes for method in sorted(route.methods)]
    return [(method, path) for method, path in paths if path != "/quit"]


def test_every_route_is_known_here(page: TestClient) -> None:
    """The walk over the routes finds those of this folder; if it found none, the tests below would say nothing."""
    found = set(every_request(page))

    assert {("GET", "/sources"), ("PUT", "/remote/ranges/1"), ("DELETE", "/audit"), ("GET", "/style.css")} <= found


def test_without_the_cookie_nothing_answers(stranger: TestClient, door: Door) -> None:
    """No route but the two doors says anything to a browser that was not let in."""
    for method, path in every_request(stranger):
        answer = stranger.request(method, path, headers={"Origin": door.origin, **JSON})

        assert answer.status_code == 403, (method, path)


def test_a_guessed_cookie_is_none(stranger: TestClient, door: Door) -> None:
    """Neither an empty cookie, nor a wrong one, nor our name with the token in it lets anybody in."""
    token = door.address().rpartition("=")[2]
    for value in ("", "x", token, "a" * 43, door.secret):
        answer = stranger.get("/sources", headers={"Cookie": f"{door.cookie}={value}"})

        assert answer.status_code == 403


def test_a_cookie_that_another_program_set_does_not_shut_us_out(page: TestClient, door: Door) -> None:
    """Cookies know no port: one of the same name beside ours changes nothing."""
    ours = page.cookies[door.cookie]
    page.cookies.clear()
    answer = page.get("/sources", headers={"Cookie": f"{door.cookie}=tossed; other=1; {door.cookie}={ours}"})

    assert answer.status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost:8765", "127.0.0.1", "127.0.0.1:80",
                                  "127.0.0.1:8765.evil.example", "[::1]:8765", ""])  # fmt: skip
def test_a_foreign_host_name_is_refused_everywhere(page: TestClient, host: str) -> None:
    """DNS rebinding: the browser believes to speak to somebody else, so every route says no, cookie or not."""
    for method, path in every_request(page):
        assert page.request(method, path, headers={"Host": host}).status_code == 421, (method, path)


@pytest.mark.parametrize("origin", [EVIL, "null", "http://127.0.0.1:80", "http://localhost:8765",
                                    "https://127.0.0.1:8765", "http://127.0.0.1:8765.evil.example"])  # fmt: skip
def test_a_foreign_origin_changes_nothing(page: TestClient, origin: str) -> None:
    """A form or script of another page, which the browser sends with our cookie, is refused on every route."""
    for method, path in every_request(page):
        if method in ("POST", "PUT", "DELETE"):
            assert page.request(method, path, headers={"Origin": origin}).status_code == 403, (method, path)


def test_a_change_without_any_origin_is_refused(page: TestClient) -> None:
    """What no browser of today sends is sent by no page of ours."""
    del page.headers["Origin"]
    for method, path in every_request(page):
        if method in ("POST", "PUT", "DELETE"):
            assert page.request(method, path).status_code == 403, (method, path)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_the_browsers_own_word_counts(page: TestClient, site: str) -> None:
    """Where the browser says that a request comes from elsewhere, a right-looking origin does not help."""
    for method, path in every_request(page):
        if method in ("POST", "PUT", "DELETE"):
            answer = page.request(method, path, headers={"Sec-Fetch-Site": site})
            assert answer.status_code == 403, (method, path)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_can_embed_nothing(page: TestClient, site: str) -> None:
    """A script or picture address on another page, even one of another port of this computer, gets nothing."""
    for method, path in every_request(page):
        if method == "GET":
            answer = page.get(path, headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors"})
            assert answer.status_code == 403, path


def test_a_form_that_hides_its_origin_is_ours_only_if_the_browser_says_so(page: TestClient) -> None:
    """A page without referrer sends "null"; then the browser's word on the site decides."""
    ours = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}

    assert page.post("/alive", headers=ours).status_code == 204
    assert page.post("/alive", headers={"Origin": "null"}).status_code == 403


def test_the_token_opens_once(stranger: TestClient, door: Door) -> None:
    """The second use of an opening address is refused, with a word on what to do, and gives no cookie."""
    address = door.address()
    first, second = stranger.get(address), stranger.get(address)

    assert (first.status_code, first.headers["location"]) == (303, "/")
    assert second.status_code == 403
    assert "used already" in second.text
    assert "set-cookie" not in second.headers


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "\u2028"])
def test_a_guessed_token_opens_nothing(stranger: TestClient, door: Door, token: str) -> None:
    """Neither an empty nor a made-up token opens the page."""
    door.address()

    assert stranger.get("/open", params={"token": token}).status_code == 403
    assert stranger.get("/open").status_code == 403


def test_a_token_grows_old(stranger: TestClient, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that lay in a terminal for a long time opens nothing."""
    monkeypatch.setattr("audit.web.guard.OPENING_SECONDS", -1.0)

    assert stranger.get(door.address()).status_code == 403


def test_the_cookie_is_strict(stranger: TestClient, door: Door) -> None:
    """No script reads it, no other site has it sent, and it ends with the browser."""
    cookie = stranger.get(door.address()).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "max-age" not in cookie
    assert "expires" not in cookie
    assert door.cookie.endswith(str(PORT))


def test_every_answer_carries_the_headers(page: TestClient) -> None:
    """Policy, no caching, no framing: on every route, and on refusals and pages that are not there too."""
    answers = [page.request(method, path) for method, path in every_request(page)]
    answers += [page.get("/nowhere"), page.get("/sources", headers={"Host": "x"}), page.request("PATCH", "/sources")]
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers.get_list(name) == [value], (answer.url, name)


def test_the_policy_allows_nothing_inline_and_nothing_from_outside() -> None:
    """Only our own files count, there is no exception in it, and nobody may frame or cache us."""
    policy = HEADERS["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert HEADERS["cache-control"] == "no-store"


def test_what_is_served_names_no_other_address(page: TestClient) -> None:
    """No style or script of ours loads from, or points to, anywhere else."""
    for method, path in every_request(page):
        if method == "GET" and path.endswith((".js", ".css")):
            found = re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}", page.get(path).text)
            assert not [address for address in found if "www.w3.org" not in address], path


def test_a_get_changes_nothing(page: TestClient, desk: Desk) -> None:
    """Every address can be loaded, and loaded again, without the desk or the ledger being any different."""
    desk.sources.clear()

    def state() -> tuple[object, ...]:
        return (desk.gate, desk.job, len(desk.sources), desk.cases, desk.profession, desk.ledger.audits(),
                desk.ledger.decisions(), desk.messages)  # fmt: skip

    before = state()
    for method, path in every_request(page):
        if method in ("GET", "HEAD"):
            page.request(method, path)

    assert state() == before


@pytest.mark.parametrize("method", ["PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(page: TestClient, method: str) -> None:
    """No preflight is answered, so no other site is ever told that it may ask."""
    answer = page.request(method, "/sources")

    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_body_that_says_it_is_too_large_is_not_read(page: TestClient) -> None:
    """Its length alone refuses it."""
    answer = page.post("/sources", content=b"x", headers={"Content-Length": str(MOST_BODY + 1)})

    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e9", "٣", "1, 2"])
def test_a_length_that_is_no_number_is_refused(page: TestClient, length: str) -> None:
    """Nor is one believed that could be read in two ways."""
    assert page.post("/sources", content=b"x", headers={"Content-Length": length.encode()}).status_code == 413


def test_a_body_that_does_not_say_its_length_is_counted(page: TestClient) -> None:
    """It is cut off where it grows too long, whatever its header said."""
    sent = []

    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            sent.append(1)
            yield b"x" * 65_536

    answer = page.post("/sources", content=endless(), headers={"Content-Type": "application/json", **JSON})

    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/style.css/../../view.py",
                                  "/..%2fview.py", "/web/../view.py", "/report.html.jinja2", "//etc/passwd",
                                  "/style.css%00.js"])  # fmt: skip
def test_no_other_file_can_be_asked_for(page: TestClient, path: str) -> None:
    """Files of ours are served by a list made beforehand, so no path leads to another."""
    answer = page.get(path)

    assert answer.status_code in (404, 405)
    assert "root:" not in answer.text


def test_a_mistake_of_ours_quotes_nothing(desk: Desk, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in a handler, page and terminal get its type and place, and never its values."""
    told: list[str] = []

    def broken(_: Desk, __: str) -> None:
        raise ValueError("the words of a post")

    monkeypatch.setattr(Desk, "add_path", broken)
    with TestClient(make_app(desk, door, told=told.append), base_url=door.origin) as client:
        let_in(client, door)
        answer = client.post("/sources", data={"path": "x"}, headers=JSON)

    assert answer.status_code == 500
    assert "ValueError" in answer.json()["sentence"]
    assert "words" not in answer.text + "".join(told)
    assert told


def test_join_believes_only_who_knows_the_secret(stranger: TestClient, door: Door) -> None:
    """A second start proves itself without sending the secret; without the proof it gets nothing, a browser never."""
    proof = door.proof("join", "nonce")
    wrong = Door(PORT).proof("join", "nonce")

    assert stranger.post("/join", json={"nonce": "nonce", "proof": wrong}).status_code == 403
    assert stranger.post("/join", json={"nonce": "other", "proof": proof}).status_code == 403
    assert stranger.post("/join", json={"nonce": "", "proof": door.proof("join", "")}).status_code == 403
    assert stranger.post("/join", json={"nonce": "nonce", "proof": door.proof("joined", "nonce")}).status_code == 403
    asked = {"nonce": "nonce", "proof": proof}
    assert stranger.post("/join", json=asked, headers={"Origin": door.origin}).status_code == 403
    assert stranger.post("/join", json=asked, headers={"Sec-Fetch-Site": "none"}).status_code == 403
    answer = stranger.post("/join", json=asked).json()
    assert door.proves("joined", "nonce", answer["proof"])
    assert stranger.get(answer["address"]).status_code == 303


def test_websockets_are_closed(page: TestClient) -> None:
    """There are none, so none is opened."""
    with pytest.raises(WebSocketDisconnect) as closed, page.websocket_connect("/sources"):
        pass

    assert closed.value.code == 1008


def test_the_page_talks_to_nobody(own_home: Path) -> None:
    """No module of the page names a host other than this computer's own number."""
    folder = Path(__file__).parents[2] / "audit" / "web"
    for path in folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"0\.0\.0\.0|urlopen|HTTPSConnection|requests\.", text), path
