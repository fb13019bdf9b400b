"""What only Facebook's HTML does. What every parser must do is in test_every_export.py."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from audit.archive import Archive, Member, Unreadable
from audit.parsers import Reading, facebook_html, read_exports
from audit.parsers._export import Account, Export
from audit.parsers._facebook_html.pages import PIECE, Mark, Page
from audit.parsers._reading import _first_match
from audit.posts import Post, Unread
from tests.parsers.mangle import mangled

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "facebook"
ME = "Mira Testperson"
POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"
COMMENTS = "your_facebook_activity/comments_and_reactions/comments.html"
WHEN = "Jun 04, 2025 6:46:10 am"


def found_in(
    path: str, content: str | bytes, *, owner: str = ME, zone: str = "", messages: bool = False
) -> list[Post | Unread]:
    """Read one page as if it lay there."""
    export = Export("facebook", account=Account(name=owner, time_zone=zone), messages=messages)
    reader = _first_match(facebook_html.READS, path) or _first_match(facebook_html.MESSAGES, path)
    assert callable(reader), path
    return list(reader(Member.of(path, content), export))


def posts_in(path: str, content: str, **told: str) -> list[Post]:
    """Read one page of which everything can be read."""
    found = found_in(path, content, **told)  # type: ignore[arg-type]
    assert not [one for one in found if isinstance(one, Unread)]
    return [one for one in found if isinstance(one, Post)]


def page(*entries: str, head: str = "") -> str:
    main = f'<main class="_a706" role="main">{"".join(entries)}</main>'
    return f"<html><head></head><body><div>{head}{main}</div></body></html>"


def entry(body: str, title: str = f"{ME} updated her status.", when: str = WHEN, tag: str = "section") -> str:
    heading = f'<h2 class="_2ph_ _a6-h _a6-i">{title}</h2>'
    link = f'<a href="https://www.facebook.com/dyi/l/?l=AbC&amp;s=1"><div class="_a72d">{when}</div></a>'
    body = f'<div class="_2ph_ _a6-p"><div>{body}</div></div>'
    return f'<{tag} class="_a6-g">{heading}{body}<footer class="_3-94 _a6-o">{link}</footer></{tag}>'


def block(text: str) -> str:
    return f'<div class="_2pin"><div>{text}</div><div></div><div></div></div>'


def deep(inner: str) -> str:
    """An attachment: what hangs on a post lies deeper than its words."""
    return f'<div class="_2pin"><div><div><div><div>{inner}</div></div></div></div></div>'


def cell(name: str, album: str = "", caption: str = "", more: str = "") -> str:
    below = f'<div class="_3-95">{caption}</div>' if caption else ""
    path = f"your_facebook_activity/posts/media/x/{name}"
    picture = f'<a href="{path}"><img class="_a6_o" src="{path}"/></a>'
    return f'<div class="_a7ng"><div>{picture}<div>{album}</div></div>{below}{more}</div>'


# --- since 2022 -------------------------------------------------------------------------------------------------------


def test_an_entry_has_words_time_and_address():
    """Line breaks are `br`, entities stand for letters, the date is a link back to the post."""
    [post] = posts_in(POSTS, page(entry(block("one &amp; two<br/>three &#064;work<br /><br />four &lt;b&gt;"))))

    assert post.text == "one & two\nthree @work\n\nfour <b>"
    assert (post.posted_at, post.clock) == (datetime(2025, 6, 4, 6, 46, 10), "local")
    assert (post.headline, post.url) == (f"{ME} updated her status.", "https://www.facebook.com/dyi/l/?l=AbC&s=1")


@pytest.mark.parametrize("tag", ["section", "div", "article"])
def test_classes_tell_the_parts_not_tags(tag: str):
    """In 2025 `div` became `section`, `h2` and `footer`; the classes stayed."""
    [post] = posts_in(POSTS, page(entry(block("words"), tag=tag)))

    assert (post.text, post.headline) == ("words", f"{ME} updated her status.")


def test_the_note_of_the_last_change_is_no_word_of_the_person():
    """`Updated` and a date stand in the block of the words, or alone in it, in any language."""
    [one, other] = posts_in(
        POSTS,
        page(
            entry(f'<div class="_2pin"><div>words</div><div>Cập nhật {WHEN}</div><div></div></div>'),
            entry(block(f"Bijgewerkt {WHEN}"), title="Mira was at Cafe."),
        ),
    )

    assert one.text == "words"
    assert other.text == "Mira was at Cafe."


def test_words_that_hold_a_date_stay_words():
    """A person who writes a date and an hour has not edited anything."""
    [post] = posts_in(POSTS, page(entry(block("Court on Jun 09, 2025 2:37:00 pm, wish me luck"))))

    assert post.text == "Court on Jun 09, 2025 2:37:00 pm, wish me luck"


def test_an_album_is_named_once_and_every_caption_is_kept():
    """The album's name stands under each picture; captions may exist nowhere else."""
    cells = cell("1.jpg", "Mobile uploads", "first") + cell("2.jpg", "Mobile uploads", "second")
    grid = deep(f'<div class="_a7nf">{cells}</div>')
    [post] = posts_in(POSTS, page(entry(grid + block("both of them"))))

    assert post.text == "both of them\n\nfirst\n\nsecond"
    assert (post.container, post.media, post.files) == ("Mobile uploads", 2, ("1.jpg", "2.jpg"))  # type: ignore[attr-defined]


