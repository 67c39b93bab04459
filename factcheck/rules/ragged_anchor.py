"""An anchor with white space at its edge.

## What it asks
The words of an anchor neither begin nor end with white space.

## Why
It is the mark of an offset that is one off. And two annotators who mean the same words should give the same span.

## Passes
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: Skerra has sheep. Come and see.}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 17}}]}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: Skerra has sheep. Come and see.}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 18}}]}
```
> the words at 0 to 18 have white space at their edge

## How to repair
Move `start` or `end` to the words, and take the digest anew: `factcheck anchor DOCUMENT "words"`. `factcheck fix` does
it where the old digest proves the span.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import has_ragged_edges

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    for pointer in view.pointers:
        if pointer.span and has_ragged_edges(pointer.span.of(view.text)):
            yield Fault(
                message=f"the words at {pointer.span.start} to {pointer.span.end} have white space at their edge",
                at=(Target(kind=pointer.kind, record=pointer.record, path=pointer.path),),
                cure="move 'start' or 'end' to the words, and take the digest anew",
                words=pointer.span.of(view.text),
            )


CHECK = OnText(check=check)
