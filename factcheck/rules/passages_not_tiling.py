"""Passages with a gap or an overlap between them.

## What it asks
Where a document has passages, the first starts at 0, each next one starts where the last one ended, and the last ends
at the document's `length`. White space between two belongs to the earlier one.

## Why
Only passages that tile a text show that all of it was read: what is left out is then left out with its reason.

## Passes
```yaml
documents:
  - id: leaflet
    length: 57
    passages: [{start: 0, end: 21}, {start: 21, end: 57}]
```

## Fails (3)
```yaml
documents:
  - id: leaflet
    length: 57
    passages: [{start: 2, end: 21}, {start: 23, end: 50}]
```
> the passage starts at 2, not at 0
> the passage starts at 23, not at 21
> the last passage ends at 50, not at 57

## How to repair
Set the offset that the message names, or add the passage that is missing.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}

_CURE = "passages tile the text: each starts where the last one ended"


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    expected: int | None = 0
    item = -1
    for item, passage in enumerate(record.get("passages") or ()):
        start = (passage or {}).get("start")
        if None not in (start, expected) and start != expected:
            message = f"the passage starts at {start}, not at {expected}"
            yield Found(path=("passages", item, "start"), message=message, cure=_CURE)
        expected = (passage or {}).get("end")
    length = record.get("length")
    if item >= 0 and None not in (length, expected) and expected != length:
        message = f"the last passage ends at {expected}, not at {length}"
        yield Found(path=("passages", item, "end"), message=message, cure=_CURE)


CHECK = OnRecord(kinds=("documents",), check=check, of_whole=True)
