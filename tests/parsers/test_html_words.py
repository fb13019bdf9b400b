"""Plain text out of short pieces of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parsers._html_words import plain

NOTHING = "<b></b>"  # a mark that says nothing, but is one


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("tea<br>rain", "tea\nrain"),
        (" tea <br/>\n  rain<br />", "tea\nrain"),
        ("a<br><br>b", "a\n\nb"),
        ("1 &lt; 2<br>it&#39;s", "1 < 2\nit's"),
        ("a  b\n c<br>d", "a b c\nd"),
        ("a &amp;lt;br&amp;gt;<br>b", "a &lt;br&gt;\nb"),
        ("<br>", ""),
    ],
)
def test_line_breaks_alone(content: str, text: str):
    """Each is a new line; blanks fold and go at both ends of a line; entities are read once."""
    assert plain(content).text == text


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["<br>", "<br/>", "<br />", "&amp;", "&#8232;", "&#x1e;", "&amp", "<", "\u2028", " ", "\n", "&#10;"]
        ),
        st.text(alphabet="ab &;#\t\r\xa0\u2029é", max_size=5),
    ),
    max_size=8,
).map("".join)


@given(PIECES)
def test_the_quick_way_is_the_long_way(content: str):
    """Text with line breaks alone is read as if any other mark stood in it."""
    content = f"a<br>{content}"

    assert plain(content) == plain(content + NOTHING)
