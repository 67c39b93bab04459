"""Words whose characters are not in their composed form.

## What it asks
What authors write (statements, findings, rationales, names, titles) is in Unicode's form NFC.

## Why
The same word in two forms is two words to every program: search misses it, duplicates are not seen. FEVER names
thirteen of its pages in another form than its corpus does.

## Passes
```yaml
claims:
  - {id: cafe, text: "Skerra has one caf\u00e9."}
```

## Fails (1)
```yaml
claims:
  - {id: cafe, text: "Skerra has one cafe\u0301."}
```
> 'text' is not in NFC

## How to repair
`factcheck fix` composes it. Or type the word anew: keyboards write composed characters.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings
from factcheck.tables.prose import WRITTEN_KINDS, written

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, text in written(kind, record):
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            yield Found(path=path, message=f"{path[-1]!r} is not in NFC", cure="write it in composed characters")


CHECK = OnRecord(kinds=WRITTEN_KINDS, check=check)
