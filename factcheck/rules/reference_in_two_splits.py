"""One source in two splits.

## What it asks
Claims with evidence from one reference stand in one split.

## Why
What a system has read of a study in training is not new to it in the test.

## Passes
```yaml
references:
  - {id: census, type: report}
claims:
  - {id: sheep, text: Skerra has sheep., split: train, evidence: [{reference: census}]}
  - {id: goats, text: Skerra has goats., split: train, evidence: [{reference: census}]}
```

## Fails (1)
```yaml
references:
  - {id: census, type: report}
claims:
  - {id: sheep, text: Skerra has sheep., split: train, evidence: [{reference: census}]}
  - {id: goats, text: Skerra has goats., split: test, evidence: [{reference: census}]}
```
> reference 'census' is evidence in split 'test', and in split 'train' too

## How to repair
Give both the same split, or take one out.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query
from factcheck.tables.relations import leaks

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("evidence", "{item}", "reference"),
            message="reference {name!r} is evidence in split {split!r}, and in split {first_split!r} too",
            cure="give both claims one split, or accept it with a reason in dataset.yaml",
            also=("claims", ("evidence", "{other_item}", "reference"), "in split {first_split!r} here"),
            sql=leaks("reference"),
        ),
    )
)
