"""A claim that has its own page as evidence.

## What it asks
No piece of evidence of a claim is from a document or address where the claim is made.

## Why
A page does not become right by saying so. One claim of AVeriTeC's development set cites its own fact-check as
evidence.

## Passes
```yaml
documents:
  - {id: leaflet}
  - {id: almanac}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet}], evidence: [{document: almanac}]}
```

## Fails (2)
```yaml
documents:
  - {id: leaflet, url: "https://example.org/leaflet"}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet}], evidence: [{document: leaflet}]}
  - {id: goats, text: Skerra has goats., appearances: [{document: leaflet}], evidence: [{url: "https://example.org/leaflet"}]}
```
> evidence 'leaflet' is from the page that makes claim 'sheep'
> evidence 'https://example.org/leaflet' is from the page that makes claim 'goats'

## How to repair
Find a source of its own for it: the one that the page cites, if it cites one.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("evidence", "{item}"),
            message="evidence {id!r} is from the page that makes claim {claim!r}",
            cure="find a source of its own for it",
            also=("claims", ("appearances", "{made}"), "where the claim is made"),
            sql="""
                select
                    evidence.record, evidence.item, evidence.id, evidence.claim,
                    evidence.record as other_record, min(appearances.item) as made
                from evidence
                join appearances on evidence.record = appearances.record
                left join documents as proving on evidence.document = proving.id
                left join documents as making on appearances.document = making.id
                left join "references" as cited on evidence.reference = cited.id
                where evidence.document = appearances.document or evidence.url = appearances.url
                or evidence.url = making.url or proving.url = making.url or proving.url = appearances.url
                or cited.url = making.url or cited.url = appearances.url
                group by evidence.record, evidence.item, evidence.id, evidence.claim
            """,
        ),
    )
)
