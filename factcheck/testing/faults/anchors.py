"""Faults of anchors: the place, the digest, the fragment, the quote."""

from collections.abc import Iterator
from typing import Any

from factcheck.testing.faults.seeding import ABSENT, Anchored, Draft, Edit, Seed, at
from factcheck.text import (
    folded,
    has_ragged_edges,
    occurrences,
    shortest_unique_opening,
    span_digest,
    splits_grapheme,
    word_count,
)


def anchor_digest_mismatch(draft: Draft) -> Iterator[Seed]:
    """Take the digest of other words."""
    for one in draft.anchored():
        if "digest" in one.anchor:
            yield Seed(at=one.at("digest"), edits=[one.edit("digest", span_digest("other words"))])


def anchor_not_placed(draft: Draft) -> Iterator[Seed]:
    """Let the claim appear at a link to a highlight too."""
    link = {"url": "https://example.org/seeded#:~:text=seeded"}
    for _, record, claim in draft.each("claims"):
        path = ("appearances", len(claim.get("appearances", ())))
        edits = [Edit("claims", record, path, link)] if path[1] else [Edit("claims", record, path[:1], [link])]
        yield Seed(at=at("claims", record, *path, "url"), edits=edits)


def anchor_out_of_bounds(draft: Draft) -> Iterator[Seed]:
    """Let the anchor end behind the end of its document."""
    for one in draft.anchored():
        if "length" in one.document and not has_ragged_edges(one.text) and _alone(draft, one):
            yield Seed(at=one.at("end"), edits=[one.edit("end", len(one.text) + 1)])


def _alone(draft: Draft, one: Anchored) -> bool:
    """Tell whether no other anchor of the claim points into the same document, so that none can be overlapped."""
    same = [other for other in draft.anchored() if (other.record, other.document) == (one.record, one.document)]
    return len(same) == 1


def anchor_splits_grapheme(draft: Draft) -> Iterator[Seed]:
    """Let the anchor end inside a character as people see it."""
    for one in draft.anchored():
        for end in range(one.span.start + 1, one.span.end):
            if splits_grapheme(one.text, end) and not one.text[end - 1].isspace() and not one.document.get("passages"):
                yield Seed(at=one.at("end"), edits=_moved(one, end))


def _moved(one: Anchored, end: int) -> list[Edit]:
    """Return the edits that give an anchor another end, and the digest of the words it then has."""
    dropped = [one.edit(key, ABSENT) for key in ("fragment", "quote") if key in one.anchor]
    return [one.edit("end", end), one.edit("digest", span_digest(one.text[one.span.start : end])), *dropped]


def anchor_without_digest(draft: Draft) -> Iterator[Seed]:
    """Take the digest away."""
    for one in draft.anchored():
        if "digest" in one.anchor:
            yield Seed(at=one.at(), edits=[one.edit("digest", ABSENT)])


def fragment_not_at_start(draft: Draft) -> Iterator[Seed]:
    """Take as the fragment words from the middle of the span."""
    for one in draft.anchored():
        first, _, rest = one.words.partition(" ")
        fragment = shortest_unique_opening(rest.strip(), one.text) if one.is_open and rest.strip() else None
        if fragment and not folded(one.words).startswith(folded(fragment)) and first:
            yield Seed(at=one.at("fragment"), edits=[one.edit("fragment", fragment)])


def fragment_not_unique(draft: Draft) -> Iterator[Seed]:
    """Take as the fragment the first letter of the span, where it stands elsewhere too."""
    for one in draft.anchored():
        letter = one.words[:1]
        is_opening = folded(one.words).startswith(folded(letter))
        costs_nothing = one.is_open or "fragment" in one.anchor
        if is_opening and costs_nothing and occurrences(folded(letter), folded(one.text)) > 1:
            yield Seed(at=one.at("fragment"), edits=[one.edit("fragment", letter)])


def quote_not_in_document(draft: Draft) -> Iterator[Seed]:
    """Quote words that nobody wrote."""
    for one in draft.anchored():
        if one.is_open:
            yield Seed(at=one.at("quote"), edits=[one.edit("quote", "words that nobody wrote")])


def ragged_anchor(draft: Draft) -> Iterator[Seed]:
    """Let the anchor take in the white space after its words."""
    for one in draft.anchored():
        end = one.span.end + 1
        if one.text[end - 1 : end].isspace() and not splits_grapheme(one.text, end):
            digest = span_digest(one.text[one.span.start : end])
            yield Seed(at=one.at(), edits=[one.edit("end", end), one.edit("digest", digest)])


def overlapping_appearances(draft: Draft) -> Iterator[Seed]:
    """Let a claim appear at the same place twice."""
    for _, record, claim in draft.each("claims"):
        appearances: list[Any] = claim.get("appearances", [])
        for appearance in appearances:
            if "start" in appearance.get("anchor", {}) and "document" in appearance:
                path = ("appearances", len(appearances))
                yield Seed(at=at("claims", record, *path, "anchor"), edits=[Edit("claims", record, path, appearance)])


def too_much_quoted(draft: Draft) -> Iterator[Seed]:
    """Quote all the words of an anchor into a document that may not be passed on."""
    share = draft.setting("too-much-quoted", "share")
    for one in draft.anchored():
        if not one.is_open and word_count(one.words) > share * word_count(one.text):
            ordinal = draft.records["documents"].index(one.document)
            yield Seed(at=at("documents", ordinal, "rights"), edits=[one.edit("quote", one.words)])
