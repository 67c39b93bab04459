"""A fragment that is not the beginning of its span.

## What it asks
The `fragment` of an anchor with offsets is the opening of the words between them, in NFC with white space collapsed
and letter case aside.

## Why
The link that is made of it then jumps to another place than the one that was judged.

## Passes
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: The sheep are white. The goats are black.}
claims:
  - id: goats
    text: Skerra's goats are black.
    appearances:
      - document: leaflet
        anchor: {start: 21, end: 40, fragment: the goats}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: The sheep are white. The goats are black.}
claims:
  - id: goats
    text: Skerra's goats are black.
    appearances:
      - document: leaflet
        anchor: {start: 21, end: 40, fragment: goats}
```
> fragment 'goats' is not the beginning of the words at 21 to 40

## How to repair
Take the first words of the span: `factcheck anchor DOCUMENT "words"` gives the whole anchor.
`factcheck fix` writes it where the digest proves the span.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import folded

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    for pointer in view.pointers:
        fragment, span = pointer.anchor.get("fragment"), pointer.span
        if fragment is None or span is None or span.end > len(view.text):
            continue
        words = span.of(view.text)
        if not folded(words).startswith(folded(fragment)):
            yield Fault(
                message=f"fragment {fragment!r} is not the beginning of the words at {span.start} to {span.end}",
                at=(Target(kind=pointer.kind, record=pointer.record, path=(*pointer.path, "fragment")),),
                cure="take the first words of the span",
                words=words,
            )


CHECK = OnText(check=check)
