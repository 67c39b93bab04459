import json
import tracemalloc
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.files.json_lines import Line, locate, parse_line, read_lines
from factcheck.files.parsed import MAX_BYTES, MAX_DEPTH
from tests.files.json_values import WORDS, exact, json_values, places, rest_at, token

MEGABYTE = 1024 * 1024
TOKENS = st.lists(
    st.sampled_from(
        [
            b"{",
            b"}",
            b"[",
            b"]",
            b":",
            b",",
            b'"',
            b"\\",
            b"a",
            b"1",
            b"-0",
            b".5",
            b"e9",
            b"e999",
            b"null",
            b" ",
            b"\t",
            b"\r",
            b"\\u0000",
            b"\\ud800",
            b"\\ude00",
            b"\xef\xbb\xbf",
            b"\x00",
            b"\xff",
            b"NaN",
            b'"a":',
            b"18446744073709551616",
            b"9007199254740993",
            b"-9223372036854775809",
            b"\xe2\x80\xa8",
        ]
    )
).map(b"".join)


def _line(data: bytes) -> Line:
    return Line(number=7, offset=0, data=data)


@given(value=json_values(WORDS), escaped=st.booleans())
def test_what_python_writes_is_read_back(value: Any, escaped: bool) -> None:
    """Breaks: a record differs from what its author's tools wrote."""
    parsed = parse_line(_line(json.dumps(value, ensure_ascii=escaped).encode()))

    assert ((), exact(value)) == (parsed.flaws, exact(parsed.value))


@given(data=TOKENS | st.binary())
@example(b'{"a": 1, "a": 2}')
@example(b'{"a": {"b": 1, "b": 1}, "c\\":": ":"}')
@example(b'["\\ud83d\\ude00", "\\\\u0000", "\\u0000"]')
@example(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)
@example(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1))
@example(b"-0")
def test_the_fast_and_the_slow_road_agree(data: bytes) -> None:
    """Breaks: a line means one thing to the check and another to whoever looks for the place of a problem."""
    fast, slow = parse_line(_line(data)), locate(_line(data))

    assert exact(slow.value) == exact(fast.value)
    assert slow.flaws == fast.flaws


@given(data=TOKENS | st.binary())
def test_no_bytes_break_the_parser(data: bytes) -> None:
    """Breaks: one broken line ends the check of a whole corpus."""
    data = data.replace(b"\n", b" ")
    parsed = parse_line(_line(data))

    for flaw in parsed.flaws:
        assert 7 == flaw.mark.line
        assert 1 <= flaw.mark.column <= len(data.decode("utf-8", "replace")) + 1


@given(pairs=st.lists(st.tuples(st.sampled_from("abc"), json_values(WORDS)), max_size=8))
def test_every_repeated_key_is_noticed(pairs: list[tuple[str, Any]]) -> None:
    """Breaks: one of two values is dropped without a word."""
    text = "{" + ", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in pairs) + "}"
    flaws = parse_line(_line(text.encode())).flaws

    assert ["duplicate-key"] * (len(pairs) - len({key for key, _ in pairs})) == [flaw.rule for flaw in flaws]


@given(values=st.lists(json_values(WORDS), max_size=6), line_break=st.sampled_from(["\n", "\r\n", "\n\n", "\n \t\n"]))
def test_each_place_in_a_file_is_found_again(
    tmp_path_factory: pytest.TempPathFactory, values: list[Any], line_break: str
) -> None:
    """Breaks: a problem is shown at another line of the file than the one at fault."""
    text = line_break.join(json.dumps(value, ensure_ascii=False) for value in values)
    file = tmp_path_factory.mktemp("lines") / "a.jsonl"
    file.write_bytes(text.encode())
    lines = list(read_lines(file))

    assert [exact(value) for value in values] == [exact(parse_line(line).value) for line in lines]
    for value, line in zip(values, lines, strict=True):
        assert line.data == file.read_bytes()[line.offset :][: len(line.data or b"")]
        for path, member in places(value):
            assert rest_at(text, locate(line).marks[path].value).startswith(token(member))


