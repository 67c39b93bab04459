"""How sure the figures of a tally are, and whether two systems can be told apart.

Intervals are those of ``factcheck.metrics.resampling``. Two systems are compared on the same draws of the same items (paired):
what makes an item hard for both then cancels out, and far smaller differences are seen than by looking whether two intervals
overlap.

Paper: Berg-Kirkpatrick, T., Burkett, D., Klein, D. (2012). An Empirical Investigation of Statistical Significance in NLP. EMNLP.
"""

from collections.abc import Hashable, Sequence

import attrs
import numpy as np

from factcheck.errors import UsageError
from factcheck.metrics.resampling import Array, Interval, Resampling, interval, intervals, resampled_sums
from factcheck.metrics.tally import Tally

_POWER = 1.959964 + 0.841621
"""How many standard errors a difference must be, that a two-sided test at 5 % sees it four times in five (normal quantiles)."""


@attrs.frozen(kw_only=True)
class Comparison:
    """What two systems score by one figure.

    Args:
        figure: its name.
        first: what the first system scores.
        second: what the second scores.
        interval: of the second less the first.
        detectable: the smallest difference that a test set of this size sees four times in five.
        items: how many items there are.
    """

    figure: str
    first: float
    second: float
    interval: Interval
    detectable: float
    items: int

    @property
    def difference(self) -> float:
        """The second less the first."""
        return self.second - self.first

    @property
    def are_apart(self) -> bool:
        """Whether the interval leaves out that there is no difference."""
        return self.interval.low > 0 or self.interval.high < 0


def tally_intervals(tally: Tally, how: Resampling, clusters: Sequence[Hashable] | None = None) -> dict[str, Interval]:
    """Return the interval of each figure of a tally that has one."""
    return intervals(tally.values, tally.figures, how, clusters)


def compare(
    first: Tally, second: Tally, how: Resampling, clusters: Sequence[Hashable] | None = None
) -> tuple[Comparison, ...]:
    """Compare two systems by every figure that both have.

    Args:
        first: the tally of one system.
        second: the tally of the other, of the same items by the same metric.
        how: how items are drawn.
        clusters: what each item is drawn together with.

    Raises:
        UsageError: the tallies are not of the same items.
    """
    if first.ids != second.ids:
        raise UsageError("two systems are compared on the same items (got other ids, or another order)")
    width = len(first.columns)
    drawn = resampled_sums(np.concatenate([first.values, second.values], axis=1), how, clusters)
    one, other = first.figures(drawn[:, :width]), second.figures(drawn[:, width:])
    here, there = first.figures(first.sums()), second.figures(second.sums())
    found = (
        _comparison(
            name, float(here[name]), float(there[name]), np.asarray(other[name] - one[name]), how, len(first.ids)
        )
        for name in one
        if name in other
    )
    return tuple(comparison for comparison in found if comparison)


def _comparison(name: str, first: float, second: float, drawn: Array, how: Resampling, items: int) -> Comparison | None:
    middle = interval(drawn, how.level)
    if middle is None or np.isnan(first) or np.isnan(second):
        return None
    spread = float(np.nanstd(drawn))
    return Comparison(figure=name, first=first, second=second, interval=middle, detectable=_POWER * spread, items=items)


def sentence(one: Comparison, first: str = "the first", second: str = "the second") -> str:
    """Say in a sentence which system is better by a figure, and whether that may be chance."""
    low, high = one.interval.low, one.interval.high
    if one.difference == 0:
        head = f"{one.figure}: {first} and {second} score the same"
    else:
        word = "above" if one.difference > 0 else "below"
        head = f"{one.figure}: {second} is {abs(one.difference):.4f} {word} {first}"
    head = f"{head} (95 % interval of the difference {low:+.4f} to {high:+.4f})"
    if one.are_apart:
        return f"{head}: more than chance among the items explains"
    return (
        f"{head}: these {one.items} items cannot tell them apart; they would see a difference of {one.detectable:.4f} four "
        "times in five"
    )
