"""Words of a document that may not be passed on, in what the authors of the corpus wrote.

## What it asks
No statement, finding, question, rationale or note has `words` or more words running that stand in a withheld document
too, letter case and punctuation aside. Titles and addresses are not looked at.

## Why
A corpus points into what it may not copy. One sentence taken over whole is still taken over, and nobody notices it in
a thousand notes.

## Passes
```yaml
documents:
  - {id: leaflet, text: The lamp of our lighthouse was first lit in the year 1871 by the keeper himself.}
claims:
  - {id: lit, text: The lighthouse was first lit in 1871.}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, text: The lamp of our lighthouse was first lit in the year 1871 by the keeper himself.}
claims:
  - {id: lit, text: "On Skerra, the lamp of our lighthouse was first lit in 1871."}
```
> 9 words running stand in document 'leaflet', which may not be passed on

## How to repair
Say it in your own words. A claim restates what the page says; the anchor shows where it says it.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {"words": 8}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    if not view.is_withheld:
        return
    for shared in view.own_words.sharing(view.text, settings["words"]):
        name = view.document.get("id")
        yield Fault(
            message=f"{len(shared.run)} words running stand in document {name!r}, which may not be passed on",
            at=(
                Target(kind=shared.kind, record=shared.record, path=shared.path),
                Target(kind="documents", record=view.record, path=("rights",), note="the document's rights"),
            ),
            cure="say it in your own words",
            words=" ".join(shared.run),
        )


CHECK = OnText(check=check)
