"""So many quotations from a document that may not be passed on that they carry it along.

## What it asks
The fragments and quotes of all anchors into a withheld document together have at most the share `share` of its words.
What is given twice counts once.

## Why
Each fragment is a few words. Together they can be the page.

## Passes
```yaml
documents:
  - {id: leaflet, text: The sheep are white and the goats are black and the keeper is grey.}
claims:
  - {id: sheep, text: Skerra's sheep are white., appearances: [{document: leaflet, anchor: {fragment: The sheep}}]}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, text: The sheep are white and the goats are black and the keeper is grey.}
claims:
  - {id: sheep, text: Skerra's sheep are white., appearances: [{document: leaflet, anchor: {quote: The sheep are white}}]}
```
> 4 of the 14 words of document 'leaflet' are quoted: more than 0.2 of them, and it may not be passed on

## How to repair
Leave the quotes out, and shorten the fragments to the fewest words that stand once.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import normal_form, word_count

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {"share": 0.2}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    if not view.is_withheld:
        return
    quoted = {normal_form(words) for words in _quotations(view)}
    count, total = sum(word_count(words) for words in quoted), word_count(view.text)
    if count > settings["share"] * total:
        name = view.document.get("id")
        yield Fault(
            message=f"{count} of the {total} words of document {name!r} are quoted: "
            f"more than {settings['share']} of them, and it may not be passed on",
            at=(Target(kind="documents", record=view.record, path=("rights",)),),
            cure="leave the quotes out, and shorten the fragments",
        )


def _quotations(view: View) -> Iterator[str]:
    for pointer in view.pointers:
        anchor = pointer.anchor
        words = anchor.get("quote") or anchor.get("fragment")
        if words is not None:
            yield words


CHECK = OnText(check=check)
