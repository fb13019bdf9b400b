"""What only Instagram and Threads do. What every parser must do is in test_every_export.py."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.parsers import Reading
from audit.parsers._instagram.subtitles import spoken_in
from audit.posts import KINDS, STATES, Post
from tests.parsers.mangle import mangled
from tests.parsers.reading import read as read_files

EXPORTS = Path(__file__).parents[2] / "sample_exports"
SAMPLES = sorted([*(EXPORTS / "instagram").glob("*/"), *(EXPORTS / "threads").glob("*/")])
ACTIVITY = "your_instagram_activity/"
POSTS = f"{ACTIVITY}media/posts_1.json"
COMMENTS = f"{ACTIVITY}comments/post_comments_1.json"
THREADS = f"{ACTIVITY}threads/threads_and_replies.json"
PROFILE = "personal_information/personal_information/personal_information.json"
MIRA = {
    "profile_user": [
        {"string_map_data": {"Username": {"value": "mira.tests"}, "Name": {"value": "Mira Testperson"}}}
    ]
}
NOON = 1716000000  # 2024-05-18 02:40 UTC
WHEN = datetime(2024, 5, 18, 2, 40, tzinfo=UTC)


def meta(value: Any) -> str:
    """Write JSON as Instagram does: every byte of UTF-8 an escape of its own, in keys too."""

    def broken(part: Any) -> Any:
        if isinstance(part, str):
            return part.encode().decode("latin-1")
        if isinstance(part, list):
            return [broken(inner) for inner in part]
        return {broken(key): broken(inner) for key, inner in part.items()} if isinstance(part, dict) else part

    return json.dumps(broken(value))


def read(files: dict[str, Any], *, messages: bool = False) -> Reading:
    """Read an export made of these files; what is no text is written as Instagram writes JSON."""
    return read_files(files, messages=messages, written=meta)


def posts(value: Any, path: str = POSTS, **more: Any) -> list[Post]:
    return read({path: value}, **more).posts


def one(value: Any, path: str = POSTS) -> Post:
    [post] = posts(value, path)
    return post


def medium(title: Any = "", at: int = NOON, name: str = "a.jpg", **more: Any) -> dict[str, Any]:
    return {"uri": f"media/posts/202405/{name}", "creation_timestamp": at, "title": title, **more}


def comment(text: str, owner: str = "", labels: tuple[str, str, str] = ("Comment", "Media Owner", "Time")) -> Any:
    told: dict[str, Any] = {labels[0]: {"value": text}, labels[1]: {"value": owner}, labels[2]: {"timestamp": NOON}}
    return {"media_list_data": [{"uri": ""}], "string_map_data": told}


def page(*entries: str) -> str:
    return (
        '<html><head><title>Posts</title></head><body class="_5vb_"><div class="_a705"><div class="_a706" role="main">'
        f"{''.join(entries)}</div></div></body></html>"
    )


def entry(caption: str, date: str = "May 17, 2024 6:40 pm", body: str = "") -> str:
    heading = f'<div class="_3-95 _2pim _a6-h _a6-i">{caption}</div>' if caption else ""
    return (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">{heading}<div class="_3-95 _a6-p">{body}</div>'
        f'<div class="_3-94 _a6-o">{date}</div></div>'
    )


def tabled(*rows: tuple[str, str]) -> str:
    cells = "".join(
        f'<tr><td class="_2pin _a6_q">{label}</td><td class="_2pin _2piu _a6_r">{value}</td></tr>'
        if label in ("Time", "Tijd")
        else f'<tr><td colspan="2" class="_2pin _a6_q">{label}<div><div>{value}</div></div></td></tr>'
        for label, value in rows
    )
    return (
        '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><div class="_a6-p"><table>'
        f"{cells}</table></div></div>"
    )


PICTURE = (
    '<div><div><a target="_blank" href="media/posts/202405/{0}"><img class="_a6_o _3-96" src="media/posts/202405/{0}">'
    "</a></div></div>"
)


# --- where the files lie --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        POSTS,
        f"{ACTIVITY}content/posts_2.json",
        "content/posts_1.json",
        f"instagram-mira-2025-01-01-a1b2c3d4/{POSTS}",
        f"downloads/part 2/{POSTS}",
        "posts_1.json",
        "something.txt",
        "renamed.json",
    ],
)
def test_every_layout_and_a_renamed_file_are_read(path):
    """Posts are found in `content/` and `media/`, with and without the folder of 2023, in wrappers, and alone."""
    post = one([{"media": [medium("hello")]}], path)

    assert (post.text, post.network, post.posted_at) == ("hello", "instagram", WHEN)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"ig_stories": [medium("hello")]}, "caption"),
        ({"ig_reels_media": [{"media": [medium("hello")]}]}, "caption"),
        ({"comments_reels_comments": [comment("hello", "ola.n")]}, "comment"),
        ([comment("hello", "ola.n")], "comment"),
        (comment("hello", "ola.n"), "comment"),
        ({"media_comments": [["2019-03-02T10:00:00", "hello", "ola"]]}, "comment"),
        ({"photos": [{"caption": "hello", "taken_at": "2019-03-02T10:00:00", "path": "p/a.jpg"}]}, "caption"),
        ({"text_post_app_text_posts": [{"media": [medium("hello")]}]}, "post"),
        ({"profile_user": [{"string_map_data": {"Bio": {"value": "hello"}}}]}, "bio"),
    ],
)
def test_a_lone_file_is_known_by_its_keys(value, kind):
    """A file under any name is recognised by the key that wraps its list, or by its records."""
    post = one(value, "upload.txt")

    assert (post.text, post.kind) == ("hello", kind)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (page(tabled(("Comment", "hello"), ("Media Owner", "ola.n"), ("Time", "May 17, 2024 6:40 pm"))), "comment"),
        (page(entry("hello", body=PICTURE.format("a.jpg"))), "caption"),
    ],
)
def test_a_lone_page_is_known_by_its_form(content, kind):
    """A page under any name is recognised by its entries."""
    post = one(content, "saved.htm")

    assert (post.text, post.kind, post.network) == ("hello", kind, "instagram")


def test_the_insights_file_of_the_same_name_holds_no_posts():
    """`past_instagram_insights/posts.json` has figures and other people's reach: left out, with a reason."""
    path = "logged_information/past_instagram_insights/posts.json"
    reading = read({path: {"organic_insights_posts": [{"string_map_data": {"Words": {"value": "not a post"}}}]}})

    assert not reading.posts
    assert [(line.status, bool(line.reason)) for line in reading.members] == [("left out", True)]


