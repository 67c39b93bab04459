import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.metrics import Unscorable, score
from factcheck.metrics.averitec import coverage
from factcheck.metrics.similarity import token_f1
from tests.metrics.cases import WORDS, Case, cases
from tests.needs import samples

Row = dict[str, Any]
ANSWERED = [{"question": "Who lit it?", "answers": [{"answer": "Ada"}]}]


def _files() -> dict[str, Path]:
    folder = samples() / "averitec"
    return {"gold": folder / "dev.json", "predictions": folder / "predictions_seed1.json"}


def _flat(expected: dict[str, Any]) -> dict[str, float]:
    """Return the official figures under our names."""
    ours: dict[str, float] = {}
    for name, value in expected.items():
        if not isinstance(value, dict):
            ours[name] = value
            continue
        for part, figure in value.items():
            veracity = {"macro": "macro_f1", "acc": "accuracy"}.get(part, f"f1[{part}]")
            by_type = f"evidence@{name.removeprefix('by_type_')}[{part}]"
            ours[veracity if name == "veracity" else by_type if "by_type" in name else f"{name}@{part}"] = figure
    return ours


@pytest.mark.parametrize("compat", [False, True])
def test_the_figures_are_the_official_ones(compat: bool) -> None:
    """Published numbers could not be compared with ours."""
    folder = samples() / "averitec"
    expected = json.loads((folder / "expected_scores.json").read_text("utf-8"))["corrupt_seed1|tokenset_f1"]
    each = json.loads((folder / "expected_per_claim_tokenset_f1.json").read_text("utf-8"))
    found = score("averitec", **_files(), compat=compat)

    assert _flat(expected) == pytest.approx(found.figures, abs=1e-9)
    assert each == pytest.approx(list(found.tally.values[:, found.tally.columns.index("question_answer")]), abs=1e-9)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_the_assignment_is_the_best_of_all(predicted: list[str], gold: list[str]) -> None:
    """A claim's score would depend on the order of its questions."""
    many = min(len(predicted), len(gold))
    best = max(
        sum(token_f1(one, other) for one, other in zip(ours, theirs, strict=True))
        for ours in itertools.permutations(predicted, many)
        for theirs in itertools.permutations(gold, many)
    )

    assert best / len(gold) == pytest.approx(coverage(predicted, gold, token_f1), abs=1e-9)


@given(WORDS, WORDS)
def test_token_f1_is_symmetric_and_keeps_its_bounds(one: str, other: str) -> None:
    """Swapping gold and prediction would change the score of a string."""
    assert token_f1(one, other) == token_f1(other, one)
    assert 0 <= token_f1(one, other) <= token_f1(one, one.upper()) == 1


@given(cases("averitec"))
def test_a_lower_threshold_never_lowers_the_score(case: Case) -> None:
    """The levels would be told under the wrong names."""
    figures = score("averitec", gold=case[0], predictions=case[1]).figures
    levels = [figures[f"averitec@{level}"] or 0.0 for level in (0.1, 0.2, 0.25, 0.3, 0.4, 0.5)]

    assert sorted(levels, reverse=True) == levels
    assert levels[0] <= (figures["accuracy"] or 0.0)


def test_a_score_that_is_the_threshold_does_not_count() -> None:
    """The official scorer wants more than the threshold."""
    gold = [{"label": "Refuted", "questions": ANSWERED, "justification": "so"}]
    found = score("averitec", gold=gold, predictions=[gold[0]], similarity=lambda one, other: 0.3).figures

    assert (1.0, 0.0) == (found["averitec@0.25"], found["averitec@0.3"])


def test_rows_of_other_claims_are_told_by_position_and_joined_by_id() -> None:
    """Two files in different order would be scored against each other."""
    rows = [
        {"claim": f"claim {number}", "label": "Refuted", "questions": ANSWERED, "justification": "so"}
        for number in range(2)
    ]
    named = [{"claim_id": number, **row} for number, row in enumerate(rows)]

    assert 1.0 == score("averitec", gold=named, predictions=named[::-1]).figures["accuracy"]
    with pytest.raises(Unscorable, match="expected the claim 'claim 0' at this position"):
        score("averitec", gold=rows, predictions=rows[::-1])
    with pytest.raises(Unscorable, match="expected 2 rows"):
        score("averitec", gold=rows, predictions=rows[:1])


@pytest.mark.parametrize(
    ("gold", "predicted", "rule", "where"),
    [
        ({"questions": []}, {}, "wrong-shape", "gold[0]"),
        ({"label": "refuted"}, {}, "unknown-label", "gold[0].label"),
        ({"claim_types": "x"}, {}, "wrong-shape", "gold[0].claim_types"),
        ({}, {"label": "Refuted."}, "unknown-label", "predictions[0].label"),
        ({}, {"questions": None}, "wrong-shape", "predictions[0].questions"),
        ({}, {"questions": [{"question": "Who?"}]}, "wrong-shape", "predictions[0].questions[0]"),
        (
            {},
            {"questions": [{"question": "Who?", "answers": [3]}]},
            "wrong-shape",
            "predictions[0].questions[0].answers[0]",
        ),
        ({}, {"string_evidence": "Ada"}, "wrong-shape", "predictions[0].string_evidence"),
        ({}, {"justification": None}, "wrong-shape", "predictions[0].justification"),
    ],
)
def test_what_is_wrong_is_told_before_any_figure(gold: Row, predicted: Row, rule: str, where: str) -> None:
    """A wrong row would count as a wrong answer."""
    row = {"label": "Refuted", "questions": ANSWERED, "justification": "so"}

    with pytest.raises(Unscorable) as raised:
        score("averitec", gold=[{**row, **gold}], predictions=[{**row, **predicted}])

    assert (rule, where) in [(problem.rule, str(problem.place)) for problem in raised.value.problems]


def test_a_boolean_answer_without_explanation_has_a_figure_here_and_none_there() -> None:
    """The manual would promise what is not so."""
    gold = [{"label": "Refuted", "questions": ANSWERED, "justification": "so"}]
    bare = [{"question": "Who lit it?", "answers": {"answer": "Yes", "answer_type": "Boolean"}}]
    predictions = [{"label": "Refuted", "questions": bare}]

    assert score("averitec", gold=gold, predictions=predictions).figures["accuracy"] == 1.0
    with pytest.raises(Unscorable, match="at which the official scorer stops"):
        score("averitec", gold=gold, predictions=predictions, compat=True)


def test_meteor_says_what_it_lacks() -> None:
    """Somebody would look for a misspelt setting."""
    gold = [{"label": "Refuted", "questions": ANSWERED, "justification": "so"}]

    try:
        found = score("averitec", gold=gold, predictions=gold, similarity="meteor")
    except UsageError as error:
        assert "METEOR needs" in str(error)  # noqa: PT017  # where nltk and its data are installed there is a figure instead
    else:
        assert 0.5 < (found.figures["question_answer"] or 0.0) <= 1.0
