"""A finding that judges the claim.

## What it asks
What a source found is said without a word on the claim. This is a rule of thumb: it looks for the words of its setting `words`,
separated by commas, letter case aside.

## Why
A finding is what the source says; what that means for the claim is the annotator's to say, in `stances` and
`rationale`. Whoever reads 'contrary to the claim' among the evidence is told the label before they judge.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has 400 sheep., evidence: [{reference: census, finding: Counts 318 sheep.}]}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has 400 sheep., evidence: [{reference: census, finding: "Contrary to the claim, 318 sheep."}]}
```
> the finding says 'Contrary to the claim': it judges

## How to repair
Say what was found, with its figures, and move the judgement to the rationale of the verdict.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import Found, OnRecord, Plain, Settings, parts

LEVEL: Level = "warning"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {
    "words": "contrary to the claim, contradicts the claim, refutes the claim, disproves the claim, supports the claim, "
    "confirms the claim, as claimed, the claim is, this claim, debunks, debunked"
}


def check(kind: str, record: Plain, settings: Settings) -> Iterator[Found]:
    judging = _judging(settings["words"])
    for item, part in parts(record, "evidence"):
        found = judging.search(part.get("finding") or "")
        if found:
            yield Found(
                path=("evidence", item, "finding"),
                message=f"the finding says {found[0]!r}: it judges",
                cure="say what was found, and judge in the rationale",
            )


@cache
def _judging(words: str) -> re.Pattern[str]:
    known = [r"\s+".join(map(re.escape, word.split())) for word in words.split(",") if word.strip()]
    return re.compile(rf"\b(?:{'|'.join(known)})\b" if known else r"(?!)", re.IGNORECASE)


CHECK = OnRecord(kinds=("claims",), check=check)
