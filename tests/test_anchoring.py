import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.anchoring import anchor_at, find_highlight, find_words, highlight_link
from factcheck.links import Highlight, highlight_of
from factcheck.records.anchor import Anchor
from factcheck.testing.words import phrases, prose
from factcheck.text import Span, folded, occurrences, span_digest

TEXT = "The lamp was lit in 1871. The lamp is electric. “Fog Horn” stands on a plate."
LETTERS = st.text(st.sampled_from("aA ß\n\u0301é\u1100\u1161각sS"), max_size=12)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    """Return a text and a span of whole words in it."""
    before, words, after = draw(phrases()), draw(phrases(min_words=1)), draw(phrases())
    return f"{before} {words}. {after}", Span(len(before) + 1, len(before) + 1 + len(words))


@given(texts_with_spans())
def test_an_anchor_proves_its_place(drawn: tuple[str, Span]) -> None:
    """An anchor pasted from the tool would fail the check."""
    text, span = drawn

    anchor = anchor_at(text, span)

    assert (span.start, span.end, span_digest(span.of(text))) == (anchor.start, anchor.end, anchor.digest)
    assert anchor.quote is None


@given(texts_with_spans())
def test_a_fragment_leads_to_one_place_or_is_absent(drawn: tuple[str, Span]) -> None:
    """A browser would jump to another passage than the one that was meant."""
    text, span = drawn

    fragment = anchor_at(text, span).fragment

    times = occurrences(folded(span.of(text)), folded(text))
    assert (fragment is None) == (times > 1)
    assert fragment is None or occurrences(folded(fragment), folded(text)) == 1
    assert span.of(text).startswith(fragment or "")


@given(texts_with_spans())
def test_words_are_found_where_they_were_taken(drawn: tuple[str, Span]) -> None:
    """A contributor would paste words from the text and be told that they are not there."""
    text, span = drawn

    assert span in find_words(text, span.of(text))


@given(texts_with_spans(), st.sampled_from(["upper", "title", "swapcase"]))
def test_words_are_found_whatever_their_case_gaps_and_form(drawn: tuple[str, Span], change: str) -> None:
    """Words copied from a browser, which has other line breaks and letters, would not be found."""
    text, span = drawn
    changed: str = getattr(span.of(text), change)()

    written = unicodedata.normalize("NFD", changed.replace(" ", " \n\t "))

    assert span in find_words(text, written)


@given(LETTERS, LETTERS)
def test_every_place_found_holds_the_words(text: str, words: str) -> None:
    """An anchor would point at other words than those asked for."""
    assert {folded(span.of(text)) for span in find_words(text, words)} <= {folded(words)}


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("The lamp", [Span(0, 8), Span(26, 34)]),
        ("the LAMP", [Span(0, 8), Span(26, 34)]),
        ("lamp\n is", [Span(30, 37)]),
        ("fog horn", [Span(49, 57)]),
        ("goat", []),
        ("", []),
    ],
)
def test_places_of_words(words: str, places: list[Span]) -> None:
    """Somebody would anchor the first of two places without knowing of the other."""
    assert tuple(places) == find_words(TEXT, words)


def test_places_lead_back_to_the_raw_text() -> None:
    """Offsets would count composed letters and single spaces, which the text does not have."""
    text = "Cafe\u0301  Pharos,\r\n cafe\u0301 Pharos"

    assert (Span(0, 13), Span(17, 29)) == find_words(text, "café pharos")


def test_exact_words_are_not_mixed_with_others() -> None:
    """A name would be found at every place of the common noun."""
    assert (Span(0, 3),) == find_words("Fog and fog", "Fog")


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 100)])
def test_an_anchor_needs_a_stretch_of_the_text(span: Span) -> None:
    """Python would cut whatever is there, and the anchor would prove nothing."""
    with pytest.raises(ValueError, match=r"'span' must be a stretch of a text of 77 code points"):
        anchor_at(TEXT, span)


def test_an_anchor_to_paste() -> None:
    """The record that the tool writes would differ from the one authors write."""
    expected = Anchor(start=26, end=46, digest=span_digest("The lamp is electric"), fragment="The lamp is")

    assert expected == anchor_at(TEXT, Span(26, 46))


@given(phrases() | prose())
def test_a_link_to_a_highlight_is_read_back(fragment: str) -> None:
    """A comma or hyphen of the words would be taken for syntax by the browser."""
    link = highlight_link("https://example.org/a", fragment)

    found = highlight_of(link)
    assert found is not None
    assert ("https://example.org/a", fragment, None) == (found.url, found.start, found.end)


@pytest.mark.parametrize(
    ("url", "fragment", "link"),
    [
        ("https://example.org/a", "ill-lit, & old", "https://example.org/a#:~:text=ill%2Dlit%2C%20%26%20old"),
        ("https://example.org/a#top", "Café", "https://example.org/a#top:~:text=Caf%C3%A9"),
        ("https://example.org/a", None, "https://example.org/a"),
    ],
)
def test_links_to_highlights(url: str, fragment: str | None, link: str) -> None:
    """A reader would click and land at the top of the page."""
    assert link == highlight_link(url, fragment)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("lit in 1871", None, "lit in 1871"),
        ("The lamp", None, None),
        ("lit", "electric", "lit in 1871. The lamp is electric"),
        ("lit", "The lamp", "lit in 1871. The lamp"),
        ("The lamp", "electric", None),
        ("lit", "nowhere", None),
        ("lit", "lit", None),
        ("nowhere", None, None),
        ("nowhere", "lit", None),
    ],
)
def test_a_highlight_is_found_where_it_is_sure(start: str, end: str | None, words: str | None) -> None:
    """A claim would be anchored to words that nobody highlighted."""
    found = find_highlight(TEXT, Highlight(url="https://example.org", start=start, end=end))

    assert words == (found.of(TEXT) if found else None)
