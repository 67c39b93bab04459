"""A document with its passages and the claims that are taken from it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from rich.text import Text

from factcheck.cli.showing.claims import span_of
from factcheck.cli.showing.words import Line, head, line, visible
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.shaping import unstructure
from factcheck.text import Span

_SHOWN = 70


@attrs.frozen(kw_only=True)
class DocumentFile:
    """A document, the claims made in it with their places, and its text where that may be shown."""

    document: Document
    claims: tuple[tuple[Claim, Span | None], ...]
    text: str | None

    @property
    def statuses(self) -> dict[str, int]:
        """How many passages have each status, most first."""
        return dict(Counter(one.status or "no status" for one in self.document.passages).most_common())


def document_file(corpus: Corpus, document: Document, texts: Mapping[str, str]) -> DocumentFile:
    """Gather what hangs on a document."""
    claims = [
        (claim, span_of(appearance.anchor))
        for claim in corpus.claims
        for appearance in claim.appearances
        if appearance.document == document.id
    ]
    ordered = sorted(claims, key=lambda pair: pair[1].start if pair[1] else -1)
    return DocumentFile(document=document, claims=tuple(ordered), text=texts.get(document.id))


def document_page(file: DocumentFile) -> Iterator[Line]:
    """Yield the lines of a document's page."""
    document = file.document
    yield head(document.id, "document")
    yield from (line(2, (f"{name}: ", "dim"), value) for name, value in _facts(document) if value)
    if document.passages:
        counts = "; ".join(f"{count} {status}" for status, count in file.statuses.items())
        yield head("passages", f"{len(document.passages)}: {counts}")
        yield from _passages(file)
    yield head("claims", *([] if file.claims else ["none"]))
    for claim, span in file.claims:
        where = f"; {span.start} to {span.end}" if span else ""
        yield line(2, (claim.id, "cyan"), f"{where}; {claim.text}")


def _facts(document: Document) -> Iterator[tuple[str, str | None]]:
    yield "title", document.title
    yield "address", document.url
    yield "author", ", ".join(document.author)
    for name in ("publisher", "published", "updated", "accessed", "language", "note"):
        yield name, getattr(document, name)
    yield "rights", _rights(document)
    yield "length", f"{document.length} code points" if document.length is not None else None
    yield "sha256", document.sha256


def _rights(document: Document) -> str:
    rights = document.rights
    if rights is None:
        return "unknown, so its words are withheld"
    said = "may be passed on" if rights.redistribute else "withheld"
    return "; ".join(part for part in (said, rights.licence, rights.holder) if part)


def _passages(file: DocumentFile) -> Iterator[Line]:
    if file.text is None:
        return
    for one in file.document.passages:
        words = visible(file.text[one.start : one.end]).strip()
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        margin = f"{one.start:>6} {one.kind or '':<9} {one.status or '':<13} "
        yield line(2, Text(margin, "dim"), shown)


def plain_document(file: DocumentFile) -> dict[str, Any]:
    """Return a document and what hangs on it as plain data."""
    claims = [{"claim": claim.id, **(attrs.asdict(span) if span else {})} for claim, span in file.claims]
    return {
        "kind": "document",
        "record": unstructure(file.document),
        "statuses": file.statuses,
        "claims": claims,
    }
