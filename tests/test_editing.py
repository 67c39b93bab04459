"""An edit adds what it is asked to add, and every other character stays as a person wrote it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import UsageError
from factcheck.editing import add_record, set_key, set_keys
from factcheck.files.json_lines import parse_line, read_lines
from factcheck.files.yaml_editing import KeyChange
from factcheck.files.yaml_parser import parse_yaml
from factcheck.shaping import unstructure
from factcheck.testing import claims, references, slugs
from factcheck.writing import json_line, yaml_text
from tests.remarks import remarked

_PLAIN_CLAIMS = claims(id=slugs()).map(unstructure)
_UNSPLIT_CLAIMS = claims(id=slugs(), split=st.none()).map(unstructure)


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        yield file


@st.composite
def _yaml_lists(draw: st.DrawFn, records: st.SearchStrategy[dict[str, Any]]) -> str:
    made = yaml_text("claims", draw(st.lists(records, min_size=1, max_size=3)))
    margin = " " * draw(st.sampled_from([0, 0, 2]))
    text = "\n".join(margin + line if line else line for line in made.split("\n"))
    return draw(remarked(draw(st.sampled_from(["", "# head\n", "---\n"])) + text))


def _value(text: str) -> Any:
    parsed = parse_yaml(text)
    assert () == parsed.flaws
    return parsed.value


def _inserted(before: str, after: str) -> bool:
    """Tell whether ``after`` is ``before`` with something put in at one place."""
    at = next((n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    return any(after.endswith(before[start:]) for start in range(at, -1, -1))


def _in_order(lines: list[str], among: list[str]) -> bool:
    rest = iter(among)
    return all(line in rest for line in lines)


@given(_yaml_lists(_PLAIN_CLAIMS), _PLAIN_CLAIMS)
def test_a_record_is_appended_and_not_a_character_before_it_changes(text: str, record: dict[str, Any]) -> None:
    """Adding a claim would cost somebody their comments, or quietly change another claim."""
    with _file("a.yaml", text.encode()) as file:
        line = add_record(file, "claims", record)
        after = file.read_bytes().decode()

    assert _inserted(text, after)
    assert [*_value(text), record] == _value(after)
    assert parse_yaml(after).mark((len(_value(text)),)).line == line


@given(_yaml_lists(_UNSPLIT_CLAIMS), st.data())
def test_a_key_is_set_and_every_line_that_was_there_is_there(text: str, data: st.DataObject) -> None:
    """Assigning splits would reformat a file that people keep in their own order, and every diff would be unreadable."""
    before = _value(text)
    chosen = data.draw(st.lists(st.sampled_from(range(len(before))), unique=True, min_size=1))
    changes = [KeyChange(path=(n,), key="split", value="test", after=("id", "text")) for n in chosen]
    with _file("a.yaml", text.encode()) as file:
        set_keys(file, changes)
        after = file.read_bytes().decode()

    assert [{**record, "split": "test"} if n in chosen else record for n, record in enumerate(before)] == _value(after)
    assert _in_order(text.split("\n"), after.split("\n"))
    assert text.count("\n") + len(chosen) <= after.count("\n") + 1


@given(st.lists(_PLAIN_CLAIMS, max_size=3), _PLAIN_CLAIMS, st.booleans())
def test_a_line_is_appended_to_json_lines(before: list[dict[str, Any]], record: dict[str, Any], is_open: bool) -> None:
    """A bulk file whose last line has no line break would get two records on one line."""
    data = b"".join(map(json_line, before))
    with _file("a.jsonl", data.removesuffix(b"\n") if is_open else data) as file:
        line = add_record(file, "claims", record)

        assert data + json_line(record) == file.read_bytes()
        assert len(before) + 1 == line


@given(st.lists(_UNSPLIT_CLAIMS, min_size=1, max_size=4), st.data())
def test_a_key_is_set_in_its_line_and_other_lines_keep_their_bytes(
    records: list[dict[str, Any]], data: st.DataObject
) -> None:
    """Assigning splits to a file of millions of lines would touch them all."""
    written = [b"\n" if data.draw(st.booleans()) else b"" for _ in records]
    lines = [
        blank + orjson.dumps(record, option=orjson.OPT_INDENT_2).replace(b"\n", b" ")
        for blank, record in zip(written, records, strict=True)
    ]
    chosen = data.draw(st.integers(0, len(records) - 1))
    with _file("a.jsonl", b"\n".join(lines)) as file:
        set_key(file, (chosen,), "split", "test", after=("id",))
        after = file.read_bytes()
        values = [parse_line(line).value for line in read_lines(file)]

    expected = [{**record, "split": "test"} if n == chosen else record for n, record in enumerate(records)]
    assert expected == values
    assert "split" == list(values[chosen])[1]
    for n, line in enumerate(lines):
        assert n == chosen or line in after


@given(references(id=slugs()).map(unstructure), references(id=slugs()).map(unstructure), st.data())
def test_a_file_of_one_record_becomes_a_list(
    first: dict[str, Any], second: dict[str, Any], data: st.DataObject
) -> None:
    """A second reference in a file would overwrite the first, or lose its remarks."""
    text = data.draw(remarked(yaml_text("references", first)))
    before = _value(text)
    with _file("a.yaml", text.encode()) as file:
        add_record(file, "references", second)
        after = file.read_bytes().decode()

    assert [before, second] == _value(after)
    remarks = [line.strip() for line in text.split("\n") if line.lstrip().startswith("#")]
    assert _in_order(remarks, [line.strip() for line in after.split("\n")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- {}\n"),
        ("# only a remark", "# only a remark\n- {}\n"),
        ("[]\n", "- {}\n"),
        ("[] # none yet\n", "- {} # none yet\n"),
        ("[{id: a}]\n", '[{id: a}, {"id": "b"}]\n'),
        ("- id: a\n", "- id: a\n\n- {}\n"),
        ("- id: a\n- id: c\n", "- id: a\n- id: c\n- {}\n"),
        ("- id: a\n\n- id: c", "- id: a\n\n- id: c\n\n- {}\n"),
        ("- id: a\n\n# the end\n", "- id: a\n\n# the end\n\n- {}\n"),
        ("- id: a\n...\n", "- id: a\n\n- {}\n...\n"),
        ("  - id: a\n", "  - id: a\n\n  - {}\n"),
        ("- id: a\r\n  text: b\r\n", "- id: a\r\n  text: b\r\n\r\n- {}\r\n"),
        ("id: a # first\n", "- id: a # first\n\n- {}\n"),
        ("- text: |+\n    a\n\n", "- text: |+\n    a\n\n- {}\n"),
    ],
)  # fmt: skip
def test_each_way_to_write_a_list_gets_its_item(before: str, after: str, tmp_path: Path) -> None:
    """A file in brackets, with Windows line breaks or set in from the margin would be refused or spoilt."""
    file = tmp_path / "a.yaml"
    file.write_bytes(before.encode())
    add_record(file, "claims", {"id": "b"})

    assert after.replace("{}", "id: b").encode() == file.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n  kind: other\n", "- id: a\n  split: test\n  kind: other\n"),
        ("- id: a  # its name\n  # its kind\n  kind: other", "- id: a  # its name\n  split: test\n  # its kind\n  kind: other"),
        ("- id: a", "- id: a\n  split: test\n"),
        ("- {id: a, kind: other}\n", "- {id: a, split: test, kind: other}\n"),
        ("- kind: other\n", "- kind: other\n  split: test\n"),
        ("- kind: other\n  split: train # why\n  text: b\n", "- kind: other\n  split: test # why\n  text: b\n"),
        ("- {split: train, id: a}\n", "- {split: test, id: a}\n"),
        ("- split: >-\n    train\n    set\n  id: a\n", "- split: test\n  id: a\n"),
        ("- id: |\n    a\n    # no remark\n\n  # remark\n", "- id: |\n    a\n    # no remark\n  split: test\n\n  # remark\n"),
        ("-   id: a\n", "-   id: a\n    split: test\n"),
        ("- id: a\r\n", "- id: a\r\n  split: test\r\n"),
    ],
)  # fmt: skip
def test_a_key_goes_behind_those_it_belongs_behind(before: str, after: str, tmp_path: Path) -> None:
    """A split would stand at odds with the order of the fields, or swallow a remark."""
    file = tmp_path / "a.yaml"
    file.write_bytes(before.encode())
    set_key(file, (0,), "split", "test", after=("id",))

    assert after.encode() == file.read_bytes()


def test_a_line_keeps_its_end(tmp_path: Path) -> None:
    """A file from another system would get two kinds of line breaks, and its last line one that it had not."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"id":\r"a"}\r\n\r\n{"id":"b"}')
    set_keys(file, [KeyChange(path=(n,), key="split", value="test") for n in (0, 1)])

    assert b'{"id":"a","split":"test"}\r\n\r\n{"id":"b","split":"test"}' == file.read_bytes()


