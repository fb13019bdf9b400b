"""What only Blogger does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest

from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import read, texts, unread

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "blogger"
BACKUP, TAKEOUT = "blog-08-02-2012.xml", "Takeout/Blogger/Blogs/Notes/feed.atom"
SCHEME = "http://schemas.google.com/g/2005#kind"
NEW = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"
OLD = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>"
ME = "http://www.blogger.com/profile/01"


def old(kind: str, content: str, number: str = "post-1", name: str = "Wren", uri: str = ME, inside: str = "") -> str:
    return (
        f"<entry><id>tag:blogger.com,1999:blog-9.{number}</id><published>2011-05-02T10:00:00.000+01:00</published>"
        f"<category scheme='{SCHEME}' term='http://schemas.google.com/blogger/2008/kind#{kind}'/>"
        f"<title type='text'>Title</title><content type='html'>{escape(content)}</content>"
        f"<author><name>{name}</name><uri>{uri}</uri><email>noreply@blogger.com</email></author>{inside}</entry>"
    )


def new(kind: str, content: str, name: str = "Wren", uri: str = ME, account: str = "BLOGGER", inside: str = "") -> str:
    return (
        f"<entry><id>tag:blogger.com,1999:blog-9.post-{content.encode().hex()}</id><author><name>{name}</name><uri>{uri}</uri>"
        f"<blogger:type>{account}</blogger:type></author><blogger:type>{kind}</blogger:type>{inside}<title>Title</title>"
        f"<content type='html'>{escape(content)}</content><published>2020-01-02T03:04:05Z</published></entry>"
    )


def feed(*entries: str, head: str = NEW) -> str:
    return f"<?xml version='1.0' encoding='utf-8'?>{head}<title>Notes</title>{''.join(entries)}</feed>"


def test_the_old_backup_tells_kinds_by_a_category():
    """Settings and design stand among the posts; of the settings only what was typed for readers is words."""
    entries = (
        old("template", "<html>", "layout"),
        old("settings", "en", "settings.BLOG_LOCALE"),
        old("settings", "On law", "settings.BLOG_DESCRIPTION"),
        old("post", "<p>a</p><p>b</p>"),
        old("page", "Us", "page-2"),
    )
    reading = read({BACKUP: feed(*entries, head=OLD)})

    assert [(post.kind, post.text) for post in reading.posts] == [
        ("bio", "On law"),
        ("article", "Title\n\na\n\nb"),
        ("article", "Title\n\nUs"),
    ]
    assert reading.posts[1].posted_at == datetime(2011, 5, 2, 9, tzinfo=UTC)


def test_an_authors_type_is_not_the_entrys():
    """In a takeout both are called blogger:type."""
    assert texts(read({TAKEOUT: feed(new("POST", "Words"))})) == ["Title\n\nWords"]


@pytest.mark.parametrize(
    ("inside", "state", "audience"),
    [
        ("<blogger:status>LIVE</blogger:status><blogger:trashed/>", "live", "public"),
        ("<blogger:status>DRAFT</blogger:status>", "draft", "private"),
        ("<blogger:status>SCHEDULED</blogger:status>", "draft", "private"),
        (
            "<blogger:status>LIVE</blogger:status><blogger:trashed>2016-01-01T00:00:00Z</blogger:trashed>",
            "trash",
            "private",
        ),
        ("<blogger:status>NEWLY_INVENTED</blogger:status>", "live", "unknown"),
        (
            "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>",
            "draft",
            "private",
        ),
    ],
)
def test_who_may_read_it(inside: str, state: str, audience: str):
    """Status, bin, and the old backup's mark for drafts. An empty `trashed` means that it is not."""
    [post] = read({TAKEOUT: feed(new("POST", "Words", inside=inside))}).posts

    assert (post.state, post.audience) == (state, audience)


