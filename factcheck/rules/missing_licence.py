"""A release that does not say on what terms it may be used.

## What it asks
`release.json` names the licence of the dataset, and the header of the card has `license`.

## Why
Without a licence nobody may use the data, and careful people will not.

## How to repair
Set `licence` in `dataset.yaml` and build the release anew.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
