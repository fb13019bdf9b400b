"""Google's large pages: where they are cut, and what is found in their entries."""

import re
from datetime import UTC, datetime

import pytest

from audit.archive import Member
from audit.parsers._google.searches import searched
from audit.parsers._google.streams import before_class, behind, pieces
from audit.posts import Post
from tests.parsers.reading import read

ACTIVITY = "Takeout/My Activity/Search/MyActivity.html"
OUTER = before_class("outer-cell")


def cut(page: str) -> list[str]:
    return list(pieces(Member.of("page.html", page), OUTER))


def activity(shown: str, link: str = "https://www.google.com/search?q=tea", tag: str = "div") -> str:
    words = f'Searched for <a href="{link}">tea</a><br>{shown}<br>'
    inner = f'<{tag} class="content-cell mdl-cell">{words}</{tag}><{tag} class="content-cell"></{tag}>'
    return f'<{tag} class="outer-cell mdl-cell"><{tag} class="header-cell">Search</{tag}>{inner}</{tag}>'


def searches(page: str) -> list[Post]:
    return read({ACTIVITY: f"<html><body>{page}</body></html>"}).posts


@pytest.mark.parametrize(
    "page",
    [
        '<p>|<div class="outer-cell a">1</div>|<div id=x class="a outer-cell">2',
        "<DIV CLASS=outer-cell>1|<DIV CLASS=outer-cell>2",
        '<div class="outer-cell">outer-cell outer-cells <b outer-cell>|<div class="outer-cell">2',
        '<div class="my-outer-cell2">1 <div>outer-cell</div>',
    ],
)
def test_a_page_is_cut_before_each_entry(page: str):
    """At the tags that have the class, however they are written; not at the same words in what somebody wrote."""
    assert cut(page.replace("|", "")) == page.split("|")


def test_nothing_is_lost_where_a_page_is_read_in_parts():
    """An entry, and its very tag, may lie across the ends of what is read at a time."""
    entries = [f'<div class="outer-cell">{"é" * (number % 97)}{number}</div>' for number in range(20_000)]

    assert cut("".join(entries)) == entries


def test_cut_behind_a_mark():
    """What lies behind the last one comes last."""
    found = pieces(Member.of("page.html", "<li>a</li><LI>b</LI>c"), behind(re.compile("</li>", re.IGNORECASE)))

    assert list(found) == ["<li>a</li>", "<LI>b</LI>", "c"]


@pytest.mark.parametrize(
    ("shown", "when"),
    [
        ("Mar 14, 2018, 8:30:41 PM UTC", datetime(2018, 3, 14, 20, 30, 41, tzinfo=UTC)),
        ("Mar 14, 2018, 8:30:41\u202fPM CET", datetime(2018, 3, 14, 19, 30, 41, tzinfo=UTC)),
        ("Mar 14, 2018, 8:30:41 PM EDT", datetime(2018, 3, 15, 0, 30, 41, tzinfo=UTC)),
        ("14.03.2018, 20:30:41 MEZ", datetime(2018, 3, 14, 20, 30, 41)),
        ("Mar 14, 2018, 8:30:41 PM GMT+02:00", datetime(2018, 3, 14, 18, 30, 41, tzinfo=UTC)),
        ("Mar 14, 2018", datetime(2018, 3, 14)),
    ],
)
def test_times_of_activity(shown: str, when: datetime):
    """With the zone behind them; without one they are on the account's own clock."""
    assert [post.posted_at for post in searches(activity(shown))] == [when]


def test_capital_tags_are_read():
    """As a browser of old would save the page."""
    [post] = searches(activity("Mar 14, 2018, 8:30:41 PM UTC", tag="DIV"))

    assert (post.text, post.clock) == ("tea", "utc")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://www.youtube.com/results?search_query=boy+sets+fire", "boy sets fire"),
        ("https://www.youtube.com/results?q=other&search_query=tea", "tea"),
        ("https://www.google.com/search?hl=en&q=caf%C3%A9+near+me&ved=1#q=no", "café near me"),
        ("https://www.google.com/search?q=&query=tea", "tea"),
        ("https://www.google.com/search?eq=no", ""),
        ("https://www.google.com/maps/search/tea+rooms/@1.2,3.4", "tea rooms"),
        ("https://www.google.com/search?q=https%3A%2F%2Fa.example", ""),
        ("https://www.google.com/search?q=https%3A%2F%2Fa.example+who+is+she", "https://a.example who is she"),
        ("https://a.example/search?q=tea", ""),
    ],
)
def test_words_out_of_an_address(link: str, words: str):
    """The first field that has some counts; an address that was searched for is no words."""
    assert searched(link) == words
