"""The strategy of each kind of record, for properties that hold of every kind."""

from typing import Any

from hypothesis import strategies as st

from factcheck.records.corpus import KINDS
from factcheck.testing import adjudications, annotators, claims, datasets, documents, references, verdicts

FILED: dict[str, st.SearchStrategy[Any]] = {
    "documents": documents(),
    "references": references(),
    "annotators": annotators(),
    "claims": claims(),
    "verdicts": verdicts(),
    "adjudications": adjudications(),
}
"""By kind, as the folders are named."""

NAMED: dict[str, st.SearchStrategy[Any]] = {
    "dataset": datasets(),
    **{record.__name__.lower(): FILED[kind] for kind, record in KINDS.items()},
}
"""By the name of the record's schema."""
