"""Small changes to a YAML text that leave every other character as it is.

Each function yields the texts that may be the one wanted, the nicest first: what a comment, a blank line or a block of words
belongs to shows only when the text is read again, and that is for the caller to do.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from factcheck.files.yaml_extents import Extent, extents
from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_writer import write_yaml
from factcheck.problems import Path

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BLANK_LINE = re.compile(r"\n[ \r]*\n")
_NOT_IN_BRACKETS = frozenset("[]{},\n")
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@attrs.frozen(kw_only=True)
class KeyChange:
    """A key and its value, to be set in one mapping.

    Args:
        path: the way to the mapping.
        key: the key; where it is there its value is replaced.
        value: the value, plain.
        after: the keys that it goes behind, those of them that are there; the last key, if none is.
    """

    path: Path
    key: str
    value: Any
    after: Sequence[str] = ()


def appended(text: str, item: str) -> Iterator[str]:
    """Yield a text whose root is a list with one more item.

    Args:
        text: a YAML text without flaws.
        item: the YAML of a list of that one item, in block style.
    """
    found = extents(text)
    root = found[()]
    if root.flow:
        yield from _in_brackets(text, found, item)
        return
    item = _indented(item, _column(text, root.start))
    gap = "\n" if _has_gap(text, found) else ""
    for at in (len(text), line_end(text, trimmed(text, root.end)), line_end(text, root.end)):
        yield _with_lines(text, at, gap + item)
        yield _with_lines(text, at, item)


def listed(text: str) -> str:
    """Return a text whose root is a mapping as a list of that one mapping."""
    start = extents(text)[()].start
    lines: list[str] = _LINE.findall(text[start:])
    return (
        text[:start]
        + "- "
        + lines[0]
        + "".join(line if line.strip("\r\n") == "" else f"  {line}" for line in lines[1:])
    )


def with_keys(text: str, changes: Sequence[KeyChange]) -> Iterator[str]:
    """Yield a text with keys set in some of its mappings, one key a mapping."""
    found = extents(text)
    children: dict[Path, dict[str, Extent]] = {change.path: {} for change in changes}
    for path, extent in found.items():
        if path and path[:-1] in children and extent.key is not None:
            children[path[:-1]][str(path[-1])] = extent
    for trim in (True, False):
        made = text
        edits = [_edit(text, found[change.path], children[change.path], change, trim=trim) for change in changes]
        for start, end, new in sorted(edits, reverse=True):
            made = (
                _with_lines(made, start, new)
                if new.endswith("\n") and start == end
                else made[:start] + new + made[end:]
            )
        yield made


def _edit(
    text: str, mapping: Extent, keys: Mapping[str, Extent], change: KeyChange, *, trim: bool
) -> tuple[int, int, str]:
    """Return what goes where: start, end and the words that take the place of those between."""
    if mapping.flow:
        return _edit_in_brackets(mapping, keys, change)
    written = write_yaml({change.key: change.value})
    old = keys.get(change.key)
    if old is not None and old.key is not None:
        end = trimmed(text, old.end) if trim else old.end
        new = _indented(written, _column(text, old.key)).lstrip(" ")
        return old.key, end, new if text[:end].endswith("\n") else new.removesuffix("\n")
    last = _last_before(keys, change)
    at = line_end(text, trimmed(text, last.end) if trim else last.end)
    first_key = min(extent.key or 0 for extent in keys.values())
    return at, at, _broken_as(text, _indented(written, _column(text, first_key)))


def _edit_in_brackets(mapping: Extent, keys: Mapping[str, Extent], change: KeyChange) -> tuple[int, int, str]:
    written = _flow_pair(change.key, change.value)
    old = keys.get(change.key)
    if old is not None and old.key is not None:
        return old.key, old.end, written
    if not keys:
        return mapping.start + 1, mapping.start + 1, written
    at = _last_before(keys, change).end
    return at, at, f", {written}"


def _last_before(keys: Mapping[str, Extent], change: KeyChange) -> Extent:
    before = [extent for key, extent in keys.items() if key in change.after] or list(keys.values())
    return max(before, key=lambda extent: extent.end)


def _in_brackets(text: str, found: Mapping[Path, Extent], item: str) -> Iterator[str]:
    """Yield a list in brackets with one more item; an empty one turns into block style."""
    root = found[()]
    count = sum(1 for path in found if len(path) == 1)
    if not count:
        yield text[: root.start] + item.removesuffix("\n") + text[root.end :]
    at = found[(count - 1,)].end if count else root.start + 1
    yield text[:at] + (", " if count else "") + json_text(parse_yaml(item).value[0]) + text[at:]


def _flow_pair(key: str, value: Any) -> str:
    """Write a key and its value as they may stand in brackets."""
    written = write_yaml({key: value}).removesuffix("\n")
    return written if _NOT_IN_BRACKETS.isdisjoint(written) else f"{json_text(key)}: {json_text(value)}"


def json_text(value: Any) -> str:
    """Write JSON that is YAML as well."""
    return _RAW_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _has_gap(text: str, found: Mapping[Path, Extent]) -> bool:
    """Tell whether a blank line parts the last two items of the list; a lone item is parted from the next."""
    count = sum(1 for path in found if len(path) == 1)
    if count < 2:
        return True
    return _BLANK_LINE.search(text, trimmed(text, found[(count - 2,)].end), found[(count - 1,)].start) is not None


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def trimmed(text: str, end: int) -> int:
    """Return where what ends there really ends, without the white space before it."""
    return len(text[:end].rstrip(" \r\n"))


def line_end(text: str, at: int) -> int:
    """Return where the next line begins; ``at`` itself where one begins there."""
    if text[:at].endswith("\n"):
        return at
    newline = text.find("\n", at)
    return newline + 1 if newline >= 0 else len(text)


def _with_lines(text: str, at: int, lines: str) -> str:
    """Insert lines, after a line break where the line before has none."""
    before = text[:at]
    parted = "\n" if before and not before.endswith("\n") else ""
    return before + _broken_as(text, parted) + _broken_as(text, lines) + text[at:]


def _broken_as(text: str, lines: str) -> str:
    """Return lines that break as those of the text do."""
    return lines.replace("\n", "\r\n") if "\r\n" in text and "\r\n" not in lines else lines


def _indented(text: str, columns: int) -> str:
    return "".join(line if line == "\n" else " " * columns + line for line in _LINE.findall(text))


def with_names(text: str, names: Mapping[tuple[Path, str], str]) -> Iterator[str]:
    """Yield a text with keys renamed.

    Args:
        text: a YAML text without flaws.
        names: the new name of a key, by the way to its mapping and its name.
    """
    found = extents(text)
    for (path, key), name in sorted(names.items(), key=lambda item: -(found[(*item[0][0], item[0][1])].key or 0)):
        start = found[(*path, key)].key or 0
        written = next((form for form in (key, f"'{key}'", json.dumps(key)) if text.startswith(form, start)), key)
        text = text[:start] + write_yaml({name: 0}).partition(": 0")[0] + text[start + len(written) :]
    yield text
