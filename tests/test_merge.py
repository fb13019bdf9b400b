"""What stands in two exports, or twice in one, is one post."""

from datetime import UTC, datetime

from audit.merge import merged, scored_text
from audit.posts import Post

NOON = datetime(2020, 3, 1, 12, tzinfo=UTC)


def post(text: str = "tea", **more: object) -> Post:
    return Post("post", text, network="twitter", **more)  # type: ignore[arg-type]


def test_the_same_id_is_one_post_and_keeps_both_places() -> None:
    """Two exports of different years hold the same tweet."""
    [one] = merged([post(native_id="1", source="a[0]"), post(native_id="1", source="b[7]", url="https://x.com/1")])

    assert (one.source, one.also_in, one.url) == ("a[0]", ("b[7]",), "https://x.com/1")


def test_the_whole_text_wins_over_a_cut_one() -> None:
    """One archive has the long post joined, an older one only its beginning."""
    [one] = merged([post("a long story…", native_id="1"), post("a long story with its end", native_id="1")])

    assert one.text == "a long story with its end"


def test_an_edited_post_stays_two() -> None:
    """Other words under one id are an edit between two exports: both can be read somewhere."""
    assert len(merged([post("first wording", native_id="1"), post("other wording", native_id="1")])) == 2


def test_without_an_id_time_and_words_make_it_the_same() -> None:
    """Facebook gives no ids: the group file and the timeline hold the same post."""
    twice = [post(posted_at=NOON, text="same  words"), post(posted_at=NOON, text="same words", container="Group")]

    [one] = merged(twice)
    assert one.container == "Group"


def test_two_texts_at_one_moment_are_two_posts() -> None:
    """Batches posted in the same second exist."""
    assert len(merged([post("one", posted_at=NOON), post("two", posted_at=NOON)])) == 2


def test_what_a_later_export_lists_as_deleted_is_deleted() -> None:
    """The state furthest from live is the later truth."""
    [one] = merged([post(native_id="1"), post(native_id="1", state="deleted")])

    assert one.state == "deleted"


def test_networks_are_kept_apart() -> None:
    """The same number on two networks is two posts."""
    other = Post("post", "tea", network="linkedin", native_id="1")

    assert len(merged([post(native_id="1"), other])) == 2


def test_a_linked_headline_is_judged_with_the_words() -> None:
    """A link to the coverage of one's own case gives away what the words do not."""
    assert scored_text(post("our day in court", link_title="Two jailed over fire")) == (
        "our day in court\nTwo jailed over fire"
    )


def test_the_networks_sentence_is_judged_where_there_are_no_words() -> None:
    """"Mira was with Ola at …" can be all there is."""
    assert scored_text(post("", headline="Mira was at Ward 7")) == "Mira was at Ward 7"
