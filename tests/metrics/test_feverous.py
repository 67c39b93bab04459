import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.metrics import Unscorable, score
from factcheck.metrics.fever import NEI
from tests.metrics.cases import ELEMENTS, Case, cases
from tests.needs import samples

Row = dict[str, Any]
LIMITS = st.sampled_from([1, 2, None])


def feverous_score(case: Case, sentences: int | None, cells: int | None) -> dict[str, float] | None:
    """Return the official figures, written again from their description; None where the official scorer divides by zero."""
    gold, predictions = case
    rows = []
    for one, other in zip(gold, predictions, strict=True):
        kept, counts = [], {"sentence": 0, "cell": 0}
        for element in other["predicted_evidence"]:
            counts[element[1]] += 1
            limit = sentences if element[1] == "sentence" else cells
            kept += [element] if limit is None or counts[element[1]] <= limit else []
        known = [element for part in one["evidence"] for element in part]
        precision = sum(element in known for element in kept) / len(kept) if kept else 1.0
        found = max(all(element in kept for element in part) for part in one["evidence"])
        right = one["label"] == other["predicted_label"]
        rows.append((right and found, right, precision, found))
    strict, right, precision, recall = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    if precision + recall == 0:
        return None
    f1 = 2 * precision * recall / (precision + recall)
    return {"feverous_score": strict, "label_accuracy": right, "precision": precision, "recall": recall, "f1": f1}


@pytest.mark.parametrize(
    ("name", "limits"),
    [
        ("corrupt_seed1", {}),
        ("corrupt_seed1_max1_1", {"max_evidence": 1, "max_cells": 1}),
        ("corrupt_seed1_nolimit", {"max_evidence": None, "max_cells": None}),
    ],
)
def test_the_figures_are_the_official_ones(name: str, limits: dict[str, Any]) -> None:
    """Published numbers could not be compared with ours."""
    folder = samples() / "feverous"
    expected = json.loads((folder / "expected_scores.json").read_text("utf-8"))[name]
    files = {"gold": folder / "gold_from_fever.jsonl", "predictions": folder / "predictions_seed1.jsonl"}

    assert expected == pytest.approx(score("feverous", **files, compat=True, **limits).figures, abs=1e-9)


@given(cases("feverous"), LIMITS, LIMITS, st.data())
def test_compat_does_as_the_official_scorer(
    case: Case, sentences: int | None, cells: int | None, data: st.DataObject
) -> None:
    """Parity would hold for the sample and for nothing else."""
    gold, predictions = case
    repeated = [{**row, "predicted_evidence": data.draw(st.lists(ELEMENTS, max_size=6))} for row in predictions]
    settings: dict[str, Any] = {"max_evidence": sentences, "max_cells": cells, "compat": True}
    expected = feverous_score((gold, repeated), sentences, cells)

    if expected is None:
        with pytest.raises(Unscorable, match="ZeroDivisionError"):
            score("feverous", gold=gold, predictions=repeated, **settings)
    else:
        assert expected == pytest.approx(
            score("feverous", gold=gold, predictions=repeated, **settings).figures, abs=1e-9
        )


def test_not_enough_info_needs_its_evidence_too() -> None:
    """It does in the official scorer, unlike in FEVER's."""
    gold = [{"id": 1, "label": NEI, "evidence": [[["Ada", "sentence", "0"]]]}]
    predictions = [{"id": 1, "predicted_label": NEI, "predicted_evidence": []}]
    figures = score("feverous", gold=gold, predictions=predictions).figures

    assert (0.0, 1.0) == (figures["feverous_score"], figures["label_accuracy"])


def test_the_ids_of_the_files_of_feverous_are_read() -> None:
    """Gold would have to be rewritten before it can be scored on."""
    content = ["Ada_Bell_cell_0_4_1", "Ada_header_cell_0_0_0", "Ada_sentence_3", "Ada_table_caption_1"]
    gold = [{"id": 1, "label": "SUPPORTS", "evidence": [{"content": content, "context": {}}]}]
    elements = [
        ["Ada_Bell", "cell", "0_4_1"],
        ["Ada", "header_cell", "0_0_0"],
        ["Ada", "sentence", "3"],
        ["Ada", "table_caption", "1"],
    ]
    predictions = [{"id": 1, "predicted_label": "SUPPORTS", "predicted_evidence": elements}]

    assert 1.0 == score("feverous", gold=gold, predictions=predictions).figures["feverous_score"]


@pytest.mark.parametrize(
    ("gold", "predicted", "where"),
    [
        ([], [], "gold[0].evidence"),
        ([[]], [], "gold[0].evidence[0]"),
        ([{"content": ["Ada"]}], [], "gold[0].evidence[0].content[0]"),
        ([[["Ada", "sentence", 0]]], [], "gold[0].evidence[0][0]"),
        ([[["Ada", "sentence", "0"]]], [["Ada", "sentense", "0"]], "predictions[0].predicted_evidence[0][1]"),
        ([[["Ada", "sentence", "0"]]], "Ada", "predictions[0]"),
    ],
)
def test_what_is_wrong_is_told_before_any_figure(gold: Any, predicted: Any, where: str) -> None:
    """A wrong row would count as a wrong answer."""
    with pytest.raises(Unscorable) as raised:
        score(
            "feverous",
            gold=[{"id": 1, "label": "SUPPORTS", "evidence": gold}],
            predictions=[{"id": 1, "predicted_label": "SUPPORTS", "predicted_evidence": predicted}],
        )

    assert where in [str(problem.place) for problem in raised.value.problems]
