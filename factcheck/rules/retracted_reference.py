"""A retracted paper among the evidence.

## What it asks
No evidence is from a reference whose `retraction` is retracted.

## Why
A retracted paper is no evidence for what it says, and goes on being cited for years. Whoever trains on the set learns
what was withdrawn.

## Passes
```yaml
references:
  - {id: census, type: report, retraction: none_known}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report, retraction: retracted}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
```
> reference 'census' is retracted

## How to repair
Take the evidence out and judge the claim anew without it.
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
            path=("evidence", "{item}"),
            message="reference {reference!r} is retracted",
            cure="take the evidence out, and judge the claim anew",
            also=("references", ("retraction",), "the reference"),
            sql="""
                select evidence.record, evidence.item, evidence.reference, cited.record as other_record
                from evidence
                join "references" as cited on evidence.reference = cited.id
                where cited.retraction = 'retracted'
            """,
        ),
    )
)
