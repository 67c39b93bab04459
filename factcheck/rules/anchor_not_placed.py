"""An appearance whose place is known only as a browser's link to a highlight.

## What it asks
An appearance that gives the first words of its place, as an anchor's `fragment` or in the address after `#:~:text=`,
gives the offsets and the digest too.

## Why
This is how somebody without the text may contribute: the link says where. Until the place is anchored no one can
verify it, and a page that changes loses it.

## Passes
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 17, fragment: Skerra}
```

## Fails (2)
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    appearances:
      - document: leaflet
        anchor: {fragment: Skerra}
      - url: "https://example.org/leaflet#:~:text=Skerra"
```
> the place is given by its first words alone
> the place is given by a link to a highlight alone

## How to repair
Where the text is at hand, `factcheck anchor DOCUMENT "words"` prints the whole anchor to put in its place.
An address with a highlight, `#:~:text=`, is turned into document and anchor by `factcheck fix` where the text of the
document of that address is at hand and the highlight stands there once. The first words alone do not say where the
place ends: that takes a person.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

TEXT_FRAGMENT = "#:~:text="
_CURE = "where the text is at hand: factcheck anchor DOCUMENT 'words', and put the anchor in its place"


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for item, appearance in parts(record, "appearances"):
        anchor = appearance.get("anchor") or {}
        if "fragment" in anchor and "start" not in anchor and "quote" not in anchor:
            message = "the place is given by its first words alone"
            yield Found(path=("appearances", item, "anchor"), message=message, cure=_CURE)
        elif TEXT_FRAGMENT in (appearance.get("url") or ""):
            message = "the place is given by a link to a highlight alone"
            yield Found(path=("appearances", item, "url"), message=message, cure=_CURE)


CHECK = OnRecord(kinds=("claims",), check=check)
