"""A record found by its id, and the nearest id offered where there is none."""

from collections.abc import Iterable

from factcheck.errors import UsageError
from factcheck.naming import did_you_mean
from factcheck.records.claim import Claim
from factcheck.records.corpus import Corpus
from factcheck.records.document import Document
from factcheck.records.reference import Reference

KINDS = ("claim", "document", "reference")
"""The kinds of record that are found by their ids."""


def find_record(corpus: Corpus, name: str, kind: str | None = None) -> Claim | Document | Reference:
    """Return the claim, document or reference of an id.

    Raises:
        UsageError: there is none, or several kinds have one and ``kind`` does not say which.
    """
    of_kind: dict[str, Iterable[Claim | Document | Reference]] = {
        "claim": corpus.claims,
        "document": corpus.documents,
        "reference": corpus.references,
    }
    known = [record for one in KINDS if kind in (None, one) for record in of_kind[one]]
    found = {type(record): record for record in reversed(known) if record.id == name}
    if len(found) > 1:
        kinds = " and ".join(f"a {one.__name__.lower()}" for one in reversed(found))
        raise UsageError(f"{name!r} is the id of {kinds}; choose one by --kind")
    for record in found.values():
        return record
    what = kind or "claim, document or reference"
    raise UsageError(f"no {what} {name!r}{did_you_mean(name, [record.id for record in known])}")


def find_document(corpus: Corpus, name: str) -> Document:
    """Return the document of an id.

    Raises:
        UsageError: there is none.
    """
    for document in corpus.documents:
        if document.id == name:
            return document
    raise UsageError(f"no document {name!r}{did_you_mean(name, [document.id for document in corpus.documents])}")
