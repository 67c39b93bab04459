"""A document that no claim uses.

## What it asks
Every document makes a claim or is evidence for one. It is a warning only: a document may wait for its claims.

## Why
A document that was forgotten looks like one in which nothing could be checked.

## Passes
```yaml
documents:
  - {id: leaflet}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet}]}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet}
  - {id: almanac}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet}]}
```
> no claim appears in document 'almanac' or has it as evidence

## How to repair
Write its claims, use it as evidence, or delete it.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            path=("id",),
            message="no claim appears in document {id!r} or has it as evidence",
            cure="write its claims, use it as evidence, or delete it",
            absent=("claims",),
            sought="id",
            sql="""
                select documents.*
                from documents
                left join (select document from evidence group by document) as used on documents.id = used.document
                left join (select document from appearances group by document) as read on documents.id = read.document
                where documents.id is not null and used.document is null and read.document is null
            """,
        ),
    )
)
