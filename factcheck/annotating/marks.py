"""What goes out to an annotation tool and what comes back, the same for every tool."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import attrs

Plain = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Placed:
    """A claim of the corpus where a document makes it.

    Args:
        claim: its id.
        text: the claim in the annotators' own words.
        kind: its kind, where it has one.
        start: the first code point of the place.
        end: the first code point after it.
    """

    claim: str
    text: str
    kind: str | None
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Sheet:
    """A document as annotators get it.

    Args:
        document: its id.
        digest: the SHA-256 of its text.
        text: its words.
        claims: the claims already found in it; nobody's verdicts.
        notice: that its words may not be passed on; empty where they may.
    """

    document: str
    digest: str
    text: str
    claims: tuple[Placed, ...] = ()
    notice: str = ""


@attrs.frozen(kw_only=True)
class Said:
    """What an annotator says of a place, each word as their tool wrote it; None where nothing was said."""

    text: str | None = None
    kind: str | None = None
    label: str | None = None
    certainty: str | None = None
    rationale: str | None = None


@attrs.frozen(kw_only=True)
class Piece:
    """A part of a mark, in the offsets of its tool, and the words that the tool says stand there."""

    start: int
    end: int
    words: str


@attrs.frozen(kw_only=True)
class Mark:
    """A stretch of text that an annotator marked, in the offsets of their tool.

    Args:
        name: which one, for people.
        start: where it begins, in the unit of the tool.
        end: where it ends, exclusive.
        words: the words that the tool says stand there; None where the tool does not say.
        pieces: where the tool gives no words in one stretch, the parts that prove it; the first begins, the last ends it.
        said: what the annotator says of it.
        fault: why it cannot be read, where it cannot.
    """

    name: str
    start: int = 0
    end: int = 0
    words: str | None = None
    pieces: tuple[Piece, ...] = ()
    said: Said = Said()
    fault: str | None = None


@attrs.frozen(kw_only=True)
class Annotation:
    """What one annotator did with one document.

    Args:
        name: which one, for people.
        document: the id of the document.
        text: its words as the tool holds them; None where it does not hold them all.
        accounts: the names under which the tool knows the annotator, each as good as the other.
        date: the day it was last changed.
        marks: what was marked.
        restates: whether the tool has room for a claim in other words than the document's.
        fault: why none of it can be read, where that is so.
    """

    name: str
    document: str = ""
    text: str | None = ""
    accounts: tuple[str, ...] = ()
    date: str | None = None
    marks: tuple[Mark, ...] = ()
    restates: bool = True
    fault: str | None = None


class Tool(Protocol):
    """What the module of a tool holds."""

    def write(self, sheets: Sequence[Sheet]) -> Mapping[str, bytes]:
        """Return the files that the tool imports, by name."""

    def read(self, data: bytes, name: str) -> Iterator[Annotation]:
        """Yield what annotators did, of the bytes of one exported file and its name."""
