"""A link to a highlight is taken apart as browsers put it together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.anchoring import highlight_link
from factcheck.links import Highlight, highlight_of
from factcheck.testing import prose

_PAGES = st.sampled_from(["https://example.org/a", "https://example.org/?q=a,b&c", "https://example.org/a#part"])


@given(_PAGES, prose())
def test_a_link_that_we_made_says_what_went_into_it(url: str, words: str) -> None:
    """A reader's link would lead a contributor's claim to other words."""
    expected = Highlight(url=url, start=words)

    assert expected == highlight_of(highlight_link(url, words))


@given(st.text())
def test_whatever_is_no_such_link_is_none(text: str) -> None:
    """Any address that somebody pastes would crash the command."""
    found = highlight_of(text)

    assert (found is not None) <= (":~:" in text)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://a.org/#:~:text=one%20two", Highlight(url="https://a.org/", start="one two")),
        ("https://a.org/#:~:text=one,two", Highlight(url="https://a.org/", start="one", end="two")),
        ("https://a.org/#:~:text=before-,one,two,-after", Highlight(url="https://a.org/", start="one", end="two")),
        ("https://a.org/#:~:text=before-,one", Highlight(url="https://a.org/", start="one")),
        ("https://a.org/#part:~:text=a%2Db%2Cc", Highlight(url="https://a.org/#part", start="a-b,c")),
        ("https://a.org/#:~:text=one&text=two", Highlight(url="https://a.org/", start="one")),
        ("https://a.org/#:~:text=%E2%9C%93%20caf%C3%A9", Highlight(url="https://a.org/", start="✓ café")),
        ("https://a.org/#:~:text=", None),
        ("https://a.org/#part", None),
    ],
)
def test_each_form_of_a_text_fragment_is_read(link: str, expected: Highlight | None) -> None:
    """What a browser copies would be anchored at the words before the highlight."""
    assert expected == highlight_of(link)
