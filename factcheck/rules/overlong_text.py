"""A statement longer than one claim needs.

## What it asks
The text of a claim has at most `most` characters.

## Why
A long statement is several, or carries its own argument; and a verdict on it is a verdict on nobody knows which part.

## Passes
```yaml
dataset:
  rules: {overlong-text: {reason: "an example", settings: {most: 40}}}
claims:
  - {id: sheep, text: Skerra has more sheep than islanders.}
```

## Fails (1)
```yaml
dataset:
  rules: {overlong-text: {reason: "an example", settings: {most: 40}}}
claims:
  - {id: sheep, text: "Skerra, as everybody knows who has been there, has sheep."}
```
> the claim has 57 characters, more than 40

## How to repair
Split it into claims that are judged one by one, and leave out what is not to be judged.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {"most": 300}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    length = len(record.get("text") or "")
    if length > settings["most"]:
        message = f"the claim has {length} characters, more than {settings['most']}"
        yield Found(path=("text",), message=message, cure="split it into claims that are judged one by one")


CHECK = OnRecord(kinds=("claims",), check=check)
