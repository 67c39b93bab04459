"""Anchors made: where words stand in a text, and the anchor of a span with its digest and fragment."""

from collections.abc import Iterator
from urllib.parse import quote

from factcheck.links import Highlight
from factcheck.normalizing import normalize, stands_at
from factcheck.records.anchor import Anchor
from factcheck.text import Span, folded, shortest_unique_opening, span_digest


def anchor_at(text: str, span: Span) -> Anchor:
    """Return the anchor of a span: offsets, digest, and a fragment unless the whole span stands more than once.

    Raises:
        ValueError: the span is empty, or ends beyond the text.
    """
    if not span.start < span.end <= len(text):
        raise ValueError(f"'span' must be a stretch of a text of {len(text)} code points (got {span})")
    words = span.of(text)
    return Anchor(
        start=span.start,
        end=span.end,
        digest=span_digest(words),
        fragment=shortest_unique_opening(words, text),
    )


def find_words(text: str, words: str) -> tuple[Span, ...]:
    """Return every place where words stand, in order; overlapping places too.

    They are looked for as they are; where they stand nowhere so, in NFC with white space collapsed and letter case aside.
    """
    if not words:
        return ()
    exact = tuple(Span(at, at + len(words)) for at in stands_at(words, text))
    return exact or tuple(dict.fromkeys(_find_folded(text, folded(words))))


def _find_folded(text: str, needle: str) -> Iterator[Span]:
    haystack = normalize(text).folded()
    for at in stands_at(needle, haystack.text):
        if haystack.has_edges_at(at, at + len(needle)):
            yield haystack.raw(at, at + len(needle))


def find_highlight(text: str, highlight: Highlight) -> Span | None:
    """Return the stretch of a text that a link highlights; None where it is not sure which."""
    starts = find_words(text, highlight.start)
    if len(starts) != 1 or highlight.end is None:
        return starts[0] if len(starts) == 1 else None
    ends = [span for span in find_words(text, highlight.end) if span.start >= starts[0].end]
    return Span(starts[0].start, ends[0].end) if ends else None


def highlight_link(url: str, fragment: str | None) -> str:
    """Return an address that lets a browser jump to the words of a fragment; the bare address where there is none.

    What the syntax of text fragments keeps for itself, the hyphen, comma and ampersand, is percent-encoded too.
    """
    if not fragment:
        return url
    directive = ":~:text=" + quote(fragment, safe="").replace("-", "%2D")
    return f"{url}{directive}" if "#" in url else f"{url}#{directive}"
