"""The rows of gold and predictions, from a file or from Python, each with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any, Literal

import attrs
import orjson

from factcheck.errors import UsageError
from factcheck.files.decoding import decode
from factcheck.files.json_lines import locate, read_lines
from factcheck.files.json_parser import parse_json
from factcheck.files.json_rows import read_rows
from factcheck.files.parsed import MAX_BYTES
from factcheck.problems import Path, Place, Problem, dotted

Side = Literal["gold", "predictions"]
_BOM = b"\xef\xbb\xbf"


@attrs.frozen(kw_only=True)
class Noted:
    """Something wrong with a row.

    Args:
        row: which row, from 0; None where the whole side is meant.
        path: the way into it.
        rule: what it offends.
        message: what was expected and what came.
        cure: what to do.
    """

    row: int | None
    path: Path
    rule: str
    message: str
    cure: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class Rows:
    """The rows of one side.

    Args:
        side: gold or predictions.
        values: the rows.
        file: where they were read; None where they came from Python.
        lines: the line that each starts in.
        unread: what forbade to read a row.
        heads: in a file that is one mapping from ids to rows, the way to each.
        are_ours: whether they are a corpus', whose ids are words even where they look like numbers.
    """

    side: Side
    values: Sequence[Any]
    file: FilePath | None = None
    lines: Sequence[int] = ()
    unread: tuple[Noted, ...] = ()
    heads: Sequence[Path] = ()
    are_ours: bool = False

    def problems(self, noted: Sequence[Noted]) -> list[Problem]:
        """Return what was noted as problems, each at its place."""
        wanted = {one.row for one in noted if one.row is not None}
        marks = dict(_marks(self, wanted)) if self.file is not None and wanted else {}
        return [
            Problem(rule=one.rule, level="error", message=one.message, cure=one.cure, places=(self._place(one, marks),))
            for one in noted
        ]

    def _place(self, one: Noted, marks: Mapping[int, tuple[Any, Path]]) -> Place:
        if self.are_ours and one.row is not None:
            return Place(path=dotted(("claims", self.values[one.row]["id"], *one.path)))
        if self.file is None:
            return Place(path=dotted((self.side, *(() if one.row is None else (one.row,)), *one.path)))
        if one.row is None:
            return Place(file=self.file.as_posix())
        if one.row not in marks:
            return Place(file=self.file.as_posix(), line=self.lines[one.row], path=dotted(one.path))
        parsed, head = marks[one.row]
        mark = parsed.mark((*head, *one.path))
        return Place(file=self.file.as_posix(), line=mark.line, column=mark.column, path=dotted(one.path))


def _marks(rows: Rows, wanted: set[int]) -> Iterator[tuple[int, tuple[Any, Path]]]:
    """Yield, for the rows that are wanted, where their values stand, and the way to the row in what was parsed.

    Reading keeps no marks, since rows with a problem are few: their file is read once more.
    """
    file = rows.file
    if file is None or not file.is_file():
        return
    by_line = {rows.lines[row]: row for row in wanted}
    if not _is_one_value(file, rows):
        yield from ((by_line[line.number], (locate(line), ())) for line in read_lines(file) if line.number in by_line)
    elif file.stat().st_size <= MAX_BYTES:
        text, _ = decode(file.read_bytes())
        parsed = parse_json(text or "")
        yield from ((row, (parsed, rows.heads[row] if rows.heads else (row,))) for row in wanted)


def _is_one_value(file: FilePath, rows: Rows) -> bool:
    with file.open("rb") as opened:
        return bool(rows.heads) or opened.read(1024).removeprefix(_BOM).lstrip().startswith(b"[")


def rows_from(source: str | FilePath | Iterable[Any], side: Side, *, keyed_by: str | None = None) -> Rows:
    """Return the rows of a file, or those given.

    Args:
        source: the file or the rows.
        side: gold or predictions.
        keyed_by: one mapping is rows by their id, which is this field of each.

    Raises:
        UsageError: there is no such file, or what is given are no rows.
    """
    if isinstance(source, (str, FilePath)):
        return _rows_of_file(FilePath(source), side, keyed_by)
    if keyed_by is not None and isinstance(source, Mapping):
        return Rows(side=side, values=_unkeyed(source, keyed_by))
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        raise UsageError(f"{side} must be a file, a corpus or rows (got {type(source).__name__})")
    return Rows(side=side, values=list(source))


def _unkeyed(keyed: Mapping[str, Any], field: str) -> list[Any]:
    return [{**row, field: name} if isinstance(row, Mapping) else row for name, row in keyed.items()]


def _rows_of_file(file: FilePath, side: Side, keyed_by: str | None) -> Rows:
    if file.is_dir():
        hint = "factcheck.load and load_release read the folder of a corpus or a release"
        raise UsageError(f"{side} must be a file (got the folder {str(file)!r}; {hint})")
    if not file.is_file():
        raise UsageError(f"{side}: no file at {str(file)!r}")
    keyed = _keyed(file) if keyed_by is not None else None
    if keyed is not None and keyed_by is not None:
        heads = tuple((name,) for name in keyed)
        return Rows(side=side, values=_unkeyed(keyed, keyed_by), file=file, lines=[0] * len(keyed), heads=heads)
    values: list[Any] = []
    lines: list[int] = []
    unread: list[Noted] = []
    for row in read_rows(file):
        if row.fault:
            unread.append(Noted(row=len(values), path=(), rule="unreadable", message=row.fault))
        values.append(row.value)
        lines.append(row.line)
    return Rows(side=side, values=values, file=file, lines=lines, unread=tuple(unread))


def _keyed(file: FilePath) -> Mapping[str, Any] | None:
    """Return the mapping from ids to rows that a file is; None where it is something else."""
    try:
        found = orjson.loads(file.read_bytes().removeprefix(_BOM))
    except orjson.JSONDecodeError:
        return None
    is_keyed = isinstance(found, dict) and all(isinstance(row, dict) for row in found.values())
    return found if is_keyed else None
