"""What only Reddit does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.posts import Post
from tests.parsers.mangle import mangled
from tests.parsers.reading import read, texts, unread

SAMPLE = Path(__file__).parents[2] / "sample_exports" / "reddit" / "2024"
POSTS = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
COMMENTS = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
MESSAGES = "id,permalink,thread_id,date,ip,from,to,subject,body\n"
CHATS = (
    "message_id,created_at,updated_at,username,message,thread_parent_message_id,channel_url,subreddit,channel_name,"
    "conversation_type\n"
)
STATISTICS = "statistic,value\naccount name,wren_at_work\nemail address,wren@mail.example\n"
THREAD = "https://www.reddit.com/r/examplenurses/comments/17zzzzz/night_shift/"


def comment(body: str, number: str = "k1ab2c3", date: str = "2023-11-20 04:12:09 UTC") -> str:
    return f"{number},{THREAD}{number}/,{date},192.0.2.7,examplenurses,0,{THREAD},,{body},\n"


def post(title: str, body: str = "", url: str = "", number: str = "17abc") -> str:
    link = f"https://www.reddit.com/r/examplelaw/comments/{number}/fees/"
    return f"{number},{link},2019-02-01 10:00:00 UTC,192.0.2.7,examplelaw,0,{title},{url},{body}\n"


# --- posts and comments ----------------------------------------------------------------------------------------------


def test_a_comment_of_several_lines_with_quotes_is_whole():
    """The body is Markdown as typed: line breaks, doubled quotes and commas are part of it."""
    body = '"Same here.\n\nWe had someone ""famous"" on the ward, can\'t say more."'
    [found] = read({"comments.csv": COMMENTS + comment(body)}).posts

    assert found.text == 'Same here.\n\nWe had someone "famous" on the ward, can\'t say more.'
    assert found.posted_at == datetime(2023, 11, 20, 4, 12, 9, tzinfo=UTC)
    assert (found.kind, found.audience, found.container) == ("comment", "public", "r/examplenurses")
    assert (found.url, found.reply_to) == (f"{THREAD}k1ab2c3/", THREAD)


def test_ids_that_look_like_numbers_stay_as_they_are():
    """Base 36: `1e5` and `007` are ids."""
    rows = comment("one", "1e5") + comment("two", "007")

    assert [found.native_id for found in read({"comments.csv": COMMENTS + rows}).posts] == ["1e5", "007"]


@pytest.mark.parametrize("word", ["[removed]", "[deleted]", "[ Removed by Reddit ]"])
def test_what_is_gone_is_no_post(word: str):
    """Only the word for removed content is left: that is not the person's. Words that hold it are."""
    rows = comment(word) + comment(f"He wrote {word} and left", "k2")

    assert texts(read({"comments.csv": COMMENTS + rows})) == [f"He wrote {word} and left"]


def test_a_post_is_its_title_and_its_body():
    """Both are own words. A removed body leaves the title, a removed title the body."""
    rows = (
        post("Fees", "Who pays?")
        + post("Costs", "[removed]", number="2b")
        + post("[deleted by user]", "Me", number="3c")
    )

    assert texts(read({"posts.csv": POSTS + rows})) == ["Fees\n\nWho pays?", "Costs", "Me"]


@pytest.mark.parametrize(
    ("url", "kind", "link", "media"),
    [
        ("https://news.example/ruling", "share", "https://news.example/ruling", 0),
        ("https://www.reddit.com/r/examplelaw/comments/17abc/fees/", "post", "", 0),
        ("/r/examplelaw/comments/17abc/fees/", "post", "", 0),
        ("https://i.redd.it/ab12.jpg", "post", "", 1),
        ("https://www.reddit.com/gallery/17abc", "post", "", 1),
        ("javascript:alert(1)", "post", "", 0),
    ],
)
def test_the_url_of_a_post_tells_what_it_is(url: str, kind: str, link: str, media: int):
    """A link, its own address again, or the picture that was put up with it."""
    [found] = read({"posts.csv": POSTS + post("Fees", url=url)}).posts

    assert (found.kind, found.link_url, found.media) == (kind, link, media)


