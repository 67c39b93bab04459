"""Words in a release that may not be passed on.

## What it asks
No text and no quote stands in a release but under rights that say `redistribute: true`: those of its document, else of the
evidence, else `text_rights` of the dataset.

## Why
A release is copied by everybody who uses it. What should not have been in it cannot be called back.

## How to repair
Do not publish it. Build it anew: `factcheck build` leaves these words out.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
