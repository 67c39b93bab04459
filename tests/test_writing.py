"""Records written to files are read back as they were."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checking import check, load
from factcheck.errors import UsageError
from factcheck.files.decoding import decode
from factcheck.files.json_lines import Line, parse_line
from factcheck.files.naming import file_name
from factcheck.files.parsed import Parsed
from factcheck.files.yaml_parser import parse_yaml
from factcheck.files.yaml_writer import write_yaml
from factcheck.records.claim import Claim
from factcheck.records.corpus import KINDS, Corpus
from factcheck.records.dataset import Dataset
from factcheck.records.document import Document
from factcheck.records.rights import Rights
from factcheck.records.verdict import Annotator, Verdict
from factcheck.schemas.generating import RECORDS
from factcheck.shaping import structure, unstructure
from factcheck.testing import corpora, documents, ids, json_values, prose
from factcheck.text import bytes_digest
from factcheck.writing import Form, json_line, write_corpus, yaml_text
from tests.kinds import FILED, NAMED

_FEWER = settings(max_examples=max(10, settings().max_examples // 4))
"""For properties that write and read a whole folder each time."""


def _parsed(text: str) -> Parsed:
    decoded, flaws = decode(text.encode())

    assert () == flaws
    return parse_yaml(decoded or "")


def _dataset() -> Dataset:
    return Dataset(
        name="lamps",
        version="0.1.0",
        released="2026-11-22",
        schema_version="0.1",
        licence="CC-BY-4.0",
        language="en",
        profile="imported",
    )


def _sorted(corpus: Corpus) -> Corpus:
    """Return the corpus in an order that does not depend on how it is filed."""
    lists: dict[str, Any] = {
        kind: tuple(sorted(getattr(corpus, kind), key=lambda record: repr(unstructure(record)))) for kind in KINDS
    }
    return attrs.evolve(corpus, **lists)


@given(json_values().filter(lambda value: isinstance(value, (dict, list))))
def test_any_json_is_read_back_from_yaml_as_it_was(value: object) -> None:
    """Otherwise a word such as `no`, or a line break at an odd place, changes on its way through a file."""
    parsed = _parsed(write_yaml(value))

    assert () == parsed.flaws
    assert value == parsed.value


@given(st.lists(prose(), min_size=1))
def test_no_string_reads_as_something_else_under_yaml_1_1(texts: list[str]) -> None:
    """Otherwise people who read the files with PyYAML get dates, numbers and truth values in place of words."""
    assert texts == yaml.safe_load(write_yaml(texts))


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_a_record_is_read_back_from_yaml_as_it_was(name: str, data: st.DataObject) -> None:
    """Otherwise `fix` and `import` change what the author said."""
    record = data.draw(NAMED[name])

    parsed = _parsed(yaml_text(name, unstructure(record)))

    assert () == parsed.flaws
    assert record == structure(parsed.value, RECORDS[name])


@pytest.mark.parametrize("name", NAMED)
@given(data=st.data())
def test_a_record_is_read_back_from_json_lines_as_it_was(name: str, data: st.DataObject) -> None:
    """Otherwise the bulk form and the authored form of a corpus say different things."""
    record = data.draw(NAMED[name])

    line = json_line(unstructure(record))
    parsed = parse_line(Line(1, 0, line.removesuffix(b"\n")))

    assert 1 == line.count(b"\n")
    assert () == parsed.flaws
    assert record == structure(parsed.value, RECORDS[name])


@pytest.mark.parametrize("kind", FILED)
@given(data=st.data())
def test_a_list_of_records_is_read_back_from_yaml_as_it_was(kind: str, data: st.DataObject) -> None:
    """Otherwise claims that share a file run into one another."""
    records = data.draw(st.lists(FILED[kind], max_size=3))

    parsed = _parsed(yaml_text(kind, [unstructure(record) for record in records]))

    assert records == [structure(item, KINDS[kind]) for item in parsed.value]


@pytest.mark.parametrize("form", ["yaml", "jsonl"])
@_FEWER
@given(corpus=corpora())
def test_a_corpus_is_loaded_from_its_folder_as_it_was(form: Form, corpus: Corpus) -> None:
    """Otherwise writing a corpus loses or changes records, or brings problems that it did not have."""
    with TemporaryDirectory() as name:
        write_corpus(corpus, Path(name) / "data", form=form)

        loaded = load(Path(name) / "data")
        report = check(Path(name) / "data")

    assert _sorted(corpus) == _sorted(loaded)
    assert () == report.problems


@_FEWER
@given(corpus=corpora())
def test_texts_are_written_only_where_their_rights_allow(corpus: Corpus) -> None:
    """Otherwise a corpus that is written out carries words that belong to somebody else."""
    allowed = {
        f"{document.id}.txt"
        for document in corpus.documents
        if document.rights and document.rights.redistribute and document.text is None
    }
    with TemporaryDirectory() as name:
        write_corpus(corpus, Path(name))

        written = {file.name for file in Path(name).glob("texts/*")}

    assert allowed == written


@_FEWER
@given(st.lists(documents(text=st.none()), unique_by=lambda document: document.id, max_size=4))
def test_documents_of_any_id_have_files_of_their_own(records: list[Document]) -> None:
    """Otherwise an id with a slash or a leading dot is written outside the corpus, or hidden, or over another."""
    corpus = Corpus(dataset=_dataset(), documents=tuple(records))
    with TemporaryDirectory() as name:
        write_corpus(corpus, Path(name) / "data")

        loaded = load(Path(name) / "data")

        assert {"data"} == {entry.name for entry in Path(name).iterdir()}
    assert _sorted(corpus) == _sorted(loaded)


@given(st.sets(ids(), min_size=2, max_size=2))
def test_two_ids_never_share_a_file_name_whatever_the_letter_case(two: set[str]) -> None:
    """Otherwise `Ada` and `ada` are one file on some file systems."""
    assert 2 == len({file_name(name).casefold() for name in two})


def test_an_id_that_is_no_slug_is_escaped() -> None:
    """Otherwise a file name cannot be read back to its id by eye."""
    assert "ada-2" == file_name("ada-2")
    assert "%41da%20%2Fb.c".replace(".", "%2E") == file_name("Ada /b.c")
    assert 150 == len(file_name("x" * 1000))


def test_a_claim_is_written_as_an_author_would_write_it() -> None:
    """Otherwise nobody wants to edit a file that the tool has written."""
    claim = structure(
        {
            "evidence": [{"finding": "212 islanders " * 8 + "in all", "reference": "census"}],
            "appearances": [{"document": "leaflet", "anchor": {"start": 17, "end": 42, "fragment": "The lamp"}}],
            "text": "The lamp was lit in 1824.",
            "topics": ["lamps", "1824"],
            "id": "lit-1824",
        },
        Claim,
    )

    written = yaml_text("claims", [unstructure(claim)], schema_path="../claims.schema.json")

    expected = """\
