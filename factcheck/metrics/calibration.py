"""Calibration of probabilities.

How far the probabilities that a system gives are those with which it is right.

- *Papers:* Guo et al. (2017), On Calibration of Modern Neural Networks, ICML, for the expected calibration error;
  Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78.
- *Gold:* `id`, `label`; or a corpus: the gold label of each claim.
- *Predictions:* `id`, `probabilities`, a mapping from every label to its probability; they sum to 1 (within 0.001).
- *Settings:* `bins` (15): how many bins of equal width there are; a confidence on a border belongs to the lower bin.

Figures; the predicted label is the most probable one (of equals the first in alphabetical order), the confidence its probability:

- `ece`: the mean, weighted by the items in each bin, of the distance between the share that is right and the mean confidence.
- `brier`: the mean sum of squared distances between the probabilities and 1 for the gold label, 0 for the others: 0 to 2.
- `accuracy`: the share of items whose predicted label is right; `confidence`: the mean confidence.

`--reliability FILE` draws the bins as SVG.

There is no official scorer. A perfect prediction, 1 for each gold label, has `ece` and `brier` 0.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs
import numpy as np

from factcheck.metrics import labels
from factcheck.metrics.labels import any_label
from factcheck.metrics.metric import Count, Identity, Note, Plain, Settings, Unfit, got, said
from factcheck.metrics.tally import Figures, Sums, Tally, ratio
from factcheck.records.corpus import Corpus

SETTINGS = {"bins": Count(default=15)}
ID = Identity(official=None)

_TOTALS = ("items", "brier", "right", "confidence")
_SLACK = 0.001


@attrs.frozen
class Forecast:
    """What a system gave for one item: the probability of each label."""

    probabilities: Mapping[str, float]

    @property
    def label(self) -> str:
        """The most probable label."""
        return min(self.probabilities, key=lambda label: (-self.probabilities[label], label))


def read_gold(row: Plain, settings: Settings, note: Note) -> str:
    """Return the label of a gold row."""
    return any_label(row, "label", note)


def read_prediction(row: Plain, settings: Settings, note: Note) -> Forecast:
    """Return the probabilities of a predicted row."""
    given = row.get("probabilities")
    if not isinstance(given, Mapping) or not given or not all(isinstance(label, str) for label in given):
        path = ("probabilities",) if "probabilities" in row else ()
        note(path, f"probabilities must be a mapping from labels to numbers ({got(row, 'probabilities')})")
        return Forecast({"": 1.0})
    for label, value in given.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            note(("probabilities", label), f"a probability must be a number from 0 to 1 (got {value!r})")
            return Forecast({"": 1.0})
    if abs(sum(given.values()) - 1) > _SLACK:
        note(("probabilities",), f"probabilities must sum to 1 (got {sum(given.values()):.4f})")
    return Forecast(dict(given))


def gold_rows(corpus: Corpus) -> Iterator[Plain]:
    """Yield the gold label of each claim of a corpus that has one."""
    return labels.gold_rows(corpus)


def tally(ids: Sequence[str], pairs: Sequence[tuple[str, Forecast]], settings: Settings) -> Tally:
    """Return what each item adds to the totals and to those of its bin.

    Raises:
        Unfit: an item has no probability for a label of the gold.
    """
    _check_complete(pairs)
    bins: int = settings["bins"]
    values = np.zeros((len(pairs), len(_TOTALS) + 3 * bins))
    for item, (gold, forecast) in enumerate(pairs):
        confidence, right = forecast.probabilities[forecast.label], gold == forecast.label
        brier = sum((value - (label == gold)) ** 2 for label, value in forecast.probabilities.items())
        values[item, : len(_TOTALS)] = 1.0, brier, right, confidence
        first = len(_TOTALS) + 3 * _bin(confidence, bins)
        values[item, first : first + 3] = 1.0, right, confidence
    names = tuple(f"{part} in bin {number}" for number in range(bins) for part in ("items", "right", "confidence"))
    return Tally(
        ids=tuple(ids),
        columns=(*_TOTALS, *names),
        values=values,
        figures=_figures,
        gold=tuple(gold for gold, _ in pairs),
        predicted=tuple(forecast.label for _, forecast in pairs),
    )


def _bin(confidence: float, bins: int) -> int:
    """Return the bin of a confidence: the number of borders strictly below it, the first bin's lower border left out."""
    return int(np.searchsorted(np.arange(1, bins) / bins, confidence, side="left"))


def _check_complete(pairs: Sequence[tuple[str, Forecast]]) -> None:
    known = {gold for gold, _ in pairs}
    missing = {item: sorted(known - forecast.probabilities.keys()) for item, (_, forecast) in enumerate(pairs)}
    found = {
        item: (("probabilities",), f"no probability for {said(labels)}") for item, labels in missing.items() if labels
    }
    if found:
        raise Unfit("unknown-label", found)


def binned(sums: Sums) -> Sums:
    """Return, of sums of shape (..., columns), those of each bin: items, right ones, confidence, of shape (..., bins, 3)."""
    return sums[..., len(_TOTALS) :].reshape(*sums.shape[:-1], -1, 3)


def _figures(sums: Sums) -> Figures:
    items, brier, right, confidence = (sums[..., number] for number in range(len(_TOTALS)))
    by_bin = binned(sums)
    distances = np.abs(by_bin[..., 1] - by_bin[..., 2]).sum(axis=-1)
    return {
        "ece": ratio(distances, items),
        "brier": ratio(brier, items),
        "accuracy": ratio(right, items),
        "confidence": ratio(confidence, items),
    }
