"""Anchors found again in another version of their text, by the digest of their words.

The words themselves are not known, only the digest of their normal form, so candidates are hashed: first what stands at the
old place, then what begins where the anchor's fragment stands, then what begins at any word. One pass over the text serves all
anchors that need it. Once the words are found, every other place of them is found as plain text. Words that are found nowhere
were changed: the place most like the anchor's fragment or quote is told, for a person to look at, and never taken for sure.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, get_args

import attrs
import regex
from rapidfuzz import fuzz

from factcheck.normalizing import NormalText, normalize, stands_at
from factcheck.records.anchor import Anchor
from factcheck.text import Span, folded, normal_form, span_digest

Outcome = Literal["held", "moved", "ambiguous", "similar", "lost", "unproven"]
"""What became of an anchor; ``unproven``: it has no digest and no quote to find it by."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""Every outcome, the surest first."""

_SHORTEST, _LIKENESS = 8, 80.0
"""Fewer characters than these are like too much; less alike than this, in hundredths, is another thing."""

# a word, a character of a script that puts no spaces between words, or one other character; marks go with what they mark
_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])[\w\p{M}])+"
    r"|[^\w\p{M} ]\p{M}*"
)


@attrs.frozen(kw_only=True)
class Relocation:
    """What became of an anchor in another version of its text.

    Args:
        outcome: ``held`` at the same place, ``moved`` to one other, ``ambiguous`` among several, ``similar`` words at one
            place, ``lost``, or ``unproven``.
        places: where its words stand now, in raw offsets; for ``held`` the same place alone, for ``similar`` the likeliest.
    """

    outcome: Outcome
    places: tuple[Span, ...] = ()

    @property
    def span(self) -> Span | None:
        """The one place, where it is sure."""
        return self.places[0] if self.outcome in ("held", "moved") else None


