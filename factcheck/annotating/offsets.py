"""Offsets of other tools turned into code points, by the words that stand there.

Tools in JavaScript or Java count UTF-16 code units, two for each character beyond the Basic Multilingual Plane; ours and
W3C Web Annotation count code points. No file says which it counts in, but the words that go with a place do.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Literal

import attrs

from factcheck.annotating.marks import Mark, Piece
from factcheck.text import Span

Unit = Literal["code points", "UTF-16 code units"]


@attrs.frozen(kw_only=True)
class Places:
    """Where marks stand, in code points; None for a mark whose words do not stand where it says.

    Args:
        unit: what the tool counted in.
        spans: one a mark, in order.
    """

    unit: Unit
    spans: tuple[Span | None, ...]


class Utf16:
    """A text, its places counted in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [at for at, character in enumerate(text) if ord(character) > 0xFFFF]
        # in code units, where each of them ends
        self._after = [at + count for count, at in enumerate(self._astral, 2)]

    def code_point(self, unit: int) -> int | None:
        """Return the code point that begins at a code unit; None within a pair of surrogates, or beyond the text."""
        before = bisect_left(self._after, unit)
        if before < len(self._after) and self._after[before] == unit:
            return self._astral[before] + 1
        if before < len(self._after) and self._after[before] - 1 == unit:
            return None
        at = unit - before
        return at if 0 <= at <= self._length else None

    def code_unit(self, at: int) -> int:
        """Return the code unit at which a code point begins."""
        return at + bisect_left(self._astral, at)


def places(text: str, marks: Sequence[Mark]) -> Places:
    """Find where the marks of one annotation stand, by the unit in which most of their words stand where they should.

    Code points win where both do equally well: that is what they say of themselves.
    """
    by_code_points = tuple(_proved(text, mark, lambda at: at) for mark in marks)
    units = Utf16(text)
    by_units = tuple(_proved(text, mark, units.code_point) for mark in marks)
    if _held(by_units) > _held(by_code_points):
        return Places(unit="UTF-16 code units", spans=by_units)
    return Places(unit="code points", spans=by_code_points)


def _proved(text: str, mark: Mark, at: Callable[[int], int | None]) -> Span | None:
    """Return where a mark stands, if all its words stand where it says."""
    if mark.words is None:
        return None
    parts = mark.pieces or (Piece(start=mark.start, end=mark.end, words=mark.words),)
    spans = [_stretch(text, at(part.start), at(part.end)) for part in parts]
    if any(span is None or span.of(text) != part.words for span, part in zip(spans, parts, strict=True)):
        return None
    first, last = spans[0], spans[-1]
    return Span(first.start, last.end) if first and last and first.start < last.end else None


def _stretch(text: str, start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None and 0 <= start < end <= len(text) else None


def _held(spans: Sequence[Span | None]) -> int:
    return sum(span is not None for span in spans)
