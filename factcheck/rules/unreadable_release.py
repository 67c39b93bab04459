"""A release that cannot be read back.

## What it asks
`release.json` says what a release says, every Parquet file can be read, and the rows give records that fit their schemas.

## Why
`load_release`, `diff`, `verify` and `publish` go through the records; where they cannot be had, nothing else can be said of the
release.

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
