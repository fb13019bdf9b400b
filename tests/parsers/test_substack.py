"""What only Substack does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import read, texts, unread

SAMPLE = Path(__file__).parents[2] / "sample_exports" / "substack" / "2024"
HEAD = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"
ROW = "41.welcome,2021-09-05T07:00:00.000Z,true,2021-09-05T07:00:03.112Z,,newsletter,everyone,Welcome,To all,\n"
BODY = "posts/41.welcome.html"


def test_row_and_body_are_one_post():
    """The body holds no title, the row no words."""
    [post] = read({"posts.csv": HEAD + ROW, BODY: "<p>One.</p><p>Two.</p>"}).posts

    assert post.text == "Welcome\n\nTo all\n\nOne.\n\nTwo."
    assert (post.kind, post.audience, post.state, post.native_id) == ("article", "public", "live", "41")
    assert post.posted_at == datetime(2021, 9, 5, 7, tzinfo=UTC)
    assert post.also_in == (BODY,)


def test_neither_row_nor_body_is_lost_without_the_other():
    """Podcasts have no body, and a body may have lost its row."""
    podcast = "42.ep,2022-10-02T08:00:00.000Z,true,,,podcast,everyone,Silence,,https://x.example/a.mp3\n"
    reading = read({"posts.csv": HEAD + podcast, "posts/43.orphan.html": "<p>Alone</p>"})

    assert sorted(texts(reading)) == ["Alone", "Silence"]
    assert {post.media for post in reading.posts} == {0, 1}


def test_posts_of_one_number_are_told_apart_by_their_slug():
    """Numbers should be unique; where they are not, the whole id is."""
    rows = "44.a,,true,,,newsletter,everyone,First,,\n44.b,,true,,,page,everyone,Second,,\n"
    reading = read({"posts.csv": HEAD + rows, "posts/44.b.html": "<p>b</p>", "posts/44.a.html": "<p>a</p>"})

    assert texts(reading) == ["First\n\na", "Second\n\nb"]


@pytest.mark.parametrize(
    ("published", "told", "audience", "state"),
    [
        ("true", "everyone", "public", "live"),
        ("TRUE", "only_paid", "group", "live"),
        ("true", "founding", "group", "live"),
        ("true", "only_free", "group", "live"),
        ("true", "newly_invented", "unknown", "live"),
        ("FALSE", "everyone", "private", "draft"),
        ("", "everyone", "private", "draft"),
    ],
)
def test_who_may_read_it(published: str, told: str, audience: str, state: str):
    """Capitals differ between exports; a draft is nobody's whatever it was meant for."""
    row = f"41.welcome,2021-09-05T07:00:00.000Z,{published},,,newsletter,{told},Welcome,,\n"
    [post] = read({"posts.csv": HEAD + row, BODY: "<p>x</p>"}).posts

    assert (post.audience, post.state) == (audience, state)


def test_columns_come_and_go():
    """inbox_sent_at is missing in older exports."""
    old = "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n"
    row = "41.welcome,2019-07-26T20:48:19.814Z,TRUE,2019-07-26T20:48:19.814Z,newsletter,everyone,Welcome,,\n"
    [post] = read({"posts.csv": old + row}).posts

    assert (post.text, post.audience) == ("Welcome", "public")


def test_the_address_stands_in_a_files_name():
    """The list of subscribers is named after the newsletter; what is in it is never read."""
    subscribers = {"email_list.wrens.csv": "email,plan\nreader@mail.example,other\n"}
    stats = {"posts/41.welcome.opens.csv": "post_id,email\n41,reader@mail.example\n"}
    reading = read({"posts.csv": HEAD + ROW, BODY: "<p>x</p>"} | subscribers | stats)

    assert reading.posts[0].url == "https://wrens.substack.com/p/welcome"
    assert "reader@" not in repr(reading)
    assert [line.status for line in reading.members] == ["read", "read", "left out", "left out"]


def test_words_of_others_that_a_post_shows_are_not_own():
    """Embedded posts are links."""
    html = (
        '<p>Yes.</p><div class="tweet" data-attrs="{&quot;a&quot;:1}"><div><p>october is a door</p></div>'
        '<a href="https://x.example/1">See</a></div><p>That.</p>'
    )
    [post] = read({"posts.csv": HEAD + ROW, BODY: html}).posts

    assert post.text == "Welcome\n\nTo all\n\nYes.\n\nThat."
    assert (post.link_url, "october is a door" in post.link_title) == ("https://x.example/1", True)


def test_pictures_in_their_wrappings():
    """The link around a picture is no word; its description and caption are."""
    html = (
        '<div class="captioned-image-container"><figure><a class="image-link image2" href="https://cdn.example/a.jpeg">'
        '<div class="image2-inset"><picture><source type="image/webp" srcset="x"><img src="https://cdn.example/a.jpeg"'
        f' data-attrs="{{{"&quot;x&quot;" * 4000}}}" alt="A harp"></picture></div></a><figcaption>'
        "Covered</figcaption></figure></div>"
    )
    [post] = read({"posts.csv": HEAD + ROW, BODY: html}).posts

    assert post.text == "Welcome\n\nTo all\n\nA harp\n\nCovered"
    assert post.media == 1


def test_a_lone_table_is_recognised():
    """By its header: other networks have a posts.csv too."""
    assert [post.network for post in read({"table.txt": HEAD + ROW}).posts] == ["substack"]


def test_a_row_that_ends_early_costs_itself():
    """And names its place."""
    reading = read({"posts.csv": HEAD + "40,2021-09-05T07:00:00.000Z,true\n" + ROW, BODY: "<p>x</p>"})

    assert texts(reading) == ["Welcome\n\nTo all\n\nx"]
    assert unread(reading) == [("[1]", "it ends before its title begins")]


def test_mangled_files_never_raise():
    """Whatever is cut, flipped, dropped or doubled: posts and unread places come out, and no reason quotes."""
    whole = {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()}
    for seed in range(100):
        dice = random.Random(seed)
        reading = read({name: mangled(whole[name], dice) for name in sorted(whole)})

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason or WORD in reason]
