"""Values of a YAML text replaced, and keys taken out or put in another order; every other character stays as it was."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from factcheck.files.yaml_editing import json_text, line_end, trimmed
from factcheck.files.yaml_extents import Extent, extents
from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_writer import write_yaml
from factcheck.problems import Path

_COMMENT_LINES = re.compile(r"(?:^[ ]*#[^\n]*\n)*\Z", re.MULTILINE)
_NOT_IN_QUOTES = re.compile(r"[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]")
_NOT_PLAIN = frozenset("[]{},\n")


def value_at(value: Any, path: Path) -> Any:
    """Return what stands at the end of a way into plain data."""
    for step in path:
        value = value[step]
    return value


def with_values(text: str, values: Mapping[Path, Any]) -> str:
    """Return a text with strings and numbers replaced by others, written as the old ones were where that can be.

    Args:
        text: a YAML text without flaws.
        values: the new values; each takes the place of a string or number.
    """
    left, made = dict(values), text
    for write in _WRITERS:
        found = extents(text)
        # each is tried in the text as it was, so that a place that needs the next writer does not spoil another
        tried = {path: write(_words(text, found[path]), value) for path, value in left.items()}
        written = _spliced(text, {found[path]: words for path, words in tried.items()})
        now = parse_yaml(written)
        fitting = {
            path: words
            for path, words in tried.items()
            if path in now.marks and not now.flaws and _is(value_at(now.value, path), left[path])
        }
        made = _spliced(text, {found[path]: words for path, words in fitting.items()})
        text, left = made, {path: value for path, value in left.items() if path not in fitting}
        if not left:
            break
    return made


def _words(text: str, extent: Extent) -> str:
    return text[extent.start : extent.end]


def _is(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _spliced(text: str, changes: Mapping[Extent, str]) -> str:
    for extent in sorted(changes, key=lambda extent: extent.start, reverse=True):
        text = text[: extent.start] + changes[extent] + text[extent.end :]
    return text


def _composed(old: str, value: Any) -> str:
    """Compose the characters where they stand: folds, quotes and escapes stay."""
    return unicodedata.normalize("NFC", old)


def _quoted_alike(old: str, value: Any) -> str:
    if isinstance(value, str) and old[:1] == '"':
        return json_text(value)
    if isinstance(value, str) and old[:1] == "'" and not _NOT_IN_QUOTES.search(value):
        return "'" + value.replace("'", "''") + "'"
    written = write_yaml({"k": value}).removeprefix("k:").strip(" \n")
    return written if _NOT_PLAIN.isdisjoint(written) else json_text(value)


def _in_double_quotes(old: str, value: Any) -> str:
    return json_text(value) + ("\n" if old.endswith("\n") else "")


_WRITERS: tuple[Callable[[str, Any], str], ...] = (_composed, _quoted_alike, _in_double_quotes)


def without_keys(text: str, paths: Iterable[Path]) -> str:
    """Return a text without some keys; one that cannot be taken out alone stays.

    Args:
        text: a YAML text without flaws.
        paths: the ways to the keys' values.
    """
    found = extents(text)
    for path in sorted(paths, key=lambda path: found[path].start, reverse=True):
        start, end = _cut(text, found, path)
        text = text[:start] + text[end:]
    return text


def _cut(text: str, found: Mapping[Path, Extent], path: Path) -> tuple[int, int]:
    """Return what goes with a key: its lines, or in brackets its words and a comma."""
    mine, pairs = found[path], _pairs(found, path[:-1])
    key = mine.key or 0
    if mine.flow:
        later = next((at for at, _ in pairs if at > key), None)
        earlier = max((end for at, end in pairs if at < key), default=None)
        return (key, later) if later is not None else (earlier if earlier is not None else key, mine.end)
    line = text.rfind("\n", 0, key) + 1
    if not text[line:key].strip(" "):
        return line, line_end(text, trimmed(text, mine.end))
    # the first of an item of a list: the next key takes its place in the line, unless a remark stands between
    later = next((at for at, _ in pairs if at > key), key)
    return (key, later) if not text[mine.end : later].strip() else (key, key)


def _pairs(found: Mapping[Path, Extent], mapping: Path) -> list[tuple[int, int]]:
    """Return where each key of a mapping begins and its value ends, in the order of the text."""
    inside = (extent for path, extent in found.items() if path and path[:-1] == mapping and extent.key is not None)
    return sorted((extent.key or 0, extent.end) for extent in inside)


def with_order(text: str, orders: Mapping[Path, Sequence[str]]) -> str:
    """Return a text with the keys of some mappings in another order, remarks going with the key below or before them.

    Args:
        text: a YAML text without flaws that ends with a line break.
        orders: all the keys of each mapping, in the new order.
    """
    for depth in sorted({len(path) for path in orders}, reverse=True):
        found = extents(text)
        here = [path for path in orders if len(path) == depth]
        keys: dict[Path, dict[str, Extent]] = {path: {} for path in here}
        for path, extent in found.items():
            if path and path[:-1] in keys and extent.key is not None:
                keys[path[:-1]][str(path[-1])] = extent
        # from the end, so that what comes before keeps its place
        for path in sorted(here, key=lambda path: found[path].start, reverse=True):
            move = _moved_in_brackets if found[path].flow else _moved_lines
            text = move(text, keys[path], orders[path])
    return text


def _moved_in_brackets(text: str, keys: Mapping[str, Extent], order: Sequence[str]) -> str:
    places = sorted((extent.key or 0, extent.end) for extent in keys.values())
    pieces = [text[keys[key].key : keys[key].end] for key in order]
    for (start, end), piece in reversed(list(zip(places, pieces, strict=True))):
        text = text[:start] + piece + text[end:]
    return text


def _moved_lines(text: str, keys: Mapping[str, Extent], order: Sequence[str]) -> str:
    standing = sorted(keys, key=lambda key: keys[key].key or 0)
    first = keys[standing[0]].key or 0
    margin = " " * (first - (text.rfind("\n", 0, first) + 1))
    starts = [first]
    for before, key in pairwise(standing):
        line = text.rfind("\n", 0, keys[key].key) + 1
        earliest = min(line, line_end(text, trimmed(text, keys[before].end)))
        remarks = _COMMENT_LINES.search(text, earliest, line)
        starts.append(remarks.start() if remarks else line)
    end = line_end(text, trimmed(text, keys[standing[-1]].end))
    pieces = {
        key: text[start:stop].removeprefix(margin)
        for key, start, stop in zip(standing, starts, [*starts[1:], end], strict=True)
    }
    return text[:first] + margin.join(pieces[key] for key in order) + text[end:]
