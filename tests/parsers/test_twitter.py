"""What only X does. What every parser must do is in test_every_export.py."""

import json
import random
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import Archive, Member, Unreadable
from audit.merge import merged
from audit.parsers import Account, Export, Reading, read_exports, twitter
from audit.posts import Post, Unread
from tests.parsers.mangle import mangled

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "twitter"
OWN = Account(native_id="5", handle="me")
BEGINNING_OF_IDS = 1288834974657


def id_at(moment: str, *, low: int = 1, ms: int = 0) -> str:
    """Return an id as X makes it: milliseconds since its own beginning, then 22 bits."""
    since_1970 = int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp() * 1000)
    return str((since_1970 + ms - BEGINNING_OF_IDS) << 22 | low)


def ytd(name: str, *records: Any, wrap: str = "") -> str:
    """Return a file of the full account archive."""
    rows = [{wrap: record} if wrap else record for record in records]
    return f"window.YTD.{name}.part0 = {json.dumps(rows)}"


def tweets(*records: Any) -> str:
    return ytd("tweets", *records, wrap="tweet")


def read_all(files: dict[str, str], *, messages: bool = False, account: Account = OWN) -> list[Post | Unread]:
    """Read the files of one export by the parser's own patterns, and finish."""
    export = Export("twitter", account=account, messages=messages)
    export.members = {path: Member.of(path, content) for path, content in files.items()}
    found = [one for path in files for one in read_one(export, path)]
    posts = twitter.finish([one for one in found if isinstance(one, Post)], [account])
    return [*posts, *(one for one in found if isinstance(one, Unread))]


def read_one(export: Export, path: str) -> Iterator[Post | Unread]:
    tables = (twitter.READS, twitter.MESSAGES) if export.messages else (twitter.READS,)
    readers = [reader for table in tables for pattern, reader in table.items() if re.fullmatch(pattern, path)]
    for reader in readers[:1]:
        for one in reader(export.members[path], export):
            if isinstance(one, Post):
                one.source = f"{path}{one.source}"
            yield one


def read(content: str, path: str = "data/tweets.js", **settings: Any) -> list[Any]:
    return list(read_all({path: content}, **settings))


def read_archive(**files: str) -> Reading:
    members = [Member.of(name.replace("__", "/"), content) for name, content in files.items()]
    return read_exports([Archive("export.zip", members)])


# --- containers ------------------------------------------------------------------------------------------------------


def test_oldest_archives_have_no_wrapper() -> None:
    """Until January 2020 a tweet stands alone, at the export's root, not under a "tweet" key."""
    bare = 'window.YTD.tweet.part0 = [ {"id_str": "7", "full_text": "tea &amp; rain"} ]'

    [post] = read(bare, "tweet.js")

    assert (post.native_id, post.text) == ("7", "tea & rain")


@pytest.mark.parametrize(
    "path", ["tweet.js", "tweet-part1.js", "data/tweet.js", "data/tweets.js", "data/tweets-part17.js", "tweets.js"]
)
def test_tweets_have_six_places(path: str) -> None:
    """The file changed its name twice and its folder once, and comes in parts."""
    [post] = read(tweets({"id_str": "7", "full_text": "rain"}), path)

    assert post.text == "rain"


@pytest.mark.parametrize("dressing", ["\ufeff{}", "{};", "\n\n{}\n", "{}\n;\n"])
def test_files_saved_anew_are_read(dressing: str) -> None:
    """Editors add marks, semicolons and blank lines."""
    [post] = read(dressing.format(tweets({"id_str": "7", "full_text": "rain"})))

    assert post.text == "rain"


def test_utf_16_is_read() -> None:
    """An editor may have saved the file as UTF-16."""
    content = tweets({"id_str": "7", "full_text": "Gr\u00fc\u00dfe"}).encode("utf-16")
    export = Export("twitter", members={"data/tweets.js": Member.of("data/tweets.js", content)})

    [post] = read_one(export, "data/tweets.js")

    assert isinstance(post, Post) and post.text == "Gr\u00fc\u00dfe"


def test_a_list_without_assignment_is_read() -> None:
    """People cut off what stands before the list; an = in a tweet is then not the assignment."""
    [post] = read('[{"tweet": {"id_str": "7", "full_text": "1 + 1 = 2"}}]')

    assert post.text == "1 + 1 = 2"


def test_messages_under_the_name_of_tweets_are_no_posts() -> None:
    """What a file assigns to tells what it holds: messages are read only when asked for, whatever their file's name."""
    message = {"messageCreate": {"senderId": "5", "text": "the file on your aunt"}}
    content = ytd("direct_messages", {"conversationId": "5-6", "messages": [message]}, wrap="dmConversation")

    [unread] = read(content)
    [post] = read(content, messages=True)

    assert unread == Unread("", "it does not hold what its name says")
    assert post.kind == "message"


def test_a_renamed_file_keeps_its_kind() -> None:
    """Long texts under the name of tweets are read as what they are."""
    content = ytd("note_tweet", {"noteTweetId": "8", "core": {"text": "long"}}, wrap="noteTweet")

    [post] = read(content)

    assert post.native_id == "note-8"


