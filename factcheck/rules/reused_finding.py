"""One finding that stands under several claims.

## What it asks
The text of a `finding` stands under one claim only.

## Why
A true sentence put under a claim that it does not bear on passes every other check. In a neighbouring project one
sentence was used for six claims.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census, finding: Counts 318 sheep.}]}
  - {id: goats, text: Skerra has goats., evidence: [{reference: census, finding: Does not mention goats.}]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census, finding: Counts 318 sheep.}]}
  - {id: goats, text: Skerra has goats., evidence: [{reference: census, finding: Counts 318 sheep.}]}
```
> the finding of evidence 'census' stands under another claim too

## How to repair
Write for each claim what the source found that bears on this claim.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("evidence", "{item}", "finding"),
            message="the finding of evidence {id!r} stands under another claim too",
            cure="say what the source found that bears on this claim",
            also=("claims", ("evidence", "{other_item}", "finding"), "first here"),
            sql="""
                select later.record, later.item, later.id, earlier.record as other_record, min(earlier.item) as other_item
                from evidence as later
                join (select finding, min(record) as record from evidence group by finding) as earliest
                on later.finding = earliest.finding and later.record > earliest.record
                join evidence as earlier
                on earliest.record = earlier.record and earliest.finding = earlier.finding
                where later.claim is null or earlier.claim is null or later.claim <> earlier.claim
                group by later.record, later.item, later.id, earlier.record
            """,
        ),
    )
)
