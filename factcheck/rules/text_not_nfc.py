"""Words whose characters are not in their composed form.

## What it asks
What authors write (statements, findings, rationales, names, titles) is in Unicode's form NFC.

## Why
The same word in two forms is two words to every program: search misses it, duplicates are not seen. FEVER names thirteen of its
pages in another form than its corpus does.

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
`factcheck fix` writes it anew; most editors can too.
"""

from collections.abc import Iterator
from typing import Any
import unicodedata

from factcheck.labels import Level
from factcheck.problems import Path
from factcheck.rules.rule import Found, OnRecord, Plain, Settings

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_WRITTEN = frozenset({"text", "title", "name", "note", "finding", "rationale", "speaker", "locator", "question"})


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    yield from _walk(record, ())


def _walk(value: Any, path: Path) -> Iterator[Found]:
    if isinstance(value, dict):
        for key, member in value.items():
            if isinstance(member, str):
                if key in _WRITTEN and not member.isascii() and not unicodedata.is_normalized("NFC", member):
                    cure = "write it in composed characters"
                    yield Found(path=(*path, key), message=f"{key!r} is not in NFC", cure=cure)
            elif key != "extra":
                yield from _walk(member, (*path, key))
    elif isinstance(value, list):
        for item, member in enumerate(value):
            yield from _walk(member, (*path, item))


CHECK = OnRecord(kinds=("references", "annotators", "claims", "verdicts", "adjudications"), check=check)
