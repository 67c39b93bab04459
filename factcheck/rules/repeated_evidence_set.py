"""A verdict that rests on the same set twice.

## What it asks
The sets of one verdict's `rests_on` differ, whatever the order of their members.

## Why
2,746 of the 12,442 evidence groups of FEVER's paper_dev stand twice or more. A scorer that counts groups counts them again.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{id: census}, {id: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, rests_on: [[census], [census, log]]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{id: census}, {id: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, rests_on: [[census, log], [log, census]]}
```
> 1 of the 2 sets that the verdict rests on stand there before

## How to repair
Keep one of them.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings
from factcheck.tables.relations import evidence_sets

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    sets = [frozenset(members) for members in evidence_sets(record)]
    repeated = len(sets) - len(set(sets))
    if repeated:
        message = f"{repeated} of the {len(sets)} sets that the verdict rests on stand there before"
        yield Found(path=("rests_on",), message=message, cure="keep each set once")


CHECK = OnRecord(kinds=("verdicts", "adjudications"), check=check)
