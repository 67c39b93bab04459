"""What each item adds to a metric's sums. Every figure is a function of the sums, so that a bootstrap is a matrix product."""

import math
from collections.abc import Callable, Mapping

import attrs
import numpy as np
import numpy.typing as npt

Sums = npt.NDArray[np.float64]
Figures = Mapping[str, Sums]


@attrs.frozen(kw_only=True, eq=False)
class Tally:
    """What each item adds to the sums that a metric's figures are made of.

    Args:
        ids: the items, in the order of the gold.
        columns: the names of the sums.
        values: what each item adds to each sum: (items, columns).
        figures: from sums of shape (..., columns) to each figure, of shape (...); NaN where a figure is undefined.
        gold: the gold label of each item, where the metric has one an item.
        predicted: the predicted label of each item, likewise.
        notes: what a reader of the figures must know.
    """

    ids: tuple[str, ...]
    columns: tuple[str, ...]
    values: npt.NDArray[np.float64]
    figures: Callable[[Sums], Figures]
    gold: tuple[str, ...] = ()
    predicted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def sums(self) -> Sums:
        """Return the sums over all items: exact to the last digit, so that the order of the items changes nothing."""
        return np.array([math.fsum(column) for column in self.values.T.tolist()])


def ratio(part: Sums, whole: Sums) -> Sums:
    """Return ``part / whole``; NaN, undefined, where the whole is 0."""
    undefined: Sums = np.full(np.broadcast_shapes(np.shape(part), np.shape(whole)), np.nan)
    np.divide(part, whole, out=undefined, where=np.asarray(whole) != 0)
    return undefined


def f1(precision: Sums, recall: Sums) -> Sums:
    """Return the harmonic mean of precision and recall; 0 where both are 0, undefined where one of them is."""
    both = precision + recall
    return np.where(both == 0, 0.0, ratio(2 * precision * recall, both))


def column(sums: Sums, columns: tuple[str, ...], name: str) -> Sums:
    """Return the sums of one column, whatever axes stand before."""
    found: Sums = sums[..., columns.index(name)]
    return found
