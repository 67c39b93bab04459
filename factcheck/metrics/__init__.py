"""Metrics: pure functions on records, each with its definition and the paper that it is from.

``score`` is the door to those that compare predictions with a gold; names are found lazily, so that agreement loads no scorer.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.metrics.evaluating import Loaded, load
    from factcheck.metrics.scoring import METRICS, Scores, Unscorable, score
    from factcheck.metrics.tally import Tally

_HOMES: dict[str, str] = {
    "Loaded": "evaluating",
    "METRICS": "scoring",
    "Scores": "scoring",
    "Tally": "tally",
    "Unscorable": "scoring",
    "load": "evaluating",
    "score": "scoring",
}

__all__ = ["METRICS", "Loaded", "Scores", "Tally", "Unscorable", "load", "score"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
