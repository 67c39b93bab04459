"""A statement that begins with a pronoun.

## What it asks
An English claim does not open with a word that points to something before it: it, they, this, these, he, she, we, and
the like.

## Why
A claim is judged without its page. Who 'they' are is then anybody's guess, and a search with it finds nothing.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra's farmers keep sheep.}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: They keep sheep.}
```
> the claim opens with 'They'

## How to repair
Name what is meant. 'It is rare that ...' reads better with its subject first, too.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_WORDS = (
    "it|its|he|she|him|his|her|hers|they|their|theirs|this|these|those|we|our|ours|i|my|you|your|such"
    "|that(?= (?:is|was|has|had|can|may|will|does|means)\\b)"
)
_PRONOUN = re.compile(rf"(?:{_WORDS})\b(?![-.])", re.IGNORECASE)


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    found = _PRONOUN.match(record.get("text") or "")
    if found and record.get("language", "en").lower().split("-")[0] == "en":
        yield Found(path=("text",), message=f"the claim opens with {found[0]!r}", cure="name what is meant")


CHECK = OnRecord(kinds=("claims",), check=check)
