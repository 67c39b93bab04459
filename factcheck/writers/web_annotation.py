"""``annotations.jsonld``: every place in a document as a W3C Web Annotation (JSON-LD), for annotation tools and archives.

An ``AnnotationCollection``; one annotation a place where a claim is made or evidence stands, in order of claim.
The body describes it (the claim's statement; the finding) and classifies it (the gold label; the stance).
The target is the source with ``TextPositionSelector`` (Unicode code points, the end exclusive) and, where the rights of the
words allow it and the record has them, ``TextQuoteSelector``; the positions are those of the text whose SHA-256 the source
carries.
A place of which only the first words are known has a ``FragmentSelector`` with a URL text fragment.
A source is named by its address, else by the digest of its text (RFC 6920), else by a UUID made of dataset and id.
Places without an anchor are left out and counted; the digests of spans, rationales, votes, certainty, evidence sets and
passages have no place here.
Specification: Sanderson, Ciccarese and Young (2017), Web Annotation Data Model.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import orjson

from factcheck.gold import gold_verdicts
from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Evidence
from factcheck.records.corpus import Corpus
from factcheck.tables.configs import gold_stance
from factcheck.writers.addresses import Sources
from factcheck.writers.writer import Written

TITLE = "places in documents as W3C Web Annotations"
HOMEPAGE = "https://www.w3.org/TR/annotation-model/"

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"})
TEXT_FRAGMENT = "https://wicg.github.io/scroll-to-text-fragment/"

Plain = dict[str, Any]
Place = tuple[tuple[str, ...], Appearance | Evidence, list[Plain]]


def written(corpus: Corpus) -> Written:
    """Return all annotations as one file."""
    sources = Sources.of(corpus)
    places = list(_places(corpus))
    made = [_annotation(sources, way, part, bodies) for way, part, bodies in places]
    items = [item for item in made if item is not None]
    collection = sources.name("annotations")
    page = {"id": sources.name("annotations", "first"), "type": "AnnotationPage", "partOf": collection}
    plain = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": corpus.dataset.title or corpus.dataset.name,
        "total": len(items),
        **({"first": {**page, "startIndex": 0, "items": items}} if items else {}),
    }
    data = orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    left_out = {"appearances and evidence without an anchor in a source": len(places) - len(items)}
    return Written(files={"annotations.jsonld": data}, rows=len(items), left_out=left_out)


def _places(corpus: Corpus) -> Iterator[Place]:
    """Yield the way to each appearance and piece of evidence, it, and the bodies of its annotation."""
    golds = gold_verdicts(corpus)
    for claim in sorted(corpus.claims, key=lambda claim: claim.id):
        gold = golds[claim.id]
        language = claim.language or corpus.dataset.language
        for number, appearance in enumerate(claim.appearances):
            bodies = _bodies(claim.text, gold.label if gold else None, language)
            yield ("claims", claim.id, "appearances", str(number)), appearance, bodies
        for number, evidence in enumerate(claim.evidence):
            bodies = _bodies(evidence.finding, gold_stance(evidence, gold), language)
            yield ("claims", claim.id, "evidence", str(number)), evidence, bodies


def _bodies(words: str | None, label: str | None, language: str) -> list[Plain]:
    described = {"type": "TextualBody", "value": words, "language": language, "purpose": "describing"}
    classified = {"type": "TextualBody", "value": label, "purpose": "classifying"}
    return [body for body in (described, classified) if body["value"]]


def _annotation(
    sources: Sources, way: tuple[str, ...], part: Appearance | Evidence, bodies: list[Plain]
) -> Plain | None:
    """Return the annotation of a place, or None where it has no source or no anchor."""
    iri = sources.iri(part)
    if part.anchor is None or iri is None:
        return None
    document = sources.document(part)
    digest = {"sha256": document.sha256} if document and document.sha256 else {}
    return {
        "id": sources.name(*way),
        "type": "Annotation",
        "motivation": "describing",
        **({"body": bodies} if bodies else {}),
        "target": {
            "type": "SpecificResource",
            "source": {"id": iri, "type": "Text", **digest},
            "selector": list(_selectors(part.anchor)),
        },
    }


def _selectors(anchor: Anchor) -> Iterator[Plain]:
    """Yield the ways to a place, all to the same words."""
    if anchor.start is not None:
        yield {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    if anchor.quote is not None:
        yield {"type": "TextQuoteSelector", "exact": anchor.quote}
    if anchor.start is None and anchor.quote is None and anchor.fragment is not None:
        words = quote(anchor.fragment, safe="").replace("-", "%2D")
        yield {"type": "FragmentSelector", "conformsTo": TEXT_FRAGMENT, "value": f":~:text={words}"}
