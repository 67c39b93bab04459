"""Documents: texts that hold claims, evidence, or both; and the passages they fall into."""

from collections.abc import Mapping
from typing import Annotated, Any

from factcheck.labels import PassageKind, PassageStatus
from factcheck.records.fields import mapping, optional, record, required, several
from factcheck.records.kinds_of_text import Count, Date, Digest, Id, Language, Offset, Prose
from factcheck.records.rights import Rights
from factcheck.records.shapes import Anything


@record()
class Passage:
    """A stretch of a document; where a document has passages they tile its text."""

    start: Offset = required("the first code point, from 0", example=0)
    end: Offset = required("the first code point after it", example=57)
    kind: PassageKind | None = optional("what it is on the page", example="sentence")
    status: PassageStatus | None = optional("checkable, or why it is left out", example="checkable")
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"section": "Introduction"}
    )


@record()
class Document:
    """A text that holds claims, evidence, or both. Its words stand elsewhere unless its rights allow to pass them on."""

    id: Id = required("its name, unique among documents", example="skerra-leaflet")
    title: Prose | None = optional("its title", example="A Day on Skerra")
    url: Prose | None = optional("its address", example="https://example.org/skerra")
    publisher: Prose | None = optional("who published it", example="Skerra Tourist Board")
    author: tuple[Prose, ...] = several("who wrote it", example=["A. Keeper"])
    published: Date | None = optional("when it was published", example="2023-11-19")
    updated: Date | None = optional("when it was last changed", example="2024-02")
    accessed: Date | None = optional("when it was read", example="2026-11-22")
    language: Language | None = optional("the language it is written in", example="en")
    prompt: Prose | None = optional("the request that a generated text answers", example="Tell me about Skerra.")
    note: Prose | None = optional("what else is known of it", example="the page names no author")
    rights: Rights | None = optional(
        "whether its words may be passed on; unknown rights: they are withheld", example={"redistribute": False}
    )
    sha256: Digest | None = optional(
        "the SHA-256 of its text's UTF-8 bytes as stored, once an anchor points into it",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )
    length: Count | None = optional("the length of its text in code points", example=1320)
    text: Prose | None = optional("its text, in .jsonl files, where rights allow", example="Skerra is an island.")
    passages: tuple[Passage, ...] = several(
        "the stretches it falls into", example=[{"start": 0, "end": 57, "status": "checkable"}]
    )
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"views": 4}
    )