def test_other_peoples_words_under_the_name_of_tweets_are_no_posts() -> None:
    """Likes are others' words, whatever their file is called."""
    [unread] = read(ytd("like", {"tweetId": "7", "fullText": "mine alone"}, wrap="like"))

    assert isinstance(unread, Unread)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (tweets({"id_str": "7", "full_text": "rain"}), "post"),
        ('[ {\n "tweet" : {"id_str": "7", "full_text": "rain"}}]', "post"),
        ('[{"id_str": "7", "full_text": "rain"}]', "post"),
        ('Grailbird.data.tweets_2013_01 = \n [ {"id_str": "7", "text": "rain"} ]', "post"),
        ('"tweet_id","in_reply_to_status_id","timestamp","text"\n"7","","2012-01-01 10:00:00 +0000","rain"\n', "post"),
        (ytd("saved_search", {"query": "rain"}, wrap="savedSearch"), "note"),
    ],
)
def test_lone_files_are_told_by_their_beginning(content: str, kind: str) -> None:
    """A single file of an export, renamed, is read as what it is."""
    reading = read_archive(**{"my old things.txt": content})

    assert [(post.kind, post.text) for post in reading.posts] == [(kind, "rain")]


def test_a_data_file_nobody_knows_is_unknown() -> None:
    """X adds files: one that we do not know is told, not passed over."""
    reading = read_archive(
        data__tweets_js=tweets(),
        **{"data/tweets.js": tweets(), "data/dream-diary.js": ytd("dream_diary", {"text": "x"})},
    )

    assert "unknown" in {line.status for line in reading.members if line.name == "data/dream-diary.js"}


def test_the_folder_around_data_is_the_root() -> None:
    """The viewer beside `data` belongs to the export, however deep it lies."""
    reading = read_archive(
        **{
            "a/b/data/tweets.js": tweets({"id_str": "7", "full_text": "rain"}),
            "a/b/Your archive.html": "<html>",
            "a/b/assets/js/runtime.js": "!function(){}();",
        }
    )

    assert [line.status for line in reading.members] == ["read", "left out", "left out"]


def test_account_is_told_by_the_manifest_where_its_file_is_gone() -> None:
    """People take account.js out before they share an archive."""
    manifest = 'window.__THAR_CONFIG = {"userInfo": {"accountId": "5", "userName": "me"}}'
    export = Export("twitter", members={"data/manifest.js": Member.of("data/manifest.js", manifest)})

    assert twitter.account(export).native_id == "5"
    assert twitter.account(export).url == "https://x.com/me"


def test_counts_come_from_the_manifest() -> None:
    """The manifest writes its counts as strings; a broken one is worth nothing and costs nothing."""
    files = [{"fileName": "data/tweets.js", "count": "48211"}, {"fileName": "data/like.js", "count": "3"}, 7]
    manifest = f"window.__THAR_CONFIG = {json.dumps({'dataTypes': {'tweets': {'files': files}, 'x': 'y'}})}"
    export = Export("twitter", members={"data/manifest.js": Member.of("data/manifest.js", manifest)})

    assert twitter.counts(export)["data/tweets.js"] == 48211
    assert "data/like.js" not in twitter.counts(export)


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("escaped", "typed"),
    [("Smith &amp; Sons &lt;3", "Smith & Sons <3"), ("&amp;lt;", "&lt;"), ("it&#39;s &quot;so&quot;", 'it\'s "so"')],
)
def test_text_is_unescaped_once(escaped: str, typed: str) -> None:
    """What was typed as `&lt;` stands as `&amp;lt;` in the file."""
    [post] = read(tweets({"id_str": "7", "full_text": escaped}))

    assert post.text == typed


def test_an_ampersand_that_is_no_entity_stays() -> None:
    """`&copy=1` in an address that was never escaped is not a copyright sign."""
    [post] = read(tweets({"id_str": "7", "full_text": "http://example.org/?a=1&copy=1&#99999999999;"}))

    assert post.text == "http://example.org/?a=1&copy=1&#99999999999;"


def test_long_texts_and_live_chats_are_not_escaped() -> None:
    """In note-tweet.js and in live chats `&amp;` is what was typed."""
    [note] = read(ytd("note_tweet", {"core": {"text": "a &amp; b < c"}}, wrap="noteTweet"), "data/note-tweet.js")
    [line] = read(
        ytd("periscope_comments_made_by_user", {"text": "&lt;3 <3"}, wrap="periscopeCommentsMadeByUser"),
        "data/periscope-comments-made-by-user.js",
    )

    assert (note.text, line.text) == ("a &amp; b < c", "&lt;3 <3")


def with_links(text: str, *pairs: tuple[str, str], **more: Any) -> dict[str, Any]:
    urls = [{"url": short, "expanded_url": address, "indices": ["0", "9"]} for short, address in pairs]
    return {"id_str": "7", "full_text": text, "entities": {"urls": urls}, **more}


def test_short_links_become_addresses() -> None:
    """A short link is told by itself, not by its indices: emoji and entities before it move those."""
    tweet = with_links("🙃 &amp; https://t.co/abc", ("https://t.co/abc", "https://example.org/?a=1&b=2"))

    [post] = read(tweets(tweet))

    assert post.text == "🙃 & https://example.org/?a=1&b=2"
    assert post.link_url == "https://example.org/?a=1&b=2"


def test_no_link_is_replaced_inside_another() -> None:
    """https://t.co/ab is the beginning of https://t.co/abc; a bracket or Japanese may follow a link at once."""
    pairs = (("https://t.co/ab", "https://one.example"), ("https://t.co/abc", "https://two.example"))

    [post] = read(tweets(with_links("https://t.co/abc (https://t.co/ab) https://t.co/abです", *pairs)))

    assert post.text == "https://two.example (https://one.example) https://one.exampleです"


