"""The same evidence twice under one claim.

## What it asks
No two pieces of evidence of a claim have the same source and the same words: `text`, `finding` and `question`.

## Why
Nine claims of AVeriTeC's development set have one answer twice, and pairs of claim and evidence stand up to four times in
HealthVer. What is there twice counts twice, in training and in a vote.

## Passes
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence:
      - {id: first, reference: census, finding: Counts 318 sheep.}
      - {id: second, reference: census, finding: Counts two rams.}
```

## Fails (1)
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence:
      - {id: first, reference: census, finding: Counts 318 sheep.}
      - {id: second, reference: census, finding: Counts 318 sheep.}
```
> evidence 'second' says what 'first' says

## How to repair
Keep one, and name it in the verdicts.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.records.claim import evidence_key
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_SOURCE = ("reference", "document", "url", "locator")
_WORDS = ("text", "finding", "question")


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    first: dict[tuple[str | None, ...], str | None] = {}
    for item, part in parts(record, "evidence"):
        same = tuple(part.get(key) for key in (*_SOURCE, *_WORDS))
        own = evidence_key(part)
        if part.get("text") is None and part.get("finding") is None:
            continue
        other = first.setdefault(same, own)
        if other != own:
            message = f"evidence {own!r} says what {other!r} says"
            yield Found(path=("evidence", item), message=message, cure="keep one, and name it in the verdicts")


CHECK = OnRecord(kinds=("claims",), check=check)
