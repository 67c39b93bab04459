"""Anchors: places in a document."""

from collections.abc import Mapping
from typing import Any

from factcheck.records.fields import AtLeastOne, Needs, optional, record
from factcheck.records.kinds_of_text import Digest, Offset, Prose


@record(
    AtLeastOne(
        (("start", "end"), ("quote",), ("fragment",)),
        "an anchor has 'start' and 'end', or a 'quote', or a 'fragment'",
    ),
    Needs("start", ("end",), "'start' comes with 'end'"),
    Needs("end", ("start",), "'end' comes with 'start'"),
    Needs("digest", ("start", "end"), "'digest' comes with 'start' and 'end'"),
)
class Anchor:
    """A place in a document's text (W3C Web Annotation: positions in code points, the end exclusive).

    It points without copying: where the text may not be passed on, ``digest`` proves the place and ``fragment``, the fewest
    words from the start of the span that stand only once in the text, lets a browser jump there.
    """

    start: Offset | None = optional("the first code point of the span, from 0", example=17)
    end: Offset | None = optional("the first code point after the span", example=42)
    digest: Digest | None = optional(
        "the SHA-256 of the span in NFC with each run of white space as one space",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )
    fragment: Prose | None = optional(
        "the fewest words from the start of the span that stand only once in the text, for a URL text fragment",
        example="The lighthouse was",
    )
    quote: Prose | None = optional("the words themselves, where rights allow", example="The lighthouse was lit in 1824")


def anchor_of(plain: Mapping[str, Any]) -> Anchor | None:
    """Return the anchor of plain data; None where they are none."""
    try:
        return Anchor(**plain)
    except (TypeError, ValueError):  # an unknown key, a value that does not fit
        return None


def plain_anchor(anchor: Anchor) -> dict[str, Any]:
    """Return the plain data of an anchor, without what is absent."""
    values = {key: getattr(anchor, key) for key in ("start", "end", "digest", "fragment", "quote")}
    return {key: value for key, value in values.items() if value is not None}
