"""What only Facebook's JSON does. What every parser must do is in test_every_export.py."""

import io
import json
import random
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import Archive, Member
from audit.parsers import Reading, read_exports
from audit.parsers.facebook_json import MESSAGES, READS, finish
from audit.posts import KINDS, STATES, Post
from tests.parsers.mangle import mangled
from tests.parsers.reading import read as read_files

SAMPLES = sorted((Path(__file__).parents[2] / "sample_exports/facebook").glob("*/"))
V5 = "your_facebook_activity/"
TIMELINE = f"{V5}posts/your_posts__check_ins__photos_and_videos_1.json"
PROFILE = "personal_information/profile_information/profile_information.json"
MIRA = {"profile_v2": {"name": {"full_name": "Mira Testperson"}}}
NOON = 1573400000


def facebook(value: Any) -> str:
    """Write JSON as Facebook does: every byte of UTF-8 an escape of its own."""

    def broken(part: Any) -> Any:
        if isinstance(part, str):
            return part.encode().decode("latin-1")
        if isinstance(part, list):
            return [broken(inner) for inner in part]
        return {broken(key): broken(inner) for key, inner in part.items()} if isinstance(part, dict) else part

    return json.dumps(broken(value), indent=2)


def read(files: dict[str, Any], *, messages: bool = False) -> Reading:
    """Read an export made of these files; what is no text is written as Facebook writes JSON."""
    return read_files(files, messages=messages, written=facebook)


def posts(value: Any, path: str = TIMELINE, **more: Any) -> list[Post]:
    return read({path: value, PROFILE: MIRA}, **more).posts


def texts(value: Any, path: str = TIMELINE) -> list[str]:
    return [post.text for post in posts(value, path)]


def status(text: str, at: int = NOON, **more: Any) -> dict[str, Any]:
    return {"timestamp": at, "data": [{"post": text}], **more}


def attached(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"timestamp": NOON, "data": [], "attachments": [{"data": list(entries)}]}


def photo(name: str, at: int = NOON, **more: Any) -> dict[str, Any]:
    return {"uri": f"{V5}posts/media/your_posts/{name}", "creation_timestamp": at, **more}


def labelled(*labels: dict[str, Any], at: int | None = NOON, fbid: str = "1001") -> dict[str, Any]:
    record: dict[str, Any] = {"timestamp": at, "media": [], "label_values": list(labels), "fbid": fbid}
    return {key: value for key, value in record.items() if value is not None}


# --- where the files lie --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        TIMELINE,
        f"{V5}posts/your_posts__check_ins__photos_and_videos_3.json",
        "your_activity_across_facebook/posts/your_posts__check_ins__photos_and_videos_1.json",
        "this_profile's_activity_across_facebook/posts/profile_posts_1.json",
        "this_profile_s_activity_across_facebook/posts/profile_posts_1.json",
        "posts/your_posts_1.json",
        "facebook-mira-2026-05-14-a1b2c3d4/posts/your_posts.json",
        f"facebook-mira/part 1/{TIMELINE}",
        f"personal_information/profile_information/{TIMELINE}",
        "anything.txt",
        "fb_export/your_posts__check_ins__photos_and_videos_1.json",
    ],
)
def test_every_layout_and_a_renamed_file_are_read(path):
    """The timeline is found in every layout, below wrapper folders, and alone under any name."""
    [post] = read({path: [status("hello")]}).posts

    assert (post.text, post.network, post.posted_at) == ("hello", "facebook", datetime.fromtimestamp(NOON, UTC))


@pytest.mark.parametrize(
    "value",
    [
        [status("hello")],
        status("hello"),
        {"status_updates": [status("hello")]},
        {"group_posts": {"activity_log_data": [status("hello")]}},
        {"some_key_v7": [status("hello")]},
        [[status("hello")]],
    ],
)
def test_list_bare_record_and_wrappers_are_one(value):
    """One record comes as a bare object; lists stand under any key, until 2019 two deep."""
    assert texts(value) == ["hello"]


@pytest.mark.parametrize("mark", ["'", "’", "_", "%27"])
def test_apostrophes_in_names_are_spelt_in_many_ways(mark):
    """Anonymous group posts are found however an unpacker wrote the apostrophe, and are group posts."""
    path = f"{V5}groups/anonymous_posts_you{mark}ve_written.json"
    [post] = read({path: {"anonymous_author_posts": [status("please keep me anonymous")]}}).posts

    assert (post.kind, post.audience) == ("post", "group")


def test_a_part_without_profile_takes_the_account_of_the_other_part():
    """Only one part of a download says whose it is."""
    one = Archive("a.zip", [Member.of(PROFILE, facebook(MIRA))])
    two = Archive("b.zip", [Member.of(TIMELINE, facebook([status("hello")]))])

    assert [post.account for post in read_exports([one, two]).posts] == ["Mira Testperson"]


def test_files_taken_out_of_their_folders_keep_their_meaning():
    """People hand over a few files only: an earlier wording stays one, a deleted post stays in the trash."""
    label = {"label": "Text", "value": "old words"}
    files = {"edits_you_made_to_posts.json": [labelled(label)], "trash.json": [labelled(label | {"value": "binned"})]}

    assert [(post.text, post.state) for post in read(files).posts] == [
        ("old words", "earlier version"),
        ("binned", "trash"),
    ]


