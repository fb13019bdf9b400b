"""Facebook's and Instagram's usual entries, read without a tree: the same comes of them as of lxml's elements."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.archive import open_archive
from audit.parsers import Reading, read_exports
from audit.parsers._facebook_html.pages import Mark
from audit.parsers._facebook_html.plain import PlainReader
from audit.posts import Post
from tests.parsers.mangle import mangled
from tests.parsers.reading import read

EXPORTS = Path(__file__).parents[2] / "sample_exports"
SAMPLES = sorted([*(EXPORTS / "facebook").glob("html-*/"), *(EXPORTS / "instagram").glob("html-*/")])
FACEBOOK = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"
INSTAGRAM = "your_instagram_activity/media/posts_1.html"
COMMENTS = "your_instagram_activity/comments/post_comments_1.html"
MARK = Mark("_a6-g")
WHEN = "Jun 04, 2025 6:46:10 am"
WORDS = '<div class="_2pin"><div>{}</div><div></div><div></div></div>'
BESIDE = '<div class="_2pin"><div><div><div>{}</div></div></div></div>'
LINK = '<a target="_blank" href="{0}">{1}</a>'
PICTURE = '<div><a href="media/posts/{0}"><img class="_a6_o _3-96" src="media/posts/{0}" /></a></div>'
SHARED = '<tr><td colspan="2" class="_2pin _a6_q">{}<div><div>{}</div></div></td></tr>'
PAIR = '<tr><td class="_2pin _a6_q">{}</td><td class="_2pin _2piu _a6_r">{}</td></tr>'
CAMERA = '<tr><td colspan="2" class="_2pin _a6_q"><div class="_a6-q">Latitude</div><div><div>1.25</div></div></td></tr>'


@contextmanager
def every_entry_parsed() -> Iterator[None]:
    """Let lxml make elements of every entry."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PlainReader, "read", lambda *_: None)
        yield


def entry(body: str, *, title: str = "Mira updated her status.", foot: str = f"<div>{WHEN}</div>") -> str:
    heading = f'<h2 class="_2ph_ _a6-h _a6-i">{title}</h2>' if title else ""
    inner = f'<div class="_2ph_ _a6-p">{body}</div>' if body else ""
    link = f'<a target="_blank" href="https://www.facebook.com/dyi/l/?l=AbC&amp;s=1">{foot}</a>'
    closing = f'<footer class="_3-94 _a6-o">{link}</footer>' if foot else ""
    return f'<section class="_a6-g" aria-labelledby="u_0_1">{heading}{inner}{closing}</section>'


def page(*entries: str) -> str:
    main = f'<main class="_a706" role="main">{"".join(entries)}</main>'
    return f"<html><head><title>Posts</title></head><body><div>{main}</div></body></html>"


def told(reading: Reading) -> tuple[list[Post], object, object, object]:
    lines = [(one.name, one.status, one.reason, one.unread) for one in reading.members]
    return reading.posts, lines, reading.accounts, reading.remarks


def both_ways(path: str, content: str | bytes) -> tuple[list[Post], object, object, object]:
    """Read a page either way; say what came of it."""
    quick = told(read({path: content}))
    with every_entry_parsed():
        assert quick == told(read({path: content}))
    return quick


# --- the usual entry is not parsed, so that it stays quick ------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        entry(f"<div>{WORDS.format('tea &amp; rain')}</div>"),
        entry(f"<div>{WORDS.format('it&#039;s<br /><br />two lines 😌')}</div>"),
        entry(f"<div>{BESIDE.format('<div>Title</div>' + LINK.format('https://a.example/', 'https://a.example/'))}</div>"),
        entry(f"<div>{BESIDE.format(PICTURE.format('a.jpg') + '<div>Album</div>')}{WORDS.format('both')}</div>"),
        entry(f"<div>{BESIDE.format('<div>Place: Cafe (1.25, -2.5)</div>')}{WORDS.format('here')}</div>"),
        entry("", title="Mira is now in Oslo."),
        entry(f"<div>{PICTURE.format('a.jpg')}{PICTURE.format('b.jpg')}</div><table>{CAMERA}</table>", title="a<br>b"),
        entry(f"<table>{SHARED.format('Comment', 'a<br />b')}{PAIR.format('Time', WHEN)}</table>", title="", foot=""),
        entry(WORDS.format("old")).replace("section", "div").replace("footer", "div"),
        "\n " + entry(f"<div>{WORDS.format('blanks around')}</div>") + "\n",
    ],
)  # fmt: skip
def test_usual_entries_need_no_tree(source: str):
    """Words, links, pictures, places, tables, with and without a sentence above and a date below."""
    assert PlainReader().read(source, MARK) is not None