def test_a_value_with_signs_is_quoted_in_brackets(tmp_path: Path) -> None:
    """A value would break out of its brackets and be read as something else."""
    file = tmp_path / "a.yaml"
    file.write_text("- {id: a}\n")
    set_key(file, (0,), "note", "a, b}: \x85[c")

    assert [{"id": "a", "note": "a, b}: \x85[c"}] == _value(file.read_text())


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (b"- id: a\n  id: b\n", "a.yaml:2:3: key 'id' stands twice; first in line 1; mend it first"),
        (b"- id: [\n", "not YAML"),
        (b"- id: \xff\n", "not UTF-8"),
        (b"just words\n", "holds neither a record nor a list of them"),
        (b"- id: a\n...\n# the end\n---\n", "a second document"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(before: bytes, message: str, tmp_path: Path) -> None:
    """A broken file would be made worse, and what was wrong with it hidden."""
    file = tmp_path / "a.yaml"
    file.write_bytes(before)

    with pytest.raises(UsageError) as refused:
        add_record(file, "claims", {"id": "b"})
    assert message in str(refused.value)
    assert before == file.read_bytes()


@pytest.mark.parametrize(
    ("name", "path", "message"),
    [
        ("a.yaml", (3,), "holds nothing at 3"),
        ("a.yaml", (0, "id"), "holds no record at (0, 'id')"),
        ("a.jsonl", (3,), "holds 1 records (got number 3)"),
        ("a.jsonl", (), "must start with its number (got ())"),
    ],
)
def test_a_record_that_is_not_there_gets_no_key(
    name: str, path: tuple[str | int, ...], message: str, tmp_path: Path
) -> None:
    """A key would be written into another record than the one meant."""
    file = tmp_path / name
    file.write_text('[{"id": "a"}]' if name == "a.yaml" else '{"id": "a"}\n')

    with pytest.raises(UsageError) as refused:
        set_key(file, path, "split", "test")
    assert message in str(refused.value)


def test_the_schema_in_the_first_line_becomes_that_of_the_list(tmp_path: Path) -> None:
    """An editor would underline the whole file once it holds two records."""
    file = tmp_path / "a.yaml"
    file.write_text("# yaml-language-server: $schema=../x/reference.schema.json\nid: a\n")
    add_record(file, "references", {"id": "b"})

    expected = "# yaml-language-server: $schema=../x/references.schema.json\n- id: a\n\n- id: b\n"
    assert expected == file.read_text()


def test_a_new_file_names_its_schema_and_is_a_list_where_its_kind_is(tmp_path: Path) -> None:
    """A first verdict would stand in a file that the next one cannot be added to by hand."""
    add_record(tmp_path / "new" / "a.yaml", "verdicts", {"claim": "a"}, schema_path="../verdicts.schema.json")
    line = add_record(tmp_path / "b.yaml", "references", {"id": "b"})

    expected = "# yaml-language-server: $schema=../verdicts.schema.json\n- claim: a\n"
    assert expected == (tmp_path / "new" / "a.yaml").read_text()
    assert "id: b\n" == (tmp_path / "b.yaml").read_text()
    assert 1 == line