def test_others_words_are_left_out_and_say_so():
    """Posts on the person's wall, tagged posts, reactions and what was saved are no posts of the person's."""
    reading = read(
        {
            TIMELINE: [status("mine")],
            f"{V5}posts/other_people's_posts_to_your_timeline.json": {"wall_posts_sent_to_you_v2": [status("theirs")]},
            f"{V5}activity_you're_tagged_in/posts_you're_tagged_in.json": [status("theirs")],
            f"{V5}comments_and_reactions/likes_and_reactions_1.json": [status("theirs")],
            f"{V5}saved_items_and_collections/your_saved_items.json": {"saves_v2": [status("theirs")]},
            f"{V5}groups/group_invites_you've_received.json": [labelled({"label": "Name", "value": "theirs"})],
            f"{V5}voting/no-data.txt": "nothing",
        }
    )

    assert [post.text for post in reading.posts] == ["mine"]
    assert all(line.reason for line in reading.members if line.name != TIMELINE)
    assert {line.status for line in reading.members} == {"read", "left out"}


def test_an_unknown_file_of_a_known_folder_is_read_by_its_shape():
    """New files come every year; in a folder of the person's posts they are read by what is in them."""
    assert texts([status("new")], f"{V5}posts/something_new.json") == ["new"]
    assert texts([labelled({"label": "Neu", "value": "auch neu"})], f"{V5}groups/something_new.json") == ["auch neu"]


# --- the post object ------------------------------------------------------------------------------------------------


def test_every_post_element_is_taken_wherever_it_stands():
    """`data` may hold empty objects and time stamps first, and several `post`s."""
    record = {"timestamp": NOON, "data": [{}, {"update_timestamp": NOON}, {"post": "one"}, {"post": "two"}]}

    assert texts([record]) == ["one\n\ntwo"]


def test_captions_beside_the_text_are_kept_and_a_copy_of_it_is_not():
    """The first caption often repeats the post; those of the other pictures stand nowhere else."""
    media = [{"media": photo(f"{n}.jpg", description=text)} for n, text in enumerate(["Cake", "Cake", "And the cat"])]
    record = {"timestamp": NOON, "data": [{"post": "Cake"}], "attachments": [{"data": media}]}
    [post] = posts([record])

    assert (post.text, post.media, post.kind) == ("Cake\n\nAnd the cat", 3, "post")


def test_a_name_that_is_part_of_another_word_is_kept():
    """A caption "Ann" does not stand in "Anniversary"."""
    record = status("Anniversary dinner") | attached({"media": photo("1.jpg", description="Ann")})

    assert texts([record | status("Anniversary dinner")]) == ["Anniversary dinner\n\nAnn"]


def test_nested_attachments_are_read():
    """An attachment may hold attachments."""
    inner = {"attachments": [{"data": [{"media": photo("1.jpg", description="deep")}]}]}

    assert texts([attached(inner)]) == ["deep"]


def test_tags_are_names_or_objects():
    """Until 2020 tags were plain names."""
    assert posts([status("a", tags=["Ola Nordmann"])])[0].people == ("Ola Nordmann",)
    assert posts([status("a", tags=[{"name": "Ola Nordmann"}])])[0].people == ("Ola Nordmann",)


@pytest.mark.parametrize(
    ("entry", "kind", "text", "link_title", "place"),
    [
        ({"external_context": {"url": "https://example.org/s", "name": "Sleep"}}, "share", "", "Sleep", ""),
        ({"place": {"name": "Café Beispiel", "address": "Gasse 1"}}, "checkin", "", "", "Café Beispiel, Gasse 1"),
        ({"text": "words of a memory"}, "post", "words of a memory", "", ""),
        ({"event": {"name": "Fair", "description": "Come"}}, "share", "", "Fair\n\nCome", ""),
        ({"note": {"title": "T", "text": "Long"}}, "article", "T\n\nLong", "", ""),
        ({"poll": {"question": "Q?", "options": [{"option": "A"}]}}, "post", "Q?\n\nA", "", ""),
        ({"life_event": {"title": "Started at the clinic"}}, "post", "Started at the clinic", "", ""),
        ({"for_sale_item": {"title": "Desk", "description": "Oak", "seller": "M"}}, "listing", "Desk\n\nOak", "", ""),
        ({"fundraiser": {"title": "For the shelter", "goal_amount": "$5"}}, "listing", "For the shelter", "", ""),
        ({"fun_fact": {"question": "Best?", "answer": "Plums"}}, "post", "Best?\n\nPlums", "", ""),
        ({"new_in_2031": [{"deep": {"words": "never lost"}}]}, "post", "never lost", "", ""),
    ],
)
def test_every_kind_of_attachment_gives_its_words(entry, kind, text, link_title, place):
    """Words hide in a dozen kinds of attachments; a kind that nobody knows is searched for words."""
    [post] = posts([attached(entry)])

    assert (post.kind, post.text, post.link_title, post.place) == (kind, text, link_title, place)


