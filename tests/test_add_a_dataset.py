"""The how-to of a new dataset, followed to the letter."""

import importlib.util
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.cli.main import run
from factcheck.converters import CONVERTERS
from factcheck.converters.converter import Converter
from factcheck.converting import convert
from factcheck.testing import ids, json_values, prose
from tests.converters.trips import counted, lines, read_json, there_and_back

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "how-to" / "add-a-dataset.md").read_text("utf-8")
FILE = "tinyfact-dev.jsonl"


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def _sessions() -> list[tuple[str, str]]:
    """Return each command of the page's first session with what it prints."""
    parts = re.split(r"^\$ (.*)\n", _blocks("console")[0], flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the module that the page shows."""
    (source,) = _blocks("python")
    path = tmp_path_factory.mktemp("converters") / "tinyfact.py"
    path.write_text(source, "utf-8")
    spec = importlib.util.spec_from_file_location("tinyfact", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def listed(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """List the converter as the page says."""
    monkeypatch.setitem(CONVERTERS, "tinyfact", cast("Converter", module))


@pytest.mark.usefixtures("listed")
def test_the_commands_print_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Breaks: who follows the page gets something else, and does not know whether it worked."""
    monkeypatch.chdir(tmp_path)
    (rows,) = _blocks("json")
    Path(FILE).write_text(rows, "utf-8")

    printed = []
    for command, _ in _sessions():
        code = run(shlex.split(command)[1:])
        printed.append((command, code, re.sub(r" +$", "", capsys.readouterr().out, flags=re.MULTILINE)))

    assert [(command, 0, out) for command, out in _sessions()] == printed
    assert counted(json.loads(row) for row in rows.splitlines()) == counted(read_json(Path("out/dev.jsonl")))
    assert () == check("corpus").errors


def test_the_module_counts_the_rows_of_the_page(module: ModuleType) -> None:
    """Breaks: the example's own counts are wrong."""
    rows = [json.loads(row) for row in _blocks("json")[0].splitlines()]

    assert {FILE: {"rows": 3, "yes": 1, "no": 1, "unsure": 1}} == module.COUNTS
    assert ["yes", "no", "unsure"] == [row["verdict"] for row in rows] == list(module.LABELS)
    assert all(module.recognises(row) for row in rows)


def _rows() -> st.SearchStrategy[list[dict[str, Any]]]:
    usual = {"id": ids(), "statement": prose(), "verdict": st.sampled_from(("yes", "no", "unsure"))}
    source = st.sampled_from(("", None, "https://example.org/lamp")) | ids()
    return st.lists(st.fixed_dictionaries(usual, optional={"source": source, "checked_by": json_values()}), max_size=5)


@given(rows=_rows())
def test_its_rows_go_around(module: ModuleType, rows: list[dict[str, Any]]) -> None:
    """Breaks: the example that others copy loses data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CONVERTERS, "tinyfact", cast("Converter", module))
        trip = there_and_back("tinyfact", lines(rows))

    assert () == trip.conversion.rejects
    assert counted(rows) == counted(trip.written)
    assert {} == trip.done.lost


def test_the_module_is_in_our_style(tmp_path: Path) -> None:
    """Breaks: a newcomer's first module, copied from the page, fails the linter."""
    pytest.importorskip("ruff", reason="the linter is not installed")
    (tmp_path / "tinyfact.py").write_text(_blocks("python")[0], "utf-8")
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache", "."]
    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, *config]
        done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False)

        assert (0, "") == (done.returncode, done.stderr), done.stdout


@pytest.mark.usefixtures("listed")
def test_a_converter_that_loses_something_is_told_where(
    module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Breaks: a slip in a new converter loses data, and its author sees nothing of it."""
    whole = module.write
    monkeypatch.setattr(module, "write", lambda judged: {**whole(judged), "checked_by": "eve"})
    (tmp_path / FILE).write_text(_blocks("json")[0], "utf-8")

    conversion = convert("tinyfact", [tmp_path / FILE], tmp_path / "corpus")

    assert {"would not be written back as it is: checked_by"} == {reject.reason for reject in conversion.rejects}
    assert [1, 2, 3] == [reject.line for reject in conversion.rejects]


def test_the_modules_and_files_that_the_page_names_are_there() -> None:
    """Breaks: the page sends its reader to files that are gone."""
    named = set(re.findall(r"`((?:factcheck|tests)/[\w/]+\.py)`", PAGE)) - {"factcheck/converters/tinyfact.py"}
    examples = {f"factcheck/converters/{name}" for name in re.findall(r"look at `(\w+\.py)`", PAGE)}

    assert 5 == len(named | examples)
    assert [] == [name for name in sorted(named | examples) if not (ROOT / name).is_file()]
