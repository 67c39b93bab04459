"""An anchor whose words are not those it was made for.

## What it asks
The digest of an anchor is that of the words between its offsets: SHA-256 of the span in NFC with each run of white
space as one space.

## Why
Offsets drift: one space stripped at the head of a page moves every anchor behind it by one, as happened to SQuAD 2.
The digest notices, and lets the place be found again.

## Passes
```yaml
documents:
  - id: leaflet
    rights: {redistribute: true}
    text: Skerra has one lighthouse.
claims:
  - id: one-lighthouse
    text: There is one lighthouse on Skerra.
    appearances:
      - document: leaflet
        anchor:
          start: 0
          end: 26
          digest: 7149d6bdf046bd0d13d3a344d6bbc8338d65752549557cf542c3c238a97c6302
```

## Fails (1)
```yaml
documents:
  - id: leaflet
    rights: {redistribute: true}
    text: Skerra has one lighthouse.
claims:
  - id: one-lighthouse
    text: There is one lighthouse on Skerra.
    appearances:
      - document: leaflet
        anchor:
          start: 0
          end: 25
          digest: 7149d6bdf046bd0d13d3a344d6bbc8338d65752549557cf542c3c238a97c6302
```
> the words at 0 to 25 are not those that the digest was taken of

## How to repair
The words that stand there now are shown. Where the offsets are wrong, `factcheck anchor DOCUMENT "words"` gives a
fresh anchor to paste; where the text has changed, find the passage again. `factcheck fix` does so where the words of
the digest stand at one other place.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import span_digest

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}


def check(view: View, settings: Settings) -> Iterator[Fault]:
    for pointer in view.pointers:
        digest, span = pointer.anchor.get("digest"), pointer.span
        if digest is None or span is None or span.end > len(view.text):
            continue
        words = span.of(view.text)
        if span_digest(words) != digest:
            yield Fault(
                message=f"the words at {span.start} to {span.end} are not those that the digest was taken of",
                at=(Target(kind=pointer.kind, record=pointer.record, path=(*pointer.path, "digest")),),
                cure="mend 'start' and 'end', or anchor the passage anew: factcheck anchor DOCUMENT \"words\"",
                words=words,
            )


CHECK = OnText(check=check)
