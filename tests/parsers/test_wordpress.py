"""What only WordPress does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.archive import Archive, Member
from audit.parsers import Reading, read_exports
from audit.posts import Post
from tests.parsers.mangle import WORD, mangled
from tests.parsers.reading import unread

SAMPLE = Path(__file__).parents[2] / "sample_exports" / "wordpress" / "2024"
FILE = "notes.wordpress.2024-05-12.xml"
SPACES = (
    'xmlns:excerpt="http://wordpress.org/export/{0}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/{0}/"'
)
AUTHOR = (
    "<wp:author><wp:author_id>3</wp:author_id><wp:author_login>heron</wp:author_login><wp:author_email>h@blog.example"
    "</wp:author_email><wp:author_display_name><![CDATA[Hera Ron]]></wp:author_display_name></wp:author>"
)


def wxr(
    *items: str, version: str = "1.2", head: str = AUTHOR, declared: str = '<?xml version="1.0" encoding="UTF-8"?>'
):
    return (
        f'{declared}\n<rss version="2.0" {SPACES.format(version)}><channel><title>Notes</title>'
        f"<link>https://blog.example</link><description></description>{head}{''.join(items)}</channel></rss>"
    )


def item(content: str = "<![CDATA[<p>Words</p>]]>", title: str = "Title", number: int = 12, **more: str) -> str:
    told = {
        "wp:status": "publish",
        "wp:post_type": "post",
        "wp:post_date": "2021-03-02 18:00:00",
        "wp:post_date_gmt": "2021-03-02 17:00:00",
        "wp:post_password": "",
        **{f"wp:{name}": value for name, value in more.items() if name not in ("excerpt", "inside")},
    }
    return (
        f"<item><title>{title}</title><link>https://blog.example/{number}/</link><dc:creator>heron</dc:creator>"
        f'<guid isPermaLink="false">https://blog.example/?p={number}</guid><content:encoded>{content}</content:encoded>'
        f"<excerpt:encoded>{more.get('excerpt', '')}</excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        + "".join(f"<{name}>{value}</{name}>" for name, value in told.items())
        + f"{more.get('inside', '')}</item>"
    )


def comment(text: str, **told: str) -> str:
    fields = {"comment_id": "5", "comment_date_gmt": "2021-03-03 10:00:00", "comment_approved": "1", **told}
    inside = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in fields.items())
    return f"<wp:comment><wp:comment_content><![CDATA[{text}]]></wp:comment_content>{inside}</wp:comment>"


def read(content: str | bytes, name: str = FILE) -> Reading:
    return read_exports([Archive("export.zip", [Member.of(name, content)])])


def one(*items: str, **more: str) -> Post:
    [post] = read(wxr(*items, **more)).posts
    return post


# --- posts -----------------------------------------------------------------------------------------------------------


def test_a_post_is_its_title_words_and_excerpt():
    """Content and excerpt have the same local name; the namespace tells them apart."""
    post = one(item("<![CDATA[<p>One.</p><p>Two.</p>]]>", excerpt="<![CDATA[In short]]>"))

    assert post.text == "Title\n\nOne.\n\nTwo.\n\nIn short"
    assert (post.kind, post.audience, post.state, post.account) == ("article", "public", "live", "Hera Ron")
    assert post.posted_at == datetime(2021, 3, 2, 17, tzinfo=UTC)
    assert (post.url, post.native_id) == ("https://blog.example/12/", "https://blog.example/?p=12")


def test_text_comes_in_several_cdata_pieces():
    """`]]>` in a text is written as the end of one section and the beginning of the next."""
    assert one(item("<![CDATA[a ]]]]><![CDATA[> b]]>")).text == "Title\n\na ]]> b"


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_namespace(version: str):
    """The version stands in the namespace's address."""
    assert one(item(), version=version).text == "Title\n\nWords"


def test_other_prefixes_and_undeclared_ones():
    """Tools that rewrite XML give namespaces names of their own; plug-ins forget to declare theirs."""
    other = wxr(item(inside="<wfw:feed>x</wfw:feed>")).replace("<wp:", "<n3:").replace("</wp:", "</n3:")
    other = (
        other.replace("content:encoded", "n1:encoded")
        .replace("xmlns:wp", "xmlns:n3")
        .replace("xmlns:content", "xmlns:n1")
    )

    assert read(other).posts[0].text == "Title\n\nWords"
    assert read(wxr(item()).replace(SPACES.format("1.2"), "")).posts[0].audience == "public"


