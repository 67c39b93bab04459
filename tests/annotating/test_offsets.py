"""Offsets of other tools, in code points or UTF-16 code units, astral and combining characters among the text."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotating.marks import Mark
from factcheck.annotating.offsets import Utf16, places
from factcheck.text import Span
from tests.annotating.words import TEXTS, marked, units


@given(TEXTS)
def test_code_units_are_those_of_utf_16(text: str) -> None:
    """Every place behind an emoji would be off by one."""
    counted = Utf16(text)
    begun = {units(text, at): at for at in range(len(text) + 1)}

    assert [units(text, at) for at in range(len(text) + 1)] == [counted.code_unit(at) for at in range(len(text) + 1)]
    assert [begun.get(unit) for unit in range(units(text, len(text)) + 3)] == [
        counted.code_point(unit) for unit in range(units(text, len(text)) + 3)
    ]


@given(marked())
def test_code_points_are_taken_as_they_are(case: tuple[str, list[Mark]]) -> None:
    """Marks of today's editor would be moved."""
    text, marks = case

    found = places(text, marks)

    assert "code points" == found.unit
    assert tuple(Span(mark.start, mark.end) for mark in marks) == found.spans


@given(marked())
def test_utf_16_is_recognised_by_the_words_it_carries(case: tuple[str, list[Mark]]) -> None:
    """Marks of older tools would point beside their words."""
    text, marks = case
    foreign = [attrs.evolve(mark, start=units(text, mark.start), end=units(text, mark.end)) for mark in marks]

    found = places(text, foreign)

    for mark, span in zip(marks, found.spans, strict=True):
        assert found.unit == "code points" or span == Span(mark.start, mark.end)
        assert span is not None
        assert mark.words == span.of(text)


@given(marked(), st.integers(-40, 40), st.integers(-40, 40))
def test_no_place_is_given_whose_words_are_others(case: tuple[str, list[Mark]], left: int, right: int) -> None:
    """A claim would be anchored at words that do not make it."""
    text, marks = case
    moved = [attrs.evolve(mark, start=mark.start + left, end=mark.end + right) for mark in marks]

    for mark, span in zip(moved, places(text, moved).spans, strict=True):
        assert span is None or mark.words == span.of(text)


def test_one_wrong_mark_does_not_hide_that_the_others_are_utf_16() -> None:
    """A single slip would spoil an export of an older tool."""
    text = "🐑🐑 sheep graze"
    marks = [
        Mark(name="a", start=5, end=10, words="sheep"),
        Mark(name="b", start=11, end=16, words="graze"),
        Mark(name="c", start=0, end=4, words="goat"),
    ]

    found = places(text, marks)

    assert "UTF-16 code units" == found.unit
    assert (Span(3, 8), Span(9, 14), None) == found.spans
