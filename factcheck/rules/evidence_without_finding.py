"""Evidence that does not say what was found.

## What it asks
Every piece of evidence has a `finding` in the annotator's own words, or the `text` of its source.

## Why
A citation alone is a promise: who reads the verdict must fetch the paper and guess which of its results was meant.

## Passes
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence: [{reference: census, finding: Counts 318 sheep.}]
```

## Fails (1)
```yaml
claims:
  - id: sheep
    text: Skerra has sheep.
    evidence: [{reference: census}]
```
> evidence 'census' has neither 'finding' nor 'text'

## How to repair
Write what the source found that bears on the claim, with its figures, in your own words.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.labels import Level
from factcheck.records.claim import evidence_key
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    for item, evidence in parts(record, "evidence"):
        if "finding" not in evidence and "text" not in evidence:
            message = f"evidence {evidence_key(evidence)!r} has neither 'finding' nor 'text'"
            yield Found(path=("evidence", item), message=message, cure="say in 'finding' what the source found")


CHECK = OnRecord(kinds=("claims",), check=check, of_whole=True)