def test_blank_lines_are_paragraphs_in_old_posts():
    """Classic posts have no tags for them; posts of blocks have, and their line breaks are nothing."""
    blocks = "<![CDATA[<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>c</p>]]>"

    assert one(item("<![CDATA[a\nb\n\nc <em>d</em>]]>")).text == "Title\n\na\nb\n\nc d"
    assert one(item(blocks)).text == "Title\n\na b\n\nc"


def test_captions_and_descriptions_of_pictures_are_words():
    """Shortcodes go, what stands in them stays, in values too; brackets that people typed stay as well."""
    content = (
        '<![CDATA[[caption id="a" width="3"]<a href="https://x.example/a.jpg"><img src="https://x.example/a.jpg"'
        ' alt="A door" title="IMG_0001" /></a> Shut.[/caption] [caption caption="Old way"]<img src="b"/>[/caption]'
        " He said [sic] so.]]>"
    )
    post = one(item(content))

    assert post.text == "Title\n\nA door\n\nShut.\n\nOld way\n\nHe said [sic] so."
    assert post.media == 2


def test_words_from_word_and_tables():
    """What was pasted from Word brings tags of its own; cells of a row are words apart."""
    table = "<table><tr><td>b</td><td>c</td></tr></table>"
    content = f"<![CDATA[<!--[if gte mso 9]><xml></xml><![endif]--><p>a<o:p></o:p></p>{table}]]>"

    assert one(item(content)).text == "Title\n\na\n\nb c"


@pytest.mark.parametrize(
    ("status", "password", "audience", "state"),
    [
        ("publish", "", "public", "live"),
        ("publish", "secret", "group", "live"),
        ("private", "", "private", "live"),
        ("draft", "", "private", "draft"),
        ("pending", "", "private", "draft"),
        ("future", "", "private", "draft"),
        ("trash", "", "private", "trash"),
        ("in-house", "", "unknown", "live"),
    ],
)
def test_who_may_read_it(status: str, password: str, audience: str, state: str):
    """The status tells, and a password makes it a closed group. The password itself is nowhere."""
    post = one(item(status=status, post_password=password))

    assert (post.audience, post.state) == (audience, state)
    assert "secret" not in repr(post)


def test_drafts_have_the_blogs_own_clock():
    """Their time in UTC is 0000-00-00, their pubDate nonsense."""
    post = one(item(status="draft", post_date_gmt="0000-00-00 00:00:00"))

    assert (post.clock, post.posted_at) == ("local", datetime(2021, 3, 2, 18))


def test_pages_pictures_and_own_types_are_read_machinery_is_not():
    """A menu holds no post; an answer to the blog's form is another person's letter."""
    reading = read(
        wxr(
            item(post_type="page", number=1),
            item("", title="Cold hands", post_type="attachment", status="inherit", number=2, excerpt="Mine"),
            item("", title="IMG_2044", post_type="attachment", status="inherit", number=3),
            item(post_type="recipe", number=4),
            item(post_type="nav_menu_item", number=5),
            item("<![CDATA[My daughter is your client]]>", post_type="feedback", number=6),
        )
    )

    assert [post.text for post in reading.posts] == ["Title\n\nWords", "Cold hands\n\nMine", "", "Title\n\nWords"]
    assert [post.kind for post in reading.posts] == ["article", "caption", "caption", "article"]
    assert any("answers to the blog's forms" in remark and "1." in remark for remark in reading.remarks)


def test_words_in_custom_fields():
    """Descriptions for search engines, words for other networks and for pictures are typed, and public."""
    field = "<wp:postmeta><wp:meta_key>{}</wp:meta_key><wp:meta_value>{}</wp:meta_value></wp:postmeta>"
    inside = field.format("_wpas_mess", "Read this!") + field.format("_edit_lock", "162:1")

    assert one(item(inside=inside)).text == "Title\n\nWords\n\nRead this!"


# --- comments --------------------------------------------------------------------------------------------------------


def test_only_the_authors_comments_are_own():
    """By the account's number or its e-mail address; those of others, and notices between blogs, are not."""
    reading = read(
        wxr(
            item(
                inside=comment("by number", comment_user_id="3")
                + comment("by address", comment_author_email="H@Blog.Example", comment_user_id="0")
                + comment("a reader", comment_author_email="r@x.example", comment_user_id="0")
                + comment("another account", comment_user_id="99", comment_author="Hera Ron")
                + comment("[...] ping", comment_type="pingback", comment_author_email="h@blog.example")
            )
        )
    )
    own = [post for post in reading.posts if post.kind == "comment"]

    assert [post.text for post in own] == ["by number", "by address"]
    assert (own[0].url, own[0].reply_to) == ("https://blog.example/12/#comment-5", "Title")
    assert any("comments by other people" in remark and ": 2." in remark for remark in reading.remarks)