def test_large_files_come_in_parts():
    """`comments_1.csv` is comments.csv, also where another network has files of that name; a second download too."""
    files = {
        "comments_1.csv": COMMENTS + comment("one", "k1"),
        "comments_2.csv": COMMENTS + comment("two", "k2"),
        "posts_1.csv": POSTS + post("three"),
        "posts (1).csv": POSTS + post("four", number="4d"),
        "checkfile.csv": "filename,sha256\n",
        "post_votes_1.csv": "id,permalink,direction\n",
    }
    reading = read({f"wrapper/{name}": content for name, content in files.items()})

    assert sorted(texts(reading)) == ["four", "one", "three", "two"]
    assert {found.network for found in reading.posts} == {"reddit"}


def test_columns_are_found_by_name():
    """Another order, other capitals, a byte order mark, more or fewer columns, blank rows: nothing is lost."""
    table = (
        "\ufeffBODY,new column,Subreddit,permalink,parent,Date\n"
        + ",,,,,\n"
        + "Hello,x,examplelaw,/r/a/comments/1/b/2/,,1550000000\n"
    )
    [found] = read({"comments.csv": table}).posts

    assert (found.text, found.url) == ("Hello", "https://www.reddit.com/r/a/comments/1/b/2/")
    assert found.posted_at == datetime(2019, 2, 12, 19, 33, 20, tzinfo=UTC)


def test_words_without_a_time_are_kept():
    """A date that cannot be read costs the date."""
    [found] = read({"comments.csv": COMMENTS + comment("still here", date="#######")}).posts

    assert (found.text, found.clock) == ("still here", "none")


def test_a_row_that_ends_early_costs_that_row():
    """A row without its words is told by its place; the next one is read."""
    reading = read({"comments.csv": COMMENTS + f"k0,{THREAD}\n" + comment("next", "k9")})

    assert texts(reading) == ["next"]
    assert unread(reading) == [("[1]", "it ends before its words begin")]


def test_a_file_without_its_header():
    """The columns are known by their order."""
    assert texts(read({"checkfile.csv": "filename,sha256\n", "comments.csv": comment("bare")})) == ["bare"]


def test_a_lone_renamed_file_is_known_by_its_columns():
    """`posts.csv` is also the name of other networks' files: the header decides."""
    assert texts(read({"old stuff.txt": COMMENTS + comment("renamed")})) == ["renamed"]
    assert texts(read({"posts.csv": POSTS + post("alone")})) == ["alone"]


def test_addresses_of_devices_and_mail_are_never_shown():
    """The columns ip and e-mail address stay out of every post."""
    shown = repr(
        read({"comments.csv": COMMENTS + comment("x"), "posts.csv": POSTS + post("y"), "statistics.csv": STATISTICS})
    )

    assert "192.0.2.7" not in shown
    assert "mail.example" not in shown


def test_a_page_of_ones_own_is_no_community():
    """`u_name` is the person's profile page."""
    [found] = read({"posts.csv": POSTS + post("Hi").replace(",examplelaw,", ",u_wren_at_work,")}).posts

    assert found.container == "u/wren_at_work"


# --- never published -------------------------------------------------------------------------------------------------


def test_drafts_are_private_and_their_trees_become_words():
    """The editor with buttons keeps a tree in JSON; a broken tree is shown as it is."""
    par = '{""e"":""par"",""c"":[%s]}'
    words = '{""e"":""text"",""t"":""Two ""},{""e"":""link"",""t"":""words""}'
    tree = '"{""document"":[' + (par % words) + "," + (par % '{""e"":""text"",""t"":""end""}') + ']}"'
    head = "id,title,body,kind,created,spoiler,nsfw,subreddit,is_public_link\n"
    reading = read(
        {"drafts.csv": f"{head}d1,T,{tree},richtext,2024-01-01 00:00:00 UTC,,,a,\nd2,,{{oops,markdown,,,,a,\n"}
    )

    assert texts(reading) == ["T\n\nTwo words\n\nend", "{oops"]
    assert {(found.state, found.audience) for found in reading.posts} == {("draft", "private")}


