"""The Croissant description is valid, and what mlcroissant loads through it equals the Parquet."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import mlcroissant
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Corpus, Name, build, load
from factcheck.building.parquet import write_parquet
from factcheck.building.rows import release_rows
from factcheck.cards import croissant
from factcheck.cards.croissant.record_sets import unreachable
from factcheck.labels import LABELS
from factcheck.records.fields import evolve
from factcheck.tables.arrow import Column
from factcheck.tables.configs import CONFIGS
from factcheck.testing import corpora
from factcheck.text import bytes_digest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib, which mlcroissant reads with

_REQUIRED = ("@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished")


@pytest.fixture(scope="module", params=["data", "examples/lighthouse"])
def release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build each corpus of the project once."""
    return build(ROOT / request.param, tmp_path_factory.mktemp("built") / "release").path


def _described(folder: Path) -> Any:
    return json.loads((folder / "croissant.json").read_bytes())


def _loaded(folder: Path) -> Any:
    dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
    issues = dataset.metadata.ctx.issues
    assert (set(), set()) == (issues.errors, issues.warnings)
    return dataset


def _records(dataset: Any, name: str) -> list[dict[str, Any]]:
    return [_plain(record, f"{name}/") for record in dataset.records(name)]


def _plain(value: Any, prefix: str) -> Any:
    """Undo what mlcroissant does to values: text as bytes, keys as whole ids."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, Mapping):
        return {key.removeprefix(prefix): _plain(inner, f"{key}/") for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, prefix) for inner in value]
    return value


def _flat(columns: Iterable[Column], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as Croissant has it: structs within structs flat, lists of structs within left out."""
    return {column.name: _cell(column, row[column.name]) for column in columns}


def _cell(column: Column, value: Any) -> Any:
    if not column.members:
        return value
    if pa.types.is_list(column.type):
        return [dict(_leaves(column.members, item)) for item in value]
    return dict(_leaves(column.members, value))


def _leaves(members: Iterable[Column], value: Mapping[str, Any] | None, within: str = "") -> Iterator[tuple[str, Any]]:
    for member in members:
        cell = None if value is None else value[member.name]
        if not member.members:
            yield f"{within}{member.name}", cell
        elif not pa.types.is_list(member.type):
            yield from _leaves(member.members, cell, f"{within}{member.name}/")


def _assert_equal_to_parquet(folder: Path, dataset: Any, config: str) -> None:
    columns = CONFIGS[config].columns
    expected = [
        (file.name.rsplit("-", 3)[0], _flat(columns, row))
        for file in sorted((folder / config).glob("*.parquet"))
        for row in pq.read_table(file).to_pylist()
    ]
    found = [(record.pop("split", config), record) for record in _records(dataset, config)]
    key = CONFIGS[config].key

    def order(pair: tuple[str, dict[str, Any]]) -> tuple[str, ...]:
        return (pair[0], *(str(pair[1][name]) for name in key))

    assert sorted(expected, key=order) == sorted(found, key=order)


def test_what_the_specification_requires_is_there(release: Path) -> None:
    """A catalogue that keeps to the specification would refuse what mlcroissant lets through."""
    described = _described(release)

    assert [] == [name for name in _REQUIRED if not described.get(name)]
    assert "http://mlcommons.org/croissant/1.1" == described["conformsTo"]
    assert described["license"].startswith("https://spdx.org/licenses/")
    assert all({"@type", "name"} <= author.keys() for author in described["creator"])


def test_it_is_valid_without_a_warning_and_every_record_set_equals_the_parquet(release: Path) -> None:
    """Who loads by Croissant would get other rows than who loads by datasets."""
    dataset = _loaded(release)

    assert set(CONFIGS) <= {record_set.uuid for record_set in dataset.metadata.record_sets}
    for config in CONFIGS:
        _assert_equal_to_parquet(release, dataset, config)