def test_addresses_of_people_and_machines_are_never_shown():
    """E-mail and IP addresses stand in the file; none comes into a post or an account."""
    reading = read(SAMPLE.joinpath("nightbag.wordpress.2024-05-12.xml").read_bytes())
    shown = repr((reading.posts, reading.accounts, reading.remarks))

    assert "@" not in shown
    assert "192.0.2." not in shown


def test_files_of_2010_name_no_authors():
    """A signed-in name counts if somebody of that name wrote before; a number alone may be any reader's."""
    reading = read(
        wxr(
            item(
                inside=comment("mine", comment_author="Heron", comment_user_id="1")
                + comment("theirs", comment_author="Gull", comment_user_id="2")
            ),
            head="",
            version="1.0",
        )
    )

    assert [post.text for post in reading.posts if post.kind == "comment"] == ["mine"]


def test_a_blog_of_several_authors_says_so():
    """No author is lost, since the export does not say which of them is the person."""
    other = item(number=13).replace(">heron<", ">gull<")
    reading = read(wxr(item(), other))

    assert [post.account for post in reading.posts] == ["Hera Ron", "gull"]
    assert any("2 authors" in remark for remark in reading.remarks)


# --- broken and hostile ----------------------------------------------------------------------------------------------


def test_what_stops_a_parser_stops_nothing():
    """Notices before the first line, control characters, undefined entities, bare ampersands, a wrong encoding."""
    content = wxr(item("<![CDATA[a\x0b b]]>", title="Fish &nbsp; chips & peas"), declared="\n\nNotice: x\n<?xml?>")

    assert one_text(content.encode()) == "Fish chips & peas\n\na b"
    assert one_text(wxr(item("<![CDATA[caf\xe9]]>")).encode("cp1252")) == "Title\n\ncaf\xe9"
    assert one_text(wxr(item("<![CDATA[caf\xe9]]>")).encode("utf-16")) == "Title\n\ncaf\xe9"


def one_text(content: bytes) -> str:
    [post] = read(content).posts
    return post.text


def test_entities_are_never_expanded_nor_fetched():
    """A bomb and a file's name stay the few letters that they are."""
    doctype = (
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">'
        '<!ENTITY % r SYSTEM "http://192.0.2.1/x">%r;]>'
    )
    post = one(item("&f;", title="&b;"), declared=f'<?xml version="1.0"?>{doctype}')

    assert post.text == "&b;\n\n&f;"


def test_an_item_without_its_end_costs_nothing_but_a_word_about_it():
    """The next one begins all the same, and what was read is kept."""
    reading = read(wxr(item(title="One").replace("</item>", ""), item(title="Two", number=13)))

    assert [post.text for post in reading.posts] == ["One\n\nWords", "Two\n\nWords"]
    assert unread(reading) == [("[0]", "part of it is cut off or broken: what could be read is kept")]


def test_a_section_without_its_end_does_not_swallow_the_next_post():
    """It ends where its element ends."""
    reading = read(wxr(item("<![CDATA[<p>One</p>"), item("<![CDATA[<p>Two</p>]]>", number=13)))

    assert [post.text for post in reading.posts] == ["Title\n\nOne", "Title\n\nTwo"]


def test_a_file_cut_off_keeps_what_stands_before():
    """And says that it was cut."""
    whole = wxr(item("<![CDATA[<p>One</p>]]>"), item("<![CDATA[<p>Two and more</p>]]>", number=13))
    reading = read(whole[: whole.index(" and more")])

    assert [post.text for post in reading.posts] == ["Title\n\nOne", "Title\n\nTwo"]
    assert ("", "the file is cut off before its end") in unread(reading)


@pytest.mark.parametrize(
    "name", ["backup.xml", "my blog.txt", "sub/wordpress.2011-01-01.xml_.txt", "a.wordpress.2020-01-01.000.xml"]
)
def test_lone_and_renamed_files_are_recognised(name: str):
    """By their first lines, or by the names that parts and old downloads have."""
    assert read(wxr(item()), name).posts[0].network == "wordpress"


def test_html_that_was_not_escaped_is_still_html():
    """Home-made exports forget to."""
    assert one(item("<p>a</p><p>b <b>c</b><br/>d</p>")).text == "Title\n\na\n\nb c\nd"


def test_mangled_files_never_raise():
    """Whatever is cut, flipped, dropped or doubled: posts and unread places come out, and no reason quotes."""
    [path] = SAMPLE.iterdir()
    whole = path.read_bytes()
    for seed in range(150):
        reading = read(mangled(whole, random.Random(seed)), path.name)

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason or WORD in reason]
