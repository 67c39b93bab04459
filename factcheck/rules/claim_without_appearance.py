"""A claim of which nobody knows where it was made.

## What it asks
Every claim has an appearance: the document that makes it, the address, or at least who said it and when.

## Why
Nobody can see whether the statement is a fair rendering of what was said. And claims that nobody makes teach a system
nothing about those that are made.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet}]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
```
> claim 'sheep' appears nowhere

## How to repair
Add the document, and anchor the place: `factcheck anchor DOCUMENT "words"`.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    if not record.get("appearances"):
        message = f"claim {record.get('id')!r} appears nowhere"
        yield Found(path=("id",), message=message, cure="say under 'appearances' where it is made")


CHECK = OnRecord(kinds=("claims",), check=check, of_whole=True)
