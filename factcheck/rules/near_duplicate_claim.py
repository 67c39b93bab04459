"""Two claims that say almost the same.

## What it asks
No two claims share the share `threshold` of their runs of three words (Jaccard index), letter case and punctuation
aside. Claims that are equal letter by letter are `duplicate-claim`'s, and claims of one `family` are meant to be alike.

## Why
Near-copies count double, and carry what was learnt from one to the other.

## Passes
```yaml
claims:
  - {id: sheep, text: Two hundred sheep graze on the northern side of the island of Skerra.}
  - {id: goats, text: Nobody on the island of Skerra has kept goats since the last war.}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Two hundred sheep graze on the northern side of the island of Skerra.}
  - {id: flock, text: "Two hundred sheep graze on the northern side of the island of Skerra, too."}
```
> claims 'sheep' and 'flock' are alike: they share 92 of a hundred runs of three words

## How to repair
Keep one with the appearances of both, or give them one `family`.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"threshold": 0.7}

CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("text",),
            message="claims {other!r} and {id!r} are alike: they share {percent} of a hundred runs of three words",
            cure="keep one with the appearances of both, or give them one family",
            also=("claims", ("text",), "the other"),
            sql="""
                select later.record, later.id, alike.percent, earlier.record as other_record, earlier.id as other
                from near_duplicates as alike
                join claims as later on alike.record = later.record
                join claims as earlier on alike.other_record = earlier.record
                where later.family is null or earlier.family is null or later.family <> earlier.family
            """,
        ),
    )
)