def test_a_link_with_a_client_in_its_path_is_kept_without_words():
    """Both fields of a link may be empty, and the address alone may tell."""
    [post] = posts([attached({"external_context": {"name": "", "url": "https://example.org/case/smith"}})])

    assert (post.kind, post.text, post.link_url) == ("share", "", "https://example.org/case/smith")


def test_a_sentence_of_facebooks_is_the_text_only_if_it_tells_something():
    """A feeling, a place or company stands in `title` alone; "updated her status" does not count."""
    telling = {"timestamp": NOON, "data": [], "title": "Mira Testperson was feeling sad with Ola Nordmann."}
    empty = [
        {"timestamp": NOON, "data": [], "title": title}
        for title in ("Mira Testperson updated her status.", "Mira Testperson hat einen Link geteilt.")
    ]

    assert texts([telling, *empty]) == ["Mira Testperson was feeling sad with Ola Nordmann."]


def test_a_post_of_nothing_but_time_is_none():
    """One in ten records holds an edit time and nothing else."""
    assert texts([{"timestamp": NOON, "attachments": [], "data": [{"update_timestamp": NOON}]}]) == []


def test_a_mention_is_written_as_the_name():
    """Markup with an unbalanced bracket in the name does not eat the rest."""
    [post] = posts([status("Thanks @[100000000000001:2048:Ola Nordmann], and @[7:69:Team [North]], bye")])
    [odd] = posts([status("See @[1:2:Foo [bar] and so on")])

    assert post.text == "Thanks Ola Nordmann, and Team [North], bye"
    assert post.people == ("Ola Nordmann", "Team [North]")
    assert odd.text == "See Foo [bar and so on"


def test_only_ones_own_comments_under_a_picture_are_taken():
    """Until 2020 pictures carried everybody's comments."""
    remarks = [
        {"timestamp": NOON, "author": "Ola Nordmann", "comment": "theirs"},
        {"timestamp": NOON, "author": "Mira Testperson", "comment": "mine"},
    ]
    found = posts([attached({"media": photo("1.jpg", description="Us", comments=remarks)})])

    assert [(post.kind, post.text) for post in found] == [("caption", "Us"), ("comment", "mine")]


def test_comments_under_a_picture_are_not_taken_if_nobody_knows_whose_they_are():
    """Without the person's name it is said that they were passed over."""
    remarks = [{"timestamp": NOON, "author": "Ola Nordmann", "comment": "whose?"}]
    reading = read({TIMELINE: [attached({"media": photo("1.jpg", comments=remarks)})]})

    assert [post.text for post in reading.posts] == [""]
    assert reading.members[0].unread_count == 1


def test_addresses_of_machines_never_become_words():
    """Upload addresses stand beside every picture; e-mail addresses in the profile."""
    record = attached({"media": photo("1.jpg", media_metadata={"exif_data": [{"upload_ip": "192.0.2.7"}]})})
    record["unknown"] = {"ip": "192.0.2.7", "also": "2607:fb90:889a::172c", "mail": "mira@example.org"}

    assert "192.0.2" not in repr(posts([record]))
    assert texts([record]) == [""]


@pytest.mark.parametrize("time", [0, -1, None, "soon", -62169958800, True, 10**30, [1]])
def test_an_unusable_time_costs_the_time_only(time):
    """Zero and negative times mean unknown: the words stay."""
    [post] = posts([{"timestamp": time, "data": [{"post": "still here"}]}])

    assert (post.text, post.posted_at) == ("still here", None)


# --- other files ----------------------------------------------------------------------------------------------------


def test_a_comment_has_its_group_and_whom_it_answers():
    """`group` stands only on comments in groups; the other's name only in the sentence."""
    comment = {"timestamp": NOON, "comment": "You were brave.", "author": "Old Name", "group": "Night Nurses"}
    record = {"timestamp": NOON, "title": "Mira replied to Ola Nordmann's comment.", "data": [{"comment": comment}]}
    [post] = posts({"comments_v2": [record]}, f"{V5}comments_and_reactions/comments.json")

    assert (post.kind, post.container, post.audience) == ("comment", "Night Nurses", "group")
    assert post.reply_to == "Ola Nordmann"


def test_comments_in_groups_are_read_from_either_file():
    """They may stand in both files, or only in the groups' file."""
    comment = {"data": [{"comment": {"comment": "Beer for slugs", "group": "Allotments", "timestamp": NOON}}]}
    path = f"{V5}groups/your_comments_in_groups.json"
    both = read({f"{V5}comments_and_reactions/comments.json": {"comments_v2": [comment]}, path: [comment]}).posts

    assert texts({"group_comments_v2": [comment]}, path) == ["Beer for slugs"]
    assert [(post.text, len(post.also_in)) for post in both] == [("Beer for slugs", 1)]


def test_an_albums_name_is_words_unless_facebook_gave_it():
    """Name and description stand only in the album file, and so do most pictures."""
    album = {"photos": [photo("1.jpg", description="bay 4")], "name": "Ward do", "description": "Goodbye all"}
    given = {"photos": [photo("2.jpg")], "name": "Mobile uploads", "description": ""}

    assert texts(album, f"{V5}posts/album/0.json") == ["Ward do\n\nGoodbye all", "bay 4"]
    assert texts(given, f"{V5}posts/album/1.json") == [""]
    assert posts(album, "photos_and_videos/album/0.json")[1].container == "Ward do"


