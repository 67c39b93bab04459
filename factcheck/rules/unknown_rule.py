"""A rule set in `dataset.yaml` that does not exist, or a setting that the rule does not have.

## What it asks
The names under `rules` are names of rules, and the names under `settings` are names of that rule's settings.

## Why
A misspelt name turns nothing off and nothing on, and says nothing.

## Passes
```yaml
dataset:
  rules: {label-imbalance: {level: off, reason: "a set of myths"}}
```

## Fails (1)
```yaml
dataset:
  rules: {label-inbalance: {level: off, reason: "a set of myths"}}
```
> no rule 'label-inbalance'

## How to repair
`factcheck rules` lists the names; `factcheck explain NAME` the settings.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}

CHECK = noted("unknown-rule")
