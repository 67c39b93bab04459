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
`factcheck fix` writes dates as YYYY-MM-DD where they can mean one day only (`5 March 2024`, `25/12/2023`, not
`5/3/2024`), puts a number that should be text in quotes, and takes digits that should be a number out of theirs.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import noted

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}
CHECK = noted("schema-violation")
