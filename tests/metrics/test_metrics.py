import copy
import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.metrics import (
    METRICS,
    Unscorable,
    aggrefact,
    averitec,
    calibration,
    fever,
    feverous,
    hover,
    labels,
    load,
    scifact,
    score,
)
from factcheck.metrics.metric import Metric
from tests.metrics.cases import CASES, cases, perfect

MODULES: dict[str, Metric] = {
    "aggrefact": aggrefact,
    "averitec": averitec,
    "calibration": calibration,
    "fever": fever,
    "feverous": feverous,
    "hover": hover,
    "labels": labels,
    "scifact": scifact,
}
EVERY = pytest.mark.parametrize("name", list(METRICS))
BELOW_ZERO = {"mcc"}
ABOVE_ONE = {"brier"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.just(0.5) | st.sampled_from(["", "1", "SUPPORTS", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["sentences", "label", "7"]), inner, max_size=2)
    ),
    max_leaves=6,
)


def test_every_metric_is_listed_and_has_its_manual() -> None:
    """A metric would be there that nobody finds, or one whose figures nobody can look up."""
    assert list(MODULES) == list(METRICS) == list(CASES)
    for module in MODULES.values():
        manual = module.__doc__ or ""

        assert "*Paper" in manual
        assert "*Gold:*" in manual
        assert "*Predictions:*" in manual
        assert all(f"`{setting}`" in manual for setting in module.SETTINGS)


@EVERY
@given(st.data())
def test_figures_keep_their_bounds_and_input_stays(name: str, data: st.DataObject) -> None:
    """A score above 1 would be reported, or the caller's rows would be others afterwards."""
    case = data.draw(cases(name))
    before = copy.deepcopy(case)
    found = score(name, gold=case[0], predictions=case[1])

    assert before == case
    for figure, value in found.figures.items():
        low, high = (-1 if figure in BELOW_ZERO else 0), (2 if figure in ABOVE_ONE else 1)
        assert value is None or low - 1e-12 <= value <= high + 1e-12


@EVERY
@given(st.data(), st.randoms(use_true_random=False))
def test_order_and_names_change_nothing(name: str, data: st.DataObject, dice: random.Random) -> None:
    """Two runs of one system would differ in the last digit, or much more."""
    gold, predictions = data.draw(cases(name))
    field = CASES[name].field
    names = {row[field]: f"claim-{dice.randint(0, 9)}-{row[field]}" for row in gold}
    renamed = [{**dict(reversed(row.items())), field: names[row[field]]} for row in dice.sample(gold, len(gold))]
    shuffled = [{**row, field: names[row[field]]} for row in dice.sample(predictions, len(gold))]
    expected = score(name, gold=gold, predictions=predictions).figures

    actual = score(name, gold=renamed, predictions=shuffled).figures

    assert expected == actual


@EVERY
@given(st.data())
def test_a_perfect_prediction_scores_one(name: str, data: st.DataObject) -> None:
    """The best system would not be seen to be perfect."""
    gold, _ = data.draw(cases(name))
    figures = score(name, gold=gold, predictions=perfect(name, gold)).figures
    is_empty = name == "scifact" and not any(row["evidence"] for row in gold)

    for figure in () if is_empty else CASES[name].ones:
        assert figures[figure] is None or 1.0 == pytest.approx(figures[figure])
    for figure in CASES[name].zeros:
        assert 0.0 == figures[figure]


@EVERY
@given(st.data())
def test_figures_are_those_of_the_sums_whatever_axes_stand_before(name: str, data: st.DataObject) -> None:
    """A bootstrap would resample another figure than the one that is told."""
    gold, predictions = data.draw(cases(name))
    found = score(name, gold=gold, predictions=predictions)
    tally = found.tally
    stacked = tally.figures(np.array([[tally.sums(), tally.values.sum(axis=0)], [tally.sums() * 2, tally.sums()]]))

    assert (len(gold), len(tally.columns)) == (len(tally.ids), tally.values.shape[1])
    for figure, values in stacked.items():
        assert (2, 2) == values.shape
        expected = found.figures[figure]
        assert np.allclose(values, np.nan if expected is None else expected, equal_nan=True)


@EVERY
@given(st.data(), st.booleans())
def test_whatever_stands_in_a_row_is_figures_or_problems(name: str, data: st.DataObject, compat: bool) -> None:
    """A traceback would meet whoever has one odd row."""
    gold, predictions = data.draw(cases(name, most=2))
    row = data.draw(st.sampled_from([*gold, *predictions]))
    field = data.draw(st.sampled_from([*row]))
    row[field] = data.draw(JSON)

    try:
        found = score(name, gold=gold, predictions=predictions, compat=compat and MODULES[name].ID.official is not None)
    except Unscorable:
        return

    assert all(value is None or np.isfinite(value) for value in found.figures.values())


@pytest.mark.parametrize(
    ("name", "compat"),
    [(name, compat) for name in METRICS for compat in (False, True) if not compat or MODULES[name].ID.official],
)
def test_nothing_to_score_is_an_error_that_says_so(name: str, compat: bool) -> None:
    """A figure of nothing, or a traceback, would be reported."""
    with pytest.raises(Unscorable, match="there is nothing to score: the gold has no rows"):
        score(name, gold=[], predictions=[], compat=compat)


@EVERY
@given(st.data())
def test_compute_says_the_same_and_pairs_rows_without_ids(name: str, data: st.DataObject) -> None:
    """Users of evaluate would get other figures than those of the command line."""
    gold, predictions = data.draw(cases(name))
    expected = score(name, gold=gold, predictions=predictions).figures
    bare = [
        [{key: value for key, value in row.items() if key != CASES[name].field} for row in rows]
        for rows in (predictions, gold)
    ]

    actual = load(name).compute(predictions=bare[0], references=bare[1])

    assert expected == actual


def test_compute_takes_bare_labels() -> None:
    """Lists of labels are what a training loop has."""
    found = load("labels").compute(predictions=np.array([1, 0, 1]), references=[1, 0, 0])

    assert 2 / 3 == found["accuracy"]
    assert {"accuracy": 1.0}.items() <= load("labels").compute(predictions=["a"], references=["a"]).items()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: score("scifact", gold=[], predictions=[], truncation="two"), "must be one of 'shortest', 'three'"),
        (lambda: score("calibration", gold=[], predictions=[], bins=0), "must be a whole number above 0"),
        (lambda: score("averitec", gold=[], predictions=[], similarity="bleu"), "or a function of two strings"),
        (lambda: score("fever", gold=3, predictions=[]), "gold must be a file, a corpus or rows"),  # type: ignore[arg-type]  # what a user may do
        (lambda: score("labels", gold=[], predictions=[], compat=True), "labels has no official scorer"),
        (lambda: score("labels", gold=[], predictions=[], labels=3), "must be words"),
        (lambda: load("bleu"), "no metric 'bleu'"),
    ],
)
def test_a_wrong_call_names_the_argument(call: Any, said: str) -> None:
    """Somebody would look for the fault in their data."""
    with pytest.raises(UsageError, match=said):
        call()
