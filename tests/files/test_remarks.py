"""Remarks in YAML that excuse problems: found where they are remarks, and nowhere else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.remarks import remarks
from factcheck.files.yaml_parser import parse_yaml

SAID = "# factcheck: ignore[misfiled] so it is"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a: 1  {SAID}\nb: 2\n", [(1, 7, 1)]),
        (f"{SAID}\na: 1\n", [(1, 1, 2)]),
        (f"a: 1\n  {SAID}\n# another word\n\nb: 2\n", [(2, 3, 5)]),
        (f"{SAID}\n{SAID}\na: 1\n", [(1, 1, 3), (2, 1, 3)]),
        (f"a: 1\n{SAID}\n", [(2, 1, 3)]),
        (f"a: 1\r\n{SAID}\r\nb: 2\r\n", [(2, 1, 3)]),
        (f"a: 'x {SAID}'\n", []),
        (f'a: "x\n  {SAID}"\n', []),
        (f"a: |\n  {SAID}\nb: 2  {SAID}\n", [(3, 7, 3)]),
        (f"a: >-\n  x\n{SAID}\nb: 1\n", [(3, 1, 4)]),
        (f"- {{a: 1,  {SAID}\n   b: 2}}\n", [(1, 11, 1)]),
        (f"a: [ {SAID}\n", []),
        (f"ä𝄞: 1 {SAID}\n", [(1, 7, 1)]),
    ],
)
def test_a_remark_is_found_with_its_line(text: str, expected: list[tuple[int, int, int]]) -> None:
    """A remark would excuse the line beside the one that its author meant, or words of a claim would excuse something."""
    assert expected == [(found.mark.line, found.mark.column, found.line) for found in remarks(text)]


@pytest.mark.parametrize(
    ("said", "rules", "reason"),
    [
        ("#factcheck:ignore[a-b]why", ("a-b",), "why"),
        ("# factcheck: ignore[a, b ,] why not", ("a", "b"), "why not"),
        ("# factcheck: ignore [a]", ("a",), ""),
        ("# factcheck: ignore", (), ""),
        ("# factcheck: ignore because", (), "because"),
    ],
)
def test_a_remark_names_rules_and_a_reason(said: str, rules: tuple[str, ...], reason: str) -> None:
    """A reason would be taken for a rule."""
    (found,) = remarks(f"a: 1 {said}\n")

    assert (rules, reason) == (found.rules, found.reason)


@pytest.mark.parametrize("said", ["# factcheck: ignored[a] b", "# fact check: ignore[a] b", "# factcheck: ignore-file"])
def test_other_remarks_are_left_alone(said: str) -> None:
    """A sentence about the program would be read as an order to it."""
    assert () == remarks(f"a: 1 {said}\n")


_values = st.recursive(
    st.text("ab #:[]factcheck ignore\n'\"", max_size=30) | st.just(SAID) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


@given(_values, st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
def test_no_value_is_ever_a_remark(value: object, style: str | None, flow: bool) -> None:
    """The words of a claim could excuse what is wrong with it."""
    text = yaml.safe_dump(value, default_style=style, default_flow_style=flow)

    assert () == remarks(text)
    assert parse_yaml(f"{SAID}\n{text}").value == parse_yaml(text).value
