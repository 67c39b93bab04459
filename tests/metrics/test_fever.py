import json
import time
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checking import load
from factcheck.metrics import Unscorable, score
from factcheck.metrics.fever import NEI
from tests.metrics.cases import LINES, Case, cases, perfect
from tests.metrics.official_fever import fever_score
from tests.needs import samples

Row = dict[str, Any]
LIMITS = st.sampled_from([1, 2, 5, None])
LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
DECIDED = ("skerra-light-since-1871", "skerra-tower-41-metres")
FIGURES = ["fever_score", "label_accuracy", "precision", "recall", "f1"]


@st.composite
def repeated(draw: st.DrawFn) -> Case:
    """Return gold and predictions of which some repeat a line."""
    gold, predictions = draw(cases("fever"))
    lines = [draw(st.lists(LINES, max_size=6)) for _ in predictions]
    return gold, [{**row, "predicted_evidence": given} for row, given in zip(predictions, lines, strict=True)]


def _gold(number: int, label: str, sets: list[list[list[Any]]]) -> Row:
    given = [[[7, 8, *line] for line in one] for one in sets]
    return {"id": number, "label": label, "evidence": [[[7, None, None, None]]] if label == NEI else given}


def _official(gold: list[Row], predictions: list[Row], limit: int | None) -> dict[str, float] | None:
    try:
        return fever_score(gold, predictions, limit)
    except ZeroDivisionError:
        return None


@pytest.mark.parametrize("limit", [1, 3, 5, 10, None])
def test_the_figures_are_the_official_ones(limit: int | None) -> None:
    """Published numbers could not be compared with ours."""
    folder = samples() / "fever"
    expected = json.loads((folder / "expected_scores.json").read_text("utf-8"))[f"corrupt_seed1_max{limit}"]
    files = {"gold": folder / "paper_dev.jsonl", "predictions": folder / "predictions_seed1.jsonl"}

    actual = score("fever", **files, compat=True, max_evidence=limit)

    assert expected == pytest.approx(actual.figures, abs=1e-9)


def test_ten_thousand_claims_are_scored_at_once() -> None:
    """Scoring in a training loop would hold it up."""
    folder = samples() / "fever"
    gold = [json.loads(line) for line in (folder / "paper_dev.jsonl").read_bytes().splitlines()]
    predictions = [json.loads(line) for line in (folder / "predictions_seed1.jsonl").read_bytes().splitlines()]

    started = time.process_time()
    score("fever", gold=gold, predictions=predictions, compat=True)

    assert time.process_time() - started < 0.5


@given(repeated(), LIMITS)
def test_compat_does_as_the_official_scorer(case: Case, limit: int | None) -> None:
    """Parity would hold for the sample and for nothing else."""
    gold, predictions = case
    expected = _official(gold, predictions, limit)

    if expected is None:
        with pytest.raises(Unscorable, match="ZeroDivisionError"):
            score("fever", gold=gold, predictions=predictions, compat=True, max_evidence=limit)
    else:
        actual = score("fever", gold=gold, predictions=predictions, compat=True, max_evidence=limit)

        assert expected == pytest.approx(actual.figures, abs=1e-9)


@given(cases("fever"), LIMITS)
def test_sound_rows_have_the_official_figures_without_compat(case: Case, limit: int | None) -> None:
    """The strict road would be another metric under the same name."""
    gold, predictions = case
    expected = _official(gold, predictions, limit)
    figures = score("fever", gold=gold, predictions=predictions, max_evidence=limit).figures

    for name in FIGURES if expected else ():
        assert figures[name] is None or expected is None or expected[name] == pytest.approx(figures[name], abs=1e-9)


def test_a_perfect_prediction_of_a_long_set_does_not_score_one() -> None:
    """The manual says so; somebody would look for the fault in their system."""
    gold = [_gold(0, "SUPPORTS", [[["Ada", line] for line in range(6)]])]
    figures = score("fever", gold=gold, predictions=perfect("fever", gold)).figures

    assert (0.0, 1.0) == (figures["fever_score"], figures["precision"])


@given(cases("fever"), st.integers(1, 8), st.data())
def test_one_more_right_line_within_the_limit_never_lowers_recall(case: Case, limit: int, data: st.DataObject) -> None:
    """Finding more evidence would be punished."""
    gold, predictions = case
    chosen = data.draw(st.integers(0, len(gold) - 1))
    row = predictions[chosen]
    known = [line[2:] for one in gold[chosen]["evidence"] for line in one if line[2] is not None]
    line = data.draw(st.sampled_from(known or [["Ada", 0]]))
    more = [*row["predicted_evidence"][: limit - 1], line]
    within = [*predictions[:chosen], {**row, "predicted_evidence": more}, *predictions[chosen + 1 :]]
    short = [*predictions[:chosen], {**row, "predicted_evidence": more[:-1]}, *predictions[chosen + 1 :]]

    before = score("fever", gold=gold, predictions=short, max_evidence=limit).figures["recall"]
    after = score("fever", gold=gold, predictions=within, max_evidence=limit).figures["recall"]

    assert before is None or after is None or before <= after


