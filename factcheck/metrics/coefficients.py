"""The coefficients of agreement, each a function of sums over units, so that they can be resampled.

- **raw**: the share of agreeing pairs among all pairs of votes on one unit.
- **cohen**: two annotators; chance is the product of how often each of them gives a value.
  Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1), 37-46.
- **fleiss**: any number of annotators; chance is the square of how often all together give a value.
  Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378-382.
  Where units have different numbers of votes, each unit counts once.
- **alpha**, **alpha_ordinal**: Krippendorff's; chance is to draw two votes of all without putting the first back. Ordinal: a
  difference weighs the more, the more votes lie between the two values.
  Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania, Departmental Papers (ASC) 43.
- **ac1**: Gwet's; chance is to guess, and who guesses does so evenly. It stays high where nearly all votes say the same and
  the kappas fall.
  Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of
  Mathematical and Statistical Psychology 61(1), 29-48.

All are 1 for perfect agreement; all but raw are 0 for chance and may fall below.
"""

from typing import Any

import numpy as np

from factcheck.metrics.resampling import Array

MEASURES: dict[str, str] = {
    "raw": "raw agreement",
    "cohen": "Cohen's kappa",
    "fleiss": "Fleiss's kappa",
    "alpha": "Krippendorff's alpha",
    "alpha_ordinal": "Krippendorff's alpha, ordinal",
    "ac1": "Gwet's AC1",
}
"""The figures of agreement, each with its name in words."""

_SINGLE = 4


def contributions(counts: Array, cells: Array) -> Array:
    """Return what each unit adds to the sums.

    Args:
        counts: how many votes each value has: units by values, two votes or more a unit.
        cells: what the first and the second of two annotators say: units by values by values; zeros for more annotators.

    Returns:
        Units by columns: one for the unit, its pairs, its agreeing pairs, the share of these; then the shares of the values, the
        coincidences (Krippendorff's) and the cells.
    """
    units, values = counts.shape
    votes = counts.sum(axis=1)
    pairs = votes * (votes - 1)
    agreeing = (counts * (counts - 1)).sum(axis=1)
    met = counts[:, :, None] * counts[:, None, :]
    met[:, range(values), range(values)] -= counts
    parts = (
        np.stack([np.ones(units), pairs, agreeing, agreeing / pairs], axis=1),
        counts / votes[:, None],
        (met / (votes - 1)[:, None, None]).reshape(units, values**2),
        cells.reshape(units, values**2),
    )
    return np.concatenate(parts, axis=1)


def coefficients(sums: Array, values: int) -> dict[str, Any]:
    """Return the coefficients of sums, NaN where one is undefined.

    Args:
        sums: what ``contributions`` gives, added up; the last axis are its columns.
        values: how many values there are.
    """
    units, pairs, agreeing, share = (sums[..., column] for column in range(_SINGLE))
    shares, rest = np.split(sums[..., _SINGLE:], [values], axis=-1)
    coincidences, cells = (part.reshape(*sums.shape[:-1], values, values) for part in np.split(rest, 2, axis=-1))
    observed, common = _ratio(share, units), _ratio(shares, units[..., None])
    squares = (common**2).sum(axis=-1)
    return {
        "raw": _ratio(agreeing, pairs),
        "cohen": _cohen(cells),
        "fleiss": _beyond(observed, squares),
        "alpha": _alpha(coincidences, np.broadcast_to(1.0 - np.eye(values), coincidences.shape)),
        "alpha_ordinal": _alpha(coincidences, _ordinal(coincidences)),
        "ac1": _beyond(observed, _ratio(1 - squares, np.full_like(squares, values - 1))),
    }


def _cohen(cells: Array) -> Array:
    total = cells.sum(axis=(-2, -1))
    observed = np.trace(cells, axis1=-2, axis2=-1)
    by_chance = (cells.sum(axis=-1) * cells.sum(axis=-2)).sum(axis=-1)
    return _beyond(_ratio(observed, total), _ratio(by_chance, total**2))


def _alpha(coincidences: Array, weights: Array) -> Array:
    """Return one less the observed over the expected disagreement, each difference weighed."""
    margins = coincidences.sum(axis=-1)
    observed = (coincidences * weights).sum(axis=(-2, -1))
    expected = (margins[..., :, None] * margins[..., None, :] * weights).sum(axis=(-2, -1))
    return 1 - _ratio((margins.sum(axis=-1) - 1) * observed, expected)


def _ordinal(coincidences: Array) -> Array:
    """Return the squares of how many votes lie from one value to another, half of those on the two themselves."""
    margins = coincidences.sum(axis=-1)
    middle = margins.cumsum(axis=-1) - margins / 2
    weights: Array = (middle[..., :, None] - middle[..., None, :]) ** 2
    return weights


def _beyond(observed: Array, by_chance: Array) -> Array:
    return _ratio(observed - by_chance, 1 - by_chance)


def _ratio(part: Array, whole: Array) -> Array:
    """Return a quotient, NaN where there is nothing to divide by: less than the dust of sums that should be nought."""
    nothing = np.abs(whole) < 1e-12
    quotient: Array = np.where(nothing, np.nan, part / np.where(nothing, 1.0, whole))
    return quotient
