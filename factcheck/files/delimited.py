"""Rows of CSV and TSV files: each with its line, none lost to a quote, a line break or a header that is not there.

A CSV is read by RFC 4180. A TSV has no such grammar: most are written without quotes, so that a quote is a sign like any other,
some by a CSV writer. A field is taken out of its quotes only where it could not stand without them. A quote that opens and never
closes swallows rows in most readers; here the number of columns tells: lines that are rows by themselves stay rows.
"""

import csv
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from factcheck.files.decoding import decode
from factcheck.files.json_rows import Row
from factcheck.files.parsed import MAX_BYTES

SUFFIXES = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
"""By the end of a file's name, what stands between its fields."""
_OTHERS = (";", "\t")
_MOST_LINES = 1000
"""How many lines a field in quotes may have; a quote that is open for longer opens nothing."""


@attrs.frozen(kw_only=True)
class Columns:
    """The columns of a format's tables.

    Args:
        unnamed: the names of the columns of a file without a header, by their number; a header is one by its names then.
        renamed: other names that files of the format give a column.
    """

    unnamed: Mapping[int, Sequence[str]] = attrs.field(factory=dict, hash=False)
    renamed: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    def named(self, cells: Sequence[str]) -> list[str] | None:
        """Return the names that a first row gives the columns, or None where it is no header."""
        names = [self.renamed.get(cell, cell) for cell in cells]
        known = {name for names in self.unnamed.values() for name in names}
        return names if not known or (known & set(names) and set(names) <= known | {""}) else None


def read_table(path: Path, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a table below its header, each a mapping from column to text; what is no row says why.

    Rows with one field more than the header, from the first row on, have an unnamed column in front, as pandas writes an index.
    """
    window = _Window(path)
    try:
        yield from _rows(window, SUFFIXES[path.suffix.lower()], columns)
    finally:
        window.close()


def count_naively(path: Path, columns: Columns) -> int:
    """Return how many rows Python's own reader finds in a table below its header: a reader that trusts every quote.

    It stops where it meets a field that it cannot hold, as it does for who uses it.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=SUFFIXES[path.suffix.lower()])
        count, has_header = 0, False
        while True:
            try:
                cells = next(rows)
            except (StopIteration, csv.Error):
                return count - has_header
            has_header = has_header or (count == 0 and columns.named(cells) is not None)
            count += bool(cells)


@attrs.frozen
class _Line:
    number: int
    text: str
    fault: str | None = None


