"""CSV and TSV: what a writer wrote is read, and what is no table is told row by row."""

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.delimited import Columns, count_naively, read_table
from factcheck.files.json_rows import Row

HEADED = Columns()
BARE = Columns(unnamed={2: ("id", "text"), 3: ("id", "text", "label")}, renamed={"Text": "text"})


def _read(data: bytes, suffix: str, columns: Columns = HEADED) -> list[Row]:
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / f"a{suffix}"
        path.write_bytes(data)
        return list(read_table(path, columns))


def _values(data: bytes, suffix: str, columns: Columns = HEADED) -> list[Any]:
    rows = _read(data, suffix, columns)
    assert [] == [row.fault for row in rows if row.fault]
    return [row.value for row in rows]


def _faults(data: bytes, suffix: str, columns: Columns = HEADED) -> list[tuple[int, str | None]]:
    return [(row.line, row.fault) for row in _read(data, suffix, columns)]


_NAMES = ("id", "text", "label")
_SIGNS = st.text(st.sampled_from("ab,;\"\t\n'é\U0001f44b\0 \ufeff"), max_size=8)
_PROSE = st.text(st.sampled_from('ab,"é\n '), max_size=8)


@given(rows=st.lists(st.lists(_SIGNS, min_size=3, max_size=3), max_size=5), bom=st.booleans(), crlf=st.booleans())
def test_what_a_csv_writer_wrote_is_read(rows: list[list[str]], bom: bool, crlf: bool) -> None:
    """Breaks: a table that a spreadsheet or pandas wrote comes in otherwise than it went out."""
    rows = [[str(number), *row[1:]] for number, row in enumerate(rows)]
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n" if crlf else "\n")
    writer.writerows([_NAMES, *rows])

    found = _values((("\ufeff" if bom else "") + file.getvalue()).encode(), ".csv")

    assert [dict(zip(_NAMES, row, strict=True)) for row in rows] == found


@given(rows=st.lists(st.lists(_PROSE, min_size=3, max_size=3), max_size=5))
def test_a_tsv_that_a_csv_writer_wrote_is_read(rows: list[list[str]]) -> None:
    """Breaks: quotes that a writer put around a text stay in it, and those of the text are doubled."""
    rows = [[str(number), *row[1:]] for number, row in enumerate(rows)]
    file = io.StringIO()
    csv.writer(file, delimiter="\t", lineterminator="\n").writerows([_NAMES, *rows])

    assert [dict(zip(_NAMES, row, strict=True)) for row in rows] == _values(file.getvalue().encode(), ".tsv")


_PLAIN = st.text(st.sampled_from("ab,\"' é"), max_size=8)


@given(rows=st.lists(st.lists(_PLAIN.filter(lambda text: '""' not in text), min_size=3, max_size=3), max_size=6))
def test_a_tsv_without_quotes_of_its_own_is_read_row_by_row(rows: list[list[str]]) -> None:
    """Breaks: a quote at the start of a text swallows the rows that follow."""
    data = "".join("\t".join(row) + "\n" for row in [_NAMES, *rows]).encode()

    assert [dict(zip(_NAMES, row, strict=True)) for row in rows] == _values(data, ".tsv")


@given(data=st.binary(max_size=40), suffix=st.sampled_from((".csv", ".tsv")), bare=st.booleans())
def test_any_bytes_are_read_to_rows_or_faults_with_their_lines(data: bytes, suffix: str, bare: bool) -> None:
    """Breaks: a file that is no table ends in a traceback, or a fault is nowhere."""
    rows = _read(data, suffix, BARE if bare else HEADED)

    assert all((row.value is None) == (row.fault is not None) for row in rows)
    lines = [row.line for row in rows]
    assert lines == sorted(set(lines))
    assert all(1 <= line <= data.count(b"\n") + 1 for line in lines)


def test_a_quote_that_closes_nowhere_swallows_no_row() -> None:
    """Breaks: two of three rows are gone, as they are for a reader that trusts each quote."""
    data = b'id,text,label\n1,"open,yes\n2,"a, b",no\n3,other",yes\n'

    assert [
        {"id": "1", "text": '"open', "label": "yes"},
        {"id": "2", "text": "a, b", "label": "no"},
        {"id": "3", "text": 'other"', "label": "yes"},
    ] == _values(data, ".csv")


