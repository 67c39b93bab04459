"""``factcheck publish`` against a stand-in of the Hub: what is sent, what is refused, and that a dry run changes nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from huggingface_hub import constants

from factcheck import build
from factcheck.cli.main import run
from tests.building.hub import Hub, stand_in
from tests.cli.corpora import LIGHTHOUSE, copied, replaced


@attrs.frozen(kw_only=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str


ROOT = Path(__file__).parents[2]
REPO = "skerra/lighthouse"
pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")  # how huggingface_hub calls httpx


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(LIGHTHOUSE, tmp_path_factory.mktemp("built") / "release").path


@pytest.fixture
def hub() -> Iterator[Hub]:
    with stand_in() as running:
        yield running


Published = Callable[..., Done]


@pytest.fixture
def published(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Published:
    """Publish as a person does, with a token in the environment."""
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    monkeypatch.setattr(
        constants, "HF_HUB_DISABLE_XET", True
    )  # the stand-in speaks LFS, as HF_HUB_DISABLE_XET asks for
    monkeypatch.setenv("HF_TOKEN", "hf_secret")

    def run_it(*arguments: str) -> Done:
        code = run(["publish", *arguments])
        said = capsys.readouterr()
        return Done(code=code, out=said.out, err=said.err)

    return run_it


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def held(hub: Hub, release: Path) -> None:
    """Let the hub hold a release already."""
    hub.repos[REPO], hub.commits[REPO] = {".gitattributes": b"", **files(release)}, 7


def test_a_dry_run_says_what_would_be_sent_and_changes_nothing(
    hub: Hub, published: Published, release: Path, tmp_path: Path
) -> None:
    """Somebody who only wants to look would publish."""
    done = published(REPO, str(release))

    assert "" == done.err
    assert 0 == done.code
    for name in files(release):
        assert name in done.out
    assert "would send version 0.1.0: " in done.out
    assert "a new public repository; --really sends it" in done.out
    assert [] == hub.changes


def test_a_release_is_sent_whole_as_one_commit_with_the_tag_of_its_version(
    hub: Hub, published: Published, release: Path, tmp_path: Path
) -> None:
    """The Hub would hold other files than were built, or a half of them between two commits."""
    done = published(REPO, str(release), "--really")

    assert 0 == done.code, done.err
    assert files(release) == {name: data for name, data in hub.repos[REPO].items() if name != ".gitattributes"}
    assert ["Version 0.1.0"] == hub.messages
    assert [("v0.1.0", hub.head(REPO))] == hub.tags
    assert {"Bearer hf_secret"} == {token for method, path, token in hub.asked if method == "POST"}
    assert "hf_secret" not in done.out + done.err

    again = published(REPO, str(release), "--really")

    assert f"{REPO} holds version 0.1.0 already; nothing to send\n" == again.out
    assert ["Version 0.1.0"] == hub.messages


def test_a_newer_release_replaces_what_changed_and_takes_out_what_went(
    hub: Hub, published: Published, release: Path, tmp_path: Path
) -> None:
    """Splits that are gone would stay on the Hub and be loaded with the new ones."""
    held(hub, release)
    corpus = copied(tmp_path)
    (claims,) = (corpus / "claims").iterdir()
    claims.write_text(claims.read_text("utf-8").replace("split: train", "split: dev"), "utf-8")
    replaced(corpus / "dataset.yaml", "version: 0.1.0", "version: 1.0.0")
    newer = build(corpus, tmp_path / "newer").path

    done = published(REPO, str(newer), "--really")

    assert 0 == done.code, done.err
    assert {".gitattributes": b"", **files(newer)} == hub.repos[REPO]
    assert "removed" in done.out
    assert "sent version 1.0.0" in done.out


def test_a_version_that_says_less_than_what_changed_is_refused(
    hub: Hub, published: Published, release: Path, tmp_path: Path
) -> None:
    """Moved claims would be published under the number of the old data."""
    held(hub, release)
    corpus = copied(tmp_path)
    (claims,) = (corpus / "claims").iterdir()
    claims.write_text(claims.read_text("utf-8").replace("split: train", "split: dev"), "utf-8")
    replaced(corpus / "dataset.yaml", "version: 0.1.0", "version: 0.1.1")

    done = published(REPO, str(build(corpus, tmp_path / "newer").path), "--really")

    assert 1 == done.code
    assert "[version-says-less]" in done.out
    assert "nothing was sent" in done.err
    assert [] == hub.changes


def test_a_release_that_was_edited_is_refused(hub: Hub, published: Published, release: Path, tmp_path: Path) -> None:
    """Figures edited by hand would be published."""
    edited = shutil.copytree(release, tmp_path / "edited")
    replaced(edited / "README.md", "## Labels", "## Label")

    done = published(REPO, str(edited), "--really")

    assert 1 == done.code
    assert "[checksum-differs]" in done.out
    assert [] == hub.asked


def test_a_repository_that_holds_something_else_is_left_alone(
    hub: Hub, published: Published, release: Path, tmp_path: Path
) -> None:
    """A slip in the name would replace somebody's model or dataset."""
    hub.repos[REPO], hub.commits[REPO] = {"train.csv": b"years of work"}, 3

    done = published(REPO, str(release), "--really")

    assert 2 == done.code
    assert "holds what is no release, 'train.csv'" in done.err
    assert [] == hub.changes


@pytest.mark.parametrize("repo", ["lighthouse", "../../x", "a/b/c", "", "a b/c"])
def test_a_name_that_is_none_is_a_wrong_call(
    hub: Hub, published: Published, release: Path, tmp_path: Path, repo: str
) -> None:
    """A path would be taken for a name, or a traceback follow."""
    done = published(repo, str(release), "--really")

    assert 2 == done.code
    assert "a repository is named owner/name" in done.err
    assert [] == hub.asked


def test_a_hub_that_cannot_be_reached_is_said(
    published: Published, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cut line would end in a traceback."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")

    done = published(REPO, str(release))

    assert 2 == done.code
    assert "the Hub refused or could not be reached" in done.err


def test_the_address_of_the_hub_and_the_token_are_those_of_the_environment(
    hub: Hub, release: Path, tmp_path: Path
) -> None:
    """A company with a Hub of its own would send its data elsewhere."""
    home = {
        "HF_ENDPOINT": hub.address,
        "HF_HOME": str(tmp_path / "hf"),
        "HF_TOKEN": "hf_secret",
        "PYTHONPATH": str(ROOT),
    }
    program = [sys.executable, "-m", "factcheck", "publish", REPO, str(release)]

    done = subprocess.run(program, env={**os.environ, **home}, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)
    assert ("GET", f"/api/datasets/{REPO}", "Bearer hf_secret") in hub.asked
