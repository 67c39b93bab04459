import json
import unicodedata
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import (
    accuracy_score,
    balanced_accuracy_score,
    brier_score_loss,
    f1_score,
    matthews_corrcoef,
    precision_recall_fscore_support,
)

from factcheck.checking import load
from factcheck.gold import gold_verdicts
from factcheck.metrics import Unscorable, score
from tests.metrics.cases import Case, cases
from tests.needs import samples

Row = dict[str, Any]
LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=12)


def _figures(pairs: list[tuple[str, str]]) -> dict[str, float | None]:
    gold = [{"id": number, "label": one} for number, (one, _) in enumerate(pairs)]
    predictions = [{"id": number, "predicted_label": other} for number, (_, other) in enumerate(pairs)]
    return dict(score("labels", gold=gold, predictions=predictions, labels="a, b, c").figures)


@given(PAIRS)
def test_figures_are_those_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    """The same name would mean another figure."""
    gold, predicted = [one for one, _ in pairs], [other for _, other in pairs]
    ours = _figures(pairs)
    labels = sorted({*gold, *predicted})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where a figure is undefined, which it says and calls 0
        each = precision_recall_fscore_support(gold, predicted, labels=labels, zero_division=0)
        theirs = {
            "accuracy": accuracy_score(gold, predicted),
            "macro_f1": f1_score(gold, predicted, average="macro", zero_division=0),
            "weighted_f1": f1_score(gold, predicted, average="weighted", zero_division=0),
            "balanced_accuracy": balanced_accuracy_score(gold, predicted),
            "mcc": matthews_corrcoef(gold, predicted),
        }
    for name, values in zip(("precision", "recall", "f1"), each[:3], strict=True):
        theirs.update({f"{name}[{label}]": value for label, value in zip(labels, values, strict=True)})

    assert set(theirs) == set(ours)
    assert theirs == pytest.approx({name: 0.0 if value is None else value for name, value in ours.items()}, abs=1e-9)
    assert (ours["mcc"] is None) == (len(set(gold)) == 1 or len(set(predicted)) == 1)


def test_a_label_outside_the_vocabulary_is_told() -> None:
    """A misspelt label would count as a wrong answer."""
    gold = [{"id": 1, "label": "yes"}, {"id": 2, "label": "no"}]
    predictions = [{"id": 2, "predicted_label": "maybe"}, {"id": 1, "predicted_label": "yes"}]

    with pytest.raises(Unscorable) as raised:
        score("labels", gold=gold, predictions=predictions)

    assert ["predictions[0].predicted_label"] == [str(problem.place) for problem in raised.value.problems]
    assert 0.5 == score("labels", gold=gold, predictions=predictions, labels=["maybe"]).figures["accuracy"]


def test_a_corpus_of_ours_is_gold() -> None:
    """Whoever builds a corpus with us could not score on it."""
    corpus = load(LIGHTHOUSE)
    golds = {name: gold.label for name, gold in gold_verdicts(corpus).items() if gold is not None}
    predictions = [{"id": name, "predicted_label": "supported"} for name in golds]

    assert (
        Counter(golds.values())["supported"] / len(golds)
        == (score("labels", gold=corpus, predictions=predictions).figures["accuracy"])
    )


@given(cases("aggrefact"))
def test_balanced_accuracy_is_that_of_scikit_learn_for_each_subset(case: Case) -> None:
    """The figures of the leaderboard could not be compared with ours."""
    gold, predictions = case
    ours = score("aggrefact", gold=gold, predictions=predictions, compat=True).figures
    each = {}
    for subset in sorted({row["dataset"] for row in gold}):
        rows = [number for number, row in enumerate(gold) if row["dataset"] == subset]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a predicted label that the gold lacks
            each[f"balanced_accuracy[{subset}]"] = balanced_accuracy_score(
                [gold[row]["label"] for row in rows], [predictions[row]["predicted_label"] for row in rows]
            )

    assert {**each, "balanced_accuracy": np.mean(list(each.values()))} == pytest.approx(ours, abs=1e-9)


@given(cases("calibration"), st.integers(1, 20))
def test_calibration_is_what_its_definition_says(case: Case, bins: int) -> None:
    """Another binning would be reported as the usual one."""
    gold, predictions = case
    ours = score("calibration", gold=gold, predictions=predictions, bins=bins).figures
    rows = [(row["label"], other["probabilities"]) for row, other in zip(gold, predictions, strict=True)]
    best = [(max(sorted(given), key=given.__getitem__), max(given.values()), one) for one, given in rows]
    error = 0.0
    for number in range(bins):
        within = [item for item in best if number / bins < item[1] <= (number + 1) / bins]
        error += abs(sum((label == one) - confidence for label, confidence, one in within))
    brier = brier_score_loss(
        [one for one, _ in rows],
        np.array([[given[label] for label in "abc"] for _, given in rows]),
        labels=["a", "b", "c"],
        scale_by_half=False,
    )

    assert error / len(rows) == pytest.approx(ours["ece"], abs=1e-9)
    assert brier == pytest.approx(ours["brier"], abs=1e-9)


@pytest.mark.parametrize(
    "given",
    [None, {}, {"a": 0.5}, {"a": 1.5, "b": -0.5}, {"a": "1"}, {"b": 1.0}, {"a": True}],
)
def test_what_is_no_probability_is_told(given: Any) -> None:
    """Logits would be scored as if they were probabilities."""
    with pytest.raises(Unscorable):
        score("calibration", gold=[{"id": 1, "label": "a"}], predictions=[{"id": 1, "probabilities": given}])