def test_videos_have_a_title_and_a_description():
    """Both were typed."""
    video = {"uri": "v.mp4", "creation_timestamp": NOON, "title": "Carnival", "description": "Our float"}

    assert texts({"videos_v2": [video]}, f"{V5}posts/your_videos.json") == ["Carnival\n\nOur float"]


def test_answers_to_a_groups_questions_are_read():
    """They say where one works. The question is what they answer."""
    answer = {"question": "Where do you work?", "answer": "East ward", "timestamp": NOON}
    group = {"answers": [answer], "group_name": "Nurses"}
    value = {"group_membership_questions_answers_v2": {"group_answers": [group]}}
    [post] = posts(value, f"{V5}groups/your_answers_to_membership_questions.json")

    assert (post.kind, post.text, post.reply_to) == ("answer", "East ward", "Where do you work?")
    assert (post.container, post.audience) == ("Nurses", "group")


@pytest.mark.parametrize(
    ("path", "value", "kind", "state", "text"),
    [
        ("posts/archive.json", {"archive_v2": [status("a")]}, "post", "archived", "a"),
        ("posts/trash.json", [labelled({"label": "Message", "value": "a"})], "post", "trash", "a"),
        ("reels/your_reels.json", {"lasso_videos_v2": [status("a")]}, "caption", "live", "a"),
        ("groups/your_pending_posts_in_groups.json", {"pending_posts_v2": [status("a")]}, "post", "draft", "a"),
        ("stories/archived_stories.json", {"archived_stories_v2": [status("a")]}, "caption", "expired", "a"),
        ("stories/story_reactions.json", {"stories_feedback_v2": [{"data": [{"text": "a"}]}]}, "comment", "live", "a"),
        ("other_activity/notes.json", {"notes_v2": [{"title": "T", "text": "b", "created_timestamp": NOON}]},
         "article", "live", "T\n\nb"),
        ("events/your_events.json", {"your_events_v2": [{"name": "E", "description": "d", "create_timestamp": NOON}]},
         "event", "live", "E\n\nd"),
        ("facebook_marketplace/items_sold.json", {"items_selling_v2": [{"title": "Desk", "price": "5", "seller": "M"}]},
         "listing", "live", "Desk"),
        ("posts/edits_you_made_to_posts.json", [labelled({"label": "Texte", "value": "a"})], "post",
         "earlier version", "a"),
        ("comments_and_reactions/your_comment_edits.json", [labelled({"label": "文字", "value": "a"})], "comment",
         "earlier version", "a"),
    ],
)  # fmt: skip
def test_each_file_says_what_its_records_are(path, value, kind, state, text):
    """Kind and state come from the file where the record is silent."""
    [post] = posts(value, f"{V5}{path}")

    assert (post.kind, post.state, post.text) == (kind, state, text)


def test_searches_and_reports_are_private_notes():
    """Names that were looked up are client data though nobody saw them. The same words stand twice in a record."""
    search = attached({"text": '"danny dray"'}) | {"data": [{"text": "danny dray"}]}
    [post] = posts({"searches_v2": [search]}, "logged_information/search/your_search_history.json")

    assert (post.kind, post.audience, post.text) == ("note", "private", "danny dray")


def test_a_vote_gives_what_was_chosen_and_not_the_others_choices():
    """Somebody's poll: only the option with the vote is the person's."""
    poll = {"question": "Best?", "options": [{"option": "Jam", "voted": True}, {"option": "Cream", "voted": False}]}
    [post] = posts({"poll_votes_v2": [attached({"poll": poll})]}, f"{V5}polls/polls_you_voted_on.json")

    assert (post.kind, post.text, post.link_title) == ("answer", "Jam", "Best?")


def test_a_recommendation_keeps_the_page():
    """There are names only, no words."""
    page = {"name": "Marlowe Bikes", "timestamp": NOON, "url": "https://www.facebook.com/marlowe.example"}
    path = f"{V5}pages/pages_and_profiles_you've_recommended.json"
    [post] = posts({"recommended_pages_v2": [page]}, path)

    assert (post.kind, post.link_title) == ("review", "Marlowe Bikes")


def test_a_friends_picture_in_ones_birthday_story_is_not_ones_own():
    """Friends can add to a birthday story; the sentence tells whose it is."""
    title = "Ola Nordmann's photo from Mira Testperson's birthday story was added to Mira's archive."
    record = attached({"media": photo("1.jpg", description="theirs")}) | {"title": title}

    assert texts({"archived_stories_v2": [record]}, f"{V5}stories/archived_stories.json") == []


