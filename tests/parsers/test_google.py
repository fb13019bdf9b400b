"""What only Google's exports do. What every parser must do is in test_every_export.py."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import Archive, Member
from audit.parsers import Reading, read_exports
from audit.posts import Post
from tests.parsers.mangle import spoilt
from tests.parsers.reading import read, texts, unread

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "google"
YOUTUBE = "Takeout/YouTube and YouTube Music/"
COMMENTS = f"{YOUTUBE}comments/comments.csv"
LOCATION = "Takeout/Google Business Profile/account-1/location-2/"
MAPS = "Takeout/Maps (your places)/"
CHANNEL = "UCexampleexampleexample1"
ID = "UgxEXAMPLEaaaaaaaaaa4AaABAg"
WHEN = "2024-08-17T20:04:52.096899+00:00"


def read_one(name: str, content: Any) -> Reading:
    return read({name: content if isinstance(content, str | bytes) else json.dumps(content)})


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


# --- YouTube: comments -----------------------------------------------------------------------------------------------

SEGMENTS = '{"text":"I work in a hospice."},{"text":"\n"},{"text":"It is accurate."}'
WRAPPED = '{"takeoutSegments":[{"text":"I work in a hospice."},{"text":"\\n"},{"text":"It is accurate."}]}'
GENERATIONS = {
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text": (
        f"{ID},{CHANNEL},{WHEN},0,,abcdefghijk,{cell(WRAPPED)}"
    ),
    "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text": (
        f"{CHANNEL},{WHEN},0,{ID},,abcdefghijk,{cell(SEGMENTS)}"
    ),
    "Comment ID,Channel ID,Comment create timestamp,Price,Post ID,Video ID,Comment text": (
        f"{ID},{CHANNEL},{WHEN},0,,abcdefghijk,{cell(SEGMENTS)}"
    ),
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,"
    "Top-Level Comment ID": f"{ID},{CHANNEL},{WHEN},0,,,abcdefghijk,{cell(SEGMENTS)},",
    "Reactie-ID,Kanaal-ID,Aanmaaktijdstempel reactie,Prijs,Video-ID,Reactietekst": (
        f"{ID},{CHANNEL},{WHEN},0,abcdefghijk,{cell(SEGMENTS)}"
    ),
    "コメント ID,チャンネル ID,コメントの作成日時,価格,動画 ID,コメントのテキスト": (
        f"{ID},{CHANNEL},{WHEN},0,abcdefghijk,{cell(SEGMENTS)}"
    ),
    "id du commentaire,id de la chaîne,horodatage de création du commentaire,prix,id de la vidéo,"
    "texte du commentaire": (f"{ID},{CHANNEL},{WHEN},0,abcdefghijk,{cell(SEGMENTS)}"),
}


@pytest.mark.parametrize("header", GENERATIONS)
def test_every_generation_and_language_of_comments(header: str):
    """Columns moved, are translated, pieces of text hold raw line breaks; the file ends in blank lines."""
    [found] = read_one(COMMENTS, f"{header}\n{GENERATIONS[header]}\n\n\n").posts

    assert found.text == "I work in a hospice.\nIt is accurate."
    assert (found.kind, found.native_id, found.audience) == ("comment", ID, "public")
    assert found.url == f"https://www.youtube.com/watch?v=abcdefghijk&lc={ID}"
    assert found.posted_at == datetime(2024, 8, 17, 20, 4, 52, tzinfo=UTC)


NEWEST = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,"
    "Top-Level Comment ID\n"
)


def comment(text: str, parent: str = "", post: str = "", price: str = "0") -> str:
    return f"{ID},{CHANNEL},{WHEN},{price},{parent},{post},{'' if post else 'abcdefghijk'},{text},\r\n"


def test_pieces_are_joined_with_nothing_between():
    """A link, a time in the video and a mention are pieces of their own; quotes have a backslash inside."""
    pieces = (
        '{"text":"@jc","mention":{"externalChannelId":"UCx"}},{"text":" at "},'
        '{"text":"1:02","videoLink":{"externalVideoId":"abcdefghijk","startTimeSeconds":62}},'
        '{"text":" a \\"difficult\\" family\r\nsee "},'
        '{"text":"https://a.example","link":{"linkUrl":"https://a.example"}}'
    )
    [found] = read_one(COMMENTS, NEWEST + comment(cell(pieces))).posts

    assert found.text == '@jc at 1:02 a "difficult" family\nsee https://a.example'
    assert (found.people, found.link_url) == (("@jc",), "https://a.example")


@pytest.mark.parametrize(
    ("text", "words"),
    [("plain words", "plain words"), ("123", "123"), ('"{""text"":""cut off"', '{"text":"cut off'), ("{odd}", "{odd}")],
)
def test_cells_that_are_no_json_are_kept(text: str, words: str):
    """A plain or broken cell is never lost."""
    assert texts(read_one(COMMENTS, NEWEST + comment(text))) == [words]


def test_comments_on_posts_answers_and_paid_messages():
    """A community post has an id of its own; a price above 0 was paid."""
    rows = (
        comment("a", post="UgkxEXAMPLEpostpost")
        + comment("b", parent="UgwPARENTaaaaaaaa4AaABAg")
        + comment("c", price="5")
    )
    on_post, answer, paid = read_one(COMMENTS, NEWEST + rows).posts

    assert on_post.url == f"https://www.youtube.com/post/UgkxEXAMPLEpostpost?lc={ID}"
    assert answer.reply_to == "https://www.youtube.com/watch?v=abcdefghijk&lc=UgwPARENTaaaaaaaa4AaABAg"
    assert (answer.headline, paid.headline) == ("", "A paid message.")


def test_a_row_that_ends_early_costs_that_row():
    """It is told by its place."""
    reading = read_one(COMMENTS, NEWEST + f"{ID},{CHANNEL},{WHEN}\n" + comment("next"))

    assert texts(reading) == ["next"]
    assert unread(reading) == [("[1]", "it ends before its words begin")]


@pytest.mark.parametrize(
    "name",
    [
        f"{YOUTUBE}comments/comments(1).csv",
        "Portability/YouTube/comments/comments.csv",
        "YouTube und YouTube Music/Kommentare/Kommentare.csv",
        "wrapper/Takeout 2/YouTube/x.csv",
        "renamed.txt",
    ],
)
def test_where_comments_may_lie(name: str):
    """Several files, other roots, unpacked, renamed, alone."""
    assert texts(read_one(name, NEWEST + comment(cell(SEGMENTS)))) == ["I work in a hospice.\nIt is accurate."]


def test_live_chats():
    """The same cells under other headers."""
    header = "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Currency code,Video ID,Live Chat Text\n"
    [found] = read_one(
        f"{YOUTUBE}live chats/live chats.csv", f"{header}C1,{CHANNEL},{WHEN},0,,abcdefghijk,hello\n"
    ).posts

    assert (found.kind, found.text, found.container) == ("comment", "hello", "YouTube live chat")


def test_other_peoples_channels_music_and_lists_of_videos_are_not_ones_own():
    """Subscriptions have titles too; so have songs."""
    files: dict[str, str | bytes] = {
        f"{YOUTUBE}Abos/unbekannt.csv": "Kanal-ID,Kanal-URL,Kanaltitel\nUCx,http://www.youtube.com/channel/UCx,Theirs\n",
        f"{YOUTUBE}a/songs.csv": "Video ID,Song Title,Album Title,Artist Name 1\nabcdefghijk,Theirs,Theirs,Theirs\n",
        f"{YOUTUBE}playlists/x-videos.csv": f"Video ID,Playlist Video Creation Timestamp\nabcdefghijk,{WHEN}\n",
        f"{YOUTUBE}playlists/likes.json": json.dumps([{"snippet": {"title": "Theirs"}}]),
    }
    reading = read(files)

    assert (reading.posts, unread(reading)) == ([], [])


# --- YouTube: posts, videos ------------------------------------------------------------------------------------------


def test_community_posts_with_their_polls():
    """German headers with a hyphen that does not break; answers of a poll are own words."""
    header = "Beitrags\u2011ID,Text des Beitrags,Name für Bild 1,Text der Antwortoption1fürUmfrage/Quiz\n"
    [found] = read_one(f"{YOUTUBE}Beiträge/Beiträge.csv", f"{header}UgkxEXAMPLEpostpost,Which?,a.jpg,This\n").posts

    assert (found.kind, found.text, found.media) == ("post", "Which?\n\nThis", 1)
    assert found.url == "https://www.youtube.com/post/UgkxEXAMPLEpostpost"


VIDEOS = (
    "Video ID,Video Description (Original),Video Title (Original),Privacy,Video Create Timestamp,"
    "Video Publish Timestamp\n"
)
TEXTS = (
    "Video ID,Video Description (Original) Segment 1,Video Description (Original) Segment 2,"
    "Video Title (Original) Segment 1\n"
)


def test_long_descriptions_come_in_two_files():
    """The segments are joined with nothing between, and the longer text counts."""
    row = f"abcdefghijk,Filmed between,Neck,Unlisted,{WHEN},2024-09-01T00:00:00Z\n"
    files: dict[str, str | bytes] = {
        f"{YOUTUBE}video metadata/videos.csv": VIDEOS + row,
        f"{YOUTUBE}video metadata/video texts.csv": f"{TEXTS}abcdefghijk,Filmed between ,appointments.,Neck\n",
    }
    for order in (files, dict(reversed(files.items()))):
        [found] = read(order).posts

        assert (found.text, found.kind, found.audience) == ("Neck\n\nFilmed between appointments.", "caption", "public")
        assert found.posted_at == datetime(2024, 9, 1, tzinfo=UTC)


def test_old_playlists_list_their_videos_below():
    """Until 2022 two tables stood in one file."""
    written = (
        "Playlist Id,Channel Id,Time Created,Time Updated,Title,Description,Visibility\n"
        f"PLexampleexample,{CHANNEL},2017-09-01 08:00:00 UTC,2017-09-02 08:00:00 UTC,Year 9,for them,Private\n\n"
        "Video Id,Time Added\n" + "abcdefghijk,2017-09-01 08:01:00 UTC\n" * 20
    )
    [found] = read_one(f"{YOUTUBE}playlists/Year 9.csv", written).posts

    assert (found.text, found.audience) == ("Year 9\n\nfor them", "private")


# --- YouTube: pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lead",
    [
        'Sent at 2016-06-15T08:50:49Z while watching <a href="http://www.youtube.com/watch?v=abcdefghijk">Castles</a>.',
        'You replied to <a href="http://www.youtube.com/watch?v=abcdefghijk">Castles</a>, 2016-06-15 08:50:49\xa0UTC',
        'Am 2016-06-15 08:50:49 UTC zu <a href="http://www.youtube.com/watch?v=abcdefghijk">Castles</a> gesendet.',
    ],
)
def test_old_pages_of_comments(lead: str):
    """The sentence before the first line break is Google's, in any language; all behind it is the comment."""
    page = f"<html><body><ul><li>{lead}<br/>One &lt;3<br>two<br/>\nthree</li></ul></body></html>"
    [found] = read_one("Takeout/YouTube/my-comments/my-comments.html", page).posts

    assert found.text == "One <3\ntwo\nthree"
    assert found.posted_at == datetime(2016, 6, 15, 8, 50, 49, tzinfo=UTC)
    assert (found.url, found.reply_to) == ("https://www.youtube.com/watch?v=abcdefghijk", "Castles")