def test_a_caption_that_repeats_the_post_is_not_doubled():
    """Facebook writes a single picture's caption a second time as the post."""
    [post] = posts_in(POSTS, page(entry(deep(cell("1.jpg", "", "look at this")) + block("look at this"))))

    assert post.text == "look at this"


def test_what_the_camera_noted_is_left_out():
    """Pictures carry tables with the camera, the place and the IP address they came from."""
    table = '<div><table><tr><td class="_a6_q">Upload IP Address</td><td class="_a6_r">192.0.2.7</td></tr>'
    table += '<tr><td class="_a6_q">Camera</td><td class="_a6_r">Acme</td></tr></table></div>'
    numbers = '<div><table><tr><td class="_a6_q">Latitude</td><td class="_a6_r">1.25</td></tr></table></div>'
    [post] = posts_in(POSTS, page(entry(deep(cell("1.jpg", "", "mine", table) + cell("2.jpg", "", "", numbers)))))

    assert post.text == "mine"


def test_a_video_is_a_medium_and_its_line_for_old_browsers_no_word():
    """`Click for video:` stands inside the element."""
    video = '<video src="a/v.mp4" class="_a6_o"><a href="a/v.mp4"><div>Click for video:</div></a></video><div></div>'
    [post] = posts_in(POSTS, page(entry(deep(f'<div>{video}<div class="_3-95">my cat</div></div>'))))

    assert (post.text, post.media) == ("my cat", 1)


def test_a_shared_link_has_address_and_title():
    """The link lies deep in an attachment; the words are in a block of their own."""
    link = deep('<div>The long silence</div><a href="https://example.org/x">https://example.org/x</a>')
    [post] = posts_in(POSTS, page(entry(link + block("worth reading"), title=f"{ME} shared a link.")))

    assert (post.kind, post.text) == ("share", "worth reading")
    assert (post.link_url, post.link_title) == ("https://example.org/x", "The long silence")


def test_a_link_inside_a_sentence_stays_in_it():
    """Hashtags and addresses that the person typed are links too."""
    words = 'see <a href="https://www.facebook.com/hashtag/x">#x</a> and <a href="https://example.org">this</a>.'
    [post] = posts_in(POSTS, page(entry(block(words))))

    assert (post.text, post.kind) == ("see #x and this.", "post")


def test_only_web_addresses_become_links():
    """The page is hostile text: a script is no address."""
    bad = entry(deep('<a href="javascript:alert(1)">click</a>')).replace("https://www.facebook.com", "javascript:x")
    [post] = posts_in(POSTS, page(bad))

    assert (post.text, post.url, post.link_url) == ("click", "", "")


def test_a_place_is_known_by_its_coordinates():
    """`Place:` is in the account's language, the coordinates are not; the address may follow."""
    place = deep("<div>Lugar: Café Beispiel (1.25, 2.5)</div><div>Dirección: 1 Calle</div>")
    [post] = posts_in(POSTS, page(entry(place, title="Mira estaba en Café Beispiel.")))

    assert (post.kind, post.place) == ("checkin", "Café Beispiel, 1 Calle")


def test_people_tagged_are_named():
    """A line between sentence and words tells who was tagged."""
    tags = '<div><div class="_a701">You tagged Ola Nordmann, Kari Nordmann and Per Hansen</div></div>'
    [post] = posts_in(
        POSTS, page(entry(block("us")).replace('<div class="_2ph_ _a6-p">', tags + '<div class="_2ph_ _a6-p">'))
    )

    assert post.people == ("Ola Nordmann", "Kari Nordmann", "Per Hansen")


