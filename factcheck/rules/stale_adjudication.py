"""An adjudication of verdicts that are no longer these.

## What it asks
`considered` names every annotator who judged the claim and nobody else, and gives the label and certainty that their
verdicts have now.

## Why
What was settled is then not what the annotators say: a verdict that came later, or was changed, was never weighed.

## Passes
```yaml
annotators:
  - {id: ada, kind: person}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
adjudications:
  - {claim: sheep, annotator: cleo, label: supported, considered: {ada: {label: supported}}}
```

## Fails (3)
```yaml
annotators:
  - {id: ada, kind: person}
  - {id: ben, kind: person}
  - {id: dora, kind: person}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: sheep, annotator: dora, label: supported}
adjudications:
  - claim: sheep
    annotator: cleo
    label: supported
    considered: {ada: {label: refuted}, ben: {label: refuted}}
```
> the verdict of 'dora' was not considered
> 'ada' was considered as saying 'refuted' and says 'supported' now
> 'ben' was considered and has given no verdict on claim 'sheep'

## How to repair
Read the verdicts anew, decide anew, and set `considered` to what they say.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "error"
SETTINGS: dict[str, Any] = {}

_CURE = "weigh the verdicts anew, and set 'considered' to what they say"

_UNSEEN = Query(
    kind="adjudications",
    path=("considered",),
    message="the verdict of {annotator!r} was not considered",
    cure=_CURE,
    also=("verdicts", (), "the verdict"),
    absent=("adjudications",),
    sql="""
        select adjudications.record, verdicts.annotator, verdicts.record as other_record
        from adjudications
        join verdicts on adjudications.claim = verdicts.claim
        left join considered on adjudications.record = considered.record and verdicts.annotator = considered.annotator
        where verdicts.annotator is not null and considered.annotator is null
    """,
)


def _changed(column: str, message: str, condition: str) -> Query:
    return Query(
        kind="adjudications",
        path=("considered", "{annotator}", column) if column == "label" else ("considered", "{annotator}"),
        message=message,
        cure=_CURE,
        also=("verdicts", (column,), "the verdict"),
        sql=f"""
            select considered.*, verdicts.label as now, verdicts.record as other_record
            from considered
            join verdicts on considered.claim = verdicts.claim and considered.annotator = verdicts.annotator
            where {condition}
        """,
    )


_LABEL = _changed(
    "label",
    "{annotator!r} was considered as saying {label!r} and says {now!r} now",
    "considered.label <> verdicts.label",
)
_CERTAINTY = _changed(
    "certainty",
    "the certainty of {annotator!r} is no longer the one that was considered",
    """considered.label = verdicts.label and (
        considered.certainty <> verdicts.certainty
        or considered.certainty is null and verdicts.certainty is not null
        or considered.certainty is not null and verdicts.certainty is null
    )""",
)
_UNGIVEN = Query(
    kind="adjudications",
    path=("considered", "{annotator}"),
    on_key=True,
    message="{annotator!r} was considered and has given no verdict on claim {claim!r}",
    cure=_CURE,
    absent=("verdicts",),
    sought="claim",
    sql="""
        select considered.*
        from considered
        join (select id from annotators group by id) as known on considered.annotator = known.id
        left join verdicts on considered.claim = verdicts.claim and considered.annotator = verdicts.annotator
        where verdicts.annotator is null
    """,
)

CHECK = OnCorpus(queries=(_UNSEEN, _LABEL, _CERTAINTY, _UNGIVEN))
