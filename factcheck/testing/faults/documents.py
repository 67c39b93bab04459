"""Faults of documents and their passages."""

from collections.abc import Iterator

from factcheck.testing.faults.newcomers import arrival, claim, verdict
from factcheck.testing.faults.seeding import ABSENT, Draft, Edit, Plain, Seed, at, is_open
from factcheck.text import Span


def document_without_digest(draft: Draft) -> Iterator[Seed]:
    """Take the length away from a document that anchors point into."""
    pointed = {one.document["id"] for one in draft.anchored()}
    for kind, record, document in draft.each("documents"):
        if document["id"] in pointed and "length" in document and "text" not in document:
            yield Seed(at=at(kind, record, "id"), edits=[Edit(kind, record, ("length",), ABSENT)])


def duplicate_document(draft: Draft) -> Iterator[Seed]:
    """Add a document with the text of another, and a claim that appears in it."""
    for _, _, document in draft.each("documents"):
        if "sha256" in document:
            double = {key: value for key, value in document.items() if key != "passages"} | {"id": "seeded-page"}
            edits = arrival(draft, [claim(appearances=[{"document": "seeded-page"}])], [verdict()])
            place = at("documents", draft.count("documents"), "id")
            yield Seed(at=place, edits=[*draft.new("documents", double), *edits])


def length_mismatch(draft: Draft) -> Iterator[Seed]:
    """Count one code point too many."""
    for kind, record, document in draft.each("documents"):
        text = draft.text_of(document)
        if text is not None and "length" in document and not document.get("passages"):
            yield Seed(at=at(kind, record, "length"), edits=[Edit(kind, record, ("length",), len(text) + 1)])


def orphan_document(draft: Draft) -> Iterator[Seed]:
    """Add a document that nobody needs."""
    page = {"id": "seeded-page", "url": "https://example.org/seeded-page"}
    yield Seed(at=at("documents", draft.count("documents"), "id"), edits=draft.new("documents", page))


def passages_not_tiling(draft: Draft) -> Iterator[Seed]:
    """Leave the first code point of a document without a passage."""
    for kind, record, document in draft.each("documents"):
        passages = document.get("passages", ())
        if passages and passages[0]["end"] > 1 and not passages[0]["start"]:
            edit = Edit(kind, record, ("passages", 0, "start"), 1)
            yield Seed(at=at(kind, record, "passages", 0, "start"), edits=[edit])
        elif not passages and document.get("length", 0) > 1:
            edit = Edit(kind, record, ("passages",), [{"start": 1, "end": document["length"]}])
            yield Seed(at=at(kind, record, "passages", 0, "start"), edits=[edit])


def passage_without_claim(draft: Draft) -> Iterator[Seed]:
    """Call a passage checkable in which no claim appears."""
    for record, item, document, passage in _passages(draft):
        claimed = [span for _, span in _appearances(draft, document)]
        if claimed and not any(span.overlaps(_span(passage)) for span in claimed):
            edit = Edit("documents", record, ("passages", item, "status"), "checkable")
            yield Seed(at=at("documents", record, "passages", item), edits=[edit])


def claim_in_left_out_passage(draft: Draft) -> Iterator[Seed]:
    """Call every passage an opinion in which a claim appears."""
    for _, record, document in draft.each("documents"):
        for (maker, item), span in _appearances(draft, document):
            edits = [
                Edit("documents", record, ("passages", number, "status"), "opinion")
                for number, passage in enumerate(document.get("passages", ()))
                if span.overlaps(_span(passage))
            ]
            if edits:
                yield Seed(at=at("claims", maker, "appearances", item, "anchor"), edits=edits)


def changed_text(draft: Draft) -> Iterator[Seed]:
    """Have another version of a text at hand."""
    for kind, record, document in draft.each("documents"):
        if not is_open(document) and document["id"] in draft.texts and "sha256" in document:
            changed = draft.texts[document["id"]] + " Changed."
            yield Seed(at=at(kind, record, "sha256"), texts={document["id"]: changed})


def missing_text(draft: Draft) -> Iterator[Seed]:
    """Take away a text that may be passed on."""
    for kind, record, document in draft.each("documents"):
        shared = [other for other in draft.records["documents"] if other.get("sha256") == document.get("sha256")]
        if is_open(document) and document["id"] in draft.texts and len(shared) == 1:
            yield Seed(at=at(kind, record, "sha256"), texts={document["id"]: None})


def withheld_text_in_corpus(draft: Draft) -> Iterator[Seed]:
    """Write a text that may not be passed on into its record."""
    for kind, record, document in draft.each("documents"):
        if not is_open(document) and document["id"] in draft.texts:
            edit = Edit(kind, record, ("text",), draft.texts[document["id"]])
            yield Seed(at=at(kind, record, "text"), edits=[edit])


def _passages(draft: Draft) -> Iterator[tuple[int, int, Plain, Plain]]:
    for _, record, document in draft.each("documents"):
        for item, passage in enumerate(document.get("passages", ())):
            yield record, item, document, passage


def _appearances(draft: Draft, document: Plain) -> Iterator[tuple[tuple[int, int], Span]]:
    """Yield where claims appear in a document: which claim and appearance, and the span."""
    for record, item, part in draft.parts("appearances"):
        anchor = part.get("anchor", {})
        if part.get("document") == document["id"] and "start" in anchor:
            yield (record, item), Span(anchor["start"], anchor["end"])


def _span(passage: Plain) -> Span:
    return Span(passage["start"], passage["end"])
