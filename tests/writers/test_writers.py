"""What every writer owes: nothing withheld, the same bytes, whole files, and a manual."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given

from factcheck import Corpus, Rights, UsageError, load
from factcheck.cli.main import run
from factcheck.converters import CONVERTERS
from factcheck.converting import convert, write_out
from factcheck.records.fields import evolve
from factcheck.rights import without_withheld
from factcheck.testing import corpora
from factcheck.writers import WRITERS
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import counted, lines, read_json
from tests.formats import formats

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
_WORDS = "words of somebody else"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Load the example once."""
    loaded = load(LIGHTHOUSE)
    return attrs.evolve(loaded, dataset=evolve(loaded.dataset, homepage="https://example.org/skerra"))


@given(corpora())
def test_the_order_of_the_records_changes_no_byte(corpus: Corpus) -> None:
    """Two people who export the same corpus would compare files in vain."""
    dataset = evolve(corpus.dataset, homepage="https://example.org/skerra")
    public = attrs.evolve(without_withheld(corpus), dataset=dataset)
    turned = attrs.evolve(
        public,
        **{kind: getattr(public, kind)[::-1] for kind in ("documents", "references", "claims", "verdicts")},
    )

    for writer in WRITERS.values():
        assert writer.written(public) == writer.written(turned)


@pytest.mark.parametrize("name", WRITERS)
def test_words_that_may_not_be_passed_on_never_leave(name: str, corpus: Corpus, tmp_path: Path) -> None:
    """A spreadsheet sent to a colleague would break somebody's rights."""
    write_out(name, _with_secrets(corpus, redistribute=True), tmp_path / "free")
    write_out(name, _with_secrets(corpus, redistribute=False), tmp_path / "withheld")

    assert _says_secret(tmp_path / "free") == (name in ("csv", "nli", "web-annotation"))
    assert not _says_secret(tmp_path / "withheld")


def _with_secrets(corpus: Corpus, *, redistribute: bool) -> Corpus:
    documents = (evolve(one, rights=Rights(redistribute=redistribute)) for one in corpus.documents)
    claims = []
    for claim in corpus.claims:
        places = [evolve(one, anchor=one.anchor and evolve(one.anchor, quote=_WORDS)) for one in claim.appearances]
        parts = [evolve(one, text=_WORDS) if one.document else one for one in claim.evidence]
        claims.append(evolve(claim, appearances=tuple(places), evidence=tuple(parts)))
    return attrs.evolve(corpus, documents=tuple(documents), claims=tuple(claims))


def _says_secret(folder: Path) -> bool:
    return any(_WORDS in file.read_text("utf-8") for file in folder.iterdir())


@pytest.mark.parametrize("name", WRITERS)
def test_a_release_gives_the_files_that_its_corpus_gives(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: Corpus
) -> None:
    """Whoever has the release only would get other files than its makers."""
    monkeypatch.delenv("FACTCHECK_DOCUMENTS", raising=False)
    homepage = 'homepage: "https://example.org/skerra"\n'
    made = tmp_path / "corpus"
    made.mkdir()
    for file in (file for file in LIGHTHOUSE.rglob("*") if file.is_file()):
        copy = made / file.relative_to(LIGHTHOUSE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes() + (homepage.encode() if file.name == "dataset.yaml" else b""))
    assert 0 == run(["build", str(made), "-o", str(tmp_path / "release")])

    for source in ("corpus", "release"):
        assert 0 == run(["export", name, str(tmp_path / source), "-o", str(tmp_path / f"from-{source}")])

    assert _bytes(tmp_path / "from-corpus") == _bytes(tmp_path / "from-release")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_is_there_is_never_written_over(name: str, corpus: Corpus, tmp_path: Path) -> None:
    """Work in a spreadsheet would be lost to a second export."""
    write_out(name, corpus, tmp_path)
    before = _bytes(tmp_path)

    with pytest.raises(UsageError, match="is there already; name a new folder"):
        write_out(name, corpus, tmp_path)
    assert before == _bytes(tmp_path)


def test_a_wrong_name_and_a_wrong_place_are_told(
    corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user who mistypes a format would not learn which there are."""
    assert 2 == run(["export", "bibtecks", str(LIGHTHOUSE), "-o", str(tmp_path / "out")])
    assert 2 == run(["export", "bibtex", str(tmp_path / "none"), "-o", str(tmp_path / "out")])
    with pytest.raises(UsageError, match="no format 'bibtecks': there are bibtex, "):
        write_out("bibtecks", corpus, tmp_path)

    said = capsys.readouterr().err
    assert f"no format 'bibtecks': there are {', '.join(sorted(WRITERS | CONVERTERS))}" in said
    assert "neither a corpus nor a release at " in said
    assert not (tmp_path / "out").exists()


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    """A format that the help does not name is found by nobody."""
    run(["export", "--help"])

    words = capsys.readouterr().out.replace(",", " ").replace(".", " ").split()
    assert set() == {*WRITERS, *CONVERTERS} - set(words)


def test_the_reference_of_the_formats_is_what_the_modules_say() -> None:
    """A reader of the documentation would miss a format, or read of one that is gone."""
    assert formats() == (ROOT / "docs" / "reference" / "formats.md").read_text("utf-8")
    assert [*WRITERS] == sorted(WRITERS)
    assert {"claimreview"} == WRITERS.keys() & CONVERTERS.keys()


def test_a_corpus_of_reviews_gives_its_own_reviews_back(tmp_path: Path) -> None:
    """A fact-checker's reviews would come back with other words for their ratings."""
    rows = FIXTURES["claimreview"]
    (tmp_path / "reviews.jsonl").write_bytes(lines(rows))
    convert("claimreview", [tmp_path / "reviews.jsonl"], tmp_path / "corpus")

    assert 0 == run(["export", "claimreview", str(tmp_path / "corpus"), "-o", str(tmp_path / "out")])
    (written,) = (tmp_path / "out").iterdir()
    assert counted(rows) == counted(read_json(written))