def test_an_item_without_words_is_told():
    """A sentence of Google's alone."""
    page = "<ul><li>You added a comment at 2018-02-02 10:00:00 UTC.</li><li>Help</li></ul>"
    reading = read_one("Takeout/YouTube/my-comments/my-comments.html", page)

    assert unread(reading) == [("[1]", "no words stand where they should")]


def test_searches_are_read_from_addresses():
    """In JSON and in pages of any language; what was watched is not."""
    entries = [
        {"title": "Searched for x", "titleUrl": "https://www.youtube.com/results?search_query=hip+pain", "time": WHEN},
        {"title": "Watched y", "titleUrl": "https://www.youtube.com/watch?v=abcdefghijk", "time": WHEN},
    ]
    page = (
        '<div class="outer-cell"><div class="content-cell">Nach <a href="https://www.youtube.com/results?search_query='
        'knee&amp;x=1">knee</a> gesucht<br>15.06.2022, 20:30:41 MESZ<br></div></div>'
        '<div class="outer-cell"><div class="content-cell"><a href="https://www.youtube.com/watch?v=a">z</a></div></div>'
    )
    found = [
        *read_one(f"{YOUTUBE}history/search-history.json", entries).posts,
        *read_one(f"{YOUTUBE}Verlauf/Suchverlauf.html", page).posts,
        *read_one(f"{YOUTUBE}xyz/unknown.html", page).posts,
    ]

    assert [post.text for post in found] == ["hip pain", "knee", "knee"]
    assert {(post.kind, post.audience) for post in found} == {("note", "private")}


