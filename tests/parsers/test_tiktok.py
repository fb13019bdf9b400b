"""What only TikTok does. What every parser must do is in test_every_export.py."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.parsers import Reading
from audit.posts import Post
from tests.parsers.mangle import spoilt
from tests.parsers.reading import read, texts, unread

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "tiktok"
ME = {"Profile": {"Profile Info": {"ProfileMap": {"userName": "me.example"}}}}


def read_json(content: Any, **more: Any) -> Reading:
    return read({"user_data_tiktok.json": json.dumps(content)}, **more)


# --- JSON: eras, ways to say nothing ---------------------------------------------------------------------------------

COMMENT = {"Date": "2023-04-02 18:22:10", "Comment": "so true"}


@pytest.mark.parametrize(
    "content",
    [
        {"Comment": {"Comments": {"App": 1, "CommentsList": [COMMENT]}}},
        {"Comment": {"CommentsList": [COMMENT]}},
        {"Comment": {"Comments": {"CommentsList": [{"date": "2023-04-02 18:22:10 UTC", "comment": "so true"}]}}},
        {"Comment": {"Comments": {"CommentsList": {"0": COMMENT}}}},
        {"Comment": {"Comments": {"CommentsList": COMMENT}}},
    ],
)
def test_comments_of_every_era(content: Any):
    """Paths and the case of keys changed; a time with and without `UTC` is UTC."""
    [found] = read_json(content).posts

    assert (found.kind, found.text, found.audience) == ("comment", "so true", "public")
    assert found.posted_at == datetime(2023, 4, 2, 18, 22, 10, tzinfo=UTC)


def test_only_the_newest_comments_have_an_address():
    """Either of two keys holds the address of the video; a download address is none."""
    comments = [
        {"comment": "a", "originalPostUrl": "https://www.tiktok.com/@x.y/video/7400000000000000001"},
        {"comment": "b", "originalPostUrl": "", "original post link": "https://www.tiktok.com/@x.y/photo/74000000001"},
        {"comment": "c", "url": "https://example.invalid/p", "photo": "https://example.invalid/p"},
    ]
    found = read_json({"Comment": {"Comments": {"CommentsList": comments}}}).posts

    assert [post.url for post in found] == [
        "https://www.tiktok.com/@x.y/video/7400000000000000001",
        "https://www.tiktok.com/@x.y/photo/74000000001",
        "",
    ]
    assert [(post.reply_to, post.media) for post in found] == [("@x.y", 0), ("@x.y", 0), ("", 1)]


@pytest.mark.parametrize("nothing", [None, [], {}, "", 0])
def test_ways_to_say_nothing(nothing: Any):
    """null, [], {} and "" stand where a list or object would: nothing is there, and nothing is unread."""
    content = {
        "Comment": {"Comments": {"CommentsList": nothing}},
        "Post": {"Posts": {"VideoList": nothing}, "Recently Deleted Posts": {"PostList": nothing}, "Story": nothing},
        "Direct Message": {"Direct Messages": {"ChatHistory": nothing}, "Group Chat": {"GroupChat": nothing}},
        "Location Review": {"Location Reviews": {"ReviewsList": nothing}},
        "TikTok Live": {"Watch Live History": {"WatchLiveMap": nothing}, "Go Live History": {"GoLiveList": nothing}},
    }
    reading = read_json(content)

    assert (reading.posts, unread(reading)) == ([], [])


def test_na_is_no_caption_but_none_may_be_a_comment():
    """`N/A` stands for nothing; a person may well type "none"."""
    content = {
        "Comment": {"Comments": {"CommentsList": [{"comment": "None"}, {"comment": "N/A"}]}},
        "Post": {"Posts": {"VideoList": [{"Date": "2025-11-30 06:50:00", "Link": "x", "Title": "N/A", "Likes": "12"}]}},
    }
    [comment, video] = read_json(content).posts

    assert (comment.text, video.text, video.media, video.reactions) == ("None", "", 1, 12)


@pytest.mark.parametrize(
    "path", [("Post", "Posts"), ("Video", "Videos"), ("Activity", "Video", "Videos"), ("Activity", "Posts")]
)
def test_own_videos_of_every_era(path: tuple[str, ...]):
    """Captions are `Title`; the words of the "add yours" sticker and for those who cannot see it are own words too."""
    video = {"Title": "court, week one", "AddYoursText": "your bag", "AlternateText": "a bag", "WhoCanView": "Friends"}
    content: Any = {"VideoList": [video]}
    for key in reversed(path):
        content = {key: content}
    [found] = read_json(content).posts

    assert (found.kind, found.text, found.audience) == ("caption", "court, week one\n\nyour bag\n\na bag", "friends")


def test_watched_videos_are_not_ones_own():
    """The history of what was watched has a VideoList as well."""
    for path in ("Video Browsing History", "Watch History"):
        reading = read_json({"Activity": {path: {"VideoList": [{"Date": "2023-01-01 00:00:00", "Link": "x"}]}}})

        assert (reading.posts, unread(reading)) == ([], [])


@pytest.mark.parametrize(
    ("shown", "audience"),
    [("Everyone", "public"), ("Friends", "friends"), ("Only me", "private"), ("Nur ich", "private"), ("7", "unknown")],
)
def test_who_can_view(shown: str, audience: str):
    """The word is in the account's language."""
    [found] = read_json({"Post": {"Posts": {"VideoList": [{"Title": "a", "WhoCanView": shown}]}}}).posts

    assert found.audience == audience


