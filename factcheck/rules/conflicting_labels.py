"""One claim with two labels.

## What it asks
An annotator gives claims that are the same the same label. With the setting `key` as `text`, claims with the same text are the
same; with `evidence`, claims with the same text and the same evidence.

## Why
Fifteen statements of Climate-FEVER are SUPPORTS under one id and REFUTES under another: whichever a system says, it is
wrong once. Check-COVID labels pairs of claim and abstract, so it needs `evidence`: by text and document alone 494 pairs
would seem to conflict, with the sentences none does.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: flock, text: Skerra has sheep.}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: flock, annotator: ada, label: supported}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: flock, text: Skerra has sheep.}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: flock, annotator: ada, label: refuted}
```
> 'ada' calls claim 'flock' 'refuted' and the same claim 'sheep' 'supported'

## How to repair
Judge both again; or merge the two claims. Where the pair of claim and evidence is what is judged, set `key: evidence`.
"""

from typing import Any

from factcheck.labels import Level
from factcheck.rules.rule import OnCorpus, Query

LEVEL: Level = "error"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"key": "text"}


def _query(key: str, same: str) -> Query:
    # a window, not a join of the claims with themselves: by annotator alone that would pair every verdict with every other
    return Query(
        kind="verdicts",
        path=("label",),
        message="{annotator!r} calls claim {claim!r} {label!r} and the same claim {other!r} {other_label!r}",
        cure="judge both again, or merge the two claims",
        also=("verdicts", ("label",), "the other verdict"),
        when=("key", key),
        sql=f"""
            select judged.record, judged.claim, judged.annotator, judged.label,
                earlier.record as other_record, earlier.claim as other, earlier.label as other_label
            from (
                select verdicts.record, verdicts.claim, verdicts.annotator, verdicts.label,
                    min(verdicts.record) over (partition by verdicts.annotator, {same}) as first
                from verdicts join claims on verdicts.claim = claims.id
                where verdicts.label is not null and claims.text is not null
            ) as judged
            join verdicts as earlier on judged.first = earlier.record
            where judged.label <> earlier.label and judged.claim <> earlier.claim
        """,
    )


CHECK = OnCorpus(queries=(_query("text", "claims.text"), _query("evidence", "claims.text, claims.evidence_key")))
