"""What became of a finding: told only as far as today's exports can show it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from audit.identity import identity_of
from audit.ledger import Coverage, Known, Sighting
from audit.posts import Post
from audit.reaudit import CAME_BACK, CANNOT_TELL, CHANGED, GONE, HELD, NEW, STILL, Past, Present, compared

KEY = b"k" * 32
LONG = "she told me the whole of it again tonight, poor soul"


def post(text: str = LONG, **changes: object) -> Post:
    fields = {
        "kind": "post",
        "text": text,
        "posted_at": datetime(2019, 5, 4, 12, tzinfo=UTC),
        "native_id": "7",
        "network": "twitter",
        "source": "data/tweets.js[0]",
    }
    return Post(**(fields | changes))  # type: ignore[arg-type]


def known(one: Post, number: int = 1) -> Known:
    found = identity_of(one, KEY)
    hashes = ((found.post, found.anchor, found.words),)
    return Known(number, one.network, one.kind, found.day, found.member, None, False, 1, hashes)


def present(one: Post, *, raised: bool = True) -> Present:
    return Present(identity_of(one, KEY), one.state, Sighting("", tier="look", severity=2) if raised else None)


def coverage(*posts: Post, **changes: object) -> dict[str, Coverage]:
    days = [one.posted_at.toordinal() for one in posts if one.posted_at]
    members = frozenset(identity_of(one, KEY).member for one in posts)
    kinds = frozenset(one.kind for one in posts)
    made = Coverage(posts[0].network, len(posts), min(days), max(days), 0, kinds, members, frozenset({b"mira...."}))
    return {posts[0].network: replace(made, **changes)}  # type: ignore[arg-type]


def past(*posts: Post, last: str = NEW, removed: bool = False) -> Past:
    seen: dict[str, dict[bytes, int | None]] = {}
    for one in posts:
        found = identity_of(one, KEY)
        seen.setdefault(one.network, {})[found.post] = found.day
    return Past(
        known=[known(posts[0])],
        last={1: Sighting(last)},
        earlier=coverage(*posts),
        seen=seen,
        to_be_removed=frozenset({1}) if removed else frozenset(),
    )


EARLY, LATE = (post(f"nothing of note number {n}", native_id=str(n), posted_at=at) for n, at in (
    (1, datetime(2012, 1, 1, tzinfo=UTC)), (2, datetime(2025, 1, 1, tzinfo=UTC))))  # fmt: skip


def outcome(before: Past, now: list[Post], covered: dict[str, Coverage]) -> tuple[str, str]:
    """Return presence and why of the one known finding."""
    rows = compared(before, [present(one) for one in now], covered)
    return next((row.sighting.presence, row.sighting.why) for row in rows if row.id == 1)


def test_a_post_that_stands_is_still_there() -> None:
    """Same id, same words."""
    assert outcome(past(post(), EARLY, LATE), [post()], coverage(post())) == (STILL, "")


def test_a_post_is_known_again_in_another_format() -> None:
    """Another export gives no id and another clock: the words are enough, and nothing is new."""
    other = post(native_id="", posted_at=datetime(2019, 5, 4, 23), source="posts/your_posts.html[3]")
    rows = compared(past(post(), EARLY, LATE), [present(other)], coverage(other))

    assert [(row.id, row.sighting.presence, row.sighting.why) for row in rows] == [(1, STILL, "in another form")]
    assert rows[0].identity == identity_of(other, KEY)


def test_few_words_are_known_again_only_on_their_day() -> None:
    """"so tired" of another year is another post."""
    short = post("so tired", native_id="")
    another = post("so tired", native_id="", posted_at=datetime(2021, 1, 1, tzinfo=UTC))
    rows = compared(past(short, EARLY, LATE), [present(another)], coverage(another, EARLY))

    assert [row.sighting.presence for row in rows] == [GONE, NEW]


def test_same_words_on_another_network_are_another_finding() -> None:
    """What was cleared or removed on one network stands on the other still."""
    other = post(network="facebook", source="posts/your_posts_1.json[0]")
    rows = compared(past(post(), EARLY, LATE), [present(post()), present(other)], coverage(post()) | coverage(other))

    assert [(row.id, row.sighting.presence) for row in rows] == [(1, STILL), (None, NEW)]


def test_an_edited_post_is_a_new_finding_linked_to_the_old() -> None:
    """Same id, other words: the old one is changed, the new one points to it."""
    edited = post("she told me all of it again tonight, poor Karen of number nine")
    rows = compared(past(post(), EARLY, LATE), [present(edited)], coverage(edited))

    assert [(row.id, row.sighting.presence, row.sighting.why, row.edited_from) for row in rows] == [
        (1, CHANGED, "edited", None),
        (None, NEW, "edited version", 1),
    ]


def test_an_edit_that_took_the_risk_out_is_no_finding() -> None:
    """The old one is changed; nothing new is raised."""
    edited = post("a long day. home now, kettle on, nothing else to tell anybody")
    rows = compared(past(post(), EARLY, LATE), [present(edited, raised=False)], coverage(edited))

    assert [(row.id, row.sighting.presence) for row in rows] == [(1, CHANGED)]


def test_missing_from_an_export_that_covers_it_is_gone() -> None:
    """Older and newer posts are there, this one is not."""
    assert outcome(past(post(), EARLY, LATE), [EARLY, LATE], coverage(EARLY, LATE)) == (GONE, "")


def test_what_the_export_lists_as_deleted_is_held() -> None:
    """The network still has it, and may have to hand it over."""
    assert outcome(past(post()), [post(state="deleted")], coverage(post())) == (HELD, "deleted")
    assert outcome(past(post()), [post(state="trash")], coverage(post())) == (HELD, "trash")


@pytest.mark.parametrize("before", [GONE, HELD])
def test_back_again_is_told(before: str) -> None:
    """Deleted, seen to be gone, and there again."""
    assert outcome(past(post(), last=before), [post()], coverage(post()))[0] == CAME_BACK


def test_gone_stays_gone() -> None:
    """An audit without that network does not make it doubtful again."""
    assert outcome(past(post(), last=GONE), [], {}) == (GONE, "earlier")


FACEBOOK = {"network": "facebook", "native_id": "", "source": "posts/your_posts_1.json[0]"}
OWN = post(**FACEBOOK)
OLDER = post("an older one that nobody would mind at all", **FACEBOOK | {"posted_at": datetime(2012, 1, 1, tzinfo=UTC)})
NEWER = post("a newer one that nobody would mind at all", **FACEBOOK | {"posted_at": datetime(2025, 1, 1, tzinfo=UTC)})


@pytest.mark.parametrize(
    ("covered", "why"),
    [
        ({}, "no export"),
        (coverage(OLDER, NEWER, accounts=frozenset({b"somebody"})), "another account"),
        (coverage(NEWER), "begins later"),
        (coverage(OLDER), "ends earlier"),
        (coverage(OLDER, NEWER, unread=1, members=frozenset()), "unread part"),
        (coverage(OLDER, NEWER, kinds=frozenset({"comment"}), members=frozenset()), "no such file"),
    ],
)
def test_where_the_export_could_not_show_it_we_cannot_tell(covered: dict[str, Coverage], why: str) -> None:
    """Each reason is told, since "gone" is a promise."""
    assert outcome(past(OWN, OLDER, NEWER), [], covered) == (CANNOT_TELL, why)


def test_the_oldest_post_removed_as_decided_is_gone() -> None:
    """Today's export begins later only because what stood there was removed."""
    before = past(OWN, NEWER, removed=True)

    assert outcome(before, [NEWER], coverage(NEWER)) == (GONE, "")
    kept = replace(before, to_be_removed=frozenset())
    assert outcome(kept, [NEWER], coverage(NEWER)) == (CANNOT_TELL, "begins later")