def test_mentions_are_written_as_names():
    """`@[id:type:Name]` stands raw in the page, its sign as an entity."""
    [post] = posts_in(POSTS, page(entry(block("with &#064;[100000000000001:2048:Ola Nordmann] again"))))

    assert (post.text, post.people) == ("with Ola Nordmann again", ("Ola Nordmann",))


def test_the_words_behind_a_group_label_are_the_comment():
    """The label is in a `div` of its own, the comment is the bare text behind it."""
    label = '<div class="_3-95"><span class="_a6_m">Groep: </span>Night Nurses</div>'
    body = f'<div class="_2pin"><div>{label}thank you</div></div>'
    [post] = posts_in(COMMENTS, page(entry(body, title=f"{ME} replied to Ola Nordmann's comment.")))

    assert (post.kind, post.text, post.container) == ("comment", "thank you", "Night Nurses")
    assert (post.audience, post.reply_to) == ("group", "Ola Nordmann")


def test_a_sentence_that_tells_something_is_kept_for_want_of_words():
    """A feeling is a post; `shared a post.` without anything is none."""
    posts = posts_in(
        POSTS, page(entry("", title=f"{ME} is feeling relieved with Ola."), entry("", title=f"{ME} shared a post."))
    )

    assert [post.text for post in posts] == [f"{ME} is feeling relieved with Ola."]


def test_a_page_or_second_profile_has_neither_sentence_nor_link():
    """Its entries are a body and a date."""
    bare = f'<div class="_3-95 _a6-g"><div class="_2ph_ _a6-p"><div>{block("we are open")}</div></div>'
    bare += f'<div class="_3-94 _a6-o"><div class="_a72d">{WHEN}</div></div></div>'
    [post] = posts_in("this_profile's_activity_across_facebook/posts/profile_posts_1.html", page(bare))

    assert (post.text, post.url, post.posted_at) == ("we are open", "", datetime(2025, 6, 4, 6, 46, 10))


# --- tables of labels and values --------------------------------------------------------------------------------------


def label_page(rows: str) -> str:
    inner = f'<div class="_3-95 _a6-g"><div class="_2pi8 _a6-p"><table>{rows}</table></div></div>'
    return page(
        f'<div class="_3-95 _a6-g"><div class="_2pi8 _a6-p">{inner}</div>'
        f'<div class="_3-94 _a6-o"><div class="_a72d">{WHEN}</div></div></div>'
    )


def test_an_entry_in_an_entry_is_one():
    """`_a6-g` is nested in `_a6-g`; a value is taken whatever its label is called."""
    rows = '<tr><td class="_a6_q">文字</td><td class="_2piu _a6_r">how it was<br>before</td></tr>'
    rows += '<tr><td colspan="2" class="_a6_q">網址<div><a href="https://www.facebook.com/1">https://www.facebook.com/1</a></div></td></tr>'
    rows += f'<tr><td class="_a6_q">更新時間</td><td class="_a6_r">{WHEN}</td></tr>'
    [post] = posts_in("your_facebook_activity/posts/edits_you_made_to_posts.html", label_page(rows))

    assert (post.text, post.state) == ("how it was\nbefore", "earlier version")
    assert (post.url, post.posted_at) == ("https://www.facebook.com/1", datetime(2025, 6, 4, 6, 46, 10))


def test_label_and_value_may_share_a_cell():
    """With `colspan` the label is the text before the first element."""
    rows = '<tr><td colspan="2" class="_a6_q">Message<div><div>put away</div></div></td></tr>'
    [post] = posts_in("your_facebook_activity/posts/archive.html", label_page(rows))

    assert (post.text, post.state) == ("put away", "archived")


def test_what_stands_beside_coordinates_is_the_place():
    """The place is a table in the table; its labels are in the account's language."""
    inner = '<tr><td class="_a6_q">座標</td><td class="_a6_r">(1.25 , 2.5)</td></tr>'
    inner += '<tr><td class="_a6_q">名稱</td><td class="_a6_r">Court</td></tr>'
    rows = '<tr><td class="_a6_q">訊息</td><td class="_a6_r">waiting</td></tr>'
    rows += (
        f'<tr><td colspan="2" class="_a6_q">地點<div><div class="_a6-g"><table>{inner}</table></div></div></td></tr>'
    )
    [post] = posts_in("your_facebook_activity/posts/check-ins.html", label_page(rows))

    assert (post.kind, post.text, post.place) == ("checkin", "waiting", "Court")


