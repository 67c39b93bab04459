import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.metrics import Unscorable, score
from tests.metrics.cases import Case, cases
from tests.metrics.official_scifact import scifact
from tests.needs import samples

Row = dict[str, Any]
ONE = {"11": [{"sentences": [1, 2], "label": "SUPPORT"}]}


@pytest.mark.parametrize("compat", [False, True])
def test_the_figures_of_the_fixture_are_the_official_ones(compat: bool) -> None:
    """Published numbers could not be compared with ours."""
    folder = samples() / "scifact"
    expected = json.loads((folder / "expected_metrics_small.json").read_text("utf-8"))
    files = {"gold": folder / "gold_small.jsonl", "predictions": folder / "predictions_small.jsonl"}

    assert expected == pytest.approx(score("scifact", **files, compat=compat).figures, abs=1e-9)


def test_the_figures_of_check_covid_are_the_official_ones() -> None:
    """Parity would hold for ten claims and for nothing else."""
    folder = samples() / "scifact"
    expected = json.loads((folder / "checkcovid_as_scifact_expected.json").read_text("utf-8"))["corrupt_seed1"]
    gold, predictions = (
        folder / "checkcovid_as_scifact_gold.jsonl",
        folder / "checkcovid_as_scifact_predictions_seed1.jsonl",
    )

    assert expected == pytest.approx(
        score("scifact", gold=gold, predictions=predictions, compat=True).figures, abs=1e-9
    )
    assert ("149 predictions repeat a sentence; it counts once (the official scorer counts it each time: compat)",) == (
        score("scifact", gold=gold, predictions=predictions).notes
    )


@given(cases("scifact"), st.booleans(), st.booleans())
def test_sound_rows_have_the_official_figures(case: Case, shortest: bool, compat: bool) -> None:
    """The strict road would be another metric under the same name."""
    gold, predictions = case
    truncation = "shortest" if shortest else "three"
    found = score("scifact", gold=gold, predictions=predictions, truncation=truncation, compat=compat)

    assert scifact(gold, predictions, shortest=shortest) == pytest.approx(found.figures, abs=1e-9)


@pytest.mark.parametrize(("truncation", "expected"), [("three", 0.0), ("shortest", 1.0)])
def test_the_two_rules_of_truncation_differ_on_long_rationales(truncation: str, expected: float) -> None:
    """Figures of older papers could not be had."""
    gold = [{"id": 1, "evidence": {"11": [{"sentences": [1, 2, 3, 4], "label": "SUPPORT"}]}}]
    predictions = [{"id": 1, "evidence": {"11": {"sentences": [1, 2, 3, 4], "label": "SUPPORT"}}}]
    found = score("scifact", gold=gold, predictions=predictions, truncation=truncation)

    assert expected == found.figures["abstract_rationalized_f1"]


@pytest.mark.parametrize(
    ("gold", "predicted", "rule"),
    [
        ({"11": []}, {}, "wrong-shape"),
        ({"11": [{"sentences": [], "label": "SUPPORT"}]}, {}, "wrong-shape"),
        ({"11": [{"sentences": [1], "label": "NEI"}]}, {}, "unknown-label"),
        ({"11": [*ONE["11"], {"sentences": [4], "label": "CONTRADICT"}]}, {}, "wrong-shape"),
        ({11: ONE["11"]}, {}, "mistyped-id"),
        (ONE, {11: {"sentences": [1], "label": "SUPPORT"}}, "mistyped-id"),
        (ONE, {"11": {"sentences": [True], "label": "SUPPORT"}}, "wrong-shape"),
        (ONE, {"11": {"sentences": [1], "label": "support"}}, "unknown-label"),
        (ONE, {"11": [1]}, "wrong-shape"),
        (ONE, [], "wrong-shape"),
    ],
)
def test_what_is_wrong_is_told_before_any_figure(gold: Any, predicted: Any, rule: str) -> None:
    """The score would silently be 0, or a traceback would come."""
    with pytest.raises(Unscorable) as raised:
        score("scifact", gold=[{"id": 1, "evidence": gold}], predictions=[{"id": 1, "evidence": predicted}])

    assert rule in [problem.rule for problem in raised.value.problems]


def test_rationales_that_share_a_sentence_have_a_figure_here_and_none_there() -> None:
    """The manual would promise what is not so."""
    shared = {"11": [{"sentences": [1, 2], "label": "SUPPORT"}, {"sentences": [2, 3], "label": "SUPPORT"}]}
    gold = [{"id": 1, "evidence": shared}]
    predictions = [{"id": 1, "evidence": {"11": {"sentences": [2, 3], "label": "SUPPORT"}}}]
    figures = score("scifact", gold=gold, predictions=predictions).figures

    assert (1.0, 2 / 3) == (figures["sentence_label_precision"], figures["sentence_label_recall"])
    with pytest.raises(Unscorable, match="sentence 2 stands in 2 rationales"):
        score("scifact", gold=gold, predictions=predictions, compat=True)


def test_compat_wants_the_ids_in_order() -> None:
    """Rows would be paired that have nothing to do with each other."""
    gold: list[Row] = [{"id": number, "evidence": {}} for number in (1, 2)]

    assert score("scifact", gold=gold, predictions=gold[::-1]).figures
    with pytest.raises(Unscorable, match="not the same in the same order"):
        score("scifact", gold=gold, predictions=gold[::-1], compat=True)