def test_addresses_cannot_blow_up_a_text() -> None:
    """Links whose addresses hold further links are replaced once, and an absurd address is not put in at all."""
    chain = [(f"https://t.co/{n}", f"https://t.co/{n + 1} " * 50) for n in range(30)]

    [post] = read(tweets(with_links("https://t.co/0", *chain)))
    [huge] = read(
        tweets(with_links("https://t.co/0 " * 2000, ("https://t.co/0", "https://example.org/" + "a" * 10**6)))
    )

    assert len(post.text) < 10_000 and len(huge.text) < 100_000


def test_links_of_own_media_are_counted_and_not_shown() -> None:
    """`entities` has one picture at most, `extended_entities` all; an image-only tweet has no words."""
    media = [{"url": "https://t.co/pic", "type": "photo"}, {"url": "https://t.co/pic", "type": "photo"}]
    tweet = {"id_str": "7", "full_text": "https://t.co/pic", "entities": {"media": media[:1]}}
    tweet["extended_entities"] = {"media": media}

    [post] = read(tweets(tweet))

    assert (post.text, post.media, post.link_url) == ("", 2, "")


def test_link_to_a_quoted_post_stays_before_the_medias() -> None:
    """With a picture the quote's link is the last but one."""
    quote = "https://twitter.com/someone/status/99"
    tweet = with_links("Look https://t.co/q https://t.co/pic", ("https://t.co/q", quote))
    tweet["entities"]["media"] = [{"url": "https://t.co/pic"}]

    [post] = read(tweets(tweet))

    assert (post.text, post.link_url, post.media) == (f"Look {quote}", quote, 1)


def test_tweets_from_before_short_links_keep_theirs() -> None:
    """Until 2011 the address itself stands in the text, and the list of links is empty."""
    [post] = read(tweets({"id_str": "7", "full_text": "see http://is.gd/tea", "entities": {"urls": []}}))

    assert post.text == "see http://is.gd/tea"


def test_retweets_are_told_by_their_first_words_alone() -> None:
    """`retweeted` is always false; a retweet is cut at 140 characters, often within a link."""
    retweet = {"id_str": "7", "retweeted": False, "full_text": "RT @other_one: her words https://t.co/Ab…"}

    [post] = read(tweets(retweet))

    assert (post.kind, post.own_words, post.text) == ("repost", False, "RT @other_one: her words…")


@pytest.mark.parametrize("text", ["RT if you agree", "RT @other_one so true", "so true! RT @other_one: yes"])
def test_words_about_a_retweet_are_own_words(text: str) -> None:
    """Only `RT @name: ` at the very beginning is somebody else's."""
    [post] = read(tweets({"id_str": "7", "full_text": text}))

    assert post.own_words and post.kind == "post"


def test_a_language_that_is_none_is_left_open() -> None:
    """X writes und, zxx, qme and others where it cannot tell."""
    found = read(tweets(*({"id_str": "7", "full_text": "x", "lang": lang} for lang in ("und", "qme", "en", 7))))

    assert [post.language for post in found] == ["", "", "en", ""]


def test_places_are_named_or_located() -> None:
    """`geo` has latitude first, `coordinates` longitude first; numbers may be strings; a name is better than both."""
    found = read(
        tweets(
            {"full_text": "x", "geo": {"coordinates": [53.7, -0.3]}},
            {"full_text": "x", "coordinates": {"coordinates": ["-2.58", "51.45"]}},
            {"full_text": "x", "geo": {"coordinates": [1, 2]}, "place": {"full_name": "Hull", "country": "UK"}},
            {"full_text": "x", "geo": {"coordinates": ["north", None]}, "place": []},
        )
    )

    assert [post.place for post in found] == ["53.7, -0.3", "51.45, -2.58", "Hull, UK", ""]


# --- times -----------------------------------------------------------------------------------------------------------


def test_an_impossible_date_is_told_by_the_id() -> None:
    """An export of 2025 dates tweets to 1997 and 2003: they are not dropped, and the id knows better."""
    number = id_at("2016-03-14T10:05:09")
    found = read(
        tweets(
            {"id_str": number, "full_text": "x", "created_at": "Fri Mar 14 10:05:09 +0000 1997"},
            {"id_str": number, "full_text": "x", "created_at": "on a Friday"},
            {"id_str": "20411309877", "full_text": "x", "created_at": "Fri Mar 14 10:05:09 +0000 2003"},
        )
    )

    when = datetime(2016, 3, 14, 10, 5, 9, tzinfo=UTC)
    assert [post.posted_at for post in found] == [when, when, None]


def grailbird(*records: dict[str, Any]) -> list[Any]:
    content = f"Grailbird.data.tweets_2010_09 = \n [ {json.dumps(records)[1:-1]} ]"
    return read(content, "data/js/tweets/2010_09.js")


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2010-09-19 00:00:00 +0000", "day"),
        ("2010-09-19 00:00:01 +0000", "utc"),
        ("2010-12-01 00:00:00 +0000", "utc"),
        ("Sun Sep 19 00:00:00 +0000 2010", "utc"),
    ],
)
def test_midnight_before_december_2010_is_a_day(written: str, clock: str) -> None:
    """Archives from spring 2013 on lost the time of day of old tweets; those of winter 2012 have it."""
    [post] = grailbird({"id_str": "24899120031", "text": "x", "created_at": written})

    assert post.clock == clock


