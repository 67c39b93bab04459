"""A reference of which nobody says where its facts were read.

## What it asks
Every reference has at least one address under `seen`.

## Why
Bibliographies are copied from one another, with their errors. `seen` says which page was really before somebody's
eyes: the paper, its abstract, or a database's entry.

## Passes
```yaml
references:
  - {id: census, type: report, seen: ["https://example.org/census"]}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report, URL: "https://example.org/census"}
```
> reference 'census' does not say where its facts were read

## How to repair
Open the source, compare the record with it, and add the address that you read.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    if not record.get("seen"):
        message = f"reference {record.get('id')!r} does not say where its facts were read"
        yield Found(path=("id",), message=message, cure="add the address that you read to 'seen'")


CHECK = OnRecord(kinds=("references",), check=check, of_whole=True)
