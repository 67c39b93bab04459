"""What a metric is: a module that reads a gold row, reads a predicted row, and tallies the pairs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from factcheck.metrics.tally import Tally
from factcheck.problems import Path
from factcheck.records.corpus import Corpus

Plain = Mapping[str, Any]
Settings = Mapping[str, Any]


class Note(Protocol):
    """Notes what is wrong with a row."""

    def __call__(self, path: Path, message: str, *, rule: str = "wrong-shape", cure: str | None = None) -> None:
        """Note that something is wrong at ``path`` in the row that is being read."""


class OfficialScorerFails(Exception):
    """The official scorer does not get to its figures with this input; the message says why."""


class Metric(Protocol):
    """A module of this package.

    Its docstring is the metric's manual: a title line, what it measures, its figures, and what of the official scorer's
    behaviour is reproduced or refused; ``docs/reference/metrics.md`` is made of them.

    What is read need not be sound once something was noted of it: no figure is made then.
    """

    __doc__: str | None

    @property
    def SETTINGS(self) -> Settings:  # noqa: N802  # a constant of the module
        """Its settings with their defaults."""

    @property
    def ID(self) -> str | None:  # noqa: N802
        """The field that joins gold and predictions; None where the official files have none."""

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
        """


def is_whole(value: object) -> bool:
    """Tell whether a value is a whole number, which True is not."""
    return isinstance(value, int) and not isinstance(value, bool)


def said(words: Iterable[object]) -> str:
    """Return words as a message lists them."""
    return ", ".join(repr(word) for word in words)
