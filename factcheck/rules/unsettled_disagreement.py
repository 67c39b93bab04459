"""Annotators who differ on a claim, and nobody has settled it.

## What it asks
Where the verdicts on a claim differ, the claim has an adjudication. What may not differ is named by `gold:
{adjudicate: [...]}` in `dataset.yaml`: `label`, `stance`, `certainty`; the label alone, if nothing is said. A
certainty or stance that somebody did not give is no difference.

## Why
Climate-FEVER stores 575 ties as 'not enough information' and says so nowhere: its readers take a quarrel for a lack
of evidence.

## Passes
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: ben, label: refuted}
adjudications:
  - claim: sheep
    annotator: cleo
    label: supported
    considered: {ada: {label: supported}, ben: {label: refuted}}
```

## Fails (1)
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: ben, label: refuted}
```
> 'ben' says 'refuted' and 'ada' says 'supported', and no adjudication settles it

## How to repair
Have somebody adjudicate: a record under `adjudications/` that names what it `considered`. Do not change a verdict to
please the other.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}

_CURE = "have somebody adjudicate the claim"


def _differing(column: str) -> Query:
    return Query(
        kind="verdicts",
        path=(column,),
        message="{annotator!r} says {said!r} and {other!r} says {other_said!r}, and no adjudication settles it",
        cure=_CURE,
        also=("verdicts", (column,), "the other verdict"),
        absent=("adjudications",),
        sought="claim",
        sql=f"""
            select
                later.record, later.claim, later.annotator, later.{column} as said,
                earlier.record as other_record, earlier.annotator as other, earlier.{column} as other_said
            from verdicts as later
            join (
                select claim, min(record) as record from verdicts where {column} is not null group by claim
            ) as earliest on later.claim = earliest.claim
            join verdicts as earlier on earliest.record = earlier.record
            join gold on gold.part = '{column}'
            left join adjudications on later.claim = adjudications.claim
            where later.{column} <> earlier.{column} and later.annotator <> earlier.annotator
            and adjudications.claim is null
        """,
    )


_STANCES = Query(
    kind="verdicts",
    path=("stances", "{evidence}"),
    message="{annotator!r} calls {evidence!r} {said!r} and {other!r} calls it {other_said!r}, "
    "and no adjudication settles it",
    cure=_CURE,
    also=("verdicts", ("stances", "{evidence}"), "the other verdict"),
    absent=("adjudications",),
    sought="claim",
    sql="""
        select
            later.record, later.claim, later.annotator, later.evidence, later.stance as said,
            earlier.record as other_record, earlier.annotator as other, earlier.stance as other_said
        from stances as later
        join (
            select claim, evidence, min(record) as record from stances where kind = 'verdicts' group by claim, evidence
        ) as earliest on later.claim = earliest.claim and later.evidence = earliest.evidence
        join stances as earlier on earliest.record = earlier.record and earliest.evidence = earlier.evidence
        join gold on gold.part = 'stance'
        left join adjudications on later.claim = adjudications.claim
        where later.kind = 'verdicts' and earlier.kind = 'verdicts' and later.stance <> earlier.stance
        and later.annotator <> earlier.annotator and adjudications.claim is null
    """,
)

CHECK = OnCorpus(queries=(_differing("label"), _differing("certainty"), _STANCES))
