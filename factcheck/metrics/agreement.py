"""How far annotators agree: together, two by two, and on each value.

Only units that two or more annotators judged count; annotators need not have judged every unit. The coefficients and their papers
are in ``factcheck.metrics.coefficients``; their intervals are made by drawing units anew, those of one cluster together.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import attrs
import numpy as np

from factcheck.metrics.coefficients import coefficients, contributions
from factcheck.metrics.resampling import Array, Interval, Resampling, clustered, distinct, intervals

OTHER = "(other)"


@attrs.frozen
class Vote:
    """What one annotator said of one unit.

    Args:
        unit: what was judged: a claim, or a claim and a piece of evidence.
        annotator: who judged it.
        value: the judgement.
        cluster: what the unit hangs together with; it stands alone where nothing is said.
    """

    unit: Hashable
    annotator: str
    value: str
    cluster: Hashable = None


@attrs.frozen(kw_only=True)
class Agreement:
    """How far annotators agree on the units that two or more of them judged.

    Every figure is None where no unit has two votes, and but for ``raw`` and ``ac1`` where all votes say the same.

    Args:
        units: how many units two or more annotators judged.
        raters: how many annotators judged those.
        votes: how many votes they gave on those.
        raw: the share of pairs of votes on one unit that agree.
        cohen: Cohen's kappa; None unless two annotators judged.
        fleiss: Fleiss's kappa.
        alpha: Krippendorff's alpha, nominal.
        alpha_ordinal: Krippendorff's alpha, ordinal; None unless the values have an order.
        ac1: Gwet's AC1; None where there is but one value.
        intervals: the interval of each figure by its name, where they were asked for.
    """

    units: int
    raters: int
    votes: int
    raw: float | None = None
    cohen: float | None = None
    fleiss: float | None = None
    alpha: float | None = None
    alpha_ordinal: float | None = None
    ac1: float | None = None
    intervals: Mapping[str, Interval] = attrs.field(factory=dict, hash=False)


@attrs.frozen(kw_only=True)
class Scale:
    """The values that votes may have.

    Args:
        values: every value there is, given or not: Gwet's AC1 asks how many there are.
        ordered: whether they stand in an order, so that some differ more than others.
    """

    values: tuple[str, ...]
    ordered: bool = False


def figure(value: float | None) -> str:
    """Return a figure to three places; ``undefined`` where there is none."""
    return "undefined" if value is None else f"{value:.3f}"


def agreement(votes: Iterable[Vote], scale: Scale | None = None, how: Resampling | None = None) -> Agreement:
    """Return how far annotators agree.

    Args:
        votes: the votes.
        scale: the values that they may have; those that are given and no others, without an order, if nothing is said.
        how: how units are drawn anew for intervals; without it there are none.

    Raises:
        ValueError: an annotator has voted twice on one unit, or a value is not on the scale.
    """
    units = [votes_on for votes_on in _by_unit(votes) if len(votes_on) > 1]
    raters = sorted({vote.annotator for votes_on in units for vote in votes_on})
    scale = scale or Scale(values=tuple(sorted({vote.value for votes_on in units for vote in votes_on})))
    values = _contributions(units, raters, scale)
    rows, counts = distinct(values)  # in order, so that the last digit does not depend on the order of the votes
    wanted = _names(raters, scale)
    found = coefficients(counts @ rows, len(scale.values))
    return Agreement(
        units=len(units),
        raters=len(raters),
        votes=sum(len(votes_on) for votes_on in units),
        **{name: None if np.isnan(found[name]) else float(found[name]) for name in wanted},
        intervals=_intervals(values, units, wanted, scale, how) if how and units else {},
    )


def agreement_by_pair(
    votes: Iterable[Vote], scale: Scale | None = None, how: Resampling | None = None
) -> dict[tuple[str, str], Agreement]:
    """Return how far each pair of annotators agrees, for the pairs that share a unit, in order of their ids.

    Raises:
        ValueError: an annotator has voted twice on one unit, or a value is not on the scale.
    """
    by_pair: dict[tuple[str, str], list[Vote]] = {}
    for votes_on in _by_unit(votes):
        ordered = sorted(votes_on, key=lambda vote: vote.annotator)
        for place, first in enumerate(ordered):
            for second in ordered[place + 1 :]:
                by_pair.setdefault((first.annotator, second.annotator), []).extend((first, second))
    return {pair: agreement(by_pair[pair], scale, how) for pair in sorted(by_pair)}


def agreement_by_value(
    votes: Iterable[Vote], scale: Scale | None = None, how: Resampling | None = None
) -> dict[str, Agreement]:
    """Return how far annotators agree on whether it is a value or any other, for the values that were given.

    Fleiss (1971) and Krippendorff (2011) both so measure one value.

    Raises:
        ValueError: an annotator has voted twice on one unit, or a value is not on the scale.
    """
    cast = list(votes)
    given = {vote.value for votes_on in _by_unit(cast) if len(votes_on) > 1 for vote in votes_on}
    return {
        value: agreement(
            [attrs.evolve(vote, value=value if vote.value == value else OTHER) for vote in cast],
            Scale(values=(value, OTHER)),
            how,
        )
        for value in (scale.values if scale else sorted(given))
        if value in given
    }


def _by_unit(votes: Iterable[Vote]) -> list[list[Vote]]:
    units: dict[Hashable, list[Vote]] = {}
    seen: set[tuple[Hashable, str]] = set()
    for vote in votes:
        if (vote.unit, vote.annotator) in seen:
            raise ValueError(f"an annotator has one vote a unit (got two of {vote.annotator!r} on {vote.unit!r})")
        seen.add((vote.unit, vote.annotator))
        units.setdefault(vote.unit, []).append(vote)
    return list(units.values())


def _contributions(units: Sequence[Sequence[Vote]], raters: Sequence[str], scale: Scale) -> Array:
    places = {value: place for place, value in enumerate(scale.values)}
    counts = np.zeros((len(units), len(places)))
    cells = np.zeros((len(units), len(places), len(places)))
    for number, votes_on in enumerate(units):
        for vote in votes_on:
            if vote.value not in places:
                raise ValueError(f"a vote says one of {', '.join(places)} (got {vote.value!r} on {vote.unit!r})")
            counts[number, places[vote.value]] += 1
        if len(raters) == 2:
            first, second = sorted(votes_on, key=lambda vote: vote.annotator)
            cells[number, places[first.value], places[second.value]] = 1
    return contributions(counts, cells)


def _names(raters: Sequence[str], scale: Scale) -> list[str]:
    """Return the names of the figures that these votes can have."""
    cohen, ordinal = ["cohen"] if len(raters) == 2 else [], ["alpha_ordinal"] if scale.ordered else []
    return ["raw", *cohen, "fleiss", "alpha", *ordinal, "ac1"]


def _intervals(
    values: Array, units: Sequence[Sequence[Vote]], wanted: Sequence[str], scale: Scale, how: Resampling
) -> dict[str, Interval]:
    clusters = [votes_on[0].unit if votes_on[0].cluster is None else votes_on[0].cluster for votes_on in units]
    found = intervals(clustered(values, clusters), lambda sums: coefficients(sums, len(scale.values)), how)
    return {name: found[name] for name in wanted if name in found}
