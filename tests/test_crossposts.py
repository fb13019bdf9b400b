"""The same words on several networks are one finding; each of its places keeps its own id, advice and decision."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from audit.cases import Case
from audit.crossposts import crossposted, words_of
from audit.editions import edition_of
from audit.ledger import DecisionRow
from audit.outputs import findings_object, write_findings_csv, write_json
from audit.page import in_places, report_of
from audit.parsers import Account
from audit.posts import Post, post_id
from audit.reader import Reader
from reports.edition_view import render_edition
from reports.render import render_report
from tests.handmade import audit_of, post

NOON = datetime(2021, 5, 4, 12, tzinfo=UTC)
WORDS = "my two o'clock cried about the divorce again"


def on(network: str, text: str = WORDS, after: timedelta = timedelta(0), **changes: object) -> Post:
    fields = {"network": network, "posted_at": NOON + after, "native_id": f"{network}-7", "source": f"{network}.js[0]"}
    return post(1, text, **(fields | changes))


def grouped(*posts: Post) -> list[list[str]]:
    return [[one.network for one in group] for group in crossposted(posts, lambda one: one)]


X, LINKED = on("twitter"), on("linkedin", f"{WORDS} #nursing #tired https://lnkd.in/abc", timedelta(minutes=5))
OTHER = on("twitter", "the quorwick family rang me at home twice", native_id="8")


def cases(*posts: Post) -> list[Case]:
    return [Case(0, finding, presence="") for finding in audit_of(posts).findings]


def held(case: Case, decision: str) -> Case:
    return replace(case, decision=DecisionRow(1, decision, "", "", "2026-06-03T10:00:00+00:00", "review"))


# Which posts are one finding.


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} https://t.co/Ab12",
        f"{WORDS}\n\n#nursing #tired",
        f"{WORDS}.".replace(".", "") + " #a https://lnkd.in/x #b",
        f"  {WORDS.replace(' ', '  ')}\n",
        f"{WORDS} pic.twitter.com/ab12",
    ],
)
def test_what_networks_do_to_a_post_does_not_count(text: str) -> None:
    """Links appended or shortened, hashtags at the end, white space."""
    assert grouped(on("twitter"), on("linkedin", text)) == [["twitter", "linkedin"]]


@pytest.mark.parametrize(
    "other",
    [
        on("twitter", native_id="8"),  # twice on one network is two posts
        on("linkedin", after=timedelta(days=2, minutes=1)),
        on("linkedin", f"{WORDS} and left"),
        on("linkedin", f"#nursing {WORDS}"),
        on("linkedin", WORDS.upper()),
        on("linkedin", posted_at=None),
        on("linkedin", own_words=False),
    ],
)
def test_other_words_or_another_time_is_another_finding(other: Post) -> None:
    """Only the whole text, within two days, on another network, in one's own words."""
    assert len(grouped(on("twitter"), other)) == 2


def test_few_words_are_said_by_chance() -> None:
    """ "Good morning all" on two networks is no cross-post; a text that is all hashtags and links has no words."""
    assert len(grouped(on("twitter", "good morning all"), on("linkedin", "good morning all"))) == 2
    assert words_of(on("twitter", "#a_long_hashtag_here #and_another https://x.example/a/long/address")) == ""


def test_clocks_and_days_are_compared_as_far_as_they_go() -> None:
    """The account's own clock is off by hours; a mere day is compared as a day."""
    local = on("facebook", posted_at=(NOON + timedelta(hours=30)).replace(tzinfo=None))
    day = on("instagram", posted_at=datetime(2021, 5, 6), date_only=True)

    assert grouped(on("twitter"), local, day) == [["twitter", "facebook", "instagram"]]


def test_of_one_network_the_nearest_belongs_to_it() -> None:
    """Posted twice on one network: the copy elsewhere goes with the one beside it, the other stands alone."""
    first, second = on("twitter", after=timedelta(days=1), native_id="8"), on("twitter")

    assert grouped(first, second, on("linkedin", after=timedelta(minutes=1))) == [["twitter"], ["twitter", "linkedin"]]


