"""A claim that appears where, by the passages, nothing is to be checked.

## What it asks
An anchored appearance overlaps at least one passage of status checkable, where all the passages that it overlaps have
a status.

## Why
Either the passage makes a claim and its status is wrong, or the anchor is: one of the two readings of the page is not
so.

## Passes
```yaml
documents:
  - {id: leaflet, passages: [{start: 0, end: 18, status: checkable}, {start: 18, end: 40, status: opinion}]}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 0, end: 22}}]}
```

## Fails (1)
```yaml
documents:
  - {id: leaflet, passages: [{start: 0, end: 18, status: checkable}, {start: 18, end: 40, status: opinion}]}
claims:
  - {id: sheep, text: Skerra has sheep., appearances: [{document: leaflet, anchor: {start: 20, end: 40}}]}
```
> claim 'sheep' appears in a passage that is left out as 'opinion'

## How to repair
Set the passage's status to checkable, or mend the anchor.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "off"
SETTINGS: dict[str, Any] = {}

_OVERLAPPING = """
    from appearances
    join passages on appearances.document = passages.document
    where appearances."start" < passages."end" and passages."start" < appearances."end"
"""

CHECK = OnCorpus(
    queries=(
        Query(
            kind="claims",
            path=("appearances", "{item}", "anchor"),
            message="claim {claim!r} appears in a passage that is left out as {status!r}",
            cure="call the passage checkable, or mend the anchor",
            also=("documents", ("passages", "{passage}", "status"), "the passage"),
            sql=f"""
                select left_out.*
                from (
                    select
                        appearances.record, appearances.item, appearances.claim, passages.record as other_record,
                        min(passages.item) as passage, min(passages.status) as status
                    {_OVERLAPPING}
                    group by appearances.record, appearances.item, appearances.claim, passages.record
                ) as left_out
                left join (
                    select appearances.record, appearances.item
                    {_OVERLAPPING} and (passages.status = 'checkable' or passages.status is null)
                    group by appearances.record, appearances.item
                ) as kept
                on left_out.record = kept.record and left_out.item = kept.item
                where kept.record is null
            """,
        ),
    )
)
