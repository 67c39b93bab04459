"""Two records of one kind with the same id.

## What it asks
Ids are unique within their kind, compared code point by code point.

## Why
Every name must lead to one record. Where two bear it, a join doubles rows, and which of them a program takes is
chance.

## Passes
```yaml
annotators:
  - {id: ada, kind: person}
  - {id: ben, kind: person}
```

## Fails (1)
```yaml
annotators:
  - {id: ada, kind: person}
  - {id: ada, kind: model}
```
> annotator id 'ada' is taken

## How to repair
Rename the later one, and the places that name it; or merge the two.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.records.corpus import SINGULAR
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = OnCorpus(
    queries=tuple(
        Query(
            kind=kind,
            path=("id",),
            message=f"{word} id {{id!r}} is taken",
            cure="rename it, or merge the two records",
            also=(kind, ("id",), "first here"),
            sql=f"""
                select later.record, later.id, earlier.record as other_record
                from "{kind}" as later
                join (select id, min(record) as record from "{kind}" group by id) as earlier
                on later.id = earlier.id and later.record > earlier.record
            """,
        )
        for kind, word in SINGULAR.items()
        if kind not in ("verdicts", "adjudications")
    )
)