def test_no_finding_is_lost_and_the_order_is_kept() -> None:
    """Every finding stands in one group, groups in the order of their first."""
    posts = [OTHER, X, on("mastodon", "something else that was said there"), LINKED, on("facebook")]
    groups = crossposted(posts, lambda one: one)

    assert sorted(map(post_id, posts)) == sorted(post_id(one) for group in groups for one in group)
    assert [group[0] for group in groups] == [OTHER, X, posts[2]]


# How they are shown.


def shown(posts: Sequence[Post], decided: dict[str, str] | None = None) -> tuple[BeautifulSoup, list[Tag]]:
    found = [
        held(case, decided[case.finding.post.network]) if decided and case.finding.post.network in decided else case
        for case in cases(*posts)
    ]
    page = BeautifulSoup(render_report(report_of(audit_of(posts), found, "no")), "lxml")
    return page, page.select("article.card")


def test_a_card_names_every_place_with_its_own_advice_and_address() -> None:
    """One card, its words once; each place with its id, its way to remove it and its address."""
    posts = [replace(X, url="https://x.com/i/status/7"), replace(LINKED, url="https://www.linkedin.com/feed/7"), OTHER]
    page, found = shown(posts)
    [card] = [one for one in found if one.select("[data-finding]")]
    [place] = card.select("[data-finding]")

    assert len(found) == 2
    assert {card["data-finding"], place["data-finding"]} == {post_id(X), post_id(LINKED)}
    assert [a["href"] for a in card.select("dd.todo a[href^=http]")] == [posts[0].url, posts[1].url]
    assert len(card.select("details.go")) == 2
    assert "linkedin.js[0]" in card.select_one(".words").get_text()
    assert not [a for a in card.select(".words a") if "linkedin" in a["href"]]
    assert "2 findings in 3 places" in page.get_text()
    assert page.select_one("#tally").get_text() == "2 posts in 3 places."
    assert "1 other post" not in page.get_text()


def test_words_that_differ_stand_there_too() -> None:
    """What another network has at the end of it is not kept back; the same words are not said twice."""
    _, [card] = shown([X, LINKED])
    _, [same] = shown([X, replace(LINKED, text=X.text)])

    assert "#tired" in card.select_one(".words").get_text()
    assert len(card.select(".said")) == 2
    assert len(same.select(".said")) == 1


def test_a_place_that_still_asks_for_something_leads() -> None:
    """Decided on one network only: the finding stays open, and both decisions are told."""
    _, [card] = shown([X, LINKED], {"twitter": "keep"})

    assert card["data-finding"] == post_id(LINKED)
    assert card.select_one("[data-finding]")["data-decision"] == "keep"
    assert "You decided about this one" in card.get_text()
    assert card.find_parent("details", class_="tier") is None
    _, [settled] = shown([X, LINKED], {"twitter": "keep", "linkedin": "keep"})
    assert settled.find_parent("details", class_="tier") is not None


def test_a_report_without_any_says_nothing_of_places() -> None:
    """Nobody is told of what is not there."""
    page, _ = shown([X, OTHER])

    assert " places" not in page.select_one("#summary").find_parent("section").get_text().replace("places not read", "")


def test_filters_find_a_finding_by_each_of_its_places() -> None:
    """It is counted under every network that it stands on."""
    page, _ = shown([X, LINKED, OTHER])
    counts = {
        box["value"]: box.find_parent("label").select_one(".many").get_text()
        for box in page.select("fieldset[data-group=network] input")
    }

    assert counts == {"twitter": "2", "linkedin": "1"}


def test_a_long_report_says_their_advice_once_too() -> None:
    """More cards than carry their own advice: the places point to it."""
    many = [on("twitter", f"the {number}th client who rang me at home", native_id=str(number)) for number in range(320)]
    _, found = shown([*many, X, replace(LINKED, url="https://www.linkedin.com/feed/7")])
    [card] = [one for one in found if one.select("[data-finding]")]

    assert len(card.select("a[href^='#advice-']")) == 2
    assert card.select("dd.place a[href='https://www.linkedin.com/feed/7']")


