"""Typed claim, evidence and verdict records, checked and built into a Hugging Face dataset.

Public names are found lazily (PEP 562), so importing this package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.building import Release, build, load_release, to_datasets
    from factcheck.building.comparing import diff
    from factcheck.building.verifying import verify
    from factcheck.checking import check, load
    from factcheck.diffing import Difference
    from factcheck.errors import FactcheckError, ReleaseError, UsageError
    from factcheck.problems import InvalidCorpus, Place, Problem, Report
    from factcheck.records.anchor import Anchor
    from factcheck.records.claim import Appearance, Claim, Evidence
    from factcheck.records.corpus import Corpus
    from factcheck.records.dataset import Dataset, Gold, RuleSetting
    from factcheck.records.document import Document, Passage
    from factcheck.records.reference import DateParts, Name, Reference
    from factcheck.records.rights import Rights
    from factcheck.records.verdict import Adjudication, Annotator, Considered, Verdict

__version__ = "0.1.0"

_HOMES: dict[str, str] = {
    "Adjudication": "records.verdict",
    "Anchor": "records.anchor",
    "Annotator": "records.verdict",
    "Appearance": "records.claim",
    "Claim": "records.claim",
    "Considered": "records.verdict",
    "Corpus": "records.corpus",
    "Dataset": "records.dataset",
    "DateParts": "records.reference",
    "Difference": "diffing",
    "Document": "records.document",
    "Evidence": "records.claim",
    "FactcheckError": "errors",
    "Gold": "records.dataset",
    "InvalidCorpus": "problems",
    "Name": "records.reference",
    "Passage": "records.document",
    "Place": "problems",
    "Problem": "problems",
    "Reference": "records.reference",
    "Release": "building",
    "ReleaseError": "errors",
    "Report": "problems",
    "Rights": "records.rights",
    "RuleSetting": "records.dataset",
    "UsageError": "errors",
    "Verdict": "records.verdict",
    "build": "building",
    "check": "checking",
    "diff": "building.comparing",
    "load": "checking",
    "load_release": "building",
    "to_datasets": "building",
    "verify": "building.verifying",
}

__all__ = [
    "Adjudication",
    "Anchor",
    "Annotator",
    "Appearance",
    "Claim",
    "Considered",
    "Corpus",
    "Dataset",
    "DateParts",
    "Difference",
    "Document",
    "Evidence",
    "FactcheckError",
    "Gold",
    "InvalidCorpus",
    "Name",
    "Passage",
    "Place",
    "Problem",
    "Reference",
    "Release",
    "ReleaseError",
    "Report",
    "Rights",
    "RuleSetting",
    "UsageError",
    "Verdict",
    "__version__",
    "build",
    "check",
    "diff",
    "load",
    "load_release",
    "to_datasets",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
