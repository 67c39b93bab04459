"""A verdict that does not say why.

## What it asks
Every verdict and every adjudication has a `rationale`.

## Why
A label alone can be neither checked nor taught. Of HealthFC's 750 verdicts nine have no explanation, of LIAR-PLUS'
1,283 in the test set 25.

## Passes
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported, rationale: The census counted them.}
```

## Fails (1)
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
```
> the verdict of 'ada' on claim 'sheep' does not say why

## How to repair
Write the rationale: which findings decide, and why not otherwise.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.records.corpus import SINGULAR
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    if "rationale" not in record:
        message = (
            f"the {SINGULAR[kind]} of {record.get('annotator')!r} on claim {record.get('claim')!r} does not say why"
        )
        yield Found(path=("label",), message=message, cure="add a 'rationale'")


CHECK = OnRecord(kinds=("verdicts", "adjudications"), check=check, of_whole=True)
