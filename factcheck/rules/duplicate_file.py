"""A file that stands twice.

## What it asks
No two files of one kind of record are the same, byte for byte. The later one, in the order of their names, is not read:
its records would each be told as taken.

## Why
A copy that was made to try something is soon edited in one place and not in the other.

## How to repair
Delete one of the two.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("duplicate-file")
