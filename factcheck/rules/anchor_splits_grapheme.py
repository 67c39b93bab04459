"""An anchor that begins or ends inside a character as people see it.

## What it asks
The offsets of an anchor do not fall inside a grapheme cluster (Unicode UAX 29): a letter and its accent, the parts of
an emoji, CR and LF.

## Why
Code points are not what people see. A span that begins with a bare accent shows wrongly everywhere, and its digest
changes with the Unicode form of what is left.

## Passes
```yaml
documents:
  - id: leaflet
    rights: {redistribute: true}
    text: "One cafe\u0301 is open."
claims:
  - {id: cafe, text: Skerra has one cafe., appearances: [{document: leaflet, anchor: {start: 0, end: 9}}]}
```

## Fails (1)
```yaml
documents:
  - id: leaflet
    rights: {redistribute: true}
    text: "One cafe\u0301 is open."
claims:
  - {id: cafe, text: Skerra has one cafe., appearances: [{document: leaflet, anchor: {start: 0, end: 8}}]}
```
> offset 8 falls inside a character

## How to repair
Move the offset to the edge of the character: `factcheck anchor DOCUMENT "words"` gives a right one.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import splits_grapheme

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    for pointer in view.pointers:
        for key in ("start", "end"):
            offset = pointer.anchor.get(key)
            if offset is not None and splits_grapheme(view.text, offset):
                yield Fault(
                    message=f"offset {offset} falls inside a character",
                    at=(Target(kind=pointer.kind, record=pointer.record, path=(*pointer.path, key)),),
                    cure="move it to the edge of the character",
                )


CHECK = OnText(check=check)
