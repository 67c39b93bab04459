"""How sure a figure is: percentile intervals of the bootstrap.

What was measured is drawn anew, with replacement, as many times as there are items, and the figure computed of what was drawn;
the middle 95 % of a thousand such figures are the interval. Items that hang together (the claims of one document) are drawn
together: an interval that takes them for independent is too narrow.

A figure is a function of sums over items, so a thousand resamples are a thousand rows of counts, multiplied with what each item
adds to the sums. Items that add the same are counted together: a draw is then one of a multinomial distribution, and neither the
order nor the names of the items have a say.

Book: Efron, B., Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall, chapter 13.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Figures = Callable[[Array], Mapping[str, Any]]
"""From sums, whose last axis are the columns, the figures by name, one for each row of sums; NaN where one is undefined."""

RESAMPLES = 1_000
LEVEL = 0.95
SEED = 20_260_101
_CELLS = 4_000_000


@attrs.frozen
class Interval:
    """Between which values a figure lies, as far as chance among the items goes."""

    low: float
    high: float


@attrs.frozen(kw_only=True)
class Resampling:
    """How items are drawn anew.

    Args:
        resamples: how many times.
        seed: of the draws; the same seed and the same items give the same intervals.
        level: the share of resamples that an interval holds.
    """

    resamples: int = RESAMPLES
    seed: int = SEED
    level: float = LEVEL


def resampled_sums(values: Array, how: Resampling, clusters: Sequence[Hashable] | None = None) -> Array:
    """Return the sums of each resample.

    Args:
        values: what each item adds to the sums: items by columns.
        how: how items are drawn.
        clusters: what each item is drawn together with; each stands alone, if nothing is said.

    Returns:
        Sums: resamples by columns.
    """
    rows, counts = distinct(values if clusters is None else clustered(values, clusters))
    drawn = int(counts.sum())
    if not drawn:
        return np.zeros((how.resamples, values.shape[1]))
    dice = np.random.default_rng(how.seed)
    chunk = max(1, _CELLS // len(rows))
    sizes = (min(chunk, how.resamples - start) for start in range(0, how.resamples, chunk))
    return np.concatenate([dice.multinomial(drawn, counts / drawn, size=size) @ rows for size in sizes])


def intervals(
    values: Array, figures: Figures, how: Resampling, clusters: Sequence[Hashable] | None = None
) -> dict[str, Interval]:
    """Return the interval of each figure that has one."""
    found = figures(resampled_sums(values, how, clusters))
    return dict(_defined(found, how))


def _defined(found: Mapping[str, Any], how: Resampling) -> Iterator[tuple[str, Interval]]:
    for name, drawn in found.items():
        one = interval(np.asarray(drawn, dtype=np.float64), how.level)
        if one is not None:
            yield name, one


def interval(drawn: Array, level: float = LEVEL) -> Interval | None:
    """Return the middle of what was drawn; None where the figure is undefined in more than half of the resamples."""
    defined = drawn[~np.isnan(drawn)]
    if 2 * len(defined) <= len(drawn):
        return None
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high))


def clustered(values: Array, clusters: Sequence[Hashable]) -> Array:
    """Return what each cluster adds to the sums: to the last digit the same, whatever the order of its items."""
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(clusters))}
    places = np.array([numbers[cluster] for cluster in clusters], dtype=np.int64)
    order = np.lexsort(values.T)
    sums = np.zeros((len(numbers), values.shape[1]))
    np.add.at(sums, places[order], values[order])
    return sums


def distinct(values: Array) -> tuple[Array, NDArray[np.int64]]:
    """Return the rows that differ, in order, and how often each stands there."""
    rows, counts = np.unique(values, axis=0, return_counts=True)
    return rows, counts.astype(np.int64)
