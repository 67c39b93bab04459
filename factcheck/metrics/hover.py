"""HoVer.

Whether many-hop claims are supported, and which sentences say so.

- *Paper:* Jiang et al. (2020), HoVer: A Dataset for Many-Hop Fact Extraction And Claim Verification, Findings of EMNLP;
  the scorers are `hover_verif_metrics.py` and `hover_sent_metrics.py` of `hover-nlp/hover`.
- *Gold:* HoVer's own file: `uid`, `label`, `supporting_facts`, a list of `[title, sentence]`.
- *Predictions:* one mapping from `uid` to `{"predicted_label": ..., "predicted_sp": [[title, sentence], ...]}`, or rows with
  `uid`; sentences in the order in which they were ranked.
- *Settings:* `parts`: `both`, `label` (there is no evidence) or `evidence` (there are no labels).

Figures, shares where the official scorers print per cent:

- `accuracy`: the share of claims whose label is right.
- `evidence_exact`: the share of claims whose predicted sentences are the gold ones, no more and no less.
- `evidence_f1`: the mean over the claims of the F1 of the predicted sentences.
- `hover_score`: the share of claims whose label is right and for which a gold sentence of each gold title is predicted
  (section 5.5 of the paper). As https://hover-nlp.github.io says, for a claim of k hops only the first k + 1 titles that are
  predicted count, and of each only the first two sentences: give the best first. No published scorer computes it.

A figure is undefined where `parts` leaves out what it needs. Titles are compared in Unicode's NFD, as the official scorer does.

What the official scorers do, and we:

- They pass over claims without a prediction and predictions without a claim, so that the mean is over fewer.
  Both are errors; compat passes over them.
- A predicted sentence that is repeated counts each time. It counts once; compat counts it each time.
- They compare labels as they are: an unknown one is wrong. It is an error; compat counts it as wrong.
- Without any prediction they stop (ZeroDivisionError). It is an error.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np

from factcheck.metrics.fever import read_label
from factcheck.metrics.metric import Identity, Note, OneOf, Plain, Settings, got, is_whole
from factcheck.metrics.tally import Figures, Sums, Tally, column, ratio
from factcheck.records.corpus import Corpus

SETTINGS = {"parts": OneOf(default="both", words=("both", "label", "evidence"))}
ID = Identity(field="uid", official="id", is_keyed=True)

LABELS = ("SUPPORTED", "NOT_SUPPORTED")
COLUMNS = ("labels", "right", "evidences", "exact", "f1", "both", "hover")

MORE_TITLES = 1
SENTENCES = 2
"""Of each title that counts, how many sentences do; of titles, so many more than a claim has hops."""

Sentence = tuple[str, int]


@attrs.frozen
class Hops:
    """A claim's label, and the sentences that decide it."""

    label: str
    sentences: tuple[Sentence, ...]


def read_gold(row: Plain, settings: Settings, note: Note) -> Hops:
    """Return the label and the sentences of a gold row."""
    return _read(row, "label", "supporting_facts", settings, note)


def read_prediction(row: Plain, settings: Settings, note: Note) -> Hops:
    """Return the label and the sentences of a predicted row, as far as they count."""
    found = _read(row, "predicted_label", "predicted_sp", settings, note)
    return found if settings["compat"] else attrs.evolve(found, sentences=tuple(dict.fromkeys(found.sentences)))


def _read(row: Plain, label: str, evidence: str, settings: Settings, note: Note) -> Hops:
    found = "" if settings["parts"] == "evidence" else _label(row, label, settings, note)
    return Hops(found, () if settings["parts"] == "label" else _sentences(row, evidence, note))


def _label(row: Plain, field: str, settings: Settings, note: Note) -> str:
    if settings["compat"] and isinstance(row.get(field), str):
        return str(row[field])
    return read_label(row, field, LABELS, {**settings, "compat": False}, note)


def _sentences(row: Plain, field: str, note: Note) -> tuple[Sentence, ...]:
    given = row.get(field)
    if not isinstance(given, list):
        note((field,) if field in row else (), f"{field} must be a list of [title, sentence] ({got(row, field)})")
        return ()
    for place, one in enumerate(given):
        if not _is_sentence(one):
            note((field, place), f"a sentence is [title, number] (got {one!r})")
            return ()
    return tuple((unicodedata.normalize("NFD", title), number) for title, number in given)


def _is_sentence(one: Any) -> bool:
    return isinstance(one, list) and len(one) == 2 and isinstance(one[0], str) and is_whole(one[1])


def gold_rows(corpus: Corpus) -> None:
    """Return that a corpus of ours says nothing of hops."""
    return


def tally(ids: Sequence[str], pairs: Sequence[tuple[Hops, Hops]], settings: Settings) -> Tally:
    """Return what each claim adds to the sums."""
    has_label, has_evidence = settings["parts"] != "evidence", settings["parts"] != "label"
    kept = np.array([has_label, has_label, has_evidence, has_evidence, has_evidence] + [has_label and has_evidence] * 2)
    return Tally(
        ids=tuple(ids),
        columns=COLUMNS,
        values=np.array([_added(gold, predicted) for gold, predicted in pairs], dtype=np.float64) * kept,
        figures=figures,
        gold=tuple(gold.label for gold, _ in pairs) if has_label else (),
        predicted=tuple(predicted.label for _, predicted in pairs) if has_label else (),
    )


def _added(gold: Hops, predicted: Hops) -> tuple[float, ...]:
    right = gold.label == predicted.label
    known = set(predicted.sentences)
    titles = {title for title, _ in gold.sentences}  # a title is a hop: so it is in all 4,000 claims of the dev file
    reached = {title for title, _ in _foremost(predicted.sentences, len(titles) + MORE_TITLES) & set(gold.sentences)}
    is_exact = len(gold.sentences) == len(predicted.sentences) and known.issuperset(gold.sentences)
    return (1.0, right, 1.0, is_exact, _f1(gold.sentences, predicted.sentences), 1.0, right and titles == reached)


def _foremost(sentences: Sequence[Sentence], most: int) -> set[Sentence]:
    """Return the first sentences of each of the first ``most`` titles."""
    by_title: dict[str, list[Sentence]] = {}
    for one in dict.fromkeys(sentences):
        by_title.setdefault(one[0], []).append(one)
    return {one for found in list(by_title.values())[:most] for one in found[:SENTENCES]}


def _f1(gold: Sequence[Sentence], predicted: Sequence[Sentence]) -> float:
    """Return the F1 of two bags; 1 where both are empty."""
    if not gold and not predicted:
        return 1.0
    shared = (Counter(gold) & Counter(predicted)).total()
    return 2 * shared / (len(gold) + len(predicted))


def figures(sums: Sums) -> Figures:
    """Return the figures that sums make."""
    labels, right, evidences, exact, f1, both, hover = (column(sums, COLUMNS, name) for name in COLUMNS)
    return {
        "accuracy": ratio(right, labels),
        "evidence_exact": ratio(exact, evidences),
        "evidence_f1": ratio(f1, evidences),
        "hover_score": ratio(hover, both),
    }