def test_every_file_is_named_with_its_digest(release: Path) -> None:
    """A damaged file would go unnoticed by who relies on Croissant alone."""
    objects = {part["@id"]: part for part in _described(release)["distribution"] if part["@type"] == "cr:FileObject"}
    files = {path.relative_to(release).as_posix(): path for path in release.rglob("*") if path.is_file()}

    assert objects.keys() == files.keys() - {"croissant.json", "CHECKSUMS.sha256"}
    assert all(part["sha256"] == bytes_digest(files[name].read_bytes()) for name, part in objects.items())
    assert all(part["contentUrl"] == name for name, part in objects.items())


def test_labels_and_splits_stand_in_the_words_of_croissant(release: Path) -> None:
    """A tool could not tell which column is the label, or which split is for testing."""
    dataset = _loaded(release)
    claims = next(one for one in _described(release)["recordSet"] if one["@id"] == "claims")
    label = next(field for field in claims["field"] if field["name"] == "label")

    assert ["sc:Integer", "cr:Label"] == label["dataType"]
    assert {"field": {"@id": "labels/id"}} == label["references"]
    assert list(LABELS) == [row["name"] for row in _records(dataset, "labels")]
    assert {"name": "test", "url": "cr:TestSplit"} in _records(dataset, "splits")


def test_each_document_tells_its_origin_and_rights(release: Path) -> None:
    """Nobody could tell from the metadata whose words the claims are from, and under what terms."""
    origins = _described(release)["prov:wasDerivedFrom"]
    documents = pq.read_table(release / "documents").to_pylist()

    assert [row["id"] for row in documents] == [origin["identifier"] for origin in origins]
    for row, origin in zip(documents, origins, strict=True):
        is_free = bool(row["rights"] and row["rights"]["redistribute"])
        assert is_free == (origin["conditionsOfAccess"] == "its words may be passed on")
        assert row["url"] == origin.get("url")
        assert row["sha256"] == origin.get("sha256")


def test_the_reader_is_told_what_stands_in_parquet_only() -> None:
    """A column would be missing without a word."""
    assert ["evidence/votes"] == list(unreachable(CONFIGS["claims"].columns))
    described = croissant(load(ROOT / "examples" / "lighthouse"), {"claims": {"test": 1}}, {})
    fields = next(one for one in described["recordSet"] if one["@id"] == "claims")["field"]

    assert (
        "(evidence/votes: in the Parquet files only)"
        in next(one for one in fields if one["name"] == "evidence")["description"]
    )


def test_authors_are_people_or_bodies_and_none_is_invented() -> None:
    """A person would be listed as an organisation, or somebody as the author who is not."""
    corpus = load(ROOT / "examples" / "lighthouse")
    people = (Name(family="Berg", given="Ada"), Name(literal="The Skerra Trust"))
    named, unnamed = (
        croissant(attrs.evolve(corpus, dataset=evolve(corpus.dataset, authors=authors)), {"claims": {"test": 1}}, {})
        for authors in (people, ())
    )

    expected = [
        {"@type": "sc:Person", "name": "Ada Berg"},
        {"@type": "sc:Organization", "name": "The Skerra Trust"},
    ]
    assert expected == named["creator"]
    assert "creator" not in unnamed


@settings(max_examples=6)
@given(corpora(), st.sampled_from(["train", "dev.free_1", None]))
def test_any_corpus_loads_through_its_description(corpus: Corpus, split: str | None) -> None:
    """Some record, somewhere, would be unreadable by Croissant, or read otherwise."""
    rows = release_rows(attrs.evolve(corpus, claims=tuple(evolve(claim, split=split) for claim in corpus.claims)))
    if "claims" not in rows.configs:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for config, splits in rows.configs.items():
            for part in splits:
                write_parquet(rows.table(config, part), folder / config, part)
        (folder / "croissant.json").write_text(json.dumps(croissant(rows.corpus, rows.counts, {})), "utf-8")
        dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
        for config in rows.configs:
            _assert_equal_to_parquet(folder, dataset, config)