def test_separators_in_quotes_make_no_fields() -> None:
    """Breaks: a row with too few fields is filled up with the halves of a text."""
    assert [(2, None), (3, "expected 3 fields, got 2: look for a line break or a separator inside a field")] == _faults(
        b'id,text,label\n1,"a,b",yes\n2,"a,b"\n', ".csv"
    )


@pytest.mark.parametrize("last", [b"3\tc", b'3\t"c"'])
def test_quotes_of_two_rows_do_not_meet(last: bytes) -> None:
    """Breaks: a text that opens a quote in one row and one that closes one further down become one text."""
    data = b'id\ttext\n1\t"a\n2\tb"\n' + last + b"\n"

    assert ["1", "2", "3"] == [row["id"] for row in _values(data, ".tsv")]


def test_line_breaks_in_quotes_are_of_the_text() -> None:
    """Breaks: a text of three lines becomes three rows, or none."""
    data = b'id,text,label\r\n1,"a\r\n\r\nb, ""c""",yes\r\n\r\n2,d,no\r\n'

    rows = _read(data, ".csv")

    assert [(2, {"id": "1", "text": 'a\n\nb, "c"', "label": "yes"}), (6, {"id": "2", "text": "d", "label": "no"})] == [
        (row.line, row.value) for row in rows
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [("id\ttext\tlabel\n", "1\ta\tyes\n"), ("id\tText\tlabel\n", "1\ta\tyes\n"), ("", "1\ta\tyes\n")],
    ids=["usual", "another-case", "none"],
)
def test_a_header_may_differ_from_file_to_file(header: str, row: str) -> None:
    """Breaks: the first row of a file without a header is lost, or a column is not found for a capital letter."""
    assert [{"id": "1", "text": "a", "label": "yes"}] == _values((header + row).encode(), ".tsv", BARE)


def test_a_file_without_a_header_may_lack_its_labels() -> None:
    """Breaks: a blind file cannot be read."""
    assert [{"id": "1", "text": "a"}, {"id": "2", "text": "b"}] == _values(b"1\ta\n2\tb\n", ".tsv", BARE)


@pytest.mark.parametrize("header", ["\tid\ttext", "id\ttext"])
def test_a_column_without_a_name_may_stand_in_front(header: str) -> None:
    """Breaks: every field of a test file stands under the name of its neighbour."""
    data = f"{header}\n0\t1\ta\n1\t2\tb\n".encode()

    assert [{"": "0", "id": "1", "text": "a"}, {"": "1", "id": "2", "text": "b"}] == _values(data, ".tsv")


def test_a_csv_of_another_country_is_one() -> None:
    """Breaks: a table that a German spreadsheet saved has one column."""
    assert [{"id": "1", "text": "a, b"}] == _values(b"id;text\n1;a, b\n", ".csv")


def test_what_is_no_row_says_why_and_where() -> None:
    """Breaks: rows that do not fit are skipped, and nobody learns how many."""
    data = b"id\ttext\tlabel\n1\ta\tyes\n2\tb\n3\tc\tno\t4\n4\t\xff\tno\n5\te\tno\n"
    cure = "look for a line break or a separator inside a field"

    assert [
        (2, None),
        (3, f"expected 3 fields, got 2: {cure}"),
        (4, f"expected 3 fields, got 4, the first of those over at column 8: {cure}"),
        (5, "not UTF-8: byte 0xff cannot stand here, at column 3"),
        (6, None),
    ] == _faults(data, ".tsv")


def test_a_header_that_names_a_column_twice_is_refused() -> None:
    """Breaks: one of two columns is lost without a word."""
    said = "the header names column 'text' twice; give each column a name of its own"

    assert [(1, said)] == _faults(b"id,text,text\n1,a,b\n", ".csv")


@pytest.mark.parametrize("data", [b"", b"\n", b"id,text\n", b"\xef\xbb\xbfid,text"])
def test_a_table_without_rows_has_none(data: bytes) -> None:
    """Breaks: a header passes for a row."""
    assert [] == _read(data, ".csv")


def test_rows_that_a_trusting_reader_loses_are_counted(tmp_path: Path) -> None:
    """Breaks: the audit says that everybody reads the same rows."""
    (tmp_path / "a.tsv").write_bytes(b'id\ttext\n1\t"a\n2\tb\n3\tc"\n4\td\n')

    assert 2 == count_naively(tmp_path / "a.tsv", HEADED)
    assert 4 == len(list(read_table(tmp_path / "a.tsv", HEADED)))
