"""A verdict that rests on what was published after it.

## What it asks
No verdict takes a stance on, or rests on, a reference that was issued in a later year than the verdict's `date`.

## Why
Either a date is wrong, or the evidence was added later and nobody judged the claim with it.

## Passes
```yaml
references:
  - {id: census, type: report, issued: {date-parts: [[2021]]}}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, date: "2021-03-01", stances: {census: supports}}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report, issued: {date-parts: [[2021]]}}
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{reference: census}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, date: "2020-11-30", stances: {census: supports}}
```
> evidence 'census' was issued in 2021, and the verdict is of 2020

## How to repair
Mend the date that is wrong; or judge the claim anew and date the verdict so.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=(
        Query(
            path=("date",),
            message="evidence {evidence!r} was issued in {issued}, and the verdict is of {year}",
            cure="mend the date that is wrong, or judge the claim anew",
            also=("references", ("issued",), "the reference"),
            sql="""
                select
                    judgements.kind, judgements.record, judgements.year,
                    evidence.id as evidence, cited.year as issued, cited.record as other_record
                from judgements
                join evidence on judgements.claim = evidence.claim
                join "references" as cited on evidence.reference = cited.id
                left join stances
                on judgements.kind = stances.kind and judgements.record = stances.record
                and evidence.id = stances.evidence
                left join (select kind, record, evidence from rests_on group by kind, record, evidence) as used
                on judgements.kind = used.kind and judgements.record = used.record and evidence.id = used.evidence
                where cited.year > judgements.year and (stances.evidence is not null or used.evidence is not null)
            """,
        ),
    )
)
