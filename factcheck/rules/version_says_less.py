"""A version whose number says less than what changed.

## What it asks
Against the older version that `verify --since`, `build --since` or `publish` compares with: the same data written anew
asks for another PATCH number, added records for another MINOR number, and whatever was edited, removed or moved between
splits, a gold verdict or a column too, for another MAJOR number. No version goes back.

## Why
Who trained on version 1.2.0 reads 1.3.0 as "the same, and more". Where labels were changed under that number, results are
compared that cannot be.

## How to repair
See `factcheck diff OLD NEW` for what changed; set the `version` of `dataset.yaml` to the one that the message names, and
`released` with it.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