def test_a_lost_time_of_day_is_in_the_id_since_november_2010() -> None:
    """The first timed ids are a month older than the last lost times."""
    [post] = grailbird({"id_str": id_at("2010-11-20T08:30:00"), "text": "x", "created_at": "2010-11-20 00:00:00 +0000"})

    assert post.posted_at == datetime(2010, 11, 20, 8, 30, tzinfo=UTC) and not post.date_only


# --- answers and threads ---------------------------------------------------------------------------------------------


def reply(number: str, to: str | None, user: str, text: str, **more: Any) -> dict[str, Any]:
    tweet = {"id_str": number, "full_text": text, "in_reply_to_user_id_str": user, **more}
    return tweet | ({"in_reply_to_status_id_str": to} if to else {})


def test_own_threads_name_the_tweet_that_they_begin_with() -> None:
    """No single tweet of a thread may tell enough: later stages join them by the first one's id."""
    found = read(
        tweets(reply("3", "2", "5", "third"), reply("2", "1", "5", "second"), {"id_str": "1", "full_text": "a"})
    )

    assert [post.reply_to for post in found] == ["own thread 1", "own thread 1", ""]


def test_a_thread_is_told_without_the_account() -> None:
    """An answer to one of the export's own tweets is a thread, even if nothing says whose export it is."""
    found = read(tweets(reply("2", "1", "5", "second"), {"id_str": "1", "full_text": "a"}), account=Account())

    assert found[0].reply_to == "own thread 1"


def test_threads_that_run_in_circles_end() -> None:
    """Broken ids may make a tweet answer itself."""
    circle = [reply(str(n), str(n % 50 + 1), "5", "x") for n in range(1, 51)]

    assert len(read(tweets(*circle, reply("99", "99", "5", "x")))) == 51


@pytest.mark.parametrize(
    ("more", "answered"),
    [
        ({"in_reply_to_screen_name": "harbour_team"}, "@harbour_team"),
        ({"entities": {"user_mentions": [{"screen_name": "harbour_team", "id_str": "90"}]}}, "@harbour_team"),
        ({}, "@gone_away"),
    ],
)
def test_answers_say_whom(more: dict[str, Any], answered: str) -> None:
    """An account that is gone has no name in the record, but its handle still begins the text."""
    [post] = read(tweets(reply("7", None, "90", "@gone_away yes", **more)))

    assert (post.kind, post.reply_to) == ("reply", answered)


# --- long posts ------------------------------------------------------------------------------------------------------

MOMENT = "2024-07-07T10:00:00"
LONG = "First paragraph & more. " + "word after word " * 20 + "\n\nand the end."
CUT = LONG[:280].rsplit(" ", 1)[0].replace("&", "&amp;") + "…"


def long_tweet(text: str = CUT, *, ms: int = 20, low: int = 1, **more: Any) -> dict[str, Any]:
    stamp = {"created_at": "Sun Jul 07 10:00:00 +0000 2024"}
    return {"id_str": id_at(MOMENT, ms=ms, low=low), "full_text": text, **stamp, **more}


def note(text: str = LONG, *, ms: int = 0, low: int = 1, **core: Any) -> dict[str, Any]:
    number = id_at(MOMENT, ms=ms, low=low)
    return {"noteTweetId": number, "createdAt": f"{MOMENT}.000Z", "core": {"text": text, **core}}


def join(tweet_records: list[Any], notes: list[Any]) -> list[Any]:
    files = {
        "data/tweets.js": tweets(*tweet_records),
        "data/note-tweet.js": ytd("note_tweet", *notes, wrap="noteTweet"),
    }
    return list(read_all(files))


def test_a_long_post_is_whole_under_its_tweets_id() -> None:
    """tweets.js cuts at some 275 characters; the two files share no id; a note is made some 20 ms earlier."""
    [post] = join([long_tweet()], [note()])

    assert post.text == LONG
    assert post.native_id == id_at(MOMENT, ms=20)
    assert post.also_in == ("data/note-tweet.js[0]",)


def test_a_cut_post_need_not_end_with_dots() -> None:
    """The link of a quote or a picture may stand behind the cut; the same link has another short form in the note."""
    link = {"url": "https://t.co/tweets", "expanded_url": "https://example.org/x"}
    text = f"https://t.co/tweets {CUT} https://t.co/quote"
    quote = {"url": "https://t.co/quote", "expanded_url": "https://x.com/a/status/1"}
    whole = note(
        f"https://t.co/notes {LONG}", urls=[{"shortUrl": "https://t.co/notes", "expandedUrl": "https://o.example"}]
    )

    [post] = join([long_tweet(text, entities={"urls": [link, quote]})], [whole])

    assert post.text == f"https://o.example {LONG}"


def test_a_long_answer_keeps_whom_it_answers() -> None:
    """The tweet begins with the handles it goes to, the note does not."""
    [post] = join([long_tweet(f"@harbour_team @other_one {CUT}")], [note()])

    assert post.text == f"@harbour_team @other_one {LONG}"


def test_of_a_thread_posted_at_once_each_tweet_gets_its_own_text() -> None:
    """Several notes and tweets may have the same second, also with the same beginning."""
    second = f"{LONG[:-1]}, again."
    cut = [long_tweet(CUT, ms=20), long_tweet(CUT, ms=60), long_tweet("Short one.", ms=45)]

    found = join(cut, [note(second, ms=41), note(LONG, ms=0)])

    assert [post.text for post in found] == [LONG, second, "Short one."]