def test_threads_is_a_network_of_its_own():
    """The folder `threads/` of the same export is Threads, with likes, saves and views left out."""
    reading = read(
        {
            POSTS: [{"media": [medium("on instagram")]}],
            THREADS: {"text_post_app_text_posts": [{"media": [medium("on threads", uri="")]}]},
            f"{ACTIVITY}threads/liked_threads.json": {"text_post_app_media_likes": [{"title": "not mine"}]},
        }
    )

    assert [(post.network, post.kind, post.text, post.media) for post in reading.posts] == [
        ("instagram", "caption", "on instagram", 1),
        ("threads", "post", "on threads", 0),
    ]
    assert [line.network for line in reading.members] == ["instagram", "threads", "threads"]


# --- posts ----------------------------------------------------------------------------------------------------------


def test_words_of_the_post_and_of_every_medium_are_one_text():
    """A caption may stand on the post, on each medium or on both: all are kept, each once."""
    record = {"media": [medium("first"), medium("of the second", name="b.jpg")], "title": "first"}
    post = one([record])

    assert (post.text, post.media) == ("first\n\nof the second", 2)


def test_the_time_of_the_first_medium_stands_in():
    """A post with one medium has no time of its own."""
    assert one([{"media": [medium("hello")]}]).posted_at == WHEN
    assert one([{"media": [medium("hello", at=1)], "creation_timestamp": NOON}]).posted_at == WHEN


