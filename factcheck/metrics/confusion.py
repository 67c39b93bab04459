"""The confusion matrix of a tally: how often each gold label was predicted as each label."""

from collections import Counter

from factcheck.labels import LABELS
from factcheck.metrics.tally import Tally
from factcheck.pictures import Cell, Matrix, matrix_svg


def confusion(tally: Tally) -> dict[str, dict[str, int]]:
    """Return by gold label, then by predicted label, how many items there are; labels of ours in their own order."""
    found = Counter(zip(tally.gold, tally.predicted, strict=True))
    given = {*tally.gold, *tally.predicted}
    labels = [label for label in LABELS if label in given] if given <= LABELS.keys() else sorted(given)
    return {gold: {predicted: found[gold, predicted] for predicted in labels} for gold in labels}


def confusion_svg(tally: Tally) -> str:
    """Return the confusion matrix as a picture: a row a gold label, shaded by its share of the row."""
    counts = confusion(tally)
    said = "; ".join(
        f"{gold}: {', '.join(f'{count} as {name}' for name, count in row.items() if count)}"
        for gold, row in counts.items()
        if any(row.values())
    )
    rows = {
        gold: [Cell(text=str(count), shade=count / max(1, sum(row.values()))) for count in row.values()]
        for gold, row in counts.items()
    }
    description = f"A row a gold label, a column a predicted label, in each cell how many items. {said}."
    return matrix_svg(
        Matrix(title="Gold and predicted labels", description=description, columns=list(counts), rows=rows)
    )
