"""Words that were read in the wrong encoding.

## What it asks
What authors wrote holds none of the runs that UTF-8 makes when it is read as Latin-1 or Windows-1252: \u00c3\u00a9
for \u00e9, \u00e2\u20ac\u2122 for \u2019. The library ftfy says what was meant.

## Why
Two claims of Climate-FEVER are so. Every model sees other words in them than people do.

## Passes
```yaml
claims:
  - {id: cafe, text: "Skerra has one caf\u00e9."}
```

## Fails (1)
```yaml
claims:
  - {id: cafe, text: "Skerra has one caf\u00c3\u00a9."}
```
> 'text' holds '\u00c3\u00a9' where '\u00e9' was meant

## How to repair
Write the character that was meant, or paste the words anew.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings
from factcheck.tables.prose import WRITTEN_KINDS, written

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_FOLLOWING = (
    "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_SUSPECT = re.compile(f"(?:[\xc2-\xf4][{_FOLLOWING}]{{1,3}})+")
"""First bytes of UTF-8 as Windows-1252 shows them, with what may follow: few texts hold any, and only those are looked at."""


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, text in written(kind, record):
        if not text.isascii() and (parts := _SUSPECT.findall(text)) and (right := _meant(text)) != text:
            wrong, said = next(((part, _meant(part)) for part in parts if _meant(part) != part), (text, right))
            message = f"{path[-1]!r} holds {wrong!r} where {said!r} was meant"
            yield Found(path=path, message=message, cure="write the character that was meant")


def _meant(words: str) -> str:
    """Return words in the encoding that was meant; ftfy is imported for suspect words only."""
    found: str = import_module("factcheck.misread").meant(words)
    return found


CHECK = OnRecord(kinds=WRITTEN_KINDS, check=check)
