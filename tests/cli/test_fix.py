"""``factcheck fix`` as a contributor types it."""

from pathlib import Path

import pytest

from factcheck.cli.main import run
from tests.cli.corpora import LEAFLET, copied, replaced


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return the example with a DOI that stands in an address, and a space at a line's end."""
    folder = copied(tmp_path)
    replaced(
        folder / "references" / "skerra-2021-census.yaml",
        "type: report\n",
        "type: report\nDOI: https://doi.org/10.1000/ABC # seen  \n",
    )
    return folder


def test_a_corpus_is_mended_and_it_is_said_what_went(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A contributor would not know what the command has done to their files."""
    file = corpus / "references" / "skerra-2021-census.yaml"

    code = run(["fix", str(corpus)])

    assert (0, f"mended {file}\n1 file mended; problems that went: 1 malformed-identifier\n") == (
        code,
        capsys.readouterr().out,
    )
    assert "DOI: 10.1000/abc # seen\n" in file.read_text("utf-8")
    assert (0, "0 files mended\n") == (run(["fix", str(corpus)]), capsys.readouterr().out)


def test_a_diff_is_printed_and_nothing_written(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever only wants to see what would change would find it changed."""
    file = corpus / "references" / "skerra-2021-census.yaml"
    before = file.read_bytes()

    code = run(["fix", str(corpus), "--diff"])

    out = capsys.readouterr().out
    assert (1, before) == (code, file.read_bytes())
    assert f"--- a/{file}\n+++ b/{file}\n" in out
    assert "\n-DOI: https://doi.org/10.1000/ABC # seen  \n" in out
    assert "\n+DOI: 10.1000/abc # seen\n" in out


def test_a_corpus_in_its_form_has_no_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A job that holds pull requests to the form would fail on every one of them."""
    assert (0, "") == (run(["fix", str(copied(tmp_path)), "--diff"]), capsys.readouterr().out)


def test_anchors_alone_leave_the_form_as_it_is(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who has moved anchors to a new text would find other changes among them."""
    assert (0, "") == (run(["fix", str(corpus), "--diff", "--only", "anchors"]), capsys.readouterr().out)


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_mended(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One slip of an indentation would keep a hundred other files from being mended, or pass unseen."""
    (corpus / "annotators" / "ada.yaml").write_text("id: [ada\n", "utf-8")

    code = run(["fix", str(corpus)])

    out, err = capsys.readouterr()
    assert 1 == code
    assert err.startswith(f"left as it is: {corpus}/annotators/ada.yaml: line 2, column 1: not YAML")
    assert "1 file mended" in out


def test_a_missing_last_line_break_shows_in_the_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two lines that look the same would stand in the diff without a reason."""
    corpus = copied(tmp_path)
    (corpus / "annotators" / "ada.yaml").write_text("id: ada\nkind: person", "utf-8")

    run(["fix", str(corpus), "--diff"])

    assert capsys.readouterr().out.endswith("-kind: person\n\\ No newline at end of file\n+kind: person\n")


def test_there_must_be_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt path would be taken for a corpus with nothing to mend."""
    assert 2 == run(["fix", str(tmp_path / "nowhere")])
    assert "there is no such folder" in capsys.readouterr().err


def test_what_takes_a_person_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever takes over a new text would believe that every anchor went along."""
    corpus = copied(tmp_path)
    (corpus / "texts" / "leaflet.txt").unlink()
    (corpus / "texts" / "skerra-leaflet.txt").write_text("Menu\n" + LEAFLET.replace("41", "31"), "utf-8", newline="")

    code = run(["fix", str(corpus)])

    out = capsys.readouterr().out
    assert 1 == code
    assert "2 files mended; problems that went: 9 changed-text\n" in out
    assert 1 == out.count("left to you: ")
    assert "in the changed text these words are nowhere; those most like them are at " in out