def test_letters_written_byte_by_byte_are_repaired_once():
    """Captions are UTF-8 written as Latin-1 escapes; a clean file is left alone."""
    assert one([{"media": [medium("Grüße 🙏")]}]).text == "Grüße 🙏"
    assert one(json.dumps([{"media": [medium("Ã¼ and 🙏")]}])).text == "Ã¼ and 🙏"


@pytest.mark.parametrize(
    ("name", "key", "state"),
    [
        ("archived_posts", "ig_archived_post_media", "archived"),
        ("recently_deleted_content", "ig_recently_deleted_media", "trash"),
        ("stories", "ig_stories", "expired"),
        ("reels", "ig_reels_media", "live"),
        ("igtv_videos", "ig_igtv_media", "live"),
        ("other_content", "ig_other_media", "live"),
    ],
)
def test_files_say_what_became_of_a_post(name, key, state):
    """Archived, deleted and passed things are told apart; all are captions."""
    post = one({key: [{"media": [medium("hello")]}]}, f"{ACTIVITY}media/{name}.json")

    assert (post.text, post.state, post.kind) == ("hello", state, "caption")


def test_an_odd_caption_costs_itself_alone():
    """A number for a caption is one place unread; the picture and the next post stay."""
    reading = read({POSTS: [{"media": [medium(7)]}, {"media": [medium("next", name="b.jpg")]}, "words", None]})

    assert [(post.text, post.media) for post in reading.posts] == [("", 1), ("next", 1)]
    assert [unread.source for unread in reading.members[0].unread] == ["[0]", "[2]", "[3]"]


def test_camera_data_and_topics_are_nobodys_words():
    """Exif, interest topics and where it was cross-posted are a machine's."""
    more = {
        "media_metadata": {"photo_metadata": {"exif_data": [{"device_id": "my phone"}]}},
        "interest_topics": [{"topic_name": "Health"}],
        "cross_post_source": {"source_app": "FB"},
    }

    assert one([{"media": [medium("hello", **more)]}]).text == "hello"


def test_words_under_an_unknown_key_are_kept():
    """What may be words is not lost because nobody has described its key."""
    assert one([{"media": [medium("hello")], "new_words": {"typed": "and more"}}]).text == "hello\n\nand more"


def test_the_detailed_file_joins_the_plain_one():
    """`posts.json` has captions under a label in any language; with `posts_1.json` beside it a post is still one."""
    label = {
        "timestamp": NOON,
        "media": [],
        "label_values": [
            {"label": "Légende", "value": "Déjà vendredi"},
            {"label": "URL", "value": "https://www.instagram.com/p/EXAMPLE/"},
            {"label": "Médias", "media": [{"uri": "media/posts/202405/a.jpg", "creation_timestamp": NOON}]},
        ],
        "fbid": "17900000000000001",
    }
    detailed = f"{ACTIVITY}media/posts.json"
    [alone] = posts([label], detailed)
    [joined] = read({detailed: [label], POSTS: [{"media": [medium("Déjà vendredi")]}]}).posts

    assert (alone.text, alone.posted_at, alone.media) == ("Déjà vendredi", WHEN, 1)
    assert (joined.text, joined.url, len(joined.also_in)) == (alone.text, "https://www.instagram.com/p/EXAMPLE/", 1)


def test_accounts_that_a_text_mentions_are_people():
    """An account is mentioned by its name; an e-mail address is none."""
    post = one([{"media": [medium("with @ola.n. and @kari_k, or write to me@example.org")]}])

    assert post.people == ("ola.n", "kari_k")


# --- comments -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "labels",
    [
        ("Comment", "Media Owner", "Time"),
        ("Opmerking", "Media-eigenaar", "Tijd"),
        ("Commentaire", "Propriétaire du contenu", "Heure"),
        ("コメント", "メディアの所有者", "時間"),
        ("X", "Y", "Z"),
    ],
)
def test_labels_of_comments_are_in_any_language(labels):
    """The value that looks like an account is whose post it was; the one with a time is the time."""
    post = one([comment("Bedankt vóór gisteren", "ola.n", labels)], COMMENTS)

    assert (post.text, post.reply_to, post.posted_at, post.kind) == ("Bedankt vóór gisteren", "ola.n", WHEN, "comment")


