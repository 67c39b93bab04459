import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.files.parsed import MAX_DEPTH, Mark
from factcheck.files.yaml_parser import parse_yaml
from tests.files.json_values import (
    WORDS,
    YAML_WORDS,
    editor_lines,
    exact,
    json_values,
    lies_inside,
    places,
    plain,
    rest_at,
    token,
)

OLD_BREAKS = "\x85\u2028\u2029"
SOUP = st.lists(
    st.sampled_from(
        [
            "- ",
            ": ",
            "? ",
            "\n",
            "\n  ",
            " ",
            "&a ",
            "*a ",
            "!t ",
            "<<: ",
            "|\n",
            ">-\n",
            "---",
            "...",
            "%YAML 1.2\n",
            "#",
            "'",
            '"',
            "{",
            "}",
            "[",
            "]",
            ",",
            "a",
            "b",
            "1",
            "1e999",
            "\t",
            "\r",
            "\r\n",
            "\x85",
            "\u2028",
            "\\",
            "\ufeff",
            "\x00",
        ]
    )
).map("".join)


class _Dumper(yaml.SafeDumper):
    """Writes values out, and quotes what YAML 1.1 takes for text and YAML 1.2 for a number, such as ``1e3``."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _quoted(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if text[:1] in tuple("-0123456789") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)


def _block(value: Any, pad: str = "") -> str:
    """Write a value in block style, its scalars as JSON does."""
    if isinstance(value, dict) and value:
        return "".join(f"\n{pad}{plain(key)}: {_block(member, pad + '  ')}" for key, member in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{pad}- {_block(item, pad + '  ')}" for item in value)
    return plain(value)


@given(
    value=json_values(WORDS.map(lambda text: "".join(c for c in text if c not in OLD_BREAKS))),
    flow=st.sampled_from([None, True, False]),
    unicode=st.booleans(),
)
def test_what_pyyaml_writes_is_read_back(value: Any, flow: bool | None, unicode: bool) -> None:
    """Breaks: a record differs from what its author's tools wrote."""
    text = yaml.dump(value, Dumper=_Dumper, sort_keys=False, default_flow_style=flow, allow_unicode=unicode)
    parsed = parse_yaml(text)

    assert ((), exact(value)) == (parsed.flaws, exact(parsed.value))


@given(value=json_values(YAML_WORDS), indent=st.sampled_from([None, 2]))
def test_json_is_yaml_too(value: Any, indent: int | None) -> None:
    """Breaks: a record pasted from JSON into a YAML file changes."""
    parsed = parse_yaml(json.dumps(value, indent=indent, ensure_ascii=False))

    assert ((), exact(value)) == (parsed.flaws, exact(parsed.value))


@given(value=json_values(YAML_WORDS), line_break=st.sampled_from(["\n", "\r\n", "\r"]), block=st.booleans())
def test_each_mark_points_at_its_token_as_editors_count(value: Any, line_break: str, block: bool) -> None:
    """Breaks: a problem is shown at another line than the one at fault."""
    written = "# comment" + (
        _block(value) if block and value and isinstance(value, (dict, list)) else "\n" + plain(value)
    )
    text = written.replace("\n", line_break)
    parsed = parse_yaml(text)

    assert exact(value) == exact(parsed.value)
    assert {path for path, _ in places(value)} == set(parsed.marks)
    for path, member in places(value):
        rest = rest_at(text, parsed.marks[path].value)
        begins = (token(member), '"', "- ") if isinstance(member, (dict, list)) and member else (token(member),)
        assert rest.startswith(begins)
        key = parsed.marks[path].key
        assert key is None or rest_at(text, key).startswith(token(path[-1]))


