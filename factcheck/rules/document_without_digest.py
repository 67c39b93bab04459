"""A document that anchors point into, and nobody can tell which version of it.

## What it asks
A document that an anchor with offsets points into has `sha256` and `length`, unless its text stands in its record.

## Why
Offsets hold for one version of a text, to the letter. Without the digest nobody knows whether the page before them is
that one.

## Passes
```yaml
documents:
  - {id: leaflet, sha256: 7149d6bdf046bd0d13d3a344d6bbc8338d65752549557cf542c3c238a97c6302, length: 26}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 17}}]}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, length: 26}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 17}}]}
```
> anchors point into document 'leaflet', which lacks 'sha256' or 'length'

## How to repair
Set both from the text that the anchors were made for: the SHA-256 of its bytes, and its length in code points.
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
            path=("id",),
            message="anchors point into document {id!r}, which lacks 'sha256' or 'length'",
            cure="set both from the text that the anchors were made for",
            absent=("documents",),
            sql="""
                select documents.*
                from documents
                left join (
                    select document from appearances where "start" is not null group by document
                ) as making on documents.id = making.document
                left join (
                    select document from evidence where "start" is not null group by document
                ) as proving on documents.id = proving.document
                where (making.document is not null or proving.document is not null) and not documents.inline
                and (documents.sha256 is null or documents.length is null)
            """,
        ),
    )
)