class _Window:
    """The lines of a file from the next row on; what is looked at ahead is held."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._held: deque[_Line] = deque()
        self._number = 0

    def close(self) -> None:
        self._file.close()

    def at(self, place: int) -> _Line | None:
        while len(self._held) <= place:
            data = self._file.readline(MAX_BYTES + 2)
            if not data:
                return None
            self._number += 1
            self._held.append(self._line(data))
        return self._held[place]

    def pass_over(self, count: int) -> None:
        for _ in range(count):
            self._held.popleft()

    def _line(self, data: bytes) -> _Line:
        if len(data) > MAX_BYTES + 1:
            while data and not data.endswith(b"\n"):
                data = self._file.readline(MAX_BYTES)
            return _Line(self._number, "", f"a line of over {MAX_BYTES // 1024**2} MB")
        text = data.removesuffix(b"\n").removesuffix(b"\r")
        try:
            return _Line(self._number, text.decode("utf-8-sig" if self._number == 1 else "utf-8"))
        except UnicodeDecodeError:
            flaw = decode(text.replace(b"\0", b" "))[1][-1]
            return _Line(self._number, text.decode("utf-8", "replace"), f"{flaw.message}, at column {flaw.mark.column}")


def _rows(window: _Window, delimiter: str, columns: Columns) -> Iterator[Row]:
    first = window.at(0)
    if first is None:
        return
    if delimiter == "," and "," not in first.text:
        delimiter = next((other for other in _OTHERS if other in first.text), ",")
    cells, size = _cells(window, delimiter)
    is_quoted = all(cell.startswith('"') for cell in cells)
    names = columns.named([_unquoted(cell) for cell in cells])
    if names is not None:
        window.pass_over(size)
        if fault := first.fault or _fault_of_header(names):
            yield Row(line=first.number, fault=fault)
            return
        names = _with_index(names, window, delimiter, is_quoted=is_quoted)
    while (line := window.at(0)) is not None:
        if not line.text and line.fault is None:
            window.pass_over(1)
            continue
        widths = [len(names)] if names is not None else sorted(columns.unnamed)
        cells, size, fault = _record(window, delimiter, widths, is_quoted=is_quoted)
        window.pass_over(size)
        if fault is not None:
            yield Row(line=line.number, fault=fault)
            continue
        names = names or list(columns.unnamed[len(cells)])
        fields = [_unquoted(cell) if delimiter != "\t" or is_quoted else _freed(cell) for cell in cells]
        yield Row(value=dict(zip(names, fields, strict=True)), line=line.number)


def _fault_of_header(names: Sequence[str]) -> str | None:
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    return None if twice is None else f"the header names column {twice!r} twice; give each column a name of its own"


def _with_index(names: list[str], window: _Window, delimiter: str, *, is_quoted: bool) -> list[str]:
    """Return the names, with one for a column that the first two rows have before those of the header."""
    wider = len(names) + 1
    if "" in names or window.at(0) is None or _record(window, delimiter, [len(names)], is_quoted=is_quoted)[2] is None:
        return names
    _, size, fault = _record(window, delimiter, [wider], is_quoted=is_quoted)
    is_so_again = window.at(size) is None or len(_cells(window, delimiter, start=size)[0]) == wider
    return ["", *names] if fault is None and is_so_again else names


def _record(
    window: _Window, delimiter: str, widths: Sequence[int], *, is_quoted: bool
) -> tuple[list[str], int, str | None]:
    """Return the cells of the next row as they are written, the number of its lines, and what is wrong with it.

    Where the whole header is in quotes, so is each field, and quotes are trusted.
    """
    cells, size = _cells(window, delimiter)
    if len(cells) not in widths or (not is_quoted and _swallows(window, delimiter, size, widths)):
        cells, size = _cells(window, delimiter, most=1)
    if len(cells) not in widths and delimiter == "\t" and len(plain := _text(window, 0).split(delimiter)) in widths:
        cells = plain
    faults = [line.fault for place in range(size) if (line := window.at(place)) and line.fault]
    return cells, size, faults[0] if faults else _fault_of_width(cells, widths)


def _fault_of_width(cells: Sequence[str], widths: Sequence[int]) -> str | None:
    if len(cells) in widths:
        return None
    wanted, got = " or ".join(map(str, widths)), len(cells)
    at = sum(len(cell) + 1 for cell in cells[: max(widths)]) + 1
    where = f", the first of those over at column {at}" if got > max(widths) else ""
    return f"expected {wanted} fields, got {got}{where}: look for a line break or a separator inside a field"


def _swallows(window: _Window, delimiter: str, size: int, widths: Sequence[int]) -> bool:
    """Tell whether a row of several lines has swallowed rows.

    A line with as many tabs as a row has is one; commas stand in prose too, so each line must have as many as a row.
    """
    if delimiter == "\t":
        return any(_text(window, place).count("\t") + 1 in widths for place in range(1, size))
    alone = (len(_cells(window, delimiter, start=place, most=1)[0]) in widths for place in range(size))
    return size > 1 and all(alone)


def _cells(window: _Window, delimiter: str, *, start: int = 0, most: int = _MOST_LINES) -> tuple[list[str], int]:
    """Return the cells from the start of a line on as they are written, quotes and all, and the number of their lines."""
    place, at, cells = start, 0, list[str]()
    text = _text(window, place)
    while True:
        closed = _closed(window, delimiter, place, at, start + most) if text.startswith('"', at) else None
        if closed is not None:
            cell, place, at = closed
            text = _text(window, place)
        else:
            end = text.find(delimiter, at)
            cell, at = (text[at:], len(text)) if end < 0 else (text[at:end], end)
        cells.append(cell)
        if at == len(text):
            return cells, place - start + 1
        at += 1


def _closed(window: _Window, delimiter: str, place: int, at: int, most: int) -> tuple[str, int, int] | None:
    """Return a cell in quotes, and the line and offset where it ends; None where its first quote opens nothing."""
    parts, text, look, held = list[str](), _text(window, place), at + 1, 0
    while True:
        quote = text.find('"', look)
        if quote < 0:
            parts.append(text[at:])
            place, at, look, held = place + 1, 0, 0, held + len(text)
            if place >= most or held > MAX_BYTES or window.at(place) is None:
                return None
            text = _text(window, place)
        elif text.startswith('"', quote + 1):
            look = quote + 2
        else:
            end = quote + 1
            is_end = end == len(text) or text[end] == delimiter
            return ("\n".join([*parts, text[at:end]]), place, end) if is_end else None


def _text(window: _Window, place: int) -> str:
    line = window.at(place)
    return line.text if line else ""


def _unquoted(cell: str) -> str:
    """Return what stands between the quotes of a cell, or the cell where it is not in quotes."""
    inner = cell[1:-1]
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if is_quoted else cell


def _freed(cell: str) -> str:
    """Return a cell of a TSV without the quotes that it needed; others are signs of its text."""
    return _unquoted(cell) if any(sign in cell[1:-1] for sign in ('""', "\t", "\n")) else cell