def test_the_same_second_joins_where_the_ids_do_not() -> None:
    """A note whose id cannot be read is joined by its second and its beginning."""
    [post] = join([long_tweet()], [{**note(), "noteTweetId": None}])

    assert post.text == LONG and post.url


def test_a_note_that_begins_otherwise_stays_by_itself() -> None:
    """Its tweet may have been cut out of the file: the words are still the person's, without an address."""
    found = join([long_tweet("Another tweet of the same second.")], [note()])

    assert [(post.text, post.url != "") for post in found] == [
        ("Another tweet of the same second.", True),
        (LONG, False),
    ]


def test_a_note_may_lie_in_another_part_of_the_export() -> None:
    """Large accounts come as several archives: notes are joined once all are read, also to a second copy."""
    first = [one for one in read_all({"data/tweets.js": tweets(long_tweet())}) if isinstance(one, Post)]
    copy = [one for one in read_all({"data/tweets.js": tweets(long_tweet())}) if isinstance(one, Post)]
    files = {"data/note-tweet.js": ytd("note_tweet", note(), wrap="noteTweet")}
    notes = [one for one in read_all(files) if isinstance(one, Post)]

    found = twitter.finish([*first, *notes, *copy, *notes[:0]], [OWN])

    assert [post.text for post in found] == [LONG, LONG]


def test_short_posts_in_bold_have_a_note_too() -> None:
    """Such a tweet and its note say the same: one post."""
    [post] = join([long_tweet("So &amp; so.")], [note("So & so.")])

    assert post.text == "So & so."


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (CUT, 1),
        (f"@harbour_team {CUT} https://t.co/x", 1),
        ("And then he said…", 0),
        ("@a " * 90 + "And then…", 0),
        (LONG[:270], 0),
    ],
)
def test_a_tweet_that_looks_cut_is_told(text: str, warned: int) -> None:
    """Many people type … themselves; at 265 characters and more, since 2023, its end may be missing."""
    found = read(tweets(long_tweet(text)))

    assert [one.source for one in found if isinstance(one, Unread)] == ["[0]"] * warned


def test_a_whole_text_beside_it_stops_the_warning() -> None:
    """Nor is an old tweet cut, whatever it ends with."""
    old = {"id_str": id_at("2016-07-07T10:00:00"), "full_text": CUT, "created_at": "Thu Jul 07 10:00:00 +0000 2016"}

    assert not [one for one in join([long_tweet(), old], [note()]) if isinstance(one, Unread)]


def test_a_thousand_notes_of_one_second_are_joined_in_time() -> None:
    """Candidates are bounded, whatever the ids are."""
    begun = time.perf_counter()

    join([long_tweet(low=n) for n in range(1000)], [note(low=n) for n in range(1000)])

    assert time.perf_counter() - begun < 20


# --- versions, deleted ones, smaller audiences -----------------------------------------------------------------------


def edit(number: str, *versions: str) -> dict[str, Any]:
    return {
        "id_str": number,
        "full_text": f"version {number}",
        "edit_info": {"initial": {"editTweetIds": list(versions)}},
    }


def test_each_version_of_an_edited_post_is_kept() -> None:
    """Only the last is live; the first may know nothing of the later ones."""
    later = {"edit": {"initialTweetId": "1", "editControlInitial": {"editTweetIds": ["1", "2"]}}}

    found = read(tweets({"id_str": "2", "full_text": "new", "edit_info": later}, edit("1", "1"), edit("9", "9")))

    assert [post.state for post in found] == ["live", "earlier version", "live"]
    assert found[1].url == "https://x.com/i/web/status/2"


def test_deleted_tweets_are_told_as_such() -> None:
    """Their entities may be empty."""
    record = {
        "id_str": "7",
        "full_text": "sorry &amp; gone",
        "entities": {},
        "deleted_at": "Wed Feb 04 12:00:09 +0000 2026",
    }

    [post] = read(ytd("deleted_tweets", record, wrap="tweet"), "data/deleted-tweets.js")

    assert (post.state, post.text) == ("deleted", "sorry & gone")


def test_communities_and_circles_stand_in_files_of_their_own() -> None:
    """Anyone can read a Community; a Circle was for chosen people."""
    [community] = read(
        ytd("community_tweet", {"id_str": "7", "full_text": "x", "community_id_str": "12"}, wrap="tweet"),
        "data/community-tweet.js",
    )
    [circle] = read(
        ytd("twitter_circle_tweet", {"id_str": "8", "full_text": "x"}, wrap="tweet"), "data/twitter-circle-tweet.js"
    )

    assert (community.audience, community.container) == ("public", "Community 12")
    assert (circle.audience, circle.container) == ("friends", "Twitter Circle")


@pytest.mark.parametrize(("last", "audience"), [("Protect", "friends"), ("Unprotect", "public")])
def test_protection_is_told_by_its_last_change(last: str, audience: str) -> None:
    """No tweet says whether it is protected; changes stand in a file, in no order, in 2018 in seconds since 1970."""
    changes = [{"protectedAt": "1534000000", "action": last}, {"protectedAt": "1524000000", "action": "Other"}]
    files = {
        "data/tweets.js": tweets({"id_str": "7", "full_text": "x"}),
        "data/protected-history.js": ytd("protected_history", *changes, wrap="protectedHistory"),
    }

    [post, *_] = read_all(files)

    assert isinstance(post, Post) and post.audience == audience