@given(pairs=st.lists(st.tuples(st.sampled_from("abc"), json_values(YAML_WORDS)), min_size=1, max_size=8))
def test_every_repeated_key_is_noticed(pairs: list[tuple[str, Any]]) -> None:
    """Breaks: one of two values is dropped without a word."""
    parsed = parse_yaml("".join(f"{key}: {plain(value)}\n" for key, value in pairs))
    lines_of_repeats = [n + 1 for n, (key, _) in enumerate(pairs) if key in {earlier for earlier, _ in pairs[:n]}]
    first: dict[str, Any] = {}
    for key, value in pairs:
        first.setdefault(key, value)

    assert [("duplicate-key", line) for line in lines_of_repeats] == [(f.rule, f.mark.line) for f in parsed.flaws]
    assert exact(first) == exact(parsed.value)


@given(text=SOUP | st.text())
@example("? " * 300)
@example("? - " * 300)
@example("{[" * 300)
@example("*a : *b")
@example("\ufeff\ufeffa: 1")
def test_no_text_breaks_the_parser(text: str) -> None:
    """Breaks: one broken file ends the check of a whole corpus."""
    parsed = parse_yaml(text)

    assert all(lies_inside(text, flaw.mark) for flaw in parsed.flaws)
    assert all(lies_inside(text, marks.value) for marks in parsed.marks.values())


@given(text=SOUP)
def test_flaws_come_in_reading_order(text: str) -> None:
    """Breaks: the author has to jump up and down in the file."""
    marks = [(flaw.mark.line, flaw.mark.column) for flaw in parse_yaml(text).flaws]

    assert sorted(marks) == marks


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "1:30",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        ".5",
        "+1",
        "012",
        "-012",
        "~",
        "Null",
        "NULL",
        "True",
        "FALSE",
        ".inf",
        "-.INF",
        ".nan",
        "NaN",
        "Infinity",
        "2019-11-26",
        "1e",
        "e5",
        "--1",
        "1.2.3",
        "=",
        "<",
    ],
)
def test_what_only_yaml_1_1_takes_for_a_value_is_a_string(written: str) -> None:
    """Breaks: Norway is false, a time is 90, a date is no string."""
    parsed = parse_yaml(f"a: {written}")

    assert ((), {"a": written}) == (parsed.flaws, parsed.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-0", 0),
        ("17", 17),
        ("-3", -3),
        ("0.5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        ('"17"', "17"),
        ("'null'", "null"),
        ("!", ""),
        ("", ""),
    ],
)
def test_the_json_schema_of_yaml_1_2_decides_what_is_a_number(written: str, value: Any) -> None:
    """Breaks: a number comes as text, or text as a number."""
    parsed = parse_yaml(f"a: {written}")

    assert exact({"a": value}) == exact(parsed.value)


@pytest.mark.parametrize("number", ["9223372036854775808", "-9223372036854775809", "1e999", "-1e999", "9" * 5000])
def test_numbers_that_would_change_are_flaws(number: str) -> None:
    """Breaks: a number in a release is not the one in the file."""
    parsed = parse_yaml(f"a: {number}")

    assert [("unreadable", 4)] == [(flaw.rule, flaw.mark.column) for flaw in parsed.flaws]
    assert {"a": number} == parsed.value


@pytest.mark.parametrize(
    ("text", "said", "line", "column"),
    [
        ("a: &x 1", "anchor &x", 1, 4),
        ("a: 1\nb: *x", "alias *x", 2, 4),
        ("a: !!str 1", "tag tag:yaml.org,2002:str", 1, 4),
        ("a: !own 1", "tag !own", 1, 4),
        ("&k a: 1", "anchor &k", 1, 1),
        ("a: 1\n<<: {b: 2}", "merge key <<", 2, 1),
        ("a: 1\n---\nb: 2", "a second document in one file", 2, 1),
        ("? [a]\n: 1", "a key that is no string", 1, 3),
        ("a:\n  b: 1\n  b: 2", "key 'b' stands twice; first in line 2", 3, 3),
        ('a: "x\\0y"', "a NUL character in a string", 1, 4),
        ("a: x\ny: \x07", "character U+0007 may not stand in YAML", 2, 4),
        ("a: x\0", "character U+0000 may not stand in YAML", 1, 5),
    ],
)
def test_what_readers_of_yaml_read_differently_is_a_flaw(text: str, said: str, line: int, column: int) -> None:
    """Breaks: two tools see two corpora in one file."""
    flaws = [(flaw.message, flaw.mark.line, flaw.mark.column) for flaw in parse_yaml(text).flaws]

    assert [(said, line, column)] == flaws


