"""One family in two splits.

## What it asks
Claims of one `family` (variants, counter-claims) stand in one split.

## Why
VitaminC, COVID-Fact and Check-COVID are made of variants of one claim: who has seen one can guess the other.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., family: animals, split: train}
  - {id: goats, text: Skerra has goats., family: animals, split: train}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., family: animals, split: train}
  - {id: goats, text: Skerra has goats., family: animals, split: test}
```
> family 'animals' stands in split 'test', and in split 'train' too

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
            path=("family",),
            message="family {name!r} stands in split {split!r}, and in split {first_split!r} too",
            cure="give the family one split",
            also=("claims", ("family",), "in split {first_split!r} here"),
            sql=leaks("family"),
        ),
    )
)
