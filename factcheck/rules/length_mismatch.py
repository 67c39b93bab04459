"""A document whose length is not that of its text.

## What it asks
The `length` of a document is the number of code points in its text.

## Why
Every bound is checked against it where the text is not at hand: a wrong one lets spans through that lie beyond the
end, or refuses good ones.

## Passes
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: Skerra has sheep., length: 17}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: Skerra has sheep., length: 18}
```
> the text has 17 code points, not 18

## How to repair
Set `length` to what the message says, as `factcheck fix` does. It counts code points, not bytes and not
UTF-16 units.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    length = view.document.get("length")
    if length is not None and length != len(view.text):
        yield Fault(
            message=f"the text has {len(view.text)} code points, not {length}",
            at=(Target(kind="documents", record=view.record, path=("length",)),),
            cure=f"set 'length' to {len(view.text)}",
        )


CHECK = OnText(check=check)
