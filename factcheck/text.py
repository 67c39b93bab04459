"""Text and places in it: spans in code points, the form in which digests are taken, lines and columns, fragments.

Offsets are Unicode code points, half-open, as the W3C Web Annotation model asks; they are Python's own string indices.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right

import attrs
import regex

WHITE_SPACE = "\t-\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
"""The code points with Unicode's White_Space property, as the inside of a character class."""

_RUN = re.compile(f"[{WHITE_SPACE}]+")
_WORD = re.compile(f"[^{WHITE_SPACE}]+")


@attrs.frozen
class Span:
    """A stretch of text.

    Args:
        start: the first code point.
        end: the first code point after it.

    Raises:
        ValueError: the span is not ``0 <= start <= end``.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"'start' and 'end' must be 0 <= start <= end (got {self.start} and {self.end})")

    def of(self, text: str) -> str:
        """Return the words of this span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a code point."""
        return max(self.start, other.start) < min(self.end, other.end)


def normal_form(text: str) -> str:
    """Return ``text`` in NFC with each run of white space as one space: the form that digests are taken of."""
    return _RUN.sub(" ", unicodedata.normalize("NFC", text))


def span_digest(words: str) -> str:
    """Return the SHA-256, in hexadecimal, of the words of a span in their normal form."""
    return hashlib.sha256(normal_form(words).encode()).hexdigest()


def bytes_digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def has_ragged_edges(words: str) -> bool:
    """Tell whether the words begin or end with white space."""
    return bool(words) and (_RUN.match(words[0]) is not None or _RUN.match(words[-1]) is not None)


def word_count(text: str) -> int:
    """Count the stretches between white space."""
    return sum(1 for _ in _WORD.finditer(text))


def folded(text: str) -> str:
    """Return the normal form with letter case aside: the form that fragments are counted in."""
    return normal_form(text).casefold()


def shortest_unique_opening(words: str, text: str) -> str | None:
    """Return the fewest words from the start of a span that stand only once in its text, letter case aside.

    Args:
        words: the words of the span.
        text: the whole text.

    Returns:
        The opening in its normal form, for a URL text fragment; None where the whole span stands more than once.
    """
    haystack = folded(text)
    normal = normal_form(words)
    for word in _WORD.finditer(normal):
        opening = normal[: word.end()]
        if occurrences(folded(opening), haystack) == 1:
            return opening
    return None


def occurrences(needle: str, haystack: str) -> int:
    """Count where ``needle`` stands in ``haystack``, overlapping places too."""
    count, at = 0, haystack.find(needle)
    while at >= 0:
        count += 1
        at = haystack.find(needle, at + 1)
    return count


def splits_grapheme(text: str, offset: int) -> bool:
    """Tell whether ``offset`` falls inside a grapheme cluster (Unicode UAX 29) of ``text``."""
    if not 0 < offset < len(text) or text[offset - 1 : offset + 1].isascii():
        return text[offset - 1 : offset + 1] == "\r\n"
    # a cluster never spans a line, so the line is context enough
    line_start = text.rfind("\n", 0, offset) + 1
    line_end = text.find("\n", offset)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    at = line_start
    for cluster in regex.findall(r"\X", line):
        if at >= offset:
            break
        at += len(cluster)
    return at > offset


class LineIndex:
    """Turns offsets of one text into lines and columns, both from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a code point offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
