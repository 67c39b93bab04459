"""A file in its form: UTF-8 without a byte order mark, lines that end in a line feed alone and in no white space.

Each step is taken only where the file reads as before, value by value; so a space that means something stays.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import orjson

from factcheck.files.parsed import Parsed
from factcheck.files.yaml_extents import extents
from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_rewriting import with_order
from factcheck.problems import Path
from factcheck.writing import in_order

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# in double quotes a space behind a backslash is meant
_TRAILING = re.compile(r"(?<!\\)[ \t]+$", re.MULTILINE)
_TAB = re.compile(r"(?<=[^ \t\n])[ ]*\t[ \t]*(?=[^ \t\n])")
_REMARK = re.compile(r"(?:^|[ \t])#")
_BLOCK = ("|", ">")


def tidy_yaml(text: str, kind: str) -> str:
    """Return a YAML text without flaws in its form, the keys of each record in the order of its fields.

    Args:
        text: the text.
        kind: what it holds: ``dataset``, or a kind in the plural.
    """
    for step in (_line_feeds, _without_trailing_space, _without_tabs, _one_last_break):
        text = _unless_it_says_another_thing(text, step)
    return _unless_it_says_another_thing(text, lambda text: _in_order(text, kind))


def tidy_line(value: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    """Return a record of a line of JSON Lines with its keys in the order of its fields."""
    ordered: Mapping[str, Any] = in_order(kind, value)
    return ordered


def same(one: Any, other: Any) -> bool:
    """Tell whether two plain values are the same, 1 and 1.0 and true told apart."""
    return orjson.dumps(one, option=orjson.OPT_SORT_KEYS) == orjson.dumps(other, option=orjson.OPT_SORT_KEYS)


def _unless_it_says_another_thing(text: str, step: Callable[[str], str]) -> str:
    made = step(text)
    if made == text:
        return text
    parsed = parse_yaml(made)
    return made if not parsed.flaws and same(parsed.value, parse_yaml(text).value) else text


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n")


def _one_last_break(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _without_trailing_space(text: str) -> str:
    stretches = _Stretches(text, lambda start: text[start] in _BLOCK)
    return _TRAILING.sub(lambda found: found[0] if stretches.hold(found.start()) else "", text)


def _without_tabs(text: str) -> str:
    """Write a tab between two words of a line as a space, in no string and no remark."""
    stretches = _Stretches(text, lambda start: True)
    made = []
    at = 0
    for line in _LINE.findall(text):
        made.append("".join(_untabbed(line, at, stretches)))
        at += len(line)
    return "".join(made)


def _untabbed(line: str, at: int, stretches: "_Stretches") -> Iterator[str]:
    remark = next((found.start() for found in _REMARK.finditer(line) if not stretches.hold(at + found.end() - 1)), None)
    done = 0
    for found in _TAB.finditer(line):
        if not stretches.hold(at + found.start()) and (remark is None or found.start() <= remark):
            yield line[done : found.start()] + " "
            done = found.end()
    yield line[done:]


class _Stretches:
    """The stretches of a YAML text that are strings of some sort."""

    def __init__(self, text: str, is_meant: Callable[[int], bool]) -> None:
        scalars = sorted((extent.start, extent.end) for extent in extents(text).values() if extent.scalar)
        meant = [(start, end) for start, end in scalars if start < end and is_meant(start)]
        # what stands in the line of a block's sign is not the string yet
        self._starts = [text.find("\n", start) if text[start] in _BLOCK else start for start, _ in meant]
        self._ends = [end for _, end in meant]

    def hold(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]


def _in_order(text: str, kind: str) -> str:
    parsed = parse_yaml(text)
    orders = dict(_orders(parsed, in_order(kind, parsed.value)))
    return with_order(text, orders) if orders else text


def _orders(parsed: Parsed, ordered: Any) -> Iterator[tuple[Path, list[str]]]:
    """Yield the ways to the mappings whose keys stand in another order, with the right one."""
    stack: list[tuple[Path, Any, Any]] = [((), parsed.value, ordered)]
    while stack:
        path, value, right = stack.pop()
        if isinstance(value, dict):
            if list(value) != list(right):
                yield path, list(right)
            stack.extend(((*path, key), member, right[key]) for key, member in value.items())
        elif isinstance(value, list):
            stack.extend(((*path, item), member, right[item]) for item, member in enumerate(value))