def test_a_perfect_prediction_of_hover_is_read_as_the_official_file_has_it(tmp_path: Path) -> None:
    """Predictions that the official scorer reads would have to be rewritten."""
    gold = json.loads((samples() / "hover" / "dev.json").read_text("utf-8"))
    keyed = {row["uid"]: {"predicted_label": row["label"], "predicted_sp": row["supporting_facts"]} for row in gold}
    file = tmp_path / "predictions.json"
    file.write_text(json.dumps(keyed, indent=4), "utf-8")
    figures = score("hover", gold=samples() / "hover" / "dev.json", predictions=file).figures

    assert {"accuracy": 1.0, "evidence_exact": 1.0, "evidence_f1": 1.0, "hover_score": 1.0} == figures


def test_hover_without_some_predictions_has_a_figure_only_with_compat(tmp_path: Path) -> None:
    """The official scorer leaves out what is missing, and the mean is over fewer."""
    gold = [{"uid": name, "label": "SUPPORTED", "supporting_facts": [["Ada", 0], ["Bell", 1]]} for name in "ab"]
    file = tmp_path / "predictions.json"
    row = {"predicted_label": "SUPPORTED", "predicted_sp": [["Ada", 0], ["Ada", 0], ["Bell", "1"]]}
    file.write_text(json.dumps({"a": row}, indent=1), "utf-8")

    with pytest.raises(Unscorable) as raised:
        score("hover", gold=gold, predictions=file)

    assert [("gold[1].uid", "missing-id"), (f"{file.as_posix()}:13:4 predicted_sp[2]", "wrong-shape")] == [
        (str(problem.place), problem.rule) for problem in raised.value.problems
    ]
    row["predicted_sp"] = [["Ada", 0], ["Ada", 0], ["Bell", 2]]
    figures = score("hover", gold=gold, predictions={"a": row}, compat=True).figures
    assert (1.0, 2 / 5, 0.0) == (figures["accuracy"], figures["evidence_f1"], figures["hover_score"])


@pytest.mark.parametrize(
    ("label", "predicted", "expected"),
    [
        ("SUPPORTED", [["Ada", 0], ["Bell", 1]], 1.0),
        ("NOT_SUPPORTED", [["Ada", 0], ["Bell", 1]], 0.0),
        ("SUPPORTED", [["Ada", 0], ["Ada", 1]], 0.0),
        ("SUPPORTED", [["Ada", 7], ["Ada", 0], ["Bell", 7], ["Bell", 1]], 1.0),
        ("SUPPORTED", [["Ada", 7], ["Ada", 8], ["Ada", 0], ["Bell", 1]], 0.0),
        ("SUPPORTED", [["Ada", 7], ["Ada", 7], ["Ada", 0], ["Bell", 1]], 1.0),
        ("SUPPORTED", [["Crow", 0], ["Ada", 0], ["Bell", 1]], 1.0),
        ("SUPPORTED", [["Crow", 0], ["Dove", 0], ["Ada", 0], ["Bell", 1]], 0.0),
        ("SUPPORTED", [["Crow", 0], ["Ada", 0], ["Dove", 0], ["Bell", 1]], 0.0),
    ],
)
@pytest.mark.parametrize("compat", [False, True])
def test_the_hover_score_counts_what_its_authors_count(
    label: str, predicted: list[list[Any]], expected: float, compat: bool
) -> None:
    """Who predicts every sentence of every page would have all the evidence."""
    gold = [{"uid": "a", "label": "SUPPORTED", "supporting_facts": [["Ada", 0], ["Bell", 1], ["Bell", 2]]}]
    row = {"predicted_label": label, "predicted_sp": predicted}
    figures = score("hover", gold=gold, predictions={"a": row}, compat=compat).figures

    assert expected == figures["hover_score"]


def _official_f1(gold: list[str], predicted: list[str]) -> float:
    """Return the F1 of two bags of words, by the formula that the HoVer scorer shares with SQuAD's."""
    if not gold or not predicted:
        return float(gold == predicted)
    shared = sum((Counter(gold) & Counter(predicted)).values())
    if not shared:
        return 0.0
    precision, recall = shared / len(predicted), shared / len(gold)
    return 2 * precision * recall / (precision + recall)


_SENTENCES = st.lists(
    st.tuples(st.sampled_from(["Ada", "Bj\u00f6rn", "Bjo\u0308rn"]), st.integers(0, 2)).map(list), max_size=6
)


@given(_SENTENCES, _SENTENCES)
def test_hover_with_compat_is_what_the_official_scorer_says(gold: list[list[Any]], predicted: list[list[Any]]) -> None:
    """Published figures could not be had again."""
    row = {"predicted_label": "SUPPORTED", "predicted_sp": predicted}
    golds = [{"uid": "a", "label": "SUPPORTED", "supporting_facts": gold}]
    ours = score("hover", gold=golds, predictions={"a": row}, compat=True).figures
    one, other = (
        [unicodedata.normalize("NFD", title) + "_" + str(number) for title, number in side]
        for side in (gold, predicted)
    )

    assert float(len(one) == len(other) and all(word in other for word in one)) == ours["evidence_exact"]
    assert _official_f1(one, other) == pytest.approx(ours["evidence_f1"], abs=1e-12)
