"""The command line as a user types it: what it prints, and its exit codes."""

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from factcheck import __version__
from factcheck.cli import main
from factcheck.cli.main import COMMANDS, run
from factcheck.rules import RULES

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a copy of the example that a test may break."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "corpus"))


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_in_its_help_what_the_list_says(name: str) -> None:
    """The list of commands, which is kept apart to be quick, would promise something else."""
    command: click.Command = import_module(f"factcheck.cli.commands.{name}").command

    assert COMMANDS[name] == (command.help or "").splitlines()[0]


def test_commands_are_listed_in_alphabetical_order() -> None:
    """A reader would look for a command in the wrong place."""
    assert sorted(COMMANDS) == list(COMMANDS)


def test_the_example_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """The corpus that tutorials start from would have faults."""
    code = run(["check", str(LIGHTHOUSE), "--strict"])

    assert (0, "") == (code, capsys.readouterr().err)


def test_an_error_names_file_line_column_and_cure(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A newcomer could not mend a misspelt word."""
    _replace(corpus / "annotators" / "ada.yaml", "kind: person", "kind: persom")

    code = run(["check", str(corpus)])

    out = capsys.readouterr().out
    assert 1 == code
    assert f"{(corpus / 'annotators' / 'ada.yaml').as_posix()}:3:7: error: kind:" in out
    assert "'kind' must be one of person, model, group, published (got 'persom') [schema-violation]" in out
    assert "     3 | kind: persom\n       |       ^\n    did you mean 'person'?" in out


def test_json_says_the_same_as_text(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program would read another report than a person."""
    _replace(corpus / "annotators" / "ada.yaml", "kind: person", "kind: persom")
    run(["check", str(corpus)])
    text = capsys.readouterr().out

    code = run(["check", str(corpus), "--format", "json"])

    report = json.loads(capsys.readouterr().out)
    assert 1 == code == report["errors"]
    for problem in report["problems"]:
        place = problem["places"][0]
        assert f"{place['file']}:{place['line']}:{place['column']}: {problem['level']}" in text
        assert problem["message"] in text


def test_strict_makes_warnings_count(corpus: Path) -> None:
    """A corpus with open warnings would pass where none are allowed."""
    (corpus / "references" / "lonely.yaml").write_text(
        "id: lonely\ntype: book\ntitle: A book nobody uses\nURL: https://example.org/b\nseen: [https://example.org/b]\n",
        "utf-8",
    )

    assert (0, 1) == (run(["check", str(corpus)]), run(["check", str(corpus), "--strict"]))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "no corpus at 'nowhere': there is no such folder"),
        (["check", "."], "no corpus at '.': a corpus starts with a dataset.yaml, and there is none"),
        (["check", "--form", "json"], "No such option"),
        (["chekc"], "No such command 'chekc'"),
        (["explain", "dangling-ids"], "no rule 'dangling-ids'; did you mean 'dangling-id'?"),
        (["schema", "clam"], "no schema 'clam'"),
        (["check", str(LIGHTHOUSE), "--documents", "nowhere"], "no folder of texts at 'nowhere'"),
        (["check", str(LIGHTHOUSE), "--text", "leaflet"], "--text takes ID=FILE (got 'leaflet')"),
        (["build", str(LIGHTHOUSE)], "Missing option '-o' / '--out'"),
    ],
)
def test_a_wrong_call_is_told_and_exits_with_2(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A script could not tell a wrong call from a faulty corpus."""
    monkeypatch.chdir(tmp_path)

    code = run(arguments)

    assert 2 == code
    assert said in capsys.readouterr().err


def test_our_own_bug_exits_with_3_and_something_to_paste(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user who meets a bug would think the data at fault, and could not report it."""

    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(main.group, "main", fail)

    code = run(["check"])

    error = capsys.readouterr().err
    assert 3 == code
    assert "ZeroDivisionError: ours" in error
    assert f"factcheck {__version__}, Python" in error
    assert "this is our bug" in error


def test_build_ends_with_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who builds would not see what was checked and built."""
    code = run(["build", str(LIGHTHOUSE), "-o", str(tmp_path / "out")])

    out = capsys.readouterr().out
    assert 0 == code
    assert all(word in out for word in ("checked", "claims", "train", "nli", "content digest"))


def test_build_refuses_a_corpus_with_errors(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A faulty corpus would be released."""
    _replace(corpus / "annotators" / "ada.yaml", "kind: person", "kind: persom")

    code = run(["build", str(corpus), "-o", str(tmp_path / "out")])

    assert 1 == code
    assert "schema-violation" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule would have no page."""
    run(["rules"])
    listed = capsys.readouterr().out
    for name in RULES:
        assert name in listed
        assert 0 == run(["explain", name])
        assert f"# {name}" in capsys.readouterr().out


def test_schema_prints_what_editors_use(capsys: pytest.CaptureFixture[str]) -> None:
    """A tool that reads schemas from the command line would get another one than is filed."""
    run(["schema", "claim"])

    filed = ROOT / "schemas" / "0.1" / "claim.schema.json"
    assert json.loads(filed.read_text("utf-8")) == json.loads(capsys.readouterr().out)


def _clean_process(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)


@pytest.mark.parametrize("imported", ["factcheck", "factcheck.cli.main"])
def test_import_pulls_in_nothing_heavy(imported: str) -> None:
    """Every tool that imports the library would start slowly."""
    heavy = {
        "pyarrow",
        "duckdb",
        "datasets",
        "pandas",
        "numpy",
        "jsonschema",
        "jsonschema_rs",
        "rich",
        "attrs",
        "cattrs",
    }

    loaded = _clean_process(f"import {imported}, sys; print(*sys.modules)").stdout.split()

    assert set() == heavy.intersection(loaded)


def test_every_public_name_is_found() -> None:
    """A documented name would not import."""
    code = "import factcheck; [getattr(factcheck, name) for name in factcheck.__all__]; print(len(factcheck.__all__))"

    assert int(_clean_process(code).stdout) > 20


def test_a_check_without_problems_imports_nothing_heavy() -> None:
    """The check of one changed file would take over half a second to start."""
    heavy = ["cattrs", "datasets", "duckdb", "ftfy", "jsonschema", "numpy", "pandas", "pyarrow", "rich", "sklearn"]
    code = f"from factcheck.cli.main import run; run(['check', {str(LIGHTHOUSE)!r}]); import sys; print(*sys.modules)"

    assert [] == [name for name in heavy if name in _clean_process(code).stdout.split()]


def test_colour_and_words_stay_out_of_pipes(corpus: Path) -> None:
    """Withheld words would end in a file, and escape codes with them."""
    _replace(corpus / "claims" / "skerra-leaflet.yaml", "start: ", "start: 1")

    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", str(corpus)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == done.returncode
    assert "\x1b" not in done.stdout
    assert "the words there now" not in done.stdout
