"""How alike two strings are: what AVeriTeC's pairing of predicted with gold questions and answers rests on."""

from collections.abc import Callable
from importlib import import_module

from factcheck.errors import UsageError

Similarity = Callable[[str, str], float]
"""From a predicted and a gold string to a number from 0 to 1."""

SIMILARITIES = ("token_f1", "meteor")


def similarity_named(name: str | Similarity) -> Similarity:
    """Return a similarity.

    Raises:
        UsageError: METEOR is asked for, and what it needs is not installed.
    """
    if callable(name):
        return name
    return token_f1 if name == "token_f1" else _meteor()


def token_f1(one: str, other: str) -> float:
    """Return the F1 of the sets of words of two strings, in lower case, cut at white space; 0 where they share none."""
    ours, theirs = set(one.lower().split()), set(other.lower().split())
    shared = len(ours & theirs)
    return 2 * shared / (len(ours) + len(theirs)) if shared else 0.0


def _meteor() -> Similarity:
    try:
        found: Similarity = import_module("factcheck.metrics.meteor").meteor
    except ModuleNotFoundError as error:
        cure = "pip install 'factcheck[meteor]' brings it, and token_f1 needs nothing"
        raise UsageError(f"METEOR needs {error.name!r}, which is not installed: {cure}") from error
    return found
