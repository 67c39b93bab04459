"""Changes to files that people write: a record more, a key more, and every other character as it was.

Each change is made in memory and read again before anything is written: the file must parse, and every record but the one meant
must be what it was. Where that cannot be had, nothing is written.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

import attrs
import orjson

from factcheck.errors import UsageError
from factcheck.files.decoding import decode
from factcheck.files.json_lines import Line, parse_line
from factcheck.files.parsed import MAX_BYTES, Parsed
from factcheck.files.whole import write_whole
from factcheck.files.yaml_editing import KeyChange, appended, listed, with_keys, with_names
from factcheck.files.yaml_parser import parse_yaml
from factcheck.problems import Path
from factcheck.records.corpus import SINGULAR
from factcheck.writing import json_line, yaml_text

Plain = Mapping[str, Any]

LIST_KINDS = ("claims", "verdicts", "adjudications")
"""The kinds whose files hold a list, be it of one."""

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_SCHEMA_VERSION = re.compile(r"\A(# yaml-language-server: \$schema=\S*?)[0-9]+\.[0-9]+(?=/[a-z]+\.schema\.json\b)")
_SCHEMA_LINE = re.compile(r"\A# yaml-language-server: \$schema=\S*?([a-z]+)(?=\.schema\.json\b)")


def add_record(file: FilePath, kind: str, plain: Plain, *, schema_path: str | None = None) -> int:
    """Add a record at the end of a file, which need not be there yet, and return the line it begins in.

    A file of one record becomes a list of two; the schema that its first line names becomes that of the list.

    Args:
        file: a ``.yaml`` or ``.jsonl`` file.
        kind: what the record is, in the plural.
        plain: the record.
        schema_path: for a new file, the way to its JSON Schema.

    Raises:
        UsageError: the file cannot be read, or not be added to without touching what stands there.
    """
    before = file.read_bytes() if file.exists() else b""
    if file.suffix == ".jsonl":
        after, line = _with_line(file, before, plain)
    elif before.strip():
        text, line = _with_record(file, before, kind, plain)
        after = text.encode()
    else:
        text = yaml_text(kind, [plain] if kind in LIST_KINDS else plain, schema_path=schema_path)
        after, line = text.encode(), 2 if schema_path else 1
    _write(file, after)
    return line


def add_records(file: FilePath, kind: str, plains: Sequence[Plain], *, schema_path: str | None = None) -> None:
    """Add records of a kind whose files hold a list; arguments and errors as for ``add_record``."""
    if file.exists() or file.suffix == ".jsonl":
        for plain in plains:
            add_record(file, kind, plain, schema_path=schema_path)
    else:
        _write(file, yaml_text(kind, plains, schema_path=schema_path).encode())


def set_key(file: FilePath, path: Path, key: str, value: Any, *, after: Sequence[str] = ()) -> None:
    """Set one key in one record of a file; arguments as for ``KeyChange``, errors as for ``set_keys``."""
    set_keys(file, [KeyChange(path=path, key=key, value=value, after=after)])


def set_keys(file: FilePath, changes: Sequence[KeyChange]) -> None:
    """Set keys in records of a file, one key a record.

    Args:
        file: a ``.yaml`` or ``.jsonl`` file.
        changes: the way to each record starts with its number in the file, from 0; a file of one mapping has none.

    Raises:
        UsageError: the file cannot be read or holds no such record, or nothing can be set without touching what stands there.
    """
    before = file.read_bytes()
    if file.suffix == ".jsonl":
        _write(file, _with_changed_lines(file, before, changes))
        return
    text, parsed = _read(file, before)
    expected = _changed(file, parsed.value, changes)
    _write(file, _first_that_reads(file, with_keys(text, changes), expected).encode())


def revise(
    file: FilePath,
    values: Iterable[Sequence[KeyChange]],
    names: Mapping[tuple[Path, str], str],
    *,
    schema_version: str,
    write: bool = True,
) -> None:
    """Set keys, then give keys other names, then let the first line name another version of the schemas: all in one write.

    Args:
        file: a ``.yaml`` or ``.jsonl`` file.
        values: the keys to set, in rounds, one key a record in each; ways as for ``set_keys``.
        names: the new name of a key, by the way to its mapping and its name.
        schema_version: the version that the address of the schema in the first line is to name.
        write: write the file; otherwise only find out whether it can be done.

    Raises:
        UsageError: as for ``set_keys``.
    """
    before = file.read_bytes()
    if file.suffix == ".jsonl":
        after = before
        for changes in values:
            after = _with_changed_lines(file, after, changes)
        after = _with_renamed_lines(file, after, names)
    else:
        text, parsed = _read(file, before)
        value = parsed.value
        for changes in values:
            value = _changed(file, value, changes)
            text = _first_that_reads(file, with_keys(text, changes), value)
        if names:
            value = _renamed(file, value, names)
            text = _first_that_reads(file, with_names(text, names), value)
        after = _SCHEMA_VERSION.sub(rf"\g<1>{schema_version}", text).encode()
    if write and after != before:
        _write(file, after)


def _write(file: FilePath, data: bytes) -> None:
    if file.suffix != ".jsonl" and len(data) > MAX_BYTES:
        raise UsageError(f"{file.as_posix()} would grow over {MAX_BYTES // 1024**2} MB: use another file, or .jsonl")
    write_whole(file, data)


def _read(file: FilePath, data: bytes) -> tuple[str, Parsed]:
    text, flaws = decode(data)
    parsed = parse_yaml(text) if text is not None else Parsed()
    if text is None or flaws or parsed.flaws:
        flaw = (*flaws, *parsed.flaws)[0]
        raise UsageError(f"{file.as_posix()}:{flaw.mark.line}:{flaw.mark.column}: {flaw.message}; mend it first")
    return text, parsed


def _with_record(file: FilePath, before: bytes, kind: str, plain: Plain) -> tuple[str, int]:
    text, parsed = _read(file, before)
    item = yaml_text(kind, [plain])
    record = parse_yaml(item).value[0]
    if parsed.value is None:
        made = text if text.endswith("\n") else f"{text}\n"
        made += item if kind in LIST_KINDS else yaml_text(kind, plain)
        expected: Any = [record] if kind in LIST_KINDS else record
        return _first_that_reads(file, [made], expected), made[: -len(item)].count("\n") + 1
    if not isinstance(parsed.value, (list, dict)):
        raise UsageError(f"{file.as_posix()} holds neither a record nor a list of them; mend it first")
    if isinstance(parsed.value, list):
        old, candidates = parsed.value, appended(text, item)
    else:
        old, candidates = [parsed.value], appended(_of_the_list(listed(text), kind), item)
    made = _first_that_reads(file, candidates, [*old, record])
    return made, parse_yaml(made).mark((len(old),)).line


def _of_the_list(text: str, kind: str) -> str:
    """Let the first line of a file name the schema of a list, where it named that of one record."""
    found = _SCHEMA_LINE.match(text)
    return text[: found.start(1)] + kind + text[found.end(1) :] if found and found[1] == SINGULAR[kind] else text


def _first_that_reads(file: FilePath, candidates: Iterable[str], expected: Any) -> str:
    """Return the first text that parses to what is expected."""
    for candidate in candidates:
        parsed = parse_yaml(candidate)
        if not parsed.flaws and _same(parsed.value, expected):
            return candidate
    raise UsageError(
        f"{file.as_posix()} is written in a way that cannot be added to without touching the rest: edit it by hand"
    )


def _same(one: Any, other: Any) -> bool:
    """Tell whether two plain values are the same, 1 and 1.0 and true told apart."""
    return _canonical(one) == _canonical(other)


def _canonical(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _changed(file: FilePath, value: Any, changes: Iterable[KeyChange]) -> Any:
    """Return a copy of plain data with keys set."""
    copy = orjson.loads(orjson.dumps(value))
    for change in changes:
        inner = copy
        for step in change.path:
            inner = _step(file, inner, step)
        if not isinstance(inner, dict):
            raise UsageError(f"{file.as_posix()} holds no record at {change.path!r}")
        inner[change.key] = change.value
    return copy


def _renamed(file: FilePath, value: Any, names: Mapping[tuple[Path, str], str]) -> Any:
    """Return a copy of plain data with keys renamed, each in its place."""
    copy = orjson.loads(orjson.dumps(value))
    for (path, key), name in sorted(
        names.items(), key=lambda item: -len(item[0][0])
    ):  # the way to a key is by old names
        inner = copy
        for step in path:
            inner = _step(file, inner, step)
        if not isinstance(inner, dict) or key not in inner or name in inner:
            raise UsageError(f"{file.as_posix()} holds no key {key!r} that could be called {name!r}: edit it by hand")
        members = [(name if one == key else one, member) for one, member in inner.items()]
        inner.clear()
        inner.update(members)
    return copy


def _step(file: FilePath, value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError) as error:
        raise UsageError(f"{file.as_posix()} holds nothing at {step!r}") from error


# -- JSON Lines -------------------------------------------------------------------------------------------------------


def _with_line(file: FilePath, before: bytes, plain: Plain) -> tuple[bytes, int]:
    kept = before if not before or before.endswith(b"\n") else before + b"\n"
    return kept + json_line(plain), kept.count(b"\n") + 1


def _with_changed_lines(file: FilePath, before: bytes, changes: Iterable[KeyChange]) -> bytes:
    by_record: dict[int, list[KeyChange]] = {}
    for change in changes:
        first = change.path[0] if change.path else None
        if not isinstance(first, int):
            raise UsageError(
                f"the way to a record of {file.as_posix()} must start with its number (got {change.path!r})"
            )
        by_record.setdefault(first, []).append(attrs.evolve(change, path=change.path[1:]))
    lines: list[bytes] = _LINE.findall(before)
    records = [number for number, line in enumerate(lines) if line.strip()]
    for record, wanted in by_record.items():
        if record >= len(records):
            raise UsageError(f"{file.as_posix()} holds {len(records)} records (got number {record})")
        number = records[record]
        written = lines[number].rstrip(b"\r\n")
        made = _with_changed_line(file, Line(number + 1, 0, written), wanted).removesuffix(b"\n")
        lines[number] = made + lines[number][len(written) :]
    return b"".join(lines)


def _with_changed_line(file: FilePath, line: Line, changes: Sequence[KeyChange]) -> bytes:
    parsed = parse_line(line)
    if parsed.flaws or not isinstance(parsed.value, dict):
        raise UsageError(f"{file.as_posix()}:{line.number}: no record in this line; mend it first")
    value = _changed(file, parsed.value, changes)
    return json_line(_moved(value, changes[0]) if not changes[0].path else value)


def _moved(value: dict[str, Any], change: KeyChange) -> dict[str, Any]:
    """Return a record with the key behind those it goes after."""
    keys = [key for key in value if key != change.key]
    place = max((keys.index(key) + 1 for key in change.after if key in keys), default=len(keys))
    return {key: value[key] for key in (*keys[:place], change.key, *keys[place:])}


def _with_renamed_lines(file: FilePath, before: bytes, names: Mapping[tuple[Path, str], str]) -> bytes:
    by_record: dict[int, dict[tuple[Path, str], str]] = {}
    for (path, key), name in names.items():
        by_record.setdefault(int(path[0]), {})[path[1:], key] = name
    lines: list[bytes] = _LINE.findall(before)
    records = [number for number, line in enumerate(lines) if line.strip()]
    for record, wanted in by_record.items():
        number = records[record]
        parsed = parse_line(Line(number + 1, 0, lines[number].rstrip(b"\r\n")))
        ending = lines[number][len(lines[number].rstrip(b"\r\n")) :]
        lines[number] = json_line(_renamed(file, parsed.value, wanted)).removesuffix(b"\n") + ending
    return b"".join(lines)
