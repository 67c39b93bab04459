import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.files.parsed import MAX_BYTES, Mark
from factcheck.reading import DATASET, Reading, corpus_folder, of_plain, read_corpus
from factcheck.records.corpus import KINDS
from factcheck.text import bytes_digest
from tests.files.json_values import YAML_WORDS, exact, json_values, places, plain, rest_at, token

RECORDS = st.lists(st.dictionaries(YAML_WORDS, json_values(YAML_WORDS), max_size=3), min_size=1, max_size=4)


def _corpus(folder: Path, files: dict[str, str | bytes]) -> Reading:
    for name, content in {DATASET: "name: x\n", **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_corpus(folder)


def _values(reading: Reading, kind: str) -> list[Any]:
    return [record.value for record in reading.records[kind]]


def _flaws(reading: Reading) -> list[tuple[str, int, str]]:
    return [(fact.filed, fact.flaw.mark.line, fact.flaw.message) for fact in reading.facts if fact.flaw]


@given(records=RECORDS, form=st.sampled_from(["a.yaml", "deep/er/a.yml", "a.jsonl"]))
def test_each_place_of_each_record_is_found_in_its_file(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]], form: str
) -> None:
    """Breaks: a problem is shown in another file, line or column than the one at fault."""
    folder = tmp_path_factory.mktemp("corpus")
    text = (
        "\n".join(map(plain, records)) if form.endswith(".jsonl") else json.dumps(records, indent=1, ensure_ascii=False)
    )
    reading = _corpus(folder, {f"claims/{form}": text})

    assert [exact(record) for record in records] == [exact(value) for value in _values(reading, "claims")]
    assert [] == _flaws(reading)
    for record in reading.records["claims"]:
        for path, member in places(record.value):
            place = record.origin.place(path)
            assert (folder / "claims" / form).as_posix() == place.file
            assert rest_at(text, Mark(place.line, place.column)).startswith(token(member))