# --- Business Profile ------------------------------------------------------------------------------------------------


def review(**more: Any) -> dict[str, Any]:
    return {
        "name": "accounts/1/locations/2/reviews/AbC",
        "reviewer": {"displayName": "A. Reviewer"},
        "starRating": "TWO",
        "createTime": "2023-05-02T10:11:12.000001Z",
        **more,
    }


def reply(text: str, when: str = "2023-05-03T08:00:00Z") -> dict[str, Any]:
    return {"reviewReply": {"comment": text, "updateTime": when}}


def test_only_the_answer_is_ones_own():
    """The client's words never become a post; a review without words can be answered."""
    reading = read_one(
        f"{LOCATION}reviews.json",
        {"reviews": [review(comment="Rushed.", **reply("Thank you.")), review(comment="Fine")]},
    )
    [found] = reading.posts

    assert (found.kind, found.text, found.audience, found.reply_to) == ("reply", "Thank you.", "public", "A. Reviewer")
    assert found.headline == "Answer to a review with 2 of 5 stars."
    assert "Rushed" not in repr(reading)


def test_pages_of_reviews_and_the_name_of_the_business():
    """`reviews-<token>.json` and `reviews_001.json`; the name stands in a file beside them."""
    name = {
        "attributes": [{"id": {"attributeType": "LISTING_NAME"}, "values": [{"datum": {"listingName": {"text": "H"}}}]}]
    }
    files: dict[str, str | bytes] = {
        f"{LOCATION}additionalData.json": json.dumps(name),
        f"{LOCATION}reviews-Qm9v.json": json.dumps({"reviews": [review(**reply("one"))]}),
        "Takeout/Google My Business/account-1/location-3/reviews_001.json": json.dumps(
            {"reviews": [review(**reply("two"))]}
        ),
    }
    reading = read(files)

    assert sorted((post.text, post.container) for post in reading.posts) == [("one", "H"), ("two", "")]