def test_comments_are_own_by_profile_or_name():
    """Most comments under a blog are other people's; the name alone does for an account, not for a stranger."""
    entries = (
        new("POST", "Words"),
        new("COMMENT", "same profile", name="Wren the Second"),
        new("COMMENT", "same name, an older profile", uri="https://plus.google.com/1"),
        new("COMMENT", "a stranger of that name", uri="", account="ANONYMOUS"),
        new("COMMENT", "a stranger's own site", uri="https://wren.example"),
        new("COMMENT", "somebody", name="Gull", uri="http://www.blogger.com/profile/02"),
    )
    reading = read({TAKEOUT: feed(*entries)})

    assert texts(reading) == ["Title\n\nWords", "same profile", "same name, an older profile"]
    assert any("other people" in remark and "3" in remark for remark in reading.remarks)


def test_comments_on_other_blogs_have_a_feed_of_their_own():
    """All of it is the person's; should others stand there, those who write the export's blogs are told from them."""
    alone = {"Takeout/Blogger/Comments/Theirs/feed.atom": feed(new("COMMENT", "mine", name="Old Name", uri=""))}
    mixed = {
        TAKEOUT: feed(new("POST", "Words")),
        "Takeout/Blogger/Comments/Theirs/feed.atom": feed(new("COMMENT", "mine"), new("COMMENT", "no", "Gull", "")),
    }

    assert texts(read(alone)) == ["mine"]
    assert sorted(texts(read(mixed))) == ["Title\n\nWords", "mine"]


def test_the_blogs_address_stands_in_its_settings():
    """A takeout gives a post's path only."""
    path = "<blogger:filename>/2019/05/slug.html</blogger:filename>"
    files = {TAKEOUT: feed(new("POST", "Words", inside=path))}
    settings = {
        "Takeout/Blogger/Blogs/Notes/settings.csv": "blog_name,blog_description,blog_subdomain\nN,About,wrens\n"
    }

    assert read(files).posts[0].url == ""
    assert {post.url for post in read(files | settings).posts if post.kind == "article"} == {
        "https://wrens.blogspot.com/2019/05/slug.html"
    }


def test_folders_in_any_language_and_lone_feeds():
    """Google names folders in the account's language; a lone feed is known by its first lines."""
    for name in ("Takeout/Blogger/Blogy/Poznámky/feed.atom", "feed.atom", "renamed.txt", "x/feed.atom"):
        assert [post.network for post in read({name: feed(new("POST", "Words"))}).posts] == ["blogger"]


def test_content_of_every_type():
    """Escaped HTML, HTML as it stands, and plain text, in which `<` is a character."""
    xhtml = "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a &amp; b</p><p>c</p></div></content>"
    entry = "<entry><id>{}</id><title>T</title>{}</entry>"
    plain = "<content type='text'>1 &lt; 2\n&lt;b&gt;</content>"
    reading = read({BACKUP: feed(entry.format(1, xhtml), entry.format(2, plain), head=OLD)})

    assert texts(reading) == ["T\n\na & b\n\nc", "T\n\n1 < 2\n<b>"]


def test_a_linked_picture_is_no_address_in_the_text():
    """Blogger wraps every picture in a link to itself."""
    html = '<p>See</p><a href="https://blogger.googleusercontent.com/x.jpg"><img alt="A goat" src="https://x.example/x"/></a>'
    [post] = read({TAKEOUT: feed(new("POST", html))}).posts

    assert (post.text, post.media) == ("Title\n\nSee\n\nA goat", 1)


def test_mangled_files_never_raise():
    """Whatever is cut, flipped, dropped or doubled: posts and unread places come out, and no reason quotes."""
    for folder in sorted(SAMPLES.iterdir()):
        if not folder.is_dir():
            continue
        whole = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for seed in range(40):
            dice = random.Random(seed)
            reading = read({name: mangled(whole[name], dice) for name in sorted(whole)})

            assert all(isinstance(post, Post) for post in reading.posts)
            assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason or WORD in reason]
