"""Anchors in the text they point into: put where their words are, with the digest and the fragment of these words.

Nothing is written that is not proven: by the digest, by the quote, or, for a digest that is missing, by the fragment that the
span begins with.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.anchoring import anchor_at
from factcheck.problems import Fault, Path
from factcheck.records.anchor import Anchor, anchor_of, plain_anchor
from factcheck.relocating import relocate
from factcheck.repairs.repair import Change, Grounds, target_of
from factcheck.text import Span, folded, has_ragged_edges, occurrences, span_digest, splits_grapheme

Plain = Mapping[str, Any]

_LONGEST = 2000
"""How many code points a span with a wrong end is looked for in."""


def placed(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write an anchor as the text at hand proves it to be."""
    target = target_of(fault)
    if "anchor" not in target.path:
        return
    path = target.path[: target.path.index("anchor") + 1]
    holder = grounds.value_at(target.kind, target.record, path[:-1])
    text = grounds.texts.get(holder.get("document"))
    span = _proven(holder["anchor"], text) if text is not None else None
    if text is not None and span is not None:
        yield from rewritten(target.kind, target.record, path, holder["anchor"], text, span)


def rewritten(kind: str, record: int, path: Path, anchor: Plain, text: str, span: Span) -> Iterator[Change]:
    """Yield what makes an anchor that of a span: offsets and digest; a fragment, where it had one that is not right."""
    new = plain_anchor(anchor_at(text, span))
    if "fragment" not in anchor or _is_right(anchor["fragment"], span.of(text), text):
        new["fragment"] = anchor.get("fragment")
    for key in ("start", "end", "digest", "fragment"):
        if new.get(key) != anchor.get(key):
            yield Change(kind=kind, record=record, path=(*path, key), value=new.get(key))


def _is_right(fragment: str, words: str, text: str) -> bool:
    needle = folded(fragment)
    return folded(words).startswith(needle) and occurrences(needle, folded(text)) == 1


def _proven(plain: Plain, text: str) -> Span | None:
    anchor = anchor_of(plain)
    span = _followed(anchor, text) if anchor is not None else None
    return _without_ragged_edges(span, text) if span is not None else None


def _followed(anchor: Anchor, text: str) -> Span | None:
    if anchor.digest is not None or anchor.quote is not None:
        (found,) = relocate(text, [anchor])
        return found.span or (_of_other_length(anchor, text) if found.outcome in ("lost", "similar") else None)
    if (
        anchor.start is None
        or anchor.end is None
        or anchor.fragment is None
        or not anchor.start < anchor.end <= len(text)
    ):
        return None
    span = Span(anchor.start, anchor.end)
    return span if folded(span.of(text)).startswith(folded(anchor.fragment)) else None


def _of_other_length(anchor: Anchor, text: str) -> Span | None:
    """Return the span that begins at the anchor's start and has its digest, whatever its end says."""
    if anchor.start is None or anchor.digest is None:
        return None
    for end in range(anchor.start + 1, min(anchor.start + _LONGEST, len(text)) + 1):
        if span_digest(text[anchor.start : end]) == anchor.digest:
            return Span(anchor.start, end)
    return None


def _without_ragged_edges(span: Span, text: str) -> Span | None:
    """Return a span without white space at its edges; None where it would cut a character in two."""
    start, end = span.start, span.end
    while start < end and has_ragged_edges(text[start]):
        start += 1
    while end > start and has_ragged_edges(text[end - 1]):
        end -= 1
    if start == end or splits_grapheme(text, start) or splits_grapheme(text, end):
        return None
    return Span(start, end)


def of_length(fault: Fault, grounds: Grounds) -> Iterator[Change]:
    """Write the length of a text at hand."""
    target = target_of(fault)
    document = grounds.value_at(target.kind, target.record, ())
    text = grounds.texts.get(document.get("id"))
    if text is not None:
        yield Change(kind=target.kind, record=target.record, path=target.path, value=len(text))