# --- 2018 to 2022 -----------------------------------------------------------------------------------------------------


def v3(body: str, title: str = f"{ME} updated her status.", when: str = "9 Jun 2019, 14:37") -> str:
    heading = f'<div class="_3-96 _2pio _2lek _2lel">{title}</div>' if title else ""
    body = f'<div class="_3-96 _2let"><div>{body}</div></div>'
    link = f'<div class="_3-94 _2lem"><a href="https://www.facebook.com/dyi/l/?l=AbC">{when}</a></div>'
    one = f'<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder">{heading}{body}{link}</div>'
    foot = f'<div class="_4t5o"><div>Generated by {ME} on Thursday, 27 June 2019 at 12:55 UTC+07:00</div></div>'
    return f'<html><body><div class="_4t5n" role="main">{one}</div>{foot}</body></html>'


def test_comments_under_a_picture_are_anybodys():
    """Until 2020 a picture carries its comments; only those by the person are theirs."""

    def grey(author: str, text: str) -> str:
        return (
            f'<div class="pas _3-94 uiBoxGray"><span class="_3-8_ _2oao">{author}</span>{text}'
            '<div class="_67gx">9 Jun 2019, 15:00</div></div>'
        )

    picture = '<a href="p/1.jpg"><img class="_2yuc" src="p/1.jpg"/></a><div class="_3-95">sea</div>'
    photo = f'<td class="_51m-"><div>{picture}{grey("Ola", "nice")}{grey(ME, "thanks")}</div></td>'
    grid = f'<table class="uiGrid"><tbody><tr>{photo}</tr></tbody></table>'
    body = f'<div class="_2pin"><div><div>{grid}</div></div></div>'
    [post, comment] = posts_in("posts/your_posts_1.html", v3(body))

    assert (post.text, post.media) == ("sea", 1)
    assert (comment.kind, comment.text, comment.source) == ("comment", "thanks", "[0].comments[1]")
    assert comment.posted_at == datetime(2019, 6, 9, 15, 0)


def test_comments_of_nobody_knows_whom_are_reported():
    """Without the person's name no comment is taken for theirs, and the report says so."""
    grey = '<div class="uiBoxGray"><span class="_2oao">Ola</span>nice</div>'
    found = found_in("posts/your_posts_1.html", v3(f'<div class="_2pin"><div>words</div>{grey}</div>'), owner="")

    assert [one.text for one in found if isinstance(one, Post)] == ["words"]
    assert Unread("", "1 comments under pictures, but nothing says which are your own") in found


def test_a_title_may_be_absent():
    """Some entries since 2018 have no sentence."""
    [post] = posts_in("posts/your_posts_1.html", v3(block("bare"), title=""))

    assert (post.text, post.headline) == ("bare", "")


def test_posts_and_comments_of_groups_share_a_page():
    """Only a comment names its group in a label, a post does in its sentence."""
    comment = '<div class="_2pin"><div><div class="_3-95"><span class="_4mp8">Group: </span>Nurses</div>yes</div></div>'
    path = "groups/your_posts_and_comments_in_groups.html"
    [one] = posts_in(path, v3(comment, title=f"{ME} commented on Ola's post."))
    [other] = posts_in(path, v3(block("hello"), title=f"{ME} posted in Nurses."))

    assert (one.kind, one.container) == ("comment", "Nurses")
    assert (other.kind, other.container, other.audience) == ("post", "Nurses", "group")


# --- 2013 to mid 2018 -------------------------------------------------------------------------------------------------


def wall(*entries: str) -> str:
    contents = f'<div class="contents"><h1>{ME}</h1><div>{"".join(entries)}</div></div>'
    return f'<html><body>{contents}<div class="footer">x</div></body></html>'


def told(sentence: str, text: str | None = None, when: str = "Friday, September 25, 2015 at 9:59pm UTC+01") -> str:
    words = f'<div class="comment">{text}</div>' if text else ""
    return f'<p><div class="meta">{when}</div>{sentence}{words}</p>'


def test_blocks_in_paragraphs_are_held_together():
    """`<p><div>` is illegal, and parsers tear it apart: date, sentence and words are one entry all the same."""
    [one, other] = posts_in(
        "html/wall.htm", wall(told(f"{ME} updated her status.", "Long shift."), told("", "and again"))
    )

    assert (one.text, one.headline) == ("Long shift.", f"{ME} updated her status.")
    assert one.posted_at == datetime(2015, 9, 25, 20, 59, tzinfo=UTC)
    assert other.text == "and again"


