"""A certainty on a claim that takes none.

## What it asks
A `certainty` stands on claims of efficacy, mechanism, safety, epidemiology and practice. Claims without a `kind` are
not looked at.

## Why
GRADE's certainty says how far a body of research can be trusted. What a law says, or a source, is so or is not so: a
certainty there is the annotator's doubt, and doubt belongs in the rationale.

## Passes
```yaml
claims:
  - {id: sickness, text: Half of Skerra gets seasick., kind: epidemiology}
verdicts:
  - {claim: sickness, annotator: ada, label: supported, certainty: low}
```

## Fails (1)
```yaml
claims:
  - {id: lit, text: The lighthouse was lit in 1871., kind: history}
verdicts:
  - {claim: lit, annotator: ada, label: supported, certainty: low}
```
> a claim of kind 'history' takes no certainty

## How to repair
Leave the certainty out and say in the rationale what is doubtful; or mend the claim's kind.
"""

from typing import Any

from factcheck.labels import CERTAINTY_KINDS, Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_OF_ANOTHER_KIND = " and ".join(f"claims.sort <> '{kind}'" for kind in sorted(CERTAINTY_KINDS))

CHECK = OnCorpus(
    queries=(
        Query(
            path=("certainty",),
            message="a claim of kind {sort!r} takes no certainty",
            cure="leave it out, and say in the rationale what is doubtful",
            also=("claims", ("kind",), "the claim"),
            sql=f"""
                select judgements.kind, judgements.record, claims.record as other_record, claims.sort
                from judgements
                join claims on judgements.claim = claims.id
                where judgements.certainty is not null and {_OF_ANOTHER_KIND}
            """,
        ),
    )
)
