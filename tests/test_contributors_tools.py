"""What editors, pre-commit and a workflow are told of this project is true."""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from factcheck.cli.main import run
from factcheck.files.yaml_parser import parse_yaml
from factcheck.records.corpus import KINDS, SINGULAR
from factcheck.schemas.generating import SCHEMA_VERSION

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "schemas" / SCHEMA_VERSION
CORPORA = (ROOT / "data", ROOT / "examples" / "lighthouse")
PAGE = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text("utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def _files() -> list[Path]:
    return [file for corpus in CORPORA for file in sorted(corpus.rglob("*.yaml"))]


def _schema_of(file: Path) -> str:
    """Return the name of the schema that a file of a corpus is of, by the first folder under its root."""
    corpus = next(one for one in CORPORA if one in file.parents)
    kind = file.relative_to(corpus).parts[0].removesuffix(".yaml")
    if kind not in KINDS:
        return kind
    return kind if isinstance(parse_yaml(file.read_text("utf-8")).value, list) else SINGULAR[kind]


def test_every_file_of_our_corpora_names_its_schema_in_its_first_line() -> None:
    """An editor would complete nothing, or check a claim against the schema of a document."""
    wrong = {
        file.relative_to(ROOT).as_posix(): first
        for file in _files()
        for first in [file.read_text("utf-8").partition("\n")[0]]
        if first
        != "# yaml-language-server: $schema="
        + Path(os.path.relpath(SCHEMAS / f"{_schema_of(file)}.schema.json", file.parent)).as_posix()
    }

    assert {} == wrong
    assert all((SCHEMAS / f"{_schema_of(file)}.schema.json").is_file() for file in _files())


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    """pre-commit would refuse the repository."""
    assert ["factcheck-check", "factcheck-fix"] == [hook["id"] for hook in HOOKS]
    assert all({"id", "name", "entry", "language"} <= set(hook) for hook in HOOKS)
    assert {"python"} == {hook["language"] for hook in HOOKS}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_where_a_file_of_a_corpus_changed(
    hook: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit would pass because the hook's command is misspelt, or looks at none of its files."""
    corpus = shutil.copytree(CORPORA[1], tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(hook["entry"])

    assert "factcheck" == program
    assert all(re.search(hook["files"], file.as_posix()) for file in _files())
    assert 0 == run([*arguments, "data"])
    assert 0 == run(arguments)
    (corpus / "annotators" / "ada.yaml").write_text("id: [ada\n", "utf-8")
    assert 1 == run(arguments)


def test_the_examples_of_the_page_are_yaml_and_name_what_is_there() -> None:
    """Somebody would copy a workflow that GitHub refuses, or a hook that is not there."""
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)]
    config, workflow = blocks

    assert {hook["id"] for hook in HOOKS} == {hook["id"] for repo in config["repos"] for hook in repo["hooks"]}
    steps = workflow["jobs"]["check"]["steps"]
    assert any("upload-sarif" in step.get("uses", "") for step in steps)


def test_the_commands_of_the_workflow_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workflow would fail for an option that was renamed."""
    shutil.copytree(CORPORA[1], tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"(?:- run:|\$) (factcheck .*)", PAGE)

    assert [0] * len(commands) == [run(shlex.split(command)[1:]) for command in commands]
    assert 4 == len(commands)
    assert (tmp_path / "factcheck.sarif").is_file()