# yaml-language-server: $schema=../claims.schema.json
- id: lit-1824
  text: The lamp was lit in 1824.
  topics: [lamps, "1824"]
  appearances:
    - document: leaflet
      anchor: {start: 17, end: 42, fragment: The lamp}
  evidence:
    - reference: census
      finding: >-
        212 islanders 212 islanders 212 islanders 212 islanders 212 islanders 212 islanders 212 islanders
        212 islanders in all
"""
    assert expected == written


def test_long_prose_is_folded_and_dates_and_digits_are_quoted() -> None:
    """Otherwise a rationale runs off the screen, and other readers see a date where a string stands."""
    verdict = {
        "date": "2026-11-22",
        "rationale": "word " * 30 + "end",
        "label": "supported",
        "annotator": "no",
        "claim": "7",
    }

    written = yaml_text("verdict", verdict)

    expected = """\
claim: "7"
annotator: "no"
label: supported
rationale: >-
  word word word word word word word word word word word word word word word word word word word word
  word word word word word word word word word word end
date: "2026-11-22"
"""
    assert expected == written
    assert max(map(len, written.splitlines())) < 110


def test_keys_follow_the_fields_at_every_depth() -> None:
    """Otherwise two corpora with the same records differ line by line."""
    plain = {"kind": "person", "id": "ada", "unheard": 1, "name": "Ada"}

    assert ["id", "kind", "name", "unheard"] == list(_parsed(yaml_text("annotators", plain)).value)
    nested = {"rights": {"note": "b", "redistribute": True}, "id": "leaflet"}
    assert ["redistribute", "note"] == list(_parsed(yaml_text("document", nested)).value["rights"])


def test_verdicts_are_filed_by_annotator(tmp_path: Path) -> None:
    """Otherwise annotators see each other's verdicts in the file they write in."""
    verdicts = tuple(Verdict(claim="one", annotator=name, label="supported") for name in ("ada", "Ben"))
    annotators = tuple(Annotator(id=name, kind="person") for name in ("ada", "Ben"))
    corpus = Corpus(
        dataset=_dataset(), annotators=annotators, claims=(Claim(id="one", text="One."),), verdicts=verdicts
    )

    write_corpus(corpus, tmp_path)

    assert [
        "annotators/%42en.yaml",
        "annotators/ada.yaml",
        "claims/claims.yaml",
        "dataset.yaml",
        "verdicts/%42en/verdicts.yaml",
        "verdicts/ada/verdicts.yaml",
    ] == sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file())


def test_the_bulk_form_has_one_file_a_kind(tmp_path: Path) -> None:
    """Otherwise a corpus of a million claims becomes a million files."""
    text = "A lamp.\r\nA keeper.\n"
    document = Document(id="leaflet", rights=Rights(redistribute=True), sha256=bytes_digest(text.encode()))
    corpus = Corpus(dataset=_dataset(), documents=(document,), texts={bytes_digest(text.encode()): text})

    write_corpus(corpus, tmp_path, form="jsonl")

    assert ["dataset.yaml", "documents/documents.jsonl", "texts/leaflet.txt"] == sorted(
        file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()
    )
    assert text.encode() == (tmp_path / "texts/leaflet.txt").read_bytes()


def test_a_corpus_is_not_written_over_another(tmp_path: Path) -> None:
    """Otherwise two corpora are mixed in one folder and nobody can part them."""
    write_corpus(Corpus(dataset=_dataset()), tmp_path)

    with pytest.raises(UsageError, match=r"^'folder' must hold no corpus \(got '.*' with 'dataset.yaml' in it\)$"):
        write_corpus(Corpus(dataset=_dataset()), tmp_path)


def test_an_unknown_form_or_kind_is_refused_by_name(tmp_path: Path) -> None:
    """Otherwise a misspelt argument writes something else than was asked for."""
    with pytest.raises(UsageError, match=r"^'form' must be one of yaml, jsonl \(got 'csv'\)$"):
        write_corpus(Corpus(dataset=_dataset()), tmp_path, form="csv")  # type: ignore[arg-type]  # the mistake is the point
    with pytest.raises(UsageError, match=r"^'kind' must be one of dataset, documents, .* \(got 'claimz'\)$"):
        yaml_text("claimz", {})