def test_the_profile_gives_bios_and_no_addresses():
    """About, quotations, work and schools under any key; never mail, telephone, friends or pages."""
    profile = {
        "name": {"full_name": "Zoë Test"},
        "emails": {"emails": ["zoe@example.org"]},
        "phone_numbers": [{"phone_number": "+44 1"}],
        "family_members": [{"name": "Kim"}],
        "about_me": "Nurse",
        "favorite_quotes": "Tea first",
        "key_of_2031": {"text": "still read"},
        "work_experiences": [{"employer": "East Ward", "title": "Sister", "description": "Nights"}],
    }
    reading = read({PROFILE: {"profile_v2": profile}, TIMELINE: [status("x")]})
    bios = [post.text for post in reading.posts if post.kind == "bio"]

    assert bios == ["Nurse", "Tea first", "still read", "Sister, East Ward\n\nNights"]
    assert reading.accounts["facebook"][0].name == "Zoë Test"
    assert reading.accounts["facebook"][0].about == "Nurse\nSister, East Ward"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("logged_information/location/timezone.json", labelled({"label": "Tijdzone", "value": "Europe/Amsterdam"})),
        ("location/timezone.json", {"timezone_v2": "Europe/Amsterdam"}),
    ],
)
def test_the_time_zone_is_read(path, value):
    """HTML exports are on this clock."""
    assert read({path: value, PROFILE: MIRA}).accounts["facebook"][0].time_zone == "Europe/Amsterdam"


# --- label/value ----------------------------------------------------------------------------------------------------


def test_labelled_text_is_found_whatever_the_language_and_depth():
    """Labels are in the account's language: no text is looked for under "Text"."""
    deep = {"title": "Détails", "dict": [{"dict": [{"label": "Légende", "value": "très profond"}]}]}
    listed = {"label": "Liste", "vec": [{"value": "et"}]}
    record = labelled({"label": "Texte", "value": "Ancienne version"}, deep, listed)

    assert texts([record], f"{V5}posts/archive.json") == ["Ancienne version\n\ntrès profond\n\net"]


def test_addresses_numbers_and_places_among_labels_are_no_words():
    """The Facebook address is the post's own; what stands beside a coordinate is a place."""
    url = "https://www.facebook.com/mira/posts/1001"
    spot = {"label": "Ort", "dict": [{"label": "K", "value": "(1.25 , 2.5)"}, {"label": "N", "value": "Café Beispiel"}]}
    values = [{"label": "Nachricht", "value": "Pause"}, {"label": "Adresse", "value": url, "href": url}, spot]
    values += [{"label": "Zahl", "value": "17"}, {"label": "Zeit", "timestamp_value": NOON + 60}]
    [post] = posts([labelled(*values)], f"{V5}posts/check-ins.json")

    assert (post.text, post.url, post.place) == ("Pause", url, "Café Beispiel")
    assert (post.native_id, post.kind, post.link_url) == ("1001", "checkin", "")


def test_a_label_that_names_somebody_is_not_the_text():
    """Whose wall it was is what the post answers; one's own name is nothing."""
    labels = [{"label": "Target", "value": "Ola"}, {"label": "Owner", "value": "Mira Testperson"}]
    record = labelled(*labels, {"label": "Message", "value": "Bring biscuits"})
    [post] = posts([record], f"{V5}posts/posts_on_other_pages_and_profiles.json")

    assert (post.text, post.reply_to, post.people) == ("Bring biscuits", "Ola", ())


def test_captions_and_visit_times_among_labels_are_found():
    """Pictures hang on a label; a record may have its time only there."""
    media = {"label": "Fotos", "media": [photo("1.jpg", description="caption")]}
    [post] = posts([labelled(media, {"label": "Besucht", "timestamp_value": NOON}, at=None)], f"{V5}posts/trash.json")

    assert (post.text, post.media, post.posted_at) == ("caption", 1, datetime.fromtimestamp(NOON, UTC))


# --- letters --------------------------------------------------------------------------------------------------------


def test_letters_written_as_bytes_are_repaired_keys_too():
    """`é` comes as \\u00c3\\u00a9, an emoji as four escapes, in values, labels and wrapper keys."""
    post = r'{"post": "caf\u00c3\u00a9 \u00f0\u009f\u0099\u0082"}'
    raw = r'{"d\u00c3\u00a9j\u00c3\u00a0_v2": [{"timestamp": 1573400000, "data": [' + post + "]}]}"

    assert texts(raw) == ["café 🙂"]


@pytest.mark.parametrize(
    "raw",
    [
        '[{"timestamp": 1573400000, "data": [{"post": "là\u00a0»"}]}]',
        r'[{"timestamp": 1573400000, "data": [{"post": "l\u00e0\u00a0\u00bb"}, {"update_timestamp": "\u2019"}]}]',
        r'[{"timestamp": 1573400000, "data": [{"post": "l\u00e0\u00a0\u00bb"}], "title": "caf\u00e9 d\u00e9j\u00e0"}]',
    ],
)
def test_a_clean_file_is_never_repaired(raw):
    """Real UTF-8, an escape above 00ff, or escapes that are no UTF-8 bytes: correct text that looks broken stays."""
    assert texts(raw) == ["là\u00a0»"]


def test_a_typed_backslash_does_not_hide_the_defect():
    """A person may write \\u2019 as six characters: that is no escape."""
    raw = r'[{"timestamp": 1573400000, "data": [{"post": "caf\u00c3\u00a9 \\u2019"}]}]'

    assert texts(raw) == [r"café \u2019"]


