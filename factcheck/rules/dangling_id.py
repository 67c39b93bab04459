"""A name that leads to no record.

## What it asks
Every document, reference, claim and annotator that a record names is there.

## Why
Published sets carry evidence ids that stand in no corpus (FEVER in BEIR lost those with special characters): the
claim looks evidenced, and the evidence cannot be had.

## Passes
```yaml
references:
  - {id: census, type: report}
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence:
      - reference: census
```

## Fails (1)
```yaml
references:
  - {id: census, type: report}
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence:
      - reference: sensus
```
> no reference 'sensus'

## How to repair
Mind the spelling: the nearest id is offered. Or add the record.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.records.corpus import SINGULAR
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}


def _names(relation: str, column: str, path: tuple[str, ...], named: str) -> Query:
    return Query(
        path=path,
        on_key=path[-1].startswith("{name"),
        message=f"no {SINGULAR[named]} {{name!r}}",
        cure=f"add it to {named}/, or mend the name",
        nearest=("name", named, "id"),
        absent=(named,),
        sought="name",
        sql=f"""
            select naming.*, naming.{column} as name
            from {relation} as naming
            left join "{named}" as named on naming.{column} = named.id
            where naming.{column} is not null and named.id is null
        """,
    )


CHECK = OnCorpus(
    queries=(
        _names("appearances", "document", ("appearances", "{item}", "document"), "documents"),
        _names("claims", "attributed_to", ("attributed_to",), "references"),
        _names("considered", "annotator", ("considered", "{name}"), "annotators"),
        _names("evidence", "document", ("evidence", "{item}", "document"), "documents"),
        _names("evidence", "reference", ("evidence", "{item}", "reference"), "references"),
        _names("verdicts", "annotator", ("annotator",), "annotators"),
        _names("verdicts", "claim", ("claim",), "claims"),
        _names("adjudications", "annotator", ("annotator",), "annotators"),
        _names("adjudications", "claim", ("claim",), "claims"),
    )
)
