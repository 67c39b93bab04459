"""Remarks in a YAML file that excuse a problem: ``# factcheck: ignore[rule-name, other] reason``.

A remark behind a value speaks of its own line; one that stands alone speaks of the next line that is more than a remark.
"""

import re
from collections.abc import Iterator
from typing import Any

import attrs
import yaml

from factcheck.files.parsed import Mark
from factcheck.text import LineIndex

_REMARK = re.compile(r"#[ \t]*factcheck:[ \t]*ignore(?![\w-])(?:[ \t]*\[([^\]\r\n]*)\])?([^\r\n]*)")
_BARE = re.compile(r"[ \t]*(#.*)?")


@attrs.frozen(kw_only=True)
class Remark:
    """A remark that excuses problems.

    Args:
        rules: the names in its brackets.
        reason: what stands behind them.
        mark: where it begins.
        line: the line that it speaks of.
    """

    rules: tuple[str, ...]
    reason: str
    mark: Mark
    line: int


def remarks(text: str) -> tuple[Remark, ...]:
    """Return the remarks of a YAML text, in order; of a text that does not parse, none."""
    if "factcheck:" not in text:
        return ()
    try:
        scalars = list(_scalars(text))
    except yaml.YAMLError:
        return ()
    index, lines = LineIndex(text), re.split("\r\n|\r|\n", text)
    return tuple(
        _remark(found, Mark(*index.place(found.start())), lines)
        for found in _REMARK.finditer(text)
        if not any(start <= found.start() < end for start, end in scalars)
    )


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each scalar begins and ends: what looks like a remark in one is none."""
    # libyaml swallows one byte order mark without counting it; given ours, it counts all that is the text's
    for event in yaml.parse("\ufeff" + text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            yield start.index, end.index


def _remark(found: re.Match[str], mark: Mark, lines: list[str]) -> Remark:
    named, reason = found[1] or "", found[2].strip()
    rules = tuple(name.strip() for name in named.split(",") if name.strip())
    line = mark.line
    if not lines[line - 1][: mark.column - 1].strip():
        while line < len(lines) and _BARE.fullmatch(lines[line - 1]):
            line += 1
    return Remark(rules=rules, reason=reason, mark=mark, line=line)
