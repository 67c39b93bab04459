"""The corpus: every record, as authored."""

from collections.abc import Mapping
from typing import Any

import attrs

from factcheck.records.claim import Claim
from factcheck.records.dataset import Dataset
from factcheck.records.document import Document
from factcheck.records.reference import Reference
from factcheck.records.verdict import Adjudication, Annotator, Verdict

KINDS: dict[str, type[Any]] = {
    "documents": Document,
    "references": Reference,
    "annotators": Annotator,
    "claims": Claim,
    "verdicts": Verdict,
    "adjudications": Adjudication,
}
"""The kinds of record, by the name of the folder they are filed in."""

SINGULAR: dict[str, str] = {kind: record.__name__.lower() for kind, record in KINDS.items()}
"""The word for one record of a kind."""


@attrs.frozen(kw_only=True)
class Corpus:
    """Every record of a corpus, in reading order.

    Args:
        dataset: the dataset as a whole.
        texts: the texts at hand, by the SHA-256 of their UTF-8 bytes.
    """

    dataset: Dataset
    documents: tuple[Document, ...] = ()
    references: tuple[Reference, ...] = ()
    annotators: tuple[Annotator, ...] = ()
    claims: tuple[Claim, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    adjudications: tuple[Adjudication, ...] = ()
    texts: Mapping[str, str] = attrs.field(factory=dict, eq=False, repr=False)