# --- the first archives ----------------------------------------------------------------------------------------------


def test_retweets_of_the_first_archives_hold_all_of_the_words() -> None:
    """The original lies within; what was typed by hand has none and is the person's own."""
    original = {"text": "all &amp; whole", "user": {"screen_name": "other_one"}}
    found = grailbird(
        {"id_str": "7", "text": "RT @other_one: all &amp; wh…", "retweeted_status": original},
        {"id_str": "8", "text": "RT @other_one: all &amp; whole -- and her too", "retweeted_status": {}},
    )

    assert [(post.text, post.own_words) for post in found] == [
        ("RT @other_one: all & whole", False),
        ("RT @other_one: all & whole -- and her too", True),
    ]


def test_ids_of_the_first_archives_are_taken_from_the_string() -> None:
    """As numbers they pass 2^53; a number that was read as a float is no id."""
    found = grailbird(
        {"id_str": "240162308486070273", "id": 240162308486070273, "text": "a"},
        {"id": 2.40162308486070273e17, "text": "b"},
    )

    assert [post.native_id for post in found] == ["240162308486070273", ""]


def test_a_protected_account_of_the_first_archives_is_told() -> None:
    """`user.protected` is its state when the export was made."""
    found = grailbird({"text": "a", "user": {"protected": True}}, {"text": "b", "user": {"protected": False}})

    assert [post.audience for post in found] == ["friends", "public"]


HEADER_2012 = (
    "tweet_id,in_reply_to_status_id,in_reply_to_user_id,retweeted_status_id,retweeted_status_user_id,timestamp,source,"
    "text,expanded_urls"
)
HEADER_2013 = (
    "tweet_id,in_reply_to_status_id,in_reply_to_user_id,timestamp,source,text,retweeted_status_id,"
    "retweeted_status_user_id,retweeted_status_timestamp,expanded_urls"
)


def csv_of(header: str, *rows: dict[str, str], mark: str = ",") -> str:
    names = header.split(",")
    cells = [names, *([row.get(name, "") for name in names] for row in rows)]
    return "".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in cells)


@pytest.mark.parametrize("header", [HEADER_2012, HEADER_2013])
@pytest.mark.parametrize("mark", [",", ";"])
def test_tables_are_read_by_the_names_of_their_columns(header: str, mark: str) -> None:
    """The order of columns changed in 2013, and a spreadsheet may write other marks between them."""
    row = {"tweet_id": "7", "timestamp": "2011-05-03 11:20:05 +0000", "text": 'two\nlines, "quoted" &amp; more'}

    [post] = read(csv_of(header, row, mark=mark), "tweets.csv")

    assert (post.native_id, post.text) == ("7", 'two\nlines, "quoted" & more')
    assert post.posted_at == datetime(2011, 5, 3, 11, 20, 5, tzinfo=UTC)


def test_addresses_of_a_table_are_matched_in_order() -> None:
    """Where there are as many as short links; the link of own media is none."""
    photo = "http://twitter.com/me/status/7/photo/1"
    rows = [
        {"tweet_id": "7", "text": "a http://t.co/x b http://t.co/y", "expanded_urls": f"http://example.org/,{photo}"},
        {"tweet_id": "8", "text": "a http://t.co/x", "expanded_urls": "http://one.example/,http://two.example/"},
    ]

    found = read(csv_of(HEADER_2013, *rows), "tweets.csv")

    assert [(post.text, post.media, post.link_url) for post in found] == [
        ("a http://example.org/ b", 1, "http://example.org/"),
        ("a http://t.co/x", 0, "http://one.example/"),
    ]


def test_a_retweet_in_a_table_is_told_by_its_column() -> None:
    """In the table too, "RT" typed by hand is the person's own."""
    rows = [
        {"tweet_id": "7", "text": "RT @a: x", "retweeted_status_id": "6", "timestamp": "2012-01-01 10:00:00 +0000"},
        {"tweet_id": "8", "text": "RT @a: x"},
    ]

    assert [post.own_words for post in read(csv_of(HEADER_2013, *rows), "tweets.csv")] == [False, True]


def test_table_and_script_are_the_same_tweets() -> None:
    """The script says more; what stands in the table alone is kept."""
    rows = [{"tweet_id": "7", "text": "a http://t.co/x"}, {"tweet_id": "8", "text": "only here"}]
    script = {
        "id_str": "7",
        "text": "a http://t.co/x",
        "entities": {"urls": [{"url": "http://t.co/x", "expanded_url": "http://o.example"}]},
    }
    files = {
        "tweets.csv": csv_of(HEADER_2013, *rows),
        "data/js/tweets/2012_01.js": f"Grailbird.data.tweets_2012_01 = \n [ {json.dumps(script)} ]",
    }

    found = [post for post in read_all(files) if isinstance(post, Post)]

    assert sorted(post.text for post in found) == ["a http://o.example", "only here"]


def test_one_retweet_in_two_vintages_is_one_post() -> None:
    """The first archives have it whole, later ones cut, often within a link."""
    link = {"url": "http://t.co/x", "expanded_url": "http://o.example"}
    original = {"text": "all of her words http://t.co/x", "entities": {"urls": [link]}}
    whole = {"id_str": "7", "text": "RT @other_one: all of her words http://t.co/x", "retweeted_status": original}
    cut = tweets({"id_str": "7", "full_text": "RT @other_one: all of her words http://t…"})

    [post] = merged([*read(cut), *grailbird(whole)])

    assert post.text == "RT @other_one: all of her words http://o.example"


