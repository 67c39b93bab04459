"""An anchor or passage that is no stretch of its document.

## What it asks
`start` is less than `end`, and `end` is at most the document's `length`.

## Why
Python cuts a text at any offsets without complaint, so a span beyond the end reads as empty or as less than was
meant.

## Passes
```yaml
documents:
  - {id: leaflet, length: 26}
claims:
  - id: one-lighthouse
    text: There is one lighthouse on Skerra.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 26}
```

## Fails (2)
```yaml
documents:
  - {id: leaflet, length: 26}
claims:
  - id: one-lighthouse
    text: There is one lighthouse on Skerra.
    appearances:
      - document: leaflet
        anchor: {start: 0, end: 27}
      - document: leaflet
        anchor: {start: 9, end: 4}
```
> span 0 to 27 ends beyond its document, which has 26 code points
> span 9 to 4 is empty or runs backwards

## How to repair
Offsets are code points from 0, the end exclusive. `factcheck anchor DOCUMENT "words"` gives a right one.
Where the text is at hand and has the words of the anchor's digest at one place, `factcheck fix` writes it.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}

_ANCHORED = (
    ("appearances", ("appearances", "{item}", "anchor"), "claims"),
    ("evidence", ("evidence", "{item}", "anchor"), "claims"),
    ("passages", ("passages", "{item}"), "documents"),
)


def _backwards(relation: str, path: tuple[str, ...], kind: str) -> Query:
    return Query(
        kind=kind,
        path=(*path, "end"),
        message="span {start} to {end} is empty or runs backwards",
        cure="'end' is the first code point after the span",
        sql=f"""select * from {relation} where "start" >= "end" """,
    )


def _beyond(relation: str, path: tuple[str, ...], kind: str) -> Query:
    return Query(
        kind=kind,
        path=(*path, "end"),
        message="span {start} to {end} ends beyond its document, which has {length} code points",
        cure="count in code points, not in bytes or UTF-16 units",
        sql=f"""
            select pointing.*, documents.length
            from {relation} as pointing
            join documents on pointing.document = documents.id
            where pointing."end" > documents.length and pointing."start" < pointing."end"
        """,
    )


CHECK = OnCorpus(queries=tuple(make(*anchored) for anchored in _ANCHORED for make in (_backwards, _beyond)))
