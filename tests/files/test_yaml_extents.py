"""The extents of a YAML text are those of its values, so that what is cut out there is the value."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck.files.yaml_extents import extents
from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_writer import write_yaml
from factcheck.problems import Path
from factcheck.testing import json_values


def _values(value: Any, path: Path = ()) -> dict[Path, Any]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: dict[Path, Any] = {path: value}
    for step, member in inner:
        found |= _values(member, (*path, step))
    return found


_TEXTS = st.dictionaries(st.sampled_from("abc"), json_values(), min_size=1).map(write_yaml)


@given(_TEXTS, st.sampled_from(["", "# a remark\n", "\n\n  # a remark"]))
def test_every_value_begins_at_its_mark_and_ends_before_what_follows(text: str, tail: str) -> None:
    """An edit would cut a value in two, or take the remark behind it along."""
    whole = text + tail
    parsed = parse_yaml(whole)
    lines = whole.split("\n")
    found = extents(whole)

    assert set(_values(parsed.value)) == set(found)
    for path, extent in found.items():
        mark = parsed.marks[path].value
        assert extent.start == sum(len(line) + 1 for line in lines[: mark.line - 1]) + mark.column - 1
        assert extent.start <= extent.end <= len(text)
        assert extent.end <= found[path[:-1]].end
    assert len(text.rstrip("\n")) <= found[()].end


@given(_TEXTS)
def test_a_list_or_mapping_in_brackets_reaches_from_the_first_to_the_last(text: str) -> None:
    """A value in brackets would be replaced with a bracket left over."""
    values = _values(parse_yaml(text).value)
    for path, extent in extents(text).items():
        if extent.flow and isinstance(values[path], (dict, list)):
            brackets = "{}" if isinstance(values[path], dict) else "[]"
            assert brackets == text[extent.start] + text[extent.end - 1]
