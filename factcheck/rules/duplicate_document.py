"""One text under two documents.

## What it asks
No two documents have the same text; where texts answer a `prompt`, the same text to the same prompt.

## Why
45 pairs of prompt and response stand twice in FactBench. Their claims count double, and in two splits they leak.

## Passes
```yaml
documents:
  - {id: first, text: Skerra has sheep., prompt: What lives on Skerra?, rights: {redistribute: true}}
  - {id: second, text: Skerra has sheep., prompt: Where are sheep?, rights: {redistribute: true}}
```

## Fails (1)
```yaml
documents:
  - {id: first, text: Skerra has sheep., rights: {redistribute: true}}
  - {id: second, text: Skerra has sheep., rights: {redistribute: true}}
```
> documents 'first' and 'second' are the same text

## How to repair
Keep one, and let the claims of both appear in it.
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
            kind="documents",
            path=("id",),
            message="documents {other!r} and {id!r} are the same text",
            cure="keep one, and let the claims of both appear in it",
            also=("documents", ("id",), "first here"),
            sql="""
                select later.record, later.id, earlier.record as other_record, earlier.id as other
                from documents as later
                join (select words, min(record) as record from documents group by words) as earliest
                on later.words = earliest.words and later.record > earliest.record
                join documents as earlier on earliest.record = earlier.record
                where later.id <> earlier.id
            """,
        ),
    )
)
