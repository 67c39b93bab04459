"""Addresses of sources, as JSON-LD asks for them: each thing is named by an IRI."""

import base64
import re
from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

import attrs

from factcheck.records.claim import Appearance, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.records.reference import Reference

_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f]+")


@attrs.frozen(kw_only=True)
class Sources:
    """The documents and references of a dataset, by id."""

    dataset: str
    documents: Mapping[str, Document] = attrs.field(hash=False)
    references: Mapping[str, Reference] = attrs.field(hash=False)

    @classmethod
    def of(cls, corpus: Corpus) -> "Sources":
        """Return those of a corpus."""
        return cls(
            dataset=corpus.dataset.name,
            documents={document.id: document for document in corpus.documents},
            references={reference.id: reference for reference in corpus.references},
        )

    def name(self, *parts: object) -> str:
        """Return an IRI for a part of the dataset: the same each time, and no other part's."""
        way = "/".join(str(part).replace("%", "%25").replace("/", "%2F") for part in (self.dataset, *parts))
        return uuid5(NAMESPACE_URL, f"factcheck:{way}").urn

    def document(self, part: Appearance | Evidence) -> Document | None:
        """Return the document that a place is in."""
        return self.documents.get(part.document or "")

    def web(self, part: Appearance | Evidence) -> str | None:
        """Return the address of a source on the web, where it has one."""
        if document := self.document(part):
            return web_address(document.url)
        reference = self.references.get(part.reference or "") if isinstance(part, Evidence) else None
        if reference is None:
            return web_address(part.url)
        return web_address(f"https://doi.org/{reference.doi}" if reference.doi else reference.url)

    def iri(self, part: Appearance | Evidence) -> str | None:
        """Return the IRI of a source: its address, else its text's digest (RFC 6920), else its id; None without a source."""
        document = self.document(part)
        if web := self.web(part):
            return web
        if document is not None and document.sha256:
            digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
            return f"ni:///sha-256;{digest}"
        given = part.document or (part.reference if isinstance(part, Evidence) else None) or part.url
        return self.name("sources", given) if given else None


def web_address(given: str | None) -> str | None:
    """Return an address as it is given, or None where it is none of the web."""
    return given if given and _WEB.fullmatch(given) else None
