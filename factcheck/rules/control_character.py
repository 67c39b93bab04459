r"""A character that nobody can see in what authors wrote.

## What it asks
Statements, findings, rationales, names and notes hold no control characters other than tab and line breaks, no
zero-width spaces, soft hyphens or direction marks, and no U+FFFD, which stands where a character was lost. The
joiners that Persian, Hindi and emoji need may stand.

## Why
They come along when words are pasted. Then equal words are not equal, search misses them, and direction marks can
make a line read otherwise than it is.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: "Skerra has\u200b sheep."}
```
> 'text' holds U+200B at offset 10

## How to repair
Delete it, or write the character that was meant.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings
from factcheck.tables.prose import WRITTEN_KINDS, written

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffd]"
)


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, text in written(kind, record):
        found = _INVISIBLE.search(text)
        if found:
            message = f"{path[-1]!r} holds U+{ord(found[0]):04X} at offset {found.start()}"
            yield Found(path=path, message=message, cure="delete it, or write the character that was meant")


CHECK = OnRecord(kinds=WRITTEN_KINDS, check=check)
