"""A claim that stands in no split, though others do.

## What it asks
Where some claim has a `split`, every claim has one.

## Why
Only 3,654 of the 4,048 claims of COVID-Fact stand in its splits; the rest is in the whole file and in no part of it,
and its card does not say why.

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
  - {id: goats, text: Skerra has goats.}
```
> claim 'goats' stands in no split

## How to repair
`factcheck split` finds one for it. A claim that is to be in none of them goes into a split of its own, such as `unused`.
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
            path=("id",),
            message="claim {id!r} stands in no split",
            cure="factcheck split finds one for it",
            absent=("claims",),
            sql="""
                select claims.record, claims.id
                from claims
                join (select min(split) as some from claims) as splits on splits.some is not null
                where claims.split is null and claims.id is not null
            """,
        ),
    )
)