def test_a_page_is_built_only_where_its_number_is_visible():
    """`Link` mostly is an address for downloading that has long expired."""
    videos = [
        {"Title": "a", "Link": "https://www.tiktok.com/@me.example/video/7430000000000000001"},
        {"Title": "b", "Link": "https://v16.example.invalid/7430000000000000001?token=1"},
    ]
    first, second, *_ = read_json(ME | {"Post": {"Posts": {"VideoList": videos}}}).posts

    assert (first.url, first.native_id) == (videos[0]["Link"], "7430000000000000001")
    assert (second.url, second.link_url) == ("", "")


def test_deleted_posts_and_stories():
    """Their exact shape is not known: a list, or an object around one."""
    content = {
        "Post": {
            "Recently Deleted Posts": {"App": 1, "PostList": [{"Title": "gone", "DateDeleted": "2026-02-01 10:00:00"}]},
            "Story": {"StoryList": [{"Title": "today"}]},
        }
    }
    assert [(post.text, post.state) for post in read_json(content).posts] == [("gone", "trash"), ("today", "expired")]


def test_live_comments_with_a_placeholder_key():
    """The map has a key "-1"; Questions may be null; a time may only be there as a number."""
    live = {
        "Comments": [{"CommentContent": "hello", "RawTime": 1674417671}],
        "Questions": None,
        "Link": "https://a.b/c",
    }
    question = {"Comments": None, "Questions": [{"QuestionTime": "2023-01-22 20:06:45", "QuestionContent": "why?"}]}
    content = {"Tiktok Live": {"Watch Live History": {"WatchLiveMap": {"-1": live, "7": question, "8": None}}}}
    reading = read_json(content)

    assert [(post.text, post.clock) for post in reading.posts] == [("hello", "utc"), ("why?", "utc")]
    assert unread(reading) == []


def test_a_star_only_review_says_so():
    """Without words the stars are the words."""
    review = {"PlaceName": "Example Lido", "Rating": "4", "ReviewText": "N/A"}
    [found] = read_json({"Location Review": {"Location Reviews": {"ReviewsList": [review]}}}).posts

    assert (found.text, found.place) == ("Rated Example Lido: 4.", "Example Lido")


def test_a_sections_keys_may_stand_under_two_parents_or_have_two_colons():
    """`Off TikTok Activity` occurs twice; a settings key ends in `::`."""
    content = {
        "Ads and data": {"Off TikTok Activity": {"OffTikTokActivityDataList": []}},
        "Your Activity": {"Off TikTok Activity": {"OffTikTokActivityDataList": [{"Source": "a", "Event": "b"}]}},
        "Profile And Settings": {"Settings": {"SettingsMap": {"Who can see::": "x", "Private Account": "Enabled"}}},
    }
    reading = read_json(content)

    assert (reading.posts, unread(reading)) == ([], [])
    assert "private" in reading.remarks[0]


def test_a_list_of_an_unknown_kind_is_told():
    """Section names change without notice: a silent zero would be the worst answer."""
    reading = read_json({"Comment": {"Utterances": {"UtteranceList": [{"said": "secret words"}]}}})

    assert any("of a kind that we do not know" in remark for remark in reading.remarks)
    assert "secret" not in repr(reading.remarks)


def test_the_assistants_answers_are_not_ones_own():
    """The content of a message is an object; what its keys call an answer is left out."""
    messages = [
        {"Date": "2026-01-15 21:00:00 UTC", "Content": {"Question": "storm names", "Answer": "Here are some."}},
        {"Content": {"role": "assistant", "text": "Hello."}},
        {"Content": {"text": "thanks"}},
    ]
    content = {"Direct Message": {"Tako Chat History": {"TakoChatHistoryList": [{"Messages": messages}]}}}

    assert texts(read_json(content)) == ["storm names", "thanks"]


# --- messages --------------------------------------------------------------------------------------------------------

