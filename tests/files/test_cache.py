"""The cache: a report with it is the report without it, whatever happens to files and to the cache."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Report, check
from factcheck.cli.main import run
from factcheck.files.cache import Cache, cache_folder
from factcheck.files.parsed import Parsed
from factcheck.files.yaml_parser import parse_yaml
from factcheck.reading import read_corpus

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
FILES = sorted(path.relative_to(LIGHTHOUSE) for path in LIGHTHOUSE.rglob("*.yaml"))
RARE = settings(max_examples=max(10, settings().max_examples // 3))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a copy of the example."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "corpus"))


_edits = st.lists(
    st.tuples(
        st.sampled_from(FILES),
        st.integers(0, 2000),
        st.sampled_from(
            ["x", "", "\n", "#", '"', "1", " ", "\0", "\ufeff", "é", "# factcheck: ignore[misfiled] so\n", "&a ", "~"]
        ),
    ),
    min_size=1,
    max_size=4,
)


@RARE
@given(_edits)
def test_a_report_is_the_same_with_a_cache_over_any_edits(edits: list[tuple[Path, int, str]]) -> None:
    """A contributor would be told of a mistake that is mended, or not of one that is made."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(shutil.copytree(LIGHTHOUSE, Path(folder) / "corpus"))
        cache = Path(folder) / "cache"
        check(corpus, cache=cache)
        for file, at, put in edits:
            text = (corpus / file).read_text("utf-8")
            (corpus / file).write_text(text[:at] + put + text[at + 1 :], "utf-8")
            told = check(corpus, cache=cache)

            assert check(corpus) == told
            assert told == check(corpus, cache=cache)


def test_what_is_known_has_the_places_it_had(corpus: Path, tmp_path: Path) -> None:
    """A problem would be shown at the first line of a file that did not change."""
    (corpus / "claims/skerra-leaflet.yaml").unlink()
    first, again = (check(corpus, cache=tmp_path / "cache") for _ in range(2))

    assert first == again
    assert any(problem.place.line > 1 for problem in again.problems)


def test_a_file_with_a_flaw_or_a_remark_is_read_each_time(corpus: Path, tmp_path: Path) -> None:
    """A flaw would be told once and then forgotten."""
    file = corpus / "annotators/ada.yaml"
    for added in ("name: twice\n", "other: &a 1\n", "# factcheck: ignore[misfiled] so\n"):
        file.write_text((LIGHTHOUSE / "annotators/ada.yaml").read_text("utf-8") + added, "utf-8")
        told = [check(corpus, cache=tmp_path / "cache") for _ in range(3)]

        assert [check(corpus)] * 3 == told
        assert told[0].problems


@pytest.mark.parametrize(
    "spoilt", [b"", b"no cache at all", b"SQLite format 3\0 and then nothing that is one", "folder", "value", "table"]
)
def test_a_spoilt_cache_is_none(corpus: Path, tmp_path: Path, spoilt: bytes | str) -> None:
    """A machine that went off while it wrote would never check again."""
    cache = tmp_path / "cache"
    expected = check(corpus, cache=cache)
    file = cache / "values.sqlite"
    if isinstance(spoilt, bytes):
        file.write_bytes(spoilt)
    elif spoilt == "folder":
        file.unlink()
        file.mkdir()
    else:
        with sqlite3.connect(file) as connection:
            connection.execute("update held set value = x'ff'" if spoilt == "value" else "drop table held")
        connection.close()

    assert [expected] * 2 == [check(corpus, cache=cache) for _ in range(2)]


def test_a_cache_that_cannot_be_written_is_none(corpus: Path, tmp_path: Path) -> None:
    """A read-only home would forbid to check."""
    (tmp_path / "file").write_text("", "utf-8")

    assert check(corpus) == check(corpus, cache=tmp_path / "file" / "cache")


def test_another_run_may_be_writing(corpus: Path, tmp_path: Path) -> None:
    """Two checks at once would be one check and one failure."""
    check(corpus, cache=tmp_path)
    (corpus / "annotators/ada.yaml").write_text("id: ada\nkind: persom\n", "utf-8")
    with sqlite3.connect(tmp_path / "values.sqlite", isolation_level=None) as other:
        other.execute("begin exclusive")
        told = check(corpus, cache=tmp_path)
        other.execute("rollback")
    other.close()

    assert check(corpus) == told


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63 - 1)
        | st.text()
        | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    """What a corpus says would depend on whether it was read before."""
    with tempfile.TemporaryDirectory() as folder:
        with Cache(Path(folder)) as held:
            held.keep(b"bytes", value)
        with Cache(Path(folder)) as held:
            assert repr(value) == repr(held.value(b"bytes"))
            assert held.value(b"other") is None


def test_only_files_that_changed_are_parsed(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One changed file would take as long as all of them."""
    read_corpus(corpus, tmp_path / "cache")
    file = corpus / "annotators/ada.yaml"
    file.write_text(file.read_text("utf-8") + "# seen\n", "utf-8")
    parsed: list[str] = []

    def counted(text: str) -> Parsed:
        parsed.append(text)
        return parse_yaml(text)

    monkeypatch.setattr("factcheck.reading.parse_yaml", counted)
    read_corpus(corpus, tmp_path / "cache")

    assert [file.read_text("utf-8")] == parsed


def test_the_folder_is_the_users_own_or_the_one_named() -> None:
    """A cache would be written where nobody looks, or into the corpus."""
    assert Path("/here") == cache_folder({"FACTCHECK_CACHE": "/here", "XDG_CACHE_HOME": "/there", "HOME": "/home/a"})
    assert Path("/there/factcheck") == cache_folder({"XDG_CACHE_HOME": "/there", "HOME": "/home/a"})
    assert Path("/home/a/.cache/factcheck") == cache_folder({"HOME": "/home/a"})


def test_the_program_keeps_a_cache_unless_told_not_to(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who distrusts it could not do without it."""
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "kept"))

    assert 0 == run(["check", str(corpus), "--no-cache"])
    assert not (tmp_path / "kept").exists()
    assert 0 == run(["check", str(corpus)])
    assert (tmp_path / "kept").is_dir()


def test_reports_compare_by_value() -> None:
    """The tests here would find any two reports equal."""
    assert attrs.evolve(Report(), elsewhere=1) != Report()
