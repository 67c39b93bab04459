"""The figures that FEVER and FEVEROUS share: labels, and predicted evidence against alternative gold sets."""

from collections.abc import Callable, Sequence
from typing import Any

import attrs
import numpy as np

from factcheck.metrics.metric import OfficialScorerFails
from factcheck.metrics.tally import Figures, Sums, Tally, column, f1, ratio

COLUMNS = ("items", "right_label", "strict", "asked", "precision", "recall")
_COMPAT_PRECISION, _COMPAT_RECALL = 1.0, 0.0


@attrs.frozen(kw_only=True)
class GoldSets:
    """The gold of one claim.

    Args:
        label: its label.
        sets: alternative sets of evidence; each proves the label alone.
        is_asked: whether predicted evidence counts for this claim.
    """

    label: str
    sets: tuple[tuple[Any, ...], ...]
    is_asked: bool = True


@attrs.frozen(kw_only=True)
class Ranked:
    """The prediction for one claim.

    Args:
        label: its label.
        evidence: in order, cut to the limit.
        repeats: whether some of it was there twice.
    """

    label: str
    evidence: tuple[Any, ...]
    repeats: bool = False


def added(gold: GoldSets, predicted: Ranked) -> tuple[float, ...]:
    """Return what one claim adds to each of the columns."""
    right = gold.label == predicted.label
    found = any(all(place in predicted.evidence for place in one) for one in gold.sets)
    if not gold.is_asked:
        return (1.0, right, right, 0.0, 0.0, 0.0)
    known = [place for one in gold.sets for place in one]
    hits = sum(place in known for place in predicted.evidence)
    precision = hits / len(predicted.evidence) if predicted.evidence else 1.0
    return (1.0, right, right and found, 1.0, precision, found or not gold.sets)


def figures_of(score: str, *, compat: bool) -> Callable[[Sums], Figures]:
    """Return the function from sums to figures.

    Args:
        score: the name of the strict score.
        compat: where no claim asks for evidence, precision is 1 and recall 0; else they are undefined.
    """

    def figures(sums: Sums) -> Figures:
        items, right, strict, asked, precision, recall = (column(sums, COLUMNS, name) for name in COLUMNS)
        mean_precision, mean_recall = ratio(precision, asked), ratio(recall, asked)
        if compat:
            mean_precision = np.where(asked == 0, _COMPAT_PRECISION, mean_precision)
            mean_recall = np.where(asked == 0, _COMPAT_RECALL, mean_recall)
        return {
            score: ratio(strict, items),
            "label_accuracy": ratio(right, items),
            "precision": mean_precision,
            "recall": mean_recall,
            "f1": f1(mean_precision, mean_recall),
        }

    return figures


def tally_of(ids: Sequence[str], pairs: Sequence[tuple[GoldSets, Ranked]], *, score: str, compat: bool) -> Tally:
    """Return the tally of pairs.

    Raises:
        OfficialScorerFails: with ``compat``, and precision and recall are both 0.
    """
    repeats = sum(predicted.repeats for _, predicted in pairs)
    tally = Tally(
        ids=tuple(ids),
        columns=COLUMNS,
        values=np.array([added(gold, predicted) for gold, predicted in pairs], dtype=np.float64),
        figures=figures_of(score, compat=compat),
        gold=tuple(gold.label for gold, _ in pairs),
        predicted=tuple(predicted.label for _, predicted in pairs),
        notes=(repeats_note(repeats),) if repeats else (),
    )
    found = tally.figures(tally.sums())
    if compat and found["precision"] + found["recall"] == 0:
        raise OfficialScorerFails("precision and recall are both 0, and it divides by their sum (ZeroDivisionError)")
    return tally


def repeats_note(repeats: int) -> str:
    """Say that predictions repeat evidence."""
    many = f"{repeats} prediction{'s repeat' if repeats != 1 else ' repeats'}"
    return f"{many} a piece of evidence; it counts once (the official scorer counts it each time: compat)"
