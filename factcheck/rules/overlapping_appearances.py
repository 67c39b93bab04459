"""Two appearances of one claim that overlap.

## What it asks
The anchors of a claim in one document share no character.

## Why
They are one place, counted twice: a claim that a page makes once looks repeated.

## Passes
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    appearances:
      - {document: leaflet, anchor: {start: 0, end: 17}}
      - {document: leaflet, anchor: {start: 17, end: 30}}
```

## Fails (1)
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    appearances:
      - {document: leaflet, anchor: {start: 0, end: 17}}
      - {document: leaflet, anchor: {start: 11, end: 30}}
```
> the appearance from 11 to 30 overlaps the one from 0 to 17

## How to repair
Keep one, or anchor the smallest passage of each.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    placed = sorted(_placed(record))
    furthest: dict[str, tuple[int, int]] = {}
    for document, start, end, item in placed:
        before = furthest.get(document, (0, 0))
        if start < before[1]:
            message = f"the appearance from {start} to {end} overlaps the one from {before[0]} to {before[1]}"
            yield Found(path=("appearances", item, "anchor"), message=message, cure="keep one of the two")
        if end > before[1]:
            furthest[document] = (start, end)


def _placed(record: Plain) -> Iterator[tuple[str, int, int, int]]:
    for item, appearance in parts(record, "appearances"):
        anchor = appearance.get("anchor") or {}
        document, start, end = appearance.get("document"), anchor.get("start"), anchor.get("end")
        if document is not None and start is not None and end is not None and start < end:
            yield document, start, end, item


CHECK = OnRecord(kinds=("claims",), check=check)
