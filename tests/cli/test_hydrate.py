import json
from pathlib import Path

import pytest

from factcheck.building import build
from factcheck.cli.main import run
from tests.cli.corpora import LEAFLET, LIGHTHOUSE

COLUMNS = ["held", "moved", "ambiguous", "similar", "lost", "unproven"]


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Return the release of the example, which has no texts."""
    build(LIGHTHOUSE, tmp_path / "release")
    return tmp_path / "release"


def _copy(folder: Path, text: str) -> str:
    """Return the option that names a copy of the leaflet with this text."""
    (folder / "copy.txt").write_text(text, "utf-8", newline="")
    return f"skerra-leaflet={folder / 'copy.txt'}"


def _counts(out: str, document: str) -> list[int]:
    head, *lines = out.splitlines()
    assert ["document", *COLUMNS] == head.split()
    (line,) = (line for line in lines if line.startswith(document))
    return [int(cell) for cell in line.split()[1:]]


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        (LEAFLET, 0, [9, 0, 0, 0, 0, 0]),
        (LEAFLET.replace(" ", "\r\n"), 0, [0, 9, 0, 0, 0, 0]),
        (LEAFLET + " The tower stands 41 metres tall.", 0, [9, 0, 0, 0, 0, 0]),
        (f"Menu\n{LEAFLET}{LEAFLET}", 1, [0, 0, 9, 0, 0, 0]),
        (LEAFLET.replace("41", "31"), 1, [8, 0, 0, 1, 0, 0]),
    ],
)
def test_what_became_of_every_anchor_is_counted(
    *, text: str, code: int, counts: list[int], release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user would not know whether the dataset fits the copy of the page at hand."""
    found = run(["hydrate", str(release), "--text", _copy(tmp_path, text)])

    out = capsys.readouterr().out
    assert (code, counts) == (found, _counts(out, "skerra-leaflet"))
    assert "skerra-almanac      not at hand, 5 anchors: --text skerra-almanac=FILE\n" in out


def test_a_folder_of_texts_is_searched_by_digest_and_by_name(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of a hundred files would have to be named by hand."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "whatever.txt").write_text((LIGHTHOUSE / "texts" / "almanac.txt").read_text("utf-8"), "utf-8")
    (tmp_path / "mine" / "skerra-leaflet.txt").write_text(f"Menu {LEAFLET}", "utf-8")

    code = run(["hydrate", str(release), "--documents", str(tmp_path / "mine")])

    out = capsys.readouterr().out
    assert 0 == code
    assert ([5, 0, 0, 0, 0, 0], [0, 9, 0, 0, 0, 0]) == (_counts(out, "skerra-almanac"), _counts(out, "skerra-leaflet"))


def test_words_are_written_for_oneself_and_say_so(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of a publisher's words would look like any other data set."""
    out = tmp_path / "words.jsonl"
    text = f"Menu\n{LEAFLET}".replace("41", "31")

    run(["hydrate", str(release), "--text", _copy(tmp_path, text), "--private", "-o", str(out)])

    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert 9 == len(rows)
    assert all(row["notice"].startswith("not for redistribution") for row in rows)
    assert all(row["words"] == text[row["start"] : row["end"]] for row in rows if row["outcome"] == "moved")
    assert [("skerra-tower-41-metres", None)] == [
        (row["claim"], row["words"]) for row in rows if row["outcome"] in ("similar", "lost")
    ]
    assert f"wrote {out}, which is not for redistribution\n" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["-o", "words.jsonl"], ["--private"]])
def test_words_are_not_written_unawares(
    options: list[str], release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody would publish the words of a page and not know it."""
    monkeypatch.chdir(tmp_path)

    code = run(["hydrate", str(release), *options])

    assert (2, False) == (code, (tmp_path / "words.jsonl").exists())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("skerra-leaf=x", "--text names document 'skerra-leaf', which is not there; did you mean 'skerra-leaflet'?"),
        ("skerra-leaflet=nowhere.txt", "the text at 'nowhere.txt' cannot be read: no such file or directory"),
    ],
)
def test_a_file_that_is_not_there_is_refused(
    given: str, said: str, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name would be passed over, and the document counted as not at hand."""
    code = run(["hydrate", str(release), "--text", given])

    assert (2, f"factcheck: {said}\n") == (code, capsys.readouterr().err)
