import json
from pathlib import Path

import pytest

from factcheck.cli.main import run

GOLD = """\
{"id": 1, "label": "SUPPORTS", "evidence": [[[1, 2, "Ada", 0]]]}
{"id": 2, "label": "NOT ENOUGH INFO", "evidence": [[[1, null, null, null]]]}
"""
RIGHT = """\
{"id": 2, "predicted_label": "NOT ENOUGH INFO", "predicted_evidence": []}
{"id": 1, "predicted_label": "SUPPORTS", "predicted_evidence": [["Bell", 3], ["Ada", 0]]}
"""
WRONG = """\
{"id": "1", "predicted_label": "supports", "predicted_evidence": [["Ada"]]}
{"id": 3, "predicted_label": "REFUTES", "predicted_evidence": []}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a gold and predictions, where the program runs."""
    for name, text in (("gold", GOLD), ("right", RIGHT), ("wrong", WRONG)):
        (tmp_path / f"{name}.jsonl").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_figures_are_printed_in_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person would have to read JSON."""
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "right.jsonl"])

    assert 0 == code
    assert capsys.readouterr().out == (
        "fever: 2 items\n"
        "  fever_score     1.0000\n"
        "  label_accuracy  1.0000\n"
        "  precision       0.5000\n"
        "  recall          1.0000\n"
        "  f1              0.6667\n"
    )


def test_json_has_every_digit_and_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program could not say later what it had measured."""
    run(["score", "fever", "--gold", "gold.jsonl", "--pred", "right.jsonl", "--max-evidence", "1", "--format", "json"])
    found = json.loads(capsys.readouterr().out)

    assert {"max_evidence": 1, "compat": False} == found["settings"]
    assert (2, 0.5, []) == (found["items"], found["figures"]["fever_score"], found["notes"])


def test_every_problem_is_told_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each run would bring up one more mistake of the same file."""
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "wrong.jsonl"])
    heads = [line.split(": ", 2)[0::2] for line in capsys.readouterr().out.splitlines() if ".jsonl:" in line]

    assert 1 == code
    assert [
        ["gold.jsonl:2:8", "id: id 2 has no prediction [missing-id]"],
        ["wrong.jsonl:1:8", "id: id '1' is a string; the gold has the number 1 [mistyped-id]"],
        [
            "wrong.jsonl:1:32",
            "predicted_label: predicted_label must be one of 'SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO' "
            "(got 'supports'; did you mean 'SUPPORTS'?) [unknown-label]",
        ],
        [
            "wrong.jsonl:1:67",
            "predicted_evidence[0]: predicted evidence is [page, line] (got ['Ada']) [wrong-shape]",
        ],
        ["wrong.jsonl:2:8", "id: id 3 is not in the gold [extra-id]"],
    ] == heads


def test_problems_are_told_as_json_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program would have to read prose."""
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "wrong.jsonl", "--format", "json"])
    found = json.loads(capsys.readouterr().out)

    assert 1 == code
    assert ["missing-id", "mistyped-id", "unknown-label", "wrong-shape", "extra-id"] == [
        problem["rule"] for problem in found["problems"]
    ]


@pytest.mark.parametrize("text", ["", "[]", "\n\n"])
def test_an_empty_gold_is_an_error_that_says_so(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """A traceback with a division by zero would."""
    (folder / "gold.jsonl").write_text(text, "utf-8")
    (folder / "right.jsonl").write_text(text, "utf-8")

    for flags in ((), ("--compat",)):
        assert 1 == run(["score", "fever", "--gold", "gold.jsonl", "--pred", "right.jsonl", *flags])
        assert "there is nothing to score: the gold has no rows" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fevr"], "no metric 'fevr'; did you mean 'fever'?"),
        (["fever", "--max-evidence", "0"], "setting 'max_evidence' must be a whole number above 0, or None (got 0)"),
        (
            ["fever", "--max-evidence", "-1"],
            "setting 'max_evidence' must be a whole number above 0, or None (got '-1')",
        ),
        (["fever", "--set", "limit=3"], "fever has no setting 'limit'"),
        (["fever", "--set", "limit"], "--set takes NAME=VALUE (got 'limit')"),
        (["fever", "--gold", "nowhere.jsonl"], "gold: no file at 'nowhere.jsonl'"),
        (["fever", "--pred", "."], "predictions must be a file (got the folder '.'"),
    ],
)
def test_a_wrong_call_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Somebody would take it for a fault of the data."""
    code = run(["score", "--gold", "gold.jsonl", "--pred", "right.jsonl", *arguments])

    assert 2 == code
    assert said in capsys.readouterr().err


def test_broken_lines_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file cut in two would be scored by half."""
    (folder / "right.jsonl").write_text(RIGHT[:-20] + "\n[]\n", "utf-8")
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "right.jsonl"])
    out = capsys.readouterr().out

    assert 1 == code
    assert "right.jsonl:2:1: error: " in out
    assert "[unreadable]" in out
    assert "right.jsonl:3:1: error: a row must be a mapping (got list) [wrong-shape]" in out
