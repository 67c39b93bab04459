"""A text at hand that is no longer the one its anchors point into.

## What it asks
A file named for a document (`<id>.txt`, or any other ending) in a folder of texts has the digest and length that the
document's record gives.

## Why
Offsets into another version of a page point at other words, and nobody would notice.

## How to repair
Get the version that the record describes. Or take the new one: it is told of each anchor that did not hold where its
words are now, and `factcheck fix` writes what is sure, with the record's `sha256`, `length` and passages. It writes
nothing where an anchor without a digest would be left behind, or a passage cannot be placed. Words that stand at
several places, or were changed, are for a person to choose: `factcheck anchor`.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("changed-text")