@pytest.mark.parametrize("text", ["thanks", "10/10", "2!", "❤️", "True", "https://example.org/a", "May 18, 2024"])
def test_short_comments_are_kept(text):
    """A word that looks like an account, a number, a sign: a comment is whatever was typed."""
    post = one([comment(text, "ola.n")], COMMENTS)

    assert (post.text, post.reply_to) == (text, "ola.n")


def test_a_comment_under_ones_own_post_has_no_owner():
    """Without an owner the one value is the comment."""
    record = {"string_map_data": {"Comment": {"value": "thanks"}, "Time": {"timestamp": NOON}}}

    assert (one([record], COMMENTS).text, one([record], COMMENTS).reply_to) == ("thanks", "")


def test_the_fourth_shape_says_if_a_comment_was_deleted():
    """`Comment creation time`, `Media owner`, `Deletion status` stand beside the comment."""
    told = {
        "Comment": {"value": "never mind"},
        "Comment creation time": {"timestamp": NOON},
        "Media owner": {"value": "ola.n"},
        "Deletion status": {"value": "Deleted"},
    }
    post = one([{"string_map_data": told}], COMMENTS)

    assert (post.text, post.reply_to, post.posted_at, post.state) == ("never mind", "ola.n", WHEN, "deleted")


def test_comments_of_2021_have_the_account_as_title():
    """`string_list_data` holds the words; the title is whose post it was."""
    record = {"title": "ola.n", "string_list_data": [{"href": "", "value": "well done", "timestamp": NOON}]}
    post = one({"comments_media_comments": [record]}, "comments/post_comments.json")

    assert (post.text, post.reply_to, post.posted_at) == ("well done", "ola.n", WHEN)


def test_the_oldest_export_is_rows_and_plain_keys():
    """Until 2020: `media.json` with captions by kind, comments as rows, what was sent in chats left alone."""
    photo = {"caption": "words", "taken_at": "2019-03-02T10:00:00", "location": "Example Town", "path": "p/a.jpg"}
    media = {
        "photos": [photo],
        "stories": [{"caption": "story", "taken_at": "2019-03-03T10:00:00+00:00", "path": "stories/b.jpg"}],
        "direct": [{"caption": "private", "taken_at": "2019-03-04T10:00:00", "path": "direct/c.jpg"}],
    }
    rows = {"media_comments": [["2019-03-02T10:00:00", "typed", "ola"], ["2019-03-02T10:00:00"], 4]}
    profile = {"username": "mira.tests", "name": "Mira", "biography": "Nurse", "email": "m@example.org"}
    reading = read({"media.json": media, "comments.json": rows, "profile.json": profile})

    assert [(post.kind, post.text, post.place, post.state, post.account) for post in reading.posts] == [
        ("caption", "words", "Example Town", "live", "mira.tests"),
        ("caption", "story", "", "expired", "mira.tests"),
        ("comment", "typed", "", "live", "mira.tests"),
        ("bio", "Nurse", "", "live", "mira.tests"),
    ]
    assert reading.posts[0].posted_at == datetime(2019, 3, 2, 10, tzinfo=UTC)
    assert reading.members[1].unread_count == 2


def test_answers_to_stickers_are_the_persons():
    """A question's answer names the account that asked; likes of stories are left out."""
    answer = {"title": "ola.n", "string_list_data": [{"value": "the night shift", "timestamp": NOON}]}
    path = f"{ACTIVITY}story_interactions/questions.json"
    post = one({"story_activities_questions": [answer]}, path)

    assert (post.kind, post.text, post.reply_to) == ("answer", "the night shift", "ola.n")
    assert not posts({"story_activities_story_likes": [answer]}, f"{ACTIVITY}story_interactions/story_likes.json")


