"""``factcheck check`` as a user types it: some rules, some files, a report in a file."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.cli.main import run

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
ADA, CLAIMS = Path("annotators/ada.yaml"), Path("claims/skerra-leaflet.yaml")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example with an error in one file and a warning in another, in a folder to work from."""
    corpus = Path(shutil.copytree(LIGHTHOUSE, tmp_path / "corpus"))
    file = corpus / ADA
    file.write_text(file.read_text("utf-8").replace("kind: person", "kind: persom"), "utf-8")
    (corpus / "references" / "lonely.yaml").write_text(
        "id: lonely\ntype: book\ntitle: A book nobody uses\nURL: https://example.org/b\nseen: [https://example.org/b]\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return Path("corpus")


def _told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str], int]:
    """Return exit code, the rules that told something, and how many problems were left out."""
    capsys.readouterr()
    code = run(["check", *map(str, arguments), "--format", "json"])
    plain = json.loads(capsys.readouterr().out)
    return code, sorted(problem["rule"] for problem in plain["problems"]), plain["elsewhere"]


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, env=clean)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (1, ["orphan-reference", "schema-violation"])),
        (["--select", "orphan-reference"], (0, ["orphan-reference"])),
        (["--select", "orphan-reference", "--strict"], (1, ["orphan-reference"])),
        (["--select", "files"], (1, ["schema-violation"])),
        (["--select", "files,corpus", "--ignore", "schema-violation"], (0, ["orphan-reference"])),
        (["--ignore", "schema-violation", "--ignore", "corpus"], (0, [])),
    ],
)
def test_rules_are_chosen_by_name_and_scope(
    corpus: Path, arguments: list[str], expected: tuple[int, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code would speak of what nobody asked for."""
    assert (*expected, 0) == _told(capsys, corpus, *arguments)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["annotators/ada.yaml"], (1, ["schema-violation"], 1)),
        (["references/lonely.yaml"], (0, ["orphan-reference"], 1)),
        (["references", "claims"], (0, ["orphan-reference"], 1)),
        (["references/lonely.yaml", "annotators/ada.yaml"], (1, ["orphan-reference", "schema-violation"], 0)),
        (["dataset.yaml", "claims"], (1, ["orphan-reference", "schema-violation"], 0)),
    ],
)
def test_files_of_a_corpus_may_be_named(
    corpus: Path, named: list[str], expected: tuple[int, list[str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A hook before a commit would stop it for a fault in somebody else's file, or check a file without its corpus."""
    assert expected == _told(capsys, *(corpus / name for name in named))


def test_a_file_may_be_named_from_inside_the_corpus(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who works in the folder of claims would have to leave it."""
    monkeypatch.chdir(corpus / "annotators")

    assert (1, ["schema-violation"], 1) == _told(capsys, "ada.yaml")
    assert (1, ["schema-violation"], 1) == _told(capsys, Path.cwd() / "ada.yaml")


def test_the_summary_says_what_was_left_out(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clean file would pass for a clean corpus."""
    code = run(["check", str(corpus / CLAIMS)])
    out = capsys.readouterr().out

    assert 0 == code
    assert "2 problems in other files left out\n0 errors, 0 warnings" in out


def test_the_summary_says_what_a_program_could_mend(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A contributor would mend by hand what one command mends."""
    file = corpus / "references" / "lonely.yaml"
    file.write_text(file.read_text("utf-8").replace("A book", "A cafe\u0301"), "utf-8")
    run(["check", str(corpus), "--select", "text-not-nfc"])

    assert "factcheck fix mends 1 of these\n" in capsys.readouterr().out


def test_a_limit_says_how_many_more(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A long list would hide the first mistake, or a short one would pass for all."""
    code = run(["check", str(corpus), "--max-problems", "1"])
    out = capsys.readouterr().out

    assert 1 == code
    assert "[schema-violation]" in out
    assert "[orphan-reference]" not in out
    assert "and 1 more problem, not shown" in out


def test_only_what_changed_since_a_revision_is_told(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pull request would be blamed for what was there before."""
    _git(corpus, "init", "-q")
    _git(corpus, "add", ".")
    _git(corpus, "commit", "-q", "-m", "one")

    assert (0, [], 2) == _told(capsys, corpus, "--changed-since", "HEAD")

    (corpus / ADA).write_text((corpus / ADA).read_text("utf-8") + "# seen\n", "utf-8")
    assert (1, ["schema-violation"], 1) == _told(capsys, corpus, "--changed-since", "HEAD")

    shutil.copy(corpus / "references/lonely.yaml", corpus / "references/ä new.yaml")
    assert (1, ["duplicate-file"], 0) == (
        *_told(capsys, corpus, "--select", "duplicate-file", "--changed-since", "HEAD")[:2],
        0,
    )


def test_a_wrong_revision_or_no_repository_is_a_wrong_call(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything would seem unchanged because of a misspelt branch."""
    outside = run(["check", str(corpus), "--changed-since", "HEAD"])
    _git(corpus, "init", "-q")
    unknown = [run(["check", str(corpus), "--changed-since", name]) for name in ("mian", "--output=x", "")]
    said = capsys.readouterr().err

    assert [2, 2, 2, 2] == [outside, *unknown]
    assert "is in no git repository" in said
    assert "no revision 'mian'" in said
    assert not Path("x").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "orphan-referenec"], "no rule or scope 'orphan-referenec'; did you mean 'orphan-reference'?"),
        (["--ignore", "xyz"], "no rule or scope 'xyz'; factcheck rules lists"),
        (["--max-problems", "-1"], "'--max-problems'"),
        (["-o", "corpus"], "--output takes a file"),
        (["alone.yaml"], "'alone.yaml' stands in no corpus"),
        (["second"], "these stand in two: 'corpus' and 'second'"),
    ],
)
def test_a_wrong_choice_is_a_wrong_call(
    corpus: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt rule would be asked of nothing, and the corpus pass."""
    Path("alone.yaml").write_text("", "utf-8")
    shutil.copytree(LIGHTHOUSE, "second")

    assert 2 == run(["check", str(corpus), *arguments])
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_report_is_written_whole_and_its_summary_printed(
    corpus: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workflow could not upload what was found and still show it in its log."""
    code = run(["check", str(corpus), "--format", form, "-o", "reports/found"])
    out, written = capsys.readouterr().out, Path("reports/found").read_text("utf-8")

    assert 1 == code
    assert "1 error, 1 warning by" in out
    assert out.endswith("wrote reports/found\n")
    assert "must be one of person, model" in written
    assert "     3 | kind: persom" not in written


def test_a_build_tells_its_refusal_in_the_same_forms(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A workflow that builds would have no annotations."""
    code = run(["build", str(corpus), "-o", "dist", "--format", "github"])

    assert 1 == code
    assert "::error file=corpus/annotators/ada.yaml,line=3,col=7,title=schema-violation::" in capsys.readouterr().out
