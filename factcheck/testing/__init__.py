"""Hypothesis strategies for records and whole corpora, valid by construction, and for corpora with one fault seeded."""

try:
    import hypothesis as _hypothesis  # noqa: F401  # asked for here so that its absence is explained
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        "factcheck.testing needs hypothesis: install factcheck[testing]", name="hypothesis"
    ) from _error

from factcheck.testing.corpora import corpora
from factcheck.testing.faults import SeededFault, seeded_fault
from factcheck.testing.records import (
    adjudications,
    anchors,
    annotators,
    appearances,
    claims,
    considered,
    datasets,
    date_parts,
    documents,
    evidence,
    golds,
    names,
    passages,
    references,
    rights,
    rule_settings,
    verdicts,
)
from factcheck.testing.words import (
    dates,
    digests,
    ids,
    json_values,
    languages,
    phrases,
    prose,
    slugs,
    split_names,
    versions,
)

__all__ = [
    "SeededFault",
    "adjudications",
    "anchors",
    "annotators",
    "appearances",
    "claims",
    "considered",
    "corpora",
    "datasets",
    "date_parts",
    "dates",
    "digests",
    "documents",
    "evidence",
    "golds",
    "ids",
    "json_values",
    "languages",
    "names",
    "passages",
    "phrases",
    "prose",
    "references",
    "rights",
    "rule_settings",
    "seeded_fault",
    "slugs",
    "split_names",
    "verdicts",
    "versions",
]