def test_reposts_are_other_peoples_words():
    """Passed on unchanged: kept apart."""
    repost = {"title": "ola.n", "string_list_data": [{"href": "https://www.instagram.com/p/X/", "timestamp": NOON}]}
    post = one({"profile_media_reposts": [repost]}, f"{ACTIVITY}media/reposts.json")

    assert (post.kind, post.own_words, post.reply_to) == ("repost", False, "ola.n")


# --- threads --------------------------------------------------------------------------------------------------------


def test_a_reply_on_threads_says_so():
    """`is_reply` tells replies since 2025; who may answer is not who may read."""
    told = {"reply_control": "accounts_you_follow", "geo_gated_country_list": "", "is_reply": True}
    post = one({"text_post_app_text_posts": [{"media": [medium("same here", uri="", text_app_post=told)]}]}, THREADS)

    assert (post.kind, post.audience, post.text) == ("reply", "unknown", "same here")


def test_words_that_threads_keeps_beside_a_post_are_kept():
    """Who may answer is a machine's word; anything longer may be an attached text."""
    told = {"reply_control": "everyone", "long_text": "and then she told me", "kind": "text"}
    post = one({"text_post_app_text_posts": [{"media": [medium("a story:", uri="", text_app_post=told)]}]}, THREADS)

    assert post.text == "a story:\n\nand then she told me"


# --- subtitles ------------------------------------------------------------------------------------------------------


def test_subtitles_are_what_was_said_with_the_time_of_the_video():
    """A video names its `.srt`; numbers, times and repeated lines are no words."""
    first = "1\r\n00:00:00,000 --> 00:00:02,000\r\nshe came\r\nin late\r\n\r\n"
    said = f"{first}2\r\n00:00:02,000 --> 00:00:03,000\r\nin late\r\n"
    told = {"video_metadata": {"subtitles": {"uri": "media/posts/202405/spoken.srt"}}}
    video = {"media": [medium("watch", name="v.mp4", media_metadata=told)]}
    reading = read({POSTS: [video], "media/posts/202405/spoken.srt": said})
    spoken = next(post for post in reading.posts if post.headline)

    assert (spoken.text, spoken.kind, spoken.posted_at) == ("she came\nin late", "caption", WHEN)
    assert len(reading.posts) == 2


def test_subtitles_without_their_video_are_kept_without_a_time():
    """The posts may lie in another part of the export."""
    [post] = read({"media/reels/202405/x.srt": "1\n00:00:01,000 --> 00:00:02,000\n<i>42</i>\n"}).posts

    assert (post.text, post.posted_at) == ("42", None)


def test_a_text_without_times_is_no_subtitles():
    """Nothing is taken for said."""
    assert spoken_in("hello\n\nworld") == ""


# --- profile and messages -------------------------------------------------------------------------------------------


def test_only_the_bio_of_the_profile_is_words():
    """Name, mail address and number never become posts."""
    told = {
        "Gebruikersnaam": {"value": "mira.tests"},
        "Naam": {"value": "Mira van der Test"},
        "Biografie": {"value": "Verpleegkundige"},
        "E-mailadres": {"value": "mira@example.org"},
        "Telefoonnummer": {"value": "+31600000000"},
    }
    post = one({"profile_user": [{"string_map_data": told}]}, PROFILE)

    assert (post.kind, post.text, post.account) == ("bio", "Verpleegkundige", "mira.tests")


def test_a_bio_of_today_is_not_also_an_earlier_version():
    """Changes hold the bio before and after; the one after is mostly the one of today."""
    changes = "personal_information/personal_information/profile_changes.json"
    change = {
        "Changed": {"value": "Profile Bio Text"},
        "Previous Value": {"value": "Ward nurse"},
        "New Value": {"value": "Nurse by the sea"},
        "Change Date": {"timestamp": NOON},
    }
    mail = {"Changed": {"value": "Email"}, "Previous Value": {"value": "a@b.org"}, "New Value": {"value": "c@b.org"}}
    reading = read(
        {
            PROFILE: {"profile_user": [{"string_map_data": {"Bio": {"value": "Nurse by the sea"}}}]},
            changes: {"profile_profile_change": [{"string_map_data": change}, {"string_map_data": mail}]},
        }
    )

    assert [(post.text, post.state, post.posted_at) for post in reading.posts] == [
        ("Nurse by the sea", "live", WHEN),
        ("Ward nurse", "earlier version", None),
    ]


