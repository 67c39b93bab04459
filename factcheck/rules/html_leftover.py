"""A tag or an entity of HTML in what authors wrote.

## What it asks
Statements, findings, questions, rationales and notes hold no HTML tags and no entities.

## Why
They come along when words are copied from a page's source, and are words to a model. An entity may hide the sign that
matters: p &lt; 0.05.

## Passes
```yaml
claims:
  - {id: sheep, text: "Skerra has fewer sheep (< 400) & goats than in 1990."}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: "Skerra has <b>fewer</b> sheep &amp; goats."}
```
> 'text' holds '<b>'

## How to repair
Write the words and characters that the page shows.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings
from factcheck.tables.prose import OWN_WORDS, WRITTEN_KINDS, written

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_TAGS = "a|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|script|small|span|strong|style|sub|sup|table|td|th|tr|u|ul"
_LEFTOVER = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]{{2,8}});", re.IGNORECASE
)


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for path, text in written(kind, record, OWN_WORDS):
        found = _LEFTOVER.search(text)
        if found:
            message = f"{path[-1]!r} holds {found[0][:40]!r}"
            yield Found(path=path, message=message, cure="write the characters that the page shows")


CHECK = OnRecord(kinds=WRITTEN_KINDS, check=check)
