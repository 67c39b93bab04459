"""Edits made in the bytes of one file, which is then put in its form."""

from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

import orjson

from factcheck.errors import UsageError
from factcheck.files.decoding import decode
from factcheck.files.json_lines import Line, parse_line
from factcheck.files.parsed import MAX_BYTES, Flaw
from factcheck.files.yaml_editing import KeyChange, with_keys
from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_rewriting import value_at, with_values, without_keys
from factcheck.fixing.tidying import same, tidy_line, tidy_yaml
from factcheck.problems import Edit, Path
from factcheck.writing import json_line

_BOM = b"\xef\xbb\xbf"


class Unmended(UsageError):
    """A file that is left as it is; the message says why."""


def mended(file: FilePath, data: bytes, kind: str, edits: Sequence[Edit], *, with_form: bool) -> bytes:
    """Return the bytes of a file with edits made.

    Args:
        file: a ``.yaml``, ``.yml`` or ``.jsonl`` file.
        data: its bytes.
        kind: what it holds: ``dataset``, or a kind in the plural.
        edits: what is to be set or taken out.
        with_form: whether to put the file in its form too: white space, line breaks, the order of keys.

    Raises:
        Unmended: it cannot be read, or not be edited without touching the rest.
    """
    if file.suffix == ".jsonl":
        return _mended_lines(data, kind, edits, with_form=with_form)
    if len(data) > MAX_BYTES:
        raise Unmended(f"over {MAX_BYTES // 1024**2} MB")
    text = _readable(data)
    made = _edited(text, edits)
    if with_form:
        return tidy_yaml(made, kind).encode() if made else b""
    return (_BOM if data.startswith(_BOM) else b"") + made.encode()


def _readable(data: bytes) -> str:
    """Return the text of a YAML file that has no flaw but a byte order mark."""
    text, flaws = decode(data.removeprefix(_BOM))
    if text is None:
        raise Unmended(_said(flaws[0]))
    flaws = (*flaws, *parse_yaml(text).flaws)
    if flaws:
        raise Unmended(_said(flaws[0]))
    return text


def _said(flaw: Flaw) -> str:
    return f"line {flaw.mark.line}, column {flaw.mark.column}: {flaw.message}"


def _edited(text: str, edits: Sequence[Edit]) -> str:
    value = parse_yaml(text).value
    expected = _with_edits(value, edits)
    there = {edit.path: edit.value for edit in edits if edit.value is not None and _holds(value, edit.path)}
    made = with_values(text, there) if there else text
    made = _with_new_keys(made, [edit for edit in edits if edit.value is not None and edit.path not in there])
    gone = [edit.path for edit in edits if edit.value is None and _holds(value, edit.path)]
    made = without_keys(made, gone) if gone else made
    parsed = parse_yaml(made)
    if parsed.flaws or not same(parsed.value, expected):
        raise Unmended("written in a way that cannot be edited without touching the rest: edit it by hand")
    return made


def _with_new_keys(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with keys that are new, one key a mapping at a time."""
    while edits:
        first = {edit.path[:-1]: edit for edit in reversed(edits)}
        changes = [
            KeyChange(path=path, key=str(edit.path[-1]), value=edit.value, after=_BEFORE.get(str(edit.path[-1]), ()))
            for path, edit in first.items()
        ]
        expected = _with_edits(parse_yaml(text).value, list(first.values()))
        for candidate in with_keys(text, changes):
            parsed = parse_yaml(candidate)
            if not parsed.flaws and same(parsed.value, expected):
                text = candidate
                break
        edits = [edit for edit in edits if edit not in first.values()]
    return text


_BEFORE: dict[str, tuple[str, ...]] = {
    "start": (),
    "end": ("start",),
    "digest": ("start", "end"),
    "fragment": ("start", "end", "digest"),
}
"""The keys that a new key goes behind; any other goes to the end."""


def _holds(value: Any, path: Path) -> bool:
    holder = value_at(value, path[:-1])
    return path[-1] in holder if isinstance(holder, Mapping) else isinstance(holder, list)


def _with_edits(value: Any, edits: Sequence[Edit]) -> Any:
    """Return a copy of plain data with edits made."""
    copy = orjson.loads(orjson.dumps(value))
    for edit in edits:
        holder = value_at(copy, edit.path[:-1])
        if edit.value is None:
            holder.pop(edit.path[-1], None)
        else:
            holder[edit.path[-1]] = edit.value
    return copy


def _mended_lines(data: bytes, kind: str, edits: Sequence[Edit], *, with_form: bool) -> bytes:
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(edit.line, []).append(edit)
    lines = data.removeprefix(_BOM).split(b"\n") if with_form else data.split(b"\n")
    made = [
        _mended_line(number, line, kind, by_line.get(number, ()), with_form=with_form)
        for number, line in enumerate(lines, 1)
    ]
    joined = b"\n".join(made)
    if not with_form:
        return joined
    stripped = joined.rstrip(b"\n")
    return stripped + b"\n" if stripped else b""


def _mended_line(number: int, line: bytes, kind: str, edits: Sequence[Edit], *, with_form: bool) -> bytes:
    if not line.strip():
        return b"" if with_form else line
    written = line.removeprefix(_BOM) if number == 1 else line
    written = written.rstrip(b" \t\r")
    parsed = parse_line(Line(number, 0, written if len(written) <= MAX_BYTES else None))
    if parsed.flaws or not isinstance(parsed.value, dict):
        raise Unmended(_said(parsed.flaws[0]) if parsed.flaws else f"line {number}: no record")
    value = _with_edits(parsed.value, edits) if edits else parsed.value
    ordered = tidy_line(value, kind) if with_form else value
    if edits or orjson.dumps(ordered) != orjson.dumps(value):
        made = json_line(ordered).removesuffix(b"\n")
        return made if with_form else line.replace(written, made, 1)
    return written if with_form else line
