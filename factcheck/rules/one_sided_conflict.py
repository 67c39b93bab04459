"""A verdict of conflicting evidence that shows one side.

## What it asks
A claim that is called conflicting rests on at least one piece of evidence that supports it and one that refutes it. A
mixed piece stands for neither side: say which part of it counts, as two pieces of evidence with ids of their own.

## Why
'Conflicting' is the label that is taken out of caution. The two sides on the table show that it is a finding.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {document: log}]}
verdicts:
  - claim: sheep
    annotator: ada
    label: conflicting
    stances: {census: supports, log: refutes}
    rests_on: [[census], [log]]
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {document: log}]}
verdicts:
  - claim: sheep
    annotator: ada
    label: conflicting
    stances: {census: supports, log: refutes}
    rests_on: [[census]]
```
> 'ada' calls claim 'sheep' conflicting and rests on evidence of one side at most

## How to repair
Put a set of each side into `rests_on`. If one side has nothing that would suffice alone, the label is another.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def _side(stance: str) -> str:
    return f"""
        select rests_on.kind, rests_on.record
        from rests_on
        left join stances
        on rests_on.kind = stances.kind and rests_on.record = stances.record and rests_on.evidence = stances.evidence
        left join evidence on rests_on.claim = evidence.claim and rests_on.evidence = evidence.id
        where stances.stance = '{stance}' or stances.stance is null and evidence.stance = '{stance}'
        group by rests_on.kind, rests_on.record
    """


CHECK = OnCorpus(
    queries=(
        Query(
            path=("label",),
            message="{annotator!r} calls claim {claim!r} conflicting and rests on evidence of one side at most",
            cure="put a set of each side into 'rests_on'",
            absent=("claims", "verdicts", "adjudications"),
            sought="claim",
            sql=f"""
                select judgements.*
                from judgements
                left join ({_side("supports")}) as supporting
                on judgements.kind = supporting.kind and judgements.record = supporting.record
                left join ({_side("refutes")}) as refuting
                on judgements.kind = refuting.kind and judgements.record = refuting.record
                where judgements.label = 'conflicting' and (supporting.record is null or refuting.record is null)
            """,
        ),
    )
)
