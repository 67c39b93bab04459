"""One document in two splits.

## What it asks
The claims that appear in one document stand in one split, and so do the claims whose evidence is from one document.

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

CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("appearances", "{item}", "document"),
            message="document {name!r} makes claims in split {split!r}, and in split {first_split!r} too",
            cure="give the claims of a document one split",
            also=("claims", ("appearances", "{other_item}", "document"), "in split {first_split!r} here"),
            sql=leaks("document"),
        ),
    )
)
