"""A command that is killed at any instant leaves a whole release, old or new, and what the next command finishes."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import build
from factcheck.cli.main import run
from factcheck.files.swapping import put_back
from tests.cli.corpora import LIGHTHOUSE, copied, replaced
from tests.proofs.dying import killed

pytestmark = pytest.mark.prove
KILLED = -9


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def instants(arguments: list[str], folder: Path, count: int) -> Iterator[tuple[int, float]]:
    """Yield seeded instants of a command: steps on the files of a folder, every other one a moment later."""
    assert killed(arguments, folder, 0) in (0, 1)
    steps = int(Path(f"{folder}.steps").read_text("utf-8"))
    Path(f"{folder}.steps").unlink()
    chance = random.Random(20261122)  # noqa: S311  # instants, not secrets
    for number in range(count):
        yield chance.randint(1, steps), chance.uniform(0, 0.02) if number % 2 else 0.0


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_build_that_is_killed_leaves_the_old_release_or_the_new_one(tmp_path: Path, can_exchange: bool) -> None:
    """A machine that goes down in a build would cost the last good release."""
    room = tmp_path / "room"
    room.mkdir()
    corpus = copied(tmp_path)
    replaced(corpus / "dataset.yaml", "version: 0.1.0", "version: 0.1.1")
    old = files(build(LIGHTHOUSE, tmp_path / "old").path)
    new = files(build(corpus, tmp_path / "new").path)
    out = room / "dist"
    arguments = ["build", str(corpus), "-o", str(out)]
    shutil.copytree(tmp_path / "old", out)
    ends = []
    for at, delay in instants(arguments, room, 25):
        shutil.rmtree(out)
        shutil.copytree(tmp_path / "old", out)
        ends.append(killed(arguments, room, at, delay, can_exchange=can_exchange))
        put_back(out)

        assert files(out) in (old, new)

    assert KILLED in ends
    assert 0 == run(arguments)
    assert new == files(out)
    assert [out] == list(room.iterdir())


def test_a_conversion_that_is_killed_leaves_the_old_corpus_or_the_new_one(tmp_path: Path) -> None:
    """A long conversion that breaks off would leave half a corpus under the name of the whole."""
    room = tmp_path / "room"
    room.mkdir()
    out, rows = room / "corpus", tmp_path / "train.jsonl"
    row = '{{"id": {0}, "verifiable": "VERIFIABLE", "label": "SUPPORTS", "claim": "Claim {0}.", "evidence": []}}\n'
    rows.write_text("".join(row.format(number) for number in range(50)), "utf-8")
    arguments = ["convert", "fever", str(rows), "-o", str(out)]
    assert 0 == run(arguments)
    old = files(out)
    shutil.copytree(out, tmp_path / "old")
    rows.write_text("".join(row.format(number) for number in range(400)), "utf-8")
    assert 0 == run(["convert", "fever", str(rows), "-o", str(tmp_path / "new")])
    new = files(tmp_path / "new")
    ends = []
    for at, delay in instants(arguments, room, 20):
        shutil.rmtree(out)
        shutil.copytree(tmp_path / "old", out)
        ends.append(killed(arguments, room, at, delay))
        put_back(out)

        assert files(out) in (old, new)

    assert KILLED in ends
    assert 0 == run(arguments)
    assert [out] == list(room.iterdir())


@pytest.mark.parametrize("command", ["migrate", "fix"])
def test_a_command_that_edits_and_is_killed_leaves_every_file_old_or_new(tmp_path: Path, command: str) -> None:
    """A corpus would hold half a file, or be stuck between two states."""
    corpus = tmp_path / "corpus"
    source = copied(tmp_path / "source")
    for file in (source / "claims").glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("\n", "  \n", 40), "utf-8")
    for file in (source / "verdicts").rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").rstrip("\n"), "utf-8")
    shutil.copytree(source, tmp_path / "done")
    killed([command, str(tmp_path / "done")], tmp_path / "none", 1)
    old, new = files(source), files(tmp_path / "done")
    arguments = [command, str(corpus)]
    shutil.copytree(source, corpus)
    ends = []
    for at, delay in instants(arguments, corpus, 15):
        shutil.rmtree(corpus)
        shutil.copytree(source, corpus)
        ends.append(killed(arguments, corpus, at, delay))

        there = files(corpus)
        assert all(there[name] in (old[name], new[name]) for name in old)

        killed(arguments, tmp_path / "none", 1)
        assert new == files(corpus)

    assert old != new
    assert KILLED in ends
