"""Every command in CONTRIBUTING.md runs as it stands there, in order, and prints what it says."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.main import COMMANDS, run

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def _steps() -> Iterator[tuple[list[str], str]]:
    """Yield each ``factcheck`` command of the page with what it is said to print."""
    for block in re.findall(r"^```console\n(\$ factcheck .*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        for step in re.split(r"^\$ ", block.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
            command, _, printed = step.partition("\n")
            yield shlex.split(command)[1:], printed


def _fits(said: str, printed: str) -> bool:
    """Tell whether a text is what is said of it, where ``...`` stands for anything."""
    return (
        re.fullmatch(".*".join(map(re.escape, said.rstrip("\n").split("..."))), printed.rstrip("\n"), re.DOTALL)
        is not None
    )


def test_the_commands_run_in_order_and_print_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A newcomer's first ten minutes would end in an error that the page does not know."""
    for folder in ("examples", "data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    steps = list(_steps())
    for arguments, said in steps:
        code = run(arguments)
        out = capsys.readouterr()

        assert _fits(said, out.out), f"{shlex.join(arguments)} printed\n{out.out}\n{out.err}"
        assert ("error:" in said) == (code == 1), out.err
    assert {"check", "new", "explain"} <= {arguments[0] for arguments, _ in steps}


def test_every_command_that_the_page_names_is_there() -> None:
    """The page would send a newcomer to a command that was renamed."""
    named = set(re.findall(r"`factcheck ([a-z-]+)", PAGE)) | {arguments[0] for arguments, _ in _steps()}

    assert set() == named - set(COMMANDS)


def test_every_file_that_the_page_links_to_is_there() -> None:
    """A newcomer would follow a dead link."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", PAGE)

    assert [] == [link for link in links if not (ROOT / link).exists()]
    assert links