@pytest.mark.parametrize("sender", ["Mira Testperson", "mira.tests"])
def test_own_messages_are_told_by_name_or_account(sender):
    """Chats show the name, or the account where there is no name; other people's messages are never read."""
    thread = {
        "participants": [{"name": sender}, {"name": "Ola"}],
        "messages": [
            {"sender_name": sender, "timestamp_ms": NOON * 1000, "content": "mine"},
            {"sender_name": "Ola", "timestamp_ms": NOON * 1000, "content": "not mine"},
        ],
        "title": "Ola",
    }
    files = {f"{ACTIVITY}messages/inbox/ola_1/message_1.json": thread, PROFILE: MIRA}

    assert [(post.text, post.posted_at) for post in read(files, messages=True).posts] == [("mine", WHEN)]
    assert not read(files).posts


def test_a_private_account_is_told_once_and_no_audience_is_guessed():
    """The export knows only whether the account is private today."""
    told = {"Username": {"value": "mira.tests"}, "Private Account": {"value": "True"}}
    reading = read({PROFILE: {"profile_user": [{"string_map_data": told}]}, POSTS: [{"media": [medium("hello")]}]})

    assert [post.audience for post in reading.posts] == ["unknown"]
    assert len(reading.remarks) == 1


def test_figures_on_notes_are_no_notes():
    """A note is words; a count of notes is not."""
    path = "personal_information/personal_information/note_interactions.json"
    notes = [{"string_map_data": {"Note": {"value": value}}} for value in ("12", "on nights again")]

    assert [post.text for post in posts({"profile_notes": notes}, path)] == ["on nights again"]


# --- pages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "hour", "day"),
    [("May 17, 2024 6:40 pm", 2, 18), ("Jan 17, 2024 6:40 pm", 2, 18), ("Jul 01, 2024 12:05 am", 8, 1)],
)
def test_the_clock_of_pages_is_eight_hours_behind_all_year(shown, hour, day):
    """Fixed UTC−08:00, in summer too, whatever the account's zone."""
    post = one(page(entry("hello", shown)), f"{ACTIVITY}media/posts_1.html")

    assert (post.posted_at.hour, post.posted_at.day, post.clock) == (hour, day, "utc")


def test_a_caption_on_a_page_is_its_heading_with_its_line_breaks():
    """The heading is the person's; tables of camera data are not; entities are unescaped."""
    camera = (
        '<table><tr><td colspan="2" class="_2pin _a6_q"><div class="_a6-q">Latitude</div><div><div class="_a6-q">1.25'
        "</div></div></td></tr></table>"
    )
    body = PICTURE.format("a.jpg") + PICTURE.format("b.jpg") + camera
    post = one(page(entry("Tea &amp; rain<br />and &#064;ola.n", body=body)), f"{ACTIVITY}media/posts_1.html")

    assert (post.text, post.media, post.people) == ("Tea & rain\nand @ola.n", 2, ("ola.n",))


def test_a_post_in_json_and_on_a_page_is_one():
    """The page shows the minute, JSON the second."""
    both = {
        POSTS: [{"media": [medium("hello there", at=NOON + 31)]}],
        f"{ACTIVITY}media/posts_1.html": page(entry("hello there", body=PICTURE.format("a.jpg"))),
    }
    [post] = read(both).posts

    assert (post.posted_at, len(post.also_in)) == (WHEN.replace(second=31), 1)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
