import re
import unicodedata

import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck.text import (
    LineIndex,
    Span,
    bytes_digest,
    folded,
    has_ragged_edges,
    normal_form,
    occurrences,
    shortest_unique_opening,
    span_digest,
    splits_grapheme,
    word_count,
)

WHITE = [chr(code) for code in range(0x110000) if regex.match(r"\p{White_Space}", chr(code))]
SPACES = st.text(st.sampled_from(WHITE), min_size=1, max_size=3)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
CLUSTERS = st.text(
    st.sampled_from(
        "ab \r\né\u0301\u0308\u200d\ufe0f👩🚀🏽🇩🇪각\u1100\u1161\u11a8\u0915\u094d\u0937\u0600\u0e33\x85\u2028\u200c"
    )
)
WORDS = st.lists(st.sampled_from(["a", "A", "ab", "b", "é", "e\u0301", "ß", "SS", "Σ", "ς", "a.", "İ"]), max_size=10)


@given(text=st.text(st.sampled_from("ab\r\n\x85\u2028")), data=st.data())
def test_lines_and_columns_agree_with_a_slow_count(text: str, data: st.DataObject) -> None:
    """Breaks: an editor opened at a problem shows another line."""
    offset = data.draw(st.integers(0, len(text)))
    assume(text[max(offset - 1, 0) : offset + 1] != "\r\n")
    before = re.split("\r\n|\r|\n", text[:offset])

    assert (len(before), len(before[-1]) + 1) == LineIndex(text).place(offset)


@given(words=st.lists(ANY.filter(lambda text: not regex.search(r"\p{White_Space}", text)), min_size=1), data=st.data())
def test_a_digest_does_not_see_which_white_space_stands_between_words(words: list[str], data: st.DataObject) -> None:
    """Breaks: a text saved with other line breaks needs all its anchors anew."""
    other = "".join(word + data.draw(SPACES) for word in words)

    assert span_digest("".join(word + " " for word in words)) == span_digest(other)


@given(text=ANY)
def test_a_digest_does_not_see_the_unicode_form(text: str) -> None:
    """Breaks: a text that went through a Mac needs all its anchors anew."""
    forms = {span_digest(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}

    assert {span_digest(text)} == forms


@given(one=WORDS, other=WORDS)
def test_a_digest_sees_every_other_change(one: list[str], other: list[str]) -> None:
    """Breaks: changed words pass for the old ones."""
    same = normal_form(" ".join(one)) == normal_form(" ".join(other))

    assert same == (span_digest(" ".join(one)) == span_digest(" ".join(other)))


@given(text=ANY | st.text(st.sampled_from([*WHITE, "a", "\x1c", "\u200b", "\ufeff"])))
def test_white_space_is_what_unicode_says(text: str) -> None:
    """Breaks: two programs that follow Unicode compute two digests."""
    assert regex.sub(r"\p{White_Space}+", " ", unicodedata.normalize("NFC", text)) == normal_form(text)
    assert len(regex.findall(r"\P{White_Space}+", text)) == word_count(text)
    assert bool(regex.match(r"\p{White_Space}|.*\p{White_Space}\Z", text, regex.DOTALL)) == has_ragged_edges(text)


@given(words=WORDS, data=st.data())
def test_an_opening_is_the_shortest_that_stands_once(words: list[str], data: st.DataObject) -> None:
    """Breaks: a link jumps to another place, or is longer than it must be."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    span = words[start:end]
    opening = shortest_unique_opening(" ".join(span), text)
    unique = [n for n in range(1, len(span) + 1) if _slow_count(" ".join(span[:n]), text) == 1]

    assert (normal_form(" ".join(span[: unique[0]])) if unique else None) == opening


def _slow_count(needle: str, text: str) -> int:
    needle, haystack = folded(needle), folded(text)
    return sum(haystack.startswith(needle, at) for at in range(len(haystack)))


@given(needle=st.text(st.sampled_from("ab"), min_size=1), haystack=st.text(st.sampled_from("ab"), max_size=30))
def test_overlapping_places_count(needle: str, haystack: str) -> None:
    """Breaks: words that stand twice pass for unique."""
    assert sum(haystack.startswith(needle, at) for at in range(len(haystack))) == occurrences(needle, haystack)


@given(text=CLUSTERS | ANY)
@example("a\né")
@example("\n\u0301")
@example("é\r\n\u0301")
def test_a_split_of_a_grapheme_is_what_unicode_says(text: str) -> None:
    """Breaks: an anchor that cuts a flag in two passes, or a sound one at the start of a line is refused."""
    boundaries = {0}
    for cluster in regex.findall(r"\X", text):
        boundaries.add(max(boundaries) + len(cluster))

    assert [offset not in boundaries for offset in range(len(text) + 1)] == [
        splits_grapheme(text, offset) for offset in range(len(text) + 1)
    ]


@given(start=st.integers(-3, 9), end=st.integers(-3, 9))
def test_a_span_runs_forwards_from_zero_on(start: int, end: int) -> None:
    """Breaks: Python reads a negative offset from the end, and a wrong anchor finds words."""
    if 0 <= start <= end:
        assert "0123456789"[start:end] == Span(start, end).of("0123456789")
    else:
        with pytest.raises(ValueError, match=f"got {start} and {end}"):
            Span(start, end)


@given(st.tuples(*[st.integers(0, 6)] * 4))
def test_spans_overlap_where_they_share_a_character(ends: tuple[int, int, int, int]) -> None:
    """Breaks: two claims on neighbouring words pass for claims on the same."""
    one, other = Span(*sorted(ends[:2])), Span(*sorted(ends[2:]))

    assert bool(set(range(one.start, one.end)) & set(range(other.start, other.end))) == one.overlaps(other)


def test_a_digest_can_be_computed_elsewhere() -> None:
    """Breaks: digests that other programs made no longer fit."""
    assert bytes_digest("caf\u00e9 au lait".encode()) == span_digest("cafe\u0301\r\n\u00a0au lait")