# --- other words -----------------------------------------------------------------------------------------------------


def test_articles_are_read_wherever_their_words_stand() -> None:
    """No filled example is public: title, text and content are taken at any depth, also from JSON within a string."""
    packed = json.dumps({"blocks": [{"text": "one"}, {"text": "two"}], "entityMap": {}})
    articles = [{"id": "1", "title": "T", "content": packed}, {"id": "2", "title": "D", "content": [{"text": "x"}]}]
    about = [{"id": "2", "lifecycleState": "Draft"}, {"id": "1", "lifecycleState": "Published", "tweetId": "77"}]
    files = {
        "data/article.js": ytd("article", *articles, wrap="article"),
        "data/article-metadata.js": ytd("article_metadata", *about, wrap="articleMetadata"),
    }

    first, second = (post for post in read_all(files) if isinstance(post, Post))

    assert (first.text, first.state, first.url) == ("T\n\none\n\ntwo", "live", "https://x.com/i/web/status/77")
    assert (second.text, second.state, second.audience, second.url) == ("D\n\nx", "draft", "private", "")


def test_fleets_have_expired() -> None:
    """They were shown for a day, and kept for thirty."""
    [post] = read(
        ytd("fleet", {"id": "7", "text": "soon gone", "createdAt": "2021-05-30T09:00:00.000Z"}, wrap="fleet"),
        "data/fleet.js",
    )

    assert (post.state, post.text) == ("expired", "soon gone")


def test_of_a_chat_with_grok_only_the_questions_are_read() -> None:
    """The answers are a machine's; a sender of neither kind is told."""
    turns = [
        {"message": "Write this up for me", "sender": {"name": "User"}},
        {"message": "Certainly", "sender": {"name": "Agent"}},
        {"message": "whose?", "sender": 3},
    ]

    found = read(ytd("grok_chat_item", *turns, wrap="grokChatItem"), "data/grok-chat-item.js")

    assert [one.text for one in found if isinstance(one, Post)] == ["Write this up for me"]
    assert [one for one in found if isinstance(one, Unread)] == [Unread("[2]", "it does not say who wrote it")]


def test_a_wording_that_was_thought_better_of_is_a_draft() -> None:
    """X keeps what was typed before its question whether to send it."""
    [post] = read(ytd("reply_prompt", {"proposedTweetText": "you fool"}, wrap="replyPrompt"), "data/reply-prompt.js")

    assert (post.kind, post.state, post.audience) == ("reply", "draft", "private")


def test_a_moment_is_its_title_and_not_its_tweets() -> None:
    """The tweets in it may be anybody's."""
    record = {"title": "Heard &amp; seen", "description": "", "tweets": [{"tweet": {"coreData": {"text": "theirs"}}}]}

    [post] = read(ytd("moment", record, wrap="moment"), "moment.js")

    assert post.text == "Heard & seen"


def test_names_of_lists_show_in_their_addresses() -> None:
    """In 2018 a record holds several; later ones have numbers, which say nothing."""
    records = [{"urls": ["https://twitter.com/me/lists/tuesday-clinic"]}, {"url": "https://twitter.com/i/lists/1688"}]

    found = read(ytd("lists_created", *records, wrap="userListInfo"), "lists-created.js")

    assert [post.text for post in found] == ["tuesday clinic"]


def test_searches_hide_in_the_paths_of_columns() -> None:
    """A column that searches for a client has the name in its path."""
    deck = {"title": "Work", "columns": [{"pathname": "/search?q=jo%20doe"}, {"pathname": "/home"}]}

    found = read(ytd("tweetdeck", deck, wrap="deck"), "data/tweetdeck.js")

    assert [post.text for post in found] == ["Work", "jo doe"]


def test_former_handles_are_nested_twice() -> None:
    """And dated in seconds since 1970 in the oldest archives."""
    change = {
        "accountId": "5",
        "screenNameChange": {"changedAt": "1534000000", "changedFrom": "old_me", "changedTo": "me"},
    }

    [post] = read(ytd("screen_name_change", change, wrap="screenNameChange"), "screen-name-change.js")

    assert (post.text, post.posted_at) == ("@old_me", datetime(2018, 8, 11, 15, 6, 40, tzinfo=UTC))


# --- messages --------------------------------------------------------------------------------------------------------


def conversation(*events: Any, between: str = "5-6") -> dict[str, Any]:
    return {"conversationId": between, "messages": list(events)}


def message(sender: str, text: Any, **more: Any) -> dict[str, Any]:
    return {"messageCreate": {"id": "9", "senderId": sender, "text": text, **more}}


def read_messages(*conversations: Any, account: Account = OWN) -> list[Any]:
    content = ytd("direct_messages", *conversations, wrap="dmConversation")
    return read(content, "data/direct-messages.js", messages=True, account=account)


def test_only_own_messages_are_read() -> None:
    """A message has ids for names; in 2018 its time is in milliseconds; pictures without words are counted."""
    found = read_messages(
        conversation(
            message(
                "5",
                "mine &amp; only https://t.co/x",
                createdAt="1534000000123",
                urls=[{"url": "https://t.co/x", "expanded": "https://o.example"}],
            ),
            message("6", "theirs"),
            message("5", "", mediaUrls=["https://ton.twitter.com/1"]),
            message("5", None),
        )
    )

    assert [(one.text, one.media) for one in found if isinstance(one, Post)] == [
        ("mine & only https://o.example", 0),
        ("", 1),
    ]
    assert [one for one in found if isinstance(one, Unread)] == [Unread("[0].messages[3]", "it has no text")]


