"""A label that one split has and another lacks.

## What it asks
Where a split of at least `at_least` claims has a label on more than the share `least` of them, every split of that size has it.

## Why
The development and test sets of a much used copy of FEVER lack its third label, and the development set of
FeverSymmetric has two labels where its training set has three: a score on them says nothing of what is missing.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train}
  - {id: goats, text: Skerra has goats., split: test}
verdicts:
  - {claim: sheep, annotator: ada, label: refuted}
  - {claim: goats, annotator: ada, label: refuted}
dataset:
  rules: {label-missing-from-split: {reason: "an example", settings: {at_least: 1}}}
```

## Fails (2)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train}
  - {id: goats, text: Skerra has goats., split: test}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: goats, annotator: ada, label: refuted}
dataset:
  rules: {label-missing-from-split: {reason: "an example", settings: {at_least: 1}}}
```
> none of 1 claims in split 'test' is 'supported', and 1 of 1 in split 'train' are

## How to repair
Look for the rows that were lost. A split that is meant to have fewer labels says so: set the rule's level with that reason.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.labels import LABELS, Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnTables, Settings
from factcheck.tables.table import Table

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"at_least": 100, "least": 0.05}

Given = Mapping[str, set[str]]


def check(tables: Mapping[str, Table], settings: Settings) -> Iterator[Fault]:
    judged = {split: given for split, given in _judged(tables).items() if _size(given) >= settings["at_least"]}
    for label in LABELS:
        shares = {split: len(given.get(label, ())) / _size(given) for split, given in sorted(judged.items())}
        fullest = max(shares, key=lambda split: shares[split], default="")
        for split, share in shares.items():
            if share == 0 and shares[fullest] > settings["least"]:
                theirs = judged[fullest]
                yield Fault(
                    message=f"none of {_size(judged[split])} claims in split {split!r} is {label!r}, "
                    f"and {len(theirs[label])} of {_size(theirs)} in split {fullest!r} are",
                    at=(Target(kind="dataset", record=0),),
                    cure="look for the rows that were lost",
                )


def _size(given: Given) -> int:
    return len(set().union(*given.values()))


def _judged(tables: Mapping[str, Table]) -> dict[str, dict[str, set[str]]]:
    """Return the claims that bear each label, by split."""
    claims, judgements = tables["claims"], tables["judgements"]
    splits = dict(zip(claims.column("id"), claims.column("split"), strict=True))
    judged: dict[str, dict[str, set[str]]] = {}
    for claim, label in zip(judgements.column("claim"), judgements.column("label"), strict=True):
        if splits.get(claim) and label:
            judged.setdefault(splits[claim], {}).setdefault(label, set()).add(claim)
    return judged


CHECK = OnTables(check=check)
