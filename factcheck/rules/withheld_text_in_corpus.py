"""The words of a document that may not be passed on, in the corpus.

## What it asks
A text under `texts/`, or inline in a document record, belongs to a document whose rights say `redistribute: true`.

## Why
The documents belong to their publishers. A corpus that carries their words can be taken down, and takes every copy
with it.

## Passes
```yaml
documents:
  - id: leaflet
    rights: {redistribute: true, licence: CC0-1.0}
    text: Skerra has one lighthouse.
```

## Fails (1)
```yaml
documents:
  - id: leaflet
    text: Skerra has one lighthouse.
```
> the words of document 'leaflet' stand in the corpus, and its rights do not allow to pass them on

## How to repair
Take the text out of the corpus (and out of its history); keep it elsewhere and name that folder by `--documents`. If
the rights do allow it, say so in the document's `rights`, with the address where you read it.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.problems import Fault, Place, Target
from factcheck.rules.rule import Files, OnFiles, Settings

CURE = "keep the text outside the corpus and name its folder by --documents"

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}


def check(files: Files, settings: Settings) -> Iterator[Fault]:
    texts = {fact.digest: fact for fact in files.facts if fact.digest}
    for filed in files.records:
        if filed.kind != "documents" or (filed.value.get("rights") or {}).get("redistribute") is True:
            continue
        message = (
            f"the words of document {filed.value.get('id')!r} stand in the corpus, "
            "and its rights do not allow to pass them on"
        )
        if "text" in filed.value:
            yield Fault(message=message, at=(Target(kind="documents", record=filed.record, path=("text",)),), cure=CURE)
        if fact := texts.get(filed.value.get("sha256", "")):
            rights = Target(kind="documents", record=filed.record, path=("rights",), note="the rights of the document")
            yield Fault(message=message, at=(Place(file=fact.file), rights), cure=CURE)


CHECK = OnFiles(check=check)
