"""Which words may leave: texts and quotes whose rights do not allow it are withheld."""

import attrs

from factcheck.records.anchor import Anchor
from factcheck.records.claim import Appearance, Claim, Evidence
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.records.fields import evolve
from factcheck.records.rights import Rights


def without_withheld(corpus: Corpus) -> Corpus:
    """Return the corpus without the words that may not be passed on, and without texts."""
    documents = {document.id: document for document in corpus.documents}
    return attrs.evolve(
        corpus,
        documents=tuple(_document(document) for document in corpus.documents),
        claims=tuple(_claim(claim, documents, corpus.dataset.text_rights) for claim in corpus.claims),
        texts={},
    )


def may_be_passed_on(rights: Rights | None) -> bool:
    """Tell whether words under these rights may leave; unknown rights: they may not."""
    return rights is not None and rights.redistribute


def _document(document: Document) -> Document:
    return document if may_be_passed_on(document.rights) else evolve(document, text=None)


def _claim(claim: Claim, documents: dict[str, Document], text_rights: Rights | None) -> Claim:
    return evolve(
        claim,
        appearances=tuple(_appearance(part, documents, text_rights) for part in claim.appearances),
        evidence=tuple(_evidence(part, documents, text_rights) for part in claim.evidence),
    )


def _appearance(part: Appearance, documents: dict[str, Document], text_rights: Rights | None) -> Appearance:
    document = documents.get(part.document or "")
    rights = (document.rights if document else None) or text_rights
    return part if may_be_passed_on(rights) else evolve(part, anchor=_without_quote(part.anchor))


def _evidence(part: Evidence, documents: dict[str, Document], text_rights: Rights | None) -> Evidence:
    document = documents.get(part.document or "")
    rights = (document.rights if document else None) or part.rights or text_rights
    if may_be_passed_on(rights):
        return part
    return evolve(part, text=None, anchor=_without_quote(part.anchor))


def _without_quote(anchor: Anchor | None) -> Anchor | None:
    if anchor is None or anchor.quote is None:
        return anchor
    if anchor.start is None and anchor.fragment is None:
        return None  # the quote was all that the anchor had
    return evolve(anchor, quote=None)
