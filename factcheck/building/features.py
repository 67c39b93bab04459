"""Columns as ``datasets`` features: in the card's YAML, and in Python."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
from datasets import ClassLabel, Dataset, DatasetDict, Features, Value

from factcheck.building.loading import load_release
from factcheck.building.rows import release_rows
from factcheck.errors import UsageError
from factcheck.records.corpus import Corpus
from factcheck.tables.arrow import Column
from factcheck.tables.configs import CONFIGS


def to_datasets(source: Corpus | Path | str, config: str = "claims") -> DatasetDict:
    """Return one config of a corpus or release as a ``DatasetDict`` with its features.

    Args:
        source: the records, or the folder of a release.
        config: claims, nli, verdicts, documents, passages or references.

    Raises:
        UsageError: there is no such config, or it has no rows.
    """
    if config not in CONFIGS:
        raise UsageError(f"no config {config!r}: there are {', '.join(CONFIGS)}")
    rows = release_rows(source if isinstance(source, Corpus) else load_release(source))
    if config not in rows.configs:
        raise UsageError(f"config {config!r} has no rows in this corpus")
    columns = features(CONFIGS[config].columns)
    return DatasetDict(
        {
            split: Dataset(rows.table(config, split).cast(columns.arrow_schema), fingerprint=None)
            for split in rows.configs[config]
        }
    )


def features(columns: Iterable[Column]) -> Features:
    """Return the features of a config."""
    return Features({column.name: _feature(column) for column in columns})


def _feature(column: Column) -> Any:
    if column.classes:
        return ClassLabel(names=list(column.classes))
    if column.members:
        inner = {member.name: _feature(member) for member in column.members}
        return [inner] if pa.types.is_list(column.type) else inner
    return _value(column.type)


def _value(kind: pa.DataType) -> Any:
    return [_value(kind.value_type)] if pa.types.is_list(kind) else Value(str(kind))