def test_an_answer_that_was_replaced():
    """The same review stands under two accounts; the later wording is the live one."""
    old = review(**reply("You never paid.", "2023-01-01T00:00:00Z"))
    new = review(**reply("Thank you.", "2024-01-01T00:00:00Z")) | {"name": "accounts/9/locations/2/reviews/AbC"}
    found = read_one(f"{LOCATION}reviews.json", {"reviews": [old, new]}).posts

    assert [(post.text, post.state) for post in found] == [
        ("You never paid.", "earlier version"),
        ("Thank you.", "live"),
    ]


def test_the_translation_is_googles():
    """Of a translated answer the original is kept."""
    written = "(Translated by Google) Lovely!\n\n(Original)\nFijn!"
    both = [review(**reply(written)), review(**reply("Fijn!\n\n(Translated by Google)\nLovely!"))]

    assert texts(read_one(f"{LOCATION}reviews.json", {"reviews": both})) == ["Fijn!", "Fijn!"]


def test_only_the_merchants_answers_to_questions():
    """Neighbours answer questions too."""
    answers = [{"author": {"type": "LOCAL_GUIDE"}, "text": "no"}, {"author": {"type": "MERCHANT"}, "text": "yes"}]

    assert texts(read_one(f"{LOCATION}questions.json", {"questions": [{"text": "open?", "topAnswers": answers}]})) == [
        "yes"
    ]


def test_posts_of_the_business():
    """Each in a folder of its own."""
    [found] = read_one(
        f"{LOCATION}localPost-1/data.json", {"summary": "Open on Monday", "event": {"title": "Fair"}}
    ).posts

    assert (found.kind, found.text) == ("post", "Fair\n\nOpen on Monday")


# --- Maps ------------------------------------------------------------------------------------------------------------

NEW = {
    "date": "2024-09-29T22:34:08.176711Z",
    "five_star_rating_published": 4,
    "google_maps_url": "https://www.google.com/maps/place//data=1",
    "location": {"name": "Example Café", "address": "1 Example St"},
    "review_text_published": "Handy.",
}
OLD = {
    "Published": "2024-09-29T22:34:08Z",
    "Star Rating": 4,
    "Google Maps URL": "https://www.google.com/maps/place//data=1",
    "Location": {"Business Name": "Example Café", "Address": "1 Example St"},
    "Review Comment": "Handy.",
}
POINT = {"type": "Point", "coordinates": [12.345678, 54.321]}


