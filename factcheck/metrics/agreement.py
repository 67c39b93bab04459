"""How far annotators agree: raw agreement, and Krippendorff's alpha.

Raw agreement is the share of agreeing pairs among all pairs of votes that two annotators gave on one unit. Alpha is what is left
of it once the agreement that chance alone would bring is taken away: 1 is perfect, 0 is chance, below 0 is worse. It is
``1 - D_o / D_e``, observed over expected disagreement, here for nominal values; annotators need not have judged every unit.

Paper: Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania, Annenberg School for
Communication, Departmental Papers 43.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import attrs
import krippendorff
import numpy as np


@attrs.frozen
class Vote:
    """What one annotator said of one unit.

    Args:
        unit: what was judged: a claim, or a claim and a piece of evidence.
        annotator: who judged it.
        value: the judgement.
    """

    unit: Hashable
    annotator: str
    value: str


@attrs.frozen(kw_only=True)
class Agreement:
    """How far annotators agree on the units that two or more of them judged.

    Args:
        units: how many units two or more annotators judged.
        raters: how many annotators judged those.
        votes: how many votes they gave on those.
        raw: the share of pairs of votes on one unit that agree; None where no unit has two votes.
        alpha: Krippendorff's alpha, nominal; None where no unit has two votes, or all votes on those say the same.
    """

    units: int
    raters: int
    votes: int
    raw: float | None
    alpha: float | None


def figure(value: float | None) -> str:
    """Return a figure to three places; ``undefined`` where there is none."""
    return "undefined" if value is None else f"{value:.3f}"


def agreement(votes: Iterable[Vote]) -> Agreement:
    """Return how far annotators agree.

    Raises:
        ValueError: an annotator has voted twice on one unit.
    """
    shared = [votes_on for votes_on in _by_unit(votes) if len(votes_on) > 1]
    counts = [Counter(vote.value for vote in votes_on) for votes_on in shared]
    return Agreement(
        units=len(shared),
        raters=len({vote.annotator for votes_on in shared for vote in votes_on}),
        votes=sum(len(votes_on) for votes_on in shared),
        raw=_raw(counts),
        alpha=_alpha(counts),
    )


def agreement_by_pair(votes: Iterable[Vote]) -> dict[tuple[str, str], Agreement]:
    """Return how far each pair of annotators agrees, for the pairs that share a unit, in order of their ids.

    Raises:
        ValueError: an annotator has voted twice on one unit.
    """
    by_pair: dict[tuple[str, str], list[Vote]] = {}
    for votes_on in _by_unit(votes):
        ordered = sorted(votes_on, key=lambda vote: vote.annotator)
        for place, first in enumerate(ordered):
            for second in ordered[place + 1 :]:
                by_pair.setdefault((first.annotator, second.annotator), []).extend((first, second))
    return {pair: agreement(by_pair[pair]) for pair in sorted(by_pair)}


def _by_unit(votes: Iterable[Vote]) -> list[list[Vote]]:
    units: dict[Hashable, list[Vote]] = {}
    seen: set[tuple[Hashable, str]] = set()
    for vote in votes:
        if (vote.unit, vote.annotator) in seen:
            raise ValueError(f"an annotator has one vote a unit (got two of {vote.annotator!r} on {vote.unit!r})")
        seen.add((vote.unit, vote.annotator))
        units.setdefault(vote.unit, []).append(vote)
    return list(units.values())


def _raw(counts: Sequence[Counter[str]]) -> float | None:
    pairs = sum(count.total() * (count.total() - 1) for count in counts)
    agreeing = sum(one * (one - 1) for count in counts for one in count.values())
    return agreeing / pairs if pairs else None


def _alpha(counts: Sequence[Counter[str]]) -> float | None:
    values = sorted({value for count in counts for value in count})
    if len(values) < 2:
        return None
    # sorted, so that the sums, and with them the last digit, do not depend on the order of the votes
    matrix = np.array(sorted([count[value] for value in values] for count in counts))
    return float(krippendorff.alpha(value_counts=matrix, level_of_measurement="nominal"))