def test_an_export_that_is_always_whole_cannot_begin_later() -> None:
    """X lets nobody choose a range: whoever removes everything old has removed it."""
    assert outcome(past(post(), EARLY, LATE), [LATE], coverage(LATE)) == (GONE, "")


def test_new_findings_say_whether_the_post_or_the_rule_is_new() -> None:
    """Posted since, raised only now, or in no earlier export: three different things to be told."""
    since = post("posted after the last audit, a new one altogether", native_id="9",
                 posted_at=datetime(2026, 1, 1, tzinfo=UTC))  # fmt: skip
    unseen = post("an old one that no export held until today", native_id="10",
                  posted_at=datetime(2015, 1, 1, tzinfo=UTC))  # fmt: skip
    rows = compared(past(post(), EARLY, LATE), [present(one) for one in (post(), since, EARLY, unseen)],
                    coverage(post(), EARLY, LATE))  # fmt: skip

    assert [row.sighting.why for row in rows if row.id is None] == ["posted since", "new rules", "not seen before"]


def test_two_posts_of_the_same_words_are_two_findings() -> None:
    """One of them deleted: the other is still there, and nobody takes it for both."""
    twin = post(native_id="8", posted_at=datetime(2020, 5, 4, tzinfo=UTC))
    both = replace(past(post(), twin, EARLY, LATE), known=[known(post(), 1), known(twin, 2)],
                   last={1: Sighting(NEW), 2: Sighting(NEW)})  # fmt: skip
    rows = compared(both, [present(one) for one in (twin, EARLY, LATE)], coverage(twin, EARLY, LATE))

    assert {row.id: row.sighting.presence for row in rows if row.id} == {1: GONE, 2: STILL}


def test_both_formats_at_once_bring_nothing_back_as_new() -> None:
    """A post cleared once stays one finding when its account is handed over in two formats, then or later."""
    other = post(**FACEBOOK | {"posted_at": datetime(2019, 5, 4, 23), "source": "posts/your_posts.html[3]"})
    rows = compared(past(OWN, OLDER, NEWER), [present(OWN), present(other)], coverage(OWN, OLDER, NEWER))

    assert [(row.id, row.sighting.presence) for row in rows] == [(1, STILL), (1, STILL)]
    assert rows[1].identity == identity_of(other, KEY)

    both = replace(known(OWN), identities=known(OWN).identities + known(other).identities)
    again = compared(replace(past(OWN, OLDER, NEWER), known=[both]), [present(OWN), present(other)], coverage(OWN))

    assert [(row.id, row.sighting.presence) for row in again] == [(1, STILL)]