@pytest.mark.parametrize(
    "feature",
    [
        {"type": "Feature", "geometry": POINT, "properties": NEW},
        {"type": "Feature", "geometry": POINT, "properties": OLD},
        {"type": "Feature", "geometry": POINT, **NEW, "location": [NEW["location"]]},
    ],
)
def test_spellings_of_a_review(feature: Any):
    """Title-case keys in older exports; no properties, and a list of places, in downloads of one kind of data."""
    for name in (
        f"{MAPS}Reviews.json",
        "Portability/Maps (your places)/Reviews.json",
        "Takeout/Maps (Meine Orte)/Bewertungen.json",
    ):
        [found] = read_one(name, {"type": "FeatureCollection", "features": [feature]}).posts

        assert (found.kind, found.text, found.place, found.audience) == ("review", "Handy.", "Example Café", "public")
        assert found.url == "https://www.google.com/maps/place//data=1"
        assert "12.345678" not in repr(found)


def test_a_review_of_stars_alone_says_so():
    """What was ticked beside them is told too."""
    stars = {key: value for key, value in NEW.items() if key != "review_text_published"}
    questions = [{"question": "Service", "rating": 5}, {"question": "Meal type", "selected_option": "Lunch"}]
    [found] = read_one(f"{MAPS}Reviews.json", {"features": [{"properties": {**stars, "questions": questions}}]}).posts

    assert found.text == "Rated Example Café: 4 of 5 stars. Service: 5. Meal type: Lunch."


def test_notes_on_saved_places_are_private():
    """A comment in a list of saved places is a note to oneself; a place without one is no post."""
    places = [
        {"properties": {"comment": "daughter has the key", "location": NEW["location"]}},
        {"properties": {"location": {}}},
    ]
    for name in ("Saved Places.json", "Gespeicherte Orte.json", "Anything.json"):
        [found] = read_one(MAPS + name, {"type": "FeatureCollection", "features": places}).posts

        assert (found.kind, found.audience, found.text) == ("note", "private", "daughter has the key")


def test_lists_of_saved_places():
    """A table a list; its name and its notes are the person's."""
    table = "Title,Note,URL,Tags,Comment\n14 Example Row,stairs,https://a.example,,ask the son\nBeach,,,,\n"

    assert texts(read_one("Takeout/Saved/Visits.csv", table)) == ["Visits", "stairs\n\nask the son"]
    assert texts(read_one("Takeout/Saved/Want to go.csv", table)) == ["stairs\n\nask the son"]


def test_answers_to_questions_on_maps():
    """The question was somebody else's where it was answered."""
    content = {"questions": [{"question": "Is it loud?"}], "answers": [{"question": "Ramp?", "answer": "At the side."}]}
    found = read_one("Takeout/Maps/Questions and Answers/Questions and Answers.json", content).posts

    assert [(post.kind, post.text, post.reply_to) for post in found] == [
        ("post", "Is it loud?", ""),
        ("answer", "At the side.", "Ramp?"),
    ]


# --- Google+ ---------------------------------------------------------------------------------------------------------

ME = {"displayName": "Me", "resourceName": "users/111"}
OTHER = {"displayName": "Other", "resourceName": "users/222"}


def plus(**more: Any) -> str:
    return json.dumps({"creationTime": "2014-11-03 21:10:12+0000", "author": ME, "content": "Hi<br>there", **more})


def test_only_own_comments_under_own_posts():
    """Comments of others stand in the same file; in a community whole posts of others do."""
    comments = [{"author": OTHER, "content": "which?"}, {"author": ME, "content": "that one"}]
    files: dict[str, str | bytes] = {
        "Takeout/Google+ Stream/Posts/20141103 - a.json": plus(comments=comments),
        "Takeout/Google+ Communities/c/Posts/1.json": plus(author=OTHER, content="theirs"),
    }
    reading = read(files)

    assert sorted(texts(reading)) == ["Hi\nthere", "that one"]
    assert {post.state for post in reading.posts} == {"expired"}


@pytest.mark.parametrize(
    ("acl", "audience"),
    [
        ({"isPublic": True}, "public"),
        ({"visibleToStandardAcl": {"circles": [{"type": "CIRCLE_TYPE_PUBLIC"}]}}, "public"),
        ({"visibleToStandardAcl": {"circles": [{"type": "CIRCLE_TYPE_YOUR_CIRCLES"}]}}, "friends"),
        ({"communityAcl": {"community": {"displayName": "c"}}}, "group"),
        (None, "unknown"),
    ],
)
def test_audiences_of_google_plus(acl: Any, audience: str):
    """Circles, communities, collections."""
    [found] = read_one("Takeout/Google+ Stream/Posts/1.json", plus(postAcl=acl)).posts

    assert found.audience == audience


