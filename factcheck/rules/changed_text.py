"""A text at hand that is no longer the one its anchors point into.

## What it asks
A file named for a document (`<id>.txt`, or any other ending) in a folder of texts has the digest and length that the
document's record gives.

## Why
Offsets into another version of a page point at other words, and nobody would notice.

## How to repair
Get the version that the record describes; or set the record's `sha256` and `length` to the new text and place its
anchors again.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("changed-text")