CHATS = {
    "Chat History with friend.one:": [
        {"Date": "2025-12-01 09:00:00", "From": "Me.Example", "Content": "call you later"},
        {"Date": "2025-12-01 09:01:00", "From": "friend.one", "Content": "ok"},
    ],
    "Chat History with two:": [{"Date": "2025-12-01 09:00:00", "From": "me.example", "Content": "hi"}],
}


@pytest.mark.parametrize(
    "content",
    [
        {"Direct Message": {"Direct Messages": {"ChatHistory": CHATS}}},
        {"Direct Messages": {"Chat History": {"ChatHistory": CHATS}}},
    ],
)
def test_messages_received_are_not_ones_own(content: Any):
    """`From` tells, whatever its capitals; only when asked for."""
    assert texts(read_json(ME | content)) == ["call you later", "hi"]
    assert texts(read_json(ME | content, messages=False)) == []
    assert read_json(ME | content).posts[0].reply_to == "friend.one"


def test_without_a_profile_the_owner_is_who_wrote_in_all_chats():
    """Where that is open nothing is taken for the person's own."""
    content = {"Direct Message": {"Direct Messages": {"ChatHistory": CHATS}}}
    one_sided = {"Chat History with x:": [{"From": "y", "Content": "hello"}]}
    reading = read_json({"Direct Message": {"Direct Messages": {"ChatHistory": one_sided}}})

    assert texts(read_json(content)) == ["call you later", "hi"]
    assert texts(reading) == []
    assert "does not say whose" in unread(reading)[0][1]


def test_letters_to_shops_need_a_direction():
    """Where the export does not say who wrote, it is unread rather than taken for the person's."""
    letters = [
        {"direction": "user to shop", "content": "mine"},
        {"direction": "shop", "content": "no"},
        {"content": "?"},
    ]
    reading = read_json({"TikTok Shop": {"Communication With Shops": {"CommunicationHistories": {"Shop": letters}}}})

    assert texts(reading) == ["mine"]
    assert unread(reading) == [(".Shopmessages[1]", "it does not say who wrote it")]


# --- text files ------------------------------------------------------------------------------------------------------

KEEPS = {"TikTok/Your Activity/Watch History.txt": "Date: 2024-05-02 18:00:00 UTC\nLink: https://a.example/1\n\n"}


def comments(text: str, name: str = "TikTok/Comments/Comments.txt") -> list[str]:
    return texts(read(KEEPS | {name: text}))


def test_a_comment_of_several_lines_is_whole():
    """A value runs until the next block: lines, blank lines, lines with colons."""
    written = (
        "Date: 2023-04-02 18:22:10 UTC\nComment: first line\nsecond: line\n\nthird line\n\n"
        "Date: 2023-04-01 07:15:44 UTC\nComment: next\nNote: Link: me\n\n"
    )
    assert comments(written) == ["first line\nsecond: line\n\nthird line", "next\nNote: Link: me"]


def test_other_labels_are_not_part_of_the_comment():
    """Newer files have labels below it, with N/A or an address; two colons may follow a label."""
    written = "Date: 2024-05-02 18:22:10 UTC\nComment:: so true\nPhoto: N/A\nUrl: https://a.example/p\n\n"

    assert comments(written) == ["so true"]


def test_labels_and_names_are_in_the_accounts_language():
    """Dutch and Russian, and what no table knows is told by the labels of its neighbours."""
    dutch = "Datum: 2024-01-01 10:00:00 UTC\nReactie: Hoi\nSticker: N.v.t.\nLink naar origineel bericht: https://c.example/1\n"
    russian = "Дата: 2024-01-01 10:00:00 UTC\nКомментарий: Привет\n"

    assert comments(dutch, "TikTok/Reacties/Reacties.txt") == ["Hoi"]
    assert comments(russian, "TikTok/Комментарии/Комментарии.txt") == ["Привет"]
    assert comments(russian, "TikTok/a/unbekannt.txt") == ["Привет"]


def test_a_list_in_an_unknown_language_is_told():
    """It is unread with a way out, not silently nothing."""
    reading = read(KEEPS | {"TikTok/a/b.txt": "Xyz: 2024-01-01 10:00:00 UTC\nQrs: some words that matter\n"})

    assert "ask TikTok for JSON" in unread(reading)[0][1]


def test_captions_of_text_posts():
    """The caption may have several lines; settings around it are no words."""
    written = (
        "Date: 2024-04-28 16:00:00 UTC\nLink: https://a.example/t1\nLike(s): 55\nWho can view: Only me\n"
        "Allow comments: Yes\nSound: original sound - someone else here now\nTitle: one\ntwo\nAdd yours text: N/A\n\n"
    )
    [found] = read(KEEPS | {"TikTok/Posts/Posts.txt": written}).posts

    assert (found.text, found.audience, found.reactions) == ("one\ntwo", "private", 55)


