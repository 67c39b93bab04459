"""An anchor that nobody can verify.

## What it asks
An anchor with offsets has a `digest`.

## Why
Offsets point somewhere in every text. Only the digest proves that the words there are those that were meant, and
finds them again in another copy of the page.

## Passes
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 17, digest: 7149d6bdf046bd0d13d3a344d6bbc8338d65752549557cf542c3c238a97c6302}
```

## Fails (1)
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 17}
```
> the anchor has offsets and no digest

## How to repair
`factcheck anchor DOCUMENT "words"` gives the whole anchor to paste. `factcheck fix` adds the digest where
the text at hand has the anchor's quote, or begins there with its fragment.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for part in ("appearances", "evidence"):
        for item, holder in parts(record, part):
            anchor = holder.get("anchor") or {}
            if "start" in anchor and "digest" not in anchor:
                cure = 'anchor the passage anew: factcheck anchor DOCUMENT "words"'
                yield Found(path=(part, item, "anchor"), message="the anchor has offsets and no digest", cure=cure)


CHECK = OnRecord(kinds=("claims",), check=check, of_whole=True)
