"""A label that the verdict's own stances contradict.

## What it asks
A verdict that supports a claim does not call every piece of evidence that takes a side refuting, and the other way round.

## Why
An aggregate that its parts contradict is wrong in one of the two: fifteen responses of FactBench are labelled against
the labels of their own claims.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{id: census}, {id: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: supports, log: refutes}}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{id: census}, {id: log}]}
verdicts:
  - {claim: sheep, annotator: ada, label: supported, stances: {census: refutes, log: context}}
```
> the verdict is 'supported', and all its evidence that takes a side refutes

## How to repair
Judge the claim again, or the stances.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_OPPOSITE = {"supported": ("supports", "refutes"), "refuted": ("refutes", "supports")}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    label = record.get("label")
    if label in _OPPOSITE:
        own, other = _OPPOSITE[label]
        stances = set((record.get("stances") or {}).values())
        if other in stances and own not in stances and "mixed" not in stances:
            message = f"the verdict is {label!r}, and all its evidence that takes a side {other}"
            yield Found(path=("label",), message=message, cure="judge the claim again, or the stances")


CHECK = OnRecord(kinds=("verdicts", "adjudications"), check=check, of_whole=True)
