"""A release with other numbers of rows or records than it says.

## What it asks
The rows of each split in the Parquet files are as many as `release.json` and the header of the card say, and the records that
they give are as many as `release.json` says were read.

## Why
A part of a file that got lost on the way leaves a smaller dataset that loads without a word.

## How to repair
Build the release anew, or get it again.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
