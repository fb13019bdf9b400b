"""What only Tumblr does. What every parser must do is in test_every_export.py."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import read, unread

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "tumblr"
PAGE, RECORD = "posts/html/101000000001.html", "json/50000000011.json"
ON = '<p><a href="https://{0}.tumblr.com/post/9" class="tumblr_blog">{0}</a>:</p><blockquote>{1}</blockquote>'


def page(body: str, when: str = "September 3rd, 2018 8:14pm", *tags: str) -> str:
    shown = "".join(f' <span class="tag">{tag}</span>' for tag in tags)
    return (
        '<!DOCTYPE HTML><html><head><meta charset="utf-8"><link rel="stylesheet" href="../style.css"></head><body>'
        f'{body}<div id="footer"><span id="timestamp"> {when} </span>{shown}</div></body></html>'
    )


def record(**more: Any) -> str:
    told = {
        "blog_name": "wren",
        "id": 50000000011,
        "post_url": "http://wren.tumblr.com/post/50000000011/",
        "type": "text",
        "timestamp": 1365696000,
        "state": "published",
        "reblog_key": "abc",
        "tags": [],
    }
    return json.dumps(told | more)


def posts(content: str, name: str = PAGE) -> list[Post]:
    return read({name: content}).posts


# --- Tumblr's own pages ----------------------------------------------------------------------------------------------


def test_a_page_is_its_heading_words_and_tags():
    """People write whole sentences into tags. The time is the blog's own clock."""
    [post] = posts(page("<h1>day one</h1><p>a</p><p>b</p>", "September 3rd, 2018 8:14pm", "student nurse", "why"))

    assert post.text == "day one\n\na\n\nb\n\n#student nurse #why"
    assert (post.posted_at, post.clock) == (datetime(2018, 9, 3, 20, 14), "local")
    assert (post.native_id, post.audience) == ("101000000001", "public")


@pytest.mark.parametrize(
    ("when", "moment", "clock"),
    [
        ("Nov 30 2017", datetime(2017, 11, 30), "day"),
        ("January 1st, 2020 12:05am", datetime(2020, 1, 1, 0, 5), "local"),
        ("31 foo", None, "none"),
        ("February 31st, 2020 1:00pm", None, "none"),
    ],
)
def test_times(when: str, moment: datetime | None, clock: str):
    """English months whatever the machine; half past noon and midnight; a lost time never costs the post."""
    [post] = posts(page("<p>a</p>", when))

    assert (post.posted_at, post.clock) == (moment, clock)


def test_words_of_others_in_a_reblog_are_not_own():
    """One inside the other, or one after the other: what stands outside is the person's."""
    nested = ON.format("gull", ON.format("owl", "<p>first</p>") + "<p>second</p>")
    flat = ON.format("owl", "<p>first</p>") + ON.format("gull", "<p>second</p>")
    for before in (nested, flat):
        [post] = posts(page(f"{before}<p>mine</p>"))

        assert (post.kind, post.text, post.own_words) == ("share", "mine", True)
        assert post.reply_to == "gull"


def test_a_reblog_without_own_words_is_a_repost():
    """What the person passed on is kept apart; tags under it are the person's own words."""
    bare = posts(page(ON.format("owl", "<p>theirs</p>")))
    tagged = posts(page(ON.format("owl", "<p>theirs</p>"), "Nov 30 2017", "so like bed 4"))

    assert [(post.kind, post.text, post.own_words) for post in bare] == [("repost", "theirs", False)]
    assert [(post.kind, post.text, post.own_words) for post in tagged] == [
        ("repost", "theirs", False),
        ("share", "#so like bed 4", True),
    ]


def test_a_quotation_is_no_reblog():
    """A blockquote that nobody is named before was typed by the person."""
    [post] = posts(page("<p>She said:</p><blockquote>never again</blockquote>"))

    assert (post.kind, post.text) == ("post", "She said:\n\nnever again")


def test_an_unclosed_quotation_does_not_swallow_own_words():
    """What is not closed is not cut out."""
    [post] = posts(page('<p><a class="tumblr_blog" href="x">owl</a>:</p><blockquote><p>theirs</p><p>mine</p>'))

    assert "mine" in post.text


def test_posts_may_be_a_zip_inside_the_zip():
    """And the folder's name differs."""
    for name in (
        "posts.zip/html/101000000001.html",
        "wrap/posts/html/101000000001.html",
        "posts/101000000001/index.html",
    ):
        assert [post.text for post in posts(page("<p>a</p>"), name)] == ["a"]


def test_conversations_are_left_out_with_a_reason():
    """Whose words they are does not follow from how they are kept."""
    reading = read({PAGE: page("<p>a</p>"), "conversations/owl.html": "<p>owl: hello</p>"})
    [line] = [line for line in reading.members if line.name.startswith("conversations")]

    assert (line.status, "private conversations" in line.reason) == ("left out", True)


