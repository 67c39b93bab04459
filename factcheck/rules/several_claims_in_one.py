"""A statement that makes several claims.

## What it asks
The text of a claim is one sentence without a semicolon. This is a rule of thumb: what two clauses joined by 'and' say
is not looked at.

## Why
Where one half is so and the other is not, no label fits; annotators then differ for no better reason than which half
they looked at.

## Passes
```yaml
claims:
  - {id: sheep, text: Dr. Holt counted 318 sheep on Skerra in Sept. 2021.}
```

## Fails (2)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep. The islanders eat them.}
  - {id: goats, text: Skerra has goats; the islanders milk them.}
```
> the claim goes on after its first sentence
> the claim has parts joined by a semicolon

## How to repair
Write a claim for each, and give them one `family`.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_SENTENCES = re.compile(r"[a-z]{5}[.!?]\s+[\"\u201c(]?[A-Z]|[a-z][!?]\s+[A-Z]")
"""A word too long to be an abbreviation, its full stop, and a capital letter."""
_CURE = "write a claim for each, and give them one 'family'"
_WORDS_THEN_SEMICOLON = re.compile(r"\w\s*;\s+\w")


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    text = record.get("text") or ""
    if _SENTENCES.search(text):
        yield Found(path=("text",), message="the claim goes on after its first sentence", cure=_CURE)
    elif _WORDS_THEN_SEMICOLON.search(text):
        yield Found(path=("text",), message="the claim has parts joined by a semicolon", cure=_CURE)


CHECK = OnRecord(kinds=("claims",), check=check)
