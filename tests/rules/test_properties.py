"""What holds of rules whatever the corpus says."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules import (
    copied_from_document,
    fragment_not_at_start,
    fragment_not_unique,
    impossible_date,
    mojibake,
    overlapping_appearances,
    passages_not_tiling,
    quote_not_in_document,
    ragged_anchor,
)
from factcheck.rules.rule import Pointer, View
from factcheck.tables.prose import OwnWords
from factcheck.text import Span, has_ragged_edges, shortest_unique_opening

WORDS = st.text("abc", min_size=1, max_size=3)
PROSE = st.lists(WORDS, min_size=1, max_size=30)
TEXT = st.text("aB \n.1\u00e9\u0301\u00b2\ufb01", min_size=1, max_size=40)


def view(text: str, anchor: Mapping[str, Any], claim: str = "") -> View:
    return View(
        record=0,
        document={"id": "leaflet"},
        text=text,
        pointers=[Pointer(kind="claims", record=0, path=("appearances", 0, "anchor"), anchor=anchor)],
        own_words=OwnWords({"claims": [{"id": "c", "text": claim}]}),
    )


@given(
    st.lists(st.sampled_from("ab"), max_size=25),
    st.lists(st.lists(st.sampled_from("ab"), max_size=15)),
    st.integers(1, 9),
)
def test_every_run_that_is_shared_is_found(text: list[str], claims: list[list[str]], length: int) -> None:
    """A sentence taken over from a page would be passed on, because it begins at the wrong word."""
    runs = {tuple(text[at : at + length]) for at in range(len(text) - length + 1)}
    expected = {
        number
        for number, own in enumerate(claims)
        if any(tuple(own[at : at + length]) in runs for at in range(len(own) - length + 1))
    }
    own_words = OwnWords({"claims": [{"id": "c", "text": " ".join(own)} for own in claims]})
    shared = list(own_words.sharing(" ".join(text), length))

    assert expected == {one.record for one in shared}
    assert all(len(one.run) >= length and " ".join(one.run) in " ".join(text) for one in shared)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(spans())
def test_words_cut_from_a_document_are_quoted_rightly(case: tuple[str, Span]) -> None:
    """A true quotation would be refused."""
    text, span = case

    assert list(quote_not_in_document.check(view(text, {"quote": span.of(text)}), {})) == []
    placed = {"start": span.start, "end": span.end, "quote": span.of(text)}
    assert list(quote_not_in_document.check(view(text, placed), {})) == []


@given(spans(), st.sampled_from("0123456789-+()[]"))
def test_a_quote_with_a_digit_sign_or_bracket_that_the_document_lacks_is_refused(
    case: tuple[str, Span], sign: str
) -> None:
    """10 to the second would pass as 102."""
    text, span = case
    text = text.replace("1", "")

    (fault,) = quote_not_in_document.check(view(text, {"quote": span.of(text) + sign}), {})
    assert fault.message == "the quote is not in its document"


@given(spans())
def test_the_fragment_that_we_make_is_one_that_the_rules_accept(case: tuple[str, Span]) -> None:
    """`factcheck anchor` would give what `factcheck check` refuses."""
    text, span = case
    fragment = shortest_unique_opening(span.of(text), text)
    anchor = {"start": span.start, "end": span.end} | ({"fragment": fragment} if fragment else {})

    assert list(fragment_not_unique.check(view(text, anchor), {})) == []
    assert list(fragment_not_at_start.check(view(text, anchor), {})) == []


@given(spans())
def test_an_anchor_is_ragged_as_its_words_are(case: tuple[str, Span]) -> None:
    """White space at an edge would pass."""
    text, span = case
    found = list(ragged_anchor.check(view(text, {"start": span.start, "end": span.end}), {}))

    assert has_ragged_edges(span.of(text)) == bool(found)


@given(PROSE, PROSE, st.integers(1, 9))
def test_a_run_of_words_is_found_exactly_where_there_is_one(page: list[str], claim: list[str], length: int) -> None:
    """Copied words would pass, or free ones be refused."""
    runs = {tuple(page[at : at + length]) for at in range(len(page) - length + 1)}
    shares = any(tuple(claim[at : at + length]) in runs for at in range(len(claim) - length + 1))
    found = list(copied_from_document.check(view(" ".join(page), {}, ", ".join(claim)), {"words": length}))

    assert shares == bool(found)


@given(PROSE, PROSE)
def test_the_longest_run_is_the_one_that_is_shown(page: list[str], claim: list[str]) -> None:
    """The message would say fewer words than were copied."""
    pieces = [page[a:b] for a in range(len(page)) for b in range(a + 1, len(page) + 1)]
    claimed = [claim[a:b] for a in range(len(claim)) for b in range(a + 1, len(claim) + 1)]
    longest = max((len(piece) for piece in pieces if piece in claimed), default=0)
    found = list(copied_from_document.check(view(" ".join(page), {}, " ".join(claim)), {"words": 1}))

    # a run of the page may be made of runs of the claim that overlap, so it is at least as long as the longest common one
    assert longest <= max((len((fault.words or "").split()) for fault in found), default=0)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=6), st.data())
def test_passages_cut_from_a_text_tile_it_and_any_other_offset_is_told(lengths: list[int], data: st.DataObject) -> None:
    """A sentence that nobody read would go unnoticed."""
    cuts = [sum(lengths[:count]) for count in range(len(lengths) + 1)]
    passages = [{"start": start, "end": end} for start, end in pairwise(cuts)]
    document = {"id": "leaflet", "length": cuts[-1], "passages": passages}

    assert list(passages_not_tiling.check("documents", document, {})) == []
    passage, key = data.draw(st.sampled_from(passages)), data.draw(st.sampled_from(["start", "end"]))
    passage[key] += 1
    assert len(list(passages_not_tiling.check("documents", document, {}))) == 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5))
def test_places_are_told_exactly_when_two_overlap(places: list[tuple[int, int]]) -> None:
    """One place would count as two."""
    spans = [Span(start, start + length) for start, length in places]
    appearances = [{"document": "d", "anchor": {"start": span.start, "end": span.end}} for span in spans]
    overlap = any(one.overlaps(other) for at, one in enumerate(spans) for other in spans[:at])

    assert overlap == bool(list(overlapping_appearances.check("claims", {"appearances": appearances}, {})))


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0xFF), min_size=1, max_size=5))
def test_letters_read_in_the_wrong_encoding_are_told(letters: str) -> None:
    """Words that nobody wrote would be trained on."""
    wrong = letters.encode("utf-8").decode("latin-1")

    assert len(list(mojibake.check("claims", {"id": "c", "text": f"a{wrong}z"}, {}))) == 1


@pytest.mark.parametrize("words", ["мама", "αβγ", "10 µg", "don’t", "Skerra – the island", "naïve café"])
def test_words_of_any_script_read_wrongly_are_told_with_what_was_meant(words: str) -> None:
    """A Greek or Russian corpus would be full of signs that nobody wrote."""
    wrong = "".join(bytes([byte]).decode("cp1252") for byte in words.encode())
    told = [found.message for found in mojibake.check("claims", {"id": "c", "text": wrong}, {})]

    assert 1 == len(told)
    assert not list(mojibake.check("claims", {"id": "c", "text": words}, {}))


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_letters_are_never_called_mojibake(text: str) -> None:
    """Every English corpus would be full of warnings."""
    assert list(mojibake.check("claims", {"id": "c", "text": text}, {})) == []


@given(st.dates())
def test_each_day_of_the_calendar_is_a_date(day: Any) -> None:
    """A true date would be refused."""
    parts = {"date-parts": [[day.year, day.month, day.day]]}

    assert list(impossible_date.check("claims", {"appearances": [{"date": day.isoformat()}]}, {})) == []
    assert list(impossible_date.check("references", {"issued": parts}, {})) == []
