import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checking import load
from factcheck.cli.main import run
from factcheck.cli.showing.tables import latex
from factcheck.gold import gold_verdicts
from tests.cli.corpora import copied

WORDS = {"supported": "SUPPORTS", "refuted": "REFUTES", "not_enough_evidence": "NOT ENOUGH INFO"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a gold, a system that is right on three items in four, and one that is always right."""
    golds = [("SUPPORTS", "REFUTES")[place % 2] for place in range(200)]
    flipped = {"SUPPORTS": "REFUTES", "REFUTES": "SUPPORTS"}
    rows = {
        "gold": [{"id": place, "label": label, "evidence": [[[1, 2, "A", 0]]]} for place, label in enumerate(golds)],
        "weak": [_prediction(place, flipped[label] if place % 4 == 0 else label) for place, label in enumerate(golds)],
        "right": [_prediction(place, label) for place, label in enumerate(golds)],
    }
    for name, lines in rows.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _prediction(name: int | str, label: str) -> dict[str, object]:
    return {"id": name, "predicted_label": label, "predicted_evidence": [["A", 0]]}


def test_intervals_stand_beside_the_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two systems that differ by a point would look as if that meant something."""
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "weak.jsonl", "--intervals"])

    lines = capsys.readouterr().out.splitlines()
    assert (0, "fever: 200 items") == (code, lines[0])
    assert "  label_accuracy  0.7500  0.6850 to 0.8100" in lines
    assert "  precision       1.0000  1.0000 to 1.0000" in lines


def test_a_second_system_is_compared_in_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who compares two systems would do it by eye."""
    run(["score", "fever", "--gold", "gold.jsonl", "--pred", "weak.jsonl", "--compare", "right.jsonl"])

    said = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith("label_accuracy: right.jsonl is 0.2500 above weak.jsonl")
        and line.endswith("more than chance among the items explains")
        for line in said
    )
    assert any(line.startswith("recall: weak.jsonl and right.jsonl score the same") for line in said)


def test_figures_are_broken_down_and_errors_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a system fails would be hidden in a mean."""
    run(["score", "fever", "--gold", "gold.jsonl", "--pred", "weak.jsonl", "--by", "label", "--errors"])

    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[:4] == ["REFUTES", "100", "1.0000", "1.0000"] for line in lines)
    assert any(line.split()[:4] == ["SUPPORTS", "100", "0.5000", "0.5000"] for line in lines)
    assert 50 == sum(line.split()[1:] == ["SUPPORTS", "REFUTES"] for line in lines)


