"""A release whose columns are others than it declares.

## What it asks
The columns of each Parquet file have the names and types that the header of the card declares; where this version of factcheck
wrote the release, they are those that the records give, and the schemas beside them are those of its `schema_version`. Between
two versions columns change with a MAJOR number only: see `version-says-less`.

## Why
`datasets` casts what it loads to the features of the card: a column that is not declared is refused, one that is declared and
not there becomes null without a word.

## How to repair
Build the release anew, with a MAJOR version where the columns have changed.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
