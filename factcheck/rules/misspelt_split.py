"""A split whose name is nearly that of a larger one.

## What it asks
No split's name is like that of a split with at least `times` as many claims.

## Why
A claim in split `tset` is in no test set, and nobody misses it.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: train}
  - {id: goats, text: Skerra has goats., split: test}
dataset:
  rules: {misspelt-split: {reason: "an example", settings: {times: 2}}}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., split: test}
  - {id: goats, text: Skerra has goats., split: test}
  - {id: geese, text: Skerra has geese., split: tset}
dataset:
  rules: {misspelt-split: {reason: "an example", settings: {times: 2}}}
```
> split 'tset' has 1 of the claims, and 'test' has 2

## How to repair
Mend the name; or give the split another that is not so like its neighbour's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnTables, Settings
from factcheck.tables.table import Table

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"times": 5}


def check(tables: Mapping[str, Table], settings: Settings) -> Iterator[Fault]:
    splits = tables["claims"].column("split")
    counts = Counter(split for split in splits if split)
    for record, split in enumerate(splits):
        larger = [other for other in counts if split and counts[other] >= settings["times"] * counts[split]]
        near = get_close_matches(split, larger, n=1, cutoff=0.7) if split else []
        if near:
            yield Fault(
                message=f"split {split!r} has {counts[split]} of the claims, and {near[0]!r} has {counts[near[0]]}",
                at=(Target(kind="claims", record=record, path=("split",)),),
                cure=f"did you mean {near[0]!r}?",
            )


CHECK = OnTables(check=check)