def test_what_others_wrote_on_the_wall_is_theirs():
    """The sentence begins with who wrote: a name that only begins like the person's is another's."""
    page = wall(
        told("Ola Nordmann wrote on your timeline.", "Happy birthday"),
        told(f"{ME} wrote on Ola Nordmann's timeline.", "you too"),
        told(f"{ME}son wrote on your timeline.", "hi"),
    )
    [post] = posts_in("html/wall.htm", page)

    assert (post.text, post.reply_to) == ("you too", "Ola Nordmann")


def test_everybodys_comments_stand_in_an_album():
    """`span.user` tells whose they are."""
    when = '<div class="meta">Friday, May 1, 2015 at {}:00pm UTC</div>'
    comments = "".join(
        f'<div class="comment"><span class="user">{user}</span>{text}{when.format(1)}</div>'
        for user, text in (("Ola", "wow"), (ME, "thanks"))
    )
    table = '<table class="meta"><tr><th>Upload IP Address</th><td>192.0.2.7</td></tr></table>'
    below = f"<div>the sea{when.format(12)}{table}{comments}</div>"
    one = f'<div class="block"><img src="1.jpg"/>{below}</div>'
    album = f'<html><body><div class="contents"><h1>Timeline Photos</h1><div>{one}</div></div></body></html>'
    [comment, photo] = posts_in("photos/10150/index.htm", album)

    assert (comment.text, comment.source) == ("thanks", "[0].comments[1]")
    assert (photo.text, photo.container, photo.media) == ("the sea", "Timeline Photos", 1)
    assert photo.posted_at == datetime(2015, 5, 1, 12, 0, tzinfo=UTC)


def test_only_the_persons_own_messages_are_read():
    """Sender and date come before the paragraph; threads name who takes part."""
    when = '<span class="meta">Friday, May 1, 2015 at 1:00pm UTC</span>'
    messages = "".join(
        f'<div class="message"><div class="message_header"><span class="user">{who}</span>{when}</div></div>'
        f"<p>{text}</p>"
        for who, text in (("Ola", "hello"), (ME, "hi<br/>there"))
    )
    thread = f'<div class="thread">Ola, {ME}{messages}</div>'
    page = f'<html><body><div class="contents"><h1>{ME}</h1><div>{thread}</div></div></body></html>'
    [post] = posts_in("html/messages.htm", page)

    assert (post.kind, post.text, post.audience, post.container) == ("message", "hi\nthere", "private", f"Ola, {ME}")


# --- 2010 to early 2013 -----------------------------------------------------------------------------------------------


def hcard(author: str, text: str, icon: str = "", comments: str = "") -> str:
    return (
        f'<div class="feedentry hentry"><span class="author vcard"><span class="profile fn">{author}</span></span>'
        f'<span class="entry-title entry-content">{text}</span><div class="timerow"><abbr class="time published" '
        f'title="2011-05-06T10:11:12+0000">May 6</abbr>{icon}</div><div class="comments hfeed">{comments}</div></div>'
    )


def icon(title: str) -> str:
    return f'<img class="privacy" title="{title}" src="x"/>'


@pytest.mark.parametrize(
    ("title", "audience"),
    [
        ("Everyone", "public"),
        ("Public", "public"),
        ("Friends Only", "friends"),
        ("Only Me", "private"),
        ("Friends; Except: Work", "friends"),
        ("?", "unknown"),
    ],
)
def test_the_oldest_exports_say_who_could_see_a_post(title: str, audience: str):
    """An icon's title: gone since 2013."""
    [post] = posts_in("html/wall.html", f"<html><body>{hcard(ME, 'is glad', icon(title))}</body></html>")

    assert (post.text, post.audience) == ("is glad", audience)
    assert post.posted_at == datetime(2011, 5, 6, 10, 11, 12, tzinfo=UTC)


