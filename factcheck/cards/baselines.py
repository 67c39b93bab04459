"""Baselines: what simple systems score on a corpus, as ``data/baselines.json`` holds it."""

import json
from collections.abc import Iterable
from typing import Any

import attrs

from factcheck.errors import UsageError

FILE = "baselines.json"
_WORDS, _NUMBERS = ("name", "config", "metric"), ("value", "low", "high", "n")


@attrs.frozen(kw_only=True)
class Baseline:
    """A figure that a simple system reaches.

    Args:
        name: the system.
        config: the config it was run on.
        metric: what was measured.
        value: the figure.
        low: the lower end of its interval.
        high: the upper end of its interval.
        n: how many rows it was measured on.
    """

    name: str
    config: str
    metric: str
    value: float
    low: float
    high: float
    n: int


def baselines_of(text: str) -> tuple[Baseline, ...]:
    """Return the baselines that the text of a ``baselines.json`` holds; none where there is no text.

    Raises:
        UsageError: it is not what is written there.
    """
    if not text.strip():
        return ()
    try:
        plain = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UsageError(f"{FILE} is no JSON: run the baselines again, or take it away") from error
    figures = plain.get("figures") if isinstance(plain, dict) else None
    if not isinstance(figures, list) or not all(map(_is_figure, figures)):
        keys = ", ".join((*_WORDS, *_NUMBERS))
        raise UsageError(f"{FILE} must hold 'figures', each with {keys}: run the baselines again, or take it away")
    return tuple(_baselines(figures))


def computed_of(text: str) -> object:
    """Return the digest of the data that sound baselines say they were computed of; None where they say nothing."""
    return json.loads(text).get("of") if text.strip() else None


def _is_figure(plain: Any) -> bool:
    if not isinstance(plain, dict):
        return False
    are_words = all(isinstance(plain.get(key), str) for key in _WORDS)
    numbers = [plain.get(key) for key in _NUMBERS]
    return are_words and all(isinstance(number, (int, float)) and not isinstance(number, bool) for number in numbers)


def _baselines(figures: Iterable[dict[str, Any]]) -> Iterable[Baseline]:
    return (Baseline(**{key: plain[key] for key in (*_WORDS, *_NUMBERS)}) for plain in figures)
