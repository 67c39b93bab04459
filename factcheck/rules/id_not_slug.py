"""An id that people cannot read, say and type.

## What it asks
Ids that authors choose are lower-case ASCII letters and digits in parts joined by hyphens.

## Why
Ids stand in addresses, file names and messages. What differs only by letter case or Unicode form is lost on some file
systems.

## Passes
```yaml
annotators:
  - {id: ada-2, kind: person}
```

## Fails (1)
```yaml
annotators:
  - {id: Ada Two, kind: person}
```
> id 'Ada Two' is no slug

## How to repair
Rename it, with every place that names it: `lighthouse-lit-1824`.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    name = record.get("id")
    if name is not None and not _SLUG.fullmatch(name):
        cure = "lower-case letters and digits, in parts joined by hyphens"
        yield Found(path=("id",), message=f"id {name!r} is no slug", cure=cure)


CHECK = OnRecord(kinds=("documents", "references", "annotators", "claims"), check=check)
