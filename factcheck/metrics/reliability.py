"""The reliability diagram of probabilities: in each bin of confidence, the share that is right and the mean confidence.

Paper: Guo et al. (2017), On Calibration of Modern Neural Networks, ICML, figure 1.
"""

from factcheck.errors import UsageError
from factcheck.metrics.calibration import binned
from factcheck.metrics.scoring import Scores
from factcheck.pictures import Bin, Reliability, reliability_svg


def bins_of(scores: Scores) -> tuple[Bin, ...]:
    """Return the bins that have items, by their confidence.

    Raises:
        UsageError: these are not scores of ``calibration``.
    """
    if scores.metric != "calibration":
        raise UsageError(f"{scores.metric} has no probabilities: a reliability diagram is of calibration")
    found = binned(scores.tally.sums()).tolist()
    return tuple(
        Bin(
            low=place / len(found),
            high=(place + 1) / len(found),
            right=right / items,
            confidence=confidence / items,
            items=int(items),
        )
        for place, (items, right, confidence) in enumerate(found)
        if items
    )


def reliability_of(scores: Scores) -> str:
    """Return the reliability diagram as SVG.

    Raises:
        UsageError: these are not scores of ``calibration``.
    """
    bins, figures = bins_of(scores), scores.figures
    lines = [
        f"{len(scores.tally.ids)} items",
        *(f"{name} {figures[name]:.3f}" for name in ("ece", "brier", "accuracy")),
    ]
    said = f"For items by confidence, the share that is right and the mean confidence. {'; '.join(one.said for one in bins)}."
    return reliability_svg(
        Reliability(title="Reliability of the probabilities", description=said, bins=bins, lines=lines)
    )
