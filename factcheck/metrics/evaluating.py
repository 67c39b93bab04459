"""Metrics as users of ``evaluate`` and ``datasets`` expect them: ``load(name).compute(predictions=..., references=...)``."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from factcheck.metrics.scoring import metric_named, score


@attrs.frozen
class Loaded:
    """A metric with its settings.

    Args:
        name: its name.
        compat: do as the official scorer does, quirks included.
        settings: those of the metric.
    """

    name: str
    compat: bool = False
    settings: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def compute(self, *, predictions: Iterable[Any], references: Iterable[Any]) -> dict[str, float | None]:
        """Return the figures; None where one is undefined.

        Args:
            predictions: rows, or bare labels; paired with the references by id, or by position where none has an id.
            references: gold rows, or bare labels.

        Raises:
            Unscorable: they have problems.
        """
        gold = [_row(one, "label") for one in references]
        predicted = [_row(one, "predicted_label") for one in predictions]
        return dict(score(self.name, gold=gold, predictions=predicted, compat=self.compat, **self.settings).figures)


def load(name: str, *, compat: bool = False, **settings: Any) -> Loaded:
    """Return a metric to compute figures with.

    Raises:
        UsageError: there is none of that name.
    """
    metric_named(name)
    return Loaded(name, compat, settings)


def _row(given: Any, field: str) -> Any:
    """Return a row as it is, and a bare label as a row; a number of numpy's is a number."""
    if isinstance(given, Mapping):
        return given
    return {field: given.item() if hasattr(given, "item") else given}
