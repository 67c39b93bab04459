"""A corpus moves forward with its comments; what the old schema accepted the new one accepts, or a migration covers it."""

import itertools
import shutil
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import UsageError
from factcheck.cli.main import run
from factcheck.migrating import MIGRATIONS, Migration, migrate
from factcheck.migrating.migration import Put, Rename, edited
from factcheck.reading import read_corpus
from factcheck.schemas.generating import RECORDS, SCHEMA_VERSION, schema
from tests.cli.corpora import copied, replaced
from tests.migrating import example

ROOT = Path(__file__).parents[2]
VERSIONS = sorted(
    (path.name for path in (ROOT / "schemas").iterdir()), key=lambda name: tuple(map(int, name.split(".")))
)
STEPS: dict[str, Migration] = {"0.1": example}
COMMENT = "# a remark of the authors, kept as it is\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the example, with notes, comments and claims in both forms."""
    corpus = copied(tmp_path)
    (claims,) = (corpus / "claims").iterdir()
    replaced(claims, "- id:", f"{COMMENT}- note: 'first of all'  # why\n  id:")
    line = {
        "id": "late",
        "note": "a late one",
        "text": "It is late.",
        "evidence": [{"url": "https://a.b", "note": "x"}],
    }
    (corpus / "claims" / "more.jsonl").write_bytes(orjson.dumps(line) + b"\n")
    return corpus


def plains(corpus: Path) -> dict[str, list[Any]]:
    return {kind: [one.value for one in records] for kind, records in read_corpus(corpus).records.items()}


def files(corpus: Path) -> dict[str, bytes]:
    return {path.relative_to(corpus).as_posix(): path.read_bytes() for path in corpus.rglob("*") if path.is_file()}


def covers(new: dict[str, Any], old: dict[str, Any]) -> bool:
    """Tell whether one schema is proved to accept whatever another does."""
    return str(jsonschema_rs.canonicalize(new).covers(jsonschema_rs.canonicalize(old))).upper().endswith("YES")


@pytest.mark.parametrize("name", RECORDS)
def test_each_version_accepts_what_the_one_before_did_or_has_a_migration(name: str) -> None:
    """A corpus would be left behind by an upgrade: within a version by a field that went, or from one version to the next."""
    written = [orjson.loads((ROOT / "schemas" / one / f"{name}.schema.json").read_bytes()) for one in VERSIONS]

    assert SCHEMA_VERSION == VERSIONS[-1]
    assert covers(schema(name), written[-1])
    for (old, before), (new, after) in itertools.pairwise(zip(VERSIONS, written, strict=True)):
        assert covers(after, before) or (old in MIGRATIONS and new == MIGRATIONS[old].TO)


def test_a_schema_that_accepts_less_is_seen() -> None:
    """The proof that the versions rest on would hold for whatever stands there."""
    assert covers(example.OLD, example.OLD)
    assert covers({**example.OLD, "required": []}, example.OLD)
    assert not covers(example.NEW, example.OLD)


@given(st.fixed_dictionaries({"id": st.text()}, optional={"note": st.text(), "remark": st.text()}))
def test_a_migration_leads_from_the_old_schema_to_the_new_and_then_rests(plain: dict[str, Any]) -> None:
    """A record would be lost between two schemas, or a second run edit what the first has done."""
    if jsonschema_rs.is_valid(example.OLD, plain):
        moved = edited(plain, example.edits("claims", plain))

        assert jsonschema_rs.is_valid(example.NEW, moved)
        assert [] == list(example.edits("claims", moved))


def test_a_corpus_moves_forward_with_its_comments(corpus: Path) -> None:
    """Authors would lose their remarks, quotes and order to an upgrade."""
    before, old = files(corpus), plains(corpus)
    done = migrate(corpus, STEPS, newest="9.9")
    after, new = files(corpus), plains(corpus)

    assert ("0.1", "9.9") == (done.old, done.new)
    for kind in ("claims", "references"):
        assert [edited(plain, example.edits(kind, plain)) for plain in old[kind]] == new[kind]
    assert "9.9" == new["dataset"][0]["schema_version"]
    (name,) = [name for name in before if name.startswith("claims/") and name.endswith(".yaml")]
    expected = before[name].replace(b"- note: 'first", b"- remark: 'first").replace(b"schemas/0.1/", b"schemas/9.9/", 1)
    assert expected == after[name]
    edited_files = {Path(file).relative_to(corpus).as_posix() for file in done.files}
    assert edited_files <= {name for name in before if before[name] != after[name]}


def test_the_first_line_of_a_file_names_the_schema_of_the_new_version(corpus: Path) -> None:
    """An editor would go on to complete the old keys."""
    (file,) = (corpus / "documents").glob("skerra-leaflet.yaml")
    words = file.read_text("utf-8").removeprefix(file.read_text("utf-8").partition("\n")[0] + "\n")
    line = "# yaml-language-server: $schema=../../../schemas/0.1/document.schema.json\n"
    body = file.read_text("utf-8") if not file.read_text("utf-8").startswith("# yaml-") else words
    file.write_text(line + body, "utf-8")

    migrate(corpus, STEPS, newest="9.9")

    assert line.replace("0.1", "9.9") + body == file.read_text("utf-8")


def test_a_second_run_finishes_what_a_first_one_began(corpus: Path, tmp_path: Path) -> None:
    """A corpus that is half new would be stuck there."""
    whole = shutil.copytree(corpus, tmp_path / "whole")
    migrate(whole, STEPS, newest="9.9")
    for name in [name for name in sorted(files(corpus)) if name.startswith(("adj", "claims", "annot"))]:
        shutil.copy(whole / name, corpus / name)

    migrate(corpus, STEPS, newest="9.9")

    assert plains(whole) == plains(corpus)


def test_a_dry_run_writes_nothing(corpus: Path) -> None:
    """Who wants to look first would have migrated."""
    before = files(corpus)

    assert migrate(corpus, STEPS, newest="9.9", write=False).files
    assert before == files(corpus)


def test_a_corpus_of_the_newest_version_is_left_as_it_is(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that has nothing to do would touch files."""
    before = files(corpus)

    assert 0 == run(["migrate", str(corpus)])
    assert f"schema version {SCHEMA_VERSION} is the newest; nothing to do\n" == capsys.readouterr().out
    assert before == files(corpus)


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ('"99.0"', "get a newer factcheck"),
        ('"0.0"', "no migration leads on from schema version '0.0'"),
        ("0.1", "must have 'schema_version', as in"),
        ("[", "mend it first"),
    ],
)
def test_a_version_from_which_no_way_leads_is_a_wrong_call(corpus: Path, version: str, message: str) -> None:
    """A corpus of tomorrow would be spoilt by the program of today."""
    replaced(corpus / "dataset.yaml", 'schema_version: "0.1"', f"schema_version: {version}")

    with pytest.raises(UsageError, match=message):
        migrate(corpus, STEPS)


def test_edits_of_plain_records_keep_the_order_of_keys() -> None:
    """A diff of a migration would show more than was changed."""
    plain = {"id": "a", "note": "n", "text": "t"}

    moved = edited(plain, [Put(key="kind", value="other"), Rename(key="note", to="remark")])

    assert ["id", "remark", "text", "kind"] == list(moved)
    assert {"id": "a", "note": "n", "text": "t"} == plain
