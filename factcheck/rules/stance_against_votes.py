"""A stance that the votes do not bear out.

## What it asks
Where a piece of evidence carries `votes`, the stance that a verdict gives it has more of them than any other.

## Why
In Climate-FEVER 575 sentences have one vote for and one against, and are stored as undecided: how a tie was broken is written
nowhere, so nobody can compute the label again.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{id: census, votes: {supports: 2, refutes: 1}}]}
verdicts:
  - {claim: sheep, annotator: published, label: supported, stances: {census: supports}}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep., evidence: [{id: census, votes: {supports: 1, refutes: 1}}]}
verdicts:
  - {claim: sheep, annotator: published, label: supported, stances: {census: supports}}
```
> stance 'supports' on 'census' has 1 of the votes, and 'refutes' has 1

## How to repair
Mend the stance or the votes; or say in the card how ties are broken, and turn the rule off with that reason.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {}

_OTHERS = """
    from stances
    join votes as others on stances.claim = others.claim and stances.evidence = others.evidence
    left join votes as own
    on stances.claim = own.claim and stances.evidence = own.evidence and stances.stance = own.stance
"""
_COLUMNS = "stances.kind, stances.record, stances.evidence, stances.stance"


def _query(message: str, own: str, condition: str) -> Query:
    return Query(
        path=("stances", "{evidence}"),
        message=message,
        cure="mend the stance or the votes, or say how ties are broken",
        sql=f"""
            select {_COLUMNS}, {own} min(others.stance) as other, max(others.count) as count
            {_OTHERS}
            where others.stance <> stances.stance and others.count > 0 and {condition}
            group by {_COLUMNS}
        """,
    )


CHECK = OnCorpus(
    queries=(
        _query(
            "stance {stance!r} on {evidence!r} has {own} of the votes, and {other!r} has {count}",
            "max(own.count) as own,",
            "others.count >= own.count",
        ),
        _query(
            "stance {stance!r} on {evidence!r} has none of the votes, and {other!r} has {count}",
            "",
            "own.count is null",
        ),
    )
)
