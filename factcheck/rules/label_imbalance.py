"""One label that most claims have.

## What it asks
In each split of at least `at_least` judged claims, the commonest label has at most the share `most` of them.

## Why
A system that always says the commonest label scores that share without reading anything.

## Passes
```yaml
claims:
  - {id: one, text: Skerra has one lighthouse.}
  - {id: two, text: Skerra has two churches.}
verdicts:
  - {claim: one, annotator: ada, label: supported}
  - {claim: two, annotator: ada, label: refuted}
dataset:
  rules: {label-imbalance: {reason: "an example", settings: {at_least: 2}}}
```

## Fails (1)
```yaml
claims:
  - {id: one, text: Skerra has one lighthouse.}
  - {id: two, text: Skerra has two churches.}
verdicts:
  - {claim: one, annotator: ada, label: refuted}
  - {claim: two, annotator: ada, label: refuted}
dataset:
  rules: {label-imbalance: {reason: "an example", settings: {at_least: 2}}}
```
> 2 of 2 verdicts in split 'claims' are 'refuted': more than 0.8 of them

## How to repair
Add claims with the other labels, or set the rule's level with the reason why this set is as it is.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnTables, Settings
from factcheck.tables.table import Table

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"most": 0.8, "at_least": 100}


def check(tables: Mapping[str, Table], settings: Settings) -> Iterator[Fault]:
    claims = tables["claims"]
    splits = dict(zip(claims.column("id"), claims.column("split"), strict=True))
    counts: dict[str, Counter[str]] = {}
    verdicts = tables["verdicts"]
    for claim, label in zip(verdicts.column("claim"), verdicts.column("label"), strict=True):
        if claim in splits and label:
            counts.setdefault(splits[claim] or "claims", Counter())[label] += 1
    for split, labels in sorted(counts.items()):
        total = labels.total()
        label, count = min(labels.items(), key=lambda pair: (-pair[1], pair[0]))
        if total >= settings["at_least"] and count > settings["most"] * total:
            yield Fault(
                message=f"{count} of {total} verdicts in split {split!r} are {label!r}: "
                f"more than {settings['most']} of them",
                at=(Target(kind="dataset", record=0),),
                cure="add claims with the other labels, or say in dataset.yaml why this set is as it is",
            )


CHECK = OnTables(check=check)
