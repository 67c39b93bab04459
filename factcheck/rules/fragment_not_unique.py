"""A fragment that does not lead to one place.

## What it asks
The `fragment` of an anchor stands once in its document, in NFC with white space collapsed and letter case aside; a
fragment is all that an anchor without offsets has, so there it stands at least once.

## Why
A browser jumps to the first place where a text fragment stands, which is then another than the one that was meant.

## Passes
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: The sheep are white. The goats are black.}
claims:
  - id: sheep
    text: Skerra's sheep are white.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 19, fragment: The sheep}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: The sheep are white. The goats are black.}
claims:
  - id: sheep
    text: Skerra's sheep are white.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 19, fragment: The}
```
> fragment 'The' stands 2 times in its document

## How to repair
Add words from the span until it stands once; leave it out where the whole span stands more than once.
`factcheck anchor DOCUMENT "words"` does either, and so does `factcheck fix` where the digest proves the span.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import folded, occurrences

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    haystack = folded(view.text)
    for pointer in view.pointers:
        fragment = pointer.anchor.get("fragment")
        if fragment is None:
            continue
        count = occurrences(folded(fragment), haystack)
        if count > 1 or (count == 0 and pointer.span is None):
            where = f"stands {count} times" if count else "stands nowhere"
            yield Fault(
                message=f"fragment {fragment!r} {where} in its document",
                at=(Target(kind=pointer.kind, record=pointer.record, path=(*pointer.path, "fragment")),),
                cure="add words from the span until it stands once",
            )


CHECK = OnText(check=check)