def test_the_author_tells_whose_entry_it_is():
    """Entries and comments by others are on the same page; likes are a number."""
    when = '<div><abbr class="time published" title="2011-05-06T10:20:00+0000">x</abbr></div>'
    comments = '<div class="comment like">3 people like this</div>' + "".join(
        f'<div class="comment hentry"><span class="author"><span class="profile fn">{who}</span></span>'
        f'<span class="entry-title entry-content">{text}</span>{when}</div>'
        for who, text in (("Ola", "me too"), (ME, "thanks"))
    )
    link = 'read<table class="walllink"><tr><td><a href="http://example.org/x">Cuts</a></td></tr></table>'
    page = f"<html><body>{hcard('Ola', 'hey')}{hcard(ME, link, comments=comments)}</body></html>"
    [post, comment] = posts_in("html/wall.html", page)

    assert (post.kind, post.text, post.link_url, post.link_title) == ("share", "read", "http://example.org/x", "Cuts")
    assert post.reactions == 3
    assert (comment.kind, comment.text) == ("comment", "thanks")


# --- messages since 2018 ----------------------------------------------------------------------------------------------


def said(who: str, body: str) -> str:
    heading = f'<div class="_2ph_ _a6-h _a6-i">{who}</div>'
    foot = f'<div class="_3-94 _a6-o"><div class="_a72d">{WHEN}</div></div>'
    return f'<div class="_3-95 _a6-g">{heading}<div class="_2ph_ _a6-p"><div>{body}</div></div>{foot}</div>'


THREAD = "your_facebook_activity/messages/inbox/ola_1/message_1.html"


def test_reactions_and_shared_words_are_not_the_message():
    """Reactions stand in a list under it, what was shared lies deeper."""
    reactions = '<div><ul class="_a6-q"><li><span>❤Ola (Jun 01, 2025 3:32:01 pm)</span></li></ul></div>'
    shared = (
        '<div><div><div>his words</div><div><a href="https://example.org">https://example.org</a></div></div></div>'
    )
    found = found_in(
        THREAD,
        page(said("Ola", "<div></div><div>hey</div>"), said(ME, f"<div></div><div>same here</div>{shared}{reactions}")),
    )
    [post] = [one for one in found if isinstance(one, Post)]

    assert (post.text, post.link_url, post.link_title) == ("same here", "https://example.org", "his words")


def test_without_a_name_no_message_is_anybodys():
    """Other people's words are never taken for the person's."""
    assert found_in(THREAD, page(said("Ola", "<div>hey</div>")), owner="") == [
        Unread("", "whose messages these are is not said: none were taken for yours")
    ]


def test_a_chat_without_a_name_of_its_own_is_not_taken_for_posts():
    """A lone `message_1.html` looks like a page of posts, but holds neither blocks nor links to posts."""
    reading = read(("somewhere.txt", page(said("Ola", "<div></div><div>hey</div>"))))

    assert not reading.posts
    assert "looks like a chat" in reading.members[0].unread[0].reason


# --- whose export, which clock ----------------------------------------------------------------------------------------


def read(*pages: tuple[str, str], messages: bool = False) -> Reading:
    return read_exports([Archive("x", [Member.of(name, content) for name, content in pages])], messages=messages)


@pytest.mark.parametrize(
    "sentence",
    [
        "Generated by Mira Testperson on Tuesday, April 1, 2025 at 5:35 PM UTC+08:00",
        "Gegenereerd door Mira Testperson op dinsdag 1 april 2025 om 17:35 UTC+08:00",
        "Erstellt von Mira Testperson am Dienstag, 1. April 2025 um 17:35 UTC+08:00",
        "由 Mira Testperson 於 2025年4月1日 下午5:35 UTC+08:00 產生",
        "Wytworzone dla: Mira Testperson, 1 kwietnia 2025 17:35 UTC+08:00",
    ],
)
def test_the_head_names_the_person_in_any_language(sentence: str):
    """Where the sentence is unknown, the name is what it has in common with the entries."""
    head = f'<header class="_a709"><div class="_aoaa"><div>{sentence}</div></div></header>'
    entries = [
        entry(block(text), title=f"{ME} {did}") for text, did in (("a", "zmieniła status."), ("b", "dodała zdjęcie."))
    ]
    reading = read((POSTS, page(*entries, head=head)))

    assert [account.name for account in reading.accounts["facebook"]] == [ME]


def test_an_offset_that_is_the_same_all_year_makes_utc():
    """At UTC+08:00 no clock is changed; elsewhere the offset of one day is wrong for half of the posts."""
    head = '<div class="_aoaa">Generated by Mira Testperson on June 4, 2025 at 5:35 PM UTC{}</div>'
    [steady] = read((POSTS, page(entry(block("a")), head=head.format("+08:00")))).posts
    [changing] = read((POSTS, page(entry(block("a")), head=head.format("+01:00")))).posts

    assert steady.posted_at == datetime(2025, 6, 3, 22, 46, 10, tzinfo=UTC)
    assert changing.clock == "local"


