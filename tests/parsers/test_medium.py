"""What only Medium does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import read, unread

SAMPLE = Path(__file__).parents[2] / "sample_exports" / "medium" / "2024"
DATED, DRAFT = "posts/2019-05-03_A-Title-0123456789ab.html", "posts/draft_A-Title-0123456789ab.html"
FOOT = (
    '<footer><p>By <a href="https://medium.com/@wren" class="p-author h-card">Wren</a> on <a href="https://medium.com/p/'
    '0123456789ab"><time class="dt-published" datetime="2019-05-03T06:12:44.101Z">May 3, 2019</time></a>.</p><p><a'
    ' href="https://medium.com/@wren/a-title-0123456789ab" class="p-canonical">Canonical link</a></p></footer>'
)


def page(body: str, title: str = "A Title", subtitle: str = "", foot: str = FOOT) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title><style>p {{ x }}</style></head><body>"
        f'<article class="h-entry"><header><h1 class="p-name">{title}</h1></header>'
        + (f'<section data-field="subtitle" class="p-summary">\n{subtitle}\n</section>' if subtitle else "")
        + f'<section data-field="body" class="e-content"><section name="1" class="section">{body}</section>'
        f"</section>{foot}</article></body></html>"
    )


def one(content: str, name: str = DATED) -> Post:
    [post] = read({name: content}).posts
    return post


def test_title_and_subtitle_are_said_once():
    """The body repeats both."""
    body = (
        '<h3 class="graf graf--title">A Title</h3><h4 class="graf graf--subtitle">And more</h4><p>One.</p><p>Two.</p>'
    )
    post = one(page(body, subtitle="And more"))

    assert post.text == "A Title\n\nAnd more\n\nOne.\n\nTwo."
    assert (post.kind, post.audience, post.native_id) == ("article", "public", "0123456789ab")
    assert post.posted_at == datetime(2019, 5, 3, 6, 12, 44, tzinfo=UTC)
    assert post.url == "https://medium.com/@wren/a-title-0123456789ab"


def test_a_heading_that_differs_from_the_title_stays():
    """What was typed into the page is never lost to a title that was changed for search engines."""
    assert one(page('<h3 class="graf graf--title">Another</h3><p>One.</p>')).text == "A Title\n\nAnother\n\nOne."


def test_a_subtitle_made_of_the_first_words_is_none():
    """Medium cuts one out of the body where none was typed."""
    body = '<h3 class="graf graf--title">A Title</h3><p>One long first line.</p>'

    assert one(page(body, subtitle="One long first…")).text == "A Title\n\nOne long first line."


def test_a_response_is_a_comment():
    """Its title is made of its first words, and there is none in the body."""
    post = one(page("<p>So true, we see it daily here.</p>", title="So true, we see…"))

    assert (post.kind, post.text) == ("comment", "So true, we see it daily here.")


@pytest.mark.parametrize("name", [DRAFT, "posts/lone.html"])
def test_drafts(name: str):
    """By their name; where that was changed, by their footer, which has no time and no lasting address."""
    foot = '<footer><p><a href="https://medium.com/p/0123456789ab">View original.</a></p></footer>'
    post = one(page("<p>Not yet</p>", foot=foot), name)

    assert (post.state, post.audience, post.posted_at) == ("draft", "private", None)
    assert post.native_id == "0123456789ab"


def test_short_ids_and_a_day_from_the_name():
    """An id may have fewer than twelve digits; a page without its footer still has the day in its name."""
    post = one(page("<p>Words</p>", foot=""), "posts/2021-09-09_Untold-95a6b38004f.html")

    assert (post.native_id, post.clock, post.state) == ("95a6b38004f", "day", "live")


def test_quotations_stay_and_cards_of_other_pages_are_links():
    """A card's words were made by its page."""
    card = (
        '<div class="graf graf--mixtapeEmbed"><a href="https://x.example/1"><strong>Snow</strong><br><em>All of it</em>'
        'x.example</a><a href="https://x.example/1" class="mixtapeImage"></a></div>'
    )
    post = one(page(f'<h3 class="graf graf--title">A Title</h3><blockquote>Slowly.</blockquote>{card}<p>End.</p>'))

    assert post.text == "A Title\n\nSlowly.\n\nEnd."
    assert (post.link_url, post.link_title) == ("https://x.example/1", "Snow\nAll of it\nx.example")


def test_people_write_about_footers():
    """The last one is the page's."""
    assert one(page("<p>My <footer>old</footer> one</p>")).text.endswith("one")


def test_names_of_files_are_never_quoted():
    """They hold a draft's words."""
    reading = read({"posts/draft_He-hit-the-nurse-0123456789ab.html": "", DATED: page("<p>x</p>")})

    assert [reason for _, reason in unread(reading)] == ["it is empty"]


def test_what_others_wrote_is_left_out():
    """Passages that were marked, and what was applauded; the profile's e-mail address is nowhere."""
    highlight = '<ul><li class="h-entry"><p><span class="markup--highlight">theirs</span></p></li></ul>'
    profile = (
        '<section class="h-card"><h3 class="p-name">Wren Lee</h3><a class="u-url" href="https://medium.com/@wren">@wren</a>'
        "<b>Email address:</b> wren@mail.example <b>Medium user ID:</b> 1</section>"
    )
    reading = read(
        {"highlights/highlights-0001.html": highlight, "profile/profile.html": profile, DATED: page("<p>mine</p>")}
    )

    assert [post.text for post in reading.posts] == ["A Title\n\nmine"]
    assert reading.posts[0].account == "@wren"
    assert "mail.example" not in repr(reading.posts)


def test_a_page_cut_off_keeps_what_stands_before():
    """And says that it was cut."""
    whole = page("<p>One.</p><p>Two and more.</p>")
    reading = read({DATED: whole[: whole.index(" and more")]})

    assert [post.text for post in reading.posts] == ["A Title\n\nOne.\n\nTwo"]
    assert len(unread(reading)) == 1


def test_mangled_files_never_raise():
    """Whatever is cut, flipped, dropped or doubled: posts and unread places come out, and no reason quotes."""
    whole = {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()}
    for seed in range(80):
        dice = random.Random(seed)
        reading = read({name: mangled(whole[name], dice) for name in sorted(whole)})

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason or WORD in reason]