def test_a_number_that_would_lose_digits_is_a_flaw_on_both_roads() -> None:
    """Breaks: an id of twenty digits becomes another id."""
    parsed = parse_line(_line(b'{"id": 18446744073709551617}'))

    assert {"id": "18446744073709551617"} == parsed.value
    assert ["number 18446744073709551617 does not fit in 64 bits"] == [flaw.message for flaw in parsed.flaws]


def test_a_whole_number_beyond_what_floats_hold_is_exact() -> None:
    """Breaks: 2**53 + 1 becomes 2**53."""
    assert [2**53 + 1, -(2**63)] == parse_line(_line(b"[9007199254740993, -9223372036854775808]")).value


def test_a_byte_order_mark_does_not_hide_the_first_record() -> None:
    """Breaks: the first record of a file saved by a spreadsheet is lost."""
    parsed = parse_line(_line(b'\xef\xbb\xbf{"a": 1}'))

    assert {"a": 1} == parsed.value
    assert ["a byte order mark at the start"] == [flaw.message for flaw in parsed.flaws]


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a":' * 200_000, b"[" * 200_000 + b"]" * 200_000])
def test_deep_nesting_is_a_flaw(data: bytes) -> None:
    """Breaks: a hostile line crashes the reader."""
    assert ["not JSON: nested too deeply"] == [flaw.message for flaw in parse_line(_line(data)).flaws]


def test_a_monstrous_line_is_skipped_in_little_memory(tmp_path: Path) -> None:
    """Breaks: one endless line takes all memory, or the lines after it are lost or misnumbered."""
    file = tmp_path / "a.jsonl"
    with file.open("wb") as handle:
        handle.write(b'{"a": 1}\n')
        handle.truncate(300 * MEGABYTE)
        handle.seek(300 * MEGABYTE)
        handle.write(b'\n{"a": 3}\n')
    tracemalloc.start()
    read = [(line.number, line.offset, parse_line(line)) for line in read_lines(file)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [(1, 0), (2, 9), (3, 300 * MEGABYTE + 1)] == [(number, offset) for number, offset, _ in read]
    assert [{"a": 1}, None, {"a": 3}] == [parsed.value for _, _, parsed in read]
    assert ["a line of over 16 MB"] == [flaw.message for flaw in read[1][2].flaws]
    assert peak < 64 * MEGABYTE


def test_a_long_string_is_read_in_little_memory() -> None:
    """Breaks: a text of 16 MB in a record takes gigabytes to look for repeated keys."""
    data = b'{"a": "' + b"\\n: " * (2 * MEGABYTE) + b'"}'
    tracemalloc.start()
    parsed = parse_line(_line(data))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 6 * MEGABYTE == len(parsed.value["a"])
    assert peak < 128 * MEGABYTE  # of which the fast parser itself takes a dozen times the line


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"1" * MAX_BYTES + b"\n2", [(1, False), (2, False)]),
        (b"1" * MAX_BYTES + b"\r\n2", [(1, False), (2, False)]),
        (b"1" * (MAX_BYTES + 1) + b"\n2", [(1, True), (2, False)]),
        (b"1" * (MAX_BYTES + 1) + b"\r\n2", [(1, True), (2, False)]),
        (b"1" * MAX_BYTES + b"\r\r\r\n2", [(1, True), (2, False)]),
        (b"\r" * (2 * MAX_BYTES) + b"\n2", [(1, True), (2, False)]),
    ],
    ids=["longest", "longest-crlf", "too-long", "too-long-crlf", "returns-at-the-cut", "only-returns"],
)
def test_the_longest_line_is_read_and_one_byte_more_is_not(
    tmp_path: Path, data: bytes, expected: list[tuple[int, bool]]
) -> None:
    """Breaks: the limit cuts a line in two, and the lines after it are misnumbered."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(data)

    assert expected == [(line.number, line.data is None) for line in read_lines(file)]


def test_lines_know_nothing_of_each_other() -> None:
    """Breaks: a place in line 8 is shown in line 7."""
    eighth = attrs.evolve(_line(b'{"a": [1, x]}'), number=8)

    assert [(8, 11)] == [(flaw.mark.line, flaw.mark.column) for flaw in parse_line(eighth).flaws]