def test_a_name_given_to_a_group_is_own_words() -> None:
    """The latest name, whoever gave it, tells which conversation it was."""
    found = read_messages(
        conversation(
            {"conversationNameUpdate": {"initiatingUserId": "6", "name": "Theirs"}},
            {"conversationNameUpdate": {"initiatingUserId": "5", "name": "Families &amp; friends"}},
            {"joinConversation": {"initiatingUserId": "6"}},
        )
    )

    assert [(post.text, post.container) for post in found] == [("Families & friends", "Theirs")]


def test_without_an_account_the_owner_is_whom_all_conversations_share() -> None:
    """One conversation alone does not tell which of the two is the owner."""
    both = [conversation(message("5", "mine"), between="5-6"), conversation(message("7", "theirs"), between="5-7")]

    assert [one.text for one in read_messages(*both, account=Account())] == ["mine"]
    assert isinstance(read_messages(both[0], account=Account())[0], Unread)


def test_encrypted_messages_are_counted() -> None:
    """Nobody shall take them for nothing."""
    content = ytd("message_event", {"senderId": "5", "detail": {}}, {"senderId": "6"}, wrap="messageEvent")

    assert read(content, "data/message-event.js") == [
        Unread("", "2 messages and events are end-to-end encrypted: they cannot be checked")
    ]


# --- broken things ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("odd", [None, 7, [], {}, True, "in confidence", {"tweet": None}, {"tweet": ["in confidence"]}])
def test_a_record_that_is_none_costs_itself(odd: Any) -> None:
    """Its neighbours are read, and the reason never quotes it."""
    found = read(f"window.YTD.tweets.part0 = {json.dumps([odd, {'tweet': {'full_text': 'rain'}}])}")

    assert [one.text for one in found if isinstance(one, Post)] == ["rain"]
    [unread] = [one for one in found if isinstance(one, Unread)]
    assert unread.source == "[0]" and "confidence" not in unread.reason


@pytest.mark.parametrize(
    "key", ["entities", "extended_entities", "edit_info", "geo", "place", "created_at", "id_str", "lang"]
)
@pytest.mark.parametrize("odd", [None, 7, [], [[]], {"urls": 3, "media": {}}, "x", True, 1e400])
def test_odd_values_beside_the_words_cost_no_words(key: str, odd: Any) -> None:
    """Whatever stands there, the words are kept."""
    [post] = read(tweets({"id_str": "7", "full_text": "rain", key: odd}))

    assert post.text == "rain"


def test_nesting_without_end_costs_one_record() -> None:
    """It is stepped over, and what follows is read."""
    deep = "[" * 100_000 + "]" * 100_000

    found = read(
        f'window.YTD.tweets.part0 = [{{"tweet": {{"full_text": "a", "x": {deep}}}}}, {{"tweet": {{"full_text": "b"}}}}]'
    )

    assert [one.text for one in found if isinstance(one, Post)] == ["b"]
    assert len(found) == 2


def test_a_file_that_is_cut_off_gives_what_stands_before() -> None:
    """The place of the cut is told."""
    whole = tweets(*({"id_str": str(n), "full_text": f"tweet {n}"} for n in range(5)))

    found = read(whole[: whole.index("tweet 3")])

    assert [one.text for one in found if isinstance(one, Post)] == ["tweet 0", "tweet 1", "tweet 2"]
    assert found[-1] == Unread("[3]", "the file is broken or cut off here")


@pytest.mark.parametrize(("end", "told"), [(";", 0), ("", 0), ("]", 1), (' , {"tweet": {"full_text": "b"}}]', 1)])
def test_a_bracket_too_many_is_told(end: str, told: int) -> None:
    """It ends the list: what stands behind it is not passed over in silence. The script's own end is no loss."""
    found = read(tweets({"id_str": "1", "full_text": "a"}) + end)

    assert [one.text for one in found if isinstance(one, Post)] == ["a"]
    assert found[1:] == [Unread("", "the file is broken or cut off here")] * told


def sample_files() -> list[tuple[Path, str]]:
    found = [(folder, path) for folder in SAMPLES.iterdir() if folder.is_dir() for path in sorted(folder.rglob("*"))]
    return [(folder, path.relative_to(folder).as_posix()) for folder, path in found if path.suffix in (".js", ".csv")]


def test_mangled_files_end_with_posts_and_unreads_only() -> None:
    """Whatever is broken in a file, its reader yields what it can, says what it cannot, and raises nothing else."""
    dice = random.Random(14)
    for folder, path in sample_files():
        content = (folder / path).read_text(encoding="utf-8")
        for _ in range(4 if len(content) < 200 else 12):
            export = Export("twitter", account=OWN, messages=True)
            export.members = {path: Member.of(path, mangled(content.encode(), dice))}
            twitter.account(export) if "account" in path else None
            try:
                found = list(read_one(export, path))
            except Unreadable:
                continue
            assert all(isinstance(one, Post | Unread) for one in found)
            for post in twitter.finish([one for one in found if isinstance(one, Post)], [OWN]):
                assert isinstance(post.text, str) and isinstance(post.people, tuple)
                assert post.posted_at is None or post.posted_at.tzinfo
