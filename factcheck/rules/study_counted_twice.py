"""One study that a verdict counts as two.

## What it asks
Evidence in different sets of a verdict's `rests_on` is from different studies: references that bear the same `study`
are papers of one study, and go in one set.

## Why
Each set suffices by itself. A trial and the paper on its follow-up are one experiment, and agree because they are.

## Passes
```yaml
references:
  - {id: census, type: report, study: census-2021}
  - {id: atlas, type: book, study: survey-1990}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {reference: atlas}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, rests_on: [[census], [atlas]]}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report, study: census-2021}
  - {id: atlas, type: book, study: census-2021}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}, {reference: atlas}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, rests_on: [[census], [atlas]]}
```
> evidence 'atlas' and 'census' are of one study, 'census-2021', and stand in different sets

## How to repair
Put them in one set, or keep the paper that bears on the claim most.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_STUDIED = """
    select rests_on.*, "references".study
    from rests_on
    join evidence on rests_on.claim = evidence.claim and rests_on.evidence = evidence.id
    join "references" on evidence.reference = "references".id
    where "references".study is not null
"""

CHECK = OnCorpus(
    queries=(
        Query(
            path=("rests_on", "{number}", "{item}"),
            message="evidence {evidence!r} and {other!r} are of one study, {study!r}, and stand in different sets",
            cure="put them in one set, or keep the one that bears on the claim most",
            sql=f"""
                select later.kind, later.record, later.number, later.item, later.evidence, later.study,
                    min(earlier.evidence) as other
                from ({_STUDIED}) as later
                join ({_STUDIED}) as earlier
                on later.kind = earlier.kind and later.record = earlier.record and later.study = earlier.study
                where later.number > earlier.number and later.evidence <> earlier.evidence
                group by later.kind, later.record, later.number, later.item, later.evidence, later.study
            """,
        ),
    )
)