@pytest.mark.parametrize("labels", [("Comment", "Media Owner", "Time"), ("Opmerking", "Media-eigenaar", "Tijd")])
def test_rows_of_a_comment_have_any_order(order, labels):
    """A page's table is read by its labels; the time is a row of it."""
    values = ("well<br />done", "ola.n", "May 17, 2024 6:40 pm")
    rows = [(labels[n], values[n]) for n in order]
    post = one(page(tabled(*rows)), f"{ACTIVITY}comments/post_comments_1.html")

    assert (post.text, post.reply_to, post.posted_at) == ("well\ndone", "ola.n", WHEN)


def test_rows_without_known_labels_keep_every_word():
    """Two values that might both be an account: both are looked at."""
    content = page(tabled(("X", "thanks"), ("Y", "hanna"), ("Time", "May 17, 2024 6:40 pm")))

    assert one(content, f"{ACTIVITY}comments/post_comments_1.html").text == "thanks\n\nhanna"


def test_the_detailed_page_has_caption_and_address_in_a_table():
    """Labels are in the account's language: words are the person's, an address of Instagram's is the post's."""
    link = '<a href="https://www.instagram.com/p/X/">https://www.instagram.com/p/X/</a>'
    body = (
        '<table><tr><td class="_a6_q">Légende</td><td class="_2piu _a6_r">des mots à moi</td></tr>'
        f'<tr><td colspan="2" class="_a6_q">URL<div>{link}</div></td></tr></table>'
    )
    post = one(page(entry("", body=body)), f"{ACTIVITY}media/posts.html")

    assert (post.text, post.url, post.link_url) == ("des mots à moi", "https://www.instagram.com/p/X/", "")


def test_captions_below_single_pictures_are_kept():
    """A caption may stand under each picture as well as above all."""
    captions = PICTURE.format("a.jpg") + '<div class="_3-95">of the first</div>' + PICTURE.format("b.jpg")
    post = one(page(entry("above", body=f"<div>{captions}</div>")), f"{ACTIVITY}media/posts_1.html")

    assert (post.text, post.media) == ("above\n\nof the first", 2)


@pytest.mark.parametrize("tag", ["section", "article"])
def test_tags_of_pages_change_and_classes_stay(tag):
    """Since 2025 entries are sections with a footer."""
    content = page(entry("hello")).replace("<div class=\"pam", f"<{tag} class=\"pam").replace(
        '6:40 pm</div></div>', f"6:40 pm</div></{tag}>"
    )

    assert one(content, f"{ACTIVITY}media/posts_1.html").text == "hello"


def test_who_may_answer_is_no_word_of_the_person():
    """The row `Who can reply and quote?` of Threads."""
    body = (
        '<table><tr><td class="_2pin _a6_q">Who can reply and quote?</td>'
        '<td class="_2pin _2piu _a6_r">everyone</td></tr></table>'
    )
    post = one(page(entry("hello", body=body)), f"{ACTIVITY}threads/threads_and_replies.html")

    assert (post.text, post.network, post.kind, post.posted_at) == ("hello", "threads", "post", WHEN)


def test_a_date_that_cannot_be_read_costs_the_date():
    """The post stays, and the account of reading says so."""
    reading = read({f"{ACTIVITY}media/posts_1.html": page(entry("hello", "at some time"))})

    assert [(post.text, post.posted_at) for post in reading.posts] == [("hello", None)]
    assert reading.members[0].unread_count == 1


# --- broken things --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_mangled_files_end_in_posts_and_places(folder):
    """Whatever is done to a file, reading ends without an exception, and no reason quotes it."""
    chance = random.Random(5)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    words = [name for name in files if name.endswith((".json", ".html", ".srt"))]
    for _ in range(300):
        name = chance.choice(words)
        reading = read({**{PROFILE: MIRA}, name: mangled(files[name], chance)}, messages=True)
        assert all(post.kind in KINDS and post.state in STATES and isinstance(post.text, str) for post in reading.posts)
        reasons = [unread.reason for line in reading.members for unread in line.unread]
        assert not [reason for reason in reasons if "Error" in reason]