def test_text_is_repaired_once():
    """A person may have typed broken letters on purpose."""
    assert texts([status("cafÃ© is café")]) == ["cafÃ© is café"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"good \u00c3\u00a9 cut \u00f0\u009f\u0099", "good é cut \ufffd"),
        (r"\u00c3\u00a9 \u00ed\u00a0\u00bd\u00ed\u00b9\u0082", "é 🙂"),
        (r"\u00c3\u00a9 \u00ff\u00fe lost", "Ã© ÿþ lost"),
    ],
)
def test_cut_and_odd_sequences(written, meant):
    """A cut end becomes U+FFFD, halves of an emoji are joined, what cannot be repaired is kept."""
    good = r'{"timestamp": 1, "data": [{"post": "\u00c3\u00a9\u00c3\u00a9 \u00c3\u00a9 \u00c3\u00a9 \u00c3\u00a9"}]}'
    raw = f'[{good}, {{"timestamp": 1573400000, "data": [{{"post": "{written}"}}]}}]'

    assert texts(raw)[1] == meant


def test_what_could_not_be_repaired_is_told_without_words():
    """The count stands in the account of reading."""
    raw = r'[{"data": [{"post": "\u00c3\u00a9 \u00c3\u00a9"}]}, {"data": [{"post": "secret \u00ff\u00fe"}]}]'
    [line] = [line for line in read({TIMELINE: raw}).members if line.name == TIMELINE]

    assert line.unread_count == 1 and "1 texts" in line.unread[0].reason and "secret" not in line.unread[0].reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_saved_anew_by_an_editor(encoding):
    """A byte-order mark, UTF-16 and raw control characters inside a text are no obstacle."""
    raw = '[{"timestamp": 1573400000, "data": [{"post": "one\ttwo\nthree"}]}]'.encode(encoding)

    assert texts(raw) == ["one\ttwo\nthree"]


# --- messages -------------------------------------------------------------------------------------------------------


def thread(*messages: dict[str, Any], people: Any = None) -> dict[str, Any]:
    people = people or [{"name": "Ola Nordmann"}, {"name": "Mira Testperson"}]
    return {"participants": people, "messages": list(messages), "title": "Ola Nordmann", "magic_words": []}


THREAD = f"{V5}messages/inbox/olanordmann_1/message_1.json"


def said(who: str, text: str, **more: Any) -> dict[str, Any]:
    return {"sender_name": who, "timestamp_ms": NOON * 1000 + 123, "content": text, **more}


def test_only_ones_own_messages_are_taken_and_their_times_are_milliseconds():
    """The other side of a chat is never the person's words; calls and unsent messages are none."""
    value = thread(said("Ola Nordmann", "theirs"), said("Mira Testperson", "mine"),
                   said("Mira Testperson", "Mira called you.", call_duration=3),
                   said("Mira Testperson", "gone", is_unsent=True))  # fmt: skip
    [post] = posts(value, THREAD, messages=True)

    assert (post.kind, post.text, post.container, post.audience) == ("message", "mine", "Ola Nordmann", "private")
    assert post.posted_at == datetime.fromtimestamp(NOON, UTC).replace(microsecond=123000)
    assert post.people == ("Ola Nordmann",)
    assert posts(value, THREAD) == []


def test_without_a_profile_the_person_is_who_is_in_every_chat():
    """A part of an export with chats only: the one whom no chat of two is named after."""
    people = [{"name": "Kim"}, {"name": "Mira Testperson"}]
    other = thread(said("Mira Testperson", "b"), people=people) | {"title": "Kim"}
    reading = read({THREAD: thread(said("Mira Testperson", "a")), f"{V5}messages/inbox/kim_2/message_1.json": other},
                   messages=True)  # fmt: skip

    assert sorted(post.text for post in reading.posts) == ["a", "b"]


def test_if_nobody_knows_who_the_person_is_no_message_is_taken():
    """Other people's words are worse than none; it is told."""
    group = thread(said("Kim", "whose?"), people=[{"name": "Kim"}, {"name": "Ola"}, {"name": "Mira"}])
    reading = read({THREAD: group | {"title": "Walkers"}}, messages=True)

    assert reading.posts == []
    assert "not said" in reading.members[0].reason


def test_encrypted_chats_are_a_flat_download_of_another_shape():
    """Plain names, camel case, milliseconds under `timestamp`; the files are named after people, so content tells."""
    value = {
        "participants": ["Mira Testperson", "Ola Nordmann"],
        "threadName": "Ola Nordmann_4",
        "messages": [
            {"senderName": "Mira Testperson", "text": "mine", "timestamp": 1717321402123, "type": "text"},
            {"senderName": "Ola Nordmann", "text": "theirs", "timestamp": 1717321402124, "type": "text"},
            {"senderName": "Mira Testperson", "text": "User unsent a message", "type": "placeholder", "isUnsent": True},
            {"senderName": "Mira Testperson", "text": "", "type": "media", "media": [{"uri": "./media/x.jpeg"}]},
        ],
    }
    found = read({"Ola Nordmann_4.json": value, "media/x.jpeg": "x"}, messages=True).posts

    assert [(post.text, post.media) for post in found] == [("mine", 0), ("", 1)]
    assert found[0].posted_at and found[0].posted_at.year == 2024


