"""Rows of a release that its own records do not give.

## What it asks
The rows have the content digest that `release.json` names. Where this version of factcheck wrote the release, the records that
the rows hold give these rows again, each of them.

## Why
Every config is made from the same records. A label that was changed in `claims` alone, and not in `nli` or `verdicts`, makes a
dataset that contradicts itself.

## How to repair
Make the change in the corpus and build the release anew. Never edit a release.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
