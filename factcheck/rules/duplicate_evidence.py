"""Two pieces of evidence of one claim that go by the same id.

## What it asks
Within a claim each piece of evidence has an id of its own. A piece without an id goes by the id of its source, so a
source that is used twice needs an `id` on one of the two.

## Why
Verdicts speak of evidence by its id. Where two pieces share one, nobody can tell which of them a verdict rests on.

## Passes
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence: [{reference: census}, {reference: census, id: census-farms}]
```

## Fails (1)
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence: [{reference: census}, {reference: census}]
```
> claim 'sheep' has evidence 'census' already

## How to repair
Give the later piece an `id`, and name it so in the verdicts; or merge the two.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            path=("evidence", "{item}"),
            kind="claims",
            message="claim {claim!r} has evidence {id!r} already",
            cure="give this piece an 'id' of its own, or merge the two",
            also=("claims", ("evidence", "{earliest}"), "first here"),
            sql="""
                select later.*, later.record as other_record, earlier.earliest
                from evidence as later
                join (select record, id, min(item) as earliest from evidence group by record, id) as earlier
                on later.record = earlier.record and later.id = earlier.id and later.item > earlier.earliest
            """,
        ),
    )
)
