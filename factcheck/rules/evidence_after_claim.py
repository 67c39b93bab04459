"""Evidence that came out after the claim was made.

## What it asks
Where a claim's earliest appearance has a date, no evidence is from a document that was published after it, or from a
reference of a later year.

## Why
Who has to judge a claim on the day it is made does not have what was written about it afterwards, often by those who
checked it (Glockner, Hou and Gurevych 2022, arXiv 2210.13865). For a set that only asks what is so it does not matter:
the rule is off unless it is set.

## Passes
```yaml
documents:
  - {id: log, published: 2019-05}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{date: 2019-05-02}], evidence: [{document: log}]}
dataset:
  rules: {evidence-after-claim: {level: error, reason: "claims are judged on their day"}}
```

## Fails (2)
```yaml
references:
  - {id: census, type: report, issued: {date-parts: [[2020]]}}
documents:
  - {id: log, published: 2019-06}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{date: 2019-05-02}], evidence: [{document: log}, {reference: census}]}
dataset:
  rules: {evidence-after-claim: {level: error, reason: "claims are judged on their day"}}
```
> evidence 'log' is of 2019-06, and claim 'sheep' was made by 2019-05-02
> evidence 'census' is of 2020, and claim 'sheep' was made by 2019-05-02

## How to repair
Find what was known on the day.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "off"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def _later(relation: str, key: str, came: str, made: str) -> Query:
    return Query(
        kind="claims",
        path=("evidence", "{item}", key),
        message="evidence {id!r} is of {came}, and claim {claim!r} was made by {made}",
        cure="find what was known on the day",
        sql=f"""
            select evidence.record, evidence.item, evidence.id, evidence.claim, source.{came} as came, said.made
            from evidence
            join (select record, min(last_day) as made, min(last_year) as year from appearances group by record) as said
            on evidence.record = said.record
            join "{relation}" as source on evidence.{key} = source.id
            where source.{came} > said.{made}
        """,
    )


CHECK = OnCorpus(
    queries=(_later("documents", "document", "published", "made"), _later("references", "reference", "year", "year"))
)
