"""What a metric is: a module that reads a gold row, reads a predicted row, and tallies the pairs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

import attrs

from factcheck.metrics.tally import Tally
from factcheck.problems import Path
from factcheck.records.corpus import Corpus

Plain = Mapping[str, Any]
Settings = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Limit:
    """A setting that limits a number: a whole number above 0, or None for no limit."""

    default: int | None

    def unfit(self, value: object) -> str | None:
        """Return what was expected, where a value does not fit."""
        return None if value is None or (is_whole(value) and int(str(value)) > 0) else "a whole number above 0, or None"


@attrs.frozen(kw_only=True)
class Count:
    """A setting that is a whole number above 0."""

    default: int

    def unfit(self, value: object) -> str | None:
        """Return what was expected, where a value does not fit."""
        return None if is_whole(value) and int(str(value)) > 0 else "a whole number above 0"


@attrs.frozen(kw_only=True)
class OneOf:
    """A setting that is one of some words; or, where it may be, a function from two strings to a number from 0 to 1."""

    default: str
    words: tuple[str, ...]
    or_function: bool = False

    def unfit(self, value: object) -> str | None:
        """Return what was expected, where a value does not fit."""
        if value in self.words or (self.or_function and callable(value)):
            return None
        return f"one of {said(self.words)}{' or a function of two strings' if self.or_function else ''}"


@attrs.frozen(kw_only=True)
class Words:
    """A setting that is some words: a tuple or list of them, or one string with commas between."""

    default: tuple[str, ...] = ()

    def unfit(self, value: object) -> str | None:
        """Return what was expected, where a value does not fit."""
        is_list = isinstance(value, (tuple, list)) and all(isinstance(word, str) for word in value)
        return None if is_list or isinstance(value, str) else "words, or one string with commas between them"


@attrs.frozen(kw_only=True)
class Identity:
    """How rows of gold and predictions find each other.

    Args:
        field: the field with the id.
        in_files: whether the official files have it; where they do not, rows pair by position as long as none has an id.
        official: how the official scorer pairs rows; None where there is no official scorer.
        is_keyed: whether the official predictions are one mapping from ids to rows.
    """

    field: str = "id"
    in_files: bool = True
    official: Literal["position", "id"] | None = "position"
    is_keyed: bool = False


Setting = Limit | Count | OneOf | Words


class Note(Protocol):
    """Notes what is wrong with a row."""

    def __call__(self, path: Path, message: str, *, rule: str = "wrong-shape", cure: str | None = None) -> None:
        """Note that something is wrong at ``path`` in the row that is being read."""


class OfficialScorerFails(Exception):
    """The official scorer does not get to its figures with this input; the message says why."""


class Unfit(Exception):
    """Predictions that are sound by themselves do not fit the gold."""

    def __init__(self, rule: str, found: Mapping[int, tuple[Path, str]]) -> None:
        super().__init__(rule, found)
        self.rule = rule
        self.found = found


class Metric(Protocol):
    """A module of this package.

    Its docstring is the metric's manual: a title line, what it measures, its figures, and what of the official scorer's
    behaviour is reproduced or refused; ``docs/reference/metrics.md`` is made of them.

    What is read need not be sound once something was noted of it: no figure is made then.
    """

    __doc__: str | None

    @property
    def SETTINGS(self) -> Mapping[str, Setting]:  # noqa: N802  # a constant of the module
        """Its settings."""

    @property
    def ID(self) -> Identity:  # noqa: N802
        """How its rows find each other."""

    def read_gold(self, row: Plain, settings: Settings, note: Note) -> Any:
        """Return what the metric needs of a gold row."""

    def read_prediction(self, row: Plain, settings: Settings, note: Note) -> Any:
        """Return what the metric needs of a predicted row."""

    def gold_rows(self, corpus: Corpus) -> Iterator[Plain] | None:
        """Yield the gold rows of a corpus of ours; None where the metric makes no sense of one."""

    def tally(self, ids: Sequence[str], pairs: Sequence[tuple[Any, Any]], settings: Settings) -> Tally:
        """Return what each item adds to the sums.

        Raises:
            OfficialScorerFails: with ``compat``, and the official scorer fails.
            Unfit: predictions do not fit the gold.
        """


def is_whole(value: object) -> bool:
    """Tell whether a value is a whole number, which True is not."""
    return isinstance(value, int) and not isinstance(value, bool)


def got(row: Plain, field: str) -> str:
    """Return what a message says that a field of a row holds."""
    return f"got {row[field]!r}" if field in row else "there is none"


def said(words: Iterable[object]) -> str:
    """Return words as a message lists them."""
    return ", ".join(repr(word) for word in words)
