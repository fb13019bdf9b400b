"""Why a post was flagged, in its own words and in plain ones."""

from itertools import pairwise

from classifiers.explain import explain, marked_words
from classifiers.model import load_model

TEXT = "😂 My 2pm cancelled, get in! She’s the one who cries about her husband"


def test_marks_are_whole_words_of_the_text() -> None:
    """Each marked run begins and ends between words, in order, without overlap."""
    spans = marked_words(load_model().words, TEXT)

    assert spans
    assert all(TEXT[start:end].strip() == TEXT[start:end] and " " not in TEXT[start:end] for start, end, _ in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert {weight for *_, weight in spans} <= {1, 2}


def test_the_sentence_says_no_more_than_was_found() -> None:
    """It is made from the cues; without any it says only what the post is about."""
    words = load_model().words
    told = explain(words, TEXT, ["disparages_clients", "client_detail"])
    bare = explain(words, "tea", ["client_detail"])

    assert told.panel.startswith("It would be read out as a post about")
    assert "family" in told.panel
    assert bare.panel == "It would be read out as a post about somebody you work with."
    assert bare.cues == ()
    assert bare.recognisers == ("the client",)


def test_no_word_of_the_post_stands_in_the_sentence() -> None:
    """The sentence may be read by others."""
    told = explain(load_model().words, "Zebedee cried at the clinic", ["client_detail"])

    assert "Zebedee" not in told.panel + "".join(told.cues)


def test_an_empty_text_has_no_marks() -> None:
    """Nothing to point at."""
    assert marked_words(load_model().words, "") == ()