def test_a_reshare_without_own_words_is_somebody_elses():
    """With own words it is the person's post."""
    shared = {"author": OTHER, "content": "theirs"}
    [alone] = read_one("Takeout/Google+ Stream/Posts/1.json", plus(content="", resharedPost=shared)).posts
    [with_words] = read_one("Takeout/Google+ Stream/Posts/1.json", plus(resharedPost=shared)).posts

    assert (alone.kind, alone.own_words, with_words.kind, with_words.text) == ("repost", False, "post", "Hi\nthere")


def test_posts_exported_as_pages():
    """The main part, blocks in it included; what others wrote below it is not the person's."""
    page = (
        '<html><body><div class="author">2014-11-03T21:10:12+0000</div>'
        '<div class="main-content">Hi<div>there</div></div>'
        '<div class="comments">theirs</div></body></html>'
    )
    [found] = read_one("Takeout/Google+ Stream/Posts/20141103 - a.html", page).posts

    assert (found.text, found.clock) == ("Hi\nthere", "utc")


# --- the whole -------------------------------------------------------------------------------------------------------


def test_parts_of_one_export_are_read_together():
    """A product may be spread over several zips; whose it is stands in one of them."""
    channel = f"Channel ID,Channel Description (Original),Channel Title (Original)\n{CHANNEL},,Pim Moves\n"
    one = Archive("takeout-1-001.zip", [Member.of(COMMENTS, NEWEST + comment("a"))])
    two = Archive("takeout-1-002.zip", [Member.of(f"{YOUTUBE}channels/channel.csv", channel)])
    reading = read_exports([one, two])

    assert texts(reading) == ["a", "Pim Moves"]
    assert {post.account for post in reading.posts} == {"Pim Moves"}


def test_absent_is_not_empty():
    """What a part does not hold is told."""
    assert any("Maps reviews" in remark for remark in read_one(COMMENTS, NEWEST + comment("a")).remarks)


def test_blogger_and_unknown_products_are_not_claimed():
    """They belong to another parser, or are shown as unknown."""
    reading = read({COMMENTS: NEWEST + comment("a"), "Takeout/Newest Product/things.json": "{}"})

    assert [line.status for line in reading.members] == ["read", "unknown"]


# --- broken and hostile ----------------------------------------------------------------------------------------------

ODD = (None, 17, -1.5, True, [], {}, [[[[1]]]], {"a": {"b": [None]}}, "", "x" * 100_000, "\ud800", 1e300, "{" * 3000)
TEXT_ODD = (
    b"null",
    b"17",
    b'{"text":',
    b'"',
    b'\\"',
    b"\n",
    b"\xff",
    b"[" * 3000,
    b"<li>" * 500,
    b"x" * 100_000,
    b"\0",
)


def changed(name: str, content: bytes, chance: random.Random) -> bytes:
    if name.endswith(".json") and chance.random() < 0.6:
        return json.dumps(spoilt(json.loads(content), chance, ODD)).encode("utf-8", "replace")
    at = chance.randrange(len(content) + 1)
    match chance.randrange(5):
        case 0:
            return content[:at]
        case 1:
            flipped = bytearray(content)
            for _ in range(min(20, len(flipped))):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            return bytes(flipped)
        case 2:
            lines = content.split(b"\n")
            return b"\n".join([*lines, *chance.choices(lines, k=5)])
        case 3:
            cells = content.split(b",")
            cell_at = chance.randrange(len(cells))
            return b",".join([*cells[:cell_at], chance.choice(TEXT_ODD), *cells[cell_at + 1 :]])
        case _:
            return content[:at] + chance.choice(TEXT_ODD) + content[at:]


def test_mangled_files_never_raise():
    """Cut, flipped, emptied, doubled, filled with nonsense: posts and unread places come out, no exception."""
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        whole = {p.relative_to(sample).as_posix(): p.read_bytes() for p in sample.rglob("*") if p.is_file()}
        for seed in range(40):
            chance = random.Random(seed)
            reading = read({name: changed(name, content, chance) for name, content in whole.items()})

            assert all(isinstance(found, Post) for found in reading.posts)
            assert not [reason for _, reason in unread(reading) if "not built as we expect (" in reason]