def test_a_block_may_not_begin_with_its_date():
    """Reviews begin with the place."""
    written = "Place name: Lido\nDate: 2024-02-10 14:00:00 UTC\nRating: 5\nReview text: Cold.\n\n"
    [first, second] = read(KEEPS | {"TikTok/x/Location Reviews.txt": written + written.replace("Cold", "Warm")}).posts

    assert (first.text, first.place, first.clock, second.text) == ("Cold.", "Lido", "utc", "Warm.")


def test_chats_in_text_files():
    """The heading is English in every language; lines without a time go on in the message above."""
    chat = (
        ">>> Chat History with otto::\n\n2024-04-30 19:02:00 UTC otto: busy?\n"
        "2024-04-30 19:03:21 UTC me.example: yes: very\nstill\n\n>>> Chat History with bea::\n\n"
    )
    files = KEEPS | {
        "TikTok/a/Личные сообщения.txt": chat,
        "TikTok/b/Profile Info.txt": "Username: me.example\nBio description: hello\nEmail address: me@mail.example\n",
    }
    reading = read(files)

    assert texts(reading) == ["yes: very\nstill", "hello"]
    assert "mail.example" not in repr(reading)
    assert texts(read(files, messages=False)) == ["hello"]


def test_an_empty_section_says_so_in_words():
    """It is no post and nothing unread."""
    reading = read(KEEPS | {"TikTok/Comments/Comments.txt": "You have no data in this section\n"})

    assert (reading.posts, unread(reading)) == ([], [])


def test_lone_and_renamed_files_are_known_by_what_they_hold():
    """JSON and text, also under other names."""
    assert texts(read({"old.txt": json.dumps({"Comment": {"Comments": {"CommentsList": [COMMENT]}}})})) == ["so true"]
    assert texts(read({"c.txt": "Date: 2023-04-02 18:22:10 UTC\nComment: lone\n"})) == ["lone"]


def test_addresses_of_devices_and_mail_are_never_shown():
    """Logins hold IP addresses, the profile mail and telephone."""
    for sample in SAMPLES.iterdir():
        if sample.is_dir():
            shown = repr(read({p.relative_to(sample).as_posix(): p.read_bytes() for p in sample.rglob("*.*")}).posts)

            assert "192.0.2" not in shown
            assert "mail.example" not in shown


# --- broken and hostile ----------------------------------------------------------------------------------------------


def test_a_bracket_too_many_is_told():
    """It ends the file for every JSON reader: what stands behind it is not passed over in silence."""
    whole = '{"Comment": {"Comments": {"CommentsList": [{"date": "2024-05-01 10:00:00", "comment": "so true"}]}}}'
    reading = read({"user_data.json": whole + ', "Profile": {}}'})

    assert texts(reading) == ["so true"]
    assert unread(reading) == [("", "the file is broken or cut off here")]


def test_a_large_file_is_read_piece_by_piece_by_its_paths():
    """Above the size that is parsed as a whole the same is found, before a break too."""
    watched = {"VideoList": [{"Date": "2023-01-01 00:00:00", "Link": "https://example.invalid/" + "x" * 900}] * 6000}
    content = {
        "Activity": {"Video Browsing History": watched},
        "Comment": {"Comments": {"CommentsList": [COMMENT]}},
    } | ME
    whole = json.dumps(content)
    cut = read({"user_data.json": whole[: whole.index('"Profile"')]})

    assert texts(read({"user_data.json": whole})) == ["so true"]
    assert texts(cut) == ["so true"]
    assert len(unread(cut)) == 1


ODD = (None, 17, -1.5, True, [], {}, [[[[1]]]], {"a": {"b": [None]}}, "", "N/A", "x" * 100_000, "\ud800", "::", 1e300)


def odd(chance: random.Random) -> tuple[Any, ...]:
    deep: Any = "deep"
    for _ in range(60):
        deep = [deep] if chance.random() < 0.5 else {"Date": deep}
    return (*ODD, deep)


def flipped(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return content[: chance.randrange(len(content) + 1)]
    changed = bytearray(content)
    for _ in range(20):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.3:
        changed *= 2
    return bytes(changed)


def test_mangled_files_never_raise():
    """Cut, flipped, emptied, doubled, filled with nonsense: posts and unread places come out, no exception."""
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        whole = {p.relative_to(sample).as_posix(): p.read_bytes() for p in sample.rglob("*") if p.is_file()}
        for seed in range(120):
            chance = random.Random(seed)
            files: dict[str, str | bytes] = {name: flipped(content, chance) for name, content in whole.items()}
            if sample.name.startswith("json") and seed % 3:
                files = {n: json.dumps(spoilt(json.loads(c), chance, odd(chance))) for n, c in whole.items()}
            reading = read(files)

            assert all(isinstance(found, Post) for found in reading.posts)
            assert not [reason for _, reason in unread(reading) if "(" in reason]
