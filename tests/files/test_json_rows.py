import codecs
import json
import tempfile
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files import json_rows
from factcheck.files.json_rows import Row, read_members, read_rows
from factcheck.files.parsed import MAX_BYTES
from tests.files.json_values import WORDS, exact, json_values

MEGABYTE = 1024 * 1024
ROWS = st.lists(st.dictionaries(WORDS, json_values(WORDS), max_size=3), max_size=5)
SIGNS = st.lists(
    st.sampled_from(
        b'[ ] { } , : " {"a":1} {"a":1,"a":2} 1 -0 tru NaN 1e999 99999999999999999999 \\u00 \\ud800'.split(b" ")
    )
    | st.sampled_from((b"\n", b" ", b"\xff", b"\xe2\x80", b"\0", codecs.BOM_UTF8))
).map(b"".join)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a file to be written."""
    return tmp_path / "rows.json"


def _read(file: Path, data: bytes) -> list[Row]:
    file.write_bytes(data)
    return list(read_rows(file))


@given(
    rows=ROWS,
    indent=st.none() | st.integers(0, 2),
    mark=st.sampled_from((b"", codecs.BOM_UTF8)),
    line=st.sampled_from(("\n", "\r\n")),
)
def test_an_array_and_lines_give_the_same_rows(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Any], indent: int | None, mark: bytes, line: str
) -> None:
    """Breaks: a dataset means something else once its makers publish it as an array."""
    file = tmp_path_factory.mktemp("rows") / "rows.json"
    array = json.dumps(rows, indent=indent).replace("\n", line)
    lines = "".join(json.dumps(row, ensure_ascii=False) + line for row in rows)

    from_array, from_lines = _read(file, mark + array.encode()), _read(file, mark + lines.encode())

    assert [None] * len(rows) == [row.fault for row in from_array] == [row.fault for row in from_lines]
    assert exact(rows) == exact([row.value for row in from_array]) == exact([row.value for row in from_lines])
    assert list(range(1, len(rows) + 1)) == [row.line for row in from_lines]


@given(rows=ROWS, block=st.integers(1, 40))
def test_where_the_window_ends_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Any], block: int
) -> None:
    """Breaks: a row that lies across two blocks is read as two, or not at all."""
    file = tmp_path_factory.mktemp("rows") / "rows.json"
    data = json.dumps(rows, ensure_ascii=False, indent=1).encode()
    whole = _read(file, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_rows, "_BLOCK", block)
        in_blocks = _read(file, data)

    assert whole == in_blocks


@given(data=SIGNS | SIGNS.map(lambda data: b"[" + data) | st.binary())
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Breaks: one broken file ends a conversion with a traceback."""
    for row in _read(tmp_path_factory.mktemp("rows") / "rows.json", data):
        assert 1 <= row.line <= data.count(b"\n") + 1
        assert row.fault != ""
        assert row.fault is None or row.value is None


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (b'{"a": 1, "a": 2}', "key 'a' stands twice; first in column 2"),
        (b'{"a": "\\ud800"}', "half of a surrogate pair in a string"),
        (b'{"a": 1e999}', "number 1e999 is not finite"),
        (b'{"a": NaN}', "not JSON: expected a value, got 'N'"),
        (b'{"a": 18446744073709551617}', "number 18446744073709551617 does not fit in 64 bits"),
        (b'{"a": "\xff"}', "not UTF-8: byte 0xff cannot stand here"),
        (b"[" * 70 + b"]" * 70, "not JSON: nested too deeply"),
        (b'{"a": "\t"}', "not JSON: '\\t' inside a string"),
    ],
)
def test_a_faulty_item_spoils_no_other(file: Path, item: bytes, said: str) -> None:
    """Breaks: a thousand rows are lost to one, or the fault is one in an array and none in a line."""
    from_array = _read(file, b'[{"b": 1},\n' + item + b',\n{"b": 2}]')
    from_lines = _read(file, b'{"b": 1}\n' + item.replace(b"\n", b" ") + b'\n{"b": 2}')

    assert from_lines == from_array
    assert [None, said, None] == [row.fault for row in from_array]
    assert [{"b": 1}, None, {"b": 2}] == [row.value for row in from_array]


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b'[{"a": 1},\n{"a": 2}', 2, "not JSON: expected ',' or ']', got 'the end'"),
        (b'[{"a": 1},\n{"a": ', 2, "not JSON: expecting value"),
        (b'[{"a": 1}\n{"a": 2}]', 2, "not JSON: expected ',' or ']', got '{'"),
        (b'[{"a": 1},\n]', 2, "not JSON: expecting value"),
        (b'[{"a": 1}]\n]', 2, "not JSON: something after the end of the array"),
        (b"[" * 200_000, 1, "not JSON: nested too deeply"),
    ],
)
def test_an_array_that_breaks_off_says_where(file: Path, data: bytes, line: int, said: str) -> None:
    """Breaks: a download that broke off passes for a whole dataset."""
    last = _read(file, data)[-1]

    assert Row(line=line, fault=said) == last