@pytest.mark.parametrize(
    ("gold", "predicted", "rule", "where"),
    [
        ({"label": "SUPPORT"}, {}, "unknown-label", "gold[0].label"),
        ({"evidence": [[]]}, {}, "wrong-shape", "gold[0].evidence[0]"),
        ({"evidence": []}, {}, "wrong-shape", "gold[0].evidence"),
        ({"evidence": [[["Ada", 0]]]}, {}, "wrong-shape", "gold[0].evidence[0][0]"),
        ({"evidence": [[[1, 2, "Ada", None]]]}, {}, "wrong-shape", "gold[0].evidence[0][0]"),
        ({"id": None}, {}, "mistyped-id", "gold[0].id"),
        ({"id": True}, {}, "mistyped-id", "gold[0].id"),
        ({}, {"id": "1"}, "mistyped-id", "predictions[0].id"),
        ({}, {"id": 2}, "extra-id", "predictions[0].id"),
        ({}, {"predicted_label": "supports"}, "unknown-label", "predictions[0].predicted_label"),
        ({}, {"predicted_label": None}, "unknown-label", "predictions[0].predicted_label"),
        ({}, {"predicted_evidence": None}, "wrong-shape", "predictions[0]"),
        ({}, {"predicted_evidence": [["Ada", True]]}, "wrong-shape", "predictions[0].predicted_evidence[0]"),
        ({}, {"predicted_evidence": [["Ada", 0], "Ada"]}, "wrong-shape", "predictions[0].predicted_evidence[1]"),
        ({}, {"predicted_evidence": [["Ada", 0, 1]]}, "wrong-shape", "predictions[0].predicted_evidence[0]"),
    ],
)
def test_what_is_wrong_is_told_before_any_figure(gold: Row, predicted: Row, rule: str, where: str) -> None:
    """A wrong row would count as a wrong answer."""
    row = {"id": 1, "label": "SUPPORTS", "evidence": [[[1, 2, "Ada", 0]]], **gold}
    prediction = {"id": 1, "predicted_label": "SUPPORTS", "predicted_evidence": [], **predicted}

    with pytest.raises(Unscorable) as raised:
        score("fever", gold=[row], predictions=[prediction])

    assert (rule, where) in [(problem.rule, str(problem.place)) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ({"evidence": [[]]}, {}, {"fever_score": 1.0, "recall": 1.0, "precision": 1.0}),
        ({"evidence": []}, {}, {"fever_score": 0.0, "recall": 1.0, "precision": 1.0}),
        ({}, {"predicted_label": "Supports", "predicted_evidence": [["Ada", 0]]}, {"fever_score": 1.0}),
        ({"evidence": [[[1, 2, "Ada", 1]]]}, {"predicted_evidence": [["Ada", True]]}, {"recall": 1.0}),
        ({}, {"id": 99, "predicted_evidence": [["Ada", 0]] * 2 + [["Bell", 1]]}, {"precision": 2 / 3}),
        ({"label": NEI}, {"predicted_label": NEI}, {"precision": 1.0, "recall": 0.0, "f1": 0.0}),
    ],
)
def test_compat_has_the_quirks_of_the_manual(gold: Row, predicted: Row, expected: dict[str, float]) -> None:
    """The manual would promise a parity that is not there."""
    row = {"id": 1, "label": "SUPPORTS", "evidence": [[[1, 2, "Ada", 0]]], **gold}
    prediction = {"id": 1, "predicted_label": "SUPPORTS", "predicted_evidence": [], **predicted}

    actual = score("fever", gold=[row], predictions=[prediction], compat=True).figures

    assert expected == {name: actual[name] for name in expected}


def test_a_repeated_line_counts_once_and_is_noted() -> None:
    """The figure would differ from the official one, and nobody would know why."""
    gold = [_gold(0, "SUPPORTS", [[["Ada", 0], ["Bell", 1]]])]
    predictions = [
        {"id": 0, "predicted_label": "SUPPORTS", "predicted_evidence": [["Ada", 0], ["Ada", 0], ["Bell", 1]]}
    ]
    found = score("fever", gold=gold, predictions=predictions, max_evidence=2)

    assert 1.0 == found.figures["recall"]
    assert (
        "1 prediction repeats a piece of evidence; it counts once (the official scorer counts it each time: compat)",
    ) == (found.notes)


def test_a_corpus_of_ours_is_gold_too() -> None:
    """Whoever builds a corpus with us could not score on it."""
    corpus = load(LIGHTHOUSE)
    decided = attrs.evolve(corpus, claims=tuple(one for one in corpus.claims if one.id in DECIDED))
    predictions = [
        {"id": "skerra-light-since-1871", "predicted_label": "SUPPORTS", "predicted_evidence": [["skerra-almanac", 0]]},
        {"id": "skerra-tower-41-metres", "predicted_label": "REFUTES", "predicted_evidence": []},
    ]

    assert {"fever_score": 0.5, "label_accuracy": 1.0, "precision": 1.0, "recall": 0.5} == {
        name: value
        for name, value in score("fever", gold=decided, predictions=predictions).figures.items()
        if name != "f1"
    }


def test_what_is_wrong_with_a_corpus_is_told_by_the_id_of_the_claim() -> None:
    """Its rows have no file, and nobody counts claims."""
    with pytest.raises(Unscorable) as raised:
        score("fever", gold=load(LIGHTHOUSE), predictions=[])

    found = [str(problem.place) for problem in raised.value.problems if problem.rule == "unknown-label"]
    assert ["claims.skerra-harbour-sixty-boats.label"] == found
