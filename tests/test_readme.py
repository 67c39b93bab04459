"""The README and the documentation show what really happens."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from factcheck import build
from factcheck.cli.main import COMMANDS, run
from tests.refreshing import drawn

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_make_dataset_ends_as_the_readme_shows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first thing a newcomer runs would print something else than promised."""
    monkeypatch.delenv("FACTCHECK_DOCUMENTS", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)

    code = run(["build", "data", "-o", "dist"])

    out = capsys.readouterr().out
    assert 0 == code
    assert _blocks("text")[0].strip() == "\n".join(line.rstrip() for line in out.splitlines()).strip()


def test_the_pictures_of_the_documentation_are_those_of_the_data() -> None:
    """A reader would look at figures of an older dataset, or at a broken image."""
    shown = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "pictures").iterdir()}
    pages = (README, *(page.read_text("utf-8") for page in (ROOT / "docs").rglob("*.md")))
    named = {name for page in pages for name in re.findall(r"pictures/([^)]+\.svg)", page)}

    assert drawn() == shown
    assert named <= shown.keys()


def test_the_mistake_is_told_as_the_readme_shows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message that the README praises would be another."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    verdicts = tmp_path / "examples" / "lighthouse" / "verdicts" / "ada" / "skerra-leaflet.yaml"
    verdicts.write_text(verdicts.read_text("utf-8").replace("label: supported", "label: suported", 1), "utf-8")
    monkeypatch.chdir(tmp_path)

    run(["check", "examples/lighthouse"])

    shown = _blocks("text")[1].split("\n", 1)[1]
    assert shown.strip() == capsys.readouterr().out.strip()


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    """A reader who pastes an example would get a traceback."""
    build(ROOT / "data", tmp_path / "dist")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for number, code in enumerate(_blocks("python")):
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert 0 == done.returncode, f"example {number}: {done.stderr}"


def test_the_readme_lists_every_command() -> None:
    """A command would be found by nobody."""
    table = "\n".join(f"| `factcheck {name}` | {summary} |" for name, summary in COMMANDS.items())

    assert table in README


def test_the_floors_are_those_that_the_linter_holds() -> None:
    """The picture of the house would show floors that are not there."""
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0][
        "layers"
    ]

    assert "\n".join(layers) in ARCHITECTURE
