"""A report as text: each problem with its source line and a marker under the column, then what was read."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import attrs

from factcheck.problems import Place, Problem, Report
from factcheck.records.corpus import SINGULAR

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


def problem_lines(report: Report, styles: Styles, *, with_words: bool) -> Iterator[str]:
    """Yield the lines that tell every problem.

    Args:
        report: what was found.
        styles: how words are set off.
        with_words: show words of texts that may be withheld; for a terminal only.
    """
    for problem in report.problems:
        yield from _problem(problem, styles, with_words=with_words)


def _problem(problem: Problem, styles: Styles, *, with_words: bool) -> Iterator[str]:
    place = problem.place
    where = ":".join(str(part) for part in (place.file, place.line, place.column) if part)
    path = f" {place.path}:" if place.path else ""
    yield printable(f"{styles.bold(where)}: {styles.level(problem.level)}:{path} {problem.message} ") + styles.dim(
        f"[{problem.rule}]"
    )
    yield from _source(place, styles)
    for other in problem.places[1:]:
        note = f"{other.note}: " if other.note else ""
        yield styles.dim(printable(f"    {note}{other}"))
    if with_words and problem.words is not None:
        yield printable(f"    the words there now: {problem.words!r}")
    if problem.cure:
        yield printable(f"    {problem.cure}")


def printable(text: str) -> str:
    """Return text without the control characters that could steer a terminal; our own colours stay."""
    return "".join(c if c.isprintable() or c == "\x1b" else repr(c)[1:-1] for c in text)


def _source(place: Place, styles: Styles) -> Iterator[str]:
    lines = _lines(place.file) if place.file and place.column else ()
    if not 0 < place.line <= len(lines):
        return
    first = max(0, place.column - _WIDEST)
    shown = "".join(c if c.isprintable() else "·" for c in lines[place.line - 1][first : first + _WIDEST + 20])
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
    if "unreadable" in report.by_rule:
        yield "mend first what is unreadable: the rest may follow from it"
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
