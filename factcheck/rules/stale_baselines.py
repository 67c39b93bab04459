"""Baselines that were computed of other data.

## What it asks
Where the `baselines.json` of a release names, as `of`, the digest of what its figures were computed of, it is the digest of
what the records of the release give. Figures of your own that name none are not asked.

## Why
A label that changed, or a claim that came, moves what simple systems score; a model is then held against figures that nobody
can get again.

## How to repair
`factcheck baselines CORPUS -o CORPUS/baselines.json`, and build the release anew.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
