"""A text in its normal form, NFC with each run of white space as one space, and the way back to the raw offsets."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import attrs

from factcheck.text import WHITE_SPACE, Span

_SPACE = re.compile(f"[{WHITE_SPACE}]")
_FIRST_THAT_COMPOSES = "\u0300"
# letters that join the character before them, though they are no marks: Hangul vowels and finals, Kirat Rai vowel signs
_JOINING_LETTERS = (("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"), ("\U00016d63", "\U00016d6a"))


@attrs.frozen
class NormalText:
    """A text's normal form.

    Args:
        text: the normal form.
        starts: for each of its code points, where the raw stretch starts that it came from.
        ends: for each of its code points, where that stretch ends.
    """

    text: str
    starts: tuple[int, ...] = attrs.field(repr=False)
    ends: tuple[int, ...] = attrs.field(repr=False)

    def raw(self, start: int, end: int) -> Span:
        """Return the raw span of a stretch of the normal form that is not empty."""
        return Span(self.starts[start], self.ends[end - 1])

    def folded(self) -> "NormalText":
        """Return the form with letter case aside, in which one code point may have become several."""
        if self.text.isascii():
            return NormalText(self.text.lower(), self.starts, self.ends)
        parts = [character.casefold() for character in self.text]
        home = [index for index, part in enumerate(parts) for _ in part]
        return NormalText(
            "".join(parts), tuple(self.starts[index] for index in home), tuple(self.ends[index] for index in home)
        )

    def has_edges_at(self, start: int, end: int) -> bool:
        """Tell whether a stretch begins and ends between code points of the raw text, not within what one became."""
        return (
            bisect_left(self.starts, self.starts[start]) == start and bisect_right(self.ends, self.ends[end - 1]) == end
        )


def stands_at(needle: str, haystack: str) -> Iterator[int]:
    """Yield where ``needle`` stands in ``haystack``, overlapping places too."""
    at = haystack.find(needle)
    while at >= 0:
        yield at
        at = haystack.find(needle, at + 1)


def normalize(text: str) -> NormalText:
    """Return the normal form of a text with the way back; its ``text`` is that of ``normal_form``."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for character, start, end in _composed(text):
        if _SPACE.match(character):
            if characters and characters[-1] == " ":
                ends[-1] = end
                continue
            character = " "  # noqa: PLW2901
        characters.append(character)
        starts.append(start)
        ends.append(end)
    return NormalText("".join(characters), tuple(starts), tuple(ends))


def _composed(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each code point of the text in NFC with the raw stretch that it came from."""
    start, length = 0, len(text)
    while start < length:
        end = start + 1
        while end < length and _joins(text[end]):
            end += 1
        raw = text[start:end]
        composed = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        if composed == raw:
            for at, character in enumerate(raw, start):
                yield character, at, at + 1
        else:
            for character in composed:
                yield character, start, end
        start = end


def _joins(character: str) -> bool:
    """Tell whether a code point may combine with those before it; more often than need be, which does no harm."""
    if character < _FIRST_THAT_COMPOSES:
        return False
    if unicodedata.category(character).startswith("M"):
        return True
    return any(first <= character <= last for first, last in _JOINING_LETTERS)