@attrs.frozen
class _Wanted:
    """What is looked for: the digest of the words, about how many code points they have, how they begin."""

    digest: str
    length: int
    fragment: str | None

    @property
    def low(self) -> int:
        """The fewest code points that the normal form may have: decomposed marks and wide gaps may have filled the span."""
        return max(1, self.length // 3)

    @property
    def high(self) -> int:
        """The most: a few characters are longer in NFC."""
        return self.length + self.length // 8 + 4


def relocate(text: str, anchors: Iterable[Anchor]) -> tuple[Relocation, ...]:
    """Find anchors again in a version of their text, one relocation for each anchor, in order."""
    search = _Search(text)
    asked = list(anchors)
    found: list[Relocation | None] = [_at_old_place(text, anchor) or search.at_fragment(anchor) for anchor in asked]
    missing = [_wanted(anchor) for anchor, relocation in zip(asked, found, strict=True) if relocation is None]
    everywhere = search.everywhere([wanted for wanted in missing if wanted is not None])
    return tuple(
        relocation or _told(search, everywhere.get(_digest(anchor) or ""), anchor)
        for anchor, relocation in zip(asked, found, strict=True)
    )


def _digest(anchor: Anchor) -> str | None:
    return anchor.digest or (span_digest(anchor.quote) if anchor.quote is not None else None)


def _wanted(anchor: Anchor) -> _Wanted | None:
    digest = _digest(anchor)
    if digest is None:
        return None
    length = len(anchor.quote or "")
    if anchor.start is not None and anchor.end is not None:
        length = anchor.end - anchor.start
    return _Wanted(digest, length, anchor.fragment) if length > 0 else None


def _at_old_place(text: str, anchor: Anchor) -> Relocation | None:
    digest = _digest(anchor)
    if digest is None:
        return Relocation(outcome="unproven")
    if anchor.start is None or anchor.end is None or not anchor.start < anchor.end <= len(text):
        return None
    span = Span(anchor.start, anchor.end)
    return Relocation(outcome="held", places=(span,)) if span_digest(span.of(text)) == digest else None


def _told(search: "_Search", words: str | None, anchor: Anchor) -> Relocation:
    places = () if words is None else search.places_of(words)
    if not places:
        likeliest = search.most_alike(anchor)
        return Relocation(outcome="similar", places=(likeliest,)) if likeliest else Relocation(outcome="lost")
    return Relocation(outcome="moved" if len(places) == 1 else "ambiguous", places=places)


class _Search:
    """A text in its normal form, and where spans may begin and end in it."""

    def __init__(self, text: str) -> None:
        self._raw = text

    @cached_property
    def _normal(self) -> NormalText:
        return normalize(self._raw)

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        tokens = [found.span() for found in _TOKEN.finditer(self._normal.text)]
        return [start for start, _ in tokens], [end for _, end in tokens]

    def at_fragment(self, anchor: Anchor) -> Relocation | None:
        wanted = _wanted(anchor)
        if wanted is None or not wanted.fragment:
            return None
        text = self._normal.text
        for at in stands_at(wanted.fragment, text):
            for end in self._ends(at, wanted):
                if _sha256(text[at:end]) == wanted.digest:
                    return _told(self, text[at:end], anchor)
        return None

    def _ends(self, at: int, wanted: _Wanted) -> Iterator[int]:
        """Yield where a span that begins at ``at`` may end: after the old length, then at the ends of words."""
        ends = self._edges[1]
        if at + wanted.length <= len(self._normal.text):
            yield at + wanted.length
        yield from ends[bisect_left(ends, at + wanted.low) : bisect_right(ends, at + wanted.high)]

    def everywhere(self, wanted: Sequence[_Wanted]) -> dict[str, str]:
        """Return, by digest, the words that were found beginning at any word."""
        if not wanted:
            return {}
        found = self._of_old_length(wanted)
        left = [one for one in wanted if one.digest not in found]
        return {**found, **self._of_any_length(left)} if left else found

    def _of_old_length(self, wanted: Sequence[_Wanted]) -> dict[str, str]:
        text, found = self._normal.text, dict[str, str]()
        by_length: dict[int, set[str]] = {}
        for one in wanted:
            by_length.setdefault(one.length, set()).add(one.digest)
        for length, digests in by_length.items():
            for start in self._edges[0]:
                words = text[start : start + length]
                if (digest := _sha256(words)) in digests:
                    found[digest] = words
        return found

    def _of_any_length(self, wanted: Sequence[_Wanted]) -> dict[str, str]:
        text, (starts, ends), found = self._normal.text, self._edges, dict[str, str]()
        digests = {bytes.fromhex(one.digest) for one in wanted}
        low, high = min(one.low for one in wanted), max(one.high for one in wanted)
        # each word with the gap before it, so that a longer candidate goes on where the shorter one stopped
        pieces = [text[before:end].encode() for before, end in zip([0, *ends], ends, strict=False)]
        for number, start in enumerate(starts):
            running = hashlib.sha256(text[start : ends[number]].encode())
            for later in range(number, bisect_right(ends, start + high)):
                if later > number:
                    running.update(pieces[later])
                if ends[later] >= start + low and (digest := running.digest()) in digests:
                    found[digest.hex()] = text[start : ends[later]]
        return found

    @cached_property
    def _folded(self) -> NormalText:
        return self._normal.folded()

    def most_alike(self, anchor: Anchor) -> Span | None:
        """Return where words begin that are most like the anchor's quote or fragment, for as long as it was; None for none."""
        words, text = folded(anchor.quote or anchor.fragment or ""), self._folded.text
        if not _SHORTEST <= len(words) <= len(text):
            return None
        found = fuzz.partial_ratio_alignment(words, text, score_cutoff=_LIKENESS)
        if found is None:
            return None
        wanted = _wanted(anchor)
        length = max(len(words), wanted.length if wanted and not anchor.quote else 0)
        tokens = [token.span() for token in _TOKEN.finditer(text, 0)]
        starts = [start for start, _ in tokens if start <= max(found.dest_start, tokens[0][0])]
        ends = [end for _, end in tokens if end > starts[-1]]
        return self._folded.raw(starts[-1], min(ends, key=lambda end: abs(end - starts[-1] - length)))

    def places_of(self, words: str) -> tuple[Span, ...]:
        """Return every raw place of words in normal form; whole words, where any place is one of whole words."""
        text, (starts, ends) = self._normal.text, self._edges
        found = [(at, at + len(words)) for at in stands_at(words, text)]
        whole = [(start, end) for start, end in found if _holds(starts, start) and _holds(ends, end)]
        places = (self._normal.raw(start, end) for start, end in whole or found)
        # a place that ends before an accent that composes takes the accent in, and is another's then
        return tuple(place for place in places if normal_form(place.of(self._raw)) == words)


def _holds(ordered: Sequence[int], value: int) -> bool:
    at = bisect_left(ordered, value)
    return at < len(ordered) and ordered[at] == value


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
