"""A claim that nobody has judged.

## What it asks
Every claim has a verdict or an adjudication, unless `dataset.yaml` says `gold: {policy: optional}`.

## Why
A claim without a gold verdict falls out of every training and every score, or is counted as something that nobody
said.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: goats, text: Skerra has goats.}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
```
> claim 'goats' has no verdict

## How to repair
Judge it. Where gold is not to be given, as in a blind test set, set `gold: {policy: optional}` in `dataset.yaml`.
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
            path=("id",),
            message="claim {id!r} has no verdict",
            cure="judge it, or say gold: {{policy: optional}} in dataset.yaml",
            absent=("verdicts", "adjudications", "dataset"),
            sought="id",
            sql="""
                select claims.*
                from claims
                join (select policy from gold group by policy) as gold on gold.policy = 'required'
                left join (select claim from judgements group by claim) as judged on claims.id = judged.claim
                where claims.id is not null and judged.claim is null
            """,
        ),
    )
)
