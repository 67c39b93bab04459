"""Labels that can be told without looking at the evidence.

## What it asks
A bag of the words of the claims alone, their length alone, and the words of the evidence alone each find the label at
most `claim`, `length` and `evidence` more often than whoever always says the commonest label (0.1: ten of a hundred).
Each is a naive Bayes classifier, cross-validated in five parts; claims of one family, document or text are in one part.
Of more than `most` claims, that many are drawn, by the hash of their ids. Of fewer than `at_least` judged claims
nothing is said: by chance alone some words would seem to tell.

## Why
A model that sees the claim alone finds 61.7 of a hundred labels of FEVER, where 33.3 is chance (Schuster et al. 2019, arXiv
1908.05267): claims that were made false by somebody who wrote 'not' or 'only' into them are known by these words. Whoever is
trained on them learns the words.

## Passes
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: goats, text: Skerra has goats.}
  - {id: geese, text: Skerra has geese.}
  - {id: hens, text: Skerra has hens.}
  - {id: ducks, text: Skerra has ducks.}
  - {id: cows, text: Skerra has cows.}
  - {id: dogs, text: Skerra has dogs.}
  - {id: cats, text: Skerra has cats.}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: goats, annotator: ada, label: refuted}
  - {claim: geese, annotator: ada, label: supported}
  - {claim: hens, annotator: ada, label: refuted}
  - {claim: ducks, annotator: ada, label: supported}
  - {claim: cows, annotator: ada, label: refuted}
  - {claim: dogs, annotator: ada, label: supported}
  - {claim: cats, annotator: ada, label: refuted}
dataset:
  rules: {label-given-away: {reason: "an example", settings: {at_least: 8, length: 1}}}
```

## Fails (1)
```yaml
claims:
  - {id: sheep, text: Skerra has sheep.}
  - {id: goats, text: Skerra has only goats.}
  - {id: geese, text: Skerra has geese.}
  - {id: hens, text: Skerra has only hens.}
  - {id: ducks, text: Skerra has ducks.}
  - {id: cows, text: Skerra has only cows.}
  - {id: dogs, text: Skerra has dogs.}
  - {id: cats, text: Skerra has only cats.}
verdicts:
  - {claim: sheep, annotator: ada, label: supported}
  - {claim: goats, annotator: ada, label: refuted}
  - {claim: geese, annotator: ada, label: supported}
  - {claim: hens, annotator: ada, label: refuted}
  - {claim: ducks, annotator: ada, label: supported}
  - {claim: cows, annotator: ada, label: refuted}
  - {claim: dogs, annotator: ada, label: supported}
  - {claim: cats, annotator: ada, label: refuted}
dataset:
  rules: {label-given-away: {reason: "an example", settings: {at_least: 8, length: 1}}}
```
> the words of the claims alone find 1.000 of 8 labels, the commonest label 0.500; 'only' (1.00 refuted)

## How to repair
Write claims of each label in the same way: a counter-claim made by a word has its opposite made so too. Where the
claims are as they were found, say in the card what a claim-only baseline reaches, and set the rule's level with that
reason.
"""

import hashlib
from collections.abc import Hashable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.labels import Level
from factcheck.problems import Fault, Target
from factcheck.rules.rule import OnTables, Settings
from factcheck.tables.table import Table
from factcheck.text import folded

if TYPE_CHECKING:
    from factcheck.metrics.giveaways import GiveAway

LEVEL: Level = "warning"
IMPORTED: Level = "warning"
SETTINGS: dict[str, Any] = {"at_least": 500, "most": 10_000, "claim": 0.1, "length": 0.1, "evidence": 0.1}

_MEASURE = "factcheck.metrics.giveaways"
"""Found by name, and only where there is enough to measure: scikit-learn takes a second to import."""


def check(tables: Mapping[str, Table], settings: Settings) -> Iterator[Fault]:
    labels = _labels(tables)
    if len(labels) < settings["at_least"]:
        return
    measure = import_module(_MEASURE)
    drawn = sorted(labels, key=_hash)[: settings["most"]]
    texts, shared = _claims(tables)
    asked = [claim for claim in drawn if claim in texts]
    groups = dict(zip(asked, measure.together(shared[claim] for claim in asked), strict=True))
    evidence = _evidence(tables)
    proved = [claim for claim in asked if claim in evidence]
    for part, claims, said, finding in (
        ("claim", asked, texts, measure.of_words),
        ("length", asked, texts, measure.of_length),
        ("evidence", proved, evidence, measure.of_words),
    ):
        if len(claims) >= min(settings["at_least"], settings["most"]):
            found = finding([said[claim] for claim in claims], [labels[c] for c in claims], [groups[c] for c in claims])
            if found and found.accuracy - found.majority > settings[part]:
                yield _fault(part, found)


_SAID = {
    "claim": "the words of the claims",
    "length": "the lengths of the claims",
    "evidence": "the words of the evidence",
}


def _fault(part: str, found: "GiveAway") -> Fault:
    cues = ", ".join(f"{cue.word!r} ({cue.share:.2f} {cue.label})" for cue in found.cues)
    message = f"{_SAID[part]} alone find {found.accuracy:.3f} of {found.texts} labels, the commonest label {found.majority:.3f}"
    return Fault(
        message=f"{message}; {cues}" if cues else message,
        at=(Target(kind="dataset", record=0),),
        cure="write claims of each label in the same way, or say in dataset.yaml why this set is as it is",
    )


def _hash(name: str) -> bytes:
    return hashlib.sha256(f"label-given-away {name}".encode()).digest()


def _labels(tables: Mapping[str, Table]) -> dict[str, str]:
    """Return the label of each claim: the adjudicated one, else the one that all verdicts give."""
    given: dict[str, set[str]] = {}
    settled: dict[str, str] = {}
    for row in tables["judgements"].picked("kind", "claim", "label"):
        if row["claim"] and row["label"]:
            given.setdefault(row["claim"], set()).add(row["label"])
            if row["kind"] == "adjudications":
                settled[row["claim"]] = row["label"]
    return {claim: min(labels) for claim, labels in given.items() if len(labels) == 1} | settled


def _claims(tables: Mapping[str, Table]) -> tuple[dict[str, str], dict[str, list[Hashable]]]:
    """Return the text of each claim, and what may tie it to others."""
    texts: dict[str, str] = {}
    shared: dict[str, list[Hashable]] = {}
    for row in tables["claims"].picked("id", "text", "family"):
        if row["id"] and row["text"]:
            texts[row["id"]] = row["text"]
            shared[row["id"]] = [("text", folded(row["text"])), *([("family", row["family"])] if row["family"] else [])]
    for row in tables["appearances"].picked("claim", "document", "url"):
        if row["claim"] in shared and (row["document"] or row["url"]):
            shared[row["claim"]].append(("page", row["document"] or row["url"]))
    return texts, shared


def _evidence(tables: Mapping[str, Table]) -> dict[str, str]:
    words: dict[str, list[str]] = {}
    for row in tables["evidence"].picked("claim", "finding", "text"):
        words.setdefault(row["claim"], []).extend(said for said in (row["finding"], row["text"]) if said)
    return {claim: " ".join(said) for claim, said in words.items() if said}


CHECK = OnTables(check=check)
