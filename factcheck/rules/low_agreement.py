"""Annotators agree less than the corpus asks of itself.

## What it asks
Krippendorff's alpha of the verdicts is at least what the settings `label`, `stance` and `certainty` say. A part whose
setting is -1, as each is if nothing is said, is not asked: no alpha is lower. Adjudications are no votes.

## Why
Where annotators agree no better than chance, a label says who judged and not what is so. What is enough is for the
corpus to say before it is judged, so there is no threshold by default.

## Passes
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: ben, label: supported}
  - {claim: goats, annotator: ada, label: refuted}
  - {claim: goats, annotator: ben, label: refuted}
dataset:
  rules: {low-agreement: {reason: "what we asked of ourselves", settings: {label: 0.667}}}
```

## Fails (1)
```yaml
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: ben, label: refuted}
  - {claim: goats, annotator: ada, label: refuted}
  - {claim: goats, annotator: ben, label: refuted}
dataset:
  rules: {low-agreement: {reason: "what we asked of ourselves", settings: {label: 0.667}}}
```
> alpha of the label is 0.000 on 2 units: less than 0.667

## How to repair
Find what the annotators understand differently (`factcheck agreement` shows who), mend the guidelines, and judge again. A lower
threshold set afterwards is no repair.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.labels import JUDGED_PARTS, Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnTables, Settings
from factcheck.tables.table import Table

if TYPE_CHECKING:
    from factcheck.metrics.agreement import Vote

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"label": -1.0, "stance": -1.0, "certainty": -1.0}


def check(tables: Mapping[str, Table], settings: Settings) -> Iterator[Fault]:
    for part in JUDGED_PARTS:
        if settings[part] <= -1:
            continue
        # numpy takes long to import, and no corpus without a threshold asks for it
        metrics = import_module("factcheck.metrics.agreement")
        found = metrics.agreement(list(_votes(tables, part, metrics.Vote)))
        if found.alpha is not None and found.alpha < settings[part]:
            yield Fault(
                message=f"alpha of the {part} is {metrics.figure(found.alpha)} on {found.units} units: "
                f"less than {settings[part]}",
                at=(Target(kind="dataset", record=0, path=("rules", "low-agreement")),),
                cure="find what annotators understand differently, and judge again",
            )


def _votes(tables: Mapping[str, Table], part: str, vote: "type[Vote]") -> "Iterator[Vote]":
    """Yield the votes on a part of verdicts; of two that an annotator gave on one unit, the first."""
    table = tables["stances" if part == "stance" else "verdicts"]
    unit = ("claim", "evidence") if part == "stance" else ("claim",)
    seen = set()
    for row in table.picked("kind", "annotator", part, *unit):
        name = (row["annotator"], *(row[key] for key in unit))
        if row["kind"] == "verdicts" and None not in name and row[part] and name not in seen:
            seen.add(name)
            yield vote(name[1:], row["annotator"], row[part])


CHECK = OnTables(check=check)
