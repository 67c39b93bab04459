"""The same statement in two splits.

## What it asks
Claims with the same text, letter by letter, stand in one split.

## Why
A system has seen the test claim in training. Three test claims of COVID-Fact stand in its train split too.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train}
  - {id: goats, text: Skerra has goats., split: test}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train}
  - {id: flock, text: Skerra has sheep., split: test}
```
> the claim stands in split 'test', and in split 'train' too

## How to repair
Give both the same split, or take one out.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query
from factcheck.tables.relations import leaks

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("text",),
            message="the claim stands in split {split!r}, and in split {first_split!r} too",
            cure="give both one split",
            also=("claims", ("text",), "in split {first_split!r} here"),
            sql=leaks("claim"),
        ),
    )
)
