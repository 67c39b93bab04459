"""Two claims that say almost the same, in two splits.

## What it asks
Claims that `near-duplicate-claim` finds alike (its `threshold` holds here too) stand in one split.

## Why
A test claim that differs from a training claim by a word is hardly a test.

## Passes
```yaml
claims:
  - {id: sheep, split: train, text: Two hundred sheep graze on the northern side of the island of Skerra.}
  - {id: flock, split: train, text: "Two hundred sheep graze on the northern side of the island of Skerra, too."}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, split: train, text: Two hundred sheep graze on the northern side of the island of Skerra.}
  - {id: flock, split: test, text: "Two hundred sheep graze on the northern side of the island of Skerra, too."}
```
> claim 'flock' in split 'test' is like 'sheep' in split 'train'

## How to repair
Give both the same split.
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
            path=("split",),
            message="claim {id!r} in split {split!r} is like {other!r} in split {other_split!r}",
            cure="give both one split",
            also=("claims", ("text",), "the other"),
            sql="""
                select later.record, later.id, later.split,
                    earlier.record as other_record, earlier.id as other, earlier.split as other_split
                from near_duplicates as alike
                join claims as later on alike.record = later.record
                join claims as earlier on alike.other_record = earlier.record
                where later.split <> earlier.split
            """,
        ),
    )
)
