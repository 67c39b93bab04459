"""LLM-AggreFact.

Balanced accuracy of yes-or-no judgements, for each subset and as the mean over the subsets.

- *Paper:* Tang, Laban and Durrett (2024), MiniCheck: Efficient Fact-Checking of LLMs on Grounding Documents, EMNLP.
- *Gold:* LLM-AggreFact's own rows: `dataset`, `label` (1 supported, 0 not), `claim`; `id` where you give one.
- *Predictions:* `predicted_label`, 0 or 1; with the `id` of the gold, or in the gold's order.

Figures:

- `balanced_accuracy`: the mean of those of the subsets.
- `balanced_accuracy[D]` for each subset D: the mean of the shares of supported claims and of the others that are judged rightly;
  where the gold of a subset has one label only, the share of that (as scikit-learn does).

The dataset has no ids, so rows pair by position while none is given; rows that both have a `claim` must have the same.
The official figures are scikit-learn's `balanced_accuracy_score` for each subset; nothing differs with compat.
"""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from factcheck.metrics.labels import mean_of_defined
from factcheck.metrics.metric import Identity, Note, Plain, Setting, Settings, got, is_whole
from factcheck.metrics.tally import Figures, Sums, Tally, ratio
from factcheck.records.corpus import Corpus

SETTINGS: Mapping[str, Setting] = {}
ID = Identity(in_files=False)

_PARTS = ("not", "not_right", "supported", "supported_right")


def read_gold(row: Plain, settings: Settings, note: Note) -> tuple[str, int]:
    """Return the subset and the label of a gold row."""
    subset = row.get("dataset")
    if not isinstance(subset, str) or not subset:
        note(("dataset",) if "dataset" in row else (), f"dataset must be the name of a subset ({got(row, 'dataset')})")
        subset = ""
    return subset, _label(row, "label", note)


def read_prediction(row: Plain, settings: Settings, note: Note) -> int:
    """Return the label of a predicted row."""
    return _label(row, "predicted_label", note)


def _label(row: Plain, field: str, note: Note) -> int:
    label = row.get(field)
    if not is_whole(label) or label not in (0, 1):
        note((field,) if field in row else (), f"{field} must be 0 or 1 ({got(row, field)})", rule="unknown-label")
    return int(label == 1)


def gold_rows(corpus: Corpus) -> None:
    """Return that a corpus of ours has no subsets."""
    return


def tally(ids: Sequence[str], pairs: Sequence[tuple[tuple[str, int], int]], settings: Settings) -> Tally:
    """Return what each claim adds to the counts of its subset."""
    subsets = sorted({subset for (subset, _), _ in pairs})
    place = {subset: number * len(_PARTS) for number, subset in enumerate(subsets)}
    values = np.zeros((len(pairs), len(subsets) * len(_PARTS)))
    for item, ((subset, gold), predicted) in enumerate(pairs):
        values[item, place[subset] + 2 * gold] = 1.0
        values[item, place[subset] + 2 * gold + 1] = gold == predicted
    return Tally(
        ids=tuple(ids),
        columns=tuple(f"{subset} {part}" for subset in subsets for part in _PARTS),
        values=values,
        figures=partial(_figures, subsets),
        gold=tuple(str(gold) for (_, gold), _ in pairs),
        predicted=tuple(str(predicted) for _, predicted in pairs),
    )


def _figures(subsets: Sequence[str], sums: Sums) -> Figures:
    counts = sums.reshape(*sums.shape[:-1], len(subsets), 2, 2)
    each = mean_of_defined(ratio(counts[..., 1], counts[..., 0]))
    by_subset = {f"balanced_accuracy[{subset}]": each[..., number] for number, subset in enumerate(subsets)}
    return {"balanced_accuracy": mean_of_defined(each), **by_subset}
