"""A record that does not fit its schema.

## What it asks
Each record has the fields it must have, no unknown ones, and in each a value of the right shape: `factcheck schema
NAME` prints the schema.

## Why
A misspelt key or label is otherwise lost in silence: the field is simply absent for every reader.

## Passes
```yaml
annotators:
  - id: ada
    kind: person
```

## Fails (1)
```yaml
annotators:
  - id: ada
    kind: persom
```
> 'kind' must be one of person, model, group, published (got 'persom')

## How to repair
Take the nearest name or word that the message offers. What has no field of its own goes under `extra`.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("schema-violation")