def test_the_accounts_zone_is_in_a_page_of_its_own():
    """With it summer and winter are known."""
    row = '<tr><td class="_a6_q">Zone</td><td class="_a6_r">Europe/London</td></tr>'
    zone = page(f'<section class="_a6-g"><table>{row}</table></section>')
    [post] = read((POSTS, page(entry(block("a")))), ("logged_information/location/timezone.html", zone)).posts

    assert post.posted_at == datetime(2025, 6, 4, 5, 46, 10, tzinfo=UTC)


# --- what no export has yet -------------------------------------------------------------------------------------------


def test_renamed_classes_do_not_silence_a_page():
    """Entries are told by their shape: brothers that each end with a date; then the position tells the parts."""
    known = page(*(entry(deep(cell(f"{n}.jpg", "", f"caption {n}")) + block(f"words {n}")) for n in range(3)))
    renamed = re.sub(r'class="([^"]*)"', lambda found: f'class="z{len(found[1])}{found[1][-1]}"', known)
    expected, found = (posts_in(POSTS, content) for content in (known, renamed))

    assert [(p.text, p.posted_at, p.url) for p in found] == [(p.text, p.posted_at, p.url) for p in expected]


def test_words_outside_every_entry_are_shown_and_told():
    """To miss a passage is worse than to show a label: an Unread says how much it was."""
    found = found_in(POSTS, page(entry(block("inside")), "<p>something outside, of which nobody knows what it is</p>"))

    assert [one.text for one in found if isinstance(one, Post)] == [
        "inside",
        "something outside, of which nobody knows what it is",
    ]
    assert "% of its words stand outside" in next(one.reason for one in found if isinstance(one, Unread))


def test_a_page_that_says_it_is_empty_holds_no_post():
    """`You have no data in this section`, in some language."""
    assert found_in(POSTS, page("<p>Hier ist nichts vorhanden.</p>")) == []


def test_a_date_that_cannot_be_read_costs_the_date():
    """The words are kept without a time, and counted."""
    [post, unread] = found_in(POSTS, page(entry(block("kept"), when="Smarch 13, 2025 6:12:00 am")))

    assert isinstance(post, Post)
    assert (post.text, post.posted_at) == ("kept", None)
    assert isinstance(unread, Unread)
    assert "the date of one entry" in unread.reason


def test_an_entry_that_is_not_closed_costs_no_other():
    """What follows would be its children."""
    broken = entry(block("two")).replace("</section>", "")
    found = found_in(POSTS, page(entry(block("one")), broken, entry(block("three")), entry(block("four"))))

    assert [one.text for one in found if isinstance(one, Post)] == ["one", "two", "three", "four"]


def test_an_entry_that_is_nested_too_deep_costs_itself():
    """Parsers give up at some depth: the entries around it are read by themselves."""
    trap = entry(block("<div>" * 5000 + "deep"))
    found = found_in(POSTS, page(entry(block("one")), trap, entry(block("three"))))

    assert [one.text for one in found if isinstance(one, Post)] == ["one", "three"]
    assert any(isinstance(one, Unread) and "too deep" in one.reason for one in found)


def test_a_page_that_is_cut_off_is_told():
    """What stands before the cut is read."""
    whole = page(entry(block("one")), entry(block("two")))
    found = found_in(POSTS, whole[: whole.index("two") + 3])

    assert [one.text for one in found if isinstance(one, Post)] == ["one", "two"]
    assert Unread("", "the file is cut off: its end is missing") in found


@pytest.mark.parametrize(
    "content", ["", "   ", '{"a": 1}', "just words", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50]
)
def test_what_is_no_page_is_unreadable(content: str | bytes):
    """A wrong or empty file is named, and nothing is made up."""
    with pytest.raises(Unreadable):
        found_in(POSTS, content)


def test_a_long_page_is_cut_between_entries():
    """Wherever the pieces end, every entry is there once and whole."""
    texts = [f"post {n} x" + "x" * (n % 700) for n in range(2000)]
    posts = posts_in(POSTS, page(*(entry(block(text)) for text in texts)))

    assert [post.text for post in posts] == texts


