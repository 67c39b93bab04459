"""A quotation that is not what the document says.

## What it asks
The `quote` of an anchor stands in the words between its offsets, or, without offsets, somewhere in its document:
letter by letter. Where it stands only more loosely, the message says how: with white space aside, with compatibility
forms aside (ligatures, full-width letters), or with words left out at an ellipsis. Digits, signs, brackets and
negations are never taken for one another.

## Why
30 of the 311 sentences in Factcheck-GPT are not in the answer that they were taken from. What a normaliser forgives,
a reader may not: 10² and 102 are the same to one that folds digits.

## Passes
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: Skerra has 318 sheep.}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {quote: has 318 sheep}}]}
```

## Fails (2)
```yaml
documents:
  - {id: leaflet, rights: {redistribute: true}, text: Skerra has 318 sheep.}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {quote: has no sheep}}]}
  - {id: flock, text: Skerra has 318 sheep., appearances: [{document: leaflet, anchor: {quote: Skerra ... 318 sheep}}]}
```
> the quote is not in its document
> the quote is in its document only with words left out at its ellipsis

## How to repair
Copy the words from the document. For a longer passage anchor it whole and leave the quote out.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnText, Settings, View
from factcheck.text import normal_form

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_ELLIPSIS = re.compile(r"\[\s*(?:\.\.\.|\u2026)\s*\]|\.\.\.|\u2026")


def check(view: View, settings: Settings) -> Iterator[Fault]:
    for pointer in view.pointers:
        quote, span = pointer.anchor.get("quote"), pointer.span
        if quote is None or (span and span.end > len(view.text)):
            continue
        words = span.of(view.text) if span else view.text
        how = _found(quote, words)
        if how != "exactly":
            where = f"the words at {span.start} to {span.end}" if span else "its document"
            yield Fault(
                message=f"the quote is in {where} only {how}" if how else f"the quote is not in {where}",
                at=(Target(kind=pointer.kind, record=pointer.record, path=(*pointer.path, "quote")),),
                cure="copy the words from the document",
                words=words if span else None,
            )


def _found(quote: str, words: str) -> str | None:
    """Return how the quote is found, the strictest way first; None where it is not."""
    if quote in words:
        return "exactly"
    if normal_form(quote).strip() in normal_form(words):
        return "with white space and composed letters aside"
    haystack = _compatible(words)
    if _compatible(quote).strip() in haystack:
        return "with compatibility forms aside"
    if _stand_in_order([_compatible(part).strip() for part in _ELLIPSIS.split(quote)], haystack):
        return "with words left out at its ellipsis"
    return None


def _stand_in_order(parts: list[str], haystack: str) -> bool:
    at = 0
    for part in filter(None, parts):
        at = haystack.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(parts) > 1 and any(parts)


def _compatible(text: str) -> str:
    normal = normal_form(text)
    return normal if normal.isascii() else normal_form("".join(_letter(character) for character in normal))


@cache
def _letter(character: str) -> str:
    """Fold a character to its compatibility form, unless that would make a digit, a sign or a bracket of it."""
    form = unicodedata.normalize("NFKC", character)
    is_kept = any(unicodedata.category(part)[0] in "NS" or unicodedata.category(part) in ("Ps", "Pe") for part in form)
    return character if is_kept else form


CHECK = OnText(check=check)
