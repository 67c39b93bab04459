"""A report as workflow commands of GitHub Actions, which shows them beside the changed lines of a pull request.

A step shows at most ten errors and ten warnings; what goes beyond is said in the log. Nothing of a corpus can begin a line, and
line breaks, percent signs, colons and commas are escaped, so that no message can be read as a command.
"""

from collections.abc import Iterator

from factcheck.problems import Problem, Report
from factcheck.reporting.form import Showing
from factcheck.reporting.printable import printable
from factcheck.reporting.text_report import styled, summary_lines

SHOWN = 10
"""How many annotations of each level GitHub shows of one step."""


def lines(report: Report, showing: Showing) -> Iterator[str]:
    """Yield a command a problem, then the summary."""
    shown = showing.shown(report)
    told = [problem for level in ("error", "warning") for problem in _first(shown, level)]
    yield from map(_command, told)
    if len(told) < len(report.problems):
        yield f"{len(report.problems) - len(told)} more problems, which GitHub would not show"
    yield from summary_lines(report, styled(showing))


def _first(problems: tuple[Problem, ...], level: str) -> list[Problem]:
    return [problem for problem in problems if problem.level == level][:SHOWN]


def _command(problem: Problem) -> str:
    place = problem.place
    named = {"file": place.file, "line": place.line, "col": place.column, "title": problem.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in named.items() if value)
    path = f"{place.path}: " if place.path else ""
    cure = f"\n{problem.cure}" if problem.cure else ""
    return f"::{problem.level} {properties}::{_escaped(path + problem.message + cure)}"


def _escaped(text: str) -> str:
    parts = (printable(part) for part in text.replace("%", "%25").split("\n"))
    return "%0A".join(parts)


def _property(text: str) -> str:
    return printable(text.replace("%", "%25")).replace(":", "%3A").replace(",", "%2C")
