"""A statement that stands twice.

## What it asks
No two claims have the same text, letter by letter. Two that have the same id too are `duplicate-id`'s.

## Why
45 claims stand twice in Climate-FEVER, 15 of them with two labels. Copies count double in every score, and in two
splits they leak.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: goats, text: Skerra has goats.}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: flock, text: Skerra has sheep.}
```
> claims 'sheep' and 'flock' say the same

## How to repair
Keep one, with the appearances and the evidence of both.
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
            path=("text",),
            message="claims {other!r} and {id!r} say the same",
            cure="keep one, with the appearances and the evidence of both",
            also=("claims", ("text",), "first here"),
            sql="""
                select later.record, later.id, earlier.record as other_record, earlier.id as other
                from claims as later
                join (select text, min(record) as record from claims group by text) as earliest
                on later.text = earliest.text and later.record > earliest.record
                join claims as earlier on earliest.record = earlier.record
                where later.id is null or earlier.id is null or later.id <> earlier.id
            """,
        ),
    )
)