USUAL = entry(f"<div>{WORDS.format('usual')}</div>")


@pytest.mark.parametrize(
    "source",
    [
        USUAL.replace("</div></div></div>", "</div></div>", 1),
        USUAL + "words",
        USUAL + USUAL,
        USUAL.removesuffix("</section>"),
        USUAL.replace("usual", "<b>un</b>usual"),
        USUAL.replace("usual", "un<!-- -->usual"),
        USUAL.replace("usual", "un<p>usual"),
        USUAL.replace("usual", "un&copy;usual"),
        USUAL.replace("usual", "un&ampusual"),
        USUAL.replace("usual", "un&#150;usual"),
        USUAL.replace("usual", "un\u2028usual"),
        USUAL.replace("usual", "un\rusual"),
        USUAL.replace("usual", "1 < 2"),
        USUAL.replace("usual", "a<br /> <br />b"),
        USUAL.replace('"_2pin"', "_2pin"),
        USUAL.replace('"_2pin"', '"_2pin" title="a>b"'),
        USUAL.replace("_2pin", "_a701"),
        USUAL.replace("<div>usual", "usual<div>").replace("_2pin", "other"),
        USUAL.replace("usual", LINK.format("https://a.example/", "A title")),
        USUAL.replace("_a6-o", "other").replace("footer", "div"),
    ],
)
def test_what_is_not_certain_is_left_to_the_parser(source: str):
    """Open ends, other tags, entities and blanks that parsers read differently, words in unknown places."""
    assert PlainReader().read(source, MARK) is None


# --- the same either way ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_sample_exports_give_the_same_either_way(folder: Path):
    """All posts, in the same order and with the same account of what could not be read."""
    with open_archive(folder) as archive:
        quick = told(read_exports([archive], messages=True))
        with every_entry_parsed():
            assert quick == told(read_exports([archive], messages=True))


def test_damaged_pages_give_the_same_either_way():
    """Bytes changed, dropped and doubled, tags and entities cut: what is not whole is parsed."""
    dice = random.Random(5)
    for folder in SAMPLES:
        for path in sorted(folder.glob("**/*.html")):
            both_ways(path.relative_to(folder).as_posix(), mangled(path.read_bytes(), dice))


def numbered(*words: str) -> list[str]:
    """Return usual entries that say these words, each with its place in the list."""
    return [USUAL.replace("usual", f"{one} {place}") for place, one in enumerate(words)]


def test_usual_and_unusual_entries_keep_their_order():
    """Also where the unusual ones are first or last."""
    words = ("<b>un</b>usual", "usual", "usual", "<b>un</b>usual", "usual", "<b>un</b>usual")
    [posts, *_] = both_ways(FACEBOOK, page(*numbered(*words)))

    assert [post.text for post in posts] == [
        "unusual 0", "usual 1", "usual 2", "unusual 3", "usual 4", "unusual 5"
    ]  # fmt: skip


def test_an_unclosed_entry_costs_no_other():
    """It holds those that follow; all of the piece is parsed then."""
    first, second, *others = numbered("a", "b", "c", "d")
    [posts, *_] = both_ways(FACEBOOK, page(first, second.removesuffix("</section>"), *others))

    assert sorted(post.text for post in posts) == ["a 0", "b 1", "c 2", "d 3"]


def test_a_class_that_only_begins_alike_is_no_entry():
    """Its words stand outside of every entry."""
    first, second, third = numbered("a", "b", "c")
    [posts, *_] = both_ways(FACEBOOK, page(first, second.replace("_a6-g", "_a6-gx"), third))

    assert [post.text for post in posts if post.posted_at] == ["a 0", "c 2"]


