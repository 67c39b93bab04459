"""A verdict of not enough evidence that rests on evidence.

## What it asks
A claim that is called not_enough_evidence has no `rests_on`.

## Why
A set in `rests_on` suffices for the label; nothing suffices to show that evidence is lacking. Check-COVID lists
evidence under its NEI claims, FEVER none: who mixes the two learns that evidence means nothing. Where a dataset wants
it so, the rule can be turned off.

## Passes
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: not_enough_evidence, stances: {census: context}}
```

## Fails (1)
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: not_enough_evidence, stances: {census: context}, rests_on: [[census]]}
```
> 'ada' calls claim 'sheep' not_enough_evidence and rests on evidence

## How to repair
Leave out `rests_on`; the stances stay. If the evidence does decide, the label is another.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    if record.get("label") == "not_enough_evidence" and record.get("rests_on"):
        who, claim = record.get("annotator"), record.get("claim")
        message = f"{who!r} calls claim {claim!r} not_enough_evidence and rests on evidence"
        yield Found(path=("rests_on",), message=message, cure="leave out 'rests_on', or mend the label")


CHECK = OnRecord(kinds=("verdicts", "adjudications"), check=check)
