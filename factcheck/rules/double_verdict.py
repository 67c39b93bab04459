"""A claim that one annotator judged twice, or that was adjudicated twice.

## What it asks
Each annotator gives a claim one verdict at most, and a claim has one adjudication at most.

## Why
Two verdicts of one annotator count double in every agreement figure, and where they differ nobody knows which one is
meant.

## Passes
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: ben, label: supported}
```

## Fails (2)
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: ada, label: refuted}
adjudications:
  - {claim: sheep, annotator: cleo, label: supported, considered: {ada: {label: supported}}}
  - {claim: sheep, annotator: dora, label: supported, considered: {ada: {label: supported}}}
```
> annotator 'ada' has judged claim 'sheep' already
> claim 'sheep' has been adjudicated already

## How to repair
Keep the one that holds. A judgement that was changed replaces the old one; the history of the files keeps that.
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
            path=("annotator",),
            message="annotator {annotator!r} has judged claim {claim!r} already",
            cure="keep the one that holds",
            also=("verdicts", (), "the first verdict"),
            sql="""
                select later.*, earlier.record as other_record
                from verdicts as later
                join (
                    select claim, annotator, min(record) as record from verdicts group by claim, annotator
                ) as earlier
                on later.claim = earlier.claim and later.annotator = earlier.annotator and later.record > earlier.record
            """,
        ),
        Query(
            path=("claim",),
            message="claim {claim!r} has been adjudicated already",
            cure="keep the one that holds",
            also=("adjudications", (), "the first adjudication"),
            sql="""
                select later.*, earlier.record as other_record
                from adjudications as later
                join (select claim, min(record) as record from adjudications group by claim) as earlier
                on later.claim = earlier.claim and later.record > earlier.record
            """,
        ),
    )
)