def test_a_comment_that_names_a_day_is_no_date():
    """`Set of 2004` may be the 2nd of a September: beside the time of the comment it is its words."""
    words = "my form teacher in JSS2 Set of 2004, Government Secondary"
    rows = SHARED.format("Comment", words) + SHARED.format("Media Owner", "ola.n") + PAIR.format("Time", WHEN)
    [[post], *_] = both_ways(COMMENTS, page(entry(f"<table>{rows}</table>", title="", foot="")))

    assert (post.text, post.reply_to, post.clock) == (words, "ola.n", "utc")


TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\n",
            "tea",
            "tea &amp; rain",
            "it&#039;s",
            "&lt;3",
            "a\nb  c",
            "Mobile uploads",
            WHEN,
            f"Updated {WHEN}",
            "Place: Cafe (1.25, -2.5)",
            "Address: 4 Wharf Street",
            "https://a.example/",
            "ola.n",
            "192.0.2.44",
            "12",
            "\xa0",
            "&nbsp;",
            "&copy;",
            "x > y",
            "@[1:2:Ola]",
            "😌",
            "e\u0301",
            "room 9 in 2024",
            "True",
        ]
    ),
    st.text(alphabet="ab1 .,:\n\t\u200b\u00ad\u0085é", max_size=8),
)
HREFS = st.sampled_from(
    ["https://a.example/", "http://b.example/?x=1&amp;y=2", "media/posts/a.jpg", "media/other/plan.pdf", "#", "", "x:y"]
)
CLASSES = st.sampled_from(
    ["", ' class="_2pin"', ' class="_3-95"', ' class="_a7nf"', ' class="_a6-q"', ' class="_a701"']
)
BREAKS = st.sampled_from(["<br />", "<br>", "<br/>"])
ANCHORS = st.builds(LINK.format, HREFS, TEXTS)
IMAGES = st.builds(
    '<img{} src="{}" />'.format, st.sampled_from(["", ' class="_a6_o"']), st.sampled_from(["media/a.jpg", "https://a/"])
)
PICTURES = st.builds('<a href="{}">{}</a>'.format, HREFS, IMAGES)
ROWS = st.one_of(
    st.builds(SHARED.format, TEXTS, TEXTS),
    st.builds(PAIR.format, TEXTS, TEXTS),
    st.just(CAMERA),
    st.builds(SHARED.format, TEXTS, ANCHORS),
)
TABLES = st.builds(lambda rows: f"<table>{''.join(rows)}</table>", st.lists(ROWS, max_size=4))
OTHER = st.sampled_from(["<span>s</span>", "<b>b</b>", "<video src='v.mp4'></video>", "<p>p</p>", "</div>", "<!-- -->"])
LEAVES = st.one_of(TEXTS, BREAKS, ANCHORS, IMAGES, PICTURES)
INSIDE = st.recursive(
    st.one_of(LEAVES, LEAVES, LEAVES, TABLES, OTHER),
    lambda inner: st.builds(
        lambda kinds, parts: f"<div{kinds}>{''.join(parts)}</div>", CLASSES, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)
BODIES = st.one_of(
    INSIDE,
    st.builds(lambda blocks: f"<div>{''.join(blocks)}</div>", st.lists(st.builds(BESIDE.format, INSIDE), max_size=3)),
    st.builds(
        lambda beside, words: f"<div>{BESIDE.format(beside)}{WORDS.format(words)}</div>",
        INSIDE,
        st.one_of(TEXTS, INSIDE),
    ),
    st.builds(lambda pictures, table: f"<div>{pictures}</div>{table}", st.one_of(PICTURES, IMAGES), TABLES),
    TABLES,
)
ENTRIES = st.builds(
    lambda body, title, foot: entry(body, title=title, foot=foot),
    BODIES,
    st.one_of(TEXTS, st.builds("{}<br />{}".format, TEXTS, TEXTS)),
    st.sampled_from(["", WHEN, f"<div>{WHEN}</div>", "no date", f"<div>{WHEN}</div> too"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=4), st.sampled_from([FACEBOOK, INSTAGRAM, COMMENTS]))
def test_entries_of_any_build_give_the_same_either_way(entries: list[str], path: str):
    """Texts, links, pictures, tables and blocks in any nesting, some of them broken."""
    both_ways(path, page(*entries))
