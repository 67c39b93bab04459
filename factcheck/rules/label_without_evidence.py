"""A verdict that rests on no evidence for its label.

## What it asks
A claim that is called supported has a set in `rests_on` with a piece of evidence that supports it; one that is called
refuted, a piece that refutes it. The stance is the annotator's own; where the annotator took none, the one that the
evidence bears.

## Why
'Refuted' is often written where nothing was found, and 'supported' where something nearby was. In WiCE 15 claims that
are not supported list sentences that support them.

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
  - {claim: sheep, annotator: ada, label: supported, stances: {census: context}, rests_on: [[census]]}
  - {claim: sheep, annotator: ben, label: refuted, stances: {census: refutes}}
```
> 'ada' calls claim 'sheep' supported and rests on no evidence of that stance
> 'ben' calls claim 'sheep' refuted and rests on no evidence of that stance

## How to repair
Put the evidence that decides into `rests_on`. If there is none, the label is not_enough_evidence.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def _without(label: str, stance: str) -> Query:
    return Query(
        path=("label",),
        message=f"{{annotator!r}} calls claim {{claim!r}} {label} and rests on no evidence of that stance",
        cure=f"put what {stance} it into 'rests_on', or call it not_enough_evidence",
        absent=("claims", "verdicts", "adjudications"),
        sought="claim",
        sql=f"""
            select judgements.*
            from judgements
            left join (
                select rests_on.kind, rests_on.record
                from rests_on
                left join stances
                on rests_on.kind = stances.kind and rests_on.record = stances.record
                and rests_on.evidence = stances.evidence
                left join evidence on rests_on.claim = evidence.claim and rests_on.evidence = evidence.id
                where stances.stance = '{stance}' or stances.stance is null and evidence.stance = '{stance}'
                group by rests_on.kind, rests_on.record
            ) as decided
            on judgements.kind = decided.kind and judgements.record = decided.record
            where judgements.label = '{label}' and decided.record is null
        """,
    )


CHECK = OnCorpus(queries=(_without("supported", "supports"), _without("refuted", "refutes")))