def test_of_a_chat_with_an_ai_only_the_persons_side_is_taken():
    """Every message is a group of labels with sender, text and time."""

    def turn(who: str, text: str) -> dict[str, Any]:
        return {"dict": [{"label": "Von", "value": who}, {"label": "Text", "value": text}, {"timestamp_value": NOON}]}

    value = labelled({"label": "Verlauf", "dict": [turn("Mira Testperson", "my client asks"), turn("Meta AI", "well")]})
    [post] = posts(value, f"{V5}messages/ai_conversations.json")

    assert (post.kind, post.text, post.audience) == ("note", "my client asks", "private")


def test_of_a_support_case_only_the_persons_side_is_taken():
    """Cases are keyed by number; the answer of the help desk is not the person's."""
    mine = {"from": "mira@example.org", "to": "Facebook Help Team", "message": "please remove it", "timestamp": NOON}
    theirs = {"from": "Facebook", "to": "Mira Testperson", "message": "we did", "timestamp": NOON}
    value = {"support_messages": {"10230": {"subject": "Photo", "messages": [mine, theirs]}}}
    [post] = posts(value, f"{V5}messages/support_messages.json")

    assert (post.kind, post.text) == ("note", "please remove it")
    assert "@" not in repr(post)


# --- one post, many copies ------------------------------------------------------------------------------------------


def test_two_texts_of_one_second_are_two_posts():
    """Batches exist."""
    assert texts([status("Yes"), status("Yes please")]) == ["Yes", "Yes please"]


def test_the_same_words_within_two_seconds_are_one_post():
    """Timeline and group file differ by a second; the group is kept."""
    group = {"group_posts_v2": [status("Swap?", NOON + 2, title="Mira posted in Night Nurses.")]}
    [post] = read({TIMELINE: [status("Swap?")], f"{V5}groups/group_posts_and_comments.json": group}).posts

    assert (post.audience, post.container, len(post.also_in)) == ("group", "Night Nurses", 1)


def test_a_post_exported_once_a_picture_is_one_post():
    """A group file repeats a post for each of its pictures, without words, in the same second."""
    media = [{"media": photo(f"{n}.jpg")} for n in range(3)]
    whole = {"timestamp": NOON, "data": [{"post": "All the pictures"}], "attachments": [{"data": media}]}
    [post] = posts({"group_posts_v2": [attached(media[0]), whole, attached(media[1]), attached(media[2])]},
                   f"{V5}groups/group_posts_and_comments.json")  # fmt: skip

    assert (post.text, post.media, len(post.also_in)) == ("All the pictures", 3, 3)


def test_a_loose_picture_goes_to_the_post_that_holds_its_file():
    """Their times differ by the upload, so the file's name decides; another caption stays a post of its own."""
    post = {"timestamp": NOON, "title": "Mira added a new photo.", "data": [{"post": "Month clean today"}],
            "attachments": [{"data": [{"media": photo("11_22_33_n_22.jpg")}]}]}  # fmt: skip
    loose = [photo("11_22_33_n_22.jpg", NOON - 40, description="Month clean today"),
             photo("44_55_66_n_55.jpg", NOON - 40, description="Month clean")]  # fmt: skip
    found = read({TIMELINE: [post], f"{V5}posts/your_uncategorized_photos.json": {"other_photos_v2": loose}}).posts

    assert sorted(post.text for post in found) == ["Month clean", "Month clean today"]


def test_a_check_in_gives_its_post_the_address():
    """The timeline has no addresses, the list of check-ins has, without words."""
    spot = {"label": "Ort", "dict": [{"label": "K", "value": "(1.25 , 2.5)"}, {"label": "N", "value": "Café Beispiel"}]}
    url = "https://www.facebook.com/mira/posts/1001"
    here = attached({"place": {"name": "Café Beispiel", "address": "Gasse 1"}})
    here["title"] = "Mira was at Café Beispiel."
    files = {TIMELINE: [here], f"{V5}posts/check-ins.json": labelled(spot, {"label": "URL", "value": url})}
    [post] = read(files).posts

    assert (post.text, post.url, post.kind) == ("Mira was at Café Beispiel.", url, "checkin")


def test_an_earlier_wording_is_kept_and_says_what_it_became():
    """It holds the name that was taken out since. A draft that says the same is the post itself."""
    edits = [
        labelled({"label": "Text", "value": "Third visit to Danny this week"}, at=NOON - 90),
        labelled({"label": "Text", "value": "Third visit to the lad this week"}, at=NOON - 60),
        labelled({"label": "Text", "value": "Nothing to do with it"}, at=NOON - 30),
    ]
    files = {
        TIMELINE: [status("Third visit to the lad this week")],
        f"{V5}posts/edits_you_made_to_posts.json": edits,
    }
    found = {post.text: post for post in read(files).posts}
    live, first, other = (found[text] for text in ("Third visit to the lad this week",
                          "Third visit to Danny this week", "Nothing to do with it"))  # fmt: skip

    assert len(found) == 3
    assert (live.state, first.state, other.state) == ("live", "earlier version", "earlier version")
    assert first.also_in == (live.source,) and not other.also_in


def html_post(text: str, at: datetime, **more: Any) -> Post:
    return Post(kind="post", text=text, posted_at=at, source="posts/your_posts.html[1]",
                url="https://www.facebook.com/dyi/l/?l=x", network="facebook", **more)  # fmt: skip


