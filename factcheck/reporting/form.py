"""What a form of a report is: a module that turns a report into lines."""

from collections.abc import Iterator
from typing import Protocol

import attrs

from factcheck.problems import Problem, Report


@attrs.frozen(kw_only=True)
class Showing:
    """How a report is shown.

    Args:
        colour: set words off by colour.
        words: show words of texts that may be withheld; for a terminal only.
        source: show the line of the file that a problem is in; not in a file, for it may hold withheld words.
        most: how many problems are shown at most; all, if nothing is said.
    """

    colour: bool = False
    words: bool = False
    source: bool = True
    most: int | None = None

    def shown(self, report: Report) -> tuple[Problem, ...]:
        """Return the problems that are shown, errors before warnings where not all are."""
        if self.most is None or len(report.problems) <= self.most:
            return report.problems
        return (*report.errors, *report.warnings)[: self.most]

    def unshown(self, report: Report) -> int:
        """Return how many problems are not shown."""
        return len(report.problems) - len(self.shown(report))


class Form(Protocol):
    """A module of this package."""

    def lines(self, report: Report, showing: Showing) -> Iterator[str]:
        """Yield the lines of a report."""
