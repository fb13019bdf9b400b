"""The person's own decisions: heard a little, never against a severe finding, and kept without words."""

import numpy as np

from classifiers.personal import BUCKETS, STRENGTH, Lesson, Personal, hashed

KEY, OTHER = b"k" * 32, b"o" * 32
GYM = ["leg day with my 6am client at the gym", "my 7pm client smashed her squats", "new client at the gym today"]
WARD = ["bed nine threw her dinner at me again", "bed four cried all night", "bed two wants her daughter"]


def taught(gym: bool = False, ward: bool = True) -> Personal:
    lessons = [Lesson(hashed(text, KEY), gym) for text in GYM] + [Lesson(hashed(text, KEY), ward) for text in WARD]
    return Personal(lessons, KEY)


def test_cleared_words_lower_and_acted_words_raise() -> None:
    """A new post like those the person cleared is lowered, one like those they removed is raised."""
    lowered, raised, neither = taught().nudges(["my 8am client at the gym", "bed six cried again", "kettle on"])

    assert lowered < -0.1
    assert raised > 0.1
    assert abs(neither) < 0.05


def test_nudge_is_bounded() -> None:
    """However many lessons say the same, it moves a decision by `STRENGTH` at most."""
    lessons = [Lesson(hashed(GYM[0], KEY), True)] * 200
    [moved] = Personal(lessons, KEY).nudges([GYM[0]])

    assert 0.9 * STRENGTH < moved <= STRENGTH


def test_without_lessons_nothing_moves() -> None:
    """A first audit, or one with learning switched off."""
    assert not Personal([], KEY).nudges(["anything at all"]).any()
    assert Personal([Lesson(b"", True)], KEY).nudges(["anything"]).tolist() == [0.0]


def test_a_lesson_holds_no_words_and_many_words_share_a_bucket() -> None:
    """Hashed under the person's key, into fewer buckets than there are words: a bucket never tells which it was."""
    features = hashed("bed nine threw her dinner", KEY)
    buckets = np.frombuffer(features, dtype="<u4")

    assert b"bed" not in features
    assert buckets.max() < BUCKETS < 100_000
    assert features == hashed("bed nine threw her dinner", KEY) != hashed("bed nine threw her dinner", OTHER)


def test_same_lessons_same_nudges() -> None:
    """Same input, same output."""
    assert (taught().nudges(GYM + WARD) == taught().nudges(GYM + WARD)).all()
