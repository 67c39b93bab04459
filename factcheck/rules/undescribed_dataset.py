"""A dataset that does not say what it is, or who made it.

## What it asks
`dataset.yaml` has a `description` and `authors`.

## Why
Croissant 1.1 requires both, and nobody can cite what nobody made: without authors a release has no `CITATION.cff`, and its
`croissant.json` is refused by catalogues that keep to the specification.

## Passes
```yaml
dataset:
  description: Claims about an island.
  authors: [{literal: The Skerra Trust}]
```

## Fails (2)
```yaml
dataset:
  title: Skerra
```
> the dataset has no 'description'
> the dataset has no 'authors'

## How to repair
Say in a sentence or two what the dataset is, and who made it: `{family: Berg, given: Ada}` for a person, `{literal: The
Skerra Trust}` for a body.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_CURES = {
    "description": "say in a sentence or two what it is",
    "authors": "name the people (family, given) or bodies (literal) who made it",
}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for key, cure in _CURES.items():
        if key not in record:
            yield Found(path=(), message=f"the dataset has no {key!r}", cure=cure)


CHECK = OnRecord(kinds=("dataset",), check=check)