# --- records ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "kind", "text"),
    [
        ({"title": "T", "body": "<p>a</p>", "tags": ["x y"]}, "post", "T\n\na\n\n#x y"),
        ({"type": "photo", "caption": "<p>c</p>", "photos": [{"caption": "d"}, {"caption": ""}]}, "caption", "c\n\nd"),
        ({"type": "quote", "text": "You&#8217;re paid", "source": "Year 8"}, "post", "You’re paid\n\nYear 8"),
        ({"type": "link", "title": "L", "url": "https://x.example", "description": "mine"}, "post", "mine"),
        ({"type": "answer", "asking_name": "owl", "question": "why?", "answer": "<p>so</p>"}, "answer", "so"),
        ({"type": "chat", "dialogue": [{"label": "Me:", "phrase": "hi"}, {"label": "Boy:", "phrase": "no"}]}, "post",
         "Me: hi\nBoy: no"),
        ({"content": [{"type": "text", "text": "a"}, {"type": "image", "alt_text": "b"}]}, "post", "a\n\nb"),
    ],
)  # fmt: skip
def test_every_type_of_post(told: dict[str, Any], kind: str, text: str):
    """The old forms are HTML, the new one a list of blocks."""
    [post] = posts(record(**told), RECORD)

    assert (post.kind, post.text) == (kind, text)
    assert (post.posted_at, post.container) == (datetime(2013, 4, 11, 16, tzinfo=UTC), "wren")


def test_who_asked_is_context():
    """A question is the asker's."""
    [post] = posts(record(type="answer", asking_name="owl", question="why?", answer="so"), RECORD)

    assert (post.text, post.reply_to) == ("so", "owl: why?")


@pytest.mark.parametrize(
    "told",
    [
        {"reblogged_from_name": "owl", "reblog": {"comment": "<p>mine</p>", "tree_html": ON.format("owl", "theirs")}},
        {"trail": [{"blog": {"name": "owl"}, "content": "theirs"}, {"blog": {"name": "wren"}, "content_raw": "mine"}]},
        {"body": ON.format("owl", "theirs") + "<p>mine</p>"},
        {"content": [{"type": "text", "text": "mine"}],
         "trail": [{"blog": {"name": "owl"}, "content": [{"type": "text", "text": "theirs"}]}]},
    ],
)  # fmt: skip
def test_reblogs_told_apart_in_four_ways(told: dict[str, Any]):
    """By the site, by the trail, by the HTML, by the blocks: own words are the last only."""
    [post] = posts(record(**told), RECORD)

    assert (post.kind, post.text, post.own_words) == ("share", "mine", True)


@pytest.mark.parametrize(
    ("state", "found"),
    [("private", ("live", "private")), ("draft", ("draft", "private")), ("queued", ("draft", "private"))],
)
def test_who_may_read_it(state: str, found: tuple[str, str]):
    """The record's state tells."""
    [post] = posts(record(state=state, body="a"), RECORD)

    assert (post.state, post.audience) == found


def test_what_others_sent_in_is_not_own():
    """Submissions wait in the person's inbox."""
    assert posts(record(state="submission", body="theirs"), RECORD) == []


def test_own_replies_among_the_notes():
    """Notes name who wrote them."""
    notes = [
        {"type": "reply", "blog_name": "owl", "reply_text": "theirs", "timestamp": 1388538000},
        {"type": "reply", "blog_name": "wren", "reply_text": "mine", "timestamp": 1388538600},
        {"type": "like", "blog_name": "wren"},
    ]
    found = posts(record(body="post", notes=notes), RECORD)

    assert [(post.kind, post.text) for post in found] == [("post", "post"), ("comment", "mine")]


def test_a_record_is_preferred_to_its_page():
    """It tells time and audience; the page says the same words once more."""
    [post] = read({RECORD: record(body="a"), "posts/50000000011.html": "<article><p>a</p></article>"}).posts

    assert (post.source, post.clock) == (f"{RECORD}[0]", "utc")


def test_ids_and_times_of_any_kind_cost_nothing():
    """Numbers where texts belong, and the other way round."""
    [post] = posts(
        record(id="5", timestamp="soon", tags="x", note_count=True, body="a", photos=7, trail={"a": 1}), RECORD
    )

    assert (post.text, post.posted_at, post.native_id, post.reactions) == ("a", None, "5", None)


# --- the XML of old --------------------------------------------------------------------------------------------------


def test_the_old_interface():
    """What it is stands in attributes; a blog's own words stand at the top."""
    post = (
        '<post id="12" url="http://wren.tumblr.com/post/12" type="regular" date-gmt="2009-06-09 19:00:00 GMT"'
        ' unix-timestamp="1244574000"><regular-title>First</regular-title><regular-body>&lt;p&gt;She cancelled.'
        "&lt;/p&gt;</regular-body><tag>relief</tag></post>"
    )
    talk = '<conversation><line label="Me:">hi</line></conversation>'
    talk = f'<post id="13" private="true" type="conversation">{talk}</post>'
    xml = (
        f'<tumblr version="1.0"><tumblelog name="wren" title="W">About</tumblelog><posts>{post}{talk}</posts></tumblr>'
    )
    about, first, second = posts(xml, "renamed.txt")

    assert (about.kind, about.text) == ("bio", "W\n\nAbout")
    assert (first.text, first.posted_at) == ("First\n\nShe cancelled.\n\n#relief", datetime(2009, 6, 9, 19, tzinfo=UTC))
    assert (second.text, second.audience) == ("Me: hi", "private")


def test_mangled_files_never_raise():
    """Whatever is cut, flipped, dropped or doubled: posts and unread places come out, and no reason quotes."""
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        whole = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for seed in range(60):
            dice = random.Random(seed)
            reading = read({name: mangled(whole[name], dice) for name in sorted(whole)})

            assert all(isinstance(post, Post) for post in reading.posts)
            assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason or WORD in reason]