def test_entries_in_entries_never_make_a_cut():
    """A piece ends where all that it opened is closed, though each entry holds another."""
    rows = "".join(f'<tr><td class="_a6_q">Text</td><td class="_a6_r">{"y" * 900}</td></tr>' for _ in range(2))
    one = label_page(rows).split('role="main">')[1].split("</main>")[0]
    held = Page(Member.of("x", page(one * 300)).opener(), [Mark("_a6-g")])
    pieces = list(held.pieces())

    assert len(pieces) > 2
    assert all(piece.closed for piece in pieces[:-1])
    assert sum(len(piece.holder) for piece in pieces) == 300
    assert len(page(one * 300)) > 3 * PIECE


# --- lone files, both readings, broken ones ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (page(entry(block("lone"))), 1),
        (v3(block("lone")), 1),
        (wall(told(f"{ME} updated her status.", "lone")), 1),
        (f"<html><body>{hcard(ME, 'lone')}</body></html>", 1),
    ],
    ids=["2025", "2019", "2015", "2011"],
)
def test_a_renamed_page_is_known_by_its_content(content: str, count: int):
    """Even as a text file."""
    [post] = read(("export (3).txt", content)).posts

    assert (post.text, post.network) == ("lone", "facebook")


def plain_reading(path: Path) -> list[tuple[str, str]]:
    """Read a page of posts with BeautifulSoup, as simply as its layout can be told: (sentence, words)."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    found = []
    for one in soup.select("._a706 > ._a6-g, ._4t5n > .uiBoxWhite"):
        for line_break in one.find_all("br"):
            line_break.replace_with("\n")
        title = one.select_one("._a6-h, ._2lek")
        last = one.select("._2pin")[-1:] or [None]
        first = last[0].find("div") if last[0] else None
        words = first.get_text() if first and not first.find("div") else ""
        found.append((title.get_text() if title else "", re.sub(r" *\n *", "\n", words).strip()))
    return found


@pytest.mark.parametrize(
    "path",
    [
        f"html-2025/{POSTS}",
        "html-2023/your_activity_across_facebook/posts/your_posts__check_ins__photos_and_videos_1.html",
        "html-2019/posts/your_posts_1.html",
    ],
)
def test_the_streamed_reading_agrees_with_a_plain_one(path: str):
    """The fast way through lxml and a plain one through BeautifulSoup find the same words under the same sentences."""
    content = (SAMPLES / path).read_text(encoding="utf-8")
    owner = {"html-2025": "Beatrix Lowry", "html-2023": "Femke Brandsma", "html-2019": "Gareth Pugh-Ellis"}[
        path.split("/")[0]
    ]
    found = found_in(path.partition("/")[2], content, owner=owner)
    texts = {post.headline: [] for post in found if isinstance(post, Post)}
    for post in found:
        if isinstance(post, Post):
            texts[post.headline].append(post.text)
    expected = [(title, words) for title, words in plain_reading(SAMPLES / path) if words and "@[" not in words]
    expected = [(title, words) for title, words in expected if not re.match(r"(Updated|Bijgewerkt) ", words)]

    assert len(expected) >= 6
    for title, words in expected:
        assert any(words in text for text in texts[title]), title


def test_the_old_wall_agrees_with_a_plain_reading():
    """`html.parser` keeps `<p><div>` together, so it can tell what belongs to what."""
    path = SAMPLES / "html-2015" / "html" / "wall.htm"
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    plain = [
        p.select_one(".comment").get_text()
        for p in soup.select(".contents p")
        if p.select_one(".comment") and "your timeline" not in p.get_text()
    ]
    found = found_in("html/wall.htm", path.read_text(encoding="utf-8"), owner="Dana Kowalczyk")

    assert [post.text for post in found if isinstance(post, Post) and post.text != post.headline] == plain


PAGES = sorted(path for path in SAMPLES.glob("html-*/**/*") if path.suffix in (".html", ".htm"))


def readings() -> Iterator[tuple[str, str, bytes]]:
    dice = random.Random(7)
    for path in PAGES:
        content = path.read_bytes()
        for _ in range(5):
            yield (
                path.relative_to(SAMPLES).parts[0],
                "/".join(path.relative_to(SAMPLES).parts[1:]),
                mangled(content, dice),
            )


def test_no_broken_page_breaks_the_reading():
    """Cut, emptied, doubled, nested, stuffed: a page gives posts and unreads, or is unreadable, and nothing else."""
    tried = 0
    for _, path, content in readings():
        if _first_match(facebook_html.READS, path) or _first_match(facebook_html.MESSAGES, path):
            try:
                found = found_in(path, content, messages=True)
            except Unreadable:
                continue
            assert all(isinstance(one, Post | Unread) for one in found)
            tried += 1
    assert tried > 150
