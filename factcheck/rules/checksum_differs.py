"""A file of a release that is not the one that was built.

## What it asks
`CHECKSUMS.sha256` names every file of the release with its SHA-256, each of them is there and has that digest, and there is
no other file and no link.

## Why
A download breaks off, a tool "repairs" line ends, somebody mends a figure in the card by hand: from then on the release is not
what its corpus gives, and no two copies need be the same.

## How to repair
Build the release anew from its corpus, or get it again. Never edit a release.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnRelease

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnRelease()