def test_in_json_a_finding_has_its_places() -> None:
    """One object; each place with its own id, and its words only when asked for."""
    lines = findings_object(cases(X, LINKED, OTHER), {}, [], words=False)["findings"]
    [line] = [line for line in lines if len(line["places"]) == 2]

    assert len(lines) == 2
    assert {place["id"] for place in line["places"]} == {post_id(X), post_id(LINKED)}
    assert line["places"][0]["id"] == line["id"]
    assert "divorce" not in json.dumps(lines)
    assert "divorce" in json.dumps(findings_object(cases(X, LINKED), {}, [], words=True)["findings"][0]["places"][1])


def test_in_csv_each_place_has_a_row_and_says_whose_it_is(tmp_path: Path) -> None:
    """Rows of one finding stand together and have one `finding`; their ids are their own."""
    write_findings_csv(tmp_path / "f.csv", cases(X, OTHER, LINKED), words=False)
    rows = list(csv.DictReader((tmp_path / "f.csv").open()))

    assert len({row["id"] for row in rows}) == 3
    assert [row["finding"] for row in rows].count(rows[0]["finding"]) == 2
    assert rows[0]["finding"] == rows[0]["id"] == rows[1]["finding"]
    write_json(tmp_path / "f.json", findings_object(cases(X, LINKED), {}, [], words=False))


@pytest.mark.parametrize("reader", [Reader.SUPERVISOR, Reader.INSURER, Reader.REGULATOR])
def test_editions_tell_of_every_place_and_give_no_more_away(reader: Reader) -> None:
    """A supervisor reads the network, an adviser the address too; no id, and no way to remove anything."""
    posts = [X, replace(LINKED, url="https://www.linkedin.com/feed/7")]
    found = [held(case, "supervision") for case in cases(*posts)]
    page = render_edition(edition_of(report_of(audit_of(posts), found, "no"), reader))

    assert ("LinkedIn" in page) == (reader is not Reader.REGULATOR) or "Networks" in page
    assert not [one for one in posts if post_id(one) in page]
    assert ("linkedin.com/feed/7" in page) == (reader is Reader.INSURER)
    assert "Delete it" not in page


def test_the_place_that_leads_is_the_riskiest_that_is_open() -> None:
    """Settled ones come last."""
    first, second = cases(X, LINKED)

    assert in_places([held(first, "keep"), second]) == [(second, held(first, "keep"))]


# Two people?


def people_told(*accounts: tuple[str, Account]) -> list[str]:
    audit = audit_of([X])
    audit.reading.accounts = {}
    for network, account in accounts:
        audit.reading.accounts.setdefault(network, []).append(account)
    return [remark for remark in report_of(audit).remarks if "seem to belong" in remark]


@pytest.mark.parametrize(
    "other",
    [
        Account(name="Mira Halloran"),
        Account(handle="mira_h"),
        Account(handle="mirahalloran1984@social.example"),
        Account(name="M. Halloran-Reed"),
        Account(native_id="12345"),
        Account(),
    ],
)
def test_what_shares_a_name_is_taken_for_one_person(other: Account) -> None:
    """The handle holds the name, or a part of the name is the same; who tells nothing is nobody else."""
    assert not people_told(("twitter", Account(handle="mira_h", name="Mira Halloran")), ("linkedin", other))


def test_names_that_share_nothing_are_told_over_all_networks() -> None:
    """One archive may be somebody else's; each network by itself names one account only."""
    [remark] = people_told(
        ("twitter", Account(handle="mira_h", name="Mira Halloran")),
        ("linkedin", Account(name="Ola Berg")),
        ("mastodon", Account(handle="halloran@social.example")),
    )

    assert "belong to 2 people" in remark
    assert "mira_h (X (Twitter)), halloran@social.example (Mastodon); Ola Berg (LinkedIn)" in remark
