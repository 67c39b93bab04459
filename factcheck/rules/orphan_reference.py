"""A reference that no claim uses.

## What it asks
Every reference is evidence for a claim, or is what a claim is attributed to.

## Why
It may be a leftover, or the trace of evidence that got lost; a bibliography longer than what was read misleads.

## Passes
```yaml
references:
  - {id: census, type: report}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report}
  - {id: atlas, type: book}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
```
> no claim uses reference 'atlas'

## How to repair
Add it as evidence where it belongs, or delete it.
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
            path=("id",),
            message="no claim uses reference {id!r}",
            cure="add it as evidence where it belongs, or delete it",
            absent=("claims",),
            sought="id",
            sql="""
                select "references".*
                from "references"
                left join (select reference from evidence group by reference) as used
                on "references".id = used.reference
                left join (select attributed_to from claims group by attributed_to) as named
                on "references".id = named.attributed_to
                where "references".id is not null and used.reference is null and named.attributed_to is null
            """,
        ),
    )
)
