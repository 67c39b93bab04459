import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.json_parser import parse_json
from factcheck.files.parsed import MAX_DEPTH
from tests.files.json_values import WORDS, exact, json_values, places, rest_at, token

SOUP = st.lists(
    st.sampled_from(
        [
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            '"',
            "\\",
            "a",
            "1",
            "-",
            ".",
            "e",
            "null",
            "true",
            " ",
            "\n",
            "\t",
            "\r",
            "\u2028",
            "\\u",
            "d800",
            "0000",
            "\ufeff",
            "\x00",
            "�",
            "NaN",
            '"a":',
        ]
    )
).map("".join)


@given(
    value=json_values(WORDS),
    indent=st.sampled_from([None, 0, 2]),
    escaped=st.booleans(),
    separators=st.sampled_from([None, (",", ":")]),
)
def test_what_python_writes_is_read_back(
    value: Any, indent: int | None, escaped: bool, separators: tuple[str, str] | None
) -> None:
    """Breaks: a record differs from what its author's tools wrote."""
    text = json.dumps(value, indent=indent, ensure_ascii=escaped, separators=separators)
    parsed = parse_json(text)

    assert ((), exact(json.loads(text))) == (parsed.flaws, exact(parsed.value))


@given(value=json_values(WORDS), indent=st.sampled_from([None, 2]), first=st.integers(1, 50))
def test_each_mark_points_at_its_token(value: Any, indent: int | None, first: int) -> None:
    """Breaks: a problem is shown at another value than the one at fault."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    above = "\n" * (first - 1)
    marks = parse_json(text, line=first).marks

    assert {path for path, _ in places(value)} == set(marks)
    for path, member in places(value):
        assert rest_at(above + text, marks[path].value).startswith(token(member))
        key = marks[path].key
        assert (key is None) == (not path or isinstance(path[-1], int))
        assert key is None or rest_at(above + text, key).startswith(token(path[-1]))


@given(pairs=st.lists(st.tuples(st.sampled_from("abc"), json_values(WORDS)), max_size=8))
def test_every_repeated_key_is_noticed(pairs: list[tuple[str, Any]]) -> None:
    """Breaks: one of two values is dropped without a word."""
    text = "{" + ", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in pairs) + "}"
    parsed = parse_json(text)
    first: dict[str, Any] = {}
    for key, value in pairs:
        first.setdefault(key, value)

    assert ["duplicate-key"] * (len(pairs) - len(first)) == [flaw.rule for flaw in parsed.flaws]
    assert exact(first) == exact(parsed.value)


@given(text=SOUP | st.text())
def test_no_text_breaks_the_parser(text: str) -> None:
    """Breaks: one broken line ends the check of a whole corpus."""
    parsed = parse_json(text)
    lines = text.split("\n")

    for flaw in parsed.flaws:
        assert 1 <= flaw.mark.line <= len(lines)
        assert 1 <= flaw.mark.column <= len(lines[flaw.mark.line - 1]) + 1


@given(text=SOUP)
def test_what_is_read_without_flaw_is_what_python_reads(text: str) -> None:
    """Breaks: a line that other readers refuse, or read otherwise, passes here."""
    parsed = parse_json(text)

    if not parsed.flaws:
        assert exact(json.loads(text)) == exact(parsed.value)


@pytest.mark.parametrize("number", ["9223372036854775808", "-9223372036854775809", "1e999", "-1e999", "9" * 5000])
def test_numbers_that_would_change_are_flaws(number: str) -> None:
    """Breaks: a number in a release is not the one in the file."""
    parsed = parse_json(f'{{"a": {number}}}')

    assert [(1, 7)] == [(flaw.mark.line, flaw.mark.column) for flaw in parsed.flaws]
    assert {"a": number} == parsed.value


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "01", "+1", ".5", "1.", "0x1F", "1_000", "'a'", "{a: 1}", "[1,]", '{"a": 1,}']
)
def test_what_is_not_json_is_refused(text: str) -> None:
    """Breaks: a file that other tools cannot read passes here."""
    parsed = parse_json(text)

    assert ["unreadable"] == [flaw.rule for flaw in parsed.flaws]
    assert parsed.flaws[0].message.startswith("not JSON: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [(r'"\ud800"', "half of a surrogate pair in a string"), (r'"a\u0000"', "a NUL character in a string")],
)
def test_strings_that_cannot_be_stored_are_flaws(text: str, said: str) -> None:
    """Breaks: a string that no file can hold goes on to the release and fails there."""
    parsed = parse_json(text)

    assert [said] == [flaw.message for flaw in parsed.flaws]
    assert parsed.value.encode().decode() == parsed.value


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000])
def test_deep_nesting_is_a_flaw_at_the_first_level_too_many(text: str) -> None:
    """Breaks: a hostile line crashes the reader."""
    parsed = parse_json(text)

    assert ["not JSON: nested too deeply"] == [flaw.message for flaw in parsed.flaws]


def test_the_deepest_nesting_that_is_promised_is_read() -> None:
    """Breaks: a value within the limit is refused."""
    parsed = parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH)

    assert () == parsed.flaws


def test_a_repeated_key_is_shown_where_it_stands_again() -> None:
    """Breaks: the author is sent to the wrong one of the two."""
    (flaw,) = parse_json('{"a": 1, "b": 2, "a": 3}').flaws

    assert ("key 'a' stands twice; first in column 2", 18) == (flaw.message, flaw.mark.column)
