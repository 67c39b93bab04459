"""The same evidence in two splits.

## What it asks
Claims with the same words of evidence, letter by letter, stand in one split.

## Why
92 of a hundred rows of the HealthVer test set share their evidence with its dev set: a system may have
learnt what follows from it.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train, evidence: [{id: one, text: Sheep graze.}]}
  - {id: goats, text: Skerra has goats., split: train, evidence: [{id: one, text: Sheep graze.}]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train, evidence: [{id: one, text: Sheep graze.}]}
  - {id: goats, text: Skerra has goats., split: test, evidence: [{id: one, text: Sheep graze.}]}
```
> the evidence stands in split 'test', and in split 'train' too

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
            path=("evidence", "{item}", "text"),
            message="the evidence stands in split {split!r}, and in split {first_split!r} too",
            cure="give both claims one split",
            also=("claims", ("evidence", "{other_item}", "text"), "in split {first_split!r} here"),
            sql=leaks("evidence-text"),
        ),
    )
)
