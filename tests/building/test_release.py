"""A release holds what the corpus holds, loads as its users load it, and is the same bytes wherever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from datasets import load_dataset

from factcheck import InvalidCorpus, UsageError, build, load
from factcheck.building import load_release, to_datasets
from factcheck.labels import LABELS, STANCES
from factcheck.records.corpus import KINDS, Corpus
from factcheck.rights import without_withheld
from factcheck.text import bytes_digest
from tests.needs import documents

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
CORPORA = [LIGHTHOUSE, ROOT / "data"]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example's release once."""
    return build(LIGHTHOUSE, tmp_path_factory.mktemp("built") / "release").path


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _sorted(corpus: Corpus) -> dict[str, list[object]]:
    def key(record: object) -> tuple[str, ...]:
        return tuple(str(getattr(record, name, "")) for name in ("id", "claim", "annotator"))

    return {kind: sorted(getattr(corpus, kind), key=key) for kind in KINDS}


def test_claims_load_with_nested_evidence_and_class_labels(release: Path, tmp_path: Path) -> None:
    """An ML engineer's first line would fail, or give labels without names."""
    claims = load_dataset(str(release), "claims", cache_dir=str(tmp_path))

    assert {"train": 4, "test": 4} == {split: part.num_rows for split, part in claims.items()}
    assert list(LABELS) == claims["test"].features["label"].names
    for row in claims["test"]:
        assert claims["test"].features["label"].int2str(row["label"]) == row["label_name"]
        assert all(list(STANCES)[item["stance"]] == item["stance_name"] for item in row["evidence"])


def test_every_config_joins_back_to_its_claims(release: Path, tmp_path: Path) -> None:
    """Rows of one config would name claims, evidence or documents that no other config has."""
    loaded = {
        name: load_dataset(str(release), name, cache_dir=str(tmp_path))
        for name in ("claims", "nli", "verdicts", "documents", "passages", "references")
    }
    documents = set(loaded["documents"]["documents"]["id"])
    for split, claims in loaded["claims"].items():
        evidence = {row["id"]: {item["id"] for item in row["evidence"]} for row in claims}
        assert all(set(row["evidence_ids"]) <= evidence[row["claim_id"]] for row in loaded["nli"][split])
        assert set(loaded["verdicts"][split]["claim"]) == set(evidence)
        assert all(part["document"] in documents for row in claims for part in row["appearances"])
    assert set(loaded["passages"]["passages"]["document"]) <= documents


@pytest.mark.parametrize("folder", CORPORA, ids=lambda folder: folder.name)
def test_a_release_gives_back_the_corpus_less_what_is_withheld(folder: Path, tmp_path: Path) -> None:
    """A round trip through a release would lose or change what annotators wrote."""
    corpus = load(folder)

    loaded = load_release(build(folder, tmp_path / "release").path)

    assert corpus.dataset == loaded.dataset
    assert _sorted(without_withheld(corpus)) == _sorted(loaded)


@pytest.mark.parametrize("config", ["claims", "nli", "verdicts", "documents", "passages", "references"])
def test_to_datasets_gives_what_the_release_loads(release: Path, tmp_path: Path, config: str) -> None:
    """The in-memory road and the release on disk would differ in rows or features."""
    loaded = load_dataset(str(release), config, cache_dir=str(tmp_path))

    made = to_datasets(load(LIGHTHOUSE), config)

    assert {split: part[:] for split, part in loaded.items()} == {split: part[:] for split, part in made.items()}
    assert {split: part.features for split, part in loaded.items()} == {
        split: part.features for split, part in made.items()
    }


def test_checksums_name_every_file(release: Path) -> None:
    """A reader could not tell a damaged download from a whole one."""
    files = _files(release)
    lines = files.pop("CHECKSUMS.sha256").decode().splitlines()

    assert {name: bytes_digest(data) for name, data in files.items()} == {
        line.split("  ")[1]: line.split("  ")[0] for line in lines
    }


def test_no_word_of_a_withheld_text_or_quote_is_released(tmp_path: Path) -> None:
    """A release would carry words that may not be passed on."""
    corpus = tmp_path / "corpus"
    shutil.copytree(LIGHTHOUSE, corpus)
    for document in (corpus / "documents").glob("*.yaml"):
        document.write_text(document.read_text("utf-8").replace("redistribute: true", "redistribute: false"), "utf-8")
    shutil.move(corpus / "texts", tmp_path / "texts")
    off = "  too-much-quoted: {level: off, reason: an example that quotes much}\n"  # under rules, the last key
    (corpus / "dataset.yaml").write_text((corpus / "dataset.yaml").read_text("utf-8") + off, "utf-8")

    open_release = load_release(build(LIGHTHOUSE, tmp_path / "open").path)
    withheld = load_release(build(corpus, tmp_path / "withheld", documents=[tmp_path / "texts"]).path)

    assert any(part.anchor and part.anchor.quote for claim in open_release.claims for part in claim.appearances)
    assert not any(part.anchor and part.anchor.quote for claim in withheld.claims for part in claim.appearances)
    assert not any(part.anchor and part.anchor.quote for claim in withheld.claims for part in claim.evidence)


_BUILD = "import sys, factcheck; factcheck.build(sys.argv[1], sys.argv[2], documents=sys.argv[3:])"