def test_a_fault_is_told_before_the_rest_of_a_big_file_is_read(file: Path) -> None:
    """Breaks: a slip in the first row is told as a row that is too long."""
    rows = _read(file, b'[{"a" 1}, ' + b'{"a": "' + b"x" * 20 * MEGABYTE + b'"}]')

    assert ["not JSON: expecting ':' delimiter"] == [row.fault for row in rows]


@pytest.mark.parametrize("opening", [b"", b"["])
def test_a_monstrous_row_is_refused_in_little_memory(file: Path, opening: bytes) -> None:
    """Breaks: a file without line breaks takes all memory."""
    file.write_bytes(opening + b'{"a": "' + b"x" * (4 * MAX_BYTES) + b'"}')
    tracemalloc.start()
    rows = list(read_rows(file))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [(1, True)] == [(row.line, "over 16 MB" in (row.fault or "")) for row in rows]
    assert peak < 128 * MEGABYTE


@pytest.mark.parametrize("data", [b"", b"\n\n", codecs.BOM_UTF8, b" [ ] ", codecs.BOM_UTF8 + b"[]"])
def test_nothing_gives_no_rows(file: Path, data: bytes) -> None:
    """Breaks: an empty file counts as a row that is rejected."""
    assert [] == _read(file, data)


def test_escaped_nul_characters_pass(file: Path) -> None:
    """Breaks: a foreign row is refused for a character that others allow."""
    assert [Row(value={"a": "\0"}, line=1)] == _read(file, b'{"a": "\\u0000"}')


def test_the_members_of_an_object_are_rows(tmp_path: Path) -> None:
    """Breaks: a file keyed by table is one row, and one bad table spoils all."""
    (tmp_path / "a.json").write_bytes(b'\xef\xbb\xbf{\n "a": [1],\r\n "b\\"": {"c": 2}}\n{}\n{"d": null}')

    rows = list(read_members(tmp_path / "a.json"))

    assert [Row(value={"a": [1]}, line=2), Row(value={'b"': {"c": 2}}, line=3), Row(value={"d": None}, line=5)] == rows


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b'{"a": 1', "not JSON: expected ',' or '}', got 'the end'"),
        (b'{"a": 1]', "not JSON: expected ',' or '}', got ']'"),
        (b'{"a" 1}', "not JSON: expected ':'"),
        (b"[1]", "not JSON: expected '{'"),
        (b'{"a": 1} x', "not JSON: expected '{'"),
    ],
)
def test_an_object_that_breaks_off_says_so(data: bytes, fault: str, tmp_path: Path) -> None:
    """Breaks: a download that broke off passes for a whole file."""
    (tmp_path / "a.json").write_bytes(data)

    assert fault == list(read_members(tmp_path / "a.json"))[-1].fault


@given(
    value=st.dictionaries(st.text(max_size=5), st.integers(-9, 9) | st.text(max_size=5), max_size=5),
    indent=st.integers(0, 3),
)
def test_members_come_back(value: dict[str, Any], indent: int) -> None:
    """Breaks: a member is lost where the file is written otherwise."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "a.json"
        path.write_text(json.dumps(value, indent=indent or None), "utf-8")

        assert [{key: member} for key, member in value.items()] == [row.value for row in read_members(path)]
