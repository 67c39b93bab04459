"""Claims: checkable statements, where they are made, and what sources say about them."""

from collections.abc import Mapping
from typing import Annotated, Any

from factcheck.labels import ClaimKind, Stance
from factcheck.records.anchor import Anchor
from factcheck.records.fields import AtLeastOne, AtMostOne, mapping, optional, record, required, several
from factcheck.records.kinds_of_text import Count, Date, Id, Language, Offset, Prose, SplitName
from factcheck.records.rights import Rights
from factcheck.records.shapes import Anything


@record(AtMostOne(("document", "url"), "an appearance is in a 'document' or at a 'url', not both"))
class Appearance:
    """A place where a claim is made: a document, an address, or neither where only who said it or when is known."""

    document: Id | None = optional("the document that makes it", example="skerra-leaflet")
    url: Prose | None = optional("the address where it is made", example="https://example.org/post")
    anchor: Anchor | None = optional("the place in the document", example={"start": 17, "end": 42})
    speaker: Prose | None = optional("who says it, where another than the document's author", example="The ferryman")
    date: Date | None = optional("when it was said", example="2020-08-25")
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"venue": "a speech"}
    )


@record(
    AtMostOne(
        ("reference", "document", "url"), "evidence has one source at most: a 'reference', a 'document' or a 'url'"
    ),
    AtLeastOne((("id",), ("reference",), ("document",), ("url",)), "evidence without a source has an 'id' of its own"),
)
class Evidence:
    """What one source says about one claim."""

    id: Id | None = optional("its name, unique within its claim; left out, it is its source's id", example="census")
    reference: Id | None = optional("the reference it is from", example="skerra-census")
    document: Id | None = optional("the document it is from", example="skerra-almanac")
    url: Prose | None = optional("the address it is from", example="https://example.org/almanac")
    locator: Prose | None = optional("where in the source", example="p. 12, table 2")
    sentences: tuple[Offset, ...] = several("the sentences, numbered as the source numbers them", example=[0, 3])
    anchor: Anchor | None = optional("the place in the document", example={"start": 17, "end": 42})
    question: Prose | None = optional("the question that it answers (AVeriTeC)", example="When was the light lit?")
    finding: Prose | None = optional(
        "what it says, in our own words, with its figures", example="212 islanders in 2021"
    )
    text: Prose | None = optional("its words, verbatim, under the rights of its source", example="It was lit in 1824.")
    rights: Rights | None = optional("its own rights, where its source has no record", example={"redistribute": True})
    stance: Stance | None = optional("for or against, only where no annotator voted on it", example="supports")
    votes: Mapping[Stance, Count] = mapping(
        "how many took each stance, where the voters have no names",
        example={"supports": 3, "context": 2},
        columns=("stance", "count"),
    )
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"annotation_id": 108548}
    )

    @property
    def key(self) -> str:
        """The name by which verdicts speak of it: its id, else its source's id."""
        return self.id or self.reference or self.document or self.url or ""


def evidence_key(evidence: Mapping[str, Any]) -> str | None:
    """Return the name by which verdicts speak of plain evidence, as ``Evidence.key`` does of a record."""
    return evidence.get("id") or evidence.get("reference") or evidence.get("document") or evidence.get("url")


@record()
class Claim:
    """One atomic, decontextualised, checkable statement, in the annotator's own words."""

    id: Id = required("its name, unique among claims", example="lighthouse-lit-1824")
    text: Prose = required("the statement", example="The lighthouse of Skerra was first lit in 1824.")
    kind: ClaimKind | None = optional("what sort of statement it is", example="history")
    topics: tuple[Id, ...] = several("what it is about, as dataset.yaml declares", example=["lighthouse"])
    split: SplitName | None = optional("the split it stands in", example="test")
    family: Id | None = optional("claims that must stay in one split: variants, counter-claims", example="light-year")
    language: Language | None = optional("the language it is written in, where not the dataset's", example="en")
    attributed_to: Id | None = optional(
        "the reference that it says something about, for attribution claims", example="skerra-census"
    )
    appearances: tuple[Appearance, ...] = several("where it is made", example=[{"document": "skerra-leaflet"}])
    evidence: tuple[Evidence, ...] = several("what sources say about it", example=[{"reference": "skerra-census"}])
    note: Prose | None = optional("for other annotators", example="read with the sentence before it")
    extra: Annotated[Mapping[str, Any], Anything()] = mapping(
        "JSON that no rule reads, kept verbatim", example={"verifiable": "VERIFIABLE"}
    )
