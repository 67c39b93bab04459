"""A passage that can be checked and has no claim.

## What it asks
In a document in which claims appear, an anchored appearance lies in, or overlaps, each passage of status checkable.

## Why
A set that says it holds every checkable claim of a page must be able to show it.

## Passes
```yaml
documents:
  - {id: leaflet, passages: [{start: 0, end: 18, status: checkable}, {start: 18, end: 40, status: opinion}]}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 17}}]}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, passages: [{start: 0, end: 18, status: checkable}, {start: 18, end: 40, status: checkable}]}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 17}}]}
```
> no claim appears in the passage from 18 to 40, which is checkable

## How to repair
Write the claim that the passage makes, or give the reason why it is left out as its `status`.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            path=("passages", "{item}"),
            message="no claim appears in the passage from {start} to {end}, which is checkable",
            cure="write its claim, or say by 'status' why it is left out",
            absent=("claims",),
            sought="document",
            sql="""
                select passages.*
                from passages
                join (select document from appearances group by document) as begun on passages.document = begun.document
                left join (
                    select passages.record, passages.item
                    from passages
                    join appearances on passages.document = appearances.document
                    where appearances."start" < passages."end" and passages."start" < appearances."end"
                    group by passages.record, passages.item
                ) as claimed
                on passages.record = claimed.record and passages.item = claimed.item
                where passages.status = 'checkable' and claimed.record is null
            """,
        ),
    )
)