def test_json_and_markdown_have_what_was_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program, or a paper, would have to be filled in by hand."""
    asked = [
        "score",
        "fever",
        "--gold",
        "gold.jsonl",
        "--pred",
        "weak.jsonl",
        "--compare",
        "right.jsonl",
        "--intervals",
    ]
    asked += ["--by", "label", "--errors"]
    run([*asked, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    run([*asked, "--format", "markdown"])
    lines = capsys.readouterr().out.splitlines()

    assert told["intervals"]["label_accuracy"] == pytest.approx({"low": 0.685, "high": 0.81})
    assert ["REFUTES", "SUPPORTS"] == sorted(part["word"] for part in told["parts"]["label"])
    assert {"id": "0", "gold": "SUPPORTS", "predicted": "REFUTES"} == told["errors"][0]
    assert {True, False} == {one["are_apart"] for one in told["comparisons"]}
    assert "| fever, 200 items | figure | low | high |" == lines[0]
    assert "| label_accuracy | 0.7500 | 0.6850 | 0.8100 |" in lines


def test_a_corpus_is_broken_down_by_what_its_claims_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A user of the dataset would not see whether a model fails on one page or one kind of claim."""
    corpus = copied(tmp_path)
    golds = gold_verdicts(load(corpus))
    for file in sorted((corpus / "verdicts").rglob("*.yaml")):
        file.write_text(file.read_text("utf-8").replace("label: conflicting", "label: refuted"), "utf-8")
    labels = {name: WORDS.get(gold.label, "REFUTES") for name, gold in golds.items() if gold}
    rows = [_prediction(name, label) for name, label in labels.items()]
    (tmp_path / "pred.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    asked = ["score", "fever", "--gold", str(corpus), "--pred", str(tmp_path / "pred.jsonl")]

    code = run([*asked, "--by", "kind", "--by", "document", "--cluster", "document", "--intervals"])

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert 0 == code
    assert any(line[:2] == ["epidemiology", "1"] for line in lines)
    assert ["skerra-leaflet", str(len(labels))] in [line[:2] for line in lines]
    assert ["label_accuracy", "1.0000", "1.0000", "to", "1.0000"] in lines


def test_latex_has_the_tables_of_a_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A figure's name with an underscore would stop LaTeX."""
    asked = ["score", "fever", "--gold", "gold.jsonl", "--pred", "weak.jsonl", "--by", "label", "--intervals"]
    code = run([*asked, "--compare", "right.jsonl", "--format", "latex"])

    out = capsys.readouterr().out
    assert 0 == code
    assert "\nlabel\\_accuracy & 0.7500 & 0.6850 & 0.8100 \\\\\n" in out
    assert 2 == out.count("\\begin{tabular}") == out.count("\\end{tabular}")
    assert "(95 \\% interval of the difference" in out


@given(st.text())
def test_no_word_does_anything_in_latex(words: str) -> None:
    """A topic could read a file of whoever typesets the paper."""
    rest = re.sub(r"\\text[a-z]+\{\}|\\[&%$#_{}]|\{[][]\}", "", latex(words))

    assert not set(rest) & set("\\&%$#_{}~^<>[]\n")


def test_the_confusion_matrix_is_drawn(folder: Path) -> None:
    """A paper would need a script of its own for its first picture."""
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "weak.jsonl", "--confusion", "confusion.svg"])

    assert 0 == code
    assert "SUPPORTS: 50 as REFUTES, 50 as SUPPORTS" in (folder / "confusion.svg").read_text("utf-8")


def test_the_reliability_of_probabilities_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A paper on calibration would need a script of its own for its first picture."""
    monkeypatch.chdir(tmp_path)
    rows = [{"id": place, "label": "ab"[place % 4 == 0]} for place in range(40)]
    Path("gold.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    told = [{"id": place, "probabilities": {"a": 0.9, "b": 0.1}} for place in range(40)]
    Path("told.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in told), "utf-8")
    asked = ["score", "calibration", "--gold", "gold.jsonl", "--pred", "told.jsonl", "--reliability", "drawn.svg"]
    code = run([*asked, "--set", "bins=10"])

    assert (0, "calibration: 40 items") == (code, capsys.readouterr().out.splitlines()[0])
    svg = Path("drawn.svg").read_text("utf-8")
    assert "0.80 to 0.90: 40 items, 0.750 right, confidence 0.900" in svg
    assert "ece 0.150" in svg


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--by", "kind"], "--by kind takes a corpus or a release as --gold"),
        (["--reliability", "x.svg"], "fever has no probabilities: a reliability diagram is of calibration"),
        (["--cluster", "family", "--intervals"], "--cluster takes a corpus or a release as --gold"),
    ],
)
def test_what_a_file_cannot_tell_is_refused(
    asked: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option would be passed over in silence."""
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "weak.jsonl", *asked])

    assert (2, f"factcheck: {said}\n") == (code, capsys.readouterr().err)


def test_a_long_list_ends_with_what_it_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two rows without a label would be lost among hundreds of ids of the wrong type."""
    rows = [json.loads(line) for line in Path("weak.jsonl").read_text("utf-8").splitlines()]
    del rows[0]["predicted_label"], rows[1]["predicted_label"]
    broken = [{**row, "id": str(row["id"])} for row in rows]
    Path("broken.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in broken), "utf-8")
    code = run(["score", "fever", "--gold", "gold.jsonl", "--pred", "broken.jsonl"])

    out = capsys.readouterr().out
    assert 1 == code
    assert "predicted_label must be one of 'SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO' (there is none)" in out
    told = "202 problems (200 mistyped-id, 2 unknown-label): no figure is made until they are mended"
    assert told == out.splitlines()[-1]
