"""A statement about what a source says, and nobody looked into the source.

## What it asks
A claim that is `attributed_to` a reference has evidence from that reference, and a claim of kind `attribution` says which
reference it is attributed to.

## Why
What a page says that a study found can be judged only by what the study says. Evidence on the matter itself, however good,
decides another claim.

## Passes
```yaml
references:
  - {id: census, type: report}
claims:
  - {id: counted, kind: attribution, text: The census counts 318 sheep., attributed_to: census, evidence: [{reference: census}]}
```

## Fails (2)
```yaml
references:
  - {id: census, type: report}
  - {id: atlas, type: book}
claims:
  - {id: counted, kind: attribution, text: The census counts 318 sheep., attributed_to: census, evidence: [{reference: atlas}]}
  - {id: drawn, kind: attribution, text: The atlas shows two harbours., evidence: [{reference: atlas}]}
```
> claim 'counted' says something about 'census', and none of its evidence is from there
> claim 'drawn' is an attribution, and does not say to which reference

## How to repair
Read the source, and add what it says as evidence. What cannot be had is no evidence: the claim is then not checkable here.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("attributed_to",),
            message="claim {id!r} says something about {attributed_to!r}, and none of its evidence is from there",
            cure="read the source, and add what it says as evidence",
            absent=("claims",),
            sql="""
                select claims.record, claims.id, claims.attributed_to
                from claims
                left join (select record, reference from evidence group by record, reference) as read
                on claims.record = read.record and claims.attributed_to = read.reference
                where claims.attributed_to is not null and read.record is null
            """,
        ),
        Query(
            kind="claims",
            path=("kind",),
            message="claim {id!r} is an attribution, and does not say to which reference",
            cure="name the reference under 'attributed_to'",
            absent=("claims",),
            sql="select record, id from claims where sort = 'attribution' and attributed_to is null",
        ),
    )
)
