"""One document in two splits.

## What it asks
The claims that appear in one document, or at one address, stand in one split; so do those whose evidence is from one.

## Why
Claims of one page share its subject and its words. 67 articles of HealthFC carry claims with different labels, so a split by
claim leaks the article.

## Passes
```yaml
documents:
  - id: leaflet
claims:
  - {id: sheep, text: Skerra has sheep., split: train, appearances: [{document: leaflet}]}
  - {id: goats, text: Skerra has goats., split: train, appearances: [{document: leaflet}]}
```

## Fails (1)
```yaml
documents:
  - id: leaflet
claims:
  - {id: sheep, text: Skerra has sheep., split: train, appearances: [{document: leaflet}]}
  - {id: goats, text: Skerra has goats., split: test, appearances: [{document: leaflet}]}
```
> document 'leaflet' makes claims in split 'test', and in split 'train' too

## How to repair
Give both the same split, or take one out.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query
from factcheck.tables.relations import leaks

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def _torn(axis: str, part: str, key: str, said: str) -> Query:
    return Query(
        kind="claims",
        path=(part, "{item}", key),
        message=f"{said} in split {{split!r}}, and in split {{first_split!r}} too",
        cure="give the claims of a document one split",
        also=("claims", (part, "{other_item}", key), "in split {first_split!r} here"),
        sql=leaks(axis),
    )


CHECK = OnCorpus(
    queries=(
        _torn("document", "appearances", "document", "document {name!r} makes claims"),
        _torn("address", "appearances", "url", "the page {name!r} makes claims"),
        _torn("evidence-document", "evidence", "document", "document {name!r} is evidence"),
        _torn("evidence-address", "evidence", "url", "the page {name!r} is evidence"),
    )
)