def test_json_gives_the_time_and_html_the_link():
    """HTML is on the account's clock, here eight hours ahead, and may have no seconds; the offset is learnt."""
    utc = [datetime(2021, 3, day, 16, 5, 33, tzinfo=UTC) for day in (1, 2, 3)]
    words = ["one text", "another text", "ok"]
    in_json = [Post(kind="post", text=text, posted_at=at, source=f"p.json[{at.day}]", network="facebook")
               for text, at in zip(words, utc, strict=True)]  # fmt: skip
    in_html = [html_post(text, at.replace(tzinfo=None, second=0, hour=0, day=at.day + 1))
               for text, at in zip(words, utc, strict=True)]  # fmt: skip
    found = finish([*in_html, *in_json, html_post("ok", datetime(2015, 1, 1, 1, 1))], [])

    assert [(post.text, post.clock, bool(post.url)) for post in found] == [
        ("one text", "utc", True),
        ("another text", "utc", True),
        ("ok", "utc", True),
        ("ok", "local", True),
    ]
    assert found[0].posted_at == utc[0]


def test_many_posts_of_one_second_take_no_longer_than_many_seconds():
    """A hostile or imported batch must not make the joining slow: 20,000 in one second, and 20,000 alike."""
    batch = [status(f"text {n}") for n in range(10_000)] + [status("the same", NOON + n) for n in range(10_000)]

    assert len(posts(batch)) > 10_000


# --- broken and hostile ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("odd", [None, 7, "text", [], {}, [[]], [None], True, {"a": {"b": [1]}}])
@pytest.mark.parametrize("key", ["data", "attachments", "tags", "title", "timestamp", "label_values", "media"])
def test_an_odd_value_costs_at_most_its_record(key, odd):
    """Valid JSON of the wrong type neither stops the reader nor touches the record beside it."""
    record = {"timestamp": NOON, "data": [{"post": "odd one"}], key: odd}
    found = texts([record, status("good one", NOON + 100)])

    assert found[-1] == "good one"


def test_nested_beyond_reason_costs_one_record():
    """A record a hundred thousand deep is told, the next one read."""
    deep = "[" * 100_000 + "]" * 100_000
    raw = f'[{{"timestamp": 1, "data": {deep}}}, {json.dumps(status("after"))}]'
    reading = read({TIMELINE: raw})

    assert [post.text for post in reading.posts] == ["after"]
    assert reading.members[0].unread_count == 1


class Damaged(io.BytesIO):
    """A packed file whose last part cannot be unpacked."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > 0:
            raise zlib.error("damaged")
        return super().read(size)


def test_what_stands_before_the_damage_is_read_and_repaired():
    """A zip may be cut off in the middle of a file."""
    raw = facebook([status("café")]).encode()[:-2] + b"," + b" " * (3 << 20)
    damaged = Member(TIMELINE, len(raw), len(raw), lambda: Damaged(raw))
    reading = read_exports([Archive("export.zip", [damaged])])

    assert [post.text for post in reading.posts] == ["café"]
    assert reading.members[0].unread_count == 1


@pytest.mark.parametrize(
    "wrapper",
    ["[{}", '{{"status_updates": [{}', '{{"group_posts": {{"activity_log_data": [{}', '{{"a": "b", "v2": [{}'],
)
def test_a_file_that_is_cut_off_is_read_up_to_the_cut(wrapper):
    """Whatever the wrapping, the records before the cut are kept, and the cut is told."""
    reading = read({TIMELINE: wrapper.format(json.dumps(status("before")) + ', {"timestamp": 15734')})

    assert [post.text for post in reading.posts] == ["before"]
    assert reading.members[0].unread_count == 1


def test_files_strung_together_are_all_read():
    """One who joins the numbered files by hand gets several lists behind each other."""
    assert texts(json.dumps([status("one")]) + "\n" + json.dumps([status("two", NOON + 9)])) == ["one", "two"]


def test_reasons_never_quote_the_person():
    """Neither words nor keys of the data stand in a reason."""
    records = ["secret", {"data": 7, "secret": 1}, {"secret key": 5}, status("secret", NOON) | {"attachments": 5}]
    reading = read({TIMELINE: records, f"{V5}groups/your_groups_secret_thing.json": "{broken secret"})

    assert not [unread for line in reading.members for unread in line.unread if "secret" in unread.reason]
    assert sum(line.unread_count for line in reading.members) >= 4


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_no_damage_stops_a_reader(sample):
    """A few hundred seeded mutations of every sample file end with posts and unreads only."""
    chance = random.Random(sample.name)
    files = [path for path in sorted(sample.rglob("*.json")) if "html" not in sample.name]
    for path in files:
        name = path.relative_to(sample).as_posix()
        raw = path.read_bytes()
        for _ in range(max(6, 400 // len(files))):
            reading = read({name: mangled(raw, chance), PROFILE: MIRA}, messages=True)
            reasons = [unread.reason for line in reading.members for unread in line.unread]
            assert not [reason for reason in reasons if "Error" in reason], name
            assert all(post.kind in KINDS and post.state in STATES for post in reading.posts)


def test_every_pattern_ends_in_json():
    """The HTML parser reads the same folders: the two never want the same file."""
    assert all(pattern.endswith(r"\.json") for pattern in (*READS, *MESSAGES))
