"""``factcheck split`` as a user types it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from factcheck import check, load
from factcheck.cli.main import run
from factcheck.shaping import unstructure
from factcheck.writing import write_corpus

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "examples" / "lighthouse"
HALVES = ["--ratio", "train=0.5", "--ratio", "test=0.5", "--by", "family", "--by", "text"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a copy of the example without splits."""
    folder = Path(shutil.copytree(LIGHTHOUSE, tmp_path / "corpus"))
    file = folder / "claims" / "skerra-leaflet.yaml"
    file.write_text(re.sub(r"  split: .*\n", "", file.read_text("utf-8")), "utf-8")
    return folder


def _claims(corpus: Path) -> str:
    return (corpus / "claims" / "skerra-leaflet.yaml").read_text("utf-8")


def _splits(corpus: Path) -> dict[str, str | None]:
    return {claim.id: claim.split for claim in load(corpus).claims}


def test_nothing_is_written_before_it_is_asked_for(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A look at what a split would be would change the corpus."""
    before = _claims(corpus)

    code = run(["split", str(corpus), *HALVES])

    out = capsys.readouterr().out
    assert 0 == code
    assert before == _claims(corpus)
    assert "split  claims  new  first claim of the group\n" in out
    assert re.search(r"^(test|train) +2 +2  skerra-first-keeper-goat$", out, re.MULTILINE)
    assert "8 splits to write; nothing was written without --write\n" in out
    assert "7 groups by their claims: 6 of 1, 1 of 2; the largest has 25.0% of the claims\n" in out


def test_written_splits_are_those_shown_and_nothing_else_changes(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file would be reformatted, or get other splits than those that were looked at."""
    before = _claims(corpus)
    run(["split", str(corpus), *HALVES, "--format", "json"])
    shown = json.loads(capsys.readouterr().out)["assigned"]

    code = run(["split", str(corpus), *HALVES, "--write"])

    assert 0 == code
    assert shown == _splits(corpus)
    assert before == re.sub(r"  split: .*\n", "", _claims(corpus))
    assert [] == [problem.message for problem in check(corpus).errors]
    assert shown["skerra-light-since-1871"] == shown["skerra-first-keeper-goat"]


def test_a_second_run_finds_nothing_to_do(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Splits would move with another salt, though they are published."""
    run(["split", str(corpus), *HALVES, "--write"])
    before = _claims(corpus)
    capsys.readouterr()

    code = run(["split", str(corpus), *HALVES, "--salt", "another", "--write"])

    assert 0 == code
    assert before == _claims(corpus)
    assert "every claim has a split; nothing to do\n" in capsys.readouterr().out


def test_a_group_in_two_splits_is_an_error_and_nothing_is_written(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A leak between the splits would be written on top of."""
    file = corpus / "claims" / "skerra-leaflet.yaml"
    kinds = iter(["train", "test"])
    file.write_text(
        re.sub(r"(  family: .*\n)", lambda found: f"  split: {next(kinds)}\n{found[1]}", _claims(corpus)), "utf-8"
    )
    before = _claims(corpus)

    code = run(["split", str(corpus), *HALVES, "--write"])

    said = capsys.readouterr()
    assert 1 == code
    assert before == _claims(corpus)
    expected = (
        "claims that belong together stand in test and train: 'skerra-first-keeper-goat', 'skerra-light-since-1871'\n"
    )
    assert expected == said.err
    assert "nothing was written: move claims so that each group stands in one split" in said.out


def test_claims_of_one_document_go_together_by_default(corpus: Path) -> None:
    """Claims of one page would stand in train and test, which gives the page away."""
    code = run(["split", str(corpus), "--ratio", "train=0.5", "--ratio", "test=0.5", "--write"])

    assert 0 == code
    assert 1 == len(set(_splits(corpus).values()))


def test_json_lines_get_the_same_splits(corpus: Path, tmp_path: Path) -> None:
    """The bulk form of a corpus would be split otherwise than its files."""
    bulk = tmp_path / "bulk"
    write_corpus(load(corpus), bulk, form="jsonl")
    before = (bulk / "claims" / "claims.jsonl").read_bytes().splitlines()
    run(["split", str(corpus), *HALVES, "--write"])
    run(["split", str(bulk), *HALVES, "--write"])

    after = (bulk / "claims" / "claims.jsonl").read_bytes().splitlines()
    assert _splits(corpus) == _splits(bulk)
    assert [json.loads(line) for line in before] == [
        {key: value for key, value in json.loads(line).items() if key != "split"} for line in after
    ]
    assert [unstructure(claim) for claim in load(corpus).claims] == [unstructure(claim) for claim in load(bulk).claims]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing option '--ratio'"),
        (["--ratio", "train"], "--ratio takes SPLIT=SHARE, each split once (got 'train')"),
        (["--ratio", "a=0.5", "--ratio", "a=0.5"], "each split once (got 'a=0.5')"),
        (["--ratio", "train=most"], "--ratio takes a number as SHARE, such as test=0.1 (got 'train=most')"),
        (["--ratio", "train=0.7"], "the ratios must be 0 or more and make 1 together (got train=0.7)"),
        (["--ratio", "my split=1"], "must be letters, digits and _, in parts joined by dots (got 'my split')"),
        (["--ratio", "a=1", "--by", "author"], "Invalid value for '--by'"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(
    arguments: list[str], said: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in a share would be written into every claim."""
    before = _claims(corpus)

    code = run(["split", str(corpus), *arguments, "--write"])

    assert 2 == code
    assert said in capsys.readouterr().err
    assert before == _claims(corpus)