@given(
    st.lists(
        st.sampled_from(["claims/b.yaml", "claims/a/z.yaml", "claims/a.jsonl", "claims.yaml", "claims/Z.yml"]),
        unique=True,
    )
)
def test_files_are_read_in_the_order_of_their_names(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    """Breaks: the same corpus has another order on another machine, and so another release."""
    reading = _corpus(tmp_path_factory.mktemp("corpus"), {name: json.dumps({"id": name}) for name in names})

    assert sorted(names) == [value["id"] for value in _values(reading, "claims")]


def test_the_first_folder_names_the_kind_and_the_rest_is_filing(tmp_path: Path) -> None:
    """Breaks: records in folders within folders are lost, or taken for another kind."""
    reading = _corpus(tmp_path, {f"{kind}/claims/deeper/a.yaml": f"id: {kind}" for kind in KINDS})

    assert {kind: [{"id": kind}] for kind in KINDS} == {kind: _values(reading, kind) for kind in KINDS}


def test_a_list_and_one_record_read_alike(tmp_path: Path) -> None:
    """Breaks: a list of one differs from the one."""
    reading = _corpus(tmp_path, {"claims/a.yaml": "id: a\n", "claims/b.yaml": "- id: a\n"})
    one, of_list = reading.records["claims"]

    assert one.value == of_list.value
    assert ("id", 1, 5) == (one.origin.place(("id",)).path, *_line_and_column(one))
    assert ("id", 1, 7) == (of_list.origin.place(("id",)).path, *_line_and_column(of_list))


def _line_and_column(record: Any) -> tuple[int, int]:
    place = record.origin.place(("id",))
    return place.line, place.column


def test_a_folder_of_no_kind_is_a_fact_and_hidden_files_are_not(tmp_path: Path) -> None:
    """Breaks: a misspelt folder drops its records without a word, or an editor's backup counts as records."""
    files: dict[str, str | bytes] = {
        "claimz/a.yaml": "id: a",
        ".git/claims/a.yaml": "[",
        "claims/.a.yaml.swp.yaml": "[",
    }
    reading = _corpus(tmp_path, {**files, "claims/README.md": "x", "notes.txt": "x"})

    assert [("claimz/a.yaml", ""), (DATASET, "dataset")] == [(fact.filed, fact.kind) for fact in reading.facts]


def test_texts_are_kept_by_digest_and_never_changed(tmp_path: Path) -> None:
    """Breaks: line breaks are translated, and every offset behind them is wrong."""
    data = "é\r\nb\rc\u2028\n".encode()
    reading = _corpus(tmp_path, {"texts/deep/a.txt": data, "texts/a.yaml": "[", "texts/bad.txt": b"\xff"})

    assert {bytes_digest(data): data.decode(), bytes_digest(b"["): "["} == dict(reading.texts)
    assert [("texts/bad.txt", 1, "not UTF-8: byte 0xff cannot stand here")] == _flaws(reading)


@pytest.mark.parametrize("content", ["", "# nothing\n", "[]\n", "- name: a\n- name: b\n"])
def test_a_dataset_is_one_record(tmp_path: Path, content: str) -> None:
    """Breaks: an empty dataset.yaml passes, or the second of two is ignored."""
    reading = _corpus(tmp_path, {DATASET: content})

    assert ["dataset.yaml must hold one record"] == [said[:33] for _, _, said in _flaws(reading)]


def test_a_file_too_big_to_read_whole_is_a_flaw(tmp_path: Path) -> None:
    """Breaks: a file of gigabytes takes all memory."""
    (tmp_path / "claims").mkdir()
    with (tmp_path / "claims" / "a.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    assert [("claims/a.yaml", 1, "a file of over 16 MB")] == _flaws(_corpus(tmp_path, {}))


def test_sound_lines_are_read_around_a_broken_one(tmp_path: Path) -> None:
    """Breaks: one broken line costs all records of a file."""
    reading = _corpus(tmp_path, {"claims/a.jsonl": '{"id": "a"}\r\n{"id": \r\n\r\nnull\r\n{"id": "b"}\r\n'})

    assert [{"id": "a"}, None, {"id": "b"}] == _values(reading, "claims")
    assert [2] == [line for _, line, _ in _flaws(reading)]
    assert [1, 4, 5] == [record.origin.place(()).line for record in reading.records["claims"]]


@pytest.mark.parametrize("inside", ["", "data"])
def test_a_corpus_may_be_named_in_three_ways(tmp_path: Path, inside: str) -> None:
    """Breaks: what people type first does not work."""
    folder = tmp_path / inside
    folder.mkdir(exist_ok=True)
    (folder / DATASET).write_text("name: x")

    assert folder == corpus_folder(tmp_path) == corpus_folder(folder) == corpus_folder(folder / DATASET)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "there is no such folder"),
        ("file.yaml", "a corpus is a folder with a dataset.yaml"),
        ("empty", "a corpus starts with a dataset.yaml, and there is none"),
        ("empty/dataset.yaml", "a corpus starts with a dataset.yaml, and there is none"),
        ("x" * 5000, "file name too long"),
        ("a\0b", "there is no such folder"),
    ],
)
def test_what_is_no_corpus_is_a_wrong_call(tmp_path: Path, name: str, said: str) -> None:
    """Breaks: a typing error ends in a traceback, or in a report without problems."""
    (tmp_path / "file.yaml").write_text("")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=said):
        corpus_folder(tmp_path / name)


@given(records=RECORDS)
def test_records_of_no_file_are_named_by_kind_and_number(records: list[dict[str, Any]]) -> None:
    """Breaks: a problem in a corpus that a program made names no place."""
    reading = of_plain({"dataset": {"name": "x"}, "claims": records}, name="made/")

    assert [f"made/claims[{n}]" for n in range(len(records))] == [r.origin.file for r in reading.records["claims"]]
    assert [{"name": "x"}] == _values(reading, "dataset")
    assert 0 == reading.records["claims"][0].origin.place(("id",)).line
