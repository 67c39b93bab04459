"""Values, keys and their order are changed in a YAML text, and nothing else is."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_rewriting import with_order, with_values, without_keys
from factcheck.files.yaml_writer import write_yaml
from factcheck.problems import Path
from factcheck.testing import json_values
from tests.remarks import remarked

_SCALARS = st.integers(-9, 9) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_MAPPINGS = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), json_values(), min_size=2)


def _value(text: str) -> Any:
    parsed = parse_yaml(text)
    assert () == parsed.flaws
    return parsed.value


def _remarks(text: str) -> list[str]:
    return sorted(line.strip() for line in text.split("\n") if line.strip().startswith("#"))


@given(st.dictionaries(st.sampled_from("abc"), _SCALARS, min_size=1), _SCALARS, st.data())
def test_a_value_takes_the_place_of_another(record: dict[str, Any], value: Any, data: st.DataObject) -> None:
    """A repair would write something else than what mends."""
    text = data.draw(remarked(write_yaml(record)))
    key = data.draw(st.sampled_from(sorted(record)))

    made = with_values(text, {(key,): value})

    assert {**record, key: value} == _value(made)
    assert _remarks(text) == _remarks(made)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('a: "old" # why\n', 'a: "new" # why\n'),
        ("a: 'old'\n", "a: 'new'\n"),
        ("a: old\n", "a: new\n"),
        ("{a: old, b: 1}\n", "{a: new, b: 1}\n"),
        ("a: 7 # why\n", "a: new # why\n"),
    ],
)
def test_a_value_is_written_as_the_old_one_was(text: str, made: str) -> None:
    """A repair would change quotes that nobody asked it to change."""
    assert made == with_values(text, {("a",): "new"})


@pytest.mark.parametrize(
    "text",
    [
        "a: >-\n  cafe\u0301 and\n  more\nb: 1\n",
        "a: |\n  cafe\u0301\n\n  more\n",
        "a: cafe\u0301 # cafe\u0301\n",
        "a: 'it''s cafe\u0301'\n",
    ],
)
def test_folds_stay_where_characters_are_composed(text: str) -> None:
    """A long text would be folded anew, and the whole of it show as changed."""
    made = with_values(text, {("a",): unicodedata.normalize("NFC", _value(text)["a"])})

    assert unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", made)
    assert unicodedata.is_normalized("NFC", _value(made)["a"])


@given(_MAPPINGS, st.booleans(), st.data())
def test_a_key_is_taken_out_alone(record: dict[str, Any], flow: bool, data: st.DataObject) -> None:
    """A repair would take a neighbour along."""
    text = write_yaml({"x": [record]}) if flow else data.draw(remarked(write_yaml(record)))
    path: Path = ("x", 0) if flow else ()
    key = data.draw(st.sampled_from(sorted(record)))
    kept = {name: member for name, member in record.items() if name != key}

    made = without_keys(text, [(*path, key)])

    assert made == text or _value(made) == ({"x": [kept]} if flow else kept)
    assert _value(without_keys(write_yaml(record), [(key,)])) == kept


@given(st.lists(_MAPPINGS, min_size=1, max_size=3), st.data())
def test_keys_are_put_in_another_order_with_their_remarks(records: list[dict[str, Any]], data: st.DataObject) -> None:
    """A remark would stand beside a key that it does not speak of, or be lost."""
    text = write_yaml(records).rstrip("\n") + "\n"
    orders: dict[Path, list[str]] = {
        (item,): data.draw(st.permutations(sorted(record))) for item, record in enumerate(records)
    }
    remarked_text = text.replace("\n  b:", "\n  # of b\n  b:")

    made = with_order(remarked_text, orders)

    assert records == _value(made)
    assert list(orders.values()) == [list(record) for record in _value(made)]
    assert sorted(remarked_text.split()) == sorted(made.split())


def test_remarks_above_and_behind_go_with_their_key() -> None:
    """The reason of a value would end up above another."""
    text = "# head\nb: 1 # first\n# of a\n# and more\na:\n  - x # in\n# tail\n"

    assert "# head\n# of a\n# and more\na:\n  - x # in\nb: 1 # first\n# tail\n" == with_order(text, {(): ["a", "b"]})
