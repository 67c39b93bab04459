"""Evidence on which a verdict takes no stance.

## What it asks
A verdict or adjudication says for each piece of evidence of its claim whether it supports, refutes, is mixed or gives
context. Evidence that bears a `stance` or `votes` of its own needs no other.

## Why
Evidence that nobody placed was perhaps never read; and it is lost for everything that learns from pairs of claim and
evidence.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: supports}}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {document: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: supports}}
```
> 'ada' takes no stance on evidence 'log'

## How to repair
Add the evidence to the verdict's `stances`. Where evidence was added after the verdict, let its annotator read it
first.
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
            path=("stances",),
            message="{annotator!r} takes no stance on evidence {evidence!r}",
            cure="add it to 'stances': supports, refutes, mixed or context",
            absent=("claims", "verdicts", "adjudications"),
            sought="claim",
            also=("claims", ("evidence", "{item}"), "the evidence"),
            sql="""
                select
                    judgements.kind, judgements.record, judgements.claim, judgements.annotator,
                    evidence.id as evidence, evidence.record as other_record, evidence.item
                from judgements
                join evidence on judgements.claim = evidence.claim
                left join stances
                on judgements.kind = stances.kind and judgements.record = stances.record
                and evidence.id = stances.evidence
                where evidence.stance is null and not evidence.voted and stances.stance is null
            """,
        ),
    )
)