def test_only_own_feeds_and_notes_with_words():
    """Other people's custom feeds, and friends without a note, hold no words of the person."""
    feeds = (
        "id,display_name,date,description,privacy,subreddits,image_url,is_owner\n"
        "m1,Calm,,Deep breaths,public,a,,True\nm2,Theirs,,No,public,a,,False\n"
    )
    reading = read({"multireddits.csv": feeds, "friends.csv": "username,note\nbea,sister of the boy\ngus,\n"})

    assert texts(reading) == ["Calm\n\nDeep breaths", "sister of the boy"]
    assert [found.audience for found in reading.posts] == ["public", "private"]
    assert reading.posts[1].people == ("bea",)


# --- messages --------------------------------------------------------------------------------------------------------

LETTERS = (
    "m1,,t1,2022-06-15 14:30:00 UTC,,Wren_At_Work,finch,Hello,Is she all right?\n"
    "m2,,t1,2022-06-15 14:31:00 UTC,,finch,wren_at_work,re: Hello,Yes\n"
    "m3,,t2,2022-06-15 14:32:00 UTC,,owl,u/wren_at_work,The boy,What of him?\n"
    "m4,,t2,2022-06-15 14:33:00 UTC,,wren_at_work,owl,re: The boy,Nothing\n"
)


def test_messages_received_are_not_ones_own():
    """Rows of both directions stand in the file. The subject of an answer is the other's."""
    reading = read({"statistics.csv": STATISTICS, "messages.csv": MESSAGES + LETTERS})

    assert texts(reading) == ["Hello\n\nIs she all right?", "Nothing"]
    assert {(found.kind, found.audience) for found in reading.posts} == {("message", "private")}


def test_the_owner_is_who_stands_in_every_thread():
    """Without statistics.csv; where that leaves it open, nothing is taken for the person's own."""
    several = read({"messages_archive.csv": MESSAGES + LETTERS})
    one = read({"messages_archive.csv": MESSAGES + LETTERS.partition("m3")[0]})

    assert texts(several) == ["Hello\n\nIs she all right?", "Nothing"]
    assert texts(one) == []
    assert any("does not say whose" in reason for _, reason in unread(one))


def test_chats_by_name_of_the_writer():
    """Only rows under the person's own name, whatever its capitals."""
    rows = (
        "c1,2024-01-05 21:00:00 UTC,,gus,how was it,,url,,gus,direct\n"
        "c2,2024-01-05 21:04:00 UTC,,WREN_at_work,Long,,url,,Team,group\n"
    )
    [found] = read({"statistics.csv": STATISTICS, "chat_history.csv": CHATS + rows}).posts

    assert (found.text, found.audience, found.container) == ("Long", "group", "Team")


def test_messages_only_when_asked_for():
    """Without the person's word neither letters nor chats are read."""
    assert texts(read({"statistics.csv": STATISTICS, "messages.csv": MESSAGES + LETTERS}, messages=False)) == []


def test_lists_without_words_are_told():
    """Where only comment_headers.csv came, the report says that the words are missing."""
    reading = read({"comment_headers.csv": "id,permalink,date,ip,subreddit,gildings,link,parent\n"})

    assert any("comments.csv is not in this archive" in remark for remark in reading.remarks)


# --- broken and hostile ----------------------------------------------------------------------------------------------

def test_mangled_files_never_raise():
    """Cut, flipped, emptied, doubled, filled with nonsense: posts and unread places come out, no exception."""
    whole = {path.name: path.read_bytes() for path in SAMPLE.iterdir()}
    for seed in range(40):
        chance = random.Random(seed)
        reading = read({name: mangled(whole[name], chance) for name in sorted(whole)})

        assert all(isinstance(found, Post) for found in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason]
