"""Drawn pages: texts with awkward characters, true anchors into them, and the documents that describe them."""

from collections.abc import Collection
from datetime import date
from typing import get_args

import attrs
from hypothesis import strategies as st

from factcheck.labels import PassageKind, PassageStatus
from factcheck.records.anchor import Anchor
from factcheck.records.document import Document, Passage
from factcheck.records.rights import Rights
from factcheck.testing.words import dates, phrases, slugs
from factcheck.text import Span, bytes_digest, shortest_unique_opening, span_digest, word_count

_WORDS = (
    "cliff", "puffin", "gale", "Quay", "moss", "seal", "e\u0301cume", "Stra\xdfe", "\u0130zmir", "\ufb01ord", "\U0001d538stral",
    "\u1112\u1161\u11ab\u1100\u1173\u11af", "\U0001f1eb\U0001f1f7", "\U0001f44b\U0001f3fd", "a\u0323\u0307nt", "\u5bab\u7384",
    "\u0928\u092e\u0938\u094d\u0924\u0947",
)  # fmt: skip
_GAPS = (" ", " ", " ", "  ", "\n", "\u2003")
_BREAKS = (" ", "\n", "\n\n", "\r\n", " \u2029")
_KINDS: tuple[PassageKind, ...] = get_args(PassageKind)
_LEFT_OUT: tuple[PassageStatus, ...] = tuple(status for status in get_args(PassageStatus) if status != "checkable")
_RESTATED = 8
"""As many words of a withheld text, running, are a copy of it."""


@attrs.frozen(kw_only=True)
class Page:
    """A text, the spans of its words, and where its sentences start.

    Args:
        id: the id of its document.
        text: the text.
        words: the span of each word.
        starts: the first code point of each sentence.
        redistribute: whether the words may be passed on.
    """

    id: str
    text: str
    words: tuple[Span, ...]
    starts: tuple[int, ...]
    redistribute: bool


@st.composite
def pages(draw: st.DrawFn, *, ordinal: int) -> Page:
    """Return a page; pages of different ordinals have different ids and texts."""
    text, words, starts = "", list[Span](), list[int]()
    sentences = draw(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7), min_size=1, max_size=4))
    for sentence in ([f"Folio{ordinal}", *sentences[0]], *sentences[1:]):
        starts.append(len(text))
        for word in sentence:
            words.append(Span(len(text), len(text) + len(word)))
            text += word + draw(st.sampled_from(_GAPS))
        text = text[: words[-1].end] + draw(st.sampled_from(_BREAKS))
    whole = text if draw(st.booleans()) else text[: words[-1].end]
    return Page(
        id=f"{draw(slugs())}-{ordinal}",
        text=whole,
        words=tuple(words),
        starts=tuple(starts),
        redistribute=draw(st.booleans()),
    )


@st.composite
def spans(draw: st.DrawFn, page: Page) -> Span:
    """Return a stretch of a page from the start of a word to the end of one."""
    first = draw(st.integers(0, len(page.words) - 1))
    last = draw(st.integers(first, len(page.words) - 1))
    return Span(page.words[first].start, page.words[last].end)


def anchor_of(page: Page, span: Span, *, quote: bool, fragment_words: int) -> Anchor:
    """Return a true anchor.

    Args:
        page: the page it points into.
        span: the place.
        quote: whether to quote the words, where they may be passed on.
        fragment_words: the most words of a withheld page that its fragment may hold.
    """
    words = span.of(page.text)
    fragment = shortest_unique_opening(words, page.text)
    if fragment and not page.redistribute and word_count(fragment) > min(fragment_words, _RESTATED - 1):
        fragment = None
    return Anchor(
        start=span.start,
        end=span.end,
        digest=span_digest(words),
        fragment=fragment,
        quote=words if quote and page.redistribute else None,
    )


def fragment_budget(page: Page) -> int:
    """Return how many words all fragments of a page may hold together: a fifth."""
    return word_count(page.text) // 5


@st.composite
def described(draw: st.DrawFn, page: Page, claimed: Collection[Span]) -> Document:
    """Return the document of a page; passages under the spans where claims appear are checkable, and no others."""
    return Document(
        id=page.id,
        title=draw(st.none() | phrases()),
        url=f"https://example.org/{page.id}",
        published=draw(st.none() | dates(first=date(2001, 1, 1), last=date(2009, 12, 31))),
        updated=draw(st.none() | dates(first=date(2010, 1, 1), last=date(2014, 12, 31))),
        accessed=draw(st.none() | dates(first=date(2015, 1, 1), last=date(2019, 12, 31))),
        language="en",
        rights=Rights(
            redistribute=page.redistribute, licence="CC0-1.0" if page.redistribute else "all-rights-reserved"
        ),
        sha256=bytes_digest(page.text.encode()),
        length=len(page.text),
        text=page.text if page.redistribute and draw(st.booleans()) else None,
        passages=draw(_tiles(page, claimed)) if draw(st.booleans()) else (),
    )


@st.composite
def _tiles(draw: st.DrawFn, page: Page, claimed: Collection[Span]) -> tuple[Passage, ...]:
    made = []
    for start, end in zip(page.starts, (*page.starts[1:], len(page.text)), strict=True):
        is_claimed = any(span.overlaps(Span(start, end)) for span in claimed)
        statuses: tuple[PassageStatus, ...] = ("checkable",) if is_claimed else _LEFT_OUT
        status = draw(st.sampled_from(statuses))
        made.append(Passage(start=start, end=end, kind=draw(st.sampled_from(_KINDS)), status=status))
    return tuple(made)
