"""Words that stand for the absence of words.

## What it asks
No text is nothing but a word for nothing, such as None, null, NaN, N/A or TODO.

## Why
Absent values are the string "None" in MultiFC and "NA" among the booleans of FactBench: every reader who does not know
that takes them for a speaker of that name, or for a label.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{url: "https://example.org/post"}]}
```

## Fails (2)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{speaker: None}], evidence: [{id: a, finding: "N/A"}]}
```
> 'speaker' says 'None', which says nothing
> 'finding' says 'N/A', which says nothing

## How to repair
Leave the key out: absent is absent.
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

_NOTHING = re.compile(r"\W*(?:none|null|nil|nan|n/?a|undefined|todo|tbd|fixme|xxx)?\W*", re.IGNORECASE)
_LONGEST = 16


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, text in written(kind, record):
        if text and len(text) <= _LONGEST and _NOTHING.fullmatch(text):
            message = f"{path[-1]!r} says {text!r}, which says nothing"
            yield Found(path=path, message=message, cure="leave the key out")


CHECK = OnRecord(kinds=WRITTEN_KINDS, check=check)
