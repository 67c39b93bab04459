"""A new record goes into the file where people would look for it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from factcheck import UsageError, check, load
from factcheck.filing import Shelves, evidence_keys, nearest
from factcheck.records.claim import Claim
from factcheck.shaping import unstructure
from factcheck.testing import claims
from factcheck.writing import write_corpus

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
VERDICT = {"claim": "skerra-ferry-bell", "annotator": "ben", "label": "supported"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a copy of the example."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "corpus"))


def _filed(corpus: Path, kind: str, plain: dict[str, Any]) -> str:
    return Shelves.of(corpus).file_for(kind, plain).relative_to(corpus).as_posix()


@pytest.mark.parametrize(
    ("kind", "plain", "expected"),
    [
        ("documents", {"id": "map"}, "documents/map.yaml"),
        ("references", {"id": "Map/2"}, "references/%4Dap%2F2.yaml"),
        ("claims", {"id": "a", "appearances": [{"document": "map"}]}, "claims/map.yaml"),
        ("claims", {"id": "a"}, "claims/skerra-leaflet.yaml"),
        ("verdicts", VERDICT, "verdicts/ben/skerra-leaflet.yaml"),
        ("adjudications", {**VERDICT, "annotator": "new"}, "adjudications/new/skerra-leaflet.yaml"),
    ],
)
def test_each_kind_has_its_file(kind: str, plain: dict[str, Any], expected: str, corpus: Path) -> None:
    """Records would be misfiled, and the next check would say so."""
    assert expected == _filed(corpus, kind, plain)


def test_a_file_with_the_short_ending_is_added_to(corpus: Path) -> None:
    """A second file would be started beside the one that is there."""
    (corpus / "claims" / "skerra-leaflet.yaml").rename(corpus / "claims" / "skerra-leaflet.yml")

    assert "claims/skerra-leaflet.yml" == _filed(corpus, "claims", {"id": "a"})


def test_claims_in_several_files_and_of_no_document_get_a_file_of_their_own(corpus: Path) -> None:
    """A claim of no document would be filed with those of any."""
    (corpus / "claims" / "other.yaml").write_text("- {id: other, text: Another claim.}\n")

    assert "claims/claims.yaml" == _filed(corpus, "claims", {"id": "a"})


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ("verdicts/verdicts.jsonl", "verdicts/verdicts.jsonl"),
        ("verdicts/ben/votes.jsonl", "verdicts/ben/votes.jsonl"),
        ("verdicts/ada/votes.jsonl", "verdicts/ben/verdicts.jsonl"),
    ],
)
def test_bulk_files_are_added_to_where_they_are_the_annotators(existing: str, expected: str, tmp_path: Path) -> None:
    """One annotator's verdict would stand in another's folder."""
    bulk = tmp_path / "bulk"
    write_corpus(load(LIGHTHOUSE), bulk, form="jsonl")
    shutil.rmtree(bulk / "verdicts")
    (bulk / existing).parent.mkdir(parents=True)
    (bulk / existing).write_bytes(b"")

    assert expected == _filed(bulk, "verdicts", VERDICT)


@pytest.mark.parametrize(
    ("first_line", "expected"),
    [
        ("../../../schemas/0.1/annotator.schema.json", "../../../schemas/0.1/document.schema.json"),
        ("https://example.org/s/annotator.schema.json", "https://example.org/s/document.schema.json"),
        ("/schemas/annotator.schema.json", "/schemas/document.schema.json"),
    ],
)
def test_a_new_file_names_the_schema_as_others_do(first_line: str, expected: str, corpus: Path) -> None:
    """An editor would look for the schema where there is none."""
    for file in corpus.rglob("*.yaml"):
        lines = file.read_text("utf-8").split("\n")
        file.write_text("\n".join(line for line in lines if "$schema" not in line), "utf-8")
    ada = corpus / "annotators" / "ada.yaml"
    ada.write_text(f"# yaml-language-server: $schema={first_line}\n{ada.read_text('utf-8')}", "utf-8")
    Shelves.of(corpus).add("documents", {"id": "map"})

    text = (corpus / "documents" / "map.yaml").read_text("utf-8")
    assert f"# yaml-language-server: $schema={expected}\nid: map\n" == text


def test_a_new_file_names_no_schema_where_none_does(tmp_path: Path) -> None:
    """A file would name a schema that is not in the corpus."""
    write_corpus(load(LIGHTHOUSE), tmp_path / "plain")
    place = Shelves.of(tmp_path / "plain").add("documents", {"id": "map"})

    assert "id: map\n" == Path(place.file).read_text("utf-8")
    assert 1 == place.line


def test_a_record_that_does_not_fit_is_not_written(corpus: Path) -> None:
    """The next check would find what this one could have refused."""
    with pytest.raises(UsageError) as refused:
        Shelves.of(corpus).add("annotators", {"id": "dora", "kind": "persom"})

    assert "'kind' must be one of" in str(refused.value)
    assert "did you mean 'person'?" in str(refused.value)
    assert not (corpus / "annotators" / "dora.yaml").exists()
    assert () == check(corpus).errors


@given(claims())
def test_evidence_goes_by_the_name_that_verdicts_use(claim: Claim) -> None:
    """A stance would be refused though its evidence is there."""
    assert tuple(evidence.key for evidence in claim.evidence) == evidence_keys(unstructure(claim))


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("shep", ["sheep", "boats"], "; did you mean 'sheep'?"),
        ("whale", ["sheep", "boats"], "; there are boats, sheep"),
        ("whale", [], "; there are none"),
        ("zzz", list("abcdefghij"), "; there are a, b, c, d, e, f, g, h, ..."),
    ],
)
def test_the_nearest_name_is_offered(name: str, known: list[str], expected: str) -> None:
    """A misspelt id would have to be looked up."""
    assert expected == nearest(name, known)
