"""``factcheck diff`` and ``build --since``, as a maintainer types them."""

import json
from pathlib import Path

import pytest

from factcheck import build
from factcheck.cli.main import run
from tests.cli.corpora import LIGHTHOUSE, copied, replaced


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(LIGHTHOUSE, tmp_path_factory.mktemp("built") / "release").path


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the example with a claim moved, one reworded, one label flipped."""
    corpus = copied(tmp_path)
    (claims,) = (corpus / "claims").iterdir()
    replaced(claims, "split: train", "split: test")
    replaced(corpus / "verdicts" / "ada" / "skerra-leaflet.yaml", "label: supported", "label: refuted")
    return corpus


def test_a_corpus_does_not_differ_from_its_release(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody could tell whether a corpus moved on since its release."""
    assert 0 == run(["diff", str(release), str(LIGHTHOUSE)])
    assert "0.1.0 -> 0.1.0: what changed is nothing\n" == capsys.readouterr().out


def test_changes_since_a_release_are_told_with_the_version_they_ask_for(
    release: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A maintainer would have to find out by hand what to write into the changelog."""
    code = run(["diff", str(release), str(edited)])

    out = capsys.readouterr().out.splitlines()
    assert 1 == code
    assert "    split: 'train' -> 'test'" in out
    assert "    label: 'supported' -> 'refuted'" in out
    assert any(line.startswith("! claim ") and line.endswith(" moved from train to test") for line in out)
    assert "version 0.1.0 is the one it had, and what changed is MAJOR; at least 1.0.0" == out[-1]


def test_the_markdown_is_a_section_of_a_changelog(
    release: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words for the changelog would have to be written anew from the output."""
    replaced(edited / "dataset.yaml", "version: 0.1.0", "version: 1.0.0")

    assert 0 == run(["diff", str(release), str(edited), "--format", "md"])
    out = capsys.readouterr().out
    assert out.startswith("## 1.0.0\n\nMAJOR change since 0.1.0.\n\n### Changed\n\n- claim `")
    assert "### Moved between splits\n\n- `" in out


def test_the_json_has_every_field(release: Path, edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program could not read what changed."""
    run(["diff", str(release), str(edited), "--format", "json"])

    plain = json.loads(capsys.readouterr().out)
    fields = {(one["kind"], tuple(field["path"])) for one in plain["changed"] for field in one["fields"]}
    assert {("claims", ("split",)), ("verdicts", ("label",))} == fields
    assert "MAJOR" == plain["step"]


def test_build_since_refuses_a_version_that_says_less(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Moved claims would be released under a number that says "the same"."""
    corpus = copied(tmp_path)
    (claims,) = (corpus / "claims").iterdir()
    claims.write_text(claims.read_text("utf-8").replace("split: train", "split: dev"), "utf-8")
    replaced(corpus / "dataset.yaml", "version: 0.1.0", "version: 0.1.1")
    out = tmp_path / "out"

    code = run(["build", str(corpus), "-o", str(out), "--since", str(release)])

    said = capsys.readouterr().out
    assert 1 == code
    assert "dataset.yaml:3:10: error: version: version 0.1.1 says PATCH since 0.1.0, and what changed is MAJOR" in said
    assert "make it 1.0.0 or later" in said
    assert not out.exists()

    replaced(corpus / "dataset.yaml", "version: 0.1.1", "version: 1.0.0")

    assert 0 == run(["build", str(corpus), "-o", str(out), "--since", str(release)])


@pytest.mark.parametrize("what", ["nothing", "a file", "an empty folder"])
def test_what_is_neither_corpus_nor_release_is_a_wrong_call(
    tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A typing error in a path would end in a traceback."""
    other = tmp_path / "other"
    if what == "a file":
        other.write_text("words", "utf-8")
    elif what == "an empty folder":
        other.mkdir()

    assert 2 == run(["diff", str(LIGHTHOUSE), str(other)])
    assert "corpus" in capsys.readouterr().err


def test_hostile_ids_are_code_in_the_changelog(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id could write a link or a script into the page that shows the changelog."""
    corpus = copied(tmp_path)
    hostile = "x`<script>``[a](b)"
    (corpus / "claims.jsonl").write_text(json.dumps({"id": hostile, "text": "It is so."}) + "\n", "utf-8")

    run(["diff", str(release), str(corpus), "--format", "md"])

    assert f"- 1 claim: ``` {hostile} ```\n" in capsys.readouterr().out
