"""Labels alone.

Plain classification figures for any vocabulary of labels, from their confusion counts.

- *Papers:* Matthews (1975) for MCC, in Gorodkin's form for more than two labels (2004, Computational Biology and Chemistry 28);
  Brodersen et al. (2010), The balanced accuracy and its posterior distribution, ICPR.
- *Gold:* `id`, `label`, a string, a whole number, true or false; or a corpus: the gold label of each claim.
- *Predictions:* `id`, `predicted_label`.
- *Settings:* `labels`: the vocabulary, with commas between; left out, it is what labels the gold has.

Figures:

- `accuracy`: the share of items whose label is right.
- `macro_f1`: the mean F1 of the labels that gold or predictions have; `weighted_f1`: weighted by how often the gold has them.
- `balanced_accuracy`: the mean recall of the labels that the gold has.
- `mcc`: Matthews' correlation coefficient; undefined where gold or predictions have one label only.
- `precision[L]`, `recall[L]`, `f1[L]` for each label; undefined where L is never predicted (precision), is not in the gold
  (recall), or both (F1).

There is no official scorer; the figures are those of scikit-learn wherever they are defined (it says 0 where they are not).
A label outside the vocabulary is an error: name in `labels` what a small gold happens to lack.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from factcheck.gold import gold_verdicts
from factcheck.labels import LABELS
from factcheck.metrics.metric import Identity, Note, Plain, Settings, Unfit, Words, got, is_whole, said
from factcheck.metrics.tally import Figures, Sums, Tally, ratio
from factcheck.naming import did_you_mean
from factcheck.records.corpus import Corpus

SETTINGS = {"labels": Words()}
ID = Identity(official=None)


def read_gold(row: Plain, settings: Settings, note: Note) -> str:
    """Return the label of a gold row."""
    return any_label(row, "label", note)


def read_prediction(row: Plain, settings: Settings, note: Note) -> str:
    """Return the label of a predicted row."""
    return any_label(row, "predicted_label", note)


def any_label(row: Plain, field: str, note: Note) -> str:
    """Return a label of any vocabulary as it is shown: a string as it is, any other as JSON writes it."""
    label = row.get(field)
    if isinstance(label, bool):
        return "true" if label else "false"
    if is_whole(label) or (isinstance(label, str) and label):
        return str(label)
    path = (field,) if field in row else ()
    note(path, f"{field} must be a string, a whole number, true or false ({got(row, field)})", rule="unknown-label")
    return ""


def gold_rows(corpus: Corpus) -> Iterator[Plain]:
    """Yield the gold label of each claim of a corpus that has one."""
    for name, gold in gold_verdicts(corpus).items():
        if gold is not None:
            yield {"id": name, "label": gold.label}


def tally(ids: Sequence[str], pairs: Sequence[tuple[str, str]], settings: Settings) -> Tally:
    """Return what each item adds to the confusion counts: one, in the row of its gold label, in the column of its predicted one.

    Raises:
        Unfit: a predicted label is not in the vocabulary.
    """
    check_known([predicted for _, predicted in pairs], _vocabulary(pairs, settings["labels"]), "predicted_label")
    labels = sorted({label for pair in pairs for label in pair})
    return Tally(
        ids=tuple(ids),
        columns=tuple(f"{gold} as {predicted}" for gold in labels for predicted in labels),
        values=confusions(pairs, labels),
        figures=partial(figures, labels),
        gold=tuple(gold for gold, _ in pairs),
        predicted=tuple(predicted for _, predicted in pairs),
    )


def _vocabulary(pairs: Sequence[tuple[str, str]], given: str | Sequence[str]) -> list[str]:
    """Return the labels that there may be; those of our records where the gold has no other."""
    named = given.split(",") if isinstance(given, str) else given
    known = {*(word.strip() for word in named), *(gold for gold, _ in pairs)}
    return [*LABELS] if known <= LABELS.keys() else sorted(known)


def check_known(predicted: Sequence[str], known: Sequence[str], field: str) -> None:
    """Refuse labels that are none of those known.

    Raises:
        Unfit: there is one.
    """
    found = {
        item: ((field,), f"{field} must be one of {said(known)} (got {label!r}{did_you_mean(label, known)})")
        for item, label in enumerate(predicted)
        if label not in known
    }
    if found:
        raise Unfit("unknown-label", found)


def confusions(pairs: Sequence[tuple[str, str]], labels: Sequence[str]) -> Sums:
    """Return one row an item, one column a pair of gold and predicted label: 1 where the item is that pair."""
    place = {label: number for number, label in enumerate(labels)}
    values = np.zeros((len(pairs), len(labels) ** 2))
    cells = [place[gold] * len(labels) + place[predicted] for gold, predicted in pairs]
    values[np.arange(len(pairs)), cells] = 1.0
    return values


def figures(labels: Sequence[str], sums: Sums) -> Figures:
    """Return the figures that confusion counts make."""
    counts = sums.reshape(*sums.shape[:-1], len(labels), len(labels))
    right = np.diagonal(counts, axis1=-2, axis2=-1)
    gold, predicted = counts.sum(axis=-1), counts.sum(axis=-2)
    precision, recall, f1 = ratio(right, predicted), ratio(right, gold), ratio(2 * right, gold + predicted)
    items = counts.sum(axis=(-2, -1))
    found = {
        "accuracy": ratio(right.sum(axis=-1), items),
        "macro_f1": mean_of_defined(f1),
        "weighted_f1": ratio((np.nan_to_num(f1) * gold).sum(axis=-1), items),
        "balanced_accuracy": mean_of_defined(recall),
        "mcc": _mcc(right, gold, predicted, items),
    }
    for number, label in enumerate(labels):
        found[f"precision[{label}]"] = precision[..., number]
        found[f"recall[{label}]"] = recall[..., number]
        found[f"f1[{label}]"] = f1[..., number]
    return found


def mean_of_defined(values: Sums) -> Sums:
    """Return the mean over the last axis of the values that are defined; undefined where none is."""
    return ratio(np.nan_to_num(values).sum(axis=-1), (~np.isnan(values)).sum(axis=-1).astype(np.float64))


def _mcc(right: Sums, gold: Sums, predicted: Sums, items: Any) -> Sums:
    covariance = right.sum(axis=-1) * items - (gold * predicted).sum(axis=-1)
    spread = (items**2 - (gold**2).sum(axis=-1)) * (items**2 - (predicted**2).sum(axis=-1))
    return ratio(covariance, np.sqrt(spread))