@pytest.mark.parametrize("character", OLD_BREAKS)
def test_a_line_break_of_yaml_1_1_only_is_a_flaw_and_moves_no_line(character: str) -> None:
    """Breaks: a pasted U+2028 cuts a value in two, or turns into a space, and every later line number is off by one."""
    parsed = parse_yaml(f'a: "x{character}y"\nb: *z')

    assert [(1, 6), (2, 4)] == [(flaw.mark.line, flaw.mark.column) for flaw in parsed.flaws]
    assert "breaks the line for some readers" in parsed.flaws[0].message


def test_a_line_break_of_yaml_1_1_may_be_escaped() -> None:
    """Breaks: there is no way to write such a character down."""
    parsed = parse_yaml(r'a: "x\N\L\Py"')

    assert ((), {"a": "x\x85\u2028\u2029y"}) == (parsed.flaws, parsed.value)


def test_a_syntax_error_is_shown_where_it_is() -> None:
    """Breaks: the author searches the whole file."""
    text = "a: 1\r\nb: [1, 2\r\nc: 3\r\n"
    (flaw,) = parse_yaml(text).flaws

    assert flaw.message.startswith("not YAML: ")
    assert (3, 2) == (flaw.mark.line, flaw.mark.column)


def test_ten_mistakes_are_ten_flaws() -> None:
    """Breaks: the author mends one mistake, runs again, and meets the next."""
    text = "\n".join(
        [
            "a: &x 1",
            "b: *x",
            "c: !!int 3",
            "a: 2",
            "d: 1e999",
            "e: 99999999999999999999",
            "<<: 4",
            'f: "\\0"',
            "? [g]\n: 1",
            "b: 5",
        ]
    )
    flaws = parse_yaml(text).flaws

    assert [1, 2, 3, 4, 5, 6, 7, 8, 9, 11] == [flaw.mark.line for flaw in flaws]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200000,
        "- " * 200000,
        "? " * 200000,
        "{a: " * 200000,
        "{[" * 200000,
        "&a [" * 200000,
        "\n".join("  " * n + "- a:" for n in range(500)),
        "\n".join(" " * n + "a:" for n in range(500)),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_deep_nesting_is_a_flaw(text: str) -> None:
    """Breaks: a hostile file crashes the reader."""
    parsed = parse_yaml(text)

    assert "nested too deeply" == parsed.flaws[-1].message
    assert lies_inside(text, parsed.flaws[-1].mark)


def test_the_deepest_nesting_that_is_promised_is_read() -> None:
    """Breaks: a value within the limit is refused."""
    assert () == parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH).flaws


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_a_file_without_a_value_has_no_marks(text: str) -> None:
    """Breaks: an empty file counts as a record."""
    parsed = parse_yaml(text)

    assert (None, {}, ()) == (parsed.value, parsed.marks, parsed.flaws)


def test_a_place_that_is_not_there_is_shown_at_the_nearest_around_it() -> None:
    """Breaks: a missing key is shown nowhere."""
    parsed = parse_yaml("a:\n  - b: 1\n")

    assert (2, 5) == (parsed.mark(("a", 0, "c")).line, parsed.mark(("a", 0, "c"), on_key=True).column)
    assert editor_lines("a:\n  - b: 1\n")[1][4:] == "b: 1"


def test_what_is_never_closed_is_told_where_it_was_opened() -> None:
    """The message would point at the end of the file, far from the quote that is missing."""
    parsed = parse_yaml('id: ada\nname: "Ada\nkind: person\n')

    assert [Mark(2, 7)] == [flaw.mark for flaw in parsed.flaws]
