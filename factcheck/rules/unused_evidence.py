"""Evidence that decides for nobody, though its stance is that of the verdict.

## What it asks
Evidence that an annotator calls supporting stands in a set of `rests_on` of some verdict on the claim, if that
annotator calls the claim supported or conflicting; evidence called refuting likewise. Contrary evidence under a
verdict that it did not turn, and evidence under not_enough_evidence, are weighed and rightly in no set. Of a claim that was
adjudicated only the adjudication is asked: votes stay as they were cast.

## Why
Either it suffices and the set is missing, so that a system which finds it is scored as wrong; or it bears on the
claim only in part, and the stance says too much.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {document: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: supports, log: refutes}, rests_on: [[census]]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {document: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: supports, log: supports}, rests_on: [[census]]}
```
> evidence 'log' supports claim 'sheep', says 'ada', and no verdict rests on it

## How to repair
Add a set with it, alone or with what it needs. If it cannot decide even so, its stance is context or mixed.
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
            path=("stances", "{evidence}"),
            message="evidence {evidence!r} {stance} claim {claim!r}, says {annotator!r}, and no verdict rests on it",
            cure="add a set with it to 'rests_on', or call it context",
            absent=("verdicts", "adjudications"),
            sought="claim",
            sql="""
                select stances.*
                from stances
                join judgements on stances.kind = judgements.kind and stances.record = judgements.record
                join evidence on stances.claim = evidence.claim and stances.evidence = evidence.id
                left join (select claim, evidence from rests_on group by claim, evidence) as used
                on stances.claim = used.claim and stances.evidence = used.evidence
                left join adjudications as settled on stances.claim = settled.claim and stances.kind = 'verdicts'
                where used.evidence is null and settled.claim is null and (
                    stances.stance = 'supports' and (judgements.label = 'supported' or judgements.label = 'conflicting')
                    or stances.stance = 'refutes' and (judgements.label = 'refuted' or judgements.label = 'conflicting')
                )
            """,
        ),
    )
)
