"""A verdict that speaks of evidence its claim does not have.

## What it asks
Every evidence id in the `stances` and `rests_on` of a verdict or adjudication is the id of a piece of evidence of its
claim; a piece without an id goes by the id of its source.

## Why
The verdict then rests on nothing that anybody can read, and the piece that was meant looks as if nobody had used it.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: supports}, rests_on: [[census]]}
```

## Fails (2)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {sensus: supports}, rests_on: [[census], [log]]}
```
> claim 'sheep' has no evidence 'sensus'
> claim 'sheep' has no evidence 'log'

## How to repair
Mind the spelling: the nearest id is offered. Or add the evidence to the claim.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}


def _unknown(relation: str, path: tuple[str, ...], *, on_key: bool) -> Query:
    return Query(
        path=path,
        on_key=on_key,
        message="claim {claim!r} has no evidence {evidence!r}",
        cure="add it to the claim, or mend the id",
        nearest=("evidence", "evidence", "id"),
        within="claim",
        absent=("claims",),
        sought="claim",
        sql=f"""
            select naming.*
            from {relation} as naming
            join (select id from claims group by id) as judged on naming.claim = judged.id
            left join evidence on naming.claim = evidence.claim and naming.evidence = evidence.id
            where evidence.id is null
        """,
    )


CHECK = OnCorpus(
    queries=(
        _unknown("stances", ("stances", "{evidence}"), on_key=True),
        _unknown("rests_on", ("rests_on", "{place}", "{item}"), on_key=False),
    )
)