def _build_elsewhere(corpus: Path, out: Path, texts: list[Path], umask: int, **variables: str) -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    environment.pop("FACTCHECK_DOCUMENTS", None)
    out.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-c", _BUILD, str(corpus), str(out), *map(str, texts)],
        env=environment,
        umask=umask,
        check=True,
        cwd=out.parent,
    )
    return _files(out)


def _copied(corpus: Path, to: Path, *, backwards: bool) -> Path:
    """Copy a corpus file by file, so that the folder lists them in another order."""
    files = sorted(path for path in corpus.rglob("*") if path.is_file())
    for file in reversed(files) if backwards else files:
        (to / file.relative_to(corpus)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to / file.relative_to(corpus))
    return to


_ELSEWHERE = {
    "another hash seed, a time zone a day away": (".", 0o022, {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}),
    "no UTF-8": (".", 0o022, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "a path of its own, one thread": ("Skerra ö 島/a b", 0o022, {"OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}),
    "a strict umask": (".", 0o077, {"PYTHONHASHSEED": "random"}),
}


@pytest.mark.parametrize("where", _ELSEWHERE)
def test_a_release_is_the_same_bytes_wherever_it_is_built(release: Path, tmp_path: Path, where: str) -> None:
    """Two people who build one corpus would publish different files."""
    path, umask, variables = _ELSEWHERE[where]
    corpus = _copied(LIGHTHOUSE, tmp_path / path / "corpus", backwards=umask == 0o077 or path != ".")

    built = _build_elsewhere(corpus, tmp_path / path / "out", [], umask, **variables)

    assert _files(release).keys() == built.keys()
    assert [] == [name for name, data in _files(release).items() if built[name] != data]


def test_a_release_is_the_same_bytes_with_and_without_the_texts(tmp_path: Path) -> None:
    """What may not be passed on would leak into a release, or leave its trace there."""
    texts = [documents()]

    one = _build_elsewhere(ROOT / "data", tmp_path / "one", [], 0o022)
    two = _build_elsewhere(ROOT / "data", tmp_path / "two", texts, 0o022)

    assert one.keys() == two.keys()
    assert [] == [name for name in one if one[name] != two[name]]


def test_errors_leave_an_existing_release_untouched(tmp_path: Path) -> None:
    """A typing mistake would cost the last good release."""
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    shutil.copytree(LIGHTHOUSE, corpus)
    build(corpus, out)
    before = _files(out)
    (corpus / "annotators" / "ada.yaml").write_text("id: ada\nkind: persom\n", "utf-8")

    with pytest.raises(InvalidCorpus) as caught:
        build(corpus, out)

    assert "schema-violation" in caught.value.report.by_rule
    assert before == _files(out)
    assert {"corpus", "out"} == {path.name for path in tmp_path.iterdir()}


def test_a_newer_release_takes_the_place_of_the_older(tmp_path: Path) -> None:
    """Files of the older release would stand among those of the newer."""
    out = tmp_path / "out"
    build(ROOT / "data", out)

    build(LIGHTHOUSE, out)

    assert _files(build(LIGHTHOUSE, tmp_path / "fresh").path) == _files(out)
    assert {"out", "fresh"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("what", ["a file", "a full folder", "a link"])
def test_a_target_that_is_no_release_is_refused(tmp_path: Path, what: str) -> None:
    """A slip of the hand would replace somebody's files."""
    out, mine = tmp_path / "out", tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", "utf-8")
    if what == "a file":
        out.write_text("mine", "utf-8")
    elif what == "a link":
        out.symlink_to(mine)
    else:
        out = mine

    with pytest.raises(UsageError, match="name a new"):
        build(LIGHTHOUSE, out)

    assert "years of work" == (mine / "thesis.txt").read_text("utf-8")


def test_a_file_that_no_build_wrote_is_not_swept_away(tmp_path: Path) -> None:
    """A note that somebody put beside a release would be gone after the next build."""
    out = tmp_path / "out"
    build(LIGHTHOUSE, out)
    (out / "mine.txt").write_text("years of work", "utf-8")

    with pytest.raises(UsageError, match=r"mine\.txt"):
        build(LIGHTHOUSE, out)

    assert "years of work" == (out / "mine.txt").read_text("utf-8")


def test_a_target_is_the_same_before_and_after_its_parents_are_made(tmp_path: Path) -> None:
    """``missing/../mine`` would look new until ``missing`` is made, and then be somebody's folder."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", "utf-8")

    with pytest.raises(UsageError, match="no release"):
        build(LIGHTHOUSE, tmp_path / "missing" / ".." / "mine")

    assert "years of work" == (mine / "thesis.txt").read_text("utf-8")
    assert [mine] == list(tmp_path.iterdir())


def test_what_a_dead_run_moved_aside_is_put_back(tmp_path: Path) -> None:
    """A build that was killed between two renames would leave no release under the name."""
    out = tmp_path / "out"
    build(LIGHTHOUSE, out)
    before = _files(out)
    out.rename(tmp_path / ".out.previous")
    broken = tmp_path / "corpus"
    shutil.copytree(LIGHTHOUSE, broken)
    (broken / "dataset.yaml").write_text("name: [\n", "utf-8")

    with pytest.raises(InvalidCorpus):
        build(broken, out)

    assert before == _files(out)
