"""One question in two splits.

## What it asks
Claims whose evidence answers one question, letter by letter, stand in one split.

## Why
47 of the questions that HealthVer was searched with are in both its dev and its test set.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train, evidence: [{id: one, question: What grazes?}]}
  - {id: goats, text: Skerra has goats., split: train, evidence: [{id: one, question: What grazes?}]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train, evidence: [{id: one, question: What grazes?}]}
  - {id: goats, text: Skerra has goats., split: test, evidence: [{id: one, question: What grazes?}]}
```
> the question stands in split 'test', and in split 'train' too

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
            path=("evidence", "{item}", "question"),
            message="the question stands in split {split!r}, and in split {first_split!r} too",
            cure="give both claims one split",
            also=("claims", ("evidence", "{other_item}", "question"), "in split {first_split!r} here"),
            sql=leaks("question"),
        ),
    )
)
