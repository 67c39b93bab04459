"""A file that cannot be read, or a part of one.

## What it asks
Files are UTF-8 without a byte order mark, without NUL, of at most 16 MB (as `.jsonl`: at most 16 MB a line). YAML
keeps to mappings, lists and scalars: no tags, anchors, aliases, merge keys or second documents, at most 64 levels
deep, numbers within 64 bits.

## Why
What one reader drops another keeps: YAML's anchors, a repeated document, a number beyond 64 bits mean different
things to different tools, so a corpus that uses them has no one meaning.

## How to repair
Save the file as UTF-8; write values out where they were shared; quote what is a name and no quantity.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("unreadable")
