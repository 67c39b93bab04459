"""A report as text: each problem with its source line and a marker under the column, then what was read."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import attrs

from factcheck.problems import Place, Problem, Report
from factcheck.records.corpus import SINGULAR
from factcheck.reporting.form import Showing
from factcheck.reporting.printable import printable

_WIDEST = 110


@attrs.frozen(kw_only=True)
class Styles:
    """How words are set off: functions from text to text."""

    colour: bool

    def bold(self, text: str) -> str:
        return self._set(text, "1")

    def dim(self, text: str) -> str:
        return self._set(text, "2")

    def level(self, level: str) -> str:
        return self._set(level, "1;31" if level == "error" else "1;33")

    def good(self, text: str) -> str:
        return self._set(text, "1;32")

    def _set(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def styled(showing: Showing) -> Styles:
    """Return how words are set off."""
    return Styles(colour=showing.colour)


def lines(report: Report, showing: Showing) -> Iterator[str]:
    """Yield the lines that tell every problem, then what was read and how many problems there are."""
    yield from problem_lines(report, showing)
    yield from summary_lines(report, styled(showing))


def problem_lines(report: Report, showing: Showing) -> Iterator[str]:
    """Yield the lines that tell every problem."""
    for problem in showing.shown(report):
        yield from _problem(problem, styled(showing), showing)
    if unshown := showing.unshown(report):
        yield f"and {_many(unshown, 'more problem')}, not shown"


def _problem(problem: Problem, styles: Styles, showing: Showing) -> Iterator[str]:
    place = problem.place
    where = ":".join(str(part) for part in (place.file, place.line, place.column) if part)
    path = f" {place.path}:" if place.path else ""
    said = printable(f"{path} {problem.message} ")
    level = styles.level(problem.level)
    yield f"{styles.bold(printable(where))}: {level}:{said}" + styles.dim(f"[{problem.rule}]")
    if showing.source:
        yield from _source(place, styles)
    for other in problem.places[1:]:
        note = f"{other.note}: " if other.note else ""
        yield styles.dim(printable(f"    {note}{other}"))
    if showing.words and problem.words is not None:
        yield printable(f"    the words there now: {problem.words!r}")
    if problem.cure:
        yield printable(f"    {problem.cure}")


def _source(place: Place, styles: Styles) -> Iterator[str]:
    source = _lines(place.file) if place.file and place.column else ()
    if not 0 < place.line <= len(source):
        return
    first = max(0, place.column - _WIDEST)
    shown = "".join(c if c.isprintable() else "·" for c in source[place.line - 1][first : first + _WIDEST + 20])
    margin = f"{place.line:>6} | "
    yield styles.dim(margin) + shown
    yield styles.dim(" " * (len(margin) - 2) + "| ") + " " * (place.column - 1 - first) + styles.bold("^")


@lru_cache(maxsize=8)
def _lines(file: str) -> tuple[str, ...]:
    path = Path(file)
    try:
        if path.stat().st_size > 16 * 1024 * 1024:
            return ()
        text = path.read_text("utf-8", "replace")
    except OSError:
        return ()
    return tuple(text.replace("\r\n", "\n").split("\n"))


def summary_lines(report: Report, styles: Styles) -> Iterator[str]:
    """Yield the lines that say what was read and how many problems there are."""
    counts = ", ".join(_many(count, SINGULAR[kind]) for kind, count in report.counts.items() if count)
    yield f"read {counts or 'no records'}"
    yield anchors_line(report)
    for rule, count in report.by_rule.items():
        yield f"{count:>6}  {rule}"
    if mendable := sum(problem.fixable for problem in report.problems):
        yield f"factcheck fix mends {mendable} of these"
    if report.held_back:
        yield f"{_many(report.held_back, 'further problem')} not told: they may only follow from what could not be read"
    if report.ignored:
        yield f"{_many(len(report.ignored), 'problem')} ignored by remarks in the files"
    if report.elsewhere:
        yield f"{_many(report.elsewhere, 'problem')} in other files left out"
    errors, warnings = len(report.errors), len(report.warnings)
    said = f"{_many(errors, 'error')}, {_many(warnings, 'warning')} by {len(report.rules)} rules"
    yield styles.level(said) if errors else styles.good(said)


def anchors_line(report: Report) -> str:
    """Say how many anchors were verified, and how many could not be seen."""
    verified, unseen = report.anchors.get("verified", 0), report.anchors.get("unseen", 0)
    hint = " (name their folder by --documents)" if unseen else ""
    return (
        f"{_many(verified, 'anchor')} verified, {unseen} not seen: their texts are not at hand{hint}"
        if unseen
        else (f"{_many(verified, 'anchor')} verified")
    )


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
